import type { Profile } from './sentences-profile.ts';
import type { Stop } from './sentences-scan.ts';

/** How far back and ahead words are looked for, in UTF-16 units: what bounds the time spent on one stop. */
const REACH = 64;
const LEADING = /^[^\p{L}\p{N}\p{Sc}§№\ufffc]+/u;
const ELIDED = /^\p{L}{1,6}['’]/u;
const WORD = /^[\p{L}\p{M}\p{N}]+(?:['’ʼ-][\p{L}\p{M}\p{N}]+)*['’]?/u;

/** A stop with what stands around it. */
export interface Context {
  readonly text: string;
  /** Where the sentence began, in UTF-16 offsets, and whether that is within reach of the stop. */
  readonly start: number;
  readonly whole: boolean;
  readonly stop: Stop;
  readonly profile: Profile;
  /** The last word before the stop, opening marks and what a slash joins to it left out. */
  readonly last: string;
}

/** Collects what is needed at once; the other words are read only when asked for. */
export function contextOf(text: string, start: number, stop: Stop, profile: Profile): Context {
  const least = Math.max(start, stop.at - REACH);
  let from = stop.at;
  for (; from > least; from -= 1) {
    const code = text.charCodeAt(from - 1);
    if (code === 0x20 || code === 0xa0 || code === 0x2f || code === 0x28 || code === 0x0a) break;
    if (code === 0x202f || code === 0x09 || code === 0x0d) break;
  }
  const last = text.slice(from, stop.at).replace(LEADING, '');
  return { text, start, whole: least === start, stop, profile, last };
}

/** Words of the sentence up to the stop, at most REACH units back, opening marks left out (so some may be empty). */
export function wordsBefore({ text, start, stop }: Context): readonly string[] {
  const reach = text.slice(Math.max(start, stop.at - REACH), stop.at);
  return reach.split(/\s+/).map((word) => word.replace(LEADING, ''));
}

/** The first word after the stop, empty when something else than a word or a number stands there. */
export function nextWord({ text, stop }: Context): string {
  return WORD.exec(text.slice(stop.word, stop.word + REACH))?.[0] ?? '';
}

/** Whether a list has the word as it stands, or in lower case when it is more than a letter. */
export function has(list: ReadonlySet<string>, word: string): boolean {
  return list.has(word) || (word.length > 1 && list.has(word.toLowerCase()));
}

/**
 * The ways to read the last word as an abbreviation, longest first: with the short words before it (`т. д`, `и др`
 * as `т.д`, `и.др`), alone, and without an elided article (`l’ing`).
 */
export function readings(words: readonly string[]): readonly string[] {
  const whole = words.at(-1) ?? '';
  const last = whole.replace(/^\p{L}{1,5}['’](?=\p{L})/u, '');
  const found = last === whole ? [last] : [last, whole];
  let joined = whole;
  for (let i = words.length - 2; i >= 0 && found.length < 4; i -= 1) {
    const word = words[i] ?? '';
    if (word === '' || word.length > 5) break;
    joined = word.endsWith('.') ? word + joined : `${word}.${joined}`;
    found.push(joined);
  }
  return found.map((each) => each.replaceAll('\u2024', '.')).reverse();
}

/** Whether the next word commonly opens sentences. A single letter with a stop is an initial, not a word. */
export function opens(context: Context): boolean {
  const { text, stop, profile } = context;
  const next = nextWord(context);
  const after = text[stop.word + next.length] ?? '';
  if (next.length === 1 && (after === '.' || after === '\u2024')) return false;
  if (profile.openers.has(next)) return true;
  const elided = ELIDED.exec(next)?.[0].replace('’', "'");
  return elided !== undefined && profile.openers.has(elided);
}
