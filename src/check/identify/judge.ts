import { alphabetOf, certainLength, isTelling, ownersOf } from '../../languages/alphabets.ts';
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
/** From this margin on, the words of a piece are remembered as the language's. */
const SURE = 0.05;
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
  const enough = script === 'Cyrl' ? KNOWN_NEAR : KNOWN;
  return (piece) => {
    if (isOwnByLetters(piece, subtag, script) || shareOf(piece, known) >= enough) return null;
    const alien = alienBy(piece, subtag, script);
    if (identify === null || among.length === 0) return alien ?? bareBy(piece, expectation);
    const text = piece.words.join(' ');
    const guesses = identify(text, among);
    if (name === null) return alien ?? unlike(guesses, identifiedAs(source, script));
    const [best, second] = guesses;
    if (!best) return alien;
    if (best.language === name) {
      if (best.score - (second?.score ?? 0) >= SURE && known.size < MOST_WORDS) {
        for (const word of piece.words) if (word.length > 2) known.add(word);
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
function isOwnByLetters({ words }: Piece, subtag: string, script: string): boolean {
  const alphabet = alphabetOf(subtag, script);
  if (alphabet === null) return false;
  let own = 0;
  for (const word of words) {
    let tells = false;
    for (const letter of word) {
      if (letter < '\u0080') continue;
      if (isTelling(letter, subtag)) tells = true;
      else if (!alphabet.has(letter) && ownersOf(letter).length > 0) return false;
    }
    if (tells) own++;
  }
  return own >= 2 && own * 8 >= words.length;
}

/** The language whose letters a piece has where the expected one has none such, in too many words for names. */
function alienBy({ words }: Piece, subtag: string, script: string): string | null {
  const alphabet = alphabetOf(subtag, script);
  if (alphabet === null || (script === 'Latn' && subtag === 'en')) return null;
  const votes = new Map<string, number>();
  let alien = 0;
  for (const word of words) {
    const letters = [...word].filter((letter) => letter > '\u007f' && !alphabet.has(letter));
    const owners = letters.flatMap((letter) => ownersOf(letter));
    if (owners.length === 0) continue;
    alien++;
    for (const owner of new Set(owners)) votes.set(owner, (votes.get(owner) ?? 0) + 1);
  }
  if (alien < 2 || alien * 8 < words.length) return null;
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
