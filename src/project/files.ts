import {
  closeSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { HexaplaError } from '../model/error.ts';
import { codeOf, guard } from './disk.ts';
import { hint } from './nearest.ts';
import { isRelative } from './place.ts';
import { temporaryBeside } from './temporary.ts';

/** A file to be written: its path below the project's root, with `/`, and its content. */
export interface NewFile {
  readonly path: string;
  readonly text: string | Uint8Array;
}

/** Reads a file of the project, or gives null where there is none. Throws `path-escape`, `file-unreadable`. */
export function readFile(root: string, path: string): Uint8Array | null {
  const place = placeInside(root, path);
  return guard(path, 'file-unreadable', () => {
    try {
      return readFileSync(place);
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '')) return null;
      throw error;
    }
  });
}

/**
 * Reads many files of the project, as `readFile` does: each folder is looked up and listed once, so nothing may be
 * written meanwhile. A file whose name is spelt otherwise than the folder lists it counts as absent.
 */
export function filesReader(root: string): (path: string) => Uint8Array | null {
  const listed = new Map<string, { readonly place: string; readonly files: ReadonlySet<string> }>();
  const folderAt = (folder: string) => {
    const known = listed.get(folder);
    if (known) return known;
    const place = placeInside(root, folder);
    const entries = guard(folder, 'file-unreadable', () =>
      statSync(place, { throwIfNoEntry: false })?.isDirectory()
        ? readdirSync(place, { withFileTypes: true })
        : [],
    );
    const files = new Set(entries.filter((entry) => !entry.isDirectory()).map(({ name }) => name));
    const links = entries.some((entry) => entry.isSymbolicLink());
    // Where a link leads is looked up for each.
    const found = { place: links ? '' : place, files };
    listed.set(folder, found);
    return found;
  };
  return (path) => {
    const { place, files } = folderAt(dirname(path));
    const name = basename(path);
    if (!files.has(name)) return null;
    if (place === '') return readFile(root, path);
    return guard(path, 'file-unreadable', () => readFileSync(join(place, name)));
  };
}

/**
 * Reads a file that need not be in the project (a return). Throws `file-missing` with the nearest right spelling,
 * `file-unreadable`.
 */
export function readAnyFile(folder: string, path: string): Uint8Array {
  refuseMissing(folder, path);
  return guard(path, 'file-unreadable', () => readFileSync(resolve(folder, path)));
}

/** Throws `file-missing`, with the nearest right spelling, where nothing is at a path. */
export function refuseMissing(folder: string, path: string): void {
  const place = resolve(folder, path);
  if (existsSync(place)) return;
  const folderOf = dirname(place);
  const there = statSync(folderOf, { throwIfNoEntry: false })?.isDirectory() ?? false;
  const names = there ? guard(path, 'file-unreadable', () => readdirSync(folderOf)) : [];
  const beside = path.slice(0, -basename(place).length);
  throw new HexaplaError(
    'file-missing',
    hint(
      path,
      names.map((name) => beside + name),
    ),
    { file: path },
  );
}

/** A path as it is shown: relative to the project's root, with `/`. */
export function shownPath(root: string, path: string): string {
  return relative(resolve(root), resolve(root, path)).split(sep).join('/');
}

/** When a file of the project was last written on this machine; null where there is none. Throws `path-escape`. */
export function changedAt(root: string, path: string): Date | null {
  return statSync(placeInside(root, path), { throwIfNoEntry: false })?.mtime ?? null;
}

/** Whether a path of the project is a file. Throws `path-escape`. */
export function hasFile(root: string, path: string): boolean {
  return statSync(placeInside(root, path), { throwIfNoEntry: false })?.isFile() ?? false;
}

/**
 * The files below a folder of the project (`docs/`, or nothing for the root), sorted by code units. Folders that
 * are hidden, links, or `node_modules` are passed over; what cannot be read gives `file-unreadable`.
 */
export function listFiles(root: string, folder: string): readonly string[] {
  const found: string[] = [];
  const waiting = [folder];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const place = placeInside(root, at === '' ? '.' : at);
    if (!existsSync(place)) continue;
    for (const entry of guard(at, 'file-unreadable', () => readdirSync(place, { withFileTypes: true }))) {
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && entry.name !== 'node_modules') waiting.push(`${at}${entry.name}/`);
      } else found.push(at + entry.name);
    }
  }
  return found.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Files that are written beside their places and brought to the disk, and have yet to be renamed. */
export interface Staged {
  readonly files: readonly { readonly temporary: string; readonly place: string; readonly path: string }[];
  /** Folders that were made for them. */
  readonly folders: readonly string[];
}

/**
 * Writes files so that each is there wholly or not at all: all are first written beside their places and brought
 * to the disk, then all are renamed. Content that is there already is not written again. Gives the paths that
 * changed. Throws `path-escape` and `file-unwritable`, and then leaves nothing behind.
 */
