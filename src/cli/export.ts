import { formatRecord } from '../catalogue/json.ts';
import type { TransferFormat } from '../model/transfer.ts';
import { openDocument } from '../pipeline.ts';
import { exportHandoff } from '../pipeline-exchange.ts';
import { type NewFile, writeFiles } from '../project/files.ts';
import { handoffPath, recordPath } from '../project/layout.ts';
import { packageVersion } from '../project/package.ts';
import { chooseDocuments, chooseLocales, openProject } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import { formatTable } from './columns.ts';
import { nextLines, typedPath } from './next.ts';
import { selectable } from './problem.ts';
import { readBoth, readTarget } from './store.ts';
import { commandWords } from './words.ts';

interface Sent {
  readonly locale: string;
  readonly document: string;
  readonly path: string;
  readonly segments: number;
  readonly handoff: string;
}

/** `hexapla export`: writes a handoff for each locale of each document, and keeps what was sent. */
export function run(call: Call): Outcome {
  const project = openProject(call.root);
  const { config } = project;
  const locales = chooseLocales(config, call.list('locale'));
  // In the source language, which translators read: whoever exports, the file is the same.
  const notes = commandWords(config.sourceLocale);
  const asked = call.list('only') as ('missing' | 'stale')[];
  const choice = {
    format: (call.text('format') ?? 'xliff-1.2') as TransferFormat,
    profile: (call.text('profile') ?? 'plain') as 'plain' | 'omegat',
    only: asked.length === 0 ? null : asked,
    settings: config,
    words: (key: string, values?: Readonly<Record<string, string | number>>) =>
      notes.words(key, selectable(values ?? {})),
    toolVersion: packageVersion(),
  };
  const sent: Sent[] = [];
  const files: NewFile[] = [];
  const chosen = chooseDocuments(project, call.args);
  const step = call.progress(chosen.length * locales.length);
  for (const document of chosen) {
    const { bytes, source } = readBoth(project, document);
    const open = openDocument({ document: document.path, bytes, catalogue: source, settings: config });
    for (const locale of locales) {
      step(document.path, locale);
      const target = readTarget(project, document, locale);
      const { text, record, segments } = exportHandoff({ ...choice, open, target, locale });
      if (segments === 0) continue;
      const path = handoffPath(config, document, locale, call.text('out') ?? undefined);
      files.push({ path, text });
      files.push({ path: recordPath(config, document, locale, record.digest), text: formatRecord(record) });
      sent.push({ locale, document: document.path, path, segments, handoff: record.digest });
    }
  }
  writeFiles(call.root, files);
  return { exit: 0, data: { files: sent }, text: () => exportText(call, sent) };
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
  const next = nextLines(call, ['import', typedPath(call, first.path)]);
  return `${formatTable(titles, rows, terminal.columns, (line) => paint('quiet', line))}${words('cli.export.send', { count: sent.length })}\n${next}`;
}
