import { markKind, type NumberMarks } from './cldr-numbers.ts';

/** What a run of digits may mean; no values for a code of several parts, as `2.1.3`. */
export interface Readings {
  /** All values, that of the locale's own conventions first. */
  readonly values: readonly number[];
  /** Whether the first value is by conventions that the locale has. */
  readonly isOwn: boolean;
  /** The numbers that the run would be if its marks stood between numbers. */
  readonly split: readonly number[];
}

/** Reads a run of digits and marks (`. , ' ٫ ٬` and spaces) by all conventions. Linear. */
export function readDigits(raw: string, marks: NumberMarks | null): Readings {
  if (/^\d+$/.test(raw)) return { values: [Number(raw)], isOwn: true, split: [] };
  const parts = raw.split(/\D/u);
  const seps = [...raw.replace(/\d/gu, '')].map(markKind);
  const split = parts.map(Number);
  const [last = ''] = seps.slice(-1);
  const before = seps.slice(0, -1);
  const grouped = isGrouped(parts, seps) ? Number(parts.join('')) : null;
  const isDecimal =
    '.,٫·'.includes(last) &&
    !before.includes(last) &&
    (before.length === 0 || isGrouped(parts.slice(0, -1), before));
  const decimal = isDecimal ? Number(`${parts.slice(0, -1).join('')}.${parts.at(-1)}`) : null;
  const groupIsOwn = !marks || seps.every((sep) => sep === ' ' || marks.group.has(sep));
  const decimalIsOwn =
    !marks || (marks.decimal.has(last) && before.every((sep) => sep === ' ' || marks.group.has(sep)));
  const readings = [
    ...(grouped === null ? [] : [{ value: grouped, own: groupIsOwn }]),
    ...(decimal === null || (grouped !== null && /^0+$/.test(parts.at(-1) ?? ''))
      ? []
      : [{ value: decimal, own: decimalIsOwn }]),
  ].sort((a, b) => Number(b.own) - Number(a.own));
  return { values: readings.map(({ value }) => value), isOwn: readings[0]?.own ?? true, split };
}

/** Groups of three digits after a first one of one to three, or of two before the last three, as in India. */
function isGrouped(parts: readonly string[], seps: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  const [mark = ''] = seps;
  if (seps.some((sep) => sep !== mark) || mark === '٫' || mark === '·') return false;
  if (first.length > 3 || (first.startsWith('0') && first !== '0') || first === '0') return false;
  const last = rest.at(-1) ?? '';
  if (last.length !== 3) return false;
  const middle = rest.slice(0, -1);
  return (
    middle.every(({ length }) => length === 3) ||
    (first.length < 3 && middle.every(({ length }) => length === 2))
  );
}

const ROMAN = /^M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})$/;
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

/** The value of a Roman numeral, in Latin capitals or in the Cyrillic ones that look alike; null for other words. */
export function readRoman(word: string): number | null {
  const latin = word
    .replace(/[ІХСМV]/gu, (letter) => ({ І: 'I', Х: 'X', С: 'C', М: 'M' })[letter] ?? letter)
    .normalize('NFKC');
  if (latin === '' || !ROMAN.test(latin)) return null;
  let value = 0;
  for (let at = 0; at < latin.length; at++) {
    const own = ROMAN_VALUES[latin[at] ?? ''] ?? 0;
    value += own < (ROMAN_VALUES[latin[at + 1] ?? ''] ?? 0) ? -own : own;
  }
  return value;
}

const HAN_DIGITS: Readonly<Record<string, number>> = {
  ...{
    〇: 0,
    零: 0,
    一: 1,
    壱: 1,
    二: 2,
    两: 2,
    兩: 2,
    弐: 2,
    三: 3,
    参: 3,
    四: 4,
    五: 5,
    六: 6,
    七: 7,
    八: 8,
    九: 9,
  },
  ...{ 半: 0.5 },
};
const HAN_TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 廿: 20, 卅: 30 };
const HAN_SCALES: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 億: 1e8, 亿: 1e8, 兆: 1e12 };

/** The characters of Chinese numerals, as the inside of a class of a regular expression. */
export const HAN = '〇零一壱二两兩弐三参四五六七八九十百千廿卅万萬億亿兆';

/** The values of a Chinese numeral, by places (`二〇二四`) and by tens (`三百二十`). */
export function readHan(raw: string): readonly number[] {
  const characters = [...raw];
  if (characters.every((one) => HAN_DIGITS[one] !== undefined)) {
    return characters.length > 1
      ? [Number(characters.map((one) => HAN_DIGITS[one]).join(''))]
      : [HAN_DIGITS[raw] ?? 0];
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const one of characters) {
    const [own, ten, scale] = [HAN_DIGITS[one], HAN_TENS[one], HAN_SCALES[one]];
    if (own !== undefined) digit = own;
    else if (ten !== undefined) {
      section += ten > 10 && ten < 100 && digit === null ? ten : (digit ?? 1) * ten;
      digit = null;
    } else if (scale !== undefined) {
      total += (section + (digit ?? 0) || 1) * scale;
      [section, digit] = [0, null];
    }
  }
  return [total + section + (digit ?? 0)];
}

/** What a character of a Chinese or Korean scale multiplies by; `千` and `兆` may belong to a unit instead. */
export const HAN_SCALE: Readonly<Record<string, number>> = {
  ...HAN_SCALES,
  百: 100,
  千: 1000,
  십: 10,
  백: 100,
  천: 1000,
  만: 1e4,
  억: 1e8,
  조: 1e12,
};

const HEBREW: Readonly<Record<string, number>> = {
  ...{
    א: 1,
    ב: 2,
    ג: 3,
    ד: 4,
    ה: 5,
    ו: 6,
    ז: 7,
    ח: 8,
    ט: 9,
    י: 10,
    כ: 20,
    ל: 30,
    מ: 40,
    נ: 50,
    ס: 60,
    ע: 70,
    פ: 80,
    צ: 90,
  },
  ...{ ק: 100, ר: 200, ש: 300, ת: 400 },
};

/** The value of a Hebrew numeral in letters, the greater ones first; null for other words. */
export function readHebrew(letters: string): number | null {
  let value = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const letter of letters) {
    const own = HEBREW[letter];
    if (own === undefined || own > least || (own === least && own !== 400)) return null;
    value += own;
    least = own;
  }
  return value === 0 ? null : value;
}

const GREEK = 'αβγδεϛζηθ';

/** The value of a Greek numeral of one or two letters, without its sign; null for other words. */
export function readGreek(letters: string): number | null {
  const lower = letters.toLowerCase().replace('στ', 'ϛ');
  const tens = lower.startsWith('ι') ? 10 : lower.startsWith('κ') ? 20 : 0;
  const rest = tens > 0 ? lower.slice(1) : lower;
  if (rest === '') return tens || null;
  const unit = rest.length === 1 ? GREEK.indexOf(rest) + 1 : 0;
  return unit === 0 ? null : tens + unit;
}

/** The value of a run of Ethiopic numerals: units after tens, hundreds and ten thousands after what they multiply. */
export function readEthiopic(raw: string): number {
  let total = 0;
  let value = 0;
  for (const character of raw) {
    const place = (character.codePointAt(0) ?? 0) - 0x1369;
    if (place < 9) value += place + 1;
    else if (place < 18) value += (place - 8) * 10;
    else {
      total = (total + (value || 1)) * (place === 18 ? 100 : 10_000);
      value = 0;
    }
  }
  return total + value;
}
