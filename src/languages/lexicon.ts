import type { Language, Words } from './language.ts';
import { ALIASES, LANGUAGES } from './languages.ts';

/** Looks a word (lower case, straight apostrophes) up. */
export type Lookup = (word: string) => string | undefined;

/** A language's data, ready to be asked. */
export interface Lexicon {
  /** The language's subtag, or `und`. */
  readonly subtag: string;
  readonly data: Language;
  /** The value of a number word, as a decimal numeral. */
  readonly number: Lookup;
  readonly weak: ReadonlySet<string>;
  /** The month's number, `05`; with `?` where it needs a number beside it. */
  readonly month: Lookup;
  readonly day: Lookup;
  readonly negation: (word: string) => boolean;
  readonly second: ReadonlySet<string>;
  readonly particles: ReadonlySet<string>;
  /** The contraries of a word. */
  readonly contraries: ReadonlyMap<string, readonly string[]>;
  readonly modal: Lookup;
  readonly and: ReadonlySet<string>;
  readonly bridges: ReadonlySet<string>;
  /** Words written together, and the words that they are. */
  readonly contractions: ReadonlyMap<string, readonly string[]>;
  /** Endings, and the words that they are. */
  readonly clitics: readonly (readonly [string, string])[];
  readonly elided: readonly string[];
  readonly titles: ReadonlySet<string>;
  readonly nameEndings: ReadonlySet<string>;
  /** Whether a word is a country, or a name that the data lists. */
  readonly isKnownName: (word: string) => boolean;
}

/** How many letters may follow a stem that ends in `*`, or a name's stem. */
const LONGEST_ENDING = 5;
const SHORTEST_STEM = 3;

const made = new Map<string, Lexicon>();

/** The lexicon of a locale's language; one without words for a language that has no data. */
export function lexiconOf(locale: string): Lexicon {
  const [first = ''] = locale.toLowerCase().split('-', 1);
  const tag = Object.hasOwn(ALIASES, first) ? (ALIASES[first] ?? first) : first;
  const subtag = Object.hasOwn(LANGUAGES, tag) ? tag : 'und';
  const known = made.get(subtag);
  if (known) return known;
  const lexicon = build(subtag, LANGUAGES[subtag] ?? {});
  made.set(subtag, lexicon);
  return lexicon;
}

function build(subtag: string, data: Language): Lexicon {
  const negation = lookup([[data.negations, 'not']]);
  let names: ((word: string) => boolean) | null = null;
  return {
    subtag,
    data,
    number: numbersOf(data),
    weak: setOf(data.weak),
    month: lookup((data.months ?? []).map((words, i) => [words, String(i + 1)])),
    day: lookup((data.days ?? []).map((words, i) => [words, String(i + 1)])),
    negation: (word) =>
      negation(word) !== undefined ||
      (data.negated?.test(word) === true && data.notNegated?.test(word) !== true),
    second: setOf(data.secondNegations),
    particles: setOf(data.particles),
    contraries: contrariesOf(data),
    modal: modalsOf(data),
    and: setOf(data.and),
    bridges: setOf(data.bridges),
    contractions: new Map(Object.entries(data.contractions ?? {}).map(([one, words]) => [one, split(words)])),
    clitics: Object.entries(data.clitics ?? {}),
    elided: split(data.elided),
    titles: setOf(data.titles),
    nameEndings: new Set(['', ...split(data.nameEndings)]),
    isKnownName: (word) => {
      names ??= namesOf(subtag, data);
      return names(word);
    },
  };
}

function split(words: Words | undefined): string[] {
  return words ? words.split(' ').filter((word) => word !== '') : [];
}

function setOf(words: Words | undefined): ReadonlySet<string> {
  return new Set(split(words));
}

