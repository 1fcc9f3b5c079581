import { type Fact, nameKey, type Reading } from '../../languages/facts.ts';
import type { Lexicon } from '../../languages/lexicon.ts';
import { isCapital, type Token } from '../../languages/tokens.ts';
import { areContraries, areOtherUnits, opposites } from './opposites.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Above this many changed names or words a text is another one; they are no longer paired one by one. */
const MOST_PAIRED = 200;

/**
 * Whether a number, date, name, address, negation or modal verb came, went, or changed its place among the others.
 * Near linear: what is paired one by one is bounded.
 */
export function isOtherMeaning(a: Reading, b: Reading, lexicon: Lexicon, vocabulary: Vocabulary): boolean {
  return (
    differ('link', a, b) ||
    differ('day', a, b) ||
    differ('modal', a, b) ||
    differ('number', a, b) ||
    areOtherUnits(a.tokens, b.tokens) ||
    wordsTurn(a, b, lexicon) ||
    namesDiffer(a, b, lexicon, vocabulary) ||
    isSwapped(a, b, lexicon)
  );
}

function differ(kind: Fact['kind'], a: Reading, b: Reading): boolean {
  const [gone, come] = leftOver(factsOf(a, kind), factsOf(b, kind), ({ key }) => key);
  return [...gone, ...come].some(({ weak }) => !weak);
}

function factsOf({ facts }: Reading, kind: Fact['kind']): Fact[] {
  return facts.filter((fact) => fact.kind === kind);
}

/** What the one list has and the other has not, by key, each counted as often as it stands. */
function leftOver<T>(a: readonly T[], b: readonly T[], key: (one: T) => string): [T[], T[]] {
  const waiting = new Map<string, number>();
  for (const one of b) waiting.set(key(one), (waiting.get(key(one)) ?? 0) + 1);
  const gone = a.filter((one) => {
    const left = waiting.get(key(one)) ?? 0;
    if (left > 0) waiting.set(key(one), left - 1);
    return left === 0;
  });
  const come: T[] = [];
  for (const one of [...b].reverse()) {
    const left = waiting.get(key(one)) ?? 0;
    if (left === 0) continue;
    waiting.set(key(one), left - 1);
    come.push(one);
  }
  come.reverse();
  return [gone, come];
}

/** Whether words turn round what is said: negations, opposites and contraries. Negations are counted, those by a prefix with them: `not legal` and `illegal` say one thing, `legal` another. */
function wordsTurn(a: Reading, b: Reading, lexicon: Lexicon): boolean {
  const [gone, come] = leftOver(wordsOf(a), wordsOf(b), ({ word }) => word);
  if (areContraries(gone, come, lexicon)) return true;
  const bounded = gone.length <= MOST_PAIRED && come.length <= MOST_PAIRED;
  const [before, after] = bounded ? opposites(gone, come, lexicon) : [0, 0];
  return factsOf(a, 'negation').length + before !== factsOf(b, 'negation').length + after;
}

function wordsOf({ tokens }: Reading): readonly Token[] {
  return tokens.filter(({ kind }) => kind === 'word');
}

function namesDiffer(a: Reading, b: Reading, lexicon: Lexicon, vocabulary: Vocabulary): boolean {
  const [namesOfA, namesOfB] = [factsOf(a, 'name'), factsOf(b, 'name')];
  const [gone, come] = leftOver(namesOfA, namesOfB, ({ key }) => key);
  if (gone.length + come.length === 0) return false;
  const certain = new Set([...namesOfA, ...namesOfB].filter(({ weak }) => !weak).map(({ key }) => key));
  const isName = ({ key, weak }: Fact): boolean =>
    !weak || certain.has(key) || (key.length > 1 && vocabulary.isName(key));
  const [smallOfA, smallOfB] = [smallIn(a), smallIn(b)];
  const lost = gone.filter((name) => isName(name) && !smallOfB.has(name.key.toLowerCase()));
  const won = come.filter((name) => isName(name) && !smallOfA.has(name.key.toLowerCase()));
  if (lost.length !== won.length || lost.length > MOST_PAIRED) return lost.length + won.length > 0;
  return lost.some(({ key }) => {
    const at = won.findIndex((other) => isSameName(key, other.key, lexicon));
    if (at >= 0) won.splice(at, 1);
    return at < 0;
  });
}

/** What stands in lower case: a word that does on the one side was no name on the other. */
function smallIn({ tokens }: Reading): ReadonlySet<string> {
  return new Set(tokens.filter(({ raw }) => !isCapital(raw)).map(({ raw }) => nameKey(raw)));
}

/** Whether two names are one but for an ending of its language: Ереван, Ереване. */
function isSameName(a: string, b: string, { nameEndings }: Lexicon): boolean {
  let stem = 0;
  while (stem < a.length && a[stem] === b[stem]) stem++;
  for (let at = stem; at >= Math.max(3, stem - 2); at--) {
    if (nameEndings.has(a.slice(at)) && nameEndings.has(b.slice(at))) return true;
  }
  return false;
}

/**
 * Whether the same words stand in another order and say something else by it: `from 5 to 10` and `from 10 to 5`, who
 * did it to whom. Facts that only `and` or punctuation parts are a list, whose order says nothing.
 */
function isSwapped(a: Reading, b: Reading, lexicon: Lexicon): boolean {
  const [gone, come] = leftOver(wordsOf(a), wordsOf(b), ({ word }) => word);
  if (gone.length + come.length > 0) return gone.length > 1 && areNames(gone, a) && areNames(come, b);
  const [before, after] = [shownIn(a, lexicon), shownIn(b, lexicon)];
  if (leftOver(before, after, ({ kind, key }) => `${kind} ${key}`).some(({ length }) => length > 0))
    return false;
  return orderOf(a, before, lexicon) !== orderOf(b, after, lexicon);
}

/** Whether words are names all: where nothing else changed, their cases did. */
function areNames(words: readonly Token[], { facts }: Reading): boolean {
  const names = new Set(facts.filter(({ kind }) => kind === 'name').map(({ start }) => start));
  return words.every(({ start }) => names.has(start));
}

/** The facts whose order says something. */
function shownIn({ facts }: Reading, { particles, data }: Lexicon): Fact[] {
  return facts
    .filter(
      ({ kind, weak, key }) =>
        !weak && (kind !== 'negation' || particles.has(key)) && !(kind === 'name' && data.hasCases),
    )
    .sort((one, two) => one.start - two.start);
}

function orderOf({ text, tokens }: Reading, shown: readonly Fact[], lexicon: Lexicon): string {
  const next = new Map(tokens.map(({ end }, i) => [end, tokens[i + 1]?.word ?? '']));
  const groups: string[][] = [];
  shown.forEach(({ kind, key, start, end }, i) => {
    const said = kind === 'negation' || kind === 'modal' ? `${key} ${next.get(end) ?? ''}` : key;
    const between = i === 0 ? 'x' : text.slice(shown[i - 1]?.end ?? 0, start);
    const words = between.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    const joins = words.length === 0 || words.some((word) => lexicon.and.has(word));
    const listed = joins && words.every((word) => lexicon.and.has(word) || lexicon.bridges.has(word));
    if (groups.length > 0 && listed) groups.at(-1)?.push(said);
    else groups.push([said]);
  });
  return groups.map((group) => group.sort().join(',')).join(' ');
}
