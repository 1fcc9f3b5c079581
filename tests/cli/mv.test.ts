import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { allFiles, newFolder, putFiles } from '../support/folder.ts';
import { translated } from '../support/translate.ts';

const CONFIG = { sourceLocale: 'en', targetLocales: ['fr', 'hy'], minState: 'translated' };

/** A project with a document that is translated into French, and a handoff that is out. */
async function project(documents: readonly string[], path: string): Promise<string> {
  const folder = newFolder({
    'hexapla.json': `${JSON.stringify({ ...CONFIG, documents }, null, 2)}\n`,
    [path]: '# Our statement\n\nWe met in **Tbilisi**. We agreed.\n',
  });
  await hexapla(folder, ['extract']);
  await hexapla(folder, ['export']);
  const handoff = Object.entries(allFiles(folder)).find(([name]) => name.endsWith('.fr.xlf')) ?? ['', ''];
  putFiles(folder, { 'back.xlf': translated(handoff[1], 'fr') });
  expect((await hexapla(folder, ['import', 'back.xlf'])).exit).toBe(0);
  return folder;
}

/** The files with one name put for another in paths and texts. */
function renamed(files: Record<string, string>, from: string, to: string): Record<string, string> {
  const put = (text: string) => text.replaceAll(from, to);
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [put(path), put(text)]));
}

const isWork = ([path]: [string, string]): boolean => /^(?:locales|docs|hexapla)/.test(path);
const work = (folder: string): Record<string, string> =>
  Object.fromEntries(Object.entries(allFiles(folder)).filter(isWork));

describe('hexapla mv', () => {
  it('renames a document with its catalogues and records, and in hexapla.json', async () => {
    const folder = await project(['docs/statement.md'], 'docs/statement.md');
    const before = work(folder);
    const { exit, data } = await hexaplaJson<{ files: unknown[] }>(folder, [
      'mv',
      'docs/statement.md',
      'docs/appeal.md',
    ]);
    expect([exit, data.files.length]).toEqual([0, 5]);
    expect(work(folder)).toEqual(renamed(before, 'statement.', 'appeal.'));
    expect((await hexapla(folder, ['status'])).exit).toBe(0);
    expect((await hexapla(folder, ['extract'])).out).toContain('Nothing changed');
  });

  it('takes publications along, whose records stay true', async () => {
    const folder = await project(['docs/*.md'], 'docs/statement.md');
    await hexapla(folder, ['publish', '-l', 'fr,en', '--by', 'P', '--date', '2026-02-03']);
    putFiles(folder, { 'locales/fr/statement.published.json.sig': 'x' });
    const before = allFiles(folder);
    await hexapla(folder, ['mv', 'docs/statement.md', 'docs/appeal.md']);
    const files = allFiles(folder);
    expect(files['locales/fr/appeal.published.md']).toBe(before['locales/fr/statement.published.md']);
    expect(Object.keys(files).filter((path) => path.includes('statement.published'))).toEqual([]);
    await hexapla(folder, ['build']);
    const { data } = await hexaplaJson<{ records: object[] }>(folder, ['verify']);
    expect(data.records).toMatchObject([
      { path: 'locales/en/appeal.published.json', problems: [] },
      { path: 'locales/fr/appeal.published.json', problems: [] },
    ]);
  });

  it('keeps patterns, and lets a file that is out come back', async () => {
    const folder = await project(['docs/**/*.md'], 'docs/statement.md');
    await hexapla(folder, ['mv', 'docs/statement.md', 'docs/2026/appeal.md']);
    const files = work(folder);
    expect(files['hexapla.json']).toContain('docs/**/*.md');
    expect(files).toHaveProperty(['locales/fr/2026/appeal.json']);
    const out = allFiles(folder)['handoff/hy/statement.hy.xlf'] ?? '';
    putFiles(folder, { 'late.xlf': translated(out, 'hy') });
    const { data } = await hexaplaJson<{ files: { document: string; applied: string[] }[] }>(folder, [
      'import',
      'late.xlf',
    ]);
    expect(data.files[0]).toMatchObject({ document: 'docs/2026/appeal.md' });
    expect(data.files[0]?.applied.length).toBe(3);
  });

  it('follows a document that was renamed by hand', async () => {
    const folder = await project(['docs/*.md'], 'docs/statement.md');
    const before = work(folder);
    renameSync(join(folder, 'docs/statement.md'), join(folder, 'docs/appeal.md'));
    expect((await hexapla(folder, ['mv', 'docs/statement.md', 'docs/appeal.md'])).exit).toBe(0);
    expect(work(folder)).toEqual(renamed(before, 'statement.', 'appeal.'));
  });

  it('finishes what was cut short', async () => {
    const folder = await project(['docs/statement.md'], 'docs/statement.md');
    const before = work(folder);
    await hexapla(folder, ['mv', 'docs/statement.md', 'docs/appeal.md']);
    const after = work(folder);
    putFiles(folder, { 'locales/fr/statement.json': before['locales/fr/statement.json'] ?? '' });
    rmSync(join(folder, 'locales/en/appeal.json'));
    putFiles(folder, { 'locales/en/statement.json': before['locales/en/statement.json'] ?? '' });
    expect((await hexapla(folder, ['mv', 'docs/statement.md', 'docs/appeal.md'])).exit).toBe(0);
    expect(work(folder)).toEqual(after);
  });

  it.each([
    [['docs/nothing.md', 'docs/appeal.md'], 'file-missing'],
    [['docs/statement.md', 'docs/taken.md'], 'rename-occupied'],
    [['docs/statement.md', 'elsewhere/appeal.md'], 'rename-unnamed'],
    [['docs/statement.md', '../appeal.md'], 'path-escape'],
  ])('refuses %j (%s), and changes nothing', async (names, code) => {
    const folder = await project(['docs/*.md'], 'docs/statement.md');
    putFiles(folder, { 'docs/taken.md': 'Something else.\n' });
    const before = allFiles(folder);
    const { data } = await hexaplaJson<{ error: { code: string } }>(folder, ['mv', ...names]);
    expect(data.error.code).toBe(code);
    expect(allFiles(folder)).toEqual(before);
  });
});

describe('a project', () => {
  it('loses nothing when a locale or a document leaves it, and finds it again', async () => {
    const folder = await project(['docs/*.md'], 'docs/statement.md');
    const whole = work(folder);
    const config = { ...CONFIG, documents: ['docs/*.md'] };
    putFiles(folder, {
      'hexapla.json': JSON.stringify({ ...config, targetLocales: ['hy'] }),
      'docs/other.md': 'Other.\n',
    });
    for (const command of ['extract', 'export', 'build']) await hexapla(folder, [command]);
    rmSync(join(folder, 'docs/statement.md'));
    for (const command of ['extract', 'export', 'build']) await hexapla(folder, [command]);
    putFiles(folder, {
      'hexapla.json': whole['hexapla.json'] ?? '',
      'docs/statement.md': whole['docs/statement.md'] ?? '',
    });
    rmSync(join(folder, 'docs/other.md'));
    expect((await hexapla(folder, ['extract'])).out).toContain('Nothing changed');
    expect(work(folder)).toMatchObject(whole);
  });
});
