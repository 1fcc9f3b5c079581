import { figureLexiconOf } from '../../languages/figure-lexicon.ts';
import { compose } from '../../languages/numbers.ts';
import { kindsIn, kindsOf, LETTER, NUMBER, SURROGATE } from '../chars.ts';
import { perText, type Text, type Word, wordsOf } from '../text.ts';
import { dateFactsOf, type Month } from './cldr-dates.ts';
import { type KnownWord, type KnownWords, readWord, wordOf, wordsIn } from './known-words.ts';
import { HAN, readEthiopic, readGreek, readHan, readHebrew } from './numerals.ts';

/** A number in words or in a language's own numerals. */
export interface Spoken {
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  /** What it may say: the words together, and each by itself. */
  readonly values: readonly number[];
  /** What it says if all of its words are one number. */
  readonly whole: readonly number[];
  /** Whether it is in words, and not in numerals of letters or characters. */
  readonly isWords: boolean;
}

/** A month by its name. */
export interface MonthWord {
  readonly start: number;
  readonly end: number;
  readonly month: Month;
}

interface Piece {
  readonly raw: string;
  readonly word: KnownWord;
  readonly start: number;
  readonly end: number;
}

const HAN_SCRIPT = new Set(['zh', 'ja']);
const HAN_RUN = new RegExp(`[${HAN}]+|半`, 'gu');

/** The words of a text, those with hyphens or endings after an apostrophe in their parts. */
const allPiecesOf: (text: Text) => readonly Piece[] = perText((text) => readPieces(text, () => true));

/** The words of a text that may belong to a number or a date. */
const piecesOf: (text: Text) => readonly Piece[] = perText((text) => {
  // A month's name of several words has parts that say nothing by themselves.
  if (dateFactsOf(text.locale).firsts.size > 0) return allPiecesOf(text);
  return readPieces(
    text,
    ({ numbers, month, isAnd }) => numbers !== undefined || month !== undefined || isAnd,
  );
});

function readPieces(text: Text, isWanted: (word: KnownWord) => boolean): Piece[] {
  if (HAN_SCRIPT.has(figureLexiconOf(text.locale).subtag)) return [];
  const pieces: Piece[] = [];
  const known = wordsIn(text.locale);
  for (const one of wordsOf(text)) {
    const { text: raw, start, end } = one;
    // Digits alone are not worth remembering, and would be soon more than all words.
    if (isDigits(raw)) continue;
    const word = wordOf(raw, text.locale, known);
    if (word === null) pushParts(pieces, one, text, known, isWanted);
    else if (isWanted(word)) pieces.push({ raw, word, start, end });
  }
  return pieces;
}

function isDigits(raw: string): boolean {
  return (kindsOf(raw.charCodeAt(0)) & NUMBER) !== 0 && (kindsIn(raw) & (LETTER | SURROGATE)) === 0;
}

