import type { Content } from '../model/content.ts';

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
}

/** Makes a text ready to be checked. */
export function createText(locale: string, content: Content): Text {
  const [subtag = ''] = locale.toLowerCase().split('-', 1);
  return { locale, subtag, content, plain: plainWithCodes(content) };
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

/** Makes a function of a text find its answer once a text. */
export function perText<T>(find: (text: Text) => T): (text: Text) => T {
  const known = new WeakMap<Text, { readonly value: T }>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) {
      found = { value: find(text) };
      known.set(text, found);
    }
    return found.value;
  };
}

/** A word of a text, with its place in `plain` (UTF-16). */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Scripts that write words without spaces between them; there CLDR's dictionaries find the words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
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
export const wordsOf: (text: Text) => readonly Word[] = perText(({ plain, locale }) => {
  if (!UNSPACED.test(plain)) {
    const words: Word[] = [];
    for (const { 0: text, index } of plain.matchAll(WORD)) {
      words.push({ text, start: index, end: index + text.length });
    }
    return words;
  }
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
});

/** Addresses, mail addresses, handles and file names, in which marks and spaces follow other rules. */
const ADDRESS =
  /(?:https?|ftp|mailto|tel):[^\s<>"«»“”]+|(?<![\w.+@-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?<![\p{L}\p{N}@.-])(?:[A-Za-z0-9-]+\.)+[a-z]{2,}(?![\p{L}\p{N}])(?:\/[^\s<>"«»“”]*)?|(?<![\p{L}\p{N}])[@#][\p{L}\p{N}_]+/gu;

/** The plain text with addresses, mail addresses, handles and host names made `CODE` throughout, all offsets kept. */
export const maskedOf: (text: Text) => string = perText(({ plain }) =>
  /[@#/.:]/.test(plain) ? plain.replace(ADDRESS, (found) => CODE.repeat(found.length)) : plain,
);
