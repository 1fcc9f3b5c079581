import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../src/pipeline-check.ts';
import { identifier } from '../support/clean/identifier.ts';
import { approvedCatalogue, escaped, openMarkdown } from '../support/clean/project.ts';
import { settings as defaults } from '../support/settings.ts';
import { storedText } from '../support/udhr.ts';

// Texts that nobody writes: whatever stands in a catalogue, a check ends soon. A rule that is quadratic takes minutes here.
const identify = await identifier();
const settings = { ...defaults, segmentation: 'block' } as const;
const MANY = 100_000;
/** Milliseconds; the slowest takes a fifth of it where nothing else runs. */
const MOST = 2000;

const numbered = (from: (number: number) => string): string =>
  Array.from({ length: MANY / 5 }, (_, number) => from(number)).join(' ');

const TEXTS: Readonly<Record<string, string>> = {
  'a megabyte of one letter': 'a'.repeat(1_000_000),
  'quotation marks': '"'.repeat(MANY),
  'marks that open': '«'.repeat(MANY),
  apostrophes: 'a’'.repeat(MANY),
  'opening brackets': '('.repeat(MANY),
  'closing brackets': ']'.repeat(MANY),
  digits: '1'.repeat(MANY),
  'digits with commas': '1,'.repeat(MANY),
  'different numbers': numbered((number) => String(number * 7)),
  'amounts of money': '$5 '.repeat(MANY / 3),
  'telephone numbers': '+374 10 123456 '.repeat(MANY / 15),
  percentages: '7 % '.repeat(MANY / 4),
  'different names': numbered((number) => `N${number.toString(26).replace(/\d/g, 'x')}a`),
  'the same word': 'word '.repeat(MANY / 5),
  'combining marks': `a${'\u0301'.repeat(MANY)}`,
  overrides: '\u202e'.repeat(MANY),
  isolates: '\u2068'.repeat(MANY),
  joiners: 'a\u200d'.repeat(MANY),
  'letters of two scripts': 'aя'.repeat(MANY),
  'Chinese characters': '中'.repeat(MANY),
  'characters beyond the basic plane': '😀'.repeat(MANY),
  misread: 'Ð°'.repeat(MANY),
  asterisks: '*a '.repeat(MANY / 3),
  'full stops': 'a.'.repeat(MANY),
  hosts: 'http://a.b '.repeat(MANY / 10),
};

/** The quick run has each text once, by turns. */
const isFull = process.env['HEXAPLA_FULL'] === '1';

describe.each([
  ['in the target alone', 0],
  ['on both sides', 1],
] as const)('%s', (_, side) => {
  const own = Object.entries(TEXTS).filter((_, at) => isFull || at % 2 === side);

  test.each(own)('%s', (_, text) => {
    const source = side === 0 ? 'The council meets in the town hall.' : text;
    const open = openMarkdown(`${escaped(source)}\n`, settings);
    const targets = { fr: approvedCatalogue(open, 'fr', [storedText(text)]) };
    const started = performance.now();
    checkDocument({ open, targets, settings, context: { identify } });
    expect(performance.now() - started).toBeLessThan(MOST);
  });
});
