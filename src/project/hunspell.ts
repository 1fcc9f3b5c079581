import { type Affix, type Affixes, type Marker, parseAffixes } from './hunspell-affixes.ts';

/**
 * Tells whether words are spelled right by a dictionary of hunspell's form (an `.aff` and a `.dic` file): affixes are taken
 * off a word, so that nothing is built but the list of stems. A word is looked at as it is, and where it has capitals as
 * it would be without. After hunspell(5); what only serves suggestions is left out, and so are rules of compounds by pattern.
 */
export function createSpeller(aff: string, dic: string): (word: string) => boolean {
  const affixes = parseAffixes(aff);
  const dictionary: Dictionary = { affixes, stems: readStems(dic, affixes), ...longestOf(affixes) };
  return (word) => isSpelledRight(dictionary, word);
}

interface Dictionary {
  readonly affixes: Affixes;
  /** The flags of each stem as they are written; those of its homonyms behind line feeds. */
  readonly stems: ReadonlyMap<string, string>;
  /** The most that an affix adds, in UTF-16 units. */
  readonly longestPrefix: number;
  readonly longestSuffix: number;
}

function longestOf({ prefixes, suffixes }: Affixes): { longestPrefix: number; longestSuffix: number } {
  const longest = (affixes: Affixes['prefixes']): number =>
    [...affixes.keys()].reduce((most, { length }) => Math.max(most, length), 0);
  return { longestPrefix: longest(prefixes), longestSuffix: longest(suffixes) };
}

function readStems(dic: string, { ignored }: Affixes): Map<string, string> {
  const stems = new Map<string, string>();
  // The first line tells how many there are.
  for (let at = dic.indexOf('\n') + 1; at > 0 && at < dic.length; ) {
    const next = dic.indexOf('\n', at);
    const line = dic.slice(at, next < 0 ? dic.length : next).trimEnd();
    at = next < 0 ? dic.length : next + 1;
    const [, word = '', flags = ''] = /^((?:[^/\t\\ ]|\\.| (?!\w\w:))*)(?:\/(\S*))?/.exec(line) ?? [];
    if (word === '') continue;
    const bare = word.replaceAll('\\/', '/');
    const stem = ignored ? bare.replace(ignored, '') : bare;
    const before = stems.get(stem);
    stems.set(stem, before === undefined ? flags : `${before}\n${flags}`);
  }
  return stems;
}

function isSpelledRight(dictionary: Dictionary, given: string): boolean {
  const { affixes } = dictionary;
  let word = given;
  for (const [from, to] of affixes.conversions) if (word.includes(from)) word = word.replaceAll(from, to);
  if (affixes.ignored) word = word.replace(affixes.ignored, '');
  if (word === '' || word.length > LONGEST) return word === '';
  if (isForbidden(dictionary, word)) return false;
  return casesOf(word, affixes.language).some((one, at) => isWord(dictionary, one, at > 0));
}

/** A longer word is none, and costs too much. */
const LONGEST = 100;

/** A word as it is, and as it would be without capitals that its place may have given it. */
function casesOf(word: string, language: string | undefined): readonly string[] {
  const lower = word.toLocaleLowerCase(language);
  if (lower === word) return [word];
  const [first = ''] = word;
  const decapitalised = first.toLocaleLowerCase(language) + word.slice(first.length);
  if (decapitalised === lower) return [word, lower];
  if (word !== word.toLocaleUpperCase(language)) return [word];
  const capitalised = (lower[0] ?? '').toLocaleUpperCase(language) + lower.slice(1);
  return [
    word,
    capitalised,
    lower,
    ...(lower.includes('ss') ? [capitalised, lower].map((one) => one.replaceAll('ss', 'ß')) : []),
  ];
}

function isForbidden({ stems, affixes }: Dictionary, word: string): boolean {
  const flag = affixes.markers.FORBIDDENWORD;
  if (flag === undefined) return false;
  return (
    stems
      .get(word)
      ?.split('\n')
      .every((one) => affixes.flagsOf(one).has(flag)) ?? false
  );
}

/** One way in which a word comes about: the flags of its stem, and those that its affixes give it. */
interface Analysis {
  readonly stem: ReadonlySet<string>;
  readonly affixes: readonly Affix[];
}

function isWord(dictionary: Dictionary, word: string, isRecased: boolean): boolean {
  const { markers } = dictionary.affixes;
  const isFine = (analysis: Analysis): boolean =>
    !has(analysis, markers.ONLYINCOMPOUND) && !(isRecased && has(analysis, markers.KEEPCASE));
  for (const analysis of analysesOf(dictionary, word)) if (isFine(analysis)) return true;
  return isCompound(dictionary, word);
}

function has({ stem, affixes }: Analysis, flag: string | undefined): boolean {
  return flag !== undefined && (stem.has(flag) || affixes.some(({ further }) => further.has(flag)));
}

