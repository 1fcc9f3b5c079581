import { formatRecord } from '../catalogue/json.ts';
import { type Bundle, FORMATS, type FormatOptions } from '../exchange/formats.ts';
import { HexaplaError } from '../model/error.ts';
import type { TransferFormat } from '../model/transfer.ts';
import { openDocument } from '../pipeline.ts';
import { prepareHandoff } from '../pipeline-exchange.ts';
import { type NewFile, writeFiles } from '../project/files.ts';
import { handoffPath, recordPath } from '../project/layout.ts';
import { packageVersion } from '../project/package.ts';
import { chooseDocuments, chooseLocales, openProject, type Project } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import { formatTable } from './columns.ts';
import { sendFiles } from './export-files.ts';
import { type FindingsFor, findingsToSend } from './export-findings.ts';
import { type TranslatorsHelp, translatorsHelp } from './export-help.ts';
import { previewPages } from './export-preview.ts';
import type { Sendable } from './export-sendable.ts';
import { nextLines, typedPath } from './next.ts';
import { selectable } from './problem.ts';
import { readBoth, readTarget } from './store.ts';
import { commandWords } from './words.ts';

/** A document in a locale as it was sent: several may be in one file. */
interface Sent {
  readonly locale: string;
  readonly document: string;
  readonly path: string;
  readonly segments: number;
  readonly handoff: string;
}

/** What is asked of the handoffs of a call. */
interface Choice {
  readonly format: TransferFormat;
  readonly bundle: Bundle;
  readonly locales: readonly string[];
  readonly only: readonly ('missing' | 'stale')[] | null;
  readonly options: FormatOptions;
}

/** `hexapla export`: writes handoffs for each locale of each document, and keeps what was sent. */
export async function run(call: Call): Promise<Outcome> {
  const project = openProject(call.root);
  const choice = choiceOf(call, project);
  const help = await translatorsHelp(project, choice.options);
  const out = call.text('out') ?? undefined;
  const files: NewFile[] = [];
  const sent: Sent[] = [];
  const chosen = { documents: chooseDocuments(project, call.args), locales: choice.locales };
  const found = call.flag('findings') ? await findingsToSend(call, project, chosen) : null;
  const ready = prepareAll(call, project, choice, help, found);
  for await (const { file, group } of sendFiles(ready, { ...choice, project, out, terms: help.glossary })) {
    files.push(file);
    for (const { document, locale, record, segments } of group) {
      const path = recordPath(project.config, document, locale, record.digest);
      files.push({ path, text: formatRecord(record) });
      sent.push({ locale, document: document.path, path: file.path, segments, handoff: record.digest });
    }
  }
  files.push(...glossaryFiles(project, { choice, sent, help, out }));
  writeFiles(call.root, files);
  return { exit: 0, data: { files: sent }, text: () => exportText(call, sent) };
}

function choiceOf(call: Call, { config }: Project): Choice {
  const format = (call.text('format') ?? 'xliff-1.2') as TransferFormat;
  const locales = chooseLocales(config, call.list('locale'));
  const { bundles } = FORMATS[format];
  const bundle = (call.text('bundle') ?? bundles[0] ?? 'none') as Bundle;
  if (!bundles.includes(bundle)) {
    throw new HexaplaError('bad-option-value', { option: '--bundle', value: bundle, allowed: bundles });
  }
  const asked = call.list('only') as ('missing' | 'stale')[];
  // In the source language, which translators read: whoever exports, the file is the same.
  const notes = commandWords(config.sourceLocale);
  const options: FormatOptions = {
    profile: (call.text('profile') ?? 'plain') as 'plain' | 'omegat',
    words: (key, values) => notes.words(key, selectable(values ?? {})),
    toolVersion: packageVersion(),
  };
  return { format, bundle, locales, only: asked.length === 0 ? null : asked, options };
}

/** The glossary beside the handoffs of each locale; a package has it inside. */
function glossaryFiles(
  { config }: Project,
  at: {
    readonly choice: Choice;
    readonly sent: readonly Sent[];
    readonly help: TranslatorsHelp;
    readonly out: string | undefined;
  },
): NewFile[] {
  if (at.choice.bundle === 'package') return [];
  return [...new Set(at.sent.map(({ locale }) => locale))].flatMap((locale): NewFile[] => {
    const text = at.help.glossary(locale);
    const path = handoffPath(config, { name: 'glossary', locale, extension: 'tbx' }, at.out);
    return text === null ? [] : [{ path, text }];
  });
}

/** What is sent of each document in each locale; nothing of those that have nothing to send. */
function* prepareAll(
  call: Call,
  project: Project,
  choice: Choice,
  help: TranslatorsHelp,
  found: FindingsFor | null,
): Generator<Sendable> {
  const { config } = project;
  const { format, locales, only, options } = choice;
  const chosen = chooseDocuments(project, call.args);
  const step = call.progress(chosen.length * locales.length);
  for (const document of chosen) {
    const { bytes, source } = readBoth(project, document);
    const open = openDocument({ document: document.path, bytes, catalogue: source, settings: config });
    for (const locale of locales) {
      step(document.path, locale);
      const target = readTarget(project, document, locale);
      const asked = { format, only, locale, words: options.words, settings: config };
      const offered = { memory: help.memory(locale), terms: help.terms(locale) };
      const told = found && { issues: found(document, locale) };
      const prepared = prepareHandoff({ ...asked, ...offered, ...told, open, target });
      const preview = () => previewPages(project, { document, open, target, locale });
      if (prepared.segments > 0) yield { document, locale, bytes, preview, ...prepared };
    }
  }
}

function exportText(call: Call, sent: readonly Sent[]): string {
  const { words, terminal, paint } = call;
  const [first] = sent;
  if (!first) return `${words('cli.export.nothing')}\n${nextLines(call, ['status'])}`;
  const titles = ['document', 'locale', 'segments', 'handoff', 'file'].map((key) => ({
    title: words(`cli.column.${key}`),
    right: key === 'segments',
  }));
  const rows = sent.map(({ document, locale, segments, handoff, path }) => [
    document,
    locale,
    String(segments),
    handoff,
    path,
  ]);
  const count = new Set(sent.map(({ path }) => path)).size;
  const next = nextLines(call, ['import', typedPath(call, first.path)]);
  return `${formatTable(titles, rows, terminal.columns, (line) => paint('quiet', line))}${words('cli.export.send', { count })}\n${next}`;
}
