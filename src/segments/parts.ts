import { indexFeatures, sharing } from './candidates.ts';
import { carry, isOpenNow, isOpenOld, type Matching, openNows, openOlds } from './matching.ts';
import type { Tokens } from './similarity.ts';

/** A part that stands elsewhere has at least this many tokens, and this share of them is in the whole. */
const PART_TOKENS = 6;
const PART_SHARE = 0.8;
/** Parts that make up a whole which is carried nowhere else account for this share of it. */
const WHOLE_SHARE = 0.6;

/** One side's view of splits (wholes are old, parts new) or merges (wholes are new, parts old). */
interface View {
  /** Texts that are in the document on both sides but worded differently, or on the wholes' side alone. */
  readonly wholes: readonly number[];
  readonly parts: readonly number[];
  readonly wholeTokens: (at: number) => Tokens;
  readonly partTokens: (at: number) => Tokens;
  /** What a whole's counterpart accounts for. */
  readonly counterpart: (whole: number) => Tokens;
  readonly isOpen: (whole: number) => boolean;
  /** Pairs a whole with the first of its parts. */
  readonly pair: (whole: number, part: number) => void;
  readonly attach: (whole: number, part: number) => void;
}

/**
 * Finds halves that were moved: texts left over whose words are part of a text that changed or went, anywhere in the
 * document. Linear but for at most a few comparisons a text (see `sharing`).
 */
export function partsElsewhere(matching: Matching): void {
  const { carried, heirs, texts, oldTokens, nowTokens, splitFrom, mergedInto } = matching;
  const reworded = (i: number, j: number): boolean => texts.old[i]?.text !== texts.now[j]?.text;
  gather(matching, {
    wholes: [...heirs.keys()].filter((i) => {
      const j = heirs[i] ?? -1;
      return j < 0 ? isOpenOld(matching, i) : reworded(i, j);
    }),
    parts: openNows(matching),
    wholeTokens: oldTokens,
    partTokens: nowTokens,
    counterpart: (i) => nowTokens(heirs[i] ?? -1),
    isOpen: (i) => heirs[i] === -1,
    pair: (i, j) => carry(matching, i, j),
    attach: (i, j) => splitFrom.set(j, i),
  });
  gather(matching, {
    wholes: [...carried.keys()].filter((j) => {
      const i = carried[j] ?? -1;
      return i < 0 ? isOpenNow(matching, j) : reworded(i, j);
    }),
    parts: openOlds(matching),
    wholeTokens: nowTokens,
    partTokens: oldTokens,
    counterpart: (j) => oldTokens(carried[j] ?? -1),
    isOpen: (j) => carried[j] === -1,
    pair: (j, i) => carry(matching, i, j),
    attach: (j, i) => mergedInto.set(i, j),
  });
}

function gather({ likeness }: Matching, view: View): void {
  if (view.parts.length === 0 || view.wholes.length === 0) return;
  const tokens: Tokens[] = [];
  for (const whole of view.wholes) tokens[whole] = view.wholeTokens(whole);
  const index = indexFeatures(tokens, view.wholes);
  const found = new Map<number, { parts: number[]; rest: number[] }>();
  for (const part of view.parts) {
    const own = view.partTokens(part);
    if (own.length < PART_TOKENS) continue;
    for (const whole of sharing(own, index)) {
      const known = found.get(whole) ?? { parts: [], rest: [...view.counterpart(whole)] };
      if (likeness.within(own, tokens[whole] ?? [], known.rest) < own.length * PART_SHARE) continue;
      known.parts.push(part);
      for (const token of own) known.rest.push(token);
      found.set(whole, known);
      break;
    }
  }
  for (const [whole, { parts, rest }] of found) {
    if (!view.isOpen(whole)) for (const part of parts) view.attach(whole, part);
    else if (parts.length > 1 && rest.length >= (tokens[whole]?.length ?? 0) * WHOLE_SHARE) {
      const [first = -1, ...others] = parts;
      view.pair(whole, first);
      for (const part of others) view.attach(whole, part);
    }
  }
}
