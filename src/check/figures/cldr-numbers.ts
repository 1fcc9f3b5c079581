import { type FigureLexicon, figureKey, figureLexiconOf } from '../../languages/figure-lexicon.ts';

/** The marks with which a locale writes numbers, by CLDR: all spaces are one, and so are all apostrophes. */
export interface NumberMarks {
  readonly group: ReadonlySet<string>;
  readonly decimal: ReadonlySet<string>;
}

const marks = new Map<string, NumberMarks | null>();
const scales = new Map<string, ReadonlyMap<string, number>>();
const patterns = new Map<string, string | null>();

/** The marks of a locale with its own digits and with European ones; null for a locale that CLDR does not have. */
export function numberMarksOf(locale: string): NumberMarks | null {
  const known = marks.get(locale);
  if (known !== undefined) return known;
  const found = isKnown(locale) ? readMarks(locale) : null;
  marks.set(locale, found);
  return found;
}

/** Whether CLDR has a locale; for others the platform would answer in its own language. */
export function isKnown(locale: string): boolean {
  const had = supported.get(locale);
  if (had !== undefined) return had;
  const found = isSupported(locale);
  supported.set(locale, found);
  return found;
}

const supported = new Map<string, boolean>();

function isSupported(locale: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale).length > 0;
  } catch {
    return false;
  }
}

function readMarks(locale: string): NumberMarks {
  const group = new Set<string>();
  const decimal = new Set(locale.includes('-') ? '' : figureLexiconOf(locale).data.decimals);
  for (const numberingSystem of [undefined, 'latn']) {
    // Amounts of money have marks of their own in Switzerland and Austria.
    for (const style of ['decimal', 'currency'] as const) {
      const format = new Intl.NumberFormat(locale, {
        ...{ style, currency: 'EUR', minimumFractionDigits: 1 },
        ...(numberingSystem && { numberingSystem }),
      });
      for (const { type, value } of format.formatToParts(1234567.5)) {
        if (type === 'group') group.add(markKind(value));
        if (type === 'decimal') decimal.add(markKind(value));
      }
    }
  }
  return { group, decimal };
}

/** A mark of digits as it is compared: spaces of any width are one, and so are apostrophes. */
export function markKind(mark: string): string {
  if (/\s/u.test(mark)) return ' ';
  return mark === '’' ? "'" : mark;
}

/** What a word after digits multiplies them by, in a locale: by the language's data and CLDR's compact forms. */
export function scaleOf(key: string, locale: string, lexicon: FigureLexicon): number | undefined {
  return lexicon.scale(key) ?? scalesOf(locale).get(key);
}

function scalesOf(locale: string): ReadonlyMap<string, number> {
  const known = scales.get(locale);
  if (known) return known;
  const found = new Map<string, number>();
  if (isKnown(locale)) {
    for (const compactDisplay of ['long', 'short'] as const) readScales(locale, compactDisplay, found);
  }
  scales.set(locale, found);
  return found;
}

function readScales(locale: string, compactDisplay: 'long' | 'short', found: Map<string, number>): void {
  const format = new Intl.NumberFormat(locale, {
    notation: 'compact',
    compactDisplay,
    numberingSystem: 'latn',
  });
  const { subtag } = figureLexiconOf(locale);
  for (const value of [1e3, 2e3, 5e3, 1e5, 1e6, 2e6, 5e6, 1e9, 2e9, 5e9, 1e12, 2e12]) {
    const parts = format.formatToParts(value);
    const shown = Number(parts.flatMap(({ type, value: part }) => (type === 'integer' ? part : [])).join(''));
    const word = parts.find(({ type }) => type === 'compact')?.value;
    // What stands for less than thousands is no scale; a word that says two says it without digits.
    if (!word || !shown || value / shown < 1000) continue;
    const key = figureKey(word.replace(/[.\u200e\u200f]/gu, '').trim(), subtag);
    if (!/\s/u.test(key)) found.set(key, value / shown);
  }
}

/** How a locale writes percentages: CLDR's pattern with `0` for the number; null for an unknown locale. */
export function percentPatternOf(locale: string): string | null {
  const known = patterns.get(locale);
  if (known !== undefined) return known;
  let found: string | null = null;
  if (isKnown(locale)) {
    const parts = new Intl.NumberFormat(locale, { style: 'percent', numberingSystem: 'latn' }).formatToParts(
      0.05,
    );
    const shown = parts.map(({ type, value }) =>
      type === 'integer' ? '0' : type === 'percentSign' ? '%' : value,
    );
    found = shown.join('').replace(/[\u061c\u200e\u200f]/gu, '');
  }
  patterns.set(locale, found);
  return found;
}
