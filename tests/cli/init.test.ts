import { describe, expect, it } from 'vitest';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { allFiles, newFolder } from '../support/folder.ts';
import { CONFIG, LETTER } from '../support/letter.ts';

const configIn = (folder: string): unknown => JSON.parse(allFiles(folder)['hexapla.json'] ?? '');

describe('init', () => {
  it('writes the configuration and asks nothing that it is told', async () => {
    const folder = newFolder({ 'locales/en/a.md': LETTER });
    const words = ['init', '--source', 'en', '--target', 'hy,fr', '--documents', 'locales/en/*.md'];
    const { exit, data } = await hexaplaJson<object>(folder, words);
    expect(exit).toBe(0);
    expect(data).toMatchObject({ ...CONFIG, minState: 'reviewed', policy: 'hold' });
    expect((await hexapla(folder, ['extract'])).exit).toBe(0);
    const again = await hexapla(folder, words);
    expect([again.exit, again.err]).toEqual([2, expect.stringContaining('already')]);
  });

  it('asks only for what it does not see, and names what it needs where nobody answers', async () => {
    const folder = newFolder({ 'locales/en/a.md': LETTER, '.git/HEAD': '' });
    const asked: string[] = [];
    const ask = async (question: string): Promise<string> => {
      asked.push(question);
      return 'hy, fr';
    };
    const none = await hexapla(folder, ['init', '--source', 'en']);
    expect([none.exit, none.err]).toEqual([2, expect.stringContaining('--target L,L')]);
    const { exit, out } = await hexapla(folder, ['init'], { ask });
    expect([exit, asked]).toEqual([0, [expect.stringContaining('Languages to translate into')]]);
    expect(out).toContain('in English (en), as locales/en/ shows.');
    expect(out).toContain('git config merge.hexapla.driver');
    expect(out).toMatch(/Next: hexapla extract\n$/);
    expect(configIn(folder)).toEqual({
      sourceLocale: 'en',
      targetLocales: ['hy', 'fr'],
      documents: ['locales/en/*.md'],
    });
  });

  it('asks for everything where it sees nothing', async () => {
    const folder = newFolder({ 'one/a.md': LETTER, 'two/b.md': LETTER });
    const asked: string[] = [];
    const answers = ['', 'pt-br', 'one/*.md'];
    const ask = async (question: string): Promise<string> => answers[asked.push(question) - 1] ?? '';
    const { exit } = await hexapla(folder, ['init'], { ask });
    expect([exit, asked.length, asked[0]]).toEqual([0, 3, expect.stringContaining('(en)')]);
    expect(configIn(folder)).toEqual({
      sourceLocale: 'en',
      targetLocales: ['pt-BR'],
      documents: ['one/*.md'],
    });
  });

  it.each<[string, Record<string, string>, string, string[], string]>([
    ['assumes English, and says so', { 'my letter.md': LETTER }, 'en', ['my letter.md'], 'it is assumed'],
    [
      'sees a folder',
      { 'locales/ka/a.md': LETTER, 'README.md': 'x' },
      'ka',
      ['locales/ka/*.md'],
      'as locales/ka/ shows',
    ],
    [
      'sees a name',
      { 'letter.de.md': LETTER, 'README.md': 'x' },
      'de',
      ['letter.de.md'],
      'as letter.de.md shows',
    ],
    ['sees front matter', { 'a.md': `---\nlang: uk\n---\n\n${LETTER}` }, 'uk', ['a.md'], 'as a.md shows'],
    [
      'leaves the targets’ folders',
      { 'en/a.md': LETTER, 'fr/a.md': LETTER },
      'en',
      ['en/*.md'],
      'as en/ shows',
    ],
    ['takes a README that is alone', { 'README.md': LETTER }, 'en', ['README.md'], 'it is assumed'],
    [
      'takes no package’s',
      { 'a.md': LETTER, 'node_modules/x/b.md': 'x', 'README.md': 'x' },
      'en',
      ['a.md'],
      'assumed',
    ],
  ])('%s', async (_, files, sourceLocale, documents, said) => {
    const folder = newFolder(files);
    const { exit, out, err } = await hexapla(folder, ['init', '--target', 'fr,hy']);
    expect([exit, err]).toEqual([0, '']);
    expect(configIn(folder)).toEqual({ sourceLocale, targetLocales: ['fr', 'hy'], documents });
    expect(out).toContain(said);
    expect(out).not.toContain('git config');
    expect((await hexapla(folder, ['extract'])).exit).toBe(0);
  });

  it.each<[Record<string, string>, string[], string]>([
    [{ 'a.txt': 'x' }, ['--target', 'fr'], '--documents GLOB'],
    [{ 'one/a.md': 'x', 'two/a.md': 'x' }, ['--target', 'fr'], '--documents GLOB'],
    [{ 'en/a.md': 'x', 'de/a.md': 'x' }, ['--target', 'fr'], '--source L'],
    [{ 'a.md': 'x' }, [], '--target L,L'],
    [{ 'a.md': 'x' }, ['--target', 'French'], 'Did you mean fr?'],
    [{ 'a.md': 'x' }, ['--target', 'հայերեն'], '--target cannot be “հայերեն”. Did you mean hy?'],
    [{ 'a.md': 'x' }, ['--source', 'klingonish', '--target', 'fr'], '--source cannot be “klingonish”'],
    [{ 'a.md': 'x' }, ['--target', 'en'], 'cannot be a target language too'],
  ])('of %j with %j it says what it needs', async (files, words, said) => {
    const folder = newFolder(files);
    const { exit, out, err } = await hexapla(folder, ['init', ...words]);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain(said);
    expect(allFiles(folder)).toEqual(files);
  });

  it('writes nothing that would not work', async () => {
    const folder = newFolder();
    for (const documents of ['*.md', '../*.md']) {
      const ran = await hexapla(folder, [
        'init',
        '--source',
        'en',
        '--target',
        'hy',
        '--documents',
        documents,
      ]);
      expect(ran.exit).toBeGreaterThan(1);
    }
    expect(
      (await hexapla(folder, ['init', '--source', 'xx-!', '--target', 'hy', '--documents', 'a'])).exit,
    ).toBe(2);
    expect(allFiles(folder)).toEqual({});
  });
});
