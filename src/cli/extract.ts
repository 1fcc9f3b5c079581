import { occurrencesIn } from '../catalogue/classify.ts';
import { splitConflict } from '../catalogue/conflict.ts';
import { mergeSource } from '../catalogue/merge-source.ts';
import { mergeTarget } from '../catalogue/merge-target.ts';
import { parseSource, parseTarget } from '../catalogue/parse.ts';
import type { EditClass, SourceCatalogue } from '../model/catalogue.ts';
import { type Extraction, extractDocument } from '../pipeline.ts';
import { type NewFile, writeFiles } from '../project/files.ts';
import { type Known, type KnownPair, knownPairs } from '../project/known.ts';
import { cataloguePath, type ProjectDocument } from '../project/layout.ts';
import { chooseDocuments, openProject, type Project } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import type { Tone } from './colours.ts';
import { type Cell, formatTable } from './columns.ts';
import { nextLines } from './next.ts';
import { readBytes, readStoredText, sourceFile, storedTexts, targetFile } from './store.ts';
import { forTerminal } from './width.ts';
import { wrapText } from './wrap.ts';

interface Extracted extends Extraction {
  readonly document: string;
}

/** `hexapla extract`: brings the source catalogues up to date, and merges catalogues with conflict markers. */
export function run(call: Call): Outcome {
  const project = openProject(call.root);
  const known = knownPairs(project.root, project.config, call.terminal.env);
  const { files, extracted, pairs } = extractAll(call, project, known);
  const dry = call.flag('dry-run');
  const written = dry ? [] : writeFiles(project.root, files);
  if (!dry && pairs.length === project.documents.length) known.keep(pairs);
  const documents = extracted.map(({ document, segments, words, changes }) => ({
    document,
    segments,
    words,
    changes,
  }));
  return {
    exit: 0,
    data: { documents },
    text: () => {
      const { words } = call;
      const tables = alarms(call, extracted) + changesTable(call, extracted) + editsTable(call, extracted);
      if (dry) return `${tables}${words('cli.extract.dry')}\n${nextLines(call, ['extract', ...call.typed])}`;
      if (written.length === 0)
        return `${tables}${words('cli.extract.nothing')}\n${nextLines(call, ['status'])}`;
      return `${tables}${nextLines(call, [project.config.targetLocales.length > 0 ? 'export' : 'build'])}`;
    },
  };
}

interface AllExtracted {
  readonly files: readonly NewFile[];
  readonly extracted: readonly Extracted[];
  /** Each document with the catalogue that is made from it now. */
  readonly pairs: readonly KnownPair[];
}

/** Extracts the documents that are asked for; the words of the whole project, as they were, judge the edits. */
function extractAll(call: Call, project: Project, known: Known): AllExtracted {
  const files: NewFile[] = [];
  const extracted: Extracted[] = [];
  const pairs: KnownPair[] = [];
  const chosen = chooseDocuments(project, call.args);
  const step = call.progress(chosen.length);
  const words = occurrencesIn(() => project.documents.flatMap((one) => storedTexts(project, one)));
  for (const document of chosen) {
    step(document.path);
    const { source, text, merged } = previousSource(call, project, document);
    const bytes = readBytes(project, document);
    const found = extractDocument({
      document: document.path,
      bytes,
      settings: project.config,
      previous: source,
      known: known.has(bytes, text),
      project: words,
    });
    extracted.push({ document: document.path, ...found });
    const changed = merged || found.catalogue !== source;
    const file = changed ? sourceFile(project, document, found.catalogue) : null;
    if (file) files.push(file);
    pairs.push({ document: bytes, catalogue: file?.text ?? text });
    files.push(...mergedTargets(call, project, document, found.catalogue));
  }
  return { files, extracted, pairs };
}

