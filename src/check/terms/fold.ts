import { lexiconOf } from '../../languages/lexicon.ts';
import type { Fold } from '../../model/form-tree.ts';

/** Marks that one may write or leave out: Hebrew points, Arabic vowel signs and stretching, and soft hyphens. */
const OPTIONAL = /[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u00ad\u055b\u055c\u055e]/gu;
const HAS_OPTIONAL = /[\u00ad\u055b\u055c\u055e\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u0670]/u;

/** Letters of a language that are written in two ways: each first one is read as the second. */
const ALIKE: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  ru: [[/ё/gu, 'е']],
  ro: [
    [/ş/gu, 'ș'],
    [/ţ/gu, 'ț'],
  ],
  hy: [[/և/gu, 'եւ']],
  ar: [
    [/[أإآٱ]/gu, 'ا'],
    [/ى/gu, 'ي'],
  ],
  fa: [
    [/ي/gu, 'ی'],
    [/ك/gu, 'ک'],
  ],
  de: [[/ß/gu, 'ss']],
  // Capitals drop the accent, and a word's last sigma has a letter of its own.
  el: [
    [/ά/gu, 'α'],
    [/έ/gu, 'ε'],
    [/ή/gu, 'η'],
    [/[ίϊΐ]/gu, 'ι'],
    [/ό/gu, 'ο'],
    [/[ύϋΰ]/gu, 'υ'],
    [/ώ/gu, 'ω'],
    [/ς/gu, 'σ'],
  ],
};

const made = new Map<string, Fold>();
/** So many words are remembered for each locale. */
const REMEMBERED = 20_000;

/** Marks that are typed in several ways. */
const MARKS: Readonly<Record<string, string>> = {
  '’': "'",
  ʼ: "'",
  '՚': "'",
  '‘': "'",
  '‐': '-',
  '‑': '-',
  '״': '"',
  '׳': "'",
};

/**
 * How words of a locale are compared: NFC, in small letters by the language's own rules, letters and marks that are
 * written in several ways made one.
 */
export function foldOf(locale: string): Fold {
  const known = made.get(locale);
  if (known) return known;
  const { subtag, data } = lexiconOf(locale);
  const [own = ''] = locale.toLowerCase().split('-', 1);
  const turkic = data.ownCase === true || own === 'tr' ? own : null;
  const alike = ALIKE[subtag === 'und' ? own : subtag] ?? ALIKE[own] ?? [];
  const ready = new Map<string, string>();
  const fold: Fold = (token) => {
    if (turkic === null && /^[\x00-\x7f]*$/.test(token)) return token.toLowerCase();
    // The same words come again and again.
    const folded = ready.get(token);
    if (folded !== undefined) return folded;
    if (ready.size >= REMEMBERED) ready.clear();
    const word = foldWord(token, turkic, alike);
    ready.set(token, word);
    return word;
  };
  made.set(locale, fold);
  return fold;
}

type Alike = readonly (readonly [RegExp, string])[];

function foldWord(token: string, turkic: string | null, alike: Alike): string {
  const mark = MARKS[token];
  if (mark !== undefined) return mark;
  const normal = token.normalize('NFC');
  let word = turkic === null ? normal.toLowerCase() : normal.toLocaleLowerCase(turkic);
  if (HAS_OPTIONAL.test(word)) word = word.replace(OPTIONAL, '');
  for (const [from, to] of alike) word = word.replace(from, to);
  return word;
}
