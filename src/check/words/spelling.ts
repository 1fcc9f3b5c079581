import { CODE, maskedOf, type Text, type Word } from '../text.ts';
import type { KnownWords } from './terms.ts';

/** Whether a dictionary should know a word: no address, number, initial, acronym or name with a capital within. */
export function isOrdinary(text: Text, { text: word, start }: Word): boolean {
  if (maskedOf(text)[start] === CODE) return false;
  if (/\p{N}/u.test(word) || /\p{L}[\p{M}\p{Ll}'’ʼ-]*\p{Lu}/u.test(word)) return false;
  return /\p{L}\p{M}*[\p{L}'’ʼ]/u.test(word);
}

/** Armenian marks within words, points of Hebrew, vowel signs of Arabic and the like, which dictionaries leave out. */
const MARKS =
  /[\u055b\u055c\u055e\u00ad\u0640]|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5]|[\u064b-\u0652]|\u0670|\u0301/g;

/** Whether a word is known: as a whole, or each of its parts between hyphens and apostrophes. */
export function isRightInParts(word: string, isRight: (word: string) => boolean, known: KnownWords): boolean {
  const bare = word.normalize('NFC').replace(MARKS, '');
  const isFine = (part: string): boolean => part.length < 2 || isKnown(part, known) || isRight(part);
  if (isFine(bare)) return true;
  const straight = bare.replace(/[’ʼ]/g, "'");
  if (straight !== bare && isFine(straight)) return true;
  const parts = bare.split(/['’ʼ\u2010\u2011-]/u);
  return parts.length > 1 && parts.every(isFine);
}

function isKnown(word: string, { whole, stems }: KnownWords): boolean {
  const lower = word.toLowerCase();
  return whole.has(lower) || stems.some((stem) => lower.startsWith(stem));
}
