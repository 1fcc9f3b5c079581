import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { cachePlace } from './known.ts';

/**
 * What came of work, and from what: what was built of a document, or found in an edition. Work whose inputs have the same
 * key need not be done again. It is kept in the user's cache folder and may be deleted at any time.
 */
export interface KnownResults {
  /** What was told of work on inputs of this key; null where nothing is known. */
  readonly find: (key: string) => unknown;
  /** Keeps these results, and only these, for the next time. */
  readonly keep: (results: readonly KnownResult[]) => void;
}

/** The key of some work's inputs in 64 digits, and what is told of what came of it (JSON). */
export interface KnownResult {
  readonly key: string;
  readonly told: unknown;
}

const DIGITS = 64;

/** The results of one kind of work that are known of a project. Without a cache folder none is, and none is kept. */
export function knownResults(
  root: string,
  env: Readonly<Record<string, string | undefined>>,
  kind: 'builds' | 'checks',
): KnownResults {
  const cache = cachePlace(root, env);
  const place = cache === null ? null : `${cache}.${kind}`;
  const lines = new Map(readLines(place).map((line) => [line.slice(0, DIGITS), line.slice(DIGITS)]));
  return {
    find: (key) => {
      const told = lines.get(key);
      return told === undefined ? null : readTold(told);
    },
    keep: (results) => {
      const same = results.length === lines.size && results.every(({ key }) => lines.has(key));
      if (place === null || same) return;
      const kept = results.map(({ key, told }) => key + (lines.get(key) ?? JSON.stringify(told)));
      writeLines(place, kept);
    },
  };
}

function readTold(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function readLines(place: string | null): readonly string[] {
  try {
    return place === null ? [] : readFileSync(place, 'utf8').split('\n').filter(Boolean);
  } catch {
    return [];
  }
}

/** What cannot be kept is found out again the next time. */
function writeLines(place: string, lines: readonly string[]): void {
  try {
    mkdirSync(dirname(place), { recursive: true });
    const temporary = `${place}.${process.pid}.tmp`;
    writeFileSync(temporary, lines.map((line) => `${line}\n`).join(''));
    renameSync(temporary, place);
  } catch {
    // No room, or no right to write there.
  }
}
