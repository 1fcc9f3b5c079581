import { figureKey, figureLexiconOf } from '../../languages/figure-lexicon.ts';
import { perText, type Text } from '../text.ts';
import { percentWordsOf } from './cldr-measures.ts';
import type { Figure } from './figure.ts';
import { mentions } from './measures.ts';

/** A mark of a share in a text. */
export type PercentMark = '%' | '‰';

/** A percent or per mille sign with its number, as it stands in the plain text. */
export interface Percentage {
  readonly mark: PercentMark;
  /** From the number or the sign to the other one. */
  readonly start: number;
  readonly end: number;
  readonly sign: string;
  readonly number: string;
  /** What is between the two. */
  readonly gap: string;
  readonly isBefore: boolean;
}

const SIGNED =
  /([%٪％‰])([\s\u00a0\u202f]?)(\p{Nd}[\p{Nd}.,٫٬]{0,20})(?<![.,])|(\p{Nd})([\s\u00a0\u202f\u061c\u200e\u200f]{0,2})([%٪％‰])/gu;
const SIGN = /[%٪％‰]/u;

/** The percent and per mille signs of a text that stand beside a number. */
export const percentagesOf: (text: Text) => readonly Percentage[] = perText(({ plain }) => {
  if (!SIGN.test(plain)) return [];
  return [...plain.matchAll(SIGNED)].map(
    ({ 0: raw, index: start, 1: before, 2: gap, 3: after, 4: digit, 5: space, 6: sign }) => {
      const own = before ?? sign ?? '%';
      return {
        ...{ mark: own === '‰' ? ('‰' as const) : ('%' as const), start, end: start + raw.length, sign: own },
        ...{ number: after ?? digit ?? '', gap: gap ?? space ?? '', isBefore: before !== undefined },
      };
    },
  );
});

/** Which signs of shares a text has, and whether it has a word for a percent sign. */
export const marksOf: (text: Text) => ReadonlySet<PercentMark> = perText((text) => {
  const marks = new Set<PercentMark>();
  if (/[%٪％]/u.test(text.plain) || mentions(text, percentWordsOf(text.locale))) marks.add('%');
  if (text.plain.includes('‰')) marks.add('‰');
  return marks;
});

/** The percent or per mille sign beside a number, or that for which a word beside it stands; null where none does. */
export function shareOf(text: Text, { start, scaleEnd }: Figure): PercentMark | null {
  const { plain, locale } = text;
  const after = plain.slice(scaleEnd, scaleEnd + 40);
  const before = plain.slice(Math.max(0, start - 20), start);
  const sign = SIGN_AFTER.exec(after)?.[1] ?? SIGN_BEFORE.exec(before)?.[1];
  if (sign !== undefined) return sign === '‰' ? '‰' : '%';
  const { words, stems } = percentWordsOf(locale);
  const { subtag } = figureLexiconOf(locale);
  const next = figureKey(after, subtag).replace(/^[\s\u00a0\u202f-]+/u, '');
  const last = figureKey(before, subtag).replace(/[\s\u00a0\u202f]+$/u, '');
  const isSaid = [...words, ...stems].some(
    (word) => next.startsWith(word) || (word.length > 2 && last.endsWith(word)),
  );
  return isSaid ? '%' : null;
}

const SIGN_AFTER = /^[\s\u00a0\u202f\u061c\u200e\u200f-]{0,2}([%٪％‰])/u;
const SIGN_BEFORE = /([%٪％‰])[\s\u00a0\u202f\u061c\u200e\u200f]{0,2}$/u;
