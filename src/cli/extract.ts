import { splitConflict } from '../catalogue/conflict.ts';
import { mergeSource } from '../catalogue/merge-source.ts';
import { mergeTarget } from '../catalogue/merge-target.ts';
import { parseSource, parseTarget } from '../catalogue/parse.ts';
import type { SourceCatalogue } from '../model/catalogue.ts';
import { type Extraction, extractDocument } from '../pipeline.ts';
import { type NewFile, writeFiles } from '../project/files.ts';
import { cataloguePath, type ProjectDocument } from '../project/layout.ts';
import { chooseDocuments, openProject, type Project } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import { formatTable } from './columns.ts';
import { readBytes, readStoredText, sourceFile, targetFile } from './store.ts';

interface Extracted extends Extraction {
  readonly document: string;
}

/** `hexapla extract`: brings the source catalogues up to date, and merges catalogues with conflict markers. */
export function run(call: Call): Outcome {
  const project = openProject(call.root);
  const files: NewFile[] = [];
  const extracted: Extracted[] = [];
  for (const document of chooseDocuments(project, call.args)) {
    const { source, merged } = previousSource(call, project, document);
    const bytes = readBytes(project, document);
    const found = extractDocument({
      document: document.path,
      bytes,
      settings: project.config,
      previous: source,
    });
    extracted.push({ document: document.path, ...found });
    if (merged || found.catalogue !== source) files.push(sourceFile(project, document, found.catalogue));
    files.push(...mergedTargets(call, project, document, found.catalogue));
  }
  const dry = call.flag('dry-run');
  const written = dry ? [] : writeFiles(project.root, files);
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
      const last = dry
        ? 'cli.extract.dry'
        : written.length === 0
          ? 'cli.extract.nothing'
          : 'cli.extract.next';
      return `${changesTable(call, extracted)}${editsTable(call, extracted)}${words(last)}\n`;
    },
  };
}

/** The catalogue that ids are carried from; one with conflict markers is merged first. */
function previousSource(
  call: Call,
  project: Project,
  document: ProjectDocument,
): { readonly source: SourceCatalogue | null; readonly merged: boolean } {
  const path = cataloguePath(project.config, document, project.config.sourceLocale);
  const text = readStoredText(project.root, path);
  const sides = text === null ? null : splitConflict(text);
  if (text === null) return { source: null, merged: false };
  if (sides === null) return { source: parseSource(text, path), merged: false };
  const [ours, theirs] = [parseSource(sides.ours, path), parseSource(sides.theirs, path)];
  const { catalogue, conflicts } = mergeSource(baseOf(sides.base, path, parseSource), ours, theirs);
  call.terminal.err(`${call.words('cli.extract.merged', { file: path, count: conflicts.length })}\n`);
  return { source: catalogue, merged: true };
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

function changesTable({ words, terminal }: Call, extracted: readonly Extracted[]): string {
  const titles = ['segments', 'words', ...COUNTS].map((key) => ({
    title: words(`cli.column.${key}`),
    right: true,
  }));
  const rows = extracted.map(({ document, segments, words: count, changes }) => [
    document,
    ...[segments, count, ...COUNTS.map((key) => changes[key].length)].map(String),
  ]);
  return formatTable([{ title: words('cli.column.document') }, ...titles], rows, terminal.columns);
}

/** What an edit changed, since a person may class it otherwise. */
function editsTable({ terminal }: Call, extracted: readonly Extracted[]): string {
  const rows = extracted.flatMap(({ changes }) =>
    changes.edited.flatMap(({ id, class: edit, from, to }) => [
      ['', id, edit, `− ${from}`],
      ['', '', '', `+ ${to}`],
    ]),
  );
  if (rows.length === 0) return '';
  return `\n${formatTable(Array(4).fill({ title: '' }), rows, terminal.columns)}\n`;
}
