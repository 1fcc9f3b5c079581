import { NO_SCRIPT, type Script, scriptOf, scriptsOf } from '../../languages/scripts.ts';
import { hasLettersOnly, lowerOf } from '../chars.ts';
import { maskedOf, perText, type Text, type Word, wordsOf } from '../text.ts';

export { hasCapital } from '../chars.ts';

/** How many letters of each script a text has, addresses left aside. */
export interface Letters {
  readonly total: number;
  readonly counts: ReadonlyMap<Script, number>;
  /** Whether letters of two scripts stand side by side. */
  readonly touching: boolean;
}

/** Counts a text's letters by script. */
export const lettersOf: (text: Text) => Letters = perText((text) => countLetters(maskedOf(text)));

/** Counts the letters of a string by script. */
export function countLetters(text: string): Letters {
  const counts = new Map<Script, number>();
  let total = 0;
  let touching = false;
  let run: Script = NO_SCRIPT;
  let length = 0;
  let next = -1;
  const flush = (): void => {
    if (run !== NO_SCRIPT) counts.set(run, (counts.get(run) ?? 0) + length);
    length = 0;
  };
  for (let at = 0; at < text.length; at++) {
    const start = at;
    const point = text.codePointAt(at) ?? 0;
    if (point > 0xffff) at++;
    const script = scriptOf(point);
    if (script === NO_SCRIPT) {
      if (point >= 0x300 && point < 0x370 && next === start) next = at + 1;
      continue;
    }
    total++;
    if (script !== run) {
      flush();
      touching ||= next === start;
      run = script;
    }
    length++;
    next = at + 1;
  }
  flush();
  return { total, counts, touching };
}

/** How many letters of a text are in a script of its locale. */
export function countExpected({ locale }: Text, { counts }: Letters): number {
  let sum = 0;
  for (const script of scriptsOf(locale)) sum += counts.get(script) ?? 0;
  return sum;
}

/** A text's words in lower case, in the order of `wordsOf`. */
export const lowerWordsOf: (text: Text) => readonly string[] = perText((text) => {
  const hasDottedI = text.subtag === 'az' || text.subtag === 'tr';
  return wordsOf(text).map((word) =>
    hasDottedI && /[Iİ]/.test(word.text) ? word.text.toLocaleLowerCase('tr') : lowerOf(word.text),
  );
});

/** The words of a text as they are written. */
export const wordSetOf: (text: Text) => ReadonlySet<string> = perText(
  (text) => new Set(wordsOf(text).map((word) => word.text)),
);

/** Whether a word has letters and no digits. */
export function isOfLetters({ text }: Word): boolean {
  return hasLettersOnly(text);
}

/** A code point as Unicode writes it: `U+200B`. */
export function codePointName(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Several code points as Unicode writes them, each once, in order. */
export function codePointNames(chars: readonly string[]): string {
  return [...new Set(chars.map(codePointName))].join(', ');
}

const PART_OF_WORD = /[\p{L}\p{M}\p{N}]/u;
/** No word that is shown in a finding is longer, on either side. */
const LONGEST = 40;

/** The word around a place of a text, cut where it is very long. */
export function wordAround(plain: string, at: number): string {
  let start = at;
  let end = at;
  while (start > 0 && at - start < LONGEST && PART_OF_WORD.test(plain[start - 1] ?? '')) start--;
  while (end < plain.length && end - at < LONGEST && PART_OF_WORD.test(plain[end] ?? '')) end++;
  return plain.slice(start, end);
}
