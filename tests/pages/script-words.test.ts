import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Words } from '../../src/edition/page.ts';
import { renderInterleaved } from '../../src/edition/parallel.ts';
import { SCRIPT_STYLE } from '../../src/edition/script-style.ts';
import { scriptWords } from '../../src/edition/script-words.ts';
import { structureInput } from '../support/page-fixtures.ts';
import { NAMED_WORDS } from '../support/page-words.ts';
import { scriptedPage } from '../support/script-page.ts';
import { invalidities } from '../support/validate.ts';

const ENGLISH = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../locales/en/ui.json', import.meta.url)), 'utf8'),
) as { page: { script: Record<string, string> } };

/** The table of words in the template: a line a text. */
const linesOf = (html: string): string[][] =>
  (/<p>([^<]*)<\/p>/.exec(html)?.[1] ?? '').split('\n').map((line) => line.split('\t'));

describe('the words of the script come with the page', () => {
  test('in the languages of its readers, once where two say the same', () => {
    const words: Words = (locale, key) => (key.endsWith('close') ? 'X' : `${locale} ${key}`);
    const lines = linesOf(scriptWords(words, ['en', 'hy']));
    expect(lines[0]).toEqual(['', 'en', 'hy']);
    expect(lines).toContainEqual(['search', 'en page.script.search', 'hy page.script.search']);
    expect(lines).toContainEqual(['close', 'X', '']);
    expect(lines.every(({ length }) => length === 3)).toBe(true);
  });

  test('all that there are, and all that the script and its elements ask for', () => {
    const html = scriptWords(structureInput().words, ['en']);
    const given = linesOf(html)
      .slice(1)
      .map(([key]) => key);
    expect([...given].sort()).toEqual(Object.keys(ENGLISH.page.script).sort());
    const folder = fileURLToPath(new URL('../../src/viewer/', import.meta.url));
    const code = readdirSync(folder).filter((name) => name.endsWith('.ts'));
    const asked = [
      ...[...html.matchAll(/ data-w="([^"]*)"/g)].map(([, key]) => key),
      ...code.flatMap((name) =>
        [...readFileSync(`${folder}${name}`, 'utf8').matchAll(/\b(?:say|tell)\('(\w+)'/g)].map(
          ([, key]) => key,
        ),
      ),
      ...['copied', 'failed'],
    ];
    expect(new Set(asked)).toEqual(new Set(given));
  });

  test('values have places that the script fills', () => {
    const lines = new Map(
      linesOf(scriptWords(structureInput().words, ['en'])).map(([key, text]) => [key, text]),
    );
    expect(lines.get('found')).toBe('Found: {0}');
    expect(lines.get('place')).toBe('Sentence {0} of {1}');
  });

  test('whatever they are, they are text, and stay in their line', () => {
    const words: Words = () => '</p></template><script>alert(1)</script>\t\n"';
    const html = scriptWords(words, ['en', 'hy']);
    expect(html).not.toContain('<script');
    expect(html.match(/<template/g)).toHaveLength(1);
    expect(html.endsWith('</template>')).toBe(true);
    expect(linesOf(html).every(({ length }) => length === 3)).toBe(true);
  });

  test('the same words give the same text, and other words another', () => {
    const { words } = NAMED_WORDS;
    expect(scriptWords(words, ['en', 'hy'])).toBe(scriptWords(words, ['en', 'hy']));
    expect(scriptWords(words, ['hy', 'en'])).not.toBe(scriptWords(words, ['en', 'hy']));
    expect(scriptWords(() => 'x', ['en', 'hy'])).not.toBe(scriptWords(() => 'y', ['en', 'hy']));
  });
});

describe('what the script adds to the page', () => {
  test('V34: the page with it is valid', async () => {
    const input = structureInput({ ...NAMED_WORDS });
    expect(await invalidities(scriptedPage('1', input))).toEqual([]);
    expect(await invalidities(scriptedPage('1', input, renderInterleaved))).toEqual([]);
  });

  test('V35: its rules fetch nothing, move nothing, and are small', () => {
    expect(SCRIPT_STYLE).not.toMatch(/url\(|@import|transition|animation|smooth|<\//);
    expect(Buffer.byteLength(SCRIPT_STYLE)).toBeLessThan(4_096);
  });
});
