/**
 * Classes of characters as the rules for word boundaries have them (https://www.unicode.org/reports/tr29/#Word_Boundaries);
 * zero is a character whose class has not been looked up.
 */
const OTHER = 1;
const LETTER = 2;
const DIGIT = 3;
/** Marks, joiners and invisible characters: they belong to what stands before them. */
const EXTEND = 4;
/** `_` and its like join letters and digits. */
const JOIN = 5;
/** What holds a word together between two letters, between two digits, or between either. */
const MID_LETTER = 6;
const MID_DIGIT = 7;
const MID_BOTH = 8;
/** Each of these is a word by itself. */
const SINGLE = 9;
/** A Hebrew letter, and the quotation mark that stands for gershayim between two of them. */
const HEBREW = 10;
const QUOTE = 11;
/** Korean syllables make words of their own kind alone. */
const HANGUL = 12;
/** Scripts whose words only a dictionary can part. */
const UNSPACED = 13;
const THAI_LIKE = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const PATTERNS: readonly (readonly [number, RegExp])[] = [
  [MID_LETTER, /[:·\u0387\u055f\u05f4\u2027\ufe13\ufe55\uff1a]/u],
  [MID_BOTH, /['.\u2018\u2019\u2024\ufe52\uff07\uff0e]/u],
  [MID_DIGIT, /[,;\u037e\u0589\u060c\u060d\u066c\u07f8\u2044\ufe50\ufe54\uff0c\uff1b]/u],
  [QUOTE, /"/u],
  [JOIN, /[\p{Pc}\u202f]/u],
  [UNSPACED, THAI_LIKE],
  [
    EXTEND,
    /[\p{M}\u00ad\u061c\u180e\u200c-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\uff9e\uff9f\u{e0020}-\u{e007f}]/u,
  ],
  [DIGIT, /[\p{Nd}\u066b]/u],
  [SINGLE, /[\p{Ideographic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー゛゜\u3031-\u3035\uff70]/u],
  [HANGUL, /[\uac00-\ud7a3]/u],
  [HEBREW, /[\u05d0-\u05ea\u05ef-\u05f2\ufb1d-\ufb4f]/u],
  [
    LETTER,
    /[\p{Alphabetic}\u00b8\u02c2-\u02c5\u02d2-\u02d7\u02de\u02df\u02e5-\u02eb\u02ed\u02ef-\u02ff\u055a-\u055c\u055e\u058a\u05f3\ua708-\ua716\ua720\ua721\ua789\ua78a\uab5b]/u,
  ],
];

/** Classes by code unit, filled as they are asked for. */
const classes = new Uint8Array(0x10000);
const beyond = new Map<number, number>();

function lookUp(code: number): number {
  const char = String.fromCodePoint(code);
  const found = PATTERNS.find(([, pattern]) => pattern.test(char))?.[0] ?? OTHER;
  if (code < 0x10000) classes[code] = found;
  else beyond.set(code, found);
  return found;
}

/** Where a scanner is: what the next character may go on with. */
interface Place {
  /** Class of the last letter, digit or joiner; OTHER where there is none. */
  readonly last: number;
  /** Class of a mark behind it, or zero. */
  readonly mid: number;
  /** Whether the word has been counted: joiners alone are none yet. */
  readonly counted: boolean;
}

const BETWEEN: Place = { last: OTHER, mid: 0, counted: false };

/** The next character's class: where it leads, and whether it begins a word. */
function step(place: Place, cls: number): { readonly to: Place; readonly begins: boolean } {
  const { last, mid, counted } = place;
  if (cls === EXTEND) return { to: place, begins: false };
  if (cls === LETTER || cls === HEBREW || cls === DIGIT || cls === HANGUL) {
    const begins = !counted || !goesOn(last, mid, cls);
    return { to: { last: cls, mid: 0, counted: true }, begins };
  }
  const goes = mid === 0 && last !== OTHER;
  if (cls === JOIN) {
    // Two joiners are a word, as a line to write on is.
    const word = goes && (counted || last === JOIN);
    return { to: { last: JOIN, mid: 0, counted: word }, begins: word && !counted };
  }
  const isMark = cls >= MID_LETTER && cls !== OTHER && cls !== SINGLE && cls !== UNSPACED;
  if (goes && last !== JOIN && isMark) return { to: { last, mid: cls, counted }, begins: false };
  return { to: BETWEEN, begins: cls === SINGLE };
}

/** Whether a letter or digit goes on with the word before it, `mid` standing between them. */
function goesOn(last: number, mid: number, next: number): boolean {
  if (mid === 0 && (last === HANGUL || next === HANGUL)) return last === next || last === JOIN;
  if (mid === 0) return last !== OTHER;
  if (last === DIGIT) return next === DIGIT && (mid === MID_DIGIT || mid === MID_BOTH);
  if (next === DIGIT || last === HANGUL || next === HANGUL) return false;
  return mid === MID_LETTER || mid === MID_BOTH || (mid === QUOTE && last === HEBREW && next === HEBREW);
}

/** How many classes a place has room for in the table. */
const WIDTH = 16;
/** All places and what leads from one to another: twice the next place, and one more where a word begins. */
const moves: Uint8Array = tableOf();

function tableOf(): Uint8Array {
  const places: Place[] = [BETWEEN];
  const keys = new Map([[JSON.stringify(BETWEEN), 0]]);
  const table: number[] = [];
  for (let at = 0; at < places.length; at++) {
    for (let cls = 0; cls < WIDTH; cls++) {
      const { to, begins } = step(places[at] ?? BETWEEN, cls);
      const key = JSON.stringify(to);
      const next = keys.get(key) ?? places.push(to) - 1;
      keys.set(key, next);
      table[at * WIDTH + cls] = next * 2 + (begins ? 1 : 0);
    }
  }
  return Uint8Array.from(table);
}

/**
 * Counts words as ICU does, by the rules of Unicode's annex 29 (a hyphen parts words; an apostrophe or a full stop between
 * two letters does not), but each character of Chinese and Japanese. Linear.
 */
export function countWords(text: string): number {
  let place = 0;
  let words = 0;
  for (let i = 0; i < text.length; i++) {
    let cls = classes[text.charCodeAt(i)] ?? OTHER;
    if (cls === 0) {
      const code = text.codePointAt(i) ?? 0;
      cls = beyond.get(code) ?? lookUp(code);
      if (code > 0xffff) i++;
    }
    if (cls === UNSPACED) {
      const end = endOfRun(text, i);
      words += wordsByDictionary(text.slice(i, end));
      i = end - 1;
    }
    const move = moves[place * WIDTH + cls] ?? 0;
    words += move & 1;
    place = move >> 1;
  }
  return words;
}

function endOfRun(text: string, from: number): number {
  let end = from;
  while (THAI_LIKE.test(text[end] ?? '')) end++;
  return end;
}

let segmenter: Intl.Segmenter | null = null;

function wordsByDictionary(text: string): number {
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  let words = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) words++;
  return words;
}
