import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseSource, parseTarget } from '../../src/catalogue/parse.ts';
import type { SourceCatalogue, TargetCatalogue } from '../../src/model/catalogue.ts';
import { hexapla } from '../support/cli.ts';
import { newFolder, putFiles } from '../support/folder.ts';

const SENTENCES = [
  'The first one.',
  'The second one.',
  'The third one.',
  'The fourth one.',
  'The fifth one.',
];
const DRIVER = [
  process.execPath,
  '--import',
  import.meta.resolve('tsx'),
  fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url)),
];

/** A repository with a project of one document, extracted and committed. */
async function repository(): Promise<string> {
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

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
}

function commit(folder: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'work');
}

function useDriver(folder: string): void {
  git(
    folder,
    'config',
    'merge.hexapla.driver',
    `${DRIVER.map((word) => `"${word}"`).join(' ')} merge-driver %O %A %B %P`,
  );
  putFiles(folder, { '.gitattributes': 'locales/*/*.json merge=hexapla\n' });
  commit(folder);
}

async function does(folder: string, ...words: string[]): Promise<string> {
  const { exit, out, err } = await hexapla(folder, words);
  if (exit !== 0) throw new Error(`${words.join(' ')}: ${err}`);
  return out + err;
}

async function translate(folder: string, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [id, stdin] of Object.entries(texts)) {
    const { err } = await hexapla(folder, ['set', 'a', id, '--locale', 'hy'], { stdin });
    expect(err).toBe('');
  }
}

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
const source = (folder: string): SourceCatalogue => parseSource(read(folder, 'locales/en/a.json'), 'a.json');
const target = (folder: string): TargetCatalogue => parseTarget(read(folder, 'locales/hy/a.json'), 'a.json');
const live = (folder: string): [string, string][] =>
  source(folder).units.flatMap(({ segments }) =>
    Object.entries(segments).map(([id, { text }]): [string, string] => [id, text]),
  );

function idsOf(folder: string): [string, string, string, string, string] {
  const ids = live(folder).map(([id]) => id);
  expect(ids.length).toBe(5);
  return ids as [string, string, string, string, string];
}

function texts(folder: string): Record<string, string> {
  return Object.fromEntries(Object.entries(target(folder).targets).map(([id, { text }]) => [id, text]));
}

/** Two branches from here, each with its own work, and the second merged into the first. */
async function mergeBranches(
  folder: string,
  ours: () => Promise<void>,
  theirs: () => Promise<void>,
): Promise<void> {
  git(folder, 'checkout', '--quiet', '-b', 'theirs');
  await theirs();
  commit(folder);
  git(folder, 'checkout', '--quiet', 'main');
  await ours();
  commit(folder);
  git(folder, 'merge', '--quiet', '--no-edit', 'theirs');
}

describe('git', () => {
  it('merges translations of adjacent segments by itself', async () => {
    const folder = await repository();
    const [a, b, c] = idsOf(folder);
    await translate(folder, { [a]: 'Մեկ։', [b]: 'Երկու։', [c]: 'Երեք։' });
    commit(folder);
    await mergeBranches(
      folder,
      () => translate(folder, { [a]: 'Առաջին։' }),
      () => translate(folder, { [b]: 'Երկրորդ։' }),
    );
    expect(texts(folder)).toEqual({ [a]: 'Առաջին։', [b]: 'Երկրորդ։', [c]: 'Երեք։' });
    await does(folder, 'status');
  });

  it('merges neighbouring new translations with the merge driver', async () => {
    const folder = await repository();
    const [a, b, c, d] = idsOf(folder);
    await translate(folder, { [a]: 'Մեկ։', [d]: 'Չորս։' });
    commit(folder);
    useDriver(folder);
    await mergeBranches(
      folder,
      () => translate(folder, { [b]: 'Երկու։' }),
      () => translate(folder, { [c]: 'Երեք։' }),
    );
    expect(Object.keys(texts(folder))).toEqual([a, b, c, d]);
    expect(target(folder).suggestions).toEqual({});
  });

  it('keeps both translations of one segment with the merge driver', async () => {
    const folder = await repository();
    const [a] = idsOf(folder);
    useDriver(folder);
    await mergeBranches(
      folder,
      () => translate(folder, { [a]: 'Մեկ։' }),
      () => translate(folder, { [a]: 'Առաջին։' }),
    );
    expect(texts(folder)).toEqual({ [a]: 'Մեկ։' });
    expect(target(folder).suggestions[a]).toMatchObject([{ text: 'Առաջին։', reason: 'conflict' }]);
  });

  it('leaves conflict markers that extract merges, and that other commands refuse', async () => {
    const folder = await repository();
    const [, b, c] = idsOf(folder);
    const work = mergeBranches(
      folder,
      () => translate(folder, { [b]: 'Երկու։' }),
      () => translate(folder, { [c]: 'Երեք։' }),
    );
    await expect(work).rejects.toThrow();
    expect(read(folder, 'locales/hy/a.json')).toContain('<<<<<<<');
    const refused = await hexapla(folder, ['status']);
    expect([refused.exit, refused.err]).toEqual([3, expect.stringContaining('locales/hy/a.json:')]);
    expect(await does(folder, 'extract')).toContain('locales/hy/a.json: the two sides');
    expect(texts(folder)).toEqual({ [b]: 'Երկու։', [c]: 'Երեք։' });
    expect(await does(folder, 'extract')).toContain('Nothing changed.');
  });

  it('keeps every id when both branches edit the document', async () => {
    const folder = await repository();
    const before = idsOf(folder);
    useDriver(folder);
    const edit = async (from: string, to: string): Promise<void> => {
      writeFileSync(join(folder, 'locales/en/a.md'), read(folder, 'locales/en/a.md').replace(from, to));
      await does(folder, 'extract');
    };
    await mergeBranches(
      folder,
      () => edit('The first one.', 'The very first one. And a new one.'),
      () => edit('The fifth one.', 'The fifth and last one.'),
    );
    expect((await hexapla(folder, ['status'])).err).toContain('has changed since it was last extracted');
    await does(folder, 'extract');
    const after = live(folder);
    expect(after.map(([, text]) => text)).toEqual([
      'The very first one.',
      'And a new one.',
      ...SENTENCES.slice(1, 4),
      'The fifth and last one.',
    ]);
    expect(after.map(([id]) => id).filter((_, i) => i !== 1)).toEqual(before);
    expect(source(folder).retired).toEqual({});
  });
});