function pushParts(
  pieces: Piece[],
  { text: raw, start }: Word,
  { locale, subtag }: Text,
  known: KnownWords,
  isWanted: (word: KnownWord) => boolean,
): void {
  // An apostrophe belongs to the word in п'ять, and parts a suffix from it in Mart'ta.
  const parts = subtag === 'uk' || subtag === 'be' ? /[^\u2010\u2011-]+/gu : /[^\u2010\u2011'’-]+/gu;
  for (const { 0: part, index } of raw.matchAll(parts)) {
    if (!/\p{L}/u.test(part)) continue;
    const word = wordOf(part, locale, known) ?? readWord(part, locale);
    if (isWanted(word))
      pieces.push({ raw: part, word, start: start + index, end: start + index + part.length });
  }
}

const JOINED = /^[\s\u00a0\u2010\u2011-]{1,2}$/u;

/** The words that are not in the name of a month of several words, as `كانون الأول`. */
function freePieces(text: Text, pieces: readonly Piece[]): readonly Piece[] {
  if (dateFactsOf(text.locale).firsts.size === 0) return pieces;
  const months = monthWordsOf(text);
  return pieces.filter(({ start }) => !months.some((month) => start >= month.start && start < month.end));
}

/** The numbers that a text says in words, or in numerals that are not digits. */
export const spokenOf: (text: Text) => readonly Spoken[] = perText((text) => {
  const lexicon = figureLexiconOf(text.locale);
  if (HAN_SCRIPT.has(lexicon.subtag)) return hanOf(text.plain);
  if (!lexicon.knowsNumbers) return [];
  const pieces = freePieces(text, piecesOf(text));
  const found: Spoken[] = [];
  for (let at = 0; at < pieces.length; ) at += Math.max(1, pushRun(found, text.plain, pieces, at));
  return found;
});

function hanOf(plain: string): Spoken[] {
  return [...plain.matchAll(HAN_RUN)].map(({ 0: raw, index: start }) => {
    const values = readHan(raw);
    return { raw, start, end: start + raw.length, values, whole: values, isWords: false };
  });
}

/** Number words that stand together, as one; gives how many pieces they are. */
function pushRun(found: Spoken[], plain: string, pieces: readonly Piece[], from: number): number {
  const parts: (readonly number[])[] = [];
  let last = from;
  for (let at = from; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece || (at > from && !JOINED.test(plain.slice(pieces[at - 1]?.end, piece.start)))) break;
    const values = piece.word.numbers;
    if (values) {
      parts.push(values);
      last = at;
    } else if (parts.length === 0 || !piece.word.isAnd) break;
  }
  const [first, end] = [pieces[from], pieces[last]];
  if (!first || !end || parts.length === 0) return 0;
  found.push({
    raw: plain.slice(first.start, end.end),
    start: first.start,
    end: end.end,
    values: together(parts),
    whole: wholeOf(parts),
    isWords: true,
  });
  return last - from + 1;
}

/** What number words say if all of them belong together. */
function wholeOf(parts: readonly (readonly number[])[]): readonly number[] {
  const [one = [], two = []] = parts;
  if (parts.length === 1) return one;
  const firsts = parts.map(([first = 0]) => first);
  const values = new Set([...compose(firsts, false), ...compose(firsts, true)].map(Number));
  const [unit = 0, ten = 0] = [one[0], two[0]];
  // From hundreds on the orders differ too much to tell one number from two.
  if (firsts.some((value) => value >= 100)) for (const value of firsts) values.add(value);
  // Units stand before tens in some languages.
  return parts.length === 2 && unit < 10 && ten >= 10 && ten < 100 ? [unit + ten] : [...values];
}

/** What number words may say together, and each by itself. */
function together(parts: readonly (readonly number[])[]): readonly number[] {
  const [one = []] = parts;
  if (parts.length === 1) return one;
  const firsts = parts.map(([first = 0]) => first);
  const values = new Set(compose(firsts, false).map(Number));
  for (const value of compose(firsts, true)) values.add(Number(value));
  for (const list of parts) for (const value of list) values.add(value);
  let sum = 0;
  let product = 1;
  for (const value of firsts) {
    // Units stand before tens in some languages, and halves before or after what they halve.
    sum = value >= 100 && sum > 0 && sum < value ? sum * value : sum + value;
    product *= value;
    values.add(sum).add(product);
  }
  for (let at = 0; at + 1 < firsts.length; at++) {
    const [left = 0, right = 0] = [firsts[at], firsts[at + 1]];
    values.add(left + right).add(left * right);
  }
  return [...values];
}

/** Numbers that a text may say in any form, and in letters: for what must not be missed. */
export const likeSpokenOf: (text: Text) => ReadonlySet<number> = perText(
  (text) => new Set([...spokenOf(text).flatMap(({ values }) => values), ...unlistedOf(text)]),
);

/** Numbers that a text may say in forms that no list has, and in letters. */
export const unlistedOf: (text: Text) => ReadonlySet<number> = perText((text) => {
  const lexicon = figureLexiconOf(text.locale);
  const values = new Set<number>();
  let run: (readonly number[])[] = [];
  let isUnlisted = false;
  let end = 0;
  for (const { word, raw, start, end: past } of freePieces(text, allPiecesOf(text))) {
    const forms = word.numbers ?? lexicon.likeNumber(word.key);
    if (!JOINED.test(text.plain.slice(end, start)) || (forms.length === 0 && !word.isAnd)) {
      run = [];
      isUnlisted = false;
    }
    end = past;
    if (forms.length > 0) run.push(forms);
    isUnlisted ||= forms.length > 0 && word.numbers === undefined;
    for (const value of isUnlisted && run.length < 9 ? together(run) : []) values.add(value);
    if (lexicon.data.dual?.test(word.key)) values.add(2);
    const letters = lettersOf(raw, lexicon.subtag);
    if (letters !== null) values.add(letters);
  }
  for (const value of signed(text.plain, lexicon.subtag)) values.add(value);
  return values;
});

