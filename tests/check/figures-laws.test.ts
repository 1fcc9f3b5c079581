import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Pair, PairRule } from '../../src/check/rule.ts';
import { RULES } from '../../src/check/rules.ts';
import { createText } from '../../src/check/text.ts';
import { runs } from '../support/settings.ts';

// The platform writes the same number or date in two locales: nothing is found. It writes another one: that is found.
const LOCALES =
  'en en-GB hy az be ka ro uk ru fr fr-CH de de-CH de-AT el tr ar ar-EG fa he zh-Hans zh-Hant ja hi pl bg es it pt pt-PT nl sr sr-Latn ko cs sv'.split(
    ' ',
  );
const locale = fc.constantFrom(...LOCALES);
const style = fc.constantFrom('full' as const, 'long' as const, 'medium' as const, 'short' as const);
const rules = RULES.filter((rule): rule is PairRule => rule.scope === 'pair');

function found(
  source: readonly [string, string],
  target: readonly [string, string],
  ids: string[],
): string[] {
  const [one, other] = [source, target].map(([tag, text]) => createText(tag, [{ kind: 'text', text }]));
  const pair = { id: 's1', source: one, target: other } as unknown as Pair;
  return rules
    .filter(({ id }) => ids.includes(id))
    .flatMap(({ id, check }) =>
      check(pair, {} as never).map(({ values }) => `${id} ${JSON.stringify(values)}`),
    );
}

/** A law of two locales and two ways to write. */
function same<T>(
  value: fc.Arbitrary<T>,
  write: (value: T, tag: string, style: 'full' | 'long' | 'medium' | 'short') => string,
  ids: string[],
): void {
  fc.assert(
    fc.property(value, locale, style, locale, style, (one, a, styleA, b, styleB) => {
      expect(found([a, write(one, a, styleA)], [b, write(one, b, styleB)], ids)).toEqual([]);
    }),
    { numRuns: runs },
  );
}

const number = fc.oneof(
  fc.integer({ min: 0, max: 99 }),
  fc.integer({ min: 0, max: 1e9 }),
  fc.integer({ min: 1, max: 1e7 }).map((value) => value / 100),
);
const day = fc.integer({ min: 0, max: 33_000 }).map((days) => Date.UTC(1950, 0, 1) + days * 86_400_000);
const dateIn = (value: number, tag: string, dateStyle: 'full' | 'long' | 'medium' | 'short'): string =>
  new Intl.DateTimeFormat(tag, { dateStyle, timeZone: 'UTC' }).format(value);
const numberIn = (value: number, tag: string): string => new Intl.NumberFormat(tag).format(value);
const ALL = ['numbers', 'number-format', 'dates', 'times', 'percent', 'currency', 'units'];

test('a number is the same in all locales', () => same(number, numberIn, ALL));

test('a percentage is the same in all locales', () => {
  same(number, (value, tag) => new Intl.NumberFormat(tag, { style: 'percent' }).format(value / 100), ALL);
});

test('millions in words are the same in all locales', () => {
  const value = fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(1e3, 1e6, 1e9))
    .map(([a, b]) => a * b);
  const write = (one: number, tag: string): string =>
    new Intl.NumberFormat(tag, { notation: 'compact', compactDisplay: 'long' }).format(one);
  same(value, write, ['numbers']);
});

test('an amount of money is the same in all locales', () => {
  const write = (value: number, tag: string, style: string): string =>
    new Intl.NumberFormat(tag, {
      ...{ style: 'currency', currency: 'USD' },
      currencyDisplay: style === 'full' ? 'name' : 'code',
    }).format(value);
  same(number, write, ['numbers', 'number-format', 'currency']);
});

test('a date is the same in all locales and styles', () => same(day, dateIn, ALL));

test('a time is the same by every clock', () => {
  const write = (value: number, tag: string): string =>
    new Intl.DateTimeFormat(tag, { timeStyle: 'short', timeZone: 'UTC' }).format(value);
  same(
    fc.integer({ min: 0, max: 1439 }).map((minutes) => minutes * 60_000),
    write,
    ['numbers', 'times'],
  );
});

test('another number is found', () => {
  fc.assert(
    fc.property(number, fc.constantFrom(1, 10, 1000), locale, locale, (value, more, a, b) => {
      expect(found([a, numberIn(value, a)], [b, numberIn(value + more, b)], ['numbers'])).not.toEqual([]);
    }),
    { numRuns: runs },
  );
});

test('another day, month or year is found', () => {
  // Dates in digits alone may be read in two ways in English; there the names of months are used.
  const named = fc.constantFrom('full' as const, 'long' as const);
  const change = fc.constantFrom('day' as const, 'month' as const, 'year' as const);
  fc.assert(
    fc.property(
      day,
      change,
      fc.integer({ min: 1, max: 9 }),
      locale,
      named,
      locale,
      style,
      (one, part, by, a, styleA, b, styleB) => {
        const other = new Date(one);
        if (part === 'day') other.setUTCDate(((other.getUTCDate() + by - 1) % 28) + 1);
        else if (part === 'month')
          other.setUTCMonth((other.getUTCMonth() + by) % 12, Math.min(28, other.getUTCDate()));
        else other.setUTCFullYear(other.getUTCFullYear() + by);
        fc.pre(other.getTime() !== one);
        const texts = [dateIn(one, a, styleA), dateIn(other.getTime(), b, styleB)] as const;
        expect(found([a, texts[0]], [b, texts[1]], ['numbers', 'dates'])).not.toEqual([]);
      },
    ),
    { numRuns: runs },
  );
});
