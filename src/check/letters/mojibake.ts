/** A code page in which bytes of UTF-8 are commonly misread. */
interface CodePage {
  readonly name: string;
  /** What the characters of the code page's upper half are as bytes. */
  readonly bytes: ReadonlyMap<string, number>;
  /** Characters of two, three or four bytes of UTF-8, as they look. */
  readonly pattern: RegExp;
  /** What every text with such has: a quick look. */
  readonly hint: RegExp;
}

/** A place where bytes were read in another encoding than they were written in, and what they said. */
export interface Misread {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** In a code page for letters that are no accents, one such character alone may be a word's own letters. */
const NAMES: Readonly<Record<string, string>> = {
  'windows-1252': '+',
  'windows-1250': '+',
  'windows-1254': '+',
  'windows-1251': '{2,}',
  'windows-1253': '{2,}',
  'koi8-r': '{2,}',
  ibm866: '{2,}',
  // Its quotation marks and accented letters stand side by side in French.
  macintosh: '{3,}',
};
/** Those in which bytes of UTF-8 look like lines of boxes. */
const BOXED = new Set(['koi8-r', 'ibm866']);
const BOX = /[\u2500-\u259f]/;
const utf8 = new TextDecoder('utf-8', { fatal: true });

let pages: readonly CodePage[] | null = null;

/** The code pages; made when a text first needs them. */
function codePages(): readonly CodePage[] {
  pages ??= Object.entries(NAMES).map(([name, times], place) => {
    const decoder = new TextDecoder(name);
    const bytes = new Map<string, number>();
    for (let byte = 0x80; byte < 0x100; byte++) {
      // What a code page leaves open, programs pass through as a control character.
      const char = decoder.decode(Uint8Array.of(byte));
      bytes.set(char === '\ufffd' ? String.fromCharCode(byte) : char, byte);
    }
    for (const [char, byte] of bytes) {
      const unit = char.charCodeAt(0);
      if (byte < 0xc0) goesOn[unit] = (goesOn[unit] ?? 0) | (1 << place);
      else if (byte >= 0xc2 && byte < 0xf5) begins[unit] = (begins[unit] ?? 0) | (1 << place);
    }
    const pattern = patternOf(bytes, times);
    return { name, bytes, pattern: new RegExp(pattern, 'g'), hint: new RegExp(pattern) };
  });
  return pages;
}

/** By UTF-16 unit, the code pages (a bit each, in their order) in which it begins a character of UTF-8, and goes on with one. */
const begins = new Uint8Array(0x10000);
const goesOn = new Uint8Array(0x10000);

/** The code pages of which a text has two such characters side by side: most texts have none, and no pattern is tried. */
function pairedIn(plain: string): number {
  let found = 0;
  let before = 0;
  for (let at = 0; at < plain.length; at++) {
    const unit = plain.charCodeAt(at);
    found |= before & (goesOn[unit] ?? 0);
    before = begins[unit] ?? 0;
  }
  return found;
}

function patternOf(bytes: ReadonlyMap<string, number>, times: string): string {
  const among = (from: number, to: number): string => {
    const chars = [...bytes].filter(([, byte]) => byte >= from && byte <= to).map(([char]) => char);
    return `[${chars.map((char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`).join('')}]`;
  };
  const next = among(0x80, 0xbf);
  const one = `${among(0xc2, 0xdf)}${next}|${among(0xe0, 0xef)}${next}{2}|${among(0xf0, 0xf4)}${next}{3}`;
  return `(?:${one})${times}`;
}

/** Single letters with accents in other code pages, next to letters of the same word: `caf√©`, `hГјquq`, `caf├®`. */
const OTHERS =
  /‚Ä[ôúùìòîí¶¢]|вЂ[™њќ“”ў¦№љ˜]|(?<=[a-z])(?:[√ƒ≈├┬]|[ГДЕ](?=[^a-zа-я]))[^\s\w.,;:)]|[√ƒ≈├┬ГДЕ][^\s\w.,;:)'’"»А-Яа-я-](?=[a-z])/gu;
/** A word of accented capitals and small letters alone, as Cyrillic looks in the code page of Western Europe. */
const ACCENTS = /(?<![\p{L}\p{M}])[À-ÖØ-öø-ÿ]{5,}(?![\p{L}\p{M}])/gu;
/** Lost letters that became question marks, words of them. */
const LOST = /(?<!\?)\?{2,}(?:[ ,.-]\?{2,})+/gu;

/** What every text with one of those has. */
const RARER = /[‚√ƒ≈├┬Ђ]|[a-z][ГДЕ]|[ГДЕ].[a-z]|\?\?|[À-ÖØ-öø-ÿ]{5}/;

/**
 * Places where bytes were read in the wrong code page: UTF-8 (`Ã©`, `Ð°`, `â€™`, `РїСЂ`) or another (`Ïðèâåò`). Real
 * text has such pairs of characters too (`É»`, `Рі`), so a place counts only with marks that words do not have.
 */
export function misreadIn(plain: string): Misread[] {
  const isBoxed = BOX.test(plain);
  const all = codePages();
  const among = pairedIn(plain);
  for (const [at, { name, bytes, pattern, hint }] of among === 0 ? [] : all.entries()) {
    if ((among & (1 << at)) === 0 || (BOXED.has(name) && !isBoxed) || !hint.test(plain)) continue;
    const found: Misread[] = [];
    for (const { 0: run, index } of plain.matchAll(pattern)) {
      const text = decode(run, bytes);
      if (text !== null && isMisread(plain, index, run, text)) found.push(placeOf(run, index, text));
    }
    if (found.length > 0) return found;
  }
  if (!RARER.test(plain)) return [];
  return [OTHERS, ACCENTS, LOST].flatMap((pattern) =>
    [...plain.matchAll(pattern)]
      .filter(([run]) => pattern !== ACCENTS || new Set(run.toLowerCase()).size > 3)
      .map(({ 0: run, index }) => placeOf(run, index, '')),
  );
}

function placeOf(run: string, start: number, text: string): Misread {
  return { start, end: start + run.length, text };
}

function decode(run: string, bytes: ReadonlyMap<string, number>): string | null {
  try {
    return utf8.decode(Uint8Array.from(run, (char) => bytes.get(char) ?? 0));
  } catch {
    return null;
  }
}

/** Characters that hardly any text has, so that nobody wrote them: those of phonetic and of dead alphabets, controls. */
const RARE =
  /[\u0080-\u009f\u0180-\u019f\u01a2-\u01ae\u01b1-\u0217\u021c-\u0258\u025a-\u02b9\u02c0-\u02ff\u0370-\u0383\u0483-\u048f\u0500-\u0530\u0700-\u08ff\p{Co}\p{Cn}]/u;
/** What is no letter of a word; ª, º and µ are signs too. */
const SIGN = /[^\p{L}\p{M}]|[ªºµ]/u;
/** Marks that begin or end a quotation or part words, also after a capital letter with an accent. */
const PARTING = /[\s\u00a0»«”“’‘„‚‹›…–—-]/u;

/** Whether a run that can be read as UTF-8 (as `text`) was that, and not marks after an accented letter. */
function isMisread(plain: string, start: number, run: string, text: string): boolean {
  if (RARE.test(text)) return false;
  if ([...text].length > 1) return SIGN.test(run.slice(1, -1)) || /\p{Ll}\p{Lu}/u.test(run);
  if (/^(?:â[€‚„†ˆœ˜]|áƒ|ã[€‚ƒ])/u.test(run)) return true;
  const [lead = '', mark = ''] = run;
  if (run.length !== 2 || lead === lead.toLowerCase()) return false;
  const [before, after] = [plain[start - 1] ?? ' ', plain[start + 2] ?? ' '];
  if (/\p{Ll}/u.test(before)) return true;
  if (!SIGN.test(mark) || /\p{Lu}/u.test(before)) return false;
  if (/\p{Ll}/u.test(after)) return !PARTING.test(mark);
  if (lead === 'Ã' && mark === '\u00a0') return before === ' ' && after === ' ';
  return lead === 'Â' && /[\d\s.]/u.test(before) && mark !== '\u00a0';
}
