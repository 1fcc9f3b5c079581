import { ADDRESS_TEXTS } from './address-texts.ts';
import type { Kind } from './fault.ts';
import { changed } from './kinds-marks.ts';
import type { Row } from './world.ts';

const UNSPACED = new Set(['zh-Hans', 'zh-Hant', 'ja']);
const CASED = ['hy', 'az', 'be', 'ro', 'uk', 'ru', 'fr', 'de', 'el', 'tr', 'es', 'it'];

/** The text of the next segments of the same locale, joined. */
function following(row: Row, count: number): string {
  const rows = row.world.rows.filter(
    (one) => one.locale === row.locale && one.at > row.at && !/[<&]/.test(one.target),
  );
  return rows
    .slice(0, count)
    .map(({ target }) => target)
    .join(UNSPACED.has(row.locale) ? '' : ' ');
}

/** Whether a text is long enough to be broken. */
export const isLong: (row: Row, least: number) => boolean = ({ target, source }, least) =>
  source.length >= least && target.length >= least / 4;

/** The first words of a text, about `share` of it. */
function cut({ target, locale }: Row, share: number): string {
  const end = Math.floor(target.length * share);
  return UNSPACED.has(locale) ? target.slice(0, end) : target.slice(0, target.lastIndexOf(' ', end));
}

/** The first half of a text, where it does not end as a sentence does. */
function cutInside(row: Row): string | null {
  if (!isLong(row, 100) || row.kind === 'heading' || !/\.$/.test(row.source)) return null;
  const text = cut(row, 0.55);
  return /[\p{L}\p{M}\p{N},]$/u.test(text) ? text : null;
}

/** Words that join what comes to what was. */
const JOINERS: Readonly<Record<string, readonly string[]>> = {
  hy: ['և', 'կամ'],
  az: ['və', 'yaxud'],
  be: ['і', 'або'],
  ka: ['და', 'ან'],
  ro: ['și', 'sau'],
  uk: ['і', 'та', 'або'],
  ru: ['и', 'или'],
  fr: ['et', 'ou'],
  de: ['und', 'oder'],
  el: ['και', 'ή'],
  tr: ['ve', 'veya'],
  fa: ['و', 'یا'],
  es: ['y', 'o'],
  it: ['e', 'o'],
};

/** The text up to and with a joining word in its second half. */
function cutAfterJoiner({ target, locale, source, kind }: Row): string | null {
  if (kind === 'heading' || source.length < 80 || !/[.;,]$/.test(source) || !/[.;,։]$/.test(target))
    return null;
  const words = target.split(' ');
  const joiners = JOINERS[locale] ?? [];
  const at = words.findIndex(
    (word, place) => place >= words.length / 2 && place < words.length - 2 && joiners.includes(word),
  );
  return at < 0 ? null : words.slice(0, at + 1).join(' ');
}

const LEFTOVERS = [
  'Translation: ',
  'Here is the translation: ',
  'Sure! Here is the translated text: ',
  'As an AI language model, I cannot translate this. ',
  'Translated text: ',
  '[TRANSLATION] ',
  'Note: I have kept the names as they are. ',
];
const ENTITIES = ['&amp;amp;', '&amp;nbsp;', '&amp;quot;', '&amp;#39;', '{{'];

/** A word with two inner letters exchanged. */
const misspelt = (word: string): string => `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}`;

