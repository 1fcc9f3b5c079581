import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SENTENCE_RULES, sentenceBoundaries, sentences } from '../../src/segments/sentences.ts';
import { profileOf } from '../../src/segments/sentences-profile.ts';
import { stopAfter } from '../../src/segments/sentences-scan.ts';
import { CASES, JOINED } from './sentences-cases.ts';

const runs = process.env.HEXAPLA_FULL === '1' ? 5000 : 150;

function split(text: string, locale: string): string[] {
  const cuts = [0, ...sentenceBoundaries(text, locale), text.length];
  return cuts.slice(1).map((end, i) => text.slice(cuts[i], end));
}

describe('sentences by language', () => {
  const rows = Object.entries(CASES).flatMap(([locale, texts]) =>
    texts.map((text) => [locale, text] as const),
  );
  test.each(rows)('%s: %s', (locale, marked) => {
    const text = marked.replaceAll(' | ', ' ');
    expect(
      split(text, locale)
        .map((sentence) => sentence.trimEnd())
        .join(' | '),
    ).toBe(marked);
  });

  const joined = Object.entries(JOINED).flatMap(([locale, texts]) =>
    texts.map((text) => [locale, text] as const),
  );
  test.each(joined)('%s: %s', (locale, marked) => {
    expect(split(marked.replaceAll('|', ''), locale).join('|')).toBe(marked);
  });

  test('the locale may carry a script and a region', () => {
    expect(split('Հա: Ոչ:', 'hy-AM')).toEqual(['Հա: ', 'Ոչ:']);
    expect(split('Yes. No.', 'xx-Latn-QQ')).toEqual(['Yes. ', 'No.']);
  });

  test('the rules have a version', () => {
    expect(SENTENCE_RULES).toMatch(/^\d+$/);
  });
});

describe('sentences of a longer text', () => {
  test('an empty line ends a sentence, a single line break does not', () => {
    const text = '  A heading\n \nOne sentence\nover two lines. Another.\r\n\r\nLast\n';
    expect(sentences(text, 'en')).toEqual([
      { text: 'A heading', start: 2, end: 11 },
      { text: 'One sentence\nover two lines.', start: 14, end: 42 },
      { text: 'Another.', start: 43, end: 51 },
      { text: 'Last', start: 55, end: 59 },
    ]);
  });

  test('white space alone holds none', () => {
    expect(sentences(' \n\n \t\n\n', 'en')).toEqual([]);
    expect(sentences('', 'en')).toEqual([]);
  });

  test('the statement has 27 segments: 23 sentences, and 4 lines more where the signatories break the line', () => {
    const text = readFileSync(new URL('../../locales/en/statement.md', import.meta.url), 'utf8');
    const found = sentences(text.replaceAll('**', ''), 'en');
    expect(found.length).toBe(23);
    expect(
      found.map((sentence) => sentence.text.split('\n').length).reduce((sum, lines) => sum + lines),
    ).toBe(27);
    expect(found.some((sentence) => sentence.text.endsWith('cease-fire of 9 November 2020.'))).toBe(true);
  });
});

const locales = fc.constantFrom('en', 'hy', 'az', 'be', 'ka', 'ro', 'uk', 'ru', 'fr', 'de', 'ja', 'el', 'xx');
const pieces = fc.constantFrom(
  ...[
    '. ',
    '! ',
    '? ',
    '… ',
    '... ',
    '։ ',
    ': ',
    '。',
    '；',
    ' ',
    '\u00a0',
    '\u202f',
    ' — ',
    ', ',
    '“',
    '”',
    '«',
    '»',
  ],
  ...[
    '"',
    "'",
    '(',
    ')',
    '[',
    ']',
    '.',
    '?!',
    'Dr',
    'т',
    'д',
    'г',
    '5',
    '2020',
    'XIV',
    'The',
    'She',
    'word',
    'Слово',
  ],
  ...[
    'слово',
    'Բառ',
    'բառ',
    'სიტყვა',
    '日本',
    '\ufffc',
    'é',
    'e\u0301',
    '\u0301',
    '👩‍👩‍👧',
    '🇦🇲',
    '👍🏽',
    '\ud800',
    '\u200d',
    '\n',
  ],
);
const texts = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);
const prose = fc
  .array(fc.constantFrom(...Object.values(CASES).flat()), { minLength: 1, maxLength: 6 })
  .map((all) => all.join(' ').replaceAll(' | ', ' '));
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

