import type { Kind } from './fault.ts';
import { changed } from './kinds-marks.ts';
import type { Random } from './random.ts';
import type { Row } from './world.ts';

const CYRILLIC = ['be', 'uk', 'ru'];
const LATIN = ['az', 'ro', 'fr', 'de', 'tr', 'es', 'it'];

/** Letters of another script that look the same, by the script that they replace. */
const LOOKALIKES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Cyrillic: { а: 'a', е: 'e', о: 'o', р: 'p', с: 'c', х: 'x', у: 'y', і: 'i' },
  Latin: { a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', x: 'х', y: 'у', i: 'і' },
  Greek: { ο: 'o', ν: 'v', α: 'a', ι: 'i', ρ: 'p' },
  Armenian: { օ: 'o', հ: 'h', ս: 'u', ո: 'n', ց: 'g', ք: 'f' },
  Georgian: { ა: 'a', ო: 'o', ი: 'i', ე: 'e' },
};

/** A letter within a longer word replaced by its double. */
function swapped({ target }: Row, random: Random): string | null {
  if (/[@#]|:\/\//.test(target)) return null;
  const words = [...target.matchAll(/\p{L}{5,}/gu)].filter(
    ({ 0: word }) =>
      /^\p{L}\p{Ll}+$/u.test(word) || /^\p{Lo}+$/u.test(word) || /^\p{Script=Georgian}+$/u.test(word),
  );
  for (const { 0: word, index } of random.shuffled(words)) {
    const script = Object.keys(LOOKALIKES).find((name) =>
      new RegExp(`^\\p{Script=${name}}+$`, 'u').test(word),
    );
    const twins = LOOKALIKES[script ?? ''];
    const at = [...word].findIndex((letter, place) => place > 0 && twins?.[letter]);
    if (at < 0) continue;
    return `${target.slice(0, index + at)}${twins?.[word[at] ?? '']}${target.slice(index + at + 1)}`;
  }
  return null;
}

/** One apostrophe of an edition that has several of one kind written as another. */
function otherApostrophe({ world, locale, target }: Row, random: Random): string | null {
  const texts = world.rows.filter((row) => row.locale === locale).map((row) => row.target);
  const all = texts.join(' ').match(/(?<=\p{L})['’ʼ](?=\p{L})/gu) ?? [];
  if (all.length < 4 || new Set(all).size > 1) return null;
  return changed(target, /(?<=\p{L})['’ʼ](?=\p{L})/gu, random, (mark) => (mark === '’' ? "'" : '’'));
}

/** What becomes of UTF-8 that is read as one byte a letter. */
function misread(text: string, encoding: string): string {
  return new TextDecoder(encoding).decode(new TextEncoder().encode(text));
}

function misreadWord({ target }: Row, random: Random, encoding: string): string | null {
  return changed(target, /\p{L}*[\u0080-\uffff]\p{L}+/gu, random, (word) => misread(word, encoding));
}

const INSIDE = /(?<=\p{L}{2})(?=\p{L}{2})/gu;
const inserted =
  (mark: string): Kind['breakIt'] =>
  ({ target }, random) =>
    changed(target, INSIDE, random, () => mark);
/** Joining letters of Arabic between which the stretching stroke may stand. */
const JOINING = /(?<=[بتثجحخسشصضطظعغفقكلمنهي])(?=[بتثجحخسشصضطظعغفقكلمنهي])/gu;

/** Every letter of one kind written as another, in a text that has it often enough. */
function respelt({ target }: Row, from: RegExp, to: string, least: number): string | null {
  return (target.match(from)?.length ?? 0) < least ? null : target.replace(from, to);
}

/** Faults in letters and in characters that nobody sees. */
export const LETTER_KINDS: readonly Kind[] = [
  {
    rule: 'apostrophe',
    name: 'another apostrophe',
    locales: ['uk', 'be'],
    each: 12,
    anywhere: true,
    breakIt: otherApostrophe,
  },
  {
    rule: 'ro-cedilla',
    name: 'a cedilla for the comma',
    locales: ['ro'],
    each: 24,
    breakIt: ({ target }, random) =>
      changed(target, /[șțȘȚ]/g, random, (letter) => ({ ș: 'ş', ț: 'ţ', Ș: 'Ş', Ț: 'Ţ' })[letter] ?? ''),
  },
  {
    rule: 'az-letters',
    or: ['mixed-script'],
    name: 'the Cyrillic letter',
    locales: ['az'],
    each: 12,
    breakIt: ({ target }, random) => changed(target, /ə/g, random, () => 'ә'),
  },
  {
    rule: 'az-letters',
    name: 'e for every ə',
    locales: ['az'],
    each: 8,
    breakIt: (row) => respelt(row, /ə/g, 'e', 5),
  },
  {
    rule: 'az-letters',
    name: 'a for every ə',
    locales: ['az'],
    each: 5,
    breakIt: (row) => respelt(row, /ə/g, 'a', 5),
  },
  {
    rule: 'az-letters',
    name: 'i for every ı',
    locales: ['az'],
    each: 5,
    breakIt: (row) => respelt(row, /ı/g, 'i', 4),
  },
  { rule: 'mixed-script', name: 'a letter that looks the same', each: 4, breakIt: swapped },
  { rule: 'bidi-control', name: 'an override', each: 1, breakIt: inserted('\u202e') },
  { rule: 'bidi-control', name: 'the other override', each: 1, breakIt: inserted('\u202d') },
  { rule: 'bidi-control', name: 'an embedding left open', each: 1, breakIt: inserted('\u202b') },
  { rule: 'bidi-control', name: 'an isolate left open', each: 1, breakIt: inserted('\u2067') },
  { rule: 'bidi-control', name: 'a closing mark alone', each: 1, breakIt: inserted('\u202c') },
  {
    rule: 'bidi-control',
    name: 'a stray mark',
    locales: ['hy', 'az', 'be', 'ka', 'ro', 'uk', 'ru', 'fr', 'de'],
    each: 1,
    breakIt: inserted('\u200f'),
  },
  {
    rule: 'invisible-char',
    name: 'a space of no width',
    locales: [...CYRILLIC, ...LATIN, 'hy', 'ka', 'el', 'ar', 'he', 'hi'],
    each: 2,
    breakIt: inserted('\u200b'),
  },
  { rule: 'invisible-char', name: 'a soft hyphen', each: 1, breakIt: inserted('\u00ad') },
  { rule: 'invisible-char', name: 'a byte order mark', each: 1, breakIt: inserted('\ufeff') },
  { rule: 'invisible-char', name: 'a line separator', each: 1, breakIt: inserted('\u2028') },
  { rule: 'invisible-char', name: 'a tag character', each: 1, breakIt: inserted('\u{e0041}') },
  {
    rule: 'mojibake',
    name: 'read as Latin',
    each: 2,
    breakIt: ({ target }) =>
      /[^\p{ASCII}«»“”„’\u00a0\u202f–—…]/u.test(target) ? misread(target, 'windows-1252') : null,
  },
  {
    rule: 'mojibake',
    name: 'a word read as Latin',
    each: 1,
    breakIt: (row, random) => misreadWord(row, random, 'windows-1252'),
  },
  {
    rule: 'mojibake',
    name: 'read as Cyrillic',
    each: 1,
    locales: [...CYRILLIC, 'ro', 'de', 'fr', 'hy', 'ka'],
    breakIt: ({ target }) =>
      /[^\p{ASCII}«»“”„’\u00a0\u202f–—…]/u.test(target) ? misread(target, 'windows-1251') : null,
  },
  {
    rule: 'mojibake',
    name: 'a letter lost',
    each: 1,
    breakIt: ({ target }, random) => changed(target, /(?<=\p{L})\p{L}(?=\p{L})/gu, random, () => '\ufffd'),
  },
  {
    rule: 'not-nfc',
    name: 'letters taken apart',
    each: 2,
    breakIt: ({ target }) =>
      target.normalize('NFC') === target && target.normalize('NFD') !== target
        ? target.normalize('NFD')
        : null,
  },
  {
    rule: 'kashida',
    name: 'a stretched word',
    locales: ['ar', 'fa'],
    each: 10,
    breakIt: ({ target }, random) => changed(target, JOINING, random, () => '\u0640'),
  },
  {
    rule: 'kashida',
    name: 'a much stretched word',
    locales: ['ar', 'fa'],
    each: 3,
    breakIt: ({ target }, random) => changed(target, JOINING, random, () => '\u0640\u0640\u0640'),
  },
];
