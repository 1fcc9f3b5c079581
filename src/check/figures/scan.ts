import { type FigureLexicon, wordKey } from '../../languages/figure-lexicon.ts';
import { kindsOf, LETTER, MARK, SPACE } from '../chars.ts';
import { type DateFacts, dateFactsOf } from './cldr-dates.ts';
import { percentWordsOf } from './cldr-measures.ts';
import { type NumberMarks, numberMarksOf, scaleOf } from './cldr-numbers.ts';
import { pushHour, timeAt } from './clock.ts';
import { dateAt, fractionAt } from './digit-dates.ts';
import type { Figure, Figures } from './figure.ts';
import { HAN_SCALE, readDigits } from './numerals.ts';
import { type Finds, matchAt, type Scan } from './scanning.ts';

const NUMBER = /\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,٫]\d+)?|\d+(?:[.,'’٫٬·]\d+)*/y;
const PHONE = /\+\d(?:[\s().\u00a0-]{0,2}\d){6,16}/y;
const VULGAR: Readonly<Record<string, number>> = {
  ...{
    '½': 0.5,
    '⅓': 1 / 3,
    '⅔': 2 / 3,
    '¼': 0.25,
    '¾': 0.75,
    '⅕': 0.2,
    '⅖': 0.4,
    '⅗': 0.6,
    '⅘': 0.8,
    '⅙': 1 / 6,
  },
  ...{ '⅚': 5 / 6, '⅛': 0.125, '⅜': 0.375, '⅝': 0.625, '⅞': 0.875 },
};
/** Finds the figures of a folded text that are written in digits. Linear in its length. */
export function scanDigits(scan: Scan): Figures {
  const { text } = scan.folded;
  const facts = dateFactsOf(scan.locale);
  const marks = numberMarksOf(scan.locale);
  const found: Finds = { numbers: [], dates: [], times: [] };
  for (let at = 0; at < text.length; ) {
    if (!isStart(text.charCodeAt(at))) at++;
    else at = scan.taken?.[at] ? at + 1 : scanAt(at, scan, facts, marks, found);
  }
  return found;
}

/** Whether a UTF-16 unit is a digit or a fraction. */
function isStart(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0xbc && VULGAR_UNITS.has(unit));
}

const VULGAR_UNITS = new Set(Object.keys(VULGAR).map((sign) => sign.charCodeAt(0)));

/** Reads what begins at an offset, and gives the offset after it. */
function scanAt(at: number, scan: Scan, facts: DateFacts, marks: NumberMarks | null, found: Finds): number {
  const { text } = scan.folded;
  const phone = text[at - 1] === '+' ? matchAt(PHONE, text, at - 1) : null;
  if (phone) return at - 1 + phone[0].length;
  const past =
    dateAt(at, scan, facts, found) ?? timeAt(at, scan, facts, found) ?? fractionAt(at, scan, facts, found);
  if (past !== null) return past;
  return pushNumber(at, scan, facts, marks, found);
}

/** A number; gives the offset after it. */
function pushNumber(
  at: number,
  scan: Scan,
  facts: DateFacts,
  marks: NumberMarks | null,
  found: Finds,
): number {
  const { folded } = scan;
  const { text } = folded;
  const raw = matchAt(NUMBER, text, at)?.[0] ?? '';
  const vulgar = VULGAR[text[at + raw.length] ?? ''];
  if (raw === '' && vulgar === undefined) return at + 1;
  let end = at + raw.length + (vulgar === undefined ? 0 : 1);
  const read = raw === '' ? { values: [0], isOwn: true, split: [] } : readDigits(raw, marks);
  const plain = vulgar === undefined ? read.values : read.values.map((value) => value + vulgar);
  const bare =
    text[at - 1] === '.' && !/[\p{L}\d]/u.test(text[at - 2] ?? ' ')
      ? [...plain, Number(`0.${raw.replace(/\D/gu, '')}`)]
      : plain;
  const { factor, isSure, length } = scaleAfter(end, scan);
  const scaled = factor === 1 ? bare : bare.map((value) => round(value * factor));
  const figure: Figure = {
    kind: isName(text, at, end) ? 'name' : 'number',
    raw: text.slice(at, end),
    start: folded.at(at),
    end: folded.at(end),
    scaleEnd: folded.at(end + length),
    values: isSure ? scaled : [...scaled, ...bare],
    bare,
    split: read.split,
    isOwn: read.isOwn,
    isNegative: isNegative(text, at),
    isLabel: isLabel(text, at, end, scan.lexicon),
    isOptional: false,
  };
  pushHour(figure, at, end, scan, facts, found);
  end += length;
  found.numbers.push(figure);
  return end;
}

/** Whether a minus sign stands before a number: a dash with no letter, digit or closing mark before it. */
function isNegative(text: string, at: number): boolean {
  const before = text[at - 1];
  if (before !== '-' && before !== '–') return false;
  return !/[\p{L}\p{M})\]]$|\d\s?$/u.test(text.slice(Math.max(0, at - 3), at - 1));
}

