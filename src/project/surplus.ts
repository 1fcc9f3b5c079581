import { canonicalLocale } from '../model/locale.ts';
import type { Config } from './config.ts';
import { cataloguePath, type ProjectDocument } from './layout.ts';

/** What every catalogue begins with, after the version of its form. */
const HEAD = /^\uFEFF?\s*\{\s*"hexapla"\s*:\s*\d+\s*,\s*"document"\s*:/;
const HEAD_BYTES = 512;

/**
 * Catalogues (and records of publications) that belong to no document or no locale of the project: of `files`, those
 * whose paths a catalogue could have and whose text begins as a catalogue's does. `read` gives a file's bytes.
 */
export function surplusCatalogues(
  config: Config,
  documents: readonly ProjectDocument[],
  files: readonly string[],
  read: (path: string) => Uint8Array | null,
): readonly string[] {
  const known = new Set<string>();
  for (const document of documents) {
    for (const locale of [config.sourceLocale, ...config.targetLocales]) {
      known.add(cataloguePath(config, document, locale).replace(/\.json$/, ''));
    }
  }
  const shaped = shapeOf(config.catalogues);
  return files.filter((path) => {
    if (!path.endsWith('.json') || path.includes('.handoffs/')) return false;
    const stem = path.replace(/(?:\.published)?\.json$/, '');
    const locale = shaped.exec(`${stem}.json`)?.groups?.['locale'];
    if (known.has(stem) || locale === undefined || canonicalLocale(locale) === null) return false;
    const head = read(path)?.subarray(0, HEAD_BYTES);
    return head !== undefined && HEAD.test(new TextDecoder().decode(head));
  });
}

/** The paths that catalogues may have, the locale in a group of that name. */
function shapeOf(pattern: string): RegExp {
  let seen = false;
  const source = pattern
    .replace(/^(?:\.\/)+/, '')
    .split(/(\{locale\}|\{name\})/)
    .map((part) => {
      if (part === '{name}') return '.+';
      if (part !== '{locale}') return part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
      if (seen) return '\\k<locale>';
      seen = true;
      return '(?<locale>[^/]+)';
    });
  return new RegExp(`^${source.join('')}$`, 'u');
}