/** Faults in which language it is and in words. */
export const WORD_KINDS: readonly Kind[] = [
  {
    rule: 'repeated-word',
    name: 'a word doubled',
    each: 4,
    breakIt: ({ target, locale }, random) => {
      // Hindi doubles words to say "each"; shorter words are doubled rightly in French, Turkish and Armenian.
      if (UNSPACED.has(locale) || locale === 'hi') return null;
      const least = locale === 'tr' || locale === 'hy' || locale === 'az' ? 7 : 4;
      const pattern = new RegExp(
        `(?<![\\p{L}\\p{M}\\p{N}'’-])(?:\\p{Ll}|\\p{Lo}|\\p{M}){${least},}(?= \\p{L})`,
        'gu',
      );
      return changed(target, pattern, random, (word) =>
        /^(?:nous|vous)$/.test(word) ? word : `${word} ${word}`,
      );
    },
  },
  {
    rule: 'capitals-start',
    name: 'a small letter first',
    locales: CASED,
    worlds: ['udhr', 'marks', 'covenant', 'statement'],
    each: 3,
    breakIt: ({ source, target, locale }) =>
      /^\p{Lu}/u.test(source) && /^\p{Lu}\p{Ll}/u.test(target)
        ? target.charAt(0).toLocaleLowerCase(locale) + target.slice(1)
        : null,
  },
  {
    rule: 'acronym',
    name: 'an acronym lost',
    keys: ['acronym', 'unicef'],
    each: 2,
    breakIt: ({ target }) => target.replace(/(?:l’)?\p{Lu}{4,}(?:[-’]\p{Ll}+)? ?/u, ''),
  },
  {
    rule: 'acronym',
    name: 'an acronym in small letters',
    keys: ['acronym', 'unicef'],
    each: 2,
    breakIt: ({ target, locale }) => target.replace(/\p{Lu}{4,}/u, (word) => word.toLocaleLowerCase(locale)),
  },
  {
    rule: 'all-caps',
    name: 'a text in small letters',
    keys: ['entry', 'exits'],
    each: 2,
    breakIt: ({ target, locale }) => target.charAt(0) + target.slice(1).toLocaleLowerCase(locale),
  },
  {
    rule: 'all-caps',
    name: 'a word’s capitals lost',
    keys: ['caps', 'warning'],
    each: 2,
    breakIt: ({ target, locale }) =>
      target.replace(/\p{Lu}{4,}(?: \p{Lu}{4,})?/u, (word) => word.toLocaleLowerCase(locale)),
  },
  {
    rule: 'camel-case',
    or: ['do-not-translate'],
    name: 'inner capitals lost',
    keys: ['product', 'mixed'],
    each: 2,
    breakIt: ({ target }) =>
      target.replace(/OpenStreetMap|YouTube/, (word) => word.charAt(0) + word.slice(1).toLowerCase()),
  },
  {
    rule: 'camel-case',
    or: ['do-not-translate'],
    name: 'the words parted',
    keys: ['product', 'mixed'],
    each: 2,
    breakIt: ({ target }) => target.replace('OpenStreetMap', 'Open Street Map').replace('GitHub', 'Git Hub'),
  },
  {
    rule: 'length-ratio',
    name: 'cut to a third',
    each: 2,
    breakIt: (row) => (isLong(row, 120) ? cut(row, 0.3) : null),
  },
  {
    rule: 'length-ratio',
    name: 'told twice',
    each: 1,
    breakIt: (row) => (isLong(row, 120) ? `${row.target} ${row.target}` : null),
  },
  {
    rule: 'length-ratio',
    name: 'with the next ones',
    each: 1,
    breakIt: (row) => {
      const more = following(row, 3);
      return isLong(row, 80) && more.length > row.target.length * 1.5 ? `${row.target} ${more}` : null;
    },
  },
  { rule: 'truncated', name: 'cut after a joining word', each: 4, breakIt: cutAfterJoiner },
  { rule: 'truncated', name: 'cut in the middle', each: 3, breakIt: cutInside },
  {
    rule: 'sentence-count',
    name: 'a sentence lost',
    each: 2,
    breakIt: ({ source, target, locale }) => {
      const ends = target.match(/[.։。।]\s*(?=\p{L}{2})/gu) ?? [];
      const own = source.match(/\p{Ll}{2}\. (?=\p{Lu}\p{Ll})/gu) ?? [];
      if (ends.length !== own.length || ends.length < 1 || locale === 'ka') return null;
      return target.slice(0, target.lastIndexOf(ends.at(-1) ?? '') + 1);
    },
  },
  {
    rule: 'register',
    name: 'a familiar address',
    worlds: ['address'],
    keys: ['polite0', 'polite1'],
    each: 2,
    anywhere: true,
    breakIt: ({ locale, at }) => ADDRESS_TEXTS[locale]?.familiar[at] ?? null,
  },
  {
    rule: 'profanity-of-machine',
    name: 'words of the machine',
    each: 2,
    breakIt: ({ target, kind }, random) => (kind === 'heading' ? null : random.pick(LEFTOVERS) + target),
  },
  {
    rule: 'profanity-of-machine',
    name: 'a piece of code',
    each: 1,
    breakIt: ({ target }, random) =>
      changed(target, /(?<=\p{L}) (?=\p{L})/gu, random, () => ` ${random.pick(ENTITIES)} `),
  },
  {
    rule: 'spelling',
    name: 'letters exchanged',
    worlds: ['spelling'],
    locales: ['fr', 'de', 'ru', 'uk'],
    each: 8,
    breakIt: ({ target }, random) =>
      changed(target, /(?<![\p{L}\p{M}'’-])\p{Ll}{6,}(?![\p{L}\p{M}'’-])/gu, random, (word) =>
        word[2] === word[3] ? word : misspelt(word),
      ),
  },
];
