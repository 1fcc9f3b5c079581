import { HexaplaError } from '../model/error.ts';
import type { Config } from './config.ts';
import { globMatcher, hasWildcard } from './glob.ts';
import { parseLocated } from './json.ts';
import { nameBelow, type ProjectDocument } from './layout.ts';
import { CONFIG_FILE, isRelative } from './place.ts';

/** The document that a path is, by the configuration alone; by its own folder where nothing names it. */
export function documentAt({ documents }: Pick<Config, 'documents'>, path: string): ProjectDocument {
  const pattern = documents
    .map(bare)
    .find((one) => one === path || (hasWildcard(one) && globMatcher(one)(path)));
  return { path, name: nameBelow(pattern ?? path, path) };
}

/** A path below the project's root as it is compared: with `/`, without `./`. Throws `path-escape`. */
export function cleanPath(path: string): string {
  const clean = bare(path.replaceAll('\\', '/'));
  if (clean === '' || !isRelative(clean)) throw new HexaplaError('path-escape', { path });
  return clean;
}

/**
 * The text of `hexapla.json` after a document was renamed: a setting that named it names the new path, patterns stay.
 * Throws `rename-unnamed` where no pattern would find the new path.
 */
export function renameInConfig(text: string, config: Config, from: string, to: string): string {
  const at = config.documents.map(bare).indexOf(from);
  const found = config.documents.some((one) => hasWildcard(one) && globMatcher(bare(one))(to));
  if (at < 0 && !found && !config.documents.map(bare).includes(to)) {
    throw new HexaplaError(
      'rename-unnamed',
      { document: to, patterns: config.documents },
      { file: CONFIG_FILE },
    );
  }
  const located = parseLocated(text);
  const start = 'offset' in located ? undefined : located.places.get(`documents.${at}`);
  if (start === undefined) return text;
  const end = start + (/^"(?:[^"\\]|\\.)*"/.exec(text.slice(start))?.[0].length ?? 0);
  return text.slice(0, start) + JSON.stringify(to) + text.slice(end);
}

function bare(path: string): string {
  return path.replace(/^(?:\.\/)+/, '');
}
