import { figureLexiconOf } from '../../languages/figure-lexicon.ts';
import { DIGIT, NUMBER, SURROGATE } from '../chars.ts';
import { kindsOfText, maskedOf, perText, type Text } from '../text.ts';
import { namedDates } from './dates.ts';
import type { DateFigure, Figure, Figures, TimeFigure } from './figure.ts';
import { fold } from './fold.ts';
import { hanFigures } from './han.ts';
import { readRoman } from './numerals.ts';
import { round, scanDigits } from './scan.ts';
import { monthWordsOf } from './spoken.ts';

const NONE: Figures = { numbers: [], dates: [], times: [] };
const DIGITS = /[\p{Nd}½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]/u;
const ROMAN =
  /(?<![\p{L}\p{N}'’.-])(?:[IVXІХV]{1,8}|[Ⅰ-ⅿ]+)(?=(?:es?|er|ère|[eè]me|th|st|nd|rd)?(?![\p{L}\p{N}'’]))/gu;
const HAN_LANGUAGES = new Set(['zh', 'ja', 'ko']);

/** Whether a text has digits, in any script. */
export function hasDigits(text: Text): boolean {
  const kinds = kindsOfText(text);
  if (kinds & DIGIT) return true;
  return (kinds & (NUMBER | SURROGATE)) !== 0 && DIGITS.test(text.plain);
}

/** The numbers, dates and times of a text: those in digits, months by name, Roman numerals. */
export const figuresOf: (text: Text) => Figures = perText((text) => {
  const lexicon = figureLexiconOf(text.locale);
  const isHan = HAN_LANGUAGES.has(lexicon.subtag);
  const digits = hasDigits(text);
  if (!digits && !isHan) return withRoman(text, wordsOnly(text));
  const folded = fold(maskedOf(text));
  const han = isHan ? hanFigures(folded) : null;
  const scanned = digits
    ? scanDigits({ locale: text.locale, lexicon, folded, taken: han?.taken ?? null })
    : NONE;
  const numbers = inOrder(merged([...(han?.numbers ?? []), ...scanned.numbers], text.plain));
  const dates = [...(han?.dates ?? []), ...scanned.dates];
  const named = namedDates(text, numbers, dates);
  return withRoman(text, {
    numbers,
    dates: inOrder<DateFigure>([...dates, ...named]),
    times: inOrder<TimeFigure>([...(han?.times ?? []), ...scanned.times]),
  });
});

function wordsOnly(text: Text): Figures {
  return monthWordsOf(text).length === 0 ? NONE : { ...NONE, dates: namedDates(text, [], []) };
}

function inOrder<T extends { readonly start: number }>(list: readonly T[]): readonly T[] {
  return list.length < 2 ? list : [...list].sort((a, b) => a.start - b.start);
}

/** `2 million 300 thousand`, `1億2000万`: a number in two pieces is their sum, if not the two. */
function merged(numbers: readonly Figure[], plain: string): readonly Figure[] {
  if (numbers.every(({ scaleEnd, end }) => scaleEnd === end)) return numbers;
  const out: Figure[] = [];
  for (const figure of inOrder(numbers)) {
    const before = out.at(-1);
    const [value = 0] = figure.values;
    const scale = before?.bare[0] ? (before.values[0] ?? 0) / before.bare[0] : 0;
    if (
      !before ||
      before.scaleEnd === before.end ||
      value >= scale ||
      !/^\s?$/u.test(plain.slice(before.scaleEnd, figure.start))
    ) {
      out.push(figure);
      continue;
    }
    const sum = round((before.values[0] ?? 0) + value);
    const split = [...(before.split.length > 0 ? before.split : [before.values[0] ?? 0]), value];
    const raw = plain.slice(before.start, figure.scaleEnd);
    const { start } = before;
    out.pop();
    out.push({ ...figure, raw, start, values: [sum], split, isOwn: true });
  }
  return out;
}

function withRoman(text: Text, figures: Figures): Figures {
  const { plain } = text;
  if (!/[IVXІХⅠ-ⅿ]/u.test(plain)) return figures;
  const numbers = [...plain.matchAll(ROMAN)].flatMap(({ 0: raw, index }): Figure[] => {
    const value = readRoman(raw);
    if (value === null) return [];
    const end = index + raw.length;
    return [
      {
        ...{
          kind: 'roman',
          raw,
          start: index,
          end,
          scaleEnd: end,
          values: [value],
          bare: [value],
          split: [],
        },
        ...{ isOwn: true, isNegative: false, isLabel: true, isOptional: raw.length < 2 },
      },
    ];
  });
  return numbers.length === 0 ? figures : { ...figures, numbers: inOrder([...figures.numbers, ...numbers]) };
}
