import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../src/cli/arguments.ts';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { allFiles, newFolder, putFiles } from '../support/folder.ts';

interface Sent {
  readonly files: readonly {
    path: string | null;
    source: string;
    strings: number;
    kept: number;
    refused: unknown[];
  }[];
}

interface Taken {
  readonly files: readonly {
    path: string;
    source: string | null;
    strings: number;
    applied: string[];
    unchanged: string[];
    missing: string[];
    refused: { key: string; reason: string; line: number }[];
  }[];
}

const APP =
  '{\n  "greeting": "Hello {{name}}",\n  "items_one": "{{count}} item",\n  "items_other": "{{count}} items",\n  "size": 3\n}\n';
const SEND = ['strings', 'export', 'locales/en/app.json', '--source', 'en', '--target', 'hy'];

/** Writes a translation of every text into an XLIFF file. */
function translate(
  folder: string,
  path: string,
  change: (text: string) => string = (text) => `«${text}»`,
): void {
  const xml = readFileSync(`${folder}/${path}`, 'utf8');
  const done = xml.replace(
    /<source>(.*)<\/source>/g,
    (whole, text: string) => `${whole}<target>${change(text)}</target>`,
  );
  putFiles(folder, { [path]: done });
}

describe('commands of two words', () => {
  it('are read, with options before and between', () => {
    const line = readCommandLine(['-C', 'x', 'strings', '--source', 'en', 'export', 'a.json']);
    expect([line.command?.name, line.args, line.group]).toEqual(['strings export', ['a.json'], null]);
    expect(readCommandLine(['strings', '--help']).group).toBe('strings');
  });

  it.each([
    [['strings'], 'COMMAND'],
    [['strings', 'exprot'], 'Did you mean strings export?'],
    [['stings', 'export'], 'no command stings'],
    [['strings', 'export', 'a.json', '--sorce', 'en'], 'Did you mean --source?'],
    [['strings', 'export', '--source', 'en', '--target', 'hy'], 'JSON'],
    [['strings', 'export', 'a.json', '--source', 'en'], '--target L'],
    [['strings', 'import', 'a.xlf'], '--into FILE'],
  ])('%j is a mistake that says what is meant', async (line, said) => {
    const { exit, err } = await hexapla('/', line);
    expect([exit, err]).toEqual([2, expect.stringContaining(said)]);
  });

  it('have their help, alone and together', async () => {
    const both = await hexapla('/', ['strings', '--help']);
    expect([both.exit, both.out]).toEqual([0, expect.stringMatching(/strings export[\s\S]*strings import/)]);
    const { out } = await hexapla('/', ['strings', 'import', '--help']);
    expect(out).toContain('--into FILE');
    expect(out).not.toMatch(/cli\.|strings export/);
    expect((await hexapla('/', ['--help'])).out).toContain('  strings export ');
  });
});

