/** A text with all digits and their marks as ASCII has them, and what its offsets are in the text that it was. */
export interface Folded {
  readonly text: string;
  /** The UTF-16 offset in the text as it was. */
  readonly at: (offset: number) => number;
}

const FOLDABLE =
  /(?![0-9])\p{Nd}|[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]|[\uff05\u066a\u2030\uff0c\uff0e\uff1a\uff0f\u2212\ufe63\uff0d\u2044]/gu;
/** Characters among which all of those are. */
const QUICK =
  /[\u061c\u0660-\u0669\u06f0-\u06f9\u066a\u07c0-\u109f\u1780-\u1bff\u200b-\u200f\u202a-\u202e\u2030\u2044\u2060-\u2069\u2212\ua600-\uabff\ud800-\uffff]/;
const MARKS: Readonly<Record<string, string>> = {
  '\uff05': '%',
  '\u066a': '%',
  '\uff0c': ',',
  '\uff0e': '.',
  '\uff1a': ':',
  '\uff0f': '/',
  '\u2044': '/',
  '\u2212': '-',
  '\ufe63': '-',
  '\uff0d': '-',
  '\u2030': '\u2030',
};
const zeros = new Map<string, string>();

/** Folds native digits and marks, and drops direction marks (Unicode's `Nd`, in any script). Linear. */
export function fold(plain: string): Folded {
  const same = (offset: number): number => offset;
  if (!QUICK.test(plain)) return { text: plain, at: same };
  const removed: number[] = [];
  const text = plain.replace(FOLDABLE, (found, offset: number) => {
    const folded = MARKS[found] ?? (/\p{Nd}/u.test(found) ? digit(found) : '');
    for (let lost = folded.length; lost < found.length; lost++) removed.push(offset - removed.length);
    return folded;
  });
  if (removed.length === 0) return { text, at: same };
  return { text, at: (offset) => offset + removed.filter((place) => place < offset).length };
}

/** The value of a decimal digit: each script has its ten in a row, and runs of several scripts are tens. */
function digit(character: string): string {
  const known = zeros.get(character);
  if (known !== undefined) return known;
  const code = character.codePointAt(0) ?? 0;
  let first = code;
  while (code - first < 100 && /\p{Nd}/u.test(String.fromCodePoint(first - 1))) first--;
  const value = String((code - first) % 10);
  zeros.set(character, value);
  return value;
}
