import type { FigureLanguage } from './figure-language.ts';
import { FIGURE_ALIASES, FIGURE_LANGUAGES } from './figure-languages.ts';
import type { Words } from './language.ts';
import { lexiconOf } from './lexicon.ts';
import { compose } from './numbers.ts';

/** What a language says of figures, ready to be asked; words are asked for by their keys (`figureKey`). */
export interface FigureLexicon {
  /** The language's subtag, or that under which its data stands. */
  readonly subtag: string;
  readonly data: FigureLanguage;
  /** Whether the data has numbers in words. */
  readonly knowsNumbers: boolean;
  /** The values that a number word may have. */
  readonly number: (key: string) => readonly number[] | undefined;
  /** The values of a word that looks like a form or a compound of number words: for what must not be missed. */
  readonly likeNumber: (key: string) => readonly number[];
  /** The month, 1 to 12, of a form that CLDR may not have. */
  readonly month: (key: string) => number | undefined;
  /** What a word after digits multiplies them by. */
  readonly scale: (key: string) => number | undefined;
  readonly and: ReadonlySet<string>;
  readonly dateWords: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
  readonly minus: (key: string) => boolean;
  /** The forms of a word without what is written joined before it, the word itself first. */
  readonly bare: (key: string) => readonly string[];
}

const LONGEST_ENDING = 7;
const made = new Map<string, FigureLexicon>();

/** The figures lexicon of a locale's language; one without words for a language that has no data. */
export function figureLexiconOf(locale: string): FigureLexicon {
  const asked = made.get(locale);
  if (asked) return asked;
  const [first = ''] = locale.toLowerCase().split('-', 1);
  const known = made.get(first);
  if (known) {
    made.set(locale, known);
    return known;
  }
  const subtag = Object.hasOwn(FIGURE_ALIASES, first) ? (FIGURE_ALIASES[first] ?? first) : first;
  const lexicon = build(
    subtag,
    Object.hasOwn(FIGURE_LANGUAGES, subtag) ? FIGURE_LANGUAGES[subtag] : undefined,
  );
  made.set(first, lexicon);
  return lexicon;
}

/** So many words of a language are remembered. */
const MOST_WORDS = 20_000;
const keys = new Map<string, Map<string, string>>();

/** A word's `figureKey`, remembered: the same words come again and again. */
export function wordKey(word: string, subtag: string): string {
  let known = keys.get(subtag);
  if (!known || known.size > MOST_WORDS) {
    known = new Map();
    keys.set(subtag, known);
  }
  let key = known.get(word);
  if (key === undefined) {
    key = figureKey(word, subtag);
    known.set(word, key);
  }
  return key;
}

/** A word in the form in which all data is kept: lower case, plain letters, straight apostrophes, no inner marks. */
export function figureKey(word: string, subtag: string): string {
  let key = subtag === 'tr' || subtag === 'az' ? word.toLocaleLowerCase(subtag) : word.toLowerCase();
  if (/^[a-zа-я]*$/.test(key)) return key;
  key = key
    .replace(/[’ʼ]/gu, "'")
    .replace(/[\u055b\u055c\u055e\u0640]|[\u064b-\u065f]|[\u200c\u0670]|\u200d/gu, '');
  if (/[\u0600-\u06ff]/.test(key)) {
    key = key
      .replace(/[أإآٱ]/gu, 'ا')
      .replace(/[ىی]/gu, 'ي')
      .replace(/ک/gu, 'ك')
      .replace(/ة/gu, 'ه');
  } else if (/[\u0370-\u03ff]/.test(key)) {
    key = key.normalize('NFD').replace(/\p{M}/gu, '');
  }
  return key.includes('ş') || key.includes('ţ') ? ownCedilla(key, subtag) : key;
}

function ownCedilla(key: string, subtag: string): string {
  return subtag === 'ro' ? key.replaceAll('ş', 'ș').replaceAll('ţ', 'ț') : key;
}

/** The words of a list of data. */
export function wordList(words: Words | undefined): string[] {
  return words ? words.split(' ').filter((word) => word !== '') : [];
}

function build(subtag: string, data: FigureLanguage = {}): FigureLexicon {
  const general = lexiconOf(subtag);
  const lines = Object.entries({ ...data.numbers }).flatMap(([value, words]) => pairs(words, Number(value)));
  const more = Object.entries({ ...general.data.numbers }).flatMap(([value, words]) =>
    pairs(words, Number(value)),
  );
  const table = tableOf([...lines, ...more]);
  const months = tableOf((data.months ?? []).flatMap((words, at) => pairs(words, at + 1)));
  const scales = tableOf(
    Object.entries({ ...data.scales }).flatMap(([value, words]) => pairs(words, Number(value))),
  );
  const minus = tableOf(pairs(data.minus ?? '', 1));
  const bare = (key: string): readonly string[] => withoutPrefix(key, data.prefixes);
  const number = (key: string): readonly number[] | undefined => {
    const own = firstOf(bare(key), (form) => table.find(form));
    if (own) return own;
    const listed = general.number(key);
    return listed === undefined ? undefined : [Number(listed)];
  };
  return {
    subtag,
    data,
    knowsNumbers: lines.length > 0 || subtag === 'zh' || subtag === 'ja',
    number,
    likeNumber: looseOf(table.exact, data, bare),
    month: (key) => firstOf(bare(key), (form) => months.find(form)?.[0] ?? monthIn(general.month(form))),
    scale: (key) => firstOf(bare(key), (form) => scales.find(form)?.[0]),
    and: new Set(wordList(data.and ?? general.data.and)),
    dateWords: new Set(wordList(data.dateWords)),
    labels: new Set(wordList(data.labels)),
    minus: (key) => minus.find(key) !== undefined,
    bare,
  };
}

