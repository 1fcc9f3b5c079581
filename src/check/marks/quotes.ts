import { perText, type Text } from '../text.ts';

/** A quotation mark of a text, with its place in `plain`. */
export interface Quote {
  readonly char: string;
  readonly at: number;
  readonly role: 'open' | 'close';
}

/** Two marks that belong together, and how many quotations stand around them. */
export interface QuotePair {
  readonly open: Quote;
  readonly close: Quote;
  readonly depth: number;
}

/** The quotation marks of a text; apostrophes and signs of measure are none. */
export interface Quotes {
  /** In the order of their closing marks. */
  readonly pairs: readonly QuotePair[];
  /** Marks without a partner. */
  readonly single: readonly Quote[];
}

const NO_QUOTES: Quotes = { pairs: [], single: [] };
const MARK = /["“”„‟«»‹›‘’‚‛'「」『』〝〞〟＂״]/u;
const MARKS = new RegExp(MARK, 'gu');
const LETTER = /[\p{L}\p{M}\p{N}]/u;
const SPACE = /[\s\u200b\ufeff]/u;
/** What may stand before a quotation, and after one. */
const BEFORE = /[\s\u200b\uFFFC([{（［｛【〔《<>=/|\-‐‑–—―¿¡:：,，、。；;.!?…։՝]/u;
const AFTER = /[\s\u200b\uFFFC)\]}）］｝】〕》<>/|.,:;!?…\-‐‑–—―։՝՜՛՞،؛؟۔।॥።፣፤፥፧、。，．：；！？%‰*†]/u;
/** Signs that take no room, behind which the neighbour is looked for. */
const UNSEEN = /[\u200c-\u200f\u202a-\u202e\u2060-\u2069\u061c]/u;

/** The marks that may close what a mark opens, the best first. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"”“＂',
  '“': '”"“',
  '”': '”“"',
  '„': '“”"',
  '‟': '”',
  '«': '»"«',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  '‘': '’\'',
  '’': '’‘',
  '‚': '‘’\'',
  '‛': '’',
  "'": "'’",
  '「': '」',
  '『': '』',
  '〝': '〟〞',
  '＂': '＂"',
  '״': '״',
};
/** Marks that open wherever they stand, and those that close. */
const ONLY_OPEN = '„‚‟‛「『〝';
const ONLY_CLOSE = '」』〞〟';
/** Marks that are apostrophes as often: alone they say nothing. */
const APOSTROPHES = "'’‘‛״";

/** Whether a mark is an apostrophe as often as a quotation mark. */
export function isApostrophe(char: string): boolean {
  return APOSTROPHES.includes(char);
}

/** The quotation marks of a text, in pairs. Linear. */
export const quotesOf: (text: Text) => Quotes = perText(({ plain }) => readQuotes(plain));

/** Reads the quotation marks of plain text. */
export function readQuotes(plain: string): Quotes {
  if (!MARK.test(plain)) return NO_QUOTES;
  const open: Quote[] = [];
  const pairs: QuotePair[] = [];
  const single: Quote[] = [];
  for (const { 0: char, index: at } of plain.matchAll(MARKS)) {
    const { before, after } = neighbours(plain, at);
    const role = roleOf(char, before, after, open);
    if (role === 'none') continue;
    const quote: Quote = { char, at, role };
    if (role === 'open') {
      open.push(quote);
      continue;
    }
    const place = partnerOf(char, open);
    const partner = open[place];
    if (!partner) {
      if (!isApostrophe(char)) single.push(quote);
      continue;
    }
    single.push(...open.splice(place + 1));
    open.pop();
    pairs.push({ open: partner, close: quote, depth: place });
  }
  single.push(...open);
  return { pairs, single: single.sort((a, b) => a.at - b.at) };
}

function neighbours(plain: string, at: number): { before: string; after: string } {
  let from = at - 1;
  while (from >= 0 && UNSEEN.test(plain.charAt(from))) from--;
  let to = at + 1;
  while (to < plain.length && UNSEEN.test(plain.charAt(to))) to++;
  return { before: plain.charAt(from), after: plain.charAt(to) };
}

function roleOf(char: string, before: string, after: string, open: readonly Quote[]): Quote['role'] | 'none' {
  if (ONLY_OPEN.includes(char)) return 'open';
  if (ONLY_CLOSE.includes(char)) return 'close';
  const isWithin = LETTER.test(before) && LETTER.test(after) && !isUnspaced(before + after);
  if (isApostrophe(char) && isWithin) return 'none';
  const hasPartner = partnerOf(char, open) >= 0;
  if (char === '"' && isWithin) return hasPartner && !isHebrew(before) ? 'close' : 'none';
  if (isMeasure(char, before, hasPartner) || (char === '"' && before === '=')) return 'none';
  const canOpen = (before === '' || BEFORE.test(before) || MARK.test(before)) && after !== '' && !SPACE.test(after);
  const canClose = (after === '' || AFTER.test(after) || MARK.test(after)) && before !== '' && !SPACE.test(before);
  if ('«»‹›'.includes(char)) return guillemetRole(char, canOpen, canClose, hasPartner);
  if (isApostrophe(char)) return apostropheRole(char, canOpen && /\p{L}/u.test(after), canClose, hasPartner);
  if (canOpen !== canClose) return canOpen ? 'open' : 'close';
  if (char === '“') return hasPartner && canClose ? 'close' : 'open';
  if (char === '”') return 'close';
  return hasPartner ? 'close' : 'open';
}

/** Guillemets may have spaces on their inner side, so only their shape tells where nothing else does. */
function guillemetRole(char: string, canOpen: boolean, canClose: boolean, hasPartner: boolean): Quote['role'] {
  const opensByShape = char === '«' || char === '‹';
  if (opensByShape) return hasPartner && canClose && !canOpen ? 'close' : 'open';
  return !hasPartner && canOpen && !canClose ? 'open' : 'close';
}

function apostropheRole(char: string, canOpen: boolean, canClose: boolean, hasPartner: boolean): Quote['role'] | 'none' {
  if (hasPartner && canClose) return 'close';
  return canOpen && !canClose && char !== '’' ? 'open' : 'none';
}

/** The place of the innermost open mark that a mark closes, or -1. */
function partnerOf(char: string, open: readonly Quote[]): number {
  for (let at = open.length - 1; at >= 0; at--) {
    const opened = open[at]?.char ?? '';
    if (CLOSERS[opened]?.includes(char)) return at;
    if (!isApostrophe(opened)) return -1;
  }
  return -1;
}

/** Inches, feet, minutes and seconds: after a digit, where no quotation is open. */
function isMeasure(char: string, before: string, hasPartner: boolean): boolean {
  return (char === '"' || char === "'" || char === '”' || char === '’') && /\d/.test(before) && !hasPartner;
}

function isHebrew(char: string): boolean {
  return /\p{Script=Hebrew}/u.test(char);
}

/** Whether two characters are of scripts that put no spaces between words. */
function isUnspaced(chars: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Hangul}]/u.test(
    chars,
  );
}
