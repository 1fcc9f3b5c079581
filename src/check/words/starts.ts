import type { UnitKind } from '../../model/block.ts';
import type { Pair } from '../rule.ts';
import { CODE, maskedOf, perText, type Text } from '../text.ts';
import { endingOf } from './ends.ts';

/** How a text starts: the case of its first letter and where that is; `none` where something else stands before it. */
export interface Start {
  readonly letter: 'upper' | 'lower' | 'none';
  readonly at: number;
  /** The first word, as far as letters, digits, apostrophes and hyphens go. */
  readonly word: string;
}

const NONE: Start = { letter: 'none', at: 0, word: '' };
/** What may stand before the first word: marks, and the number of a list's item. */
const LEAD = /^(?:[\s\p{Ps}\p{Pi}\p{Pd}\p{Cf}"'„‚¿¡«»”’•·*…]+|(?:\d{1,3}|\p{L})[.)]\s+)*/u;
const CASED = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;

/** How a text starts, in scripts that have capitals. An address, an inline code or a number is no start. */
export const startOf: (text: Text) => Start = perText((text) => {
  const masked = maskedOf(text);
  const at = LEAD.exec(masked)?.[0].length ?? 0;
  const word = /^[\p{L}\p{M}\p{N}'’ʼ-]+/u.exec(masked.slice(at, at + 80))?.[0] ?? '';
  const letter = String.fromCodePoint(word.codePointAt(0) ?? 0);
  if (word === '' || masked[at + word.length] === CODE || !CASED.test(letter)) return NONE;
  if (/\p{Lu}|\p{Lt}/u.test(letter)) return { letter: 'upper', at, word };
  // iPhone and pH, and ’s in ’s avonds.
  const odd = /\p{Lu}|\p{N}/u.test(word.slice(1)) || /['’]/.test(masked[at - 1] ?? '');
  return /\p{Ll}/u.test(letter) && !odd ? { letter: 'lower', at, word } : NONE;
});

/** Whether a target starts with a small letter where its source has a capital one. */
function losesCapital({ source, target, stale }: Pair): boolean {
  if (stale !== null || startOf(target).letter !== 'lower' || startOf(source).letter !== 'upper')
    return false;
  const { word } = startOf(target);
  // A name that is written so: npm.
  return !source.plain.split(/[^\p{L}\p{N}'’-]+/u).includes(word);
}

/** Kinds of short texts that a language may begin with small letters throughout. */
const LISTED: readonly UnitKind[] = ['item', 'cell', 'alt', 'title', 'frontMatter'];

/**
 * The pairs of an edition that start with a small letter by mistake: their sources do not, and neither what stands before
 * nor their neighbours explain it.
 */
export function lostCapitals(pairs: readonly Pair[]): readonly Pair[] {
  const lower = pairs.map(losesCapital);
  if (!lower.includes(true)) return [];
  const habits = habitsOf(pairs, lower);
  const formulas = formulasOf(pairs, lower);
  return pairs.filter(
    (pair, at) =>
      lower[at] &&
      !habits.has(pair.kind) &&
      !formulas.has(startOf(pair.target).word) &&
      !follows(pairs, at) &&
      !isInRun(pairs, lower, at),
  );
}

/** The kinds of texts that an edition begins with small letters as a habit: three or more, and a third of them. */
function habitsOf(pairs: readonly Pair[], lower: readonly boolean[]): ReadonlySet<UnitKind> {
  return new Set(
    LISTED.filter((kind) => {
      const of = pairs.flatMap((pair, at) =>
        pair.kind === kind && startOf(pair.source).letter === 'upper' ? [at] : [],
      );
      const small = of.filter((at) => lower[at]).length;
      return small >= 3 && small * 3 >= of.length;
    }),
  );
}

/** Words with which three texts or more start in small letters: the formula of recitals (`considérant que`). */
function formulasOf(pairs: readonly Pair[], lower: readonly boolean[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const [at, { target }] of pairs.entries()) {
    const { word } = startOf(target);
    if (lower[at]) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= 3).map(([word]) => word));
}

/** Whether a text goes on from the one before it, which has no end. */
function follows(pairs: readonly Pair[], at: number): boolean {
  const [before, pair] = [pairs[at - 1], pairs[at]];
  if (!before || !pair) return false;
  const { kind, end } = endingOf(before.target);
  const mark = before.target.plain[end - 1] ?? '';
  if (before.unit === pair.unit) return kind !== 'final' || ';:'.includes(mark);
  return kind === 'comma' || (mark === ';' && pair.target.subtag !== 'el');
}

/** Whether the texts of the same kind beside a text start as it does: three in a row, or all there are. */
function isInRun(pairs: readonly Pair[], lower: readonly boolean[], at: number): boolean {
  const kind = pairs[at]?.kind;
  const isSibling = (other: number): boolean => pairs[other]?.kind === kind && startsUnit(pairs, other);
  let run = 1;
  let [first, last] = [at, at];
  for (; isSibling(first - 1) && lower[first - 1]; first--) run++;
  for (; isSibling(last + 1) && lower[last + 1]; last++) run++;
  const isAlone = !isSibling(first - 1) && !isSibling(last + 1);
  return run >= 3 || (run === 2 && isAlone);
}

function startsUnit(pairs: readonly Pair[], at: number): boolean {
  return pairs[at - 1]?.unit !== pairs[at]?.unit;
}