/** All ways in which a word is a stem with affixes: up to two suffixes and one prefix. */
function* analysesOf(dictionary: Dictionary, word: string): Generator<Analysis> {
  yield* rooted(dictionary, word, []);
  for (const [suffix, rest] of taken(dictionary, word, 'suffix')) {
    yield* rooted(dictionary, rest, [suffix]);
    for (const [inner, root] of taken(dictionary, rest, 'suffix')) {
      if (inner.further.has(suffix.flag)) yield* rooted(dictionary, root, [inner, suffix]);
    }
  }
  for (const [prefix, rest] of taken(dictionary, word, 'prefix')) {
    yield* rooted(dictionary, rest, [prefix]);
    if (!prefix.crosses) continue;
    for (const [suffix, root] of taken(dictionary, rest, 'suffix')) {
      if (!suffix.crosses) continue;
      yield* rooted(dictionary, root, [prefix, suffix]);
      for (const [inner, innermost] of taken(dictionary, root, 'suffix')) {
        if (inner.further.has(suffix.flag)) yield* rooted(dictionary, innermost, [prefix, inner, suffix]);
      }
    }
  }
}

/** The affixes that may have been put to a word, each with what was there before. */
function* taken(dictionary: Dictionary, word: string, side: 'prefix' | 'suffix'): Generator<[Affix, string]> {
  const isPrefix = side === 'prefix';
  const { prefixes, suffixes } = dictionary.affixes;
  const affixes = isPrefix ? prefixes : suffixes;
  const longest = Math.min(word.length, isPrefix ? dictionary.longestPrefix : dictionary.longestSuffix);
  for (let length = 0; length <= longest; length++) {
    const cut = word.length - length;
    const list = affixes.get(isPrefix ? word.slice(0, length) : word.slice(cut));
    for (const affix of list ?? []) {
      const { strip, condition } = affix;
      const before = isPrefix ? strip + word.slice(length) : word.slice(0, cut) + strip;
      if (before !== '' && (condition === null || condition.test(before))) yield [affix, before];
    }
  }
}

/** The analyses of a word whose stem is known and takes these affixes. */
function* rooted(
  { stems, affixes: { flagsOf, markers } }: Dictionary,
  root: string,
  affixes: readonly Affix[],
): Generator<Analysis> {
  const raw = stems.get(root);
  if (raw === undefined) return;
  for (const one of raw.split('\n')) {
    const stem = flagsOf(one);
    if (markers.FORBIDDENWORD !== undefined && stem.has(markers.FORBIDDENWORD)) continue;
    if (takes(stem, affixes) && isComplete(stem, affixes, markers)) yield { stem, affixes };
  }
}

/** Whether a stem, or another affix for it, allows each affix. */
function takes(stem: ReadonlySet<string>, affixes: readonly Affix[]): boolean {
  return (
    affixes.every(
      (affix) =>
        stem.has(affix.flag) || affixes.some((other) => other !== affix && other.further.has(affix.flag)),
    ) &&
    (affixes.length === 0 || affixes.some(({ flag }) => stem.has(flag)))
  );
}

function isComplete(
  stem: ReadonlySet<string>,
  affixes: readonly Affix[],
  { NEEDAFFIX: needs, CIRCUMFIX: around }: Affixes['markers'],
): boolean {
  if (needs !== undefined) {
    if (affixes.length === 0 && stem.has(needs)) return false;
    if (affixes.length > 0 && affixes.every(({ further }) => further.has(needs))) return false;
  }
  const circling = around === undefined ? 0 : affixes.filter(({ further }) => further.has(around)).length;
  return circling !== 1;
}

/** How many parts a compound may have, and how long it may be: what hunspell looks at is bounded too. */
const MOST_PARTS = 5;
const LONGEST_COMPOUND = 60;

function isCompound(dictionary: Dictionary, word: string): boolean {
  const { markers } = dictionary.affixes;
  const any = markers.COMPOUNDFLAG ?? markers.COMPOUNDBEGIN ?? markers.COMPOUNDEND;
  if (any === undefined || word.length > LONGEST_COMPOUND) return false;
  const failed = new Set<string>();
  return isCompoundFrom(dictionary, word, 0, 1, failed);
}

function isCompoundFrom(
  dictionary: Dictionary,
  word: string,
  from: number,
  part: number,
  failed: Set<string>,
): boolean {
  const { compoundMin } = dictionary.affixes;
  const place = `${from} ${part}`;
  if (failed.has(place) || part > MOST_PARTS) return false;
  if (part > 1 && word.length - from >= compoundMin && isPart(dictionary, word.slice(from), 'COMPOUNDEND'))
    return true;
  const role = part === 1 ? 'COMPOUNDBEGIN' : 'COMPOUNDMIDDLE';
  for (let cut = from + compoundMin; cut <= word.length - compoundMin; cut++) {
    if (!isPart(dictionary, word.slice(from, cut), role)) continue;
    if (isCompoundFrom(dictionary, word, cut, part + 1, failed)) return true;
  }
  failed.add(place);
  return false;
}

/** Whether a text may be a part of a compound: its flags say so, and affixes within a compound are allowed there. */
function isPart(dictionary: Dictionary, text: string, role: Marker): boolean {
  const { markers } = dictionary.affixes;
  const isLast = role === 'COMPOUNDEND';
  for (const analysis of analysesOf(dictionary, text)) {
    if (!has(analysis, markers.COMPOUNDFLAG) && !has(analysis, markers[role])) continue;
    if (has(analysis, markers.COMPOUNDFORBIDFLAG)) continue;
    const permit = markers.COMPOUNDPERMITFLAG;
    const suffixed = !isLast && analysis.affixes.length > 0;
    if (!suffixed || (permit !== undefined && analysis.affixes.every(({ further }) => further.has(permit))))
      return true;
  }
  return false;
}
