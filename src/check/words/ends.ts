import { CODE, perText, type Text } from '../text.ts';

/** Marks that end a sentence or a part of one that stands alone, in all scripts. */
const FINAL = '.!?…‥‼⁇⁈⁉։․:;·؟؛۔।॥።፧፨፤၊။។៕៖᠃᠉܀꘎꓿。！？｡．：；…׃';
const COMMA = ',՝،、，､߸፣';
const CLOSERS = '"\'”’»›“‘„‟″′)]}>）］】〕〉》」』｝〗*¹²³⁴⁵⁶⁷⁸⁹⁰';
/** Direction marks, joiners and the like, which nobody sees. */
const UNSEEN = /[\s\p{Cf}]|\ufe0f/u;

/** Languages that end sentences with a space or with nothing. */
const UNMARKED: ReadonlySet<string> = new Set(['th', 'lo', 'bo', 'dz', 'shn']);

/** How a text ends, quotation marks, brackets and notes behind it left aside. */
export interface Ending {
  /** `code` where an inline code stands at the end, so that nobody knows. */
  readonly kind: 'final' | 'comma' | 'word' | 'code' | 'none';
  /** Where what is left aside begins (UTF-16 offset into `plain`). */
  readonly end: number;
}

/** How a text ends. */
export const endingOf: (text: Text) => Ending = perText(({ plain }) => {
  let end = plain.length;
  let codes = false;
  for (; end > 0; end--) {
    const last = plain[end - 1] ?? '';
    if (last === CODE) codes = true;
    else if (!CLOSERS.includes(last) && !UNSEEN.test(last)) break;
  }
  const last = plain[end - 1];
  if (last === undefined) return { kind: codes ? 'code' : 'none', end };
  if (FINAL.includes(last)) return { kind: 'final', end };
  if (codes) return { kind: 'code', end };
  return { kind: COMMA.includes(last) ? 'comma' : 'word', end };
});

/** Whether a language ends its sentences with a mark. */
export function hasFinalMarks({ subtag }: Text): boolean {
  return !UNMARKED.has(subtag);
}

/** Whether the source has a mark at its end, and the target has none, or a comma where the source has more. */
export function lacksEndMark(source: Text, target: Text): boolean {
  const [from, to] = [endingOf(source).kind, endingOf(target).kind];
  if (!hasFinalMarks(target) || (from !== 'final' && from !== 'comma')) return false;
  return to === 'word' || (to === 'comma' && from === 'final');
}

/** A mark that ends a sentence, with the quotation marks and brackets behind it, before a space or the end. */
const SENTENCE_END = /[.!?…։؟۔।॥።፧။។៕]+["'”’»›“)\]\ufffc]*(?=\s|$)|[。！？｡]+["'”’»）」』\ufffc]*/gu;
const CLOSE_SENTENCE: Readonly<Record<string, RegExp>> = {
  hy: /[.!?…։:․]+["'”’»›“)\]\ufffc]*(?=\s|$)/gu,
  el: /[.!?…;\u037e]+["'”’»›“)\]\ufffc]*(?=\s|$)/gu,
};

/** A text's sentences, told by their final marks alone; an abbreviation's full stop within a sentence ends none. */
export const sentencesOf: (text: Text) => readonly string[] = perText(({ plain, subtag }) => {
  const ends = [...plain.matchAll(CLOSE_SENTENCE[subtag] ?? SENTENCE_END)].filter((match) =>
    endsSentence(plain, match),
  );
  const sentences: string[] = [];
  let start = 0;
  for (const { 0: mark, index } of [...ends, { 0: '', index: plain.length }]) {
    const sentence = plain.slice(start, index + mark.length).trim();
    if (/[\p{L}\p{N}]/u.test(sentence)) sentences.push(sentence);
    start = index + mark.length;
  }
  return sentences;
});

/** A full stop behind an initial or a short word with a capital letter, and one before a small letter, ends nothing. */
function endsSentence(plain: string, { 0: mark, index }: RegExpExecArray): boolean {
  const after = /^\s*(\S)?/u.exec(plain.slice(index + mark.length, index + mark.length + 4))?.[1];
  if (after === undefined) return true;
  if (/\p{Ll}/u.test(after) && !/[\u10d0-\u10ff]/.test(after)) return false;
  if (!mark.startsWith('.') || mark.startsWith('..')) return true;
  const before = /[\p{L}\p{M}\p{N}.]*$/u.exec(plain.slice(Math.max(0, index - 12), index))?.[0] ?? '';
  return !/^(?:\p{Lu}?\p{L}|\p{N}{1,2}|.*\..*|Mrs|Prof|Gen|Sen|Gov|Col|Rev|Art|Abs)$/u.test(before);
}
