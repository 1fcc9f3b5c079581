import { icuShapeOf } from './icu.ts';
import { closeOf, isSingle } from './pieces.ts';
import { tokensOf } from './tokens.ts';

/** What a translation lost or brought in, and whether its tags still close each other. */
export interface StringDifference {
  readonly lost: readonly string[];
  readonly invented: readonly string[];
  readonly nesting: readonly string[];
  /** Whether the source is an ICU message and the translation is none. */
  readonly notIcu: boolean;
}

/** The count of a plural, which a form for one number may leave out or need. */
const COUNT = /^\{\{-?\s*count\s*[,}]/;

/**
 * Compares a translation with its source: interpolations, nestings and ICU arguments by what they are, tags by number.
 * `plural` lets the count come and go.
 */
export function compareStrings(source: string, target: string, plural: boolean): StringDifference {
  const icu = icuShapeOf(source);
  const other = icu && icuShapeOf(target);
  const want = marksOf(source, icu?.arguments, icu?.chooses ?? false);
  const have = marksOf(target, other?.arguments, icu?.chooses ?? false);
  const optional = (mark: string): boolean => plural && COUNT.test(mark);
  const missingIn = (from: Marks, other: Marks): string[] =>
    [...from]
      .filter(([mark, count]) => (other.get(mark) ?? 0) < count && !optional(mark))
      .map(([mark]) => mark);
  return {
    lost: missingIn(want, have),
    invented: missingIn(have, want),
    nesting: icu?.chooses || unpaired(source).length > 0 ? [] : unpaired(target),
    notIcu: icu !== null && other === null && [...icu.arguments].some((mark) => mentions(target, mark)),
  };
}

/** Whether there is no difference. */
export function sameStrings({ lost, invented, nesting, notIcu }: StringDifference): boolean {
  return lost.length + invented.length + nesting.length === 0 && !notIcu;
}

type Marks = ReadonlyMap<string, number>;

/**
 * Values count once, however often they stand there. In an ICU message with forms to choose from (`chooses`) tags do
 * too, for the number of forms differs, and two braces are no interpolation but a form that begins with an argument.
 */
function marksOf(text: string, icu: ReadonlySet<string> | undefined, chooses: boolean): Marks {
  const marks = new Map<string, number>();
  for (const argument of icu ?? []) marks.set(`{${argument}}`, 1);
  for (const { kind, text: mark } of tokensOf(text)) {
    if (chooses && mark.startsWith('{{')) continue;
    if (kind === 'value') marks.set(mark.replace(/\s+/g, ' '), 1);
    else if (kind === 'tag') marks.set(mark, chooses ? 1 : (marks.get(mark) ?? 0) + 1);
  }
  return marks;
}

/** The tags that are not in pairs. */
function unpaired(text: string): readonly string[] {
  const open: string[] = [];
  const wrong: string[] = [];
  for (const { kind, text: tag } of tokensOf(text)) {
    if (kind !== 'tag' || isSingle(tag)) continue;
    if (!tag.startsWith('</')) open.push(tag);
    else if (open.length === 0 || tag !== closeOf(open.at(-1) ?? '')) wrong.push(tag);
    else open.pop();
  }
  return [...open, ...wrong];
}

function mentions(text: string, argument: string): boolean {
  return text.includes(argument.split(' ')[0] ?? argument);
}
