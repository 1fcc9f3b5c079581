import { certainLength, type Evidence, evidenceFor, ownersOf } from '../../languages/alphabets.ts';
import { IDENTIFIABLE, identifiedAs, nearness } from '../../languages/identifiable.ts';
import type { Identify } from '../rule.ts';
import type { Piece } from './pieces.ts';

/** Where a language is expected, and what else a project has. */
export interface Expectation {
  readonly subtag: string;
  readonly script: string;
  /** The source's subtag. */
  readonly source: string;
  readonly identify: Identify | null;
}

/** Judges pieces of one edition in turn: the language that one is in, or null where nothing is against the expected. */
export type Judge = (piece: Piece) => string | null;

/** How much likelier another language must be, by nearness, below 40, below 80 and from 80 letters on. */
const MARGINS = { near: [0.15, 0.08, 0.04], apart: [0.04, 0.02, 0.02], far: [0.2, 0.1, 0.05] } as const;
/** How likely it must be by itself: texts of names alone are likely in no language. */
const LIKELY = [0.6, 0.5, 0.5] as const;
/** A language that the identification does not know is told from the source's only. */
const UNKNOWN_LIKELY = 0.65;
const UNKNOWN_MARGIN = 0.1;
/** From these margins on, the words of a piece are remembered as the language's. */
const SURE = { near: 0.05, apart: 0.02, far: 0.05 } as const;
/** A piece of which these parts (by letters) are such words needs no further look. */
const KNOWN = 0.7;
const KNOWN_NEAR = 0.85;
const MOST_WORDS = 50_000;

/** Makes a judge for one edition. */
export function createJudge(expectation: Expectation): Judge {
  const { subtag, script, source, identify } = expectation;
  const name = identifiedAs(subtag, script);
  const among = IDENTIFIABLE[script] ?? [];
  const known = new Set<string>();
  const evidence = evidenceFor(subtag, script);
  const enough = script === 'Cyrl' ? KNOWN_NEAR : KNOWN;
  return (piece) => {
    if (shareOf(piece, known) >= enough) return null;
    const text = piece.words.join(' ');
    if (isOwnByLetters(piece.words, text, evidence)) return null;
    const alien = alienBy(piece.words, text, evidence);
    if (identify === null || among.length === 0) return alien ?? bareBy(piece, expectation);
    const guesses = identify(text, among);
    if (name === null) return alien ?? unlike(guesses, identifiedAs(source, script));
    const [best, second] = guesses;
    if (!best) return alien;
    if (best.language === name) {
      const lead = best.score - (second?.score ?? 0);
      if (lead >= SURE[nearness(second?.language ?? '', name)] && known.size < MOST_WORDS) {
        for (const word of piece.words) known.add(word);
      }
      return null;
    }
    const own = guesses.find(({ language }) => language === name)?.score ?? 0;
    const size = piece.letters < 40 ? 0 : piece.letters < 80 ? 1 : 2;
    const margin = MARGINS[nearness(best.language, name)][size] * (alien === null ? 1 : 0.5);
    return best.score >= LIKELY[size] && best.score - own > margin ? best.language : null;
  };
}

/** The part of a piece's letters that are in known words. */
function shareOf({ words, letters }: Piece, known: ReadonlySet<string>): number {
  if (known.size === 0) return 0;
  let sum = 0;
  for (const word of words) if (known.has(word)) sum += word.length;
  return words.length < 5 ? 0 : sum / letters;
}

/** Whether letters that no other language has are in several of the words, and none that it has not. */
function isOwnByLetters(words: readonly string[], text: string, { telling, alien }: Evidence): boolean {
  if (!telling?.test(text) || alien?.test(text)) return false;
  const own = words.filter((word) => telling.test(word)).length;
  return own >= 2 && own * 8 >= words.length;
}

/** The language whose letters a piece has where the expected one has none such, in too many words for names. */
function alienBy(words: readonly string[], text: string, { alien }: Evidence): string | null {
  if (!alien?.test(text)) return null;
  const votes = new Map<string, number>();
  const strange = words.filter((word) => alien.test(word));
  if (strange.length < 2 || strange.length * 8 < words.length) return null;
  for (const word of strange) {
    const owners = [...word].filter((letter) => alien.test(letter)).flatMap((letter) => ownersOf(letter));
    for (const owner of new Set(owners)) votes.set(owner, (votes.get(owner) ?? 0) + 1);
  }
  return [...votes].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
}

/** The source's language, where a piece has none of the letters that one of its length in the expected has. */
function bareBy({ words, letters }: Piece, { subtag, script, source }: Expectation): string | null {
  if (script !== 'Latn' || letters < certainLength(subtag)) return null;
  return words.some((word) => /[^\0-\x7f]/u.test(word)) ? null : source;
}

function unlike(
  guesses: readonly { language: string; score: number }[],
  source: string | null,
): string | null {
  const [best, second] = guesses;
  if (source === null || best?.language !== source || best.score < UNKNOWN_LIKELY) return null;
  return best.score - (second?.score ?? 0) >= UNKNOWN_MARGIN ? source : null;
}
