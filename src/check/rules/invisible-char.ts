import type { Edit } from '../../model/finding.ts';
import { SURROGATE, UNSEEN } from '../chars.ts';
import { codePointNames } from '../letters/letters.ts';
import type { TextRule } from '../rule.ts';
import { kindsOfText } from '../text.ts';

/** Characters that nobody sees: joiners, breaks, fillers, selectors, tags. Marks of direction have their own rule. */
const INVISIBLE =
  /[\u00ad\u115f\u1160\u180e\u200b-\u200d\u2028\u2029\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\p{Variation_Selector}|[\u{e0001}-\u{e007f}]/u;
const ALL = new RegExp(INVISIBLE.source, 'gu');
/** Languages that mark where a line may break within their words, or did so. */
const BREAKING = new Set(['km', 'th', 'lo', 'my', 'ja', 'bo', 'dz', 'shn', 'mnw', 'ksw', 'lzh']);
/** Scripts in which joiners choose the form of a letter. */
const JOINING =
  /[\p{sc=Arab}\p{sc=Syrc}\p{sc=Mong}\p{sc=Nkoo}\p{sc=Deva}\p{sc=Beng}\p{sc=Guru}\p{sc=Gujr}\p{sc=Orya}\p{sc=Taml}\p{sc=Telu}\p{sc=Knda}\p{sc=Mlym}\p{sc=Sinh}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}\p{sc=Java}\p{sc=Bali}\p{sc=Sund}\p{sc=Mtei}\p{Mn}]/u;
const UNSPACED = /[\p{sc=Khmr}\p{sc=Thai}\p{sc=Laoo}\p{sc=Mymr}\p{sc=Tibt}\p{sc=Hira}\p{sc=Kana}]/u;
const EMOJI = /[\p{Emoji}\p{Emoji_Component}]/u;
/** What variants are defined for: Chinese characters, symbols, digits with a slash, letters of Mongolian and Burmese. */
const VARIED = /[\p{sc=Hani}\p{sc=Mong}\p{sc=Mymr}\p{sc=Phag}\p{Emoji}\p{S}\p{P}\p{N}]/u;

/** Invisible characters that have no use where they stand, and hide words from searches and readers' tools. */
export const invisibleChar: TextRule = {
  id: 'invisible-char',
  scope: 'text',
  source: true,
  severity: 'warning',
  check: (text) => {
    const { plain, subtag } = text;
    if ((kindsOfText(text) & (UNSEEN | SURROGATE)) === 0 || !INVISIBLE.test(plain)) return [];
    const fix: Edit[] = [];
    const chars: string[] = [];
    for (const { 0: char, index } of plain.matchAll(ALL)) {
      const end = index + char.length;
      if (isLegal(char, charBefore(plain, index), charAt(plain, end), subtag)) continue;
      chars.push(char);
      fix.push({ start: index, end, text: insteadOf(char, plain, index) });
    }
    const [first] = fix;
    if (!first) return [];
    const values = { chars: codePointNames(chars), count: chars.length };
    return [{ values, at: { start: first.start, end: first.end }, fix }];
  },
};

function isLegal(char: string, before: string, after: string, subtag: string): boolean {
  if (char === '\u200c' || char === '\u200d') {
    const joins = JOINING.test(before) || JOINING.test(after);
    return joins || (char === '\u200d' && EMOJI.test(before) && EMOJI.test(after));
  }
  if (char === '\u200b') return BREAKING.has(subtag) || UNSPACED.test(before) || UNSPACED.test(after);
  if (/\p{Variation_Selector}|\u180e/u.test(char)) return VARIED.test(before);
  if (/[\u{e0020}-\u{e007f}]/u.test(char)) return /[\u{1f3f4}\u{e0020}-\u{e007e}]/u.test(before);
  return false;
}

/** Line and paragraph separators part words; the others stand for nothing. */
function insteadOf(char: string, plain: string, at: number): string {
  const parts = char === '\u2028' || char === '\u2029';
  return parts && /\S/u.test(plain[at - 1] ?? ' ') && /\S/u.test(plain[at + 1] ?? ' ') ? ' ' : '';
}

function charAt(plain: string, at: number): string {
  const point = plain.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
}

function charBefore(plain: string, at: number): string {
  const low = plain.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff ? charAt(plain, at - 2) : (plain[at - 1] ?? '');
}
