import { formatRecord, formatSource, formatTarget } from '../catalogue/json.ts';
import { parseRecord, parseSource, parseTarget } from '../catalogue/parse.ts';
import { HexaplaError } from '../model/error.ts';
import type { Config } from '../project/config.ts';
import { hasFile, listFiles, type NewFile, readFile, removeFiles, writeFiles } from '../project/files.ts';
import { cataloguePath, type ProjectDocument, recordPath } from '../project/layout.ts';
import { CONFIG_FILE } from '../project/place.ts';
import { readConfig } from '../project/project.ts';
import { cleanPath, documentAt, renameInConfig } from '../project/rename.ts';
import type { Call, Outcome } from './call.ts';
import { movedPublications } from './mv-published.ts';
import { readStoredText } from './store.ts';

/** A file that belongs to a document: where it was, where it goes, and its content there. */
interface Moved {
  readonly from: string;
  readonly to: NewFile;
}

/**
 * `hexapla mv`: renames a document with its catalogues and records. A document that was renamed by hand is followed.
 * Everything is written under its new name before anything is taken away: cut short, the same command finishes it.
 */
export function run(call: Call): Outcome {
  const { root } = call;
  const config = readConfig(root);
  const [from, to] = ([0, 1] as const).map((at) => documentAt(config, cleanPath(call.args[at] ?? '')));
  if (!from || !to) throw new Error('mv has two arguments');
  const configText = readStoredText(root, CONFIG_FILE) ?? '';
  const newConfig = renameInConfig(configText, config, from.path, to.path);
  const published = movedPublications(root, config, from, to);
  const moved: readonly Moved[] = [
    ...documentFile(root, from, to),
    ...storedFiles(root, config, from, to),
    ...published.flatMap((file) => (file.to ? [{ from: file.from, to: file.to }] : [])),
  ];
  const gone = published.filter((file) => file.to === null).map((file) => file.from);
  refuseOccupied(root, moved);
  writeFiles(
    root,
    moved.map((file) => file.to),
  );
  writeFiles(root, [{ path: CONFIG_FILE, text: newConfig }]);
  removeFiles(
    root,
    [...moved.map((file) => file.from), ...gone].filter(
      (path) => !moved.some((file) => file.to.path === path),
    ),
  );
  const files = moved.map((file) => ({ from: file.from, to: file.to.path }));
  return {
    exit: 0,
    data: { from: from.path, to: to.path, files },
    text: () => `${call.words('cli.mv.done', { from: from.path, to: to.path, count: files.length })}\n`,
  };
}

/** The document itself; none where it has been renamed before. Throws `file-missing` where there is neither. */
function documentFile(root: string, from: ProjectDocument, to: ProjectDocument): Moved[] {
  const bytes = readFile(root, from.path);
  if (bytes !== null) return [{ from: from.path, to: { path: to.path, text: bytes } }];
  if (hasFile(root, to.path)) return [];
  throw new HexaplaError('file-missing', {}, { file: from.path });
}

/** The catalogues of all locales, and the records of what was sent. They name their document. */
function storedFiles(root: string, config: Config, from: ProjectDocument, to: ProjectDocument): Moved[] {
  const document = to.path;
  const source = movedFile(root, ...pathsIn(config, config.sourceLocale, from, to), (text, path) =>
    formatSource({ ...parseSource(text, path), document }),
  );
  const targets = config.targetLocales.flatMap((locale) => [
    ...movedFile(root, ...pathsIn(config, locale, from, to), (text, path) => {
      const target = parseTarget(text, path);
      return formatTarget({ ...target, document }, Object.keys(target.targets));
    }),
    ...records(root, config, locale, from).flatMap((path) => {
      const digest = path.slice(path.lastIndexOf('/') + 1, -'.json'.length);
      return movedFile(root, path, recordPath(config, to, locale, digest), (text) =>
        formatRecord({ ...parseRecord(text, path), document }),
      );
    }),
  ]);
  return [...source, ...targets];
}

function pathsIn(
  config: Config,
  locale: string,
  from: ProjectDocument,
  to: ProjectDocument,
): [string, string] {
  return [cataloguePath(config, from, locale), cataloguePath(config, to, locale)];
}

function records(root: string, config: Config, locale: string, document: ProjectDocument): readonly string[] {
  const folder = recordPath(config, document, locale, '').replace(/[^/]*$/, '');
  return listFiles(root, folder).filter((path) => path.endsWith('.json'));
}

function movedFile(
  root: string,
  from: string,
  to: string,
  change: (text: string, path: string) => string,
): Moved[] {
  const text = readStoredText(root, from);
  return text === null ? [] : [{ from, to: { path: to, text: change(text, from) } }];
}

/** Nothing that stands in the new place is overwritten, unless it is what would be written there. */
function refuseOccupied(root: string, moved: readonly Moved[]): void {
  for (const { from, to } of moved) {
    const there = from === to.path ? null : readFile(root, to.path);
    if (there !== null && !Buffer.from(there).equals(Buffer.from(to.text))) {
      throw new HexaplaError('rename-occupied', { path: from }, { file: to.path });
    }
  }
}
