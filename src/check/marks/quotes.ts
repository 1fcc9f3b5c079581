import { QUOTE } from '../chars.ts';
import { kindsOfText, perText, type Text } from '../text.ts';

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

/** Scripts that put no spaces between words, or endings right after a quotation. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Hangul}]/u;
const HEBREW = /\p{Script=Hebrew}/u;
const CLOSES_LATER = /"(?:[\s.,;:!?)\]-]|$)/;
const PARTICLE_ROOM = 4;
const LONGEST_HEBREW_QUOTE = 200;

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
  '‘': "’'",
  '’': '’‘',
  '‚': "‘’'",
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

/** How many open quotations are looked through for a partner. */
const DEEPEST = 32;

/** Whether a mark is an apostrophe as often as a quotation mark. */
export function isApostrophe(char: string): boolean {
  return APOSTROPHES.includes(char);
}

/** The quotation marks of a text, in pairs. Linear. */
export const quotesOf: (text: Text) => Quotes = perText((text) =>
  kindsOfText(text) & QUOTE ? readQuotes(text.plain) : NO_QUOTES,
);

/** Reads the quotation marks of plain text. */
export function readQuotes(plain: string): Quotes {
  if (!MARK.test(plain)) return NO_QUOTES;
  const open: Quote[] = [];
  const pairs: QuotePair[] = [];
  const single: Quote[] = [];
  for (const { 0: char, index: at } of plain.matchAll(MARKS)) {
    const role = roleOf(plain, at, char, open);
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

function roleOf(plain: string, at: number, char: string, open: readonly Quote[]): Quote['role'] | 'none' {
  if (ONLY_OPEN.includes(char)) return 'open';
  if (ONLY_CLOSE.includes(char)) return 'close';
  const { before, after } = neighbours(plain, at);
  const isWithin = LETTER.test(before) && LETTER.test(after) && !UNSPACED.test(before + after);
  if (isWithin && isApostrophe(char)) return 'none';
  const partner = open[partnerOf(char, open)]?.char ?? '';
  if (isWithin && char === '"') return roleWithin(plain, at, partner !== '');
  if (isMeasure(char, before, partner !== '') || (char === '"' && before === '=')) return 'none';
  const canOpen =
    (before === '' || BEFORE.test(before) || MARK.test(before)) && after !== '' && !SPACE.test(after);
  const canClose =
    (after === '' || AFTER.test(after) || MARK.test(after)) && before !== '' && !SPACE.test(before);
  if (isApostrophe(char))
    return apostropheRole(char, canOpen && /\p{L}/u.test(after), canClose, partner !== '');
  if ('«»‹›'.includes(char)) return guillemetRole(char, canOpen, canClose, partner !== '');
  if (char === '“' || char === '”') return curlyRole(char, before, canOpen, canClose, partner);
  if (canOpen !== canClose) return canOpen ? 'open' : 'close';
  return partner !== '' ? 'close' : 'open';
}

/** Curly marks open in one language and close in the next; one that is open already tells, then the place does. */
function curlyRole(
  char: string,
  before: string,
  canOpen: boolean,
  canClose: boolean,
  partner: string,
): Quote['role'] {
  const onlyOpens = canOpen && !canClose;
  if (char === '”') {
    const isNested = /\s/.test(before) && partner !== '“' && partner !== '„';
    return onlyOpens && (partner === '' || isNested) ? 'open' : 'close';
  }
  if (!onlyOpens && (partner === '„' || (partner !== '' && canClose))) return 'close';
  return canClose && !canOpen ? 'close' : 'open';
}

/**
 * A straight mark between letters closes what is open (an ending follows), opens after a particle that Arabic and Hebrew
 * write together with the next word, and is else a sign of abbreviation, as in Hebrew.
 */
function roleWithin(plain: string, at: number, hasPartner: boolean): Quote['role'] | 'none' {
  const before = plain.slice(Math.max(0, at - PARTICLE_ROOM), at);
  const after = plain.slice(at + 1, at + 1 + PARTICLE_ROOM);
  if (!HEBREW.test(before)) return hasPartner ? 'close' : /\p{Script=Arabic}/u.test(before) ? 'open' : 'none';
  const isParticle = /(?:^|[^\p{L}])[והבכלמש]{1,2}$/u.test(before) && /^\p{L}{2}/u.test(after);
  return isParticle && CLOSES_LATER.test(plain.slice(at + 1, at + 1 + LONGEST_HEBREW_QUOTE))
    ? 'open'
    : 'none';
}

/** Guillemets may have spaces on their inner side, so only their shape tells where nothing else does. */
function guillemetRole(
  char: string,
  canOpen: boolean,
  canClose: boolean,
  hasPartner: boolean,
): Quote['role'] {
  const opensByShape = char === '«' || char === '‹';
  if (opensByShape) return hasPartner && canClose && !canOpen ? 'close' : 'open';
  return !hasPartner && canOpen && !canClose ? 'open' : 'close';
}

function apostropheRole(
  char: string,
  canOpen: boolean,
  canClose: boolean,
  hasPartner: boolean,
): Quote['role'] | 'none' {
  if (hasPartner && canClose) return 'close';
  return canOpen && !canClose && char !== '’' ? 'open' : 'none';
}

/** The place of the innermost open mark that a mark closes, or -1. */
function partnerOf(char: string, open: readonly Quote[]): number {
  for (let at = open.length - 1; at >= 0 && at >= open.length - DEEPEST; at--) {
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
