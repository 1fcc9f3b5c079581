import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { cachePlace } from './known.ts';

/**
 * What was built of each document, and from what: a document whose inputs have the same key need not be built again
 * while its outputs are there. It is kept in the user's cache folder and may be deleted at any time.
 */
export interface KnownBuilds {
  /** What was told of a build from inputs of this key; null where nothing is known. */
  readonly find: (key: string) => unknown;
  /** Keeps these builds, and only these, for the next time. */
  readonly keep: (builds: readonly KnownBuild[]) => void;
}

/** A document's build: the key of its inputs in 64 digits, and what is told of it (JSON). */
export interface KnownBuild {
  readonly key: string;
  readonly told: unknown;
}

const DIGITS = 64;

/** The builds that are known of a project. Without a cache folder none is, and none is kept. */
export function knownBuilds(root: string, env: Readonly<Record<string, string | undefined>>): KnownBuilds {
  const cache = cachePlace(root, env);
  const place = cache === null ? null : `${cache}.builds`;
  const lines = new Map(readLines(place).map((line) => [line.slice(0, DIGITS), line.slice(DIGITS)]));
  return {
    find: (key) => {
      const told = lines.get(key);
      return told === undefined ? null : readTold(told);
    },
    keep: (builds) => {
      const same = builds.length === lines.size && builds.every(({ key }) => lines.has(key));
      if (place === null || same) return;
      const kept = builds.map(({ key, told }) => key + (lines.get(key) ?? JSON.stringify(told)));
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

/** What cannot be kept is built again the next time. */
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