/** The catalogue that ids are carried from; one with conflict markers is merged first. */
function previousSource(
  call: Call,
  project: Project,
  document: ProjectDocument,
): { readonly source: SourceCatalogue | null; readonly text: string; readonly merged: boolean } {
  const path = cataloguePath(project.config, document, project.config.sourceLocale);
  const text = readStoredText(project.root, path);
  const sides = text === null ? null : splitConflict(text);
  if (text === null) return { source: null, text: '', merged: false };
  if (sides === null) return { source: parseSource(text, path), text, merged: false };
  const [ours, theirs] = [parseSource(sides.ours, path), parseSource(sides.theirs, path)];
  const { catalogue, conflicts } = mergeSource(baseOf(sides.base, path, parseSource), ours, theirs);
  call.terminal.err(`${call.words('cli.extract.merged', { file: path, count: conflicts.length })}\n`);
  return { source: catalogue, text, merged: true };
}

function mergedTargets(
  call: Call,
  project: Project,
  document: ProjectDocument,
  source: SourceCatalogue,
): NewFile[] {
  return project.config.targetLocales.flatMap((locale) => {
    const path = cataloguePath(project.config, document, locale);
    const text = readStoredText(project.root, path);
    const sides = text === null ? null : splitConflict(text);
    if (sides === null) return [];
    const [ours, theirs] = [parseTarget(sides.ours, path), parseTarget(sides.theirs, path)];
    const { catalogue, conflicts } = mergeTarget(baseOf(sides.base, path, parseTarget), ours, theirs);
    call.terminal.err(`${call.words('cli.extract.merged', { file: path, count: conflicts.length })}\n`);
    return [targetFile(project, document, source, catalogue)];
  });
}

/** The base helps, but is not needed: git may have written one that is itself in conflict. */
function baseOf<T>(text: string | null, path: string, parse: (text: string, path: string) => T): T | null {
  try {
    return text === null || text.trim() === '' ? null : parse(text, path);
  } catch {
    return null;
  }
}

const COUNTS = ['added', 'edited', 'moved', 'retired', 'restored', 'split', 'merged'] as const;

/** Edits after which a translation may say something wrong: told before anything else. */
function alarms({ words, paint, terminal }: Call, extracted: readonly Extracted[]): string {
  const ids = extracted.flatMap(({ changes }) =>
    changes.edited.flatMap(({ id, class: edit }) => (edit === 'meaning' ? [id] : [])),
  );
  if (ids.length === 0) return '';
  const text = words('cli.extract.alarm', { count: ids.length, ids });
  const lines = terminal.columns === null ? [text] : wrapText(forTerminal(`! ${text}`), terminal.columns);
  return `${lines.map((line) => `${paint('error', line)}\n`).join('')}\n`;
}

function changesTable({ words, terminal, paint, number }: Call, extracted: readonly Extracted[]): string {
  const titles = ['segments', 'words', ...COUNTS].map((key) => ({
    title: words(`cli.column.${key}`),
    right: true,
  }));
  const cell = (count: number): Cell =>
    terminal.columns === null
      ? String(count)
      : { text: number(count), style: (line) => (count === 0 ? paint('quiet', line) : line) };
  const rows = extracted.map(({ document, segments, words: count, changes }) => [
    document,
    ...[segments, count, ...COUNTS.map((key) => changes[key].length)].map(cell),
  ]);
  const columns = [{ title: words('cli.column.document') }, ...titles];
  return formatTable(columns, rows, terminal.columns, (line) => paint('quiet', line));
}

const CLASS_TONES: Readonly<Record<EditClass, Tone>> = {
  cosmetic: 'quiet',
  wording: 'warning',
  meaning: 'error',
};

/** What an edit changed, since a person may class it otherwise. */
function editsTable({ words, terminal, paint }: Call, extracted: readonly Extracted[]): string {
  const rows = extracted.flatMap(({ changes }) =>
    changes.edited.flatMap(({ id, class: edit, from, to }): Cell[][] => [
      [
        '',
        { text: id, style: (line) => paint('note', line) },
        { text: words(`cli.extract.class.${edit}`), style: (line) => paint(CLASS_TONES[edit], line) },
        { text: `− ${from}`, style: (line) => paint('quiet', line) },
      ],
      ['', '', '', `+ ${to}`],
    ]),
  );
  if (rows.length === 0) return '';
  return `\n${formatTable(Array(4).fill({ title: '' }), rows, terminal.columns)}\n`;
}
