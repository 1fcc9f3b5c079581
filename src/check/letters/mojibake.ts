/** A code page in which bytes of UTF-8 are commonly misread. */
interface CodePage {
  /** What each character of the code page's upper half is as a byte. */
  readonly bytes: ReadonlyMap<string, number>;
  /** Characters of two, three or four bytes of UTF-8, as they look. */
  readonly pattern: RegExp;
}

/** A place where bytes were read in another encoding than they were written in, and what they said. */
export interface Misread {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const NAMES = ['windows-1252', 'windows-1251', 'windows-1250', 'windows-1254', 'windows-1253', 'macintosh'];
const utf8 = new TextDecoder('utf-8', { fatal: true });

let pages: readonly CodePage[] | null = null;

/** The code pages; made when a text first needs them. */
function codePages(): readonly CodePage[] {
  pages ??= NAMES.map((name) => {
    const decoder = new TextDecoder(name);
    const bytes = new Map<string, number>();
    for (let byte = 0x80; byte < 0x100; byte++) {
      const char = decoder.decode(Uint8Array.of(byte));
      if (char !== '\ufffd') bytes.set(char, byte);
      // What a code page leaves open, programs pass through as a control character.
      bytes.set(String.fromCharCode(byte), bytes.get(String.fromCharCode(byte)) ?? byte);
    }
    return { bytes, pattern: patternOf(bytes) };
  });
  return pages;
}

function patternOf(bytes: ReadonlyMap<string, number>): RegExp {
  const among = (from: number, to: number): string => {
    const chars = [...bytes].filter(([, byte]) => byte >= from && byte <= to).map(([char]) => char);
    return `[${chars.map((char) => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`).join('')}]`;
  };
  const next = among(0x80, 0xbf);
  const one = `${among(0xc2, 0xdf)}${next}|${among(0xe0, 0xef)}${next}{2}|${among(0xf0, 0xf4)}${next}{3}`;
  return new RegExp(`(?:${one})+`, 'gu');
}

/** Everything but letters of the world's scripts that could begin a misread character. */
const SUSPECT = /[\u00c2-\u00f4\u0102-\u0164\u0386-\u03ce\u0402-\u0491\u2000-\u22ff]/u;

/**
 * Places where UTF-8 was read in a code page (`Ã©`, `Ð°`, `â€™`). Linear. Real text has such pairs too (`É»`, `Рі`), so
 * a place counts only with marks that words do not have, next to a letter of the same word.
 */
export function misreadIn(plain: string): Misread[] {
  if (!SUSPECT.test(plain)) return [];
  for (const { bytes, pattern } of codePages()) {
    const found: Misread[] = [];
    for (const { 0: run, index } of plain.matchAll(pattern)) {
      const text = decode(run, bytes);
      if (text !== null && isMisread(plain, index, run, text)) {
        found.push({ start: index, end: index + run.length, text });
      }
    }
    if (found.length > 0) return found;
  }
  return [];
}

function decode(run: string, bytes: ReadonlyMap<string, number>): string | null {
  try {
    return utf8.decode(Uint8Array.from(run, (char) => bytes.get(char) ?? 0));
  } catch {
    return null;
  }
}

/** Marks that stand at the end of words in real text, after a capital letter with an accent. */
const CLOSING = /[\s\u00a0»”“’‘…–—™®©°ºª¹²³‰‚„†‡•·´`]/u;
const SIGN = /[^\p{L}\p{M}]/u;

function isMisread(plain: string, start: number, run: string, text: string): boolean {
  if (!/[\p{L}\p{M}\p{P}\p{S}\u00a0]/u.test(text) || /[\u0080-\u009f\p{Co}\p{Cn}]/u.test(text)) return false;
  const count = [...text].length;
  const inner = run.slice(1, -1);
  if (count > 1) return SIGN.test(inner) || /\p{Ll}\p{Lu}/u.test(run);
  if (/^(?:â€|вЂ|‚Ä)/u.test(run)) return true;
  if (run.length !== 2) return run.length > 2 && SIGN.test(inner) && !/^\p{L}[\s\u00a0]/u.test(run);
  const [before, after] = [plain[start - 1] ?? ' ', plain[start + 2] ?? ' '];
  const mark = run[1] ?? '';
  if (!SIGN.test(mark) || !/^[ÂÃÄÅÎÐÑÕØÙ×ĂĹÐ√¬]/u.test(run)) return false;
  const inWord = /\p{Ll}/u.test(before) || /\p{Ll}/u.test(after);
  return inWord ? /\p{Ll}/u.test(before) || !CLOSING.test(mark) : /[\d\s]/u.test(before) && !CLOSING.test(mark);
}
