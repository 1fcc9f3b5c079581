import { Interface } from 'node:readline';
import { Readable, Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTable } from '../../src/cli/columns.ts';
import { shorten, widthOf } from '../../src/cli/width.ts';
import { wrapText } from '../../src/cli/wrap.ts';

const runs = process.env['HEXAPLA_FULL'] === '1' ? 5000 : 150;

/** Node's own measure of a text on a terminal, by the East Asian Width of its Unicode data: where its line editor puts the cursor. */
class Ruler extends Interface {
  constructor() {
    super({
      input: new Readable({ read: () => undefined }),
      output: new Writable({ write: (_, __, done) => done() }),
    });
    this.setPrompt('');
  }
  measure(text: string): number {
    Object.assign(this, { line: text, cursor: text.length });
    return this.getCursorPos().cols;
  }
}

describe('the width of a text', () => {
  it('is that of Unicode for every assigned character', () => {
    const ruler = new Ruler();
    const wrong: string[] = [];
    let seen = 0;
    for (let code = 0x20; code <= 0x10ffff; code++) {
      const character = String.fromCodePoint(code);
      // Controls are never shown; a wide combining mark takes its column only where it stands alone.
      if (/[\p{Cn}\p{Cc}\p{Cs}\u302A-\u302D\u3099\u309A\u{16FE4}]/u.test(character)) continue;
      if (character.normalize('NFC') !== character) continue;
      seen++;
      if (ruler.measure(character) !== widthOf(character)) wrong.push(code.toString(16));
    }
    ruler.close();
    expect(seen).toBeGreaterThan(150_000);
    expect(wrong).toEqual([]);
  });

  it.each<[string, number]>([
    ['', 0],
    ['peace', 5],
    ['Խաղաղություն', 12],
    ['e\u0301', 1],
    ['日本語', 6],
    ['한국', 4],
    ['ｶﾅ', 2],
    ['שלום', 4],
    ['مُحَمَّد', 4],
    ['👨‍👩‍👧', 2],
    ['🇦🇲', 2],
    ['❤️', 2],
    ['❤', 1],
    ['1️⃣', 2],
    ['a\u200Bb', 2],
    ['\u2068שלום\u2069', 4],
    ['so\u00ADft', 5],
  ])('%j is %d', (text, width) => {
    expect(widthOf(text)).toBe(width);
  });
});

const word = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'abcdeéß/-,.') }),
  fc.string({ minLength: 1, maxLength: 9, unit: fc.constantFrom(...'日本語。、」平和') }),
  fc.string({ minLength: 1, maxLength: 9, unit: fc.constantFrom(...'שלום', 'a', '👨‍👩‍👧', 'e\u0301') }),
);
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));

describe('a wrapped text', () => {
  it('fits, and is the same text', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 40 }), (given, width) => {
        const lines = wrapText(given, width);
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(given.replaceAll(' ', ''));
      }),
      { numRuns: runs },
    );
  });

  it('is broken between words, and never within one that fits', () => {
    expect(wrapText('the road must be opened', 9)).toEqual(['the road', 'must be', 'opened']);
    expect(wrapText('locales/en/statement.md', 14)).toEqual(['locales/en/', 'statement.md']);
    expect(wrapText('平和を求めます。', 6)).toEqual(['平和を', '求めま', 'す。']);
    expect(wrapText('', 5)).toEqual(['']);
  });

  it('can be cut, between words where there are any', () => {
    expect(shorten('we demand peace', 12)).toBe('we demand…');
    expect(shorten('日本語日本語', 8)).toBe('日本語…');
    expect(shorten('statement', 5)).toBe('stat…');
    expect(shorten('peace', 5)).toBe('peace');
  });
});

describe('a table', () => {
  const columns = [{ title: 'a' }, { title: 'n', right: true }];

  it('is aligned by what a terminal shows', () => {
    const rows = [
      ['日本', '1'],
      ['e\u0301a', '20'],
    ];
    expect(formatTable(columns, rows, null)).toBe('a      n\n日本   1\ne\u0301a    20\n');
  });

  it('never loses anything, and fits where a row is narrower than the terminal', () => {
    const row = fc.tuple(text, fc.nat({ max: 99_999 }).map(String), text);
    const titled = [{ title: 'document' }, { title: 'unreviewed drafts', right: true }, { title: 'text' }];
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), fc.integer({ min: 24, max: 100 }), (rows, limit) => {
        const table = formatTable(titled, rows, limit);
        for (const line of table.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(limit);
        const letters = (all: string): string => [...all.replace(/[\s\u2068\u2069]/g, '')].sort().join('');
        const given = letters(rows.flat().join(''));
        const shown = letters(table);
        for (const letter of new Set(given)) {
          expect(shown.split(letter).length).toBeGreaterThanOrEqual(given.split(letter).length);
        }
      }),
      { numRuns: runs },
    );
  });

  it('goes on below its last column, or becomes blocks where that is too narrow', () => {
    const wide = [{ title: 'id' }, { title: 'text' }];
    const rows = [['s1', 'The road must be opened at once.']];
    expect(formatTable(wide, rows, 30)).toBe('id  text\ns1  The road must be opened at\n    once.\n');
    const long = [['handoff/hy/statement.hy.xlf', 'The road must be opened.']];
    expect(formatTable(wide, long, 30)).toBe(
      'id    handoff/hy/\n      statement.hy.xlf\ntext  The road must be opened.\n',
    );
  });

  it('keeps right-to-left cells in their columns on a terminal, and leaves them alone elsewhere', () => {
    const rows = [
      ['السلام', '200'],
      ['peace', '7'],
    ];
    expect(formatTable(columns, rows, 40)).toBe('a         n\n\u2068السلام\u2069  200\npeace     7\n');
    expect(formatTable(columns, rows, null)).not.toMatch(/[\u2066-\u2069]/);
  });

  it('lets no control character through, nor on a terminal one that reorders its neighbours', () => {
    expect(formatTable([{ title: '' }], [['a\u001B[31mb\nc']], null)).toBe('a\uFFFD[31mb c\n');
    expect(formatTable([{ title: '' }], [['a\u202Eb']], 40)).toBe('a\uFFFDb\n');
  });

  it('has no space at the end of a line', () => {
    expect(formatTable([{ title: 'a' }, { title: 'b' }], [['long', '']], 40)).toBe('a     b\nlong\n');
  });
});
