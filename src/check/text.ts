import type { Content } from '../model/content.ts';
import { HOLDING, IN_WORD, kindsIn, kindsOf, LETTER, MARK, NUMBER, SURROGATE, UNSPACED } from './chars.ts';

/** What stands in a plain text for an inline code that has no content: U+FFFC, the object replacement character. */
export const CODE = '\uFFFC';

/** One text in one language, as checks look at it. What they find out about it is remembered (`perText`). */
export interface Text {
  /** A BCP 47 tag. */
  readonly locale: string;
  /** The tag's language alone, `az` for `az-Cyrl`. */
  readonly subtag: string;
  readonly content: Content;
  /** The text with paired codes left out and `CODE` for each single one. Offsets of findings and edits are into it (UTF-16). */
  readonly plain: string;
  /** What was found out about it (`perText`), by the number of the question. */
  readonly known: unknown[];
}

/** Makes a text ready to be checked. */
export function createText(locale: string, content: Content): Text {
  const [subtag = ''] = locale.toLowerCase().split('-', 1);
  return { locale, subtag, content, plain: plainWithCodes(content), known: new Array<unknown>(questions) };
}

/** The text of content, `CODE` for each single code. */
export function plainWithCodes(content: Content): string {
  let out = '';
  for (const node of content) {
    if (node.kind === 'text') out += node.text;
    else out += node.children === null ? CODE : plainWithCodes(node.children);
  }
  return out;
}

/** The answer of nothing, which is told from a question that nobody has asked. */
const NOTHING = Symbol('nothing');
let questions = 0;

/**
 * Makes a function of a text find its answer once a text. Answers lie on the text: a map that is weak would cost more than
 * most questions do, and the collector a good part of all its time.
 */
export function perText<T>(find: (text: Text) => T): (text: Text) => T {
  const question = questions++;
  return (text) => {
    const known = text.known[question];
    if (known !== undefined) return (known === NOTHING ? undefined : known) as T;
    const found = find(text);
    text.known[question] = found === undefined ? NOTHING : found;
    return found;
  };
}

/** A word of a text, with its place in `plain` (UTF-16). */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What kinds of characters a text has (`chars.ts`): most rules have nothing to say where some are absent. */
export const kindsOfText: (text: Text) => number = perText(({ plain }) => kindsIn(plain));

/** Letters and digits; apostrophes, hyphens, Armenian marks within words and joiners hold a word together. */
const WORD =
  /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\u055b\u055c\u055e\u200c\u200d]|['’ʼ״׳\u2010\u2011-](?=[\p{L}\p{N}]))*/gu;

/** The segmenter holds its whole input in every piece: a long text is given to it in stretches, in UTF-16 units. */
const LONGEST_STRETCH = 1000;

/** A text in stretches that end behind a mark or a space, if there is one. */
function stretchesOf(plain: string): { readonly text: string; readonly start: number }[] {
  const stretches: { text: string; start: number }[] = [];
  for (let start = 0; start < plain.length; ) {
    const whole = plain.length - start <= LONGEST_STRETCH;
    const piece = plain.slice(start, start + LONGEST_STRETCH);
    const cut = whole ? piece.length : piece.search(/[\s\p{P}][^\s\p{P}]*$/u) + 1 || piece.length;
    stretches.push({ text: plain.slice(start, start + cut), start });
    start += cut;
  }
  return stretches;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** The words of a text in order: runs of letters and digits, in scripts without spaces those of CLDR's dictionaries. */
export const wordsOf: (text: Text) => readonly Word[] = perText((text) => {
  const kinds = kindsOfText(text);
  const { plain, locale } = text;
  if (kinds & SURROGATE ? UNSPACED_SCRIPT.test(plain) : kinds & UNSPACED) return segmented(plain, locale);
  return kinds & SURROGATE ? matched(plain) : scanned(plain);
});

/** The matches of `WORD` where all characters are of the basic plane: the same, but several times as fast. */
function scanned(plain: string): Word[] {
  const words: Word[] = [];
  for (let start = 0; start < plain.length; ) {
    if ((kindsOf(plain.charCodeAt(start)) & FIRST) === 0) {
      start++;
      continue;
    }
    let end = start + 1;
    for (; end < plain.length; end++) {
      const kinds = kindsOf(plain.charCodeAt(end));
      if (kinds & REST) continue;
      if ((kinds & HOLDING) === 0 || (kindsOf(plain.charCodeAt(end + 1)) & FIRST) === 0) break;
    }
    words.push({ text: plain.slice(start, end), start, end });
    start = end;
  }
  return words;
}

const FIRST = LETTER | NUMBER;
const REST = LETTER | NUMBER | MARK | IN_WORD;

function matched(plain: string): Word[] {
  const words: Word[] = [];
  for (const { 0: text, index } of plain.matchAll(WORD)) {
    words.push({ text, start: index, end: index + text.length });
  }
  return words;
}

const UNSPACED_SCRIPT =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

function segmented(plain: string, locale: string): Word[] {
  const segmenter = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' });
  segmenters.set(locale, segmenter);
  const words: Word[] = [];
  for (const from of stretchesOf(plain)) {
    for (const { segment, index, isWordLike } of segmenter.segment(from.text)) {
      const start = from.start + index;
      if (isWordLike) words.push({ text: segment, start, end: start + segment.length });
    }
  }
  return words;
}

/** Addresses, mail addresses, handles and file names, in which marks and spaces follow other rules. */
const ADDRESS =
  /(?:https?|ftp|mailto|tel):[^\s<>"«»“”]+|(?<![\w.+@-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?<![\p{L}\p{N}@.-])(?:[A-Za-z0-9-]+\.)+[a-z]{2,}(?![\p{L}\p{N}])(?:\/[^\s<>"«»“”]*)?|(?<![\p{L}\p{N}])[@#][\p{L}\p{N}_]+/gu;

/** The plain text with addresses, mail addresses, handles and host names made `CODE` throughout, all offsets kept. */
export const maskedOf: (text: Text) => string = perText(({ plain }) =>
  mayHaveAddress(plain) ? plain.replace(ADDRESS, (found) => CODE.repeat(found.length)) : plain,
);

/** Whether a text has what each address has: a sign for it, a scheme's colon, a dot between a host's names. A quick look. */
function mayHaveAddress(plain: string): boolean {
  if (plain.includes('@') || plain.includes('#')) return true;
  for (let at = plain.indexOf(':'); at >= 0; at = plain.indexOf(':', at + 1)) {
    if ('splSPLoO'.includes(plain.charAt(at - 1) || ' ') && plain.charAt(at + 1).trim() !== '') return true;
  }
  for (let at = plain.indexOf('.'); at >= 0; at = plain.indexOf('.', at + 1)) {
    if (
      isSmall(plain.charCodeAt(at + 1)) &&
      isSmall(plain.charCodeAt(at + 2)) &&
      isHost(plain.charCodeAt(at - 1))
    )
      return true;
  }
  return false;
}

function isSmall(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

/** ASCII letters, digits and the hyphen. */
function isHost(unit: number): boolean {
  return isSmall(unit | 0x20) || (unit >= 0x30 && unit <= 0x39) || unit === 0x2d;
}