describe('hexapla strings', () => {
  it('sends a file to a translator and takes it back, in a folder that is no project', async () => {
    const folder = newFolder({ 'locales/en/app.json': APP });
    const sent = await hexaplaJson<Sent>(folder, SEND);
    expect(sent).toMatchObject({
      exit: 0,
      data: {
        files: [{ path: 'app.hy.xlf', source: 'locales/en/app.json', strings: 3, kept: 1, refused: [] }],
      },
    });
    translate(folder, 'app.hy.xlf');
    const into = ['strings', 'import', 'app.hy.xlf', '--into', 'locales/hy/app.json'];
    const dry = await hexaplaJson<Taken>(folder, [...into, '--dry-run']);
    expect(dry.data.files[0]?.applied).toHaveLength(3);
    expect(Object.keys(allFiles(folder))).not.toContain('locales/hy/app.json');
    const taken = await hexaplaJson<Taken>(folder, into);
    expect(taken).toMatchObject({ exit: 0, data: { files: [{ path: 'locales/hy/app.json', strings: 3 }] } });
    expect(allFiles(folder)['locales/hy/app.json']).toBe(
      '{\n  "greeting": "«Hello {{name}}»",\n  "items_one": "«{{count}} item»",\n  "items_other": "«{{count}} items»",\n  "size": 3\n}\n',
    );
    const again = await hexaplaJson<Taken>(folder, into);
    expect(again.data.files[0]).toMatchObject({
      applied: [],
      unchanged: ['greeting', 'items_one', 'items_other'],
    });
  });

  it('names what it refuses and takes the rest', async () => {
    const folder = newFolder({ 'locales/en/app.json': APP });
    await hexapla(folder, SEND);
    translate(folder, 'app.hy.xlf', (text) => text.replace(/Hello .*/, 'Hi'));
    const { exit, out } = await hexapla(folder, ['strings', 'import', 'app.hy.xlf', '--into', 'app.json']);
    expect(exit).toBe(1);
    expect(out).toMatch(/app\.hy\.xlf:5 +greeting +placeholders or tags are lost \(\{\{name\}\}\)/);
    expect(JSON.parse(allFiles(folder)['app.json'] ?? '')).toEqual({
      items_one: '{{count}} item',
      items_other: '{{count}} items',
      size: 3,
    });
  });

  it('sends only what is missing, with the notes beside the file', async () => {
    const folder = newFolder({
      'locales/en/app.json': APP,
      'locales/en/app.notes.json': '{"greeting":"On the first page."}',
      'locales/hy/app.json': '{"items_one":"x","items_other":"y"}',
    });
    const { data } = await hexaplaJson<Sent>(folder, [
      ...SEND,
      '--with',
      'locales/hy/app.json',
      '--only',
      'missing',
      '-o',
      'out/a.xlf',
    ]);
    expect(data.files[0]).toMatchObject({ path: 'out/a.xlf', strings: 1 });
    expect(allFiles(folder)['out/a.xlf']).toContain('<note>On the first page.</note>');
  });

  it.each(['xliff-1.2', 'xliff-2.0'])('sends several namespaces in one %s file', async (format) => {
    const folder = newFolder({ 'locales/en/app.json': APP, 'locales/en/my menu.json': '{"save":"Save"}' });
    const both = ['strings', 'export', 'locales/en/app.json', 'locales/en/my menu.json'];
    const sent = await hexaplaJson<Sent>(folder, [
      ...both,
      '--source',
      'en',
      '--target',
      'uk',
      '--format',
      format,
    ]);
    expect(sent.data.files.map(({ path, strings }) => [path, strings])).toEqual([
      ['strings.uk.xlf', 5],
      ['strings.uk.xlf', 1],
    ]);
    translate(folder, 'strings.uk.xlf');
    const one = await hexaplaJson<{ error: { code: string } }>(folder, [
      'strings',
      'import',
      'strings.uk.xlf',
      '--into',
      'a.json',
    ]);
    expect([one.exit, one.data.error.code]).toEqual([2, 'bad-option-value']);
    const taken = await hexaplaJson<Taken>(folder, [
      'strings',
      'import',
      'strings.uk.xlf',
      '--into',
      'locales/uk/{name}.json',
    ]);
    expect(taken.data.files.map(({ path, source, strings }) => [path, source, strings])).toEqual([
      ['locales/uk/app.json', 'locales/en/app.json', 5],
      ['locales/uk/my menu.json', 'locales/en/my menu.json', 1],
    ]);
    expect(Object.keys(JSON.parse(allFiles(folder)['locales/uk/app.json'] ?? '') as object)).toEqual([
      'greeting',
      'items_one',
      'items_few',
      'items_many',
      'items_other',
      'size',
    ]);
  });

  it('reads files from elsewhere, and writes where it was told', async () => {
    const folder = newFolder({ 'a/app.json': APP, 'b/keep.txt': '' });
    const sent = await hexapla(`${folder}/b`, [
      'strings',
      'export',
      '../a/app.json',
      '--source',
      'en',
      '--target',
      'hy',
      '-o',
      '../app.xlf',
    ]);
    expect([sent.exit, sent.err]).toEqual([0, '']);
    translate(folder, 'app.xlf');
    const taken = await hexaplaJson<Taken>(`${folder}/b`, [
      'strings',
      'import',
      '../app.xlf',
      '--into',
      '../hy.json',
      '--source-file',
      '../a/app.json',
    ]);
    expect(taken.data.files[0]).toMatchObject({ strings: 3, source: '../a/app.json' });
    expect(Object.keys(allFiles(folder))).toEqual(['a/app.json', 'app.xlf', 'b/keep.txt', 'hy.json']);
    const nowhere = await hexapla(`${folder}/b`, [
      'strings',
      'export',
      '../a/app.json',
      '--source',
      'en',
      '--target',
      'hy',
      '-o',
      '../no/app.xlf',
    ]);
    expect(nowhere.exit).toBe(3);
  });

  it.each([
    [['--source', 'not a tag', '--target', 'hy'], 2, 'not a tag'],
    [['--source', 'en', '--target', 'x'], 2, '--target'],
    [['--source', 'en', '--target', 'hy', '--with', 'locales/hy/app.json'], 2, 'locales/hy/app.json'],
    [['--source', 'en', '--target', 'hy', '--format', 'xliff'], 2, 'xliff-1.2'],
  ])('export %j is refused', async (options, code, said) => {
    const folder = newFolder({ 'app.json': APP });
    const { exit, err } = await hexapla(folder, ['strings', 'export', 'app.json', ...options]);
    expect([exit, err]).toEqual([code, expect.stringContaining(said)]);
    expect(Object.keys(allFiles(folder))).toEqual(['app.json']);
  });

  it('refuses files that are damaged, naming file and line, and writes nothing', async () => {
    const folder = newFolder({
      'bad.json': '{\n"a": "x",\n}',
      'latin.json': new Uint8Array([0x7b, 0xff]),
      'bad.xlf': '<!DOCTYPE a><xliff/>',
    });
    const export_ = ['strings', 'export', '--source', 'en', '--target', 'hy'];
    expect((await hexapla(folder, [...export_, 'bad.json'])).err).toContain('bad.json:3');
    expect((await hexapla(folder, [...export_, 'latin.json'])).err).toContain('not UTF-8');
    expect((await hexapla(folder, [...export_, 'bda.json'])).err).toContain('Did you mean bad.json?');
    const { exit, err } = await hexapla(folder, ['strings', 'import', 'bad.xlf', '--into', 'a.json']);
    expect([exit, err]).toEqual([3, expect.stringContaining('bad.xlf:1')]);
    expect(Object.keys(allFiles(folder))).toEqual(['bad.json', 'bad.xlf', 'latin.json']);
  });

  it('never writes a translation over its source, nor outside by a file’s own name', async () => {
    const folder = newFolder({ 'locales/en/app.json': APP });
    await hexapla(folder, SEND);
    translate(folder, 'app.hy.xlf');
    const over = await hexapla(folder, ['strings', 'import', 'app.hy.xlf', '--into', 'locales/en/app.json']);
    expect([over.exit, allFiles(folder)['locales/en/app.json']]).toEqual([2, APP]);
    putFiles(folder, {
      'evil.xlf': (allFiles(folder)['app.hy.xlf'] ?? '').replace('locales/en/app.json', 'a\\..\\..\\b'),
    });
    expect((await hexapla(folder, ['strings', 'import', 'evil.xlf', '--into', 'x/{name}.json'])).exit).toBe(
      3,
    );
  });

  it('marks what a machine translated', async () => {
    const folder = newFolder({ 'locales/en/app.json': APP });
    await hexapla(folder, SEND);
    translate(folder, 'app.hy.xlf');
    await hexapla(folder, ['strings', 'import', 'app.hy.xlf', '--into', 'hy.json', '--origin', 'machine']);
    expect(allFiles(folder)['hy.json']).toMatch(
      /^\{\n {2}"\$meta": \{\n {4}"origin": "machine",\n {4}"reviewed": "no"\n {2}\},/,
    );
  });
});
