import { describe, expect, it } from 'vitest';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { allFiles, newFolder } from '../support/folder.ts';
import { CONFIG, LETTER } from '../support/letter.ts';

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

  it('asks for the rest, and names what it needs where nobody answers', async () => {
    const folder = newFolder({ 'locales/en/a.md': LETTER });
    const asked: string[] = [];
    const answers = ['', 'hy, fr', ''];
    const ask = async (question: string): Promise<string> => {
      asked.push(question);
      return answers[asked.length - 1] ?? '';
    };
    const none = await hexapla(folder, ['init', '--source', 'en']);
    expect([none.exit, none.err]).toEqual([2, expect.stringContaining('--target L,L')]);
    const { exit, out } = await hexapla(folder, ['init'], { ask });
    expect([exit, asked.length]).toEqual([0, 3]);
    expect(asked[2]).toContain('locales/en/*.md');
    expect(out).toContain('git config merge.hexapla.driver');
    expect(JSON.parse(allFiles(folder)['hexapla.json'] ?? '')).toEqual({
      sourceLocale: 'en',
      targetLocales: ['hy', 'fr'],
      documents: ['locales/en/*.md'],
    });
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
