import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { describe, expect, test } from 'vitest';
import { hexapla } from './support/cli.ts';
import { allFiles, newFolder, putFiles } from './support/folder.ts';
import { translated } from './support/translate.ts';

const CONFIG = { sourceLocale: 'en', targetLocales: ['fr'], documents: ['docs/*.md'] };
const TEXT = '# Title\n\nOne sentence is here. Another **bold** one follows.\n';

/** A project whose document was extracted and sent to a translator, whose return waits. */
async function project(): Promise<string> {
  const folder = newFolder({ 'hexapla.json': JSON.stringify(CONFIG), 'docs/a.md': TEXT });
  for (const words of [['extract'], ['export']]) expect((await hexapla(folder, words)).exit).toBe(0);
  const file = 'handoff/fr/a.fr.xlf';
  putFiles(folder, { [file]: translated(allFiles(folder)[file] ?? '', 'fr') });
  return folder;
}

interface Problem {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
  readonly segment?: string;
}

/** Runs a command that must fail cleanly: the exit code, one error in words, no file changed. */
async function fails(folder: string, words: readonly string[], exit = 3): Promise<Problem> {
  const before = allFiles(folder);
  const plain = await hexapla(folder, words);
  expect([plain.exit, plain.out]).toEqual([exit, '']);
  expect(plain.err.trim().split('\n').length).toBeLessThanOrEqual(6);
  const { out } = await hexapla(folder, [...words, '--json']);
  const { error } = JSON.parse(out) as { error: Problem };
  expect(error.message.length).toBeGreaterThan(20);
  expect(error.message).not.toMatch(/\{\w+,|^error\./);
  expect(allFiles(folder)).toEqual(before);
  return error;
}

const HANDOFF = 'handoff/fr/a.fr.xlf';

describe('documents', () => {
  test('that are not UTF-8, or hold a NUL', async () => {
    const folder = await project();
    writeFileSync(join(folder, 'docs/a.md'), Buffer.from([0x41, 0x0a, 0x42, 0xff, 0x43]));
    expect(await fails(folder, ['extract'])).toMatchObject({ code: 'not-utf8', file: 'docs/a.md', line: 2 });
    putFiles(folder, { 'docs/a.md': 'A\n\nB\0C\n' });
    expect(await fails(folder, ['extract'])).toMatchObject({ code: 'has-nul', file: 'docs/a.md', line: 3 });
  });

  test('of which one is broken: the others are not half extracted either', async () => {
    const folder = await project();
    putFiles(folder, { 'docs/a.md': `${TEXT}\nAdded.\n`, 'docs/b.md': 'bad\0' });
    expect((await fails(folder, ['extract'])).file).toBe('docs/b.md');
  });
});

describe('catalogues', () => {
  test.each([
    ['cut off', (text: string) => text.slice(0, text.length / 2), 'catalogue-invalid'],
    ['emptied', () => '', 'catalogue-invalid'],
    [
      'from a newer version',
      (text: string) => text.replace('"hexapla": 1', '"hexapla": 99'),
      'catalogue-newer',
    ],
  ])('%s', async (_, damage, code) => {
    const folder = await project();
    const path = 'docs/en/a.json';
    const name = allFiles(folder)[path] === undefined ? 'locales/en/a.json' : path;
    putFiles(folder, { [name]: damage(allFiles(folder)[name] ?? '') });
    for (const words of [['extract'], ['status'], ['export'], ['check'], ['build'], ['import', HANDOFF]]) {
      expect(await fails(folder, words)).toMatchObject({ code, file: name });
    }
  });
});

describe('returns', () => {
  const damaged: readonly (readonly [string, (text: string) => string, string])[] = [
    [
      'with a DOCTYPE',
      (text) => text.replace('?>', '?>\n<!DOCTYPE xliff SYSTEM "file:///etc/passwd">'),
      'xml-doctype',
    ],
    [
      'that are an entity bomb',
      (text) =>
        text
          .replace(
            '?>',
            `?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${[...'bcdefgh'].map((name, i) => `<!ENTITY ${name} "${`&${'abcdefg'[i]};`.repeat(10)}">`).join('')}]>`,
          )
          .replace('<source>', '<source>&h;'),
      'xml-doctype',
    ],
    ['with an entity of their own', (text) => text.replace('<source>', '<source>&bomb;'), 'xml-entity'],
    [
      'nested ten thousand deep',
      (text) => text.replace('<source>', `<source>${'<g id="1">'.repeat(10_000)}`),
      'xml-depth',
    ],
    ['cut off', (text) => text.slice(0, text.length / 2), 'xml-syntax'],
    ['that are no XLIFF', () => '<html><body/></html>', 'xliff-foreign'],
    ['that are no XML', () => 'just text', 'xml-syntax'],
    ['of an unknown version', (text) => text.replace('version="1.2"', 'version="7.0"'), 'xliff-version'],
  ];

  test.each(damaged)('%s', async (_, damage, code) => {
    const folder = await project();
    putFiles(folder, { [HANDOFF]: damage(allFiles(folder)[HANDOFF] ?? '') });
    expect(await fails(folder, ['import', HANDOFF])).toMatchObject({ code, file: HANDOFF });
  });

  test('with a lost closing tag: named by line and segment', async () => {
    const folder = await project();
    const text = allFiles(folder)[HANDOFF] ?? '';
    const at = text.lastIndexOf('</source>');
    const id = /trans-unit id="(s\w+)"/.exec(text.slice(text.lastIndexOf('<trans-unit', at)))?.[1];
    putFiles(folder, { [HANDOFF]: text.slice(0, at) + text.slice(at + '</source>'.length) });
    const error = await fails(folder, ['import', HANDOFF]);
    const line = text.slice(0, at).split('\n').length;
    expect(error).toMatchObject({ code: 'xml-syntax', segment: id });
    expect(Math.abs((error.line ?? 0) - line)).toBeLessThanOrEqual(1);
  });

  test('of which one is broken: the others are not taken in either', async () => {
    const folder = await project();
    putFiles(folder, { 'bad.xlf': '<xliff' });
    expect((await fails(folder, ['import', HANDOFF, 'bad.xlf'])).file).toBe('bad.xlf');
  });

  test('whose document would lie outside the project', async () => {
    const folder = await project();
    putFiles(folder, {
      [HANDOFF]: (allFiles(folder)[HANDOFF] ?? '').replace(
        'original="docs/a.md"',
        'original="../../../etc/passwd"',
      ),
    });
    const before = allFiles(folder);
    const { exit } = await hexapla(folder, ['import', HANDOFF]);
    expect([0, 2, 3]).toContain(exit);
    expect(
      Object.keys(allFiles(folder))
        .filter((path) => !(path in before))
        .every((path) => path === 'locales/fr/a.json'),
    ).toBe(true);
  });
});

describe('paths', () => {
  test.each([
    ['documents', { documents: ['../*.md'] }],
    ['editions', { editions: '../out' }],
    ['catalogues', { catalogues: '../{locale}/{name}.json' }],
    ['handoff', { handoff: '/tmp/{locale}/{name}.xlf' }],
  ])('%s that lead out of the project', async (_, over) => {
    const folder = newFolder({ 'hexapla.json': JSON.stringify({ ...CONFIG, ...over }), 'docs/a.md': TEXT });
    expect(await fails(folder, ['extract'])).toMatchObject({ code: 'path-escape' });
  });

  test('a symbolic link that leads out of the project', async () => {
    const folder = await project();
    const outside = newFolder();
    rmSync(join(folder, 'docs'), { recursive: true });
    putFiles(outside, { 'a.md': TEXT });
    symlinkSync(outside, join(folder, 'docs'));
    const error = await fails(folder, ['extract']);
    expect(error.code).toBe('path-escape');
    expect(Object.keys(allFiles(outside))).toEqual(['a.md']);
  });

  test('an --out that leads out of the project', async () => {
    const folder = await project();
    for (const words of [
      ['build', '--out', '../elsewhere'],
      ['export', '--out', join(tmpdir(), 'elsewhere')],
    ]) {
      expect((await fails(folder, words)).code).toBe('path-escape');
    }
  });

  test('a folder that cannot be written', async () => {
    const folder = await project();
    rmSync(join(folder, 'locales'), { recursive: true });
    putFiles(folder, { locales: 'a file where a folder should be' });
    expect((await fails(folder, ['extract'])).code).toBe('file-unwritable');
  });

  test('a document that is a folder', async () => {
    const folder = newFolder({ 'hexapla.json': JSON.stringify({ ...CONFIG, documents: ['docs/a.md'] }) });
    mkdirSync(join(folder, 'docs/a.md'), { recursive: true });
    expect(['file-unreadable', 'file-missing']).toContain(
      (await hexapla(folder, ['extract', '--json']).then(({ out }) => JSON.parse(out))).error.code,
    );
  });
});

/** Seconds of CPU that any of these may take: the stated bound. */
const BOUND = 5;
const many = (text: string, times = 10_000): string => text.repeat(times);

describe('pathological Markdown ends within the bound, in a result or one clear error that names the line', () => {
  test.each([
    ['ten thousand >', many('>')],
    ['ten thousand > with spaces', many('> ')],
    ['ten thousand [', many('[')],
    ['ten thousand ![', many('![')],
    ['ten thousand [a](', many('[a](')],
    ['ten thousand *', many('*')],
    ['ten thousand *a', many('*a ')],
    ['ten thousand a**b', many('a**b')],
    ['ten thousand *a_', many('*a_ ')],
    ['ten thousand backticks', many('`')],
    ['backticks in runs of every length', Array.from({ length: 400 }, (_, i) => '`'.repeat(i + 1)).join(' ')],
    ['a line of 60,000 spaces', `a${many(' ', 60_000)}b`],
    ['lists nested ten thousand deep', many('- ')],
    ['emphasis nested ten thousand deep', `${many('*')}a${many('*')}`],
    ['ten thousand <', many('<')],
    ['ten thousand definitions', many('[a]: b\n')],
    ['ten thousand footnotes', many('[^a]')],
    ['a table with ten thousand pipes', `|${many('a|')}\n|${many('-|')}\n|${many('b|')}\n`],
    ['ten thousand tildes', many('~~a ')],
    ['ten thousand &', many('&a')],
  ])('%s', async (_, text) => {
    const folder = newFolder({
      'hexapla.json': JSON.stringify(CONFIG),
      'docs/a.md': `First line.\n\n${text}\n`,
    });
    const cpu = process.cpuUsage();
    const started = performance.now();
    const { exit, out } = await hexapla(folder, ['extract', '--json']);
    const used = process.cpuUsage(cpu);
    expect((used.user + used.system) / 1e6).toBeLessThan(BOUND);
    expect(performance.now() - started).toBeLessThan(10 * BOUND * 1000);
    expect([0, 3]).toContain(exit);
    if (exit === 3)
      expect(JSON.parse(out).error).toMatchObject({ file: 'docs/a.md', line: expect.any(Number) });
  });
});
