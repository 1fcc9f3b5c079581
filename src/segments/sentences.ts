import { enclosing } from './sentences-brackets.ts';
import { endsSentence } from './sentences-decide.ts';
import { profileOf } from './sentences-profile.ts';
import { stopAfter } from './sentences-scan.ts';

/** Version of the rules that find sentences; it changes whenever the boundaries of any text may change. */
export const SENTENCE_RULES: string = '1';

/** A sentence without the white space around it, and its place in the text, in UTF-16 offsets. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * UTF-16 offsets at which the second and later sentences of `text` start, rising. White space between two sentences
 * belongs to the first. `text` is one unit without line structure; U+FFFC stands for an inline code without text.
 * Time is linear in the length of the text.
 */
export function sentenceBoundaries(text: string, locale: string): number[] {
  const profile = profileOf(locale);
  const boundaries: number[] = [];
  let inside: ((at: number, start: number) => boolean) | undefined;
  let start = Math.max(0, text.search(/\S/u));
  for (
    let stop = stopAfter(text, start, profile.marks);
    stop;
    stop = stopAfter(text, stop.next, profile.marks)
  ) {
    inside ??= enclosing(text);
    if (!endsSentence(text, start, stop, profile, inside(stop.last, start))) continue;
    boundaries.push(stop.next);
    start = stop.next;
  }
  return boundaries;
}

/** The sentences of a longer text in order: an empty line ends one, a single line break is white space. Linear. */
export function sentences(text: string, locale: string): Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  const take = (start: number, end: number): void => {
    const whole = text.slice(start, end);
    const body = whole.trim();
    if (body === '') return;
    const at = start + whole.length - whole.trimStart().length;
    found.push({ text: body, start: at, end: at + body.length });
  };
  for (const gap of [...text.matchAll(/\n[^\S\n]*\n/g), undefined]) {
    const end = gap?.index ?? text.length;
    const paragraph = text.slice(from, end);
    const boundaries = paragraph.trim() === '' ? [] : sentenceBoundaries(paragraph, locale);
    let last = 0;
    for (const boundary of [...boundaries, paragraph.length]) {
      take(from + last, from + boundary);
      last = boundary;
    }
    from = end;
  }
  return found;
}
