import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { parseSource, parseTarget } from '../../src/catalogue/parse.ts';
import type { SourceCatalogue, TargetCatalogue } from '../../src/model/catalogue.ts';
import { hexapla } from './cli.ts';
import { newFolder, putFiles } from './folder.ts';
import { PROGRAM } from './processes.ts';

/** The sentences of the document, in two paragraphs. */
export const SENTENCES = [
  'The first one.',
  'The second one.',
  'The third one.',
  'The fourth one.',
  'The fifth one.',
];
const DRIVER = [process.execPath, ...PROGRAM];

/** A repository with a project of one document, extracted and committed. */
export async function repository(): Promise<string> {
  const config = { sourceLocale: 'en', targetLocales: ['hy'], documents: ['locales/en/*.md'] };
  const folder = newFolder({
    'hexapla.json': JSON.stringify(config),
    'locales/en/a.md': `${SENTENCES.slice(0, 3).join(' ')}\n\n${SENTENCES.slice(3).join(' ')}\n`,
  });
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'config', 'user.email', 'ani@example.org');
  git(folder, 'config', 'user.name', 'Ani');
  git(folder, 'config', 'commit.gpgsign', 'false');
  await does(folder, 'extract');
  commit(folder);
  return folder;
}

/** Runs git and gives what it prints. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

/** Commits everything. */
export function commit(folder: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'work');
}

/** Lets git merge catalogues with the merge driver. */
export function useDriver(folder: string): void {
  git(
    folder,
    'config',
    'merge.hexapla.driver',
    `${DRIVER.map((word) => `"${word}"`).join(' ')} merge-driver %O %A %B %P`,
  );
  putFiles(folder, { '.gitattributes': 'locales/*/*.json merge=hexapla\n' });
  commit(folder);
}

/** Runs a command that must end well, and gives what it says. */
export async function does(folder: string, ...words: string[]): Promise<string> {
  const { exit, out, err } = await hexapla(folder, words);
  if (exit !== 0) throw new Error(`${words.join(' ')}: ${err}`);
  return out + err;
}

/** Sets targets by their ids. */
export async function translate(folder: string, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, stdin] of Object.entries(texts)) {
    const { err } = await hexapla(folder, ['set', 'a', id, '--locale', 'hy'], { stdin });
    expect(err).toBe('');
  }
}

/** The text of a file. */
export const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
/** The source catalogue. */
export const source = (folder: string): SourceCatalogue =>
  parseSource(read(folder, 'locales/en/a.json'), 'a.json');
/** The target catalogue. */
export const target = (folder: string): TargetCatalogue =>
  parseTarget(read(folder, 'locales/hy/a.json'), 'a.json');
/** The live segments in document order: ids and texts. */
export const live = (folder: string): [string, string][] =>
  source(folder).units.flatMap(({ segments }) =>
    Object.entries(segments).map(([id, { text }]): [string, string] => [id, text]),
  );

/** The ids of the five sentences. */
export function idsOf(folder: string): [string, string, string, string, string] {
  const ids = live(folder).map(([id]) => id);
  expect(ids.length).toBe(5);
  return ids as [string, string, string, string, string];
}

/** The texts of the targets by their ids. */
export function texts(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(target(folder).targets).map(([id, { text }]) => [id, text]));
}

/** Changes the document as an author does, and extracts. */
export async function edit(folder: string, from: string, to: string): Promise<void> {
  const before = read(folder, 'locales/en/a.md');
  expect(before).toContain(from);
  writeFileSync(join(folder, 'locales/en/a.md'), before.replace(from, to));
  await does(folder, 'extract');
}

/** Two branches from here, each with its own work, and the second merged into the first; gives what is in conflict. */
export async function mergeBranches(
  folder: string,
  ours: () => Promise<void>,
  theirs: () => Promise<void>,
): Promise<readonly string[]> {
  git(folder, 'checkout', '--quiet', '-b', 'theirs');
  await theirs();
  commit(folder);
  git(folder, 'checkout', '--quiet', 'main');
  await ours();
  commit(folder);
  try {
    git(folder, 'merge', '--quiet', '--no-edit', 'theirs');
    return [];
  } catch {
    return git(folder, 'diff', '--name-only', '--diff-filter=U').trim().split('\n');
  }
}

/** The id of the one sentence that a branch added to the five. */
export async function idAlone(folder: string, branch: string): Promise<string> {
  const text = git(folder, 'show', `${branch}:locales/en/a.json`);
  return Object.keys(parseSource(text, 'a.json').units.at(-1)?.segments ?? {})[0] ?? '';
}

/** How far the language is, as status tells it. */
export async function progress(folder: string): Promise<object> {
  const { documents } = JSON.parse(await does(folder, 'status', '--json')) as {
    documents: { locales: { hy: object } }[];
  };
  return documents[0]?.locales.hy ?? {};
}