describe('laws of sentence boundaries', () => {
  test('they rise, lie inside the text, cut no grapheme cluster and never point at white space', () => {
    fc.assert(
      fc.property(fc.oneof(texts, prose), locales, (text, locale) => {
        const clusters = new Set([...graphemes.segment(text)].map(({ index }) => index));
        let last = 0;
        for (const at of sentenceBoundaries(text, locale)) {
          expect(at).toBeGreaterThan(last);
          expect(at).toBeLessThan(text.length);
          expect(clusters.has(at)).toBe(true);
          expect(text.slice(at, at + 1)).toMatch(/\S/);
          last = at;
        }
      }),
      { numRuns: runs },
    );
  });

  test('a letter that joins the character before it begins no sentence', () => {
    for (const mark of ['\u0e33', '\u0eb3', '\uff9e', '\uff9f']) {
      for (const locale of ['ja', 'hy', 'en'])
        expect(sentenceBoundaries(`A bc! ${mark}${mark} Be`, locale)).toEqual([]);
    }
  });

  test('a text of several paragraphs has the sentences of each, and nothing but white space lies between', () => {
    fc.assert(
      fc.property(fc.array(prose, { maxLength: 4 }), locales, (paragraphs, locale) => {
        const text = paragraphs.join('\n\n');
        const found = sentences(text, locale);
        expect(found.map((one) => one.text)).toEqual(
          paragraphs.flatMap((paragraph) => split(paragraph, locale).map((one) => one.trim())),
        );
        let end = 0;
        for (const one of found) {
          expect(text.slice(end, one.start).trim()).toBe('');
          expect(text.slice(one.start, one.end)).toBe(one.text);
          end = one.end;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
      { numRuns: runs },
    );
  });

  test('the kind and amount of white space after a stop do not matter', () => {
    const spaces = fc.constantFrom('  ', '\n', ' \n ', '\t', '\u2003');
    const plain = Object.entries(CASES).flatMap(([locale, all]) =>
      all.filter((text) => !/[«»[(…]/.test(text)).map((text) => [locale, text] as const),
    );
    fc.assert(
      fc.property(fc.constantFrom(...plain), spaces, ([locale, marked], space) => {
        const text = marked.replaceAll(' | ', space);
        expect(
          split(text, locale)
            .map((one) => one.trimEnd())
            .join(' | '),
        ).toBe(marked);
      }),
      { numRuns: runs },
    );
  });

  test('sentences put together again are cut at the same places', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.entries(CASES)), ([locale, all]) => {
        for (const marked of all) {
          const once = split(marked.replaceAll(' | ', ' '), locale);
          expect(split(once.join(''), locale)).toEqual(once);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('every boundary that Intl.Segmenter finds after white space is weighed', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
    const marks = profileOf('en').marks;
    fc.assert(
      fc.property(fc.oneof(prose, texts), (text) => {
        const weighed = new Set<number>();
        for (let at = 0; ; ) {
          const stop = stopAfter(text, at, marks);
          if (stop === undefined) break;
          weighed.add(stop.next);
          at = stop.next;
        }
        for (const { index } of segmenter.segment(text)) {
          const mark = /[\p{L}\p{N}][.!?。։]+ +$/u.test(text.slice(Math.max(0, index - 8), index));
          if (mark && /^[\p{L}\p{N}]/u.test(text.slice(index))) expect(weighed).toContain(index);
        }
      }),
      { numRuns: runs },
    );
  });

  test('a text without a mark inside has one sentence', () => {
    for (const text of [
      '',
      ' ',
      'No stop here',
      'One stop.',
      ' One stop.” \n',
      '...',
      '¿',
      'Ա՞',
      'Ինչո՞ւ ես գնում',
    ]) {
      expect(sentenceBoundaries(text, 'en')).toEqual([]);
      expect(sentenceBoundaries(text, 'hy')).toEqual([]);
    }
  });
});

describe('hostile texts take linear time', () => {
  const size = process.env.HEXAPLA_FULL === '1' ? 1_000_000 : 300_000;
  const fill = (unit: string): string => unit.repeat(Math.ceil(size / unit.length));
  const hostile: readonly (readonly [string, string])[] = [
    ['dots', fill('.')],
    ['dots and spaces', fill('. ')],
    ['spaces', fill(' ')],
    ['a dot, then spaces', `A. ${fill(' ')}B.`],
    ['open brackets', `A. ${fill('(')}`],
    ['brackets and stops', fill('(A. B) ')],
    ['quotation marks', fill('“A. ')],
    ['closing marks', `A.${fill('”')} B`],
    ['stops and closing marks', fill('.”')],
    ['one letter abbreviations', fill('A. ')],
    ['short sentences', fill('Да. Нет! ')],
    ['one word', `A. ${fill('a')}. B`],
    ['footnote marks', `A.${fill('[1]')} B`],
    ['spaced stops', fill(' .x')],
    ['smileys', fill('! :) ')],
    ['emoji', `A.${fill('😂')} B`],
    ['dashes', fill('. - ')],
    ['numbers', fill('1. ')],
    ['combining marks', `A. ${fill('\u0301')}`],
    ['line breaks', fill('\n')],
    ['line breaks and spaces', fill('\n    ')],
  ];
  test.each(hostile)('%s', (_, text) => {
    const from = process.cpuUsage();
    for (const locale of ['en', 'hy', 'de']) sentences(text, locale);
    const { user, system } = process.cpuUsage(from);
    expect((user + system) / 1e6).toBeLessThan(process.env.HEXAPLA_FULL === '1' ? 20 : 8);
  });
});

const folder = new URL('../../../shared/segmentation/', import.meta.url);
interface Sample {
  readonly locale: string;
  readonly text: string;
  readonly sentences: readonly string[];
}
const solid = (text: string): number => text.replace(/\s/g, '').length;

/** Where sentences but the last end, in characters that are not white space. */
function places(parts: readonly string[]): Set<number> {
  const found = new Set<number>();
  let sum = 0;
  for (const part of parts.slice(0, -1)) {
    sum += solid(part);
    found.add(sum);
  }
  return found;
}

/** F1 of the boundaries in per cent, and the share of texts met, by locale. */
function score(name: string): Map<string, { f1: number; met: number }> {
  const sums = new Map<string, { hits: number; all: number; met: number; texts: number }>();
  for (const line of readFileSync(new URL(name, folder), 'utf8').trim().split('\n')) {
    const { locale, text, sentences: gold } = JSON.parse(line) as Sample;
    const want = places(gold);
    const have = places(split(text, locale));
    const hits = [...have].filter((each) => want.has(each)).length;
    const sum = sums.get(locale) ?? { hits: 0, all: 0, met: 0, texts: 0 };
    sum.hits += hits;
    sum.all += want.size + have.size;
    sum.met += hits === want.size && hits === have.size ? 1 : 0;
    sum.texts += 1;
    sums.set(locale, sum);
  }
  const percent = (part: number, whole: number): number => (100 * part) / whole;
  return new Map(
    [...sums].map(([locale, { hits, all, met, texts: n }]) => [
      locale,
      { f1: percent(2 * hits, all), met: percent(met, n) },
    ]),
  );
}

describe.skipIf(!existsSync(folder))('sentences of published texts (needs ../shared/segmentation)', () => {
  const floors = { hy: 99, ka: 99, ro: 96.5, fr: 97.5, de: 98, ru: 97.5, be: 86, en: 83.5, zh: 99, ja: 98.5 };
  const treebank = existsSync(folder) ? score('treebank-dev.jsonl') : new Map<string, never>();
  test.each(Object.entries(floors))('treebank %s: F1 at least %d', (locale, floor) => {
    expect(treebank.get(locale)?.f1).toBeGreaterThanOrEqual(floor);
  });

  const shares = { en: 78, de: 88, fr: 100, hy: 90, ru: 90, uk: 95, es: 70, it: 85 };
  const rules = existsSync(folder) ? score('rules.jsonl') : new Map<string, never>();
  test.each(Object.entries(shares))('rules %s: at least %d per cent of the texts', (locale, share) => {
    expect(rules.get(locale)?.met).toBeGreaterThanOrEqual(share);
  });
});
