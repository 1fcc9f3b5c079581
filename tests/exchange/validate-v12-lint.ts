import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where the official schemas and samples are. */
export const SHARED: string = resolve('../shared/xliff');

/** Whether xmllint and the schemas are there. */
export const canLint: boolean =
  existsSync(join(SHARED, 'schemas')) && spawnSync('xmllint', ['--version']).error === undefined;

/** What xmllint says of a text: whether the schema accepts it, and what it refuses, a line each. */
export interface Verdict {
  readonly accepted: boolean;
  readonly said: readonly string[];
}

/** Holds texts, by name, to a schema below `schemas`. */
export function lint(texts: ReadonlyMap<string, string>, schema: string): Map<string, Verdict> {
  const at = mkdtempSync(join(tmpdir(), 'hexapla-lint-'));
  try {
    const names = [...texts.keys()];
    const paths = names.map((_, index) => join(at, `${index}.xlf`));
    for (const [index, path] of paths.entries()) writeFileSync(path, texts.get(names[index] ?? '') ?? '');
    const said = new Map<string, string[]>(names.map((name) => [name, []]));
    const accepted = new Set<string>();
    for (const line of run(paths, schema)) {
      const [, number, rest = ''] = /^.*?\/(\d+)\.xlf(.*)$/.exec(line) ?? [];
      const name = number === undefined ? undefined : names[Number(number)];
      if (name === undefined || rest === ' fails to validate') continue;
      if (rest === ' validates') accepted.add(name);
      else said.get(name)?.push(rest);
    }
    return new Map(names.map((name) => [name, { accepted: accepted.has(name), said: said.get(name) ?? [] }]));
  } finally {
    rmSync(at, { recursive: true });
  }
}

// So many files at once: the command line has an end.
const AT_ONCE = 500;

function run(paths: readonly string[], schema: string): string[] {
  const env = { ...process.env, XML_CATALOG_FILES: pathToFileURL(join(SHARED, 'schemas/catalog.xml')).href };
  const lines: string[] = [];
  for (let from = 0; from < paths.length; from += AT_ONCE) {
    const files = paths.slice(from, from + AT_ONCE);
    const args = ['--nonet', '--noout', '--schema', join(SHARED, 'schemas', schema), ...files];
    lines.push(
      ...spawnSync('xmllint', args, { env, encoding: 'utf8', maxBuffer: 1 << 28 }).stderr.split('\n'),
    );
  }
  return lines;
}
