import type { Affixes } from '../../languages/affixes.ts';
import { lexiconOf } from '../../languages/lexicon.ts';
import { romanised } from '../../languages/romanise.ts';
import type { Span } from '../../model/finding.ts';
import type { Pair } from '../rule.ts';
import { perText, type Text } from '../text.ts';
import { affixesIn, termTokensOf, writtenTokensOf } from './read.ts';
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

/** A word with a capital letter. */
interface Capital {
  readonly key: string;
  readonly written: string;
  readonly at: Span;
  /** Whether a sentence begins with it, where every word has a capital. */
  readonly first: boolean;
}

/** What a text has of words with capital letters, and which words it has in small ones. */
interface Capitals {
  readonly capitals: readonly Capital[];
  readonly small: readonly string[];
}

const SHORTEST_NAME = 3;
const STARTS = /^[.!?…։:"“”„«»‘’'()[\]–—•·-]$/u;

const capitalsOf: (text: Text) => Capitals = perText((text) => {
  const { keys, starts, ends } = termTokensOf(text);
  const written = writtenTokensOf(text).keys;
  const capitals: Capital[] = [];
  const small: string[] = [];
  for (const [at, key] of keys.entries()) {
    const word = written[at] ?? '';
    if (/^\p{Ll}/u.test(word)) small.push(key);
    else if (/^\p{Lu}/u.test(word) && word.length >= SHORTEST_NAME && !isShout(word)) {
      const first = at === 0 || STARTS.test(written[at - 1] ?? '');
      capitals.push({ key, written: word, at: { start: starts[at] ?? 0, end: ends[at] ?? 0 }, first });
    }
  }
  return { capitals, small };
});

function isShout(word: string): boolean {
  return !/\p{Ll}/u.test(word);
}

/** A word that is taken for a name: the pairs in which it stands, by their numbers, and one place of it in each. */
interface Word {
  readonly key: string;
  readonly written: string;
  readonly places: Map<number, Span>;
}

/** The words with capital letters that are never written with a small one, and not at the starts of sentences alone. */
function namesIn(texts: readonly Text[], more: 'all' | 'names'): Map<string, Word> {
  const words = new Map<string, Word>();
  const within = new Set<string>();
  const small = new Set<string>();
  for (const [number, text] of texts.entries()) {
    const { capitals, small: others } = capitalsOf(text);
    for (const key of others) small.add(key);
    for (const { key, written, at, first } of capitals) {
      const word = words.get(key) ?? { key, written, places: new Map() };
      words.set(key, word);
      if (!word.places.has(number)) word.places.set(number, at);
      if (!first) within.add(key);
    }
  }
  for (const key of words.keys())
    if (small.has(key) || (more === 'names' && !within.has(key))) words.delete(key);
  return words;
}

/** A source's names are looked at up to so many segments each; one in more of them is no clue. */
const MOST_PLACES = 2000;

/**
 * Names that an edition spells in two ways. A name of the source and the words with capital letters that stand in the
 * same segments, and hardly elsewhere, are taken to belong together; where none of these stands in one of the segments,
 * but a word much like them that is no inflection of them, this is another spelling. Languages without capital letters
 * are left aside. Near linear: words are looked at only in segments that share a name.
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
  const targets = namesIn(
    pairs.map(({ target }) => target),
    'all',
  );
  if (targets.size === 0) return [];
  const sources = joined(
    namesIn(
      pairs.map(({ source }) => source),
      'names',
    ),
    sourceLocale,
  );
  const world: World = {
    inSource: byPair(sources, pairs.length),
    pairs,
    inPair: byPair(targets.values(), pairs.length),
    affixes: affixesIn(locale),
  };
  const found = new Map<string, SpelledOtherwise>();
  for (const name of sources) {
    if (name.places.size < 2 || name.places.size > MOST_PLACES) continue;
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

/** So many names of a segment are looked at. */
const MOST_IN_PAIR = 100;

function byPair(words: Iterable<Word>, count: number): Word[][] {
  const lists: Word[][] = Array.from({ length: count }, () => []);
  for (const word of words) {
    for (const number of word.places.keys()) {
      const list = lists[number];
      if (list && list.length < MOST_IN_PAIR) list.push(word);
    }
  }
  return lists;
}

/** Inflected forms of a name as one, for sources that inflect; the shortest stands for all. */
function joined(words: ReadonlyMap<string, Word>, locale: string): Word[] {
  if (lexiconOf(locale).data.hasCases !== true) return [...words.values()];
  const affixes = affixesIn(locale);
  const buckets = new Map<string, Word[]>();
  const out: Word[] = [];
  for (const word of [...words.values()].sort((a, b) => a.key.length - b.key.length)) {
    const start = word.key.slice(0, SHORTEST_NAME);
    const bucket = buckets.get(start) ?? [];
    buckets.set(start, bucket);
    const known = bucket.find(({ key }) => areFormsOfOne(key, word.key, affixes));
    if (known)
      for (const [number, at] of word.places) known.places.set(number, known.places.get(number) ?? at);
    else {
      bucket.push(word);
      out.push(word);
    }
  }
  return out;
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
  const main = mainWords(name, world);
  if (main.length === 0) return [];
  const has = new Set(
    main.flatMap(({ places }) => [...places.keys()]).filter((number) => name.places.has(number)),
  );
  const [usual] = [...main].sort((a, b) => b.places.size - a.places.size);
  if (!usual) return [];
  return [...name.places.keys()].flatMap((number): SpelledOtherwise[] => {
    const pair = pairs[number];
    if (!pair || has.has(number) || isListed(pair, name.key)) return [];
    const other = (inPair[number] ?? []).find((word) => isOther(word, name, main, world));
    const at = other?.places.get(number);
    // Of two spellings that are as frequent the later one is told.
    if (!other || !at || countIn(other, name, affixes, world) > has.size) return [];
    const { written: found } = other;
    return [{ segment: pair.id, at, name: name.written, found, usual: usual.written, count: has.size }];
  });
}

/** The word that goes with a name best, with its inflected forms; none where nothing goes with it. */
function mainWords(name: Word, { inPair, affixes }: World): readonly Word[] {
  const counts = new Map<Word, number>();
  for (const number of name.places.keys()) {
    for (const word of inPair[number] ?? []) {
      // One that stands in many more segments cannot be meant, and is not looked at again and again.
      if (LEAST_SHARE * word.places.size <= name.places.size) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  let best: readonly Word[] = [];
  let most = 0;
  const seen = new Set<Word>();
  const ordered = [...counts]
    .sort(([a, m], [b, n]) => n - m || (a.key < b.key ? -1 : 1))
    .slice(0, MOST_CANDIDATES);
  for (const [word] of ordered) {
    if (seen.has(word)) continue;
    const group = ordered.flatMap(([other]) => (areFormsOfOne(word.key, other.key, affixes) ? [other] : []));
    for (const one of group) seen.add(one);
    const everywhere = new Set(group.flatMap(({ places }) => [...places.keys()]));
    const within = [...everywhere].filter((number) => name.places.has(number)).length;
    const isMeant = within >= LEAST_SHARE * everywhere.size && within >= LEAST_COVER * name.places.size;
    const score = isMeant ? within / (everywhere.size + name.places.size) : 0;
    if (score <= most) continue;
    best = group;
    most = score;
  }
  return best;
}

const MOST_CANDIDATES = 40;

/** Whether a word is another spelling of a name: like its words, in its segments only, and not another name's. */
function isOther(word: Word, name: Word, main: readonly Word[], world: World): boolean {
  const { affixes, inSource } = world;
  if ([...word.places.keys()].some((number) => !name.places.has(number))) return false;
  if (!main.some(({ key }) => areSpellingsOfOne(key, word.key, affixes))) return false;
  if (main.some(({ key }) => areFormsOfOne(key, word.key, affixes))) return false;
  const sound = romanised(word.key);
  const own = soundsApart(romanised(name.key), sound);
  // What is translated, and not only written in other letters, has more forms than endings tell.
  if (own > MOST_APART) return false;
  const nearer = (other: Word): boolean => other !== name && soundsApart(romanised(other.key), sound) < own;
  return ![...word.places.keys()].some((number) => inSource[number]?.some(nearer));
}

/** How far two words may sound apart to be one name. */
const MOST_APART = 0.5;

/** How far a word sounds apart from a name: the letters that differ by those of the name; an ending does not count. */
function soundsApart(name: string, word: string): number {
  const length = Math.max(name.length, 1);
  const apart = (text: string): number => distanceOf(name, text, length) / length;
  return Math.min(apart(word), apart(word.slice(0, length)));
}

/** In how many segments of a name a word or its inflected forms stand. */
function countIn(word: Word, name: Word, affixes: Affixes, { inPair }: World): number {
  const isThere = (number: number): boolean =>
    (inPair[number] ?? []).some(({ key }) => areFormsOfOne(key, word.key, affixes));
  return [...name.places.keys()].filter(isThere).length;
}
