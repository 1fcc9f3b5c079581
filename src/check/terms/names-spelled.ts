import type { Affixes } from '../../languages/affixes.ts';
import { lexiconOf } from '../../languages/lexicon.ts';
import { romanised } from '../../languages/romanise.ts';
import type { Span } from '../../model/finding.ts';
import type { Pair } from '../rule.ts';
import type { Text } from '../text.ts';
import { capitalsOf } from './capitals.ts';
import { affixesIn } from './read.ts';
import { areFormsOfOne, areSpellingsOfOne, distanceOf } from './similar.ts';

/** A name that is spelled otherwise here than elsewhere in the edition. */
export interface SpelledOtherwise {
  readonly segment: string;
  readonly at: Span;
  /** The name in the source. */
  readonly name: string;
  readonly found: string;
  readonly usual: string;
  /** In how many segments the usual spelling stands. */
  readonly count: number;
}

/** A word that is taken for a name. */
interface Word {
  readonly key: string;
  readonly written: string;
  /** The pairs in which it stands, by their numbers, in order. */
  readonly numbers: number[];
  /** Whether it stands within a sentence anywhere. */
  within: boolean;
  /** How it sounds and the letters of that as bits, once that is asked. */
  sound: string | null;
  letters: number;
}

/** The words with capital letters of one side, and those of each pair. */
interface Side {
  readonly words: ReadonlyMap<string, Word>;
  readonly inPair: readonly (readonly Word[])[];
}

/** So many names of a segment are looked at. */
const MOST_IN_PAIR = 100;

function sideOf(pairs: readonly Pair[], side: 'source' | 'target', one: (key: string) => string): Side {
  const words = new Map<string, Word>();
  const inPair = pairs.map((pair, number) => {
    const here: Word[] = [];
    for (const { key: own, written, first } of capitalsOf(pair[side])) {
      const key = one(own);
      let word = words.get(key);
      if (!word) {
        word = { key, written, numbers: [], within: false, sound: null, letters: 0 };
        words.set(key, word);
      }
      if (!first) word.within = true;
      if (word.numbers.at(-1) === number) continue;
      word.numbers.push(number);
      if (here.length < MOST_IN_PAIR) here.push(word);
    }
    return here;
  });
  return { words, inPair };
}

/** A source's names are looked at up to so many segments each; one in more of them is no clue. */
const MOST_PLACES = 2000;

/**
 * Names that an edition spells in two ways. A name of the source and the words with capital letters that stand in the
 * same segments, hardly elsewhere, and sound like it are taken to belong together; where none of these stands in one of
 * the segments, but a word much like them that is no inflection of them, this is another spelling. Languages without
 * capital letters are left aside. Near linear: words are compared only where they share a segment.
 */
export function spelledOtherwise(
  pairs: readonly Pair[],
  locale: string,
  isListed: (pair: Pair, key: string) => boolean,
): SpelledOtherwise[] {
  const [first] = pairs;
  if (!first || lexiconOf(locale).data.capitals === 'none') return [];
  const sourceLocale = first.source.locale;
  if (lexiconOf(sourceLocale).data.capitals === 'none') return [];
  const target = sideOf(pairs, 'target', (key) => key);
  if (target.words.size === 0) return [];
  const source = sideOf(pairs, 'source', baseFinder(sourceLocale));
  const world: World = { pairs, inSource: source.inPair, inPair: target.inPair, affixes: affixesIn(locale) };
  const found = new Map<string, SpelledOtherwise>();
  for (const name of source.words.values()) {
    if (!name.within || name.numbers.length < 2 || name.numbers.length > MOST_PLACES) continue;
    for (const one of spellingsOf(name, world, isListed)) {
      const key = `${one.segment} ${one.at.start}`;
      if (!found.has(key)) found.set(key, one);
    }
  }
  return [...found.values()];
}

interface World {
  readonly pairs: readonly Pair[];
  /** The names in each pair, of the source and of the target. */
  readonly inSource: readonly (readonly Word[])[];
  readonly inPair: readonly (readonly Word[])[];
  readonly affixes: Affixes;
}

/** So many letters begin all forms of a name. */
const COMMON_START = 3;

/** Makes inflected forms of a name one, for sources that inflect: the form that came first stands for all. */
function baseFinder(locale: string): (key: string) => string {
  if (lexiconOf(locale).data.hasCases !== true) return (key) => key;
  const affixes = affixesIn(locale);
  const known = new Map<string, string>();
  const buckets = new Map<string, string[]>();
  return (key) => {
    const base = known.get(key);
    if (base !== undefined) return base;
    const start = key.slice(0, COMMON_START);
    const bucket = buckets.get(start) ?? [];
    buckets.set(start, bucket);
    const same = bucket.find((other) => areFormsOfOne(other, key, affixes));
    if (same === undefined && bucket.length < MOST_IN_PAIR) bucket.push(key);
    known.set(key, same ?? key);
    return same ?? key;
  };
}

/** The share of a word's segments that must have the name, and of the name's that must have the word. */
const LEAST_SHARE = 0.7;
const LEAST_COVER = 0.4;

