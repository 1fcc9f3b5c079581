import { stopWordsOf } from '../../languages/stop-words.ts';
import { isUnspaced } from '../../model/form-tree.ts';
import { type Text, type Word, wordsOf } from '../text.ts';
import { foldOf } from './fold.ts';

/** Words that stand together and may be a term. */
export interface Phrase {
  /** What is the same in all ways of writing it. */
  readonly key: string;
  readonly written: string;
  /** How many words it has. */
  readonly length: number;
  /** Whether each of its words but stop words has a capital letter, though no sentence begins with it. */
  readonly capital: boolean;
}

/** The longest phrase that is looked at, in words. */
const LONGEST = 4;
/** Every word of a phrase must be joined to the next by a space alone (or nothing, where words are not spaced). */
const SPACE = /^[ \u00a0]?$/u;
const START = /[.!?…։。！？:"“”„«»]\s*$/u;
const WORD = /^\p{L}[\p{L}\p{M}\p{N}'’ʼ״׳\u200c\u2010\u2011-]*$/u;

interface Piece {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly stop: boolean;
  readonly capital: boolean;
  /** Whether a sentence begins with it. */
  readonly first: boolean;
}

/**
 * The phrases of a text, of one to four words. None begins or ends with a stop word or holds more than two; words and
 * not numbers. In scripts without spaces a word is one of CLDR's dictionary. Linear.
 */
export function phrasesOf(text: Text): Phrase[] {
  const phrases: Phrase[] = [];
  for (const run of runsOf(text)) {
    for (let from = 0; from < run.length; from++) {
      for (let length = 1; length <= LONGEST && from + length <= run.length; length++) {
        const phrase = phraseOf(run.slice(from, from + length), text);
        if (phrase) phrases.push(phrase);
      }
    }
  }
  return phrases;
}

function phraseOf(pieces: readonly Piece[], { plain }: Text): Phrase | null {
  const [first] = pieces;
  const last = pieces.at(-1);
  if (!first || !last || first.stop || last.stop) return null;
  const stops = pieces.filter(({ stop }) => stop).length;
  if (stops > 2 || last.end - first.start < 2) return null;
  const written = plain.slice(first.start, last.end);
  const key = pieces.map((piece) => piece.key).join(isUnspaced(written) ? '' : ' ');
  const capital =
    pieces.every((piece) => piece.stop || piece.capital) && !(first.first && pieces.length === 1);
  return { key, written, length: pieces.length, capital };
}

/** What some languages elide before a vowel: an article or a preposition, which is a word of its own. */
const ELIDED = /^\p{L}{1,4}['’](?=\p{L}{2})/u;
const ELIDING: ReadonlySet<string> = new Set(['fr', 'it', 'ca', 'oc', 'br']);

function parted(word: Word, { subtag }: Text): Word[] {
  const [head] = (ELIDING.has(subtag) && ELIDED.exec(word.text)) || [];
  if (head === undefined) return [word];
  const middle = word.start + head.length;
  return [
    { text: head.slice(0, -1), start: word.start, end: middle },
    { text: word.text.slice(head.length), start: middle, end: word.end },
  ];
}

/** Words that follow each other with nothing but spaces between them. */
function runsOf(text: Text): Piece[][] {
  const fold = foldOf(text.locale);
  const stops = stopWordsOf(text.subtag);
  const runs: Piece[][] = [];
  let run: Piece[] = [];
  let end = 0;
  for (const word of wordsOf(text).flatMap((one) => parted(one, text))) {
    const gap = text.plain.slice(end, word.start);
    if (run.length > 0 && !SPACE.test(gap)) {
      runs.push(run);
      run = [];
    }
    const key = fold(word.text);
    const first = end === 0 || START.test(gap);
    if (WORD.test(word.text)) {
      const { start } = word;
      run.push({
        key,
        start,
        end: word.end,
        stop: stops.has(key),
        capital: /^\p{Lu}/u.test(word.text),
        first,
      });
    } else if (run.length > 0) {
      runs.push(run);
      run = [];
    }
    end = word.end;
  }
  if (run.length > 0) runs.push(run);
  return runs;
}
