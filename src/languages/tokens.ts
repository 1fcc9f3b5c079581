import type { Lexicon } from './lexicon.ts';

/** A piece of a text that says something: a word, a number in digits, or an address. */
export interface Token {
  readonly kind: 'word' | 'number' | 'link';
  /** As it stands in the text. */
  readonly raw: string;
  /** Words: in lower case, apostrophes straight, elisions and clitics on their own. Others: in one form. */
  readonly word: string;
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** Whether a sentence begins here with a capital letter, which says nothing then. */
  readonly first: boolean;
}

const LINK = String.raw`(?:https?|ftp|mailto):[^\s<>"«»“”]+|(?<![\w.+@-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?<![\p{L}\p{N}@.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?![\p{L}\p{N}])(?:/[^\s<>"«»“”]*)?`;
const NUMBER = String.raw`\p{Nd}{1,3}(?:[ \u00a0\u202f\u2009'’.,]\p{Nd}{3})+(?!\p{Nd})(?:[.,]\p{Nd}+)?|\p{Nd}+(?:[.,:/]\p{Nd}+)*|\p{No}`;
/** Armenian writes its marks of stress, exclamation and question within the word. */
const WORD = String.raw`\p{Lu}(?:\.\p{Lu})+(?![\p{L}\p{M}])\.?|\p{L}(?:[\p{L}\p{M}\u055b\u055c\u055e]|['’ʼ](?=\p{L}))*`;
const TOKEN = new RegExp(`(${LINK})|(${NUMBER})|${WORD}`, 'gu');
const SENTENCE_START = /(?:[.!?։:…]["'”’»)\]]*\s*|^["'“‘«„([]*|[.!?։:…]\s*["'“‘«„([]+)$/u;

/** The tokens of a text, in order. Linear in its length. */
export function tokensOf(text: string, lexicon: Lexicon): Token[] {
  const tokens: Token[] = [];
  for (const { 0: raw, 1: link, 2: number, index: start } of text.matchAll(TOKEN)) {
    const end = start + raw.length;
    if (link !== undefined) {
      tokens.push({ kind: 'link', raw, word: withoutMarks(raw), start, end, first: false });
    } else if (number !== undefined) {
      tokens.push({ kind: 'number', raw, word: raw, start, end, first: false });
    } else {
      pushWords(tokens, raw, start, isCapital(raw) && isFirst(text, start), lexicon);
    }
  }
  return tokens;
}

/** Whether a word begins with a capital letter of a script that has them. */
export function isCapital(raw: string): boolean {
  return /^\p{Lu}/u.test(raw);
}

/** An address without the marks of the sentence that it ends. */
function withoutMarks(address: string): string {
  let end = address.length;
  while (end > 0 && '.,;:!?)]'.includes(address[end - 1] ?? '')) end--;
  return address.slice(0, end);
}

function isFirst(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 8), start);
  return SENTENCE_START.test(before) && (start <= 8 || /[.!?։:…]/u.test(before));
}

/** A word, or the words that it is by contraction, elision or with a clitic. */
function pushWords(tokens: Token[], raw: string, start: number, first: boolean, lexicon: Lexicon): void {
  const word = lower(/^\p{Lu}\./u.test(raw) ? raw.replaceAll('.', '') : raw, lexicon);
  const end = start + raw.length;
  const push = (piece: string, one: string, from: number, isFirst: boolean): void => {
    tokens.push({ kind: 'word', raw: piece, word: one, start: from, end, first: isFirst });
  };
  const whole = lexicon.contractions.get(word);
  const head = lexicon.elided.find((one) => word.startsWith(one) && word.length > one.length);
  const tail = lexicon.clitics.find(([one]) => word.endsWith(one) && word.length > one.length);
  if (whole) for (const one of whole) push(one, one, start, first);
  else if (head !== undefined) {
    push(raw.slice(0, head.length), head, start, first);
    push(raw.slice(head.length), word.slice(head.length), start + head.length, first);
  } else if (tail) {
    const cut = raw.length - tail[0].length;
    push(raw.slice(0, cut), word.slice(0, cut), start, first);
    push(raw.slice(cut), tail[1], start, false);
  } else push(raw, word, start, first);
}

/** Lower case by the language's own rules, with straight apostrophes and letters of one form. */
function lower(raw: string, { subtag, data, negation }: Lexicon): string {
  let word = data.ownCase ? raw.toLocaleLowerCase(subtag) : raw.toLowerCase();
  if (/^[a-z]*$/.test(word)) return word;
  word = word.replace(/[’ʼ]/gu, "'");
  for (const [from = '', to = ''] of (data.alike ?? '').split(' ')) word = word.replaceAll(from, to);
  if (!/[\u055b\u055c\u055e]/u.test(word)) return word;
  const plain = word.replace(/[\u055b\u055c\u055e]/gu, '');
  return negation(word) && !negation(plain) ? word : plain;
}
