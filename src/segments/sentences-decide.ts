import { type Context, contextOf, has, nextWord, opens, readings, wordsBefore } from './sentences-context.ts';
import type { Profile } from './sentences-profile.ts';
import type { Stop } from './sentences-scan.ts';

/** The usual case: no label, number, initial or acronym. */
const LONG_WORD = /^\p{Ll}{3,}$/u;
const INITIAL = /^\p{L}\p{M}*$/u;
/** `U.S.A`, `А.С`, `J.-P`, `Ch.-M`. */
const DOTTED = /^(?:\p{L}{1,2}\p{M}?[.\u2024]-?)+\p{L}\p{M}?$/u;
const ROMAN = /^[IVXLCDM]+$/;
const DIGITS = /^\p{N}/u;
const CAPITALS = /^\p{Lu}{2,}$/u;
const AFTER_NUMBER = /\p{N}$|^[IVXLC–-]+$/u;
/** A longer stretch than this is no paragraph label, in UTF-16 units. */
const LABEL_REACH = 24;
/** An adverbial before the verb is seldom longer than this, in words. */
const FRONTED = 7;

/** Whether all that stands before the stop is a paragraph's label: `1.`, `IV.`, `a.`, `Article 5.`, `§ 3.`. */
function isLabel(context: Context): boolean {
  if (context.stop.at - context.start > LABEL_REACH) return false;
  const parts = wordsBefore(context).filter((word) => word !== '');
  if (parts.length > 2 || parts.length === 0) return false;
  const last = (parts.at(-1) ?? '').replace(/^[§№]+/u, '');
  const numbered = /^\p{N}{1,3}(?:\.\p{N}{1,3}){0,4}\p{Ll}?$/u.test(last) || ROMAN.test(last);
  if (!numbered && !INITIAL.test(last)) return false;
  const lead = parts.length === 1 ? undefined : (parts[0] ?? '');
  return lead === undefined || /^[§№]+$/u.test(lead) || has(context.profile.labels, lead.replace(/\.$/u, ''));
}

/** A number before the stop: an ordinal in languages that write them so, else the end. */
function endsAfterNumber(context: Context): boolean {
  const { profile, stop, last } = context;
  if (profile.ordinals === undefined) return true;
  if (!/^\p{N}{1,2}$/u.test(last) && !ROMAN.test(last)) return true;
  if (stop.nextKind === 'digit' || has(profile.ordinals, wordsBefore(context).at(-2) ?? '')) return false;
  return opens(context);
}

/**
 * A year, time or measure before the stop (`1990 г.`, `6 p.m.`): the end, unless all so far may be an adverbial
 * that opens the sentence, as in “В 1812 г. Наполеон …”, “At 6 p.m. Mr. Smith …”.
 */
function endsAfterMeasure(context: Context): boolean {
  if (opens(context)) return true;
  if (context.stop.nextKind !== 'upper' || context.stop.word > context.stop.next) return false;
  if (!context.whole) return true;
  const words = wordsBefore(context);
  const first = words[0] ?? '';
  const fronted = DIGITS.test(first) || has(context.profile.openers, first);
  return words.length > (fronted ? FRONTED : 2);
}

/** An abbreviation before the stop: `undefined` when the last word is none that the profile knows. */
function endsAfterAbbreviation(context: Context): boolean | undefined {
  const { profile, stop } = context;
  const tail = context.last.slice(
    Math.max(context.last.lastIndexOf('.'), context.last.lastIndexOf('\u2024')) + 1,
  );
  const plain = tail.replace(/^\p{L}{1,5}['’](?=\p{L})/u, '');
  if (!profile.tails.has(plain.toLowerCase())) return undefined;
  const numeric = stop.nextKind === 'digit' || (ROMAN.test(nextWord(context)) && nextWord(context) !== 'I');
  const words = wordsBefore(context);
  const counted = AFTER_NUMBER.test(words.at(-2) ?? '');
  for (const reading of readings(words)) {
    if (numeric && has(profile.number, reading)) return false;
    if (has(profile.closing, reading)) return true;
    if (counted && has(profile.measures, reading)) return endsAfterMeasure(context);
    if (has(profile.either, reading)) return opens(context);
    if (has(profile.before, reading)) return false;
    if (has(profile.number, reading)) return opens(context);
  }
  return undefined;
}

/** A single full stop after a word. */
function endsAfterDot(context: Context): boolean {
  const { last, stop, profile } = context;
  if (LONG_WORD.test(last) && !profile.tails.has(last)) return true;
  if (isLabel(context)) return false;
  if (last === '') return true;
  const abbreviation = endsAfterAbbreviation(context);
  if (abbreviation !== undefined) return abbreviation;
  if (DIGITS.test(last) || (last.length > 1 && ROMAN.test(last))) return endsAfterNumber(context);
  if (INITIAL.test(last) || DOTTED.test(last)) return stop.nextKind !== 'digit' && opens(context);
  return profile.ordinals === undefined || stop.nextKind !== 'digit' || !DIGITS.test(last);
}

/** `“Stop!” John said.`: the quotation is part of the sentence that names its speaker. */
function hasSpeaker({ text, stop, profile }: Context): boolean {
  if (!stop.quoted || profile.speech.size === 0) return false;
  const words = text.slice(stop.word, stop.word + 48).split(/\s+/, 4);
  return words.slice(1).some((word) => profile.speech.has(word.replace(/\P{L}+$/u, '')));
}

/** A colon typed for `։`: not in a time, a ratio, an address, nor before a number that goes on. */
function endsAfterColon({ text, stop }: Context): boolean {
  if (stop.nextKind === 'digit') return !/\p{N}$/u.test(text.slice(Math.max(0, stop.at - 1), stop.at));
  return stop.nextKind === 'upper' || stop.nextKind === 'other';
}

/** Three dots: a pause or the end. Elision in brackets, dots before any word and dots before a number are pauses. */
function endsAfterEllipsis(context: Context): boolean {
  const { text, stop, start } = context;
  const before = text[stop.at - 1] ?? '';
  if (stop.bracketed && (before === '(' || before === '[')) return false;
  if (stop.nextKind === 'digit') return false;
  if (CAPITALS.test(nextWord(context)) && CAPITALS.test(context.last)) return false;
  return stop.at > start && wordsBefore(context).some((word) => word !== '');
}

/** `(… etc.) The …`: an aside ends the sentence around it only after a plain full stop or before a word that opens. */
function endsInBrackets(context: Context): boolean {
  const { bracketed, kind, nextKind } = context.stop;
  if (!bracketed || nextKind !== 'upper') return false;
  return opens(context) || (kind === 'dot' && endsAfterAbbreviation(context) === undefined);
}

/**
 * Whether a sentence that began at `start` ends at `stop`. `inside` tells that the stop stands within brackets or a
 * title in quotation marks that opened after `start`.
 */
export function endsSentence(
  text: string,
  start: number,
  stop: Stop,
  profile: Profile,
  inside: boolean,
): boolean {
  if (stop.nextKind === 'pause') return false;
  const mark = text[stop.at] ?? '';
  if (stop.nextKind === 'lower' && (mark !== '։' || stop.quoted)) return false;
  if (stop.dashed && stop.quoted && stop.nextKind === 'other') return false;
  const context = contextOf(text, start, stop, profile);
  if (inside && !endsInBrackets(context)) return false;
  if (stop.kind === 'ellipsis') return endsAfterEllipsis(context);
  if (stop.kind === 'dot') return endsAfterDot(context);
  if (mark === ':' && stop.end === stop.at + 1) return endsAfterColon(context);
  return !hasSpeaker(context);
}
