import { existsSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { readResource } from '../exchange/strings/json-read.ts';
import type { Resource } from '../exchange/strings/tree.ts';
import { HexaplaError } from '../model/error.ts';
import { canonicalLocale } from '../model/locale.ts';
import { readAnyFile, replaceFile, shownPath, writeFiles } from '../project/files.ts';
import type { Call } from './call.ts';

/** The place of a namespace in a path that is given for all of them. */
const NAME = '{name}';

/** The namespace of a resource file: its name without its folder and ending. */
export function namespaceOf(path: string): string {
  const name = basename(path).replace(/\.json$/i, '');
  if (/^\.*$|[\\/:\0]/.test(name)) throw new HexaplaError('path-escape', { path }, { file: path });
  return name;
}

/** A path with the namespace in it; one without a place for it serves one namespace alone. */
export function pathFor(call: Call, option: string, path: string, several: boolean): string {
  const pattern = call.text(option) ?? '';
  if (pattern.includes(NAME)) return pattern.replaceAll(NAME, namespaceOf(path));
  if (several)
    throw new HexaplaError('bad-option-value', { option: `--${option}`, value: pattern, allowed: [] });
  return pattern;
}

/** Whether the path that an option gives may name a file that is not there: one of many that a pattern stands for. */
export function isPattern(call: Call, option: string): boolean {
  return call.text(option)?.includes(NAME) ?? false;
}

/** Reads a resource file; `there` gives null where there is none. Throws as `readAnyFile` and `readResource` do. */
export function readResourceFile(call: Call, path: string): Resource {
  const bytes = readAnyFile(call.root, path);
  const file = shownPath(call.root, path);
  try {
    return readResource(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), file);
  } catch (error) {
    if (error instanceof TypeError) throw new HexaplaError('not-utf8', {}, { file });
    throw error;
  }
}

/** Reads a resource file, or gives null where there is none. */
export function readResourceIfThere(call: Call, path: string): Resource | null {
  return existsSync(resolve(call.root, path)) ? readResourceFile(call, path) : null;
}

/** Writes a file where the user said, also outside of the project. Throws `file-unwritable`, `path-escape`. */
export function writeAnywhere(call: Call, path: string, text: string): void {
  const shown = shownPath(call.root, path);
  if (!shown.startsWith('../') && !/^(?:[A-Za-z]:|\/)/.test(shown))
    writeFiles(call.root, [{ path: shown, text }]);
  else if (existsSync(dirname(resolve(call.root, path)))) replaceFile(call.root, path, text);
  else throw new HexaplaError('file-unwritable', { cause: 'ENOENT' }, { file: shown });
}

/** The locale that an option names. Throws `bad-option-value`. */
export function localeOption(call: Call, option: string): string {
  const tag = call.text(option) ?? '';
  const locale = canonicalLocale(tag);
  if (locale !== null) return locale;
  throw new HexaplaError('bad-option-value', { option: `--${option}`, value: tag, allowed: [] });
}
