import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hexapla } from '../support/cli.ts';
import { allFiles, newFolder } from '../support/folder.ts';
import { translated } from '../support/translate.ts';

const LETTER = '# Our letter\n\nWe met in **Tbilisi**. We agreed on *ten* points.\n';

/** The words of a command line as a shell reads them. */
function wordsOf(line: string): string[] {
  return execFileSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1);
}

/** The command that the last lines of a command's output name, without the program; null where they name none. */
function hintIn(out: string, head: 'Next' | 'Or' = 'Next'): string[] | null {
  const line = out.split('\n').find((one) => one.startsWith(`${head}: `));
  if (line === undefined) return null;
  const words = wordsOf(line.slice(head.length + 2));
  expect(words[0]).toBe('hexapla');
  return words.slice(1);
}

/** A translator's work on the file of an import that is about to be run. */
function translate(folder: string, words: readonly string[]): void {
  const path = words.at(-1) ?? '';
  const locale = /\.([\w-]+)\.xlf$/.exec(path)?.[1] ?? '';
  const place = join(folder, path);
  writeFileSync(place, translated(readFileSync(place, 'utf8'), locale));
}

/** Follows the hints from a command to where there is none, doing only what they say. Gives the commands. */
async function follow(folder: string, first: readonly string[]): Promise<string[]> {
  const done: string[] = [];
  for (let words: string[] | null = [...first]; words !== null; ) {
    if (words[0] === 'import') translate(folder, words);
    const { exit, out, err } = await hexapla(folder, words);
    expect([words, exit <= 1, err]).toEqual([words, true, '']);
    done.push(words.join(' '));
    expect(done.length).toBeLessThan(20);
    words = hintIn(out);
  }
  return done;
}

describe('a newcomer with one document', () => {
  it('gets from init to the editions by typing what each command says', async () => {
    const folder = newFolder({ 'letter.md': LETTER });
    const done = await follow(folder, ['init', '--target', 'fr,hy']);
    expect(done).toEqual([
      'init --target fr,hy',
      'extract',
      'export',
      'import handoff/fr/letter.fr.xlf',
      'review letter --locale fr --all --by Your Name',
      'build',
      'import handoff/hy/letter.hy.xlf',
      'review letter --locale hy --all --by Your Name',
      'build',
    ]);
    const files = allFiles(folder);
    expect(files['editions/hy/letter.md']).toBe(
      '# Our letter [hy]\n\nWe met in **Tbilisi**. [hy] We agreed on *ten* points. [hy]\n',
    );
    expect(files['editions/parallel/letter.html']).toContain('[fr]');
  });

  it('gets there with a name that a shell would split', async () => {
    const folder = newFolder({ "my  'new' $letter.md": LETTER });
    const done = await follow(folder, ['init', '--target', 'fr']);
    expect(done.at(-1)).toBe('build');
    expect(Object.keys(allFiles(folder))).toContain("editions/fr/my  'new' $letter.md");
  });

  it('is told how a first build goes out: by a review, or with the source text marked', async () => {
    const folder = newFolder({ 'letter.md': LETTER });
    for (const words of [['init', '--target', 'fr'], ['extract'], ['export']]) await hexapla(folder, words);
    const words = ['import', 'handoff/fr/letter.fr.xlf'];
    translate(folder, words);
    await hexapla(folder, words);
    const { exit, out } = await hexapla(folder, ['build', '--locale', 'fr']);
    expect(exit).toBe(1);
    expect(out.split('\n').slice(-3)).toEqual([
      'Next: hexapla review letter --locale fr --all --by "Your Name"',
      'Or: hexapla build --locale fr --policy fallback',
      '',
    ]);
    const anyway = await hexapla(folder, hintIn(out, 'Or') ?? []);
    expect([anyway.exit, hintIn(anyway.out)]).toEqual([0, null]);
    await hexapla(folder, hintIn(out) ?? []);
    expect((await hexapla(folder, ['build'])).exit).toBe(0);
  });

  it('edits the document, and is led back to complete editions', async () => {
    const folder = newFolder({ 'letter.md': LETTER });
    await follow(folder, ['init', '--target', 'fr']);
    writeFileSync(join(folder, 'letter.md'), LETTER.replace('ten', 'twelve'));
    const done = await follow(folder, ['extract']);
    expect(done[0]).toBe('extract');
    expect(done.at(-1)).toBe('build');
    expect(allFiles(folder)['editions/fr/letter.md']).toContain('*twelve* points. [fr]');
  });

  it.each<[string, string[], string]>([
    ['extract again', ['extract'], 'status'],
    ['a dry extract', ['extract', 'letter', '--dry-run'], 'extract letter'],
    ['export', ['export', '--locale', 'hy'], 'import handoff/hy/letter.hy.xlf'],
    ['an import of nothing', ['import', 'handoff/fr/letter.fr.xlf'], 'import handoff/fr/letter.fr.xlf'],
    [
      'a dry import',
      ['import', 'handoff/fr/letter.fr.xlf', '--by', 'A B', '--dry-run'],
      'import handoff/fr/letter.fr.xlf --by A B',
    ],
    ['status', ['status'], 'import handoff/fr/letter.fr.xlf'],
    ['build', ['build'], 'import handoff/fr/letter.fr.xlf'],
  ])('after %s knows what comes next', async (_, words, next) => {
    const folder = newFolder({ 'letter.md': LETTER });
    for (const before of [['init', '--target', 'fr,hy'], ['extract'], ['export']])
      await hexapla(folder, before);
    const { out, err } = await hexapla(folder, words);
    expect([err, hintIn(out)?.join(' ')]).toEqual(['', next]);
  });

  it('is told to call the program as it was called', async () => {
    const folder = newFolder({ 'letter.md': LETTER });
    const { out } = await hexapla(folder, ['init', '--target', 'fr'], { env: { npm_command: 'exec' } });
    expect(out).toMatch(/\nNext: npx hexapla extract\n$/);
  });
});