export function writeFiles(root: string, files: readonly NewFile[]): readonly string[] {
  return placeStaged([stageFiles(root, files)]);
}

/** The first half of `writeFiles`, which several threads may do at a time. */
export function stageFiles(root: string, files: readonly NewFile[]): Staged {
  const folders: string[] = [];
  const ready: Staged['files'][number][] = [];
  try {
    for (const file of files) {
      const place = placeInside(root, file.path);
      guard(file.path, 'file-unwritable', () => {
        const bytes = typeof file.text === 'string' ? Buffer.from(file.text, 'utf8') : file.text;
        const there = statSync(place, { throwIfNoEntry: false });
        if (there?.isFile() && there.size === bytes.length && readFileSync(place).equals(bytes)) return;
        if (there && !there.isFile()) throw Object.assign(new Error('not a file'), { code: 'EISDIR' });
        makeFolder(dirname(place), folders);
        const temporary = temporaryBeside(place);
        ready.push({ temporary, place, path: file.path });
        writeTemporary(temporary, bytes, there);
      });
    }
  } catch (error) {
    dropStaged([{ files: ready, folders }]);
    throw error;
  }
  return { files: ready, folders };
}

/** The second half of `writeFiles`, for all that was staged. */
export function placeStaged(staged: readonly Staged[]): readonly string[] {
  const files = staged.flatMap((one) => one.files);
  try {
    for (const { temporary, place, path } of files) {
      guard(path, 'file-unwritable', () => renameSync(temporary, place));
    }
  } catch (error) {
    dropStaged(staged);
    throw error;
  }
  for (const folder of new Set(files.map(({ place }) => dirname(place)))) syncFolder(folder);
  return files.map(({ path }) => path);
}

/** Takes away what was staged and will not be placed, and the folders that were made for it. */
export function dropStaged(staged: readonly Staged[]): void {
  for (const { files } of staged) for (const { temporary } of files) rmSync(temporary, { force: true });
  for (const folder of staged.flatMap(({ folders }) => folders).reverse()) removeIfEmpty(folder);
}

/** Takes away files that are no longer meant to be there; gives those that were. Throws `path-escape`. */
export function removeFiles(root: string, paths: readonly string[]): readonly string[] {
  return paths.filter((path) => {
    if (!hasFile(root, path)) return false;
    guard(path, 'file-unwritable', () => rmSync(placeInside(root, path)));
    return true;
  });
}

/** Replaces one file that need not be in a project (the merge driver's, a report), wholly or not at all. */
export function replaceFile(folder: string, path: string, text: string): void {
  const place = resolve(folder, path);
  guard(path, 'file-unwritable', () => mkdirSync(dirname(place), { recursive: true }));
  writeFiles(dirname(place), [{ path: basename(place), text }]);
}

/**
 * Where a path of the project really is, links followed. Throws `path-escape` where that is outside of the root.
 */
function placeInside(root: string, path: string): string {
  const leadsOut = (): HexaplaError => new HexaplaError('path-escape', { path });
  if (!isRelative(path)) throw leadsOut();
  const top = topOf(resolve(root));
  let there = resolve(root, path);
  const missing: string[] = [];
  for (;;) {
    const stats = guard(path, 'file-unreadable', () => lookUp(there));
    if (stats !== undefined) break;
    missing.unshift(basename(there));
    there = dirname(there);
  }
  const real = guard(path, 'path-escape', () => realpathSync.native(there));
  if (real !== top && !real.startsWith(top.endsWith(sep) ? top : top + sep)) throw leadsOut();
  return join(real, ...missing);
}

let lastTop: { readonly root: string; readonly real: string } | null = null;

/** Where the root really is; a command asks for many paths of one root. */
function topOf(root: string): string {
  if (lastTop?.root !== root) lastTop = { root, real: realpathSync.native(root) };
  return lastTop.real;
}

function lookUp(place: string): Stats | undefined {
  try {
    return lstatSync(place, { throwIfNoEntry: false });
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

function makeFolder(folder: string, made: string[]): void {
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw Object.assign(new Error('not a folder'), { code: 'ENOTDIR' });
    return;
  }
  makeFolder(dirname(folder), made);
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another thread was quicker.
    if (codeOf(error) === 'EEXIST') return;
    throw error;
  }
  made.push(folder);
}

function writeTemporary(place: string, bytes: Uint8Array, like: Stats | undefined): void {
  const file = openSync(place, 'wx');
  try {
    if (like) fchmodSync(file, like.mode);
    writeFileSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Brings a folder's renames to the disk; systems that cannot open a folder do so by themselves. */
function syncFolder(folder: string): void {
  try {
    const open = openSync(folder, 'r');
    try {
      fsyncSync(open);
    } finally {
      closeSync(open);
    }
  } catch {
    // The files are in place; only the moment at which the folder reaches the disk is left to the system.
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Somebody else put something into it.
  }
}