/** Numbers are compared by twelve digits, so that products do not differ in the last one. */
export function round(value: number): number {
  return Number(value.toPrecision(12));
}

const WORD = /[\s\u00a0\u202f]?-?(\p{L}[\p{L}\p{M}\u055b\u055c\u055e]*)/uy;
const HAN_LANGUAGES = new Set(['zh', 'ja', 'ko']);
const HAN_SCALE_AFTER = /[\s\u00a0]?([百千万萬億亿兆십백천만억조]+)/uy;

/** What the words after a number multiply it by, and how long they are with what is before them. */
function scaleAfter(
  end: number,
  { locale, lexicon, folded }: Scan,
): { factor: number; isSure: boolean; length: number } {
  const { text } = folded;
  let factor = 1;
  let isSure = true;
  let at = end;
  const han = HAN_LANGUAGES.has(lexicon.subtag) ? matchAt(HAN_SCALE_AFTER, text, end) : null;
  if (han) {
    let characters = han[1] ?? '';
    // 千米, 千克, 千瓦 are units, and so are 兆瓦 and 兆赫.
    if (/^(?:千[米克瓦卡赫]|兆[瓦赫])/u.test(text.slice(end + han[0].length - 1)))
      characters = characters.slice(0, -1);
    for (const one of characters) factor *= HAN_SCALE[one] ?? 1;
    // 제1조 is an article.
    if (characters === '조') isSure = false;
    return {
      factor,
      isSure,
      length: characters === '' ? 0 : han[0].length - (han[1] ?? '').length + characters.length,
    };
  }
  for (let count = 0; count < 3; count++) {
    const match = matchAt(WORD, text, at);
    const word = match?.[1];
    if (!match || !word) break;
    const key = wordKey(word, lexicon.subtag);
    const scale = scaleOf(key, locale, lexicon);
    if (!scale || (scale < 1000 && count > 0) || percentWordsOf(locale).words.has(key)) break;
    if ([...word].length < 2 || word === 'mm' || word === 'мм') isSure = false;
    factor *= scale;
    at += match[0].length;
    if (text[at] === '.' && word.length < 5) at += 1;
  }
  return { factor, isSure, length: at - end };
}

/** A number that belongs to a name: letters right before it, capitals and a hyphen before it, or capitals right after it. */
function isName(text: string, at: number, end: number): boolean {
  const [before = ' ', after = ' '] = [text[at - 1], text[end]];
  if (
    /[-A-Za-z]/.test(before) &&
    /[A-Za-z]$|(?:^|[^\p{L}\p{N}])(?:\p{Lu}{1,6}|\p{Lu}\p{Ll})-$/u.test(text.slice(Math.max(0, at - 8), at))
  )
    return true;
  return (
    !/[\s.,;:)%]/.test(after) &&
    /^\p{Lu}{1,2}(?!\p{L})/u.test(text.slice(end, end + 4)) &&
    !/^(?:[CFKWVAJN]|MB|GB|TB|KB|кВ|МВ)(?!\p{L})/u.test(text.slice(end, end + 3))
  );
}

/** Numbers after a word that says what they name, and those that head a text. */
function isLabel(text: string, at: number, end: number, { labels, subtag }: FigureLexicon): boolean {
  if (at === 0) return /^\.?[\s\u00a0]+\p{Lu}/u.test(text.slice(end, end + 4));
  if (/[§№#]\s?$/u.test(text.slice(Math.max(0, at - 2), at))) return true;
  const before = wordBefore(text, at);
  return before !== '' && labels.has(wordKey(before, subtag));
}

/** So far before a number a label is looked for. */
const LABEL_ROOM = 18;

/** The word before an offset, a full stop and a space behind it; none where a character beyond the basic plane is near. */
function wordBefore(text: string, at: number): string {
  const least = Math.max(0, at - LABEL_ROOM);
  let end = at;
  if (end > least && kindsOf(text.charCodeAt(end - 1)) & SPACE) end--;
  if (end > least && text.charCodeAt(end - 1) === 0x2e) end--;
  let start = end;
  while (start > least && kindsOf(text.charCodeAt(start - 1)) & (LETTER | MARK)) start--;
  return text.slice(start, end);
}