/** A Hebrew word of one to three letters that could be a numeral. */
function lettersOf(raw: string, subtag: string): number | null {
  return subtag === 'he' && raw.length <= 3 ? readHebrew(raw) : null;
}

const HEBREW_NUMERAL = /([א-ת]{1,4})["״]([א-ת])(?![א-ת])|([א-ת]{1,3})['׳](?![א-ת])/gu;
const GREEK_NUMERAL = /(?<![\p{L}])([Α-ΩΣα-ωϛς]{1,3})[΄ʹ'’´](?!\p{L})/gu;

/** Numerals in letters with their signs: ה׳, י״ב, Β΄. */
function signed(plain: string, subtag: string): number[] {
  if (subtag === 'am' || subtag === 'ti') return (plain.match(/[\u1369-\u137c]+/gu) ?? []).map(readEthiopic);
  if (subtag === 'he') {
    return [...plain.matchAll(HEBREW_NUMERAL)].flatMap(
      ([, left = '', right = '', one = '']) => readHebrew(left + right + one) ?? [],
    );
  }
  if (subtag === 'el')
    return [...plain.matchAll(GREEK_NUMERAL)].flatMap(([, letters = '']) => readGreek(letters) ?? []);
  return [];
}

/** The months that a text names. */
export const monthWordsOf: (text: Text) => readonly MonthWord[] = perText((text) => {
  const facts = dateFactsOf(text.locale);
  const pieces = piecesOf(text);
  const found: MonthWord[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece) continue;
    for (let count = facts.firsts.has(piece.word.key) ? 3 : 1; count > 0; count--) {
      const name = count === 1 ? [piece] : pieces.slice(at, at + count);
      const month = count === 1 ? piece.word.month : facts.month(name.map(({ word }) => word.key).join(' '));
      // `იან` ends a number of years, and is short for January.
      if (!month || (!month.full && /\d[-‑]$/u.test(text.plain.slice(piece.start - 2, piece.start))))
        continue;
      found.push({ start: piece.start, end: name.at(-1)?.end ?? piece.end, month });
      at += count - 1;
      break;
    }
  }
  return found;
});

/** Whether a text says with a word what a minus sign says. */
export function hasMinusWord(text: Text): boolean {
  const lexicon = figureLexiconOf(text.locale);
  if (HAN_SCRIPT.has(lexicon.subtag))
    return (lexicon.data.minus ?? '').split(' ').some((word) => text.plain.includes(word));
  return lexicon.data.minus === undefined || allPiecesOf(text).some(({ word }) => lexicon.minus(word.key));
}

/** Whether a text is little more than a numeral in letters, which could be a word too. */
export function isLettered(text: Text): boolean {
  const { subtag } = figureLexiconOf(text.locale);
  if (subtag !== 'he') return false;
  const pieces = allPiecesOf(text);
  return pieces.length < 4 && pieces.some(({ raw }) => lettersOf(raw, subtag) !== null);
}

/** Whether a text may name a month in a form that is not known: a word begins like one, or months are not known at all. */
export function mayNameMonth(text: Text): boolean {
  const { subtag } = figureLexiconOf(text.locale);
  if (HAN_SCRIPT.has(subtag) || subtag === 'ko')
    return /[\d\p{Nd}〇一二三四五六七八九十][\s]?[月월]|[一二三四五六七八九十正腊]月/u.test(text.plain);
  const { starts } = dateFactsOf(text.locale);
  if (starts.size === 0) return true;
  const { bare } = figureLexiconOf(text.locale);
  return allPiecesOf(text).some(({ word }) => bare(word.key).some((form) => starts.has(form.slice(0, 3))));
}