function monthIn(value: string | undefined): number | undefined {
  return value === undefined ? undefined : Number(value.replace('?', ''));
}

function firstOf<T>(forms: readonly string[], find: (form: string) => T | undefined): T | undefined {
  for (const form of forms) {
    const found = find(form);
    if (found !== undefined) return found;
  }
  return undefined;
}

function withoutPrefix(key: string, prefixes: RegExp | undefined): readonly string[] {
  if (!prefixes) return [key];
  const cut = key.replace(prefixes, '');
  // One letter may be an `and` before a word that has no article.
  return cut === key ? [key] : [key, cut, key.slice(1)];
}

type Line = readonly [word: string, value: number];

function pairs(words: Words, value: number): Line[] {
  return wordList(words).map((word): Line => [word.replaceAll('_', ' ').replace(/\?$/, ''), value]);
}

interface Table {
  readonly exact: ReadonlyMap<string, readonly number[]>;
  readonly find: (key: string) => readonly number[] | undefined;
}

/** Words and stems (`word*`) by what they mean; a word may mean several things. */
function tableOf(lines: readonly Line[]): Table {
  const exact = new Map<string, number[]>();
  const stems = new Map<string, number[]>();
  for (const [word, value] of lines) {
    const isStem = word.endsWith('*');
    const map = isStem ? stems : exact;
    const key = isStem ? word.slice(0, -1) : word;
    map.set(key, [...(map.get(key) ?? []), value]);
  }
  const lengths = [...new Set([...stems.keys()].map(({ length }) => length))].sort((a, b) => b - a);
  return {
    exact: new Map([...exact, ...stems]),
    find: (key) => {
      const found = exact.get(key);
      if (found !== undefined || stems.size === 0) return found;
      for (const length of lengths) {
        const stem =
          length <= key.length && key.length - length <= LONGEST_ENDING && stems.get(key.slice(0, length));
        if (stem) return stem;
      }
      return undefined;
    },
  };
}

/** Forms that no list has (long words by their beginnings), and compounds written as one word. */
function looseOf(
  exact: ReadonlyMap<string, readonly number[]>,
  data: FigureLanguage,
  bare: (key: string) => readonly string[],
): (key: string) => readonly number[] {
  const stems = new Map<string, number[]>();
  for (const [word, values] of exact) {
    const stem = word.replace(/(?:[\p{L}](?=$))/u, '');
    if (stem.length >= 4) stems.set(stem, [...(stems.get(stem) ?? []), ...values]);
  }
  return (key) => {
    const found = new Set<number>();
    for (const form of bare(key)) {
      for (let end = form.length; end >= Math.max(4, form.length - LONGEST_ENDING); end--) {
        for (const value of stems.get(form.slice(0, end)) ?? []) found.add(value);
      }
      if (data.joined !== undefined) for (const value of compound(form, exact, data.joined)) found.add(value);
    }
    return [...found];
  };
}

/** `zweihundertfünfzig`, `vierundzwanzig`: the values of a word that number words make up, whatever ends it. */
function compound(key: string, exact: ReadonlyMap<string, readonly number[]>, joined: Words): number[] {
  const joints = wordList(joined);
  const parts: number[] = [];
  let at = 0;
  while (at < key.length && parts.length < 8) {
    const taken = longestAt(key, at, exact);
    if (taken > 0) {
      parts.push(exact.get(key.slice(at, at + taken))?.[0] ?? 0);
      at += taken;
      continue;
    }
    const joint = joints.find((word) => key.startsWith(word, at));
    if (joint === undefined || parts.length === 0) break;
    at += joint.length;
  }
  if (parts.length < 2) return [];
  const [first = 0, second = 0] = parts;
  const sums = parts.length === 2 && first < 10 && second >= 20 && second < 100 ? [first + second] : [];
  return [...compose(parts, false).map(Number), ...sums, ...backwards(parts)];
}

/** Units before tens after hundreds: `hundertvierundzwanzig`. */
function backwards(parts: readonly number[]): number[] {
  const turned = [...parts];
  for (let at = 0; at + 1 < turned.length; at++) {
    const [one = 0, ten = 0] = [turned[at], turned[at + 1]];
    if (one > 0 && one < 10 && ten >= 20 && ten < 100) turned.splice(at, 2, one + ten);
  }
  return compose(turned, false).map(Number);
}

function longestAt(key: string, at: number, exact: ReadonlyMap<string, readonly number[]>): number {
  for (let length = Math.min(14, key.length - at); length >= 2; length--) {
    if (exact.has(key.slice(at, at + length))) return length;
  }
  return 0;
}
