import { carry, gapsOf, idAt, type Matching, openNows, openOlds } from './matching.ts';
import { storedText } from './texts.ts';

/** Texts of fewer tokens than this are not known by their earlier wording when they stand elsewhere. */
const DISTINCT_TOKENS = 3;

/** Carries texts whose author gave them the same name: one on either side, and nothing else is known of them. */
export function sameAnchors(matching: Matching): void {
  const { texts } = matching;
  const olds = named(openOlds(matching), (i) => texts.old[i]?.anchor ?? null);
  if (olds.size === 0) return;
  for (const [anchor, j] of named(openNows(matching), (at) => texts.now[at]?.anchor ?? null)) {
    const i = olds.get(anchor) ?? -1;
    if (i >= 0 && j >= 0) carry(matching, i, j);
  }
}

/** The place of each name; -1 for a name that is given twice. */
function named(
  places: readonly number[],
  anchorOf: (place: number) => string | null,
): ReadonlyMap<string, number> {
  const known = new Map<string, number>();
  for (const place of places) {
    const anchor = anchorOf(place);
    if (anchor !== null) known.set(anchor, known.has(anchor) ? -1 : place);
  }
  return known;
}

interface Returning {
  readonly matching: Matching;
  /** Open old texts by each of their earlier wordings. */
  readonly worded: ReadonlyMap<string, readonly number[]>;
  /** Retired ids by their texts, the last one first. */
  readonly retired: ReadonlyMap<string, string[]>;
  /** Retired ids by what they stood behind and their texts. */
  readonly placed: ReadonlyMap<string, readonly string[]>;
}

/**
 * Gives texts that come back the ids they had: those that a live text was worded as, and those that were retired. What
 * can be told by the place alone comes last.
 */
export function returns(matching: Matching): void {
  const returning = { matching, worded: wordedAs(matching), ...retiredAs(matching) };
  if (returning.worded.size + returning.retired.size === 0) return;
  earlierWordings(returning, (text) => !returning.retired.has(text));
  restoreRetired(returning, true);
  earlierWordings(returning, () => true);
  restoreRetired(returning, false);
}

/** Gives retired ids back once more, now that the neighbours are settled. */
export function restoreAgain(matching: Matching): void {
  if (matching.restored.size === 0) return;
  matching.restored.clear();
  const returning = { matching, worded: new Map<string, number[]>(), ...retiredAs(matching) };
  restoreRetired(returning, true);
  restoreRetired(returning, false);
}

function wordedAs(matching: Matching): Map<string, number[]> {
  const worded = new Map<string, number[]>();
  for (const i of openOlds(matching)) {
    for (const text of new Set(matching.texts.old[i]?.was.map(storedText))) {
      const list = worded.get(text);
      if (list) list.push(i);
      else worded.set(text, [i]);
    }
  }
  return worded;
}

function retiredAs({ texts }: Matching): Pick<Returning, 'retired' | 'placed'> {
  const retired = new Map<string, string[]>();
  const placed = new Map<string, string[]>();
  for (const { id, text, after } of texts.retired) {
    const ids = retired.get(text);
    if (ids) ids.push(id);
    else retired.set(text, [id]);
    const key = behind(text, after);
    const list = placed.get(key);
    if (list) list.push(id);
    else placed.set(key, [id]);
  }
  for (const ids of retired.values()) ids.reverse();
  return { retired, placed };
}

/** A key for a text and what it stands behind. */
export function behind(text: string, before: string | null): string {
  return `${before ?? ''}\n${text}`;
}

/** Carries texts that are worded again as they once were: where they stand, or elsewhere if they are long enough. */
function earlierWordings({ matching, worded }: Returning, asked: (text: string) => boolean): void {
  if (worded.size === 0) return;
  const { texts, heirs } = matching;
  const gapOf = new Map<number, number>();
  const gaps = gapsOf(matching);
  gaps.forEach(({ olds }, gap) => {
    for (const i of olds) gapOf.set(i, gap);
  });
  const take = (j: number, fits: (i: number) => boolean): void => {
    const text = texts.now[j]?.text ?? '';
    if (!asked(text)) return;
    const i = worded.get(text)?.find((one) => heirs[one] === -1 && fits(one));
    if (i !== undefined) carry(matching, i, j);
  };
  gaps.forEach(({ nows }, gap) => {
    for (const j of nows) take(j, (i) => gapOf.get(i) === gap);
  });
  for (const j of openNows(matching)) {
    if (worded.has(texts.now[j]?.text ?? '') && matching.nowTokens(j).length >= DISTINCT_TOKENS)
      take(j, () => true);
  }
}

/**
 * Gives retired ids back to equal texts: to those that stand behind the text which they stood behind (`placed`), or
 * else in order.
 */
function restoreRetired({ matching, retired, placed }: Returning, inPlace: boolean): void {
  if (retired.size === 0) return;
  const { texts, restored } = matching;
  const used = new Set(restored.values());
  for (const j of openNows(matching)) {
    const text = texts.now[j]?.text ?? '';
    const ids = retired.get(text);
    if (!ids) continue;
    let id: string | undefined;
    if (inPlace) {
      const before = idAt(matching, j - 1);
      if (before !== null || j === 0) id = placed.get(behind(text, before))?.find((one) => !used.has(one));
    } else
      do id = ids.pop();
      while (id !== undefined && used.has(id));
    if (id === undefined) continue;
    restored.set(j, id);
    used.add(id);
  }
}
