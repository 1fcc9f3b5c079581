import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Config } from './config.ts';

/**
 * Which catalogues are known to be made from which documents, so that neither has to be read again to know it. It is
 * kept in the user's cache folder, named by the project's root, and may be deleted at any time: then documents are
 * read, and the answer is the same.
 */
export interface Known {
  readonly has: (document: Uint8Array, catalogue: string) => boolean;
  /** Keeps these pairs, and only these, for the next time. */
  readonly keep: (pairs: readonly KnownPair[]) => void;
}

/** A document's bytes and the text of the catalogue made from them. */
export interface KnownPair {
  readonly document: Uint8Array;
  readonly catalogue: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** What is known of a project. Without a cache folder in the environment nothing is, and nothing is kept. */
export function knownPairs(root: string, config: Config, env: Environment): Known {
  const place = cachePlace(root, env);
  const settings = JSON.stringify([
    config.sourceLocale,
    config.segmentation,
    config.softBreaks,
    config.frontMatter,
  ]);
  const keyOf = (document: Uint8Array, catalogue: string): string =>
    digest(settings, digest(document), digest(catalogue)).slice(0, 32);
  let lines: ReadonlySet<string> | null = null;
  return {
    has: (document, catalogue) => {
      lines ??= readLines(place);
      return lines.has(keyOf(document, catalogue));
    },
    keep: (pairs) => {
      const kept = new Set(pairs.map(({ document, catalogue }) => keyOf(document, catalogue)));
      lines ??= readLines(place);
      if (place === null || (kept.size === lines.size && [...kept].every((key) => lines?.has(key)))) return;
      writeLines(place, kept);
      lines = kept;
    },
  };
}

/** The cache's file: below `XDG_CACHE_HOME`, else `~/.cache` (XDG Base Directory Specification 0.8). */
export function cachePlace(root: string, { XDG_CACHE_HOME, HOME }: Environment): string | null {
  const folder = XDG_CACHE_HOME || (HOME ? join(HOME, '.cache') : '');
  return folder === '' ? null : join(folder, 'hexapla', digest(resolve(root)).slice(0, 16));
}

function readLines(place: string | null): ReadonlySet<string> {
  try {
    return new Set(place === null ? [] : readFileSync(place, 'latin1').split('\n').filter(Boolean));
  } catch {
    return new Set();
  }
}

/** What cannot be kept is found out again the next time. */
function writeLines(place: string, lines: ReadonlySet<string>): void {
  try {
    mkdirSync(dirname(place), { recursive: true });
    const temporary = `${place}.${process.pid}.tmp`;
    writeFileSync(temporary, [...lines, ''].join('\n'));
    renameSync(temporary, place);
  } catch {
    // No room, or no right to write there.
  }
}

function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