/** `kein*` answers for `kein` and up to five letters more; `mai?` answers with a `?` after its value. */
function lookup(lines: readonly (readonly [Words | undefined, string])[]): Lookup {
  const exact = new Map<string, string>();
  const stems = new Map<string, string>();
  for (const [words, value] of lines) {
    for (const word of split(words)) {
      if (word.endsWith('*')) stems.set(word.slice(0, -1), value);
      else if (word.endsWith('?')) exact.set(word.slice(0, -1), `${value}?`);
      else exact.set(word, value);
    }
  }
  return (word) => exact.get(word) ?? (stems.size > 0 ? stemIn(stems, word) : undefined);
}

function stemIn<T>(stems: ReadonlyMap<string, T>, word: string): T | undefined {
  for (let end = word.length; end >= Math.max(SHORTEST_STEM, word.length - LONGEST_ENDING); end--) {
    const found = stems.get(word.slice(0, end));
    if (found !== undefined) return found;
  }
  return undefined;
}

function numbersOf(data: Language): Lookup {
  const lines = Object.entries(data.numbers ?? {}).map(([value, words]) => [words, value] as const);
  const exact = lookup([...lines, ...fusedOf(data)]);
  const endings = split(data.numberEndings);
  return (word) => {
    const found = exact(word);
    if (found !== undefined) return found;
    const ending = endings.find(
      (end) => word.endsWith(end) && exact(word.slice(0, -end.length)) !== undefined,
    );
    const stem = ending === undefined ? '' : word.slice(0, -ending.length);
    return stem.length >= SHORTEST_STEM ? exact(stem) : undefined;
  };
}

function fusedOf({ fused, numbers }: Language): (readonly [Words, string])[] {
  if (!fused) return [];
  const { bases, units, by, unitsFirst } = fused;
  const first = (value: number): string => split(numbers?.[value])[0] ?? '';
  return bases.flatMap((tens) =>
    units.map((one) => {
      const word = unitsFirst ? first(one) + by + first(tens) : first(tens) + by + first(one);
      // A nominative's last vowel falls before an ending: both forms are words.
      const stem = word.endsWith('ი') ? ` ${word.slice(0, -1)}` : '';
      return [word + stem, String(tens + one)] as const;
    }),
  );
}

function contrariesOf({ contraries }: Language): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  const add = (one: string, other: string): unknown => found.set(one, [...(found.get(one) ?? []), other]);
  for (const pair of split(contraries)) {
    const [one = '', other = ''] = pair.split('/');
    add(one, other);
    add(other, one);
  }
  return found;
}

function modalsOf(data: Language): Lookup {
  const listed = lookup((data.modals ?? []).map((words) => [words, split(words)[0] ?? '']));
  return (word) => listed(word) ?? (data.modal?.test(word) ? 'modal' : undefined);
}

/** Names by their stems: what the data lists, and the countries that the platform's CLDR data names in one word. */
function namesOf(subtag: string, data: Language): (word: string) => boolean {
  const stems = new Map<string, true>();
  const add = (name: string): void => {
    const stem = name.toLowerCase().replace(/ი$/u, '');
    if (stem.length > SHORTEST_STEM && !/\s/u.test(stem)) stems.set(stem, true);
  };
  if (subtag !== 'und') for (const name of countries(subtag)) add(name);
  for (const name of split(data.names)) stems.set(name.toLowerCase(), true);
  const endings = new Set(['', ...split(data.nameEndings)]);
  const anyEnding = data.capitals === 'none';
  return (word) => {
    for (let end = word.length; end >= Math.max(SHORTEST_STEM, word.length - LONGEST_ENDING); end--) {
      if (stems.has(word.slice(0, end))) return anyEnding || endings.has(word.slice(end));
    }
    // A name's last vowel gives way to an ending: Грузия, Грузии.
    const short = word.replace(/\p{L}$/u, '');
    return [...endings].some((ending) => ending.length === 1 && stems.has(short + ending));
  };
}

function countries(subtag: string): string[] {
  const names = new Intl.DisplayNames([subtag], { type: 'region', fallback: 'none' });
  const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));
  return letters.flatMap((a) => letters.flatMap((b) => names.of(a + b) ?? []));
}
