import { figureKey, figureLexiconOf, wordKey } from '../../languages/figure-lexicon.ts';
import { perText, type Text } from '../text.ts';
import { currencyWordsOf, unitWordsOf, type Wording } from './cldr-measures.ts';
import type { Figure } from './figure.ts';
import { UNIT_BY_ID, UNITS, type Unit } from './unit-table.ts';

const SYMBOLS: ReadonlyMap<string, Unit> = new Map(
  UNITS.flatMap((unit) =>
    unit.symbols.split(' ').flatMap((symbol) => (symbol === '' ? [] : [[symbol, unit] as const])),
  ),
);
/** A letter of a script with spaces between words. */
const LETTER =
  '(?![\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}])\\p{L}';
const SYMBOL = new RegExp(
  `[\\s\\u00a0\\u202f-]{0,2}(${[...SYMBOLS.keys()]
    .sort((a, b) => b.length - a.length)
    .map((symbol) => symbol.replace(/[./]/g, '\\$&'))
    .join('|')})(?!${LETTER}|[\\p{M}²³/])`,
  'uy',
);
const IS_LETTER = new RegExp(LETTER, 'u');
const WORD =
  /[\s\u00a0\u202f-]{0,2}(\p{L}[\p{L}\p{M}\u055b\u055c\u055e]*\.?)(?:[\s\u00a0-](\p{L}[\p{L}\p{M}]*))?(?:[\s\u00a0-](\p{L}[\p{L}\p{M}]*))?/uy;

const remembered: (text: Text) => Map<Figure, Unit | null> = perText(() => new Map());

/** The unit of a number, by the symbol or the word after it; null where none is known. */
export function unitOf(text: Text, figure: Figure): Unit | null {
  const units = remembered(text);
  const known = units.get(figure);
  if (known !== undefined) return known;
  const found = readUnit(text, figure);
  units.set(figure, found);
  return found;
}

function readUnit(text: Text, { scaleEnd }: Figure): Unit | null {
  const symbol = matchAt(SYMBOL, text.plain, scaleEnd)?.[1];
  // A letter alone may be a unit's, where a digit stands before it and no word after it.
  if (symbol !== undefined) return SYMBOLS.get(symbol) ?? null;
  const match = matchAt(WORD, text.plain, scaleEnd);
  if (!match) return null;
  const [, first = '', second = '', third = ''] = match;
  const { subtag } = figureLexiconOf(text.locale);
  const words = [first, second, third].map((word) => wordKey(word.replace(/\.$/, ''), subtag));
  const [one = '', two = '', three = ''] = words;
  const forms = [`${one} ${two} ${three}`, `${one} ${two}`, one];
  const { words: byWord, stems } = unitIndexOf(text.locale);
  for (const form of forms) {
    const id = byWord.get(form);
    if (id !== undefined) return UNIT_BY_ID.get(id) ?? null;
  }
  for (let length = one.length; first !== '' && length > Math.max(0, one.length - 6); length--) {
    const id = stems.get(one.slice(0, length));
    if (id !== undefined) return UNIT_BY_ID.get(id) ?? null;
  }
  return null;
}

/** The units of a locale by their words, and by the stems of these; the first of several that are called so. */
interface UnitIndex {
  readonly words: ReadonlyMap<string, string>;
  readonly stems: ReadonlyMap<string, string>;
}

const indexes = new Map<string, UnitIndex>();

function unitIndexOf(locale: string): UnitIndex {
  const known = indexes.get(locale);
  if (known) return known;
  const words = new Map<string, string>();
  const stems = new Map<string, string>();
  for (const [id, wording] of unitWordsOf(locale)) {
    for (const word of wording.words) if (!words.has(word)) words.set(word, id);
    for (const stem of wording.stems) if (!stems.has(stem)) stems.set(stem, id);
  }
  const index = { words, stems };
  indexes.set(locale, index);
  return index;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** Whether a text has a word or a symbol for a unit, wherever it stands. */
export function mentionsUnit(text: Text, unit: Unit): boolean {
  const wording = unitWordsOf(text.locale).get(unit.id);
  if (wording && mentions(text, wording)) return true;
  return unit.symbols.split(' ').some((symbol) => symbol !== '' && hasSymbol(text.plain, symbol));
}

function hasSymbol(plain: string, symbol: string): boolean {
  for (let at = plain.indexOf(symbol); at >= 0; at = plain.indexOf(symbol, at + 1)) {
    const [before = ' ', after = ' '] = [plain[at - 1], plain[at + symbol.length]];
    if (!IS_LETTER.test(before) && !IS_LETTER.test(after)) return true;
  }
  return false;
}

const keysOf: (text: Text) => string = perText((text) =>
  figureKey(text.plain, figureLexiconOf(text.locale).subtag),
);

/** Whether a text has one of some words, in a form that it may take. */
export function mentions(text: Text, wording: Wording): boolean {
  const keys = keysOf(text);
  for (const { word, isUnspaced } of soughtOf(wording)) {
    for (let at = keys.indexOf(word); at >= 0; at = keys.indexOf(word, at + 1)) {
      // Arabic and Hebrew write articles and prepositions joined to a word.
      const before = keys[at - 1] ?? ' ';
      if (isUnspaced || !/[\p{L}\p{M}]/u.test(before) || /[\u0590-\u06ff]/.test(before)) return true;
    }
  }
  return false;
}

interface Sought {
  readonly word: string;
  readonly isUnspaced: boolean;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u;
const sought = new WeakMap<Wording, readonly Sought[]>();

/** What is looked for where one of some words is; a letter alone says nothing but in scripts without spaces. */
function soughtOf(wording: Wording): readonly Sought[] {
  const known = sought.get(wording);
  if (known) return known;
  const { words, stems, parts } = wording;
  const starts = parts.map((part) => part.slice(0, Math.max(4, part.length - 1)));
  const all = [...words, ...stems, ...starts]
    .map((word) => ({ word, isUnspaced: UNSPACED.test(word) }))
    .filter(({ word, isUnspaced }) => word.length >= 2 || isUnspaced);
  sought.set(wording, all);
  return all;
}

/** The wordings of the currencies in a locale: see `currencyWordsOf`. */
export function mentionsCurrency(text: Text, code: string): boolean {
  const wording = currencyWordsOf(text.locale).get(code);
  return wording !== undefined && mentions(text, wording);
}
