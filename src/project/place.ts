import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** The file in a project's root that makes it a project. */
export const CONFIG_FILE = 'hexapla.json';

/** Whether a path with `/` stays below the folder that it starts from. */
export function isRelative(path: string): boolean {
  if (/^[/\\~]|^[A-Za-z]:|\0/.test(path)) return false;
  return !path.split(/[/\\]/).includes('..');
}

/** The nearest folder, from the given one upwards, that is a project's root; null where there is none. */
export function findRoot(folder: string): string | null {
  return findAbove(folder, CONFIG_FILE);
}

/** The nearest folder, from the given one upwards, in which there is a file or folder of a name; null for none. */
export function findAbove(folder: string, name: string): string | null {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, name))) return at;
    if (dirname(at) === at) return null;
  }
}

/** A path as it is written in a folder, with `/`. */
export function pathFrom(folder: string, place: string): string {
  const path = relative(folder, place);
  return path === '' ? '.' : isAbsolute(path) ? path : path.split(sep).join('/');
}
