import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { allFiles, newFolder, putFiles } from '../support/folder.ts';
import { CONFIG, edit, LETTER, project } from '../support/letter.ts';

describe('a document that changed', () => {
  it.each([['export'], ['build'], ['check'], ['status'], ['pseudo']])('is refused by %s', async (command) => {
    const folder = await project();
    edit(folder, 'peace', 'justice');
    const before = allFiles(folder);
    const { exit, err } = await hexapla(folder, [command]);
    expect([exit, err]).toEqual([2, expect.stringMatching(/locales\/en\/a\.md: .*Run hexapla extract/)]);
    expect(allFiles(folder)).toEqual(before);
  });

  it('has to be extracted first', async () => {
    const folder = await project({ 'locales/en/a.md': LETTER });
    for (const command of ['export', 'build', 'check', 'status']) {
      expect((await hexapla(folder, [command])).err).toContain('hexapla extract first');
    }
  });
});

describe('bad input ends in one clear error and changes nothing', () => {
  const xliff = (text: string): Record<string, string> => ({ 'x.xlf': text });
  const head =
    '<xliff version="1.2"><file original="locales/en/a.md" source-language="en" target-language="hy" datatype="x"><body>';

  it.each<[string, string[], Record<string, string | Uint8Array>, string]>([
    [
      'a document that is not UTF-8',
      ['extract'],
      { 'locales/en/a.md': Buffer.from([0x41, 0xff, 0x42]) },
      'UTF-8',
    ],
    ['a document with a NUL', ['extract'], { 'locales/en/a.md': 'a\n\nb\0c\n' }, 'a.md:3'],
    [
      'a catalogue that is cut off',
      ['extract'],
      { 'locales/en/a.json': '{\n  "hexapla": 1,\n  "docu' },
      'a.json:3',
    ],
    ['a catalogue that is no catalogue', ['status'], { 'locales/en/a.json': '[]' }, 'a.json:1'],
    [
      'a catalogue from a newer version',
      ['extract'],
      { 'locales/en/a.json': '{ "hexapla": 2 }' },
      'newer version',
    ],
    [
      'a target catalogue that is cut off',
      ['status'],
      { 'locales/hy/a.json': '{ "hexapla": 1, "targets": {' },
      'hy/a.json:1',
    ],
    [
      'a DOCTYPE',
      ['import', 'x.xlf'],
      xliff('<!DOCTYPE xliff>\n<xliff/>'),
      'x.xlf:1:1: The file has a DOCTYPE',
    ],
    [
      'an entity bomb',
      ['import', 'x.xlf'],
      xliff('<!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><x>&c;</x>'),
      'DOCTYPE',
    ],
    ['an unknown entity', ['import', 'x.xlf'], xliff(`${head}<trans-unit id="s1"><source>&nbsp;`), 'entity'],
    [
      'a lost closing tag',
      ['import', 'x.xlf'],
      xliff(`${head}\n<trans-unit id="s00000001"><source>x</source>\n</body></file></xliff>`),
      'x.xlf:2:1: The element trans-unit is not closed. This is in segment s00000001.\n',
    ],
    [
      'ten thousand levels of nesting',
      ['import', 'x.xlf'],
      xliff(`<xliff version="1.2">${'<a>'.repeat(10_000)}`),
      'levels deep',
    ],
    ['a file of another kind', ['import', 'x.xlf'], xliff('<html/>'), 'not an XLIFF file'],
    ['an XLIFF without files', ['import', 'x.xlf'], xliff('<xliff version="1.2"/>'), 'no file element'],
    ['an unknown version', ['import', 'x.xlf'], xliff('<xliff version="9.9"/>'), 'XLIFF 9.9'],
    ['a path that leads out', ['build', '--out', '../out'], {}, '../out/en/a.md leads out'],
    ['an absolute path', ['export', '--out', '/tmp/out'], {}, 'leads out'],
    [
      'a configured path that leads out',
      ['build'],
      { 'hexapla.json': JSON.stringify({ ...CONFIG, editions: '../x' }, null, 1) },
      'hexapla.json:11: ../x leads out',
    ],
    ['a folder that cannot be written', ['build'], { editions: 'a file' }, 'cannot be written (ENOTDIR)'],
    [
      'a folder in place of a file',
      ['extract'],
      { 'locales/en/a.json/x': '' },
      'a.json: The file cannot be read (EISDIR)',
    ],
  ])('%s', async (_, words, files, hint) => {
    const folder = await project();
    if ('locales/en/a.json/x' in files) rmSync(join(folder, 'locales/en/a.json'));
    putFiles(folder, files);
    const before = allFiles(folder);
    const { exit, out, err } = await hexapla(folder, words);
    expect(err).toContain(hint);
    // The mistake, its line with or without a caret, and what to do.
    expect([exit, out]).toEqual([3, '']);
    expect(err).toMatch(/^hexapla: .+\n(?: \d+ \| .*\n(?: +\| +\^\n)?(?:.+\n)?)?$/);
    expect(allFiles(folder)).toEqual(before);
    const json = await hexaplaJson<{ error: { code: string; file: string | null } }>(folder, words);
    expect(Object.keys(json.data.error)).toEqual(['code', 'message', 'file', 'line', 'segment']);
    expect(json.exit).toBe(3);
  });

  it('a document that is a link out of the project', async () => {
    const outside = newFolder({ 'b.md': 'secret' });
    const folder = await project();
    symlinkSync(join(outside, 'b.md'), join(folder, 'locales/en/b.md'));
    const { exit, err } = await hexapla(folder, ['extract']);
    expect([exit, err]).toEqual([3, expect.stringContaining('locales/en/b.md leads out')]);
  });

  it.each<[string[], string]>([
    [['extract', 'lettr'], 'lettr is not a document'],
    [['segments', 'b'], 'b is not a document'],
    [['import', 'nothing.xlf'], 'nothing.xlf: There is no such file'],
    [['import', 'locales/en/a.mdx'], 'Did you mean locales/en/a.md?'],
    [['export', '--locale', 'frr'], 'Did you mean fr?'],
    [['classify', 'a', 's00000000', 'cosmetic'], 'no segment s00000000'],
    [['set', 'a', 's00000000', '-l', 'hy'], 'no segment s00000000'],
    [['review', 'a', 's00000000', '-l', 'hy', '--by', 'x'], 'no segment s00000000'],
  ])('%j is a mistake of use', async (words, hint) => {
    const folder = await project();
    const { exit, err } = await hexapla(folder, words, { stdin: 'x' });
    expect([exit, err]).toEqual([2, expect.stringContaining(hint)]);
  });

  it('a check of nothing fails', async () => {
    const folder = await project({ 'hexapla.json': JSON.stringify({ ...CONFIG, targetLocales: [] }) });
    expect((await hexapla(folder, ['check'])).exit).toBe(1);
  });
});
