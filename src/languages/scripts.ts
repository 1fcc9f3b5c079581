/** A script by its ISO 15924 code, as Unicode's `Script` property has it: `Latn`, `Hani`. */
export type Script = string;

/** What is no letter, or a letter of no script of its own. */
export const NO_SCRIPT: Script = '';

/** Scripts of living languages; the letters of any other are `Zzzz`. */
const SCRIPTS: readonly Script[] =
  'Latn Cyrl Grek Armn Geor Arab Hebr Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Thai Laoo Khmr Mymr Tibt Ethi Hani Hira Kana Hang Bopo Mong Syrc Thaa Cher Tfng Nkoo Java Bali Sund Yiii Cans Copt Adlm Olck Vaii Mtei'.split(
    ' ',
  );
const UNKNOWN: Script = 'Zzzz';

/** Codes of CLDR that stand for several scripts, or for a variety of one. */
const WRITTEN_IN: Readonly<Record<string, readonly Script[]>> = {
  Jpan: ['Hani', 'Hira', 'Kana'],
  Hrkt: ['Hira', 'Kana'],
  Kore: ['Hang', 'Hani'],
  Hans: ['Hani', 'Bopo'],
  Hant: ['Hani', 'Bopo'],
  Hanb: ['Hani', 'Bopo'],
  Aran: ['Arab'],
  Latf: ['Latn'],
  Latg: ['Latn'],
  Cyrs: ['Cyrl'],
  Geok: ['Geor'],
};

const RIGHT_TO_LEFT = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr']);
/** Scripts written without spaces between words, in which a word of another script stands amid the others. */
const UNSPACED = new Set([
  'Hani',
  'Hira',
  'Kana',
  'Hang',
  'Bopo',
  'Thai',
  'Laoo',
  'Khmr',
  'Mymr',
  'Tibt',
  'Yiii',
]);

const expected = new Map<string, ReadonlySet<Script>>();

/** The scripts that a locale is written in, by its tag and CLDR's likely subtags: `az-Cyrl` in Cyrillic. */
export function scriptsOf(locale: string): ReadonlySet<Script> {
  let found = expected.get(locale);
  if (!found) {
    const { script = UNKNOWN } = new Intl.Locale(locale).maximize();
    found = new Set(WRITTEN_IN[script] ?? [script]);
    expected.set(locale, found);
  }
  return found;
}

/** Whether a locale is written from right to left. */
export function isRightToLeft(locale: string): boolean {
  return [...scriptsOf(locale)].some((script) => RIGHT_TO_LEFT.has(script));
}

/** Whether letters of a script may touch those of another without being one word with them. */
export function isUnspaced(script: Script): boolean {
  return UNSPACED.has(script);
}

const tests = SCRIPTS.map((script) => new RegExp(`\\p{sc=${script}}`, 'u'));
const LETTER = /\p{L}/u;
/** What is known of the code points of the basic plane: 0 nothing yet, 1 no letter, 2 unknown, else 3 + the script's place. */
const known = new Uint8Array(0x10000);

/** The script of a letter; `NO_SCRIPT` for whatever is none, marks included, and for letters that all scripts share. */
export function scriptOf(codePoint: number): Script {
  const code = codePoint < 0x10000 ? known[codePoint] || learn(codePoint) : find(codePoint);
  return code === 1 ? NO_SCRIPT : (SCRIPTS[code - 3] ?? UNKNOWN);
}

function learn(codePoint: number): number {
  const code = find(codePoint);
  known[codePoint] = code;
  return code;
}

function find(codePoint: number): number {
  const letter = String.fromCodePoint(codePoint);
  if (!LETTER.test(letter) || /[\p{sc=Zyyy}\p{sc=Zinh}]/u.test(letter)) return 1;
  const at = tests.findIndex((test) => test.test(letter));
  return at === -1 ? 2 : at + 3;
}
