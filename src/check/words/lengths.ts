import { LENGTHS } from '../../languages/lengths.ts';
import { inLocale } from '../../model/glossary.ts';
import type { Edition, Pair } from '../rule.ts';
import { CODE, maskedOf, perText, type Text } from '../text.ts';
import { acronymsOf } from './capitals.ts';
import { endingOf, lacksEndMark, sentencesOf } from './ends.ts';

/** A language whose texts are shorter than this by English ones writes words of other scripts at their full length. */
const DENSE = 0.55;
const PLACE = CODE.charCodeAt(0);
/** Names in Latin letters, in brackets behind what they are called in a language that has other letters. */
const GLOSS = /[(（][\p{Script=Latin}\p{M}\s.,'’&-]{2,60}[)）]/gu;

/**
 * How long a text is, in code points: without codes and addresses, a run of white space as one, and what stands in
 * Latin letters or ASCII within a dense script as long as it would be there.
 */
export const sizeOf: (text: Text) => number = perText((text) => {
  const median = LENGTHS[text.subtag]?.[0] ?? 1;
  const dense = median < DENSE;
  let masked = maskedOf(text);
  if (dense && /[(（]/.test(masked)) masked = masked.replace(GLOSS, '');
  const thin = dense ? median : 1;
  let size = 0;
  let spaced = true;
  for (let at = 0; at < masked.length; at++) {
    const code = masked.charCodeAt(at);
    if (code === 0x20 || code === 0xa0 || (code >= 0x09 && code <= 0x0d)) {
      if (!spaced) size += thin;
      spaced = true;
    } else if (code !== PLACE && (code & 0xfc00) !== 0xdc00) {
      size += code < 0x250 ? thin : 1;
      spaced = false;
    }
  }
  return size;
});

/** What lengths an edition's targets have by their sources'. */
export interface LengthModel {
  /** The logarithm of the usual ratio. */
  readonly usual: number;
  /** How far from it ratios are, by what is common. */
  readonly spread: number;
}

/** From how many pairs an edition tells its own usual ratio. */
const ENOUGH = 30;
/** How many pairs the prior is worth. */
const PRIOR_WEIGHT = 10;
/** What is common: the standard deviation of the logarithm of ratios of sentences. */
const COMMON_SPREAD = 0.13;
/** Sources below this many code points of English say little about ratios. */
const SHORT = 20;

const models = new WeakMap<Edition, LengthModel>();

/** The lengths of an edition: what its languages usually have, and what it has itself where it is long enough. */
export function lengthModelOf(edition: Edition): LengthModel {
  const known = models.get(edition);
  if (known) return known;
  const model = makeModel(edition);
  models.set(edition, model);
  return model;
}

function makeModel({ pairs, settings, locale }: Edition): LengthModel {
  const prior = priorOf(settings.sourceLocale, locale ?? '');
  const ratios: number[] = [];
  for (const { source, target, stale } of pairs) {
    const [from, to] = [sizeOf(source), sizeOf(target)];
    if (stale === null && to > 0 && from >= SHORT) ratios.push(Math.log(to / from));
  }
  if (ratios.length < ENOUGH) return prior;
  const own = median(ratios);
  const deviation = 1.4826 * median(ratios.map((ratio) => Math.abs(ratio - own)));
  const weight = ratios.length / (ratios.length + PRIOR_WEIGHT);
  return {
    usual: own * weight + prior.usual * (1 - weight),
    spread: clamp(deviation / COMMON_SPREAD, 0.85, 1.2),
  };
}

/** What two languages usually have, where nothing is known of the text. */
function priorOf(sourceLocale: string, locale: string): LengthModel {
  const [from, to] = [sourceLocale, locale].map((tag) => LENGTHS[tag.toLowerCase().split('-', 1)[0] ?? '']);
  const spreadOf = (data: (typeof LENGTHS)[string] | undefined): number =>
    data ? Math.log(data[2] / data[1]) / 3.29 / COMMON_SPREAD : 1.5;
  return {
    usual: Math.log(to?.[0] ?? 1) - Math.log(from?.[0] ?? 1),
    // Kinds of texts differ in what is usual, too.
    spread: 1.1 * clamp(Math.max(spreadOf(from), spreadOf(to)), 1, 1.5),
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  const upper = sorted[half] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[half - 1] ?? upper)) / 2;
}

/** A target's length by what is usual for its source. */
export interface Deviation {
  /** The logarithm of the ratio, less the usual one. */
  readonly distance: number;
  /** How much wider limits are for a text of this size than for one without end. */
  readonly width: number;
  /** The lengths' ratio, and the usual one. */
  readonly ratio: number;
  readonly usual: number;
}

/** How far a target's length is from what is usual; null where one side has no text of its own. */
export function deviationOf({ source, target, kind }: Pair, model: LengthModel): Deviation | null {
  const [from, to] = [sizeOf(source), sizeOf(target)];
  if (from === 0 || to === 0) return null;
  const english = from / (LENGTHS[source.subtag]?.[0] ?? 1);
  const terse = kind === 'heading' || kind === 'title' || kind === 'cell' || kind === 'alt' ? 1.25 : 1;
  return {
    distance: Math.log(to / from) - model.usual,
    width: model.spread * terse * Math.sqrt(1 + 40 / english) * (english < SHORT ? 1.25 : 1),
    ratio: to / from,
    usual: Math.exp(model.usual),
  };
}

/**
 * The logarithm of how much longer or shorter than usual a long target is at the least for anything to be said. In
 * texts by professionals one in twenty is as far as this, and one in two hundred twice as far.
 */
const LEAST = 0.21;
/** How many code points an acronym may take where a target says what it stands for. */
const SPELLED_OUT = 12;

/** What is wrong with a target's length. */
export type LengthFault = 'short' | 'long' | 'doubled';

/**
 * Whether a target is far shorter or longer than its source lets expect. A lost final mark, and sentences more or fewer
 * than the source has, make less of a difference suspicious.
 */
export function lengthFault(
  pair: Pair,
  { distance, width }: Deviation,
  limits: readonly number[],
): LengthFault | null {
  const { source, target } = pair;
  if ((distance > 0.15 || returns(target)) && isDoubled(target) && !isDoubled(source)) return 'doubled';
  const [least, most] = limits;
  const ratio = sizeOf(target) / sizeOf(source);
  if (least !== undefined && most !== undefined && sizeOf(source) >= SHORT) {
    if (ratio < least) return 'short';
    return ratio > most ? 'long' : null;
  }
  if (Math.abs(distance) < LEAST * width) return null;
  const more = sentencesOf(target).length - sentencesOf(source).length;
  if (distance > 0) {
    const spelledOut = Math.log(1 + (SPELLED_OUT * acronymsOf(source).length) / sizeOf(source));
    // A sentence that is one on both sides may be told at length; what is added makes another sentence, or has no end.
    const limit = more > 0 ? 0.26 : endingOf(target).kind === 'final' ? 0.5 : 0.37;
    return distance - spelledOut > width * limit ? 'long' : null;
  }
  if (lacksEndMark(source, target)) return 'short';
  return distance < -width * (more < 0 ? 0.26 : 0.41) ? 'short' : null;
}

/** The limits that a project sets for a locale; empty where it sets none. */
export function limitsFor({ settings, locale }: Edition): readonly number[] {
  return inLocale(settings.lengths, locale ?? '');
}

/** Whether the first or the last few signs of a text stand in it again: looked at before more is. */
function returns({ plain }: Text): boolean {
  const text = plain.trimEnd();
  if (text.length < 2 * GLIMPSE) return false;
  return (
    text.includes(text.slice(0, GLIMPSE), GLIMPSE) ||
    text.indexOf(text.slice(-GLIMPSE)) < text.length - GLIMPSE
  );
}
const GLIMPSE = 10;

/** Whether a text says the same twice: as a whole, or one of its sentences. */
const isDoubled: (text: Text) => boolean = perText((text) => {
  const plain = text.plain.trim();
  const half = plain.length >> 1;
  if (plain.length >= 6 && plain.slice(0, half).trim() === plain.slice(plain.length - half).trim())
    return true;
  const seen = new Set<string>();
  return sentencesOf(text).some((sentence) => {
    if (sentence.length < 12 && !/[\p{Script=Han}\p{Script=Hiragana}]{4}/u.test(sentence)) return false;
    const again = seen.has(sentence);
    seen.add(sentence);
    return again;
  });
});