function spellingsOf(
  name: Word,
  world: World,
  isListed: (pair: Pair, key: string) => boolean,
): SpelledOtherwise[] {
  const { inPair, pairs, affixes } = world;
  const places = new Set(name.numbers);
  const main = mainWords(name, places, world);
  const [usual] = [...main].sort((a, b) => b.numbers.length - a.numbers.length);
  if (!usual) return [];
  const has = new Set(main.flatMap(({ numbers }) => numbers.filter((number) => places.has(number))));
  if (has.size === places.size) return [];
  return name.numbers.flatMap((number): SpelledOtherwise[] => {
    const pair = pairs[number];
    if (!pair || has.has(number) || isListed(pair, name.key)) return [];
    const other = inPair[number]?.find((word) => isOther(word, name, places, main, world));
    const at = other && spanOf(other, pair.target);
    // Of two spellings that are as frequent the later one is told.
    if (!other || !at || countIn(other, name, affixes, world) > has.size) return [];
    const found = pair.target.plain.slice(at.start, at.end);
    return [{ segment: pair.id, at, name: name.written, found, usual: usual.written, count: has.size }];
  });
}

function spanOf(word: Word, text: Text): Span | null {
  const capital = capitalsOf(text).find(({ key }) => key === word.key);
  return capital ? { start: capital.start, end: capital.start + capital.written.length } : null;
}

const MOST_CANDIDATES = 40;

/** The word that goes with a name best, with its inflected forms; none where nothing goes with it. */
function mainWords(name: Word, places: ReadonlySet<number>, { inPair, affixes }: World): readonly Word[] {
  const counts = new Map<Word, number>();
  for (const number of name.numbers) {
    for (const word of inPair[number] ?? []) {
      const count = counts.get(word);
      if (count === undefined) counts.set(word, isLike(name, word) ? 1 : 0);
      else if (count > 0) counts.set(word, count + 1);
    }
  }
  let best: readonly Word[] = [];
  let most = 0;
  const seen = new Set<Word>();
  const ordered = [...counts]
    .filter(([, count]) => count > 0)
    .sort(([a, m], [b, n]) => n - m || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_CANDIDATES);
  for (const [word] of ordered) {
    if (seen.has(word)) continue;
    const group = ordered.flatMap(([other]) => (areFormsOfOne(word.key, other.key, affixes) ? [other] : []));
    for (const one of group) seen.add(one);
    const everywhere = new Set(group.flatMap(({ numbers }) => numbers));
    const within = [...everywhere].filter((number) => places.has(number)).length;
    const isMeant = within >= LEAST_SHARE * everywhere.size && within >= LEAST_COVER * places.size;
    const score = isMeant ? within / (everywhere.size + places.size) : 0;
    if (score <= most) continue;
    best = group;
    most = score;
  }
  return best;
}

/**
 * Whether a word can be a name's: it stands in hardly more segments (one that stands in many is not looked at again and
 * again), and sounds like it. What is translated, and not only written in other letters, has more forms than endings tell.
 */
function isLike(name: Word, word: Word): boolean {
  return LEAST_SHARE * word.numbers.length <= name.numbers.length && soundsApart(name, word) <= MOST_APART;
}

/** Whether a word is another spelling of a name: like its words, in its segments only, and not another name's. */
function isOther(
  word: Word,
  name: Word,
  places: ReadonlySet<number>,
  main: readonly Word[],
  { affixes, inSource }: World,
): boolean {
  if (word.numbers.some((number) => !places.has(number))) return false;
  const own = soundsApart(name, word);
  if (own > MOST_APART) return false;
  if (!main.some(({ key }) => areSpellingsOfOne(key, word.key, affixes))) return false;
  if (main.some(({ key }) => areFormsOfOne(key, word.key, affixes))) return false;
  const nearer = (other: Word): boolean => other !== name && soundsApart(other, word) < own;
  return !word.numbers.some((number) => inSource[number]?.some(nearer));
}

/** How far two words may sound apart to be one name. */
const MOST_APART = 0.5;

/** How far a word sounds apart from a name: the letters that differ by those of the name; an ending does not count. */
function soundsApart(name: Word, word: Word): number {
  const [one, other] = [soundOf(name), soundOf(word)];
  const length = Math.max(one.length, 1);
  // Most pairs have hardly a letter in common, which is seen at once.
  if (bitsIn(name.letters & word.letters) < MOST_APART * bitsIn(name.letters) - 1) return 1;
  const most = Math.ceil(length * MOST_APART) + 1;
  const apart = (text: string): number => distanceOf(one, text, most) / length;
  const start = apart(other.slice(0, length));
  return other.length > length ? Math.min(start, apart(other)) : start;
}

function soundOf(word: Word): string {
  if (word.sound === null) {
    word.sound = romanised(word.key);
    for (let at = 0; at < word.sound.length; at++) word.letters |= 1 << (word.sound.charCodeAt(at) & 31);
  }
  return word.sound;
}

function bitsIn(letters: number): number {
  let count = 0;
  for (let rest = letters >>> 0; rest > 0; rest &= rest - 1) {
    count++;
    rest >>>= 0;
  }
  return count;
}

/** In how many segments of a name a word or its inflected forms stand. */
function countIn(word: Word, name: Word, affixes: Affixes, { inPair }: World): number {
  const isThere = (number: number): boolean =>
    inPair[number]?.some(({ key }) => areFormsOfOne(key, word.key, affixes)) ?? false;
  return name.numbers.filter(isThere).length;
}
