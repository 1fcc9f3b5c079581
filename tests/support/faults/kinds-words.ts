import { storedText } from '../udhr.ts';
import { changed } from './kinds-marks.ts';
import type { Kind } from './fault.ts';
import type { Random } from './random.ts';
import type { Row } from './world.ts';

const UNSPACED = new Set(['zh-Hans', 'zh-Hant', 'ja']);
const CASED = ['hy', 'az', 'be', 'ro', 'uk', 'ru', 'fr', 'de', 'el', 'tr', 'es', 'it'];

/** The text of the same segment in another locale. */
function inOther(row: Row, locale: string): string | null {
  return row.world.targets[locale]?.targets[row.id]?.text ?? null;
}

/** The text of the next segments of the same locale, joined. */
function following(row: Row, count: number): string {
  const rows = row.world.rows.filter((one) => one.locale === row.locale && one.at > row.at && !/[<&]/.test(one.target));
  return rows.slice(0, count).map(({ target }) => target).join(UNSPACED.has(row.locale) ? '' : ' ');
}

const isLong = ({ target, source }: Row, least: number): boolean => source.length >= least && target.length >= least / 4;

/** Languages that are written in the same script: what stands in a text, and what should. */
const NEAR: readonly (readonly [string, string])[] = [
  ['ru', 'uk'], ['uk', 'ru'], ['ru', 'be'], ['be', 'ru'], ['uk', 'be'], ['be', 'uk'],
  ['az', 'tr'], ['tr', 'az'], ['ro', 'fr'], ['fr', 'ro'], ['de', 'fr'], ['fr', 'de'],
  ['az', 'de'], ['de', 'az'], ['ro', 'de'], ['az', 'ro'], ['ar', 'fa'], ['fa', 'ar'], ['ro', 'tr'],
];
/** Languages of different scripts. */
const FAR: readonly (readonly [string, string])[] = [
  ['hy', 'ru'], ['ka', 'ru'], ['ru', 'hy'], ['uk', 'ka'], ['be', 'fr'], ['az', 'ru'], ['fr', 'ru'], ['de', 'hy'],
  ['ro', 'ru'], ['el', 'tr'], ['ar', 'he'], ['he', 'ar'], ['ja', 'ru'], ['zh-Hans', 'de'], ['fa', 'ru'], ['tr', 'ar'],
];

function foreignKinds(rule: 'wrong-language' | 'wrong-script', pairs: typeof NEAR, each: number): Kind[] {
  return pairs.map(([locale, other]) => ({
    rule,
    name: `${other} in its place`,
    locales: [locale],
    worlds: ['udhr', 'statement', 'marks'],
    each,
    breakIt: (row: Row) => {
      const text = inOther(row, other);
      return text !== null && !/[<&]/.test(text) && isLong(row, 50) && row.kind !== 'heading' ? text : null;
    },
  }));
}

/** A run of the source's words put where as many words of the target were. */
function withEnglish({ source, target, locale }: Row, random: Random): string | null {
  const english = source.split(' ');
  if (english.length < 12 || /[<&]/.test(source)) return null;
  const count = 6 + random.below(3);
  const from = 1 + random.below(english.length - count - 1);
  const run = english.slice(from, from + count).join(' ');
  if (/[\d“”"()]/.test(run)) return null;
  if (UNSPACED.has(locale)) {
    const at = Math.floor(target.length / 3);
    return target.slice(0, at) + run + target.slice(at * 2);
  }
  const words = target.split(' ');
  const at = Math.min(from, Math.max(1, words.length - count));
  return [...words.slice(0, at), run, ...words.slice(at + count)].join(' ');
}

/** The first words of a text, about `share` of it. */
function cut({ target, locale }: Row, share: number): string {
  const end = Math.floor(target.length * share);
  return UNSPACED.has(locale) ? target.slice(0, end) : target.slice(0, target.lastIndexOf(' ', end));
}

/** Words that join what comes to what was. */
const JOINERS: Readonly<Record<string, readonly string[]>> = {
  hy: ['և', 'կամ'], az: ['və', 'yaxud'], be: ['і', 'або'], ka: ['და', 'ან'], ro: ['și', 'sau'], uk: ['і', 'та', 'або'],
  ru: ['и', 'или'], fr: ['et', 'ou'], de: ['und', 'oder'], el: ['και', 'ή'], tr: ['ve', 'veya'], fa: ['و', 'یا'], es: ['y', 'o'], it: ['e', 'o'],
};

/** The text up to and with a joining word in its second half. */
function cutAfterJoiner({ target, locale, source, kind }: Row): string | null {
  if (kind === 'heading' || source.length < 80 || !/[.;,]$/.test(source)) return null;
  const words = target.split(' ');
  const joiners = JOINERS[locale] ?? [];
  const at = words.findIndex((word, place) => place >= words.length / 2 && place < words.length - 2 && joiners.includes(word));
  return at < 0 ? null : words.slice(0, at + 1).join(' ');
}

const LEFTOVERS = [
  'Translation: ', 'Here is the translation: ', 'Sure! Here is the translated text: ', 'As an AI language model, I cannot translate this. ',
  'Translated text: ', '[TRANSLATION] ', 'Note: I have kept the names as they are. ',
];
const ENTITIES = ['&amp;amp;', '&amp;nbsp;', '&amp;quot;', '&amp;#39;', '{{', '&lt;br>', '%s'];

const INFORMAL: Readonly<Record<string, string>> = {
  hy: 'Գիտե՞ս քո իրավունքները։', az: 'Sən öz hüquqlarını bilirsənmi?', be: 'Ці ведаеш ты свае правы?',
  uk: 'Чи знаєш ти свої права?', ru: 'Знаешь ли ты свои права?', fr: 'Connais-tu tes droits\u202f?', de: 'Kennst du deine Rechte?',
  tr: 'Sen haklarını biliyor musun?', ro: 'Tu îți cunoști drepturile?', es: '¿Conoces tú tus derechos?',
};

/** A word with two inner letters exchanged. */
const misspelt = (word: string): string => `${word.slice(0, 2)}${word[3]}${word[2]}${word.slice(4)}`;

/** Faults in which language it is and in words. */
export const WORD_KINDS: readonly Kind[] = [
  { rule: 'same-as-source', name: 'the source in its place', each: 3, breakIt: (row) => (row.source.split(' ').length >= 6 && !/[<&]/.test(row.source) ? row.source : null) },
  { rule: 'same-as-source', name: 'the source in its place, with codes', worlds: ['web', 'covenant'], codes: true, each: 1, breakIt: (row) => (row.source.split(' ').length >= 8 && /<\d/.test(row.source) ? row.source : null) },
  { rule: 'partly-untranslated', name: 'some words left in English', each: 4, breakIt: withEnglish },
  ...foreignKinds('wrong-language', NEAR, 6),
  ...foreignKinds('wrong-script', FAR, 3),
  {
    rule: 'repeated-word', name: 'a word doubled', each: 4,
    breakIt: ({ target, locale }, random) =>
      UNSPACED.has(locale) ? null : changed(target, /(?<![\p{L}\p{M}\p{N}'’-])[\p{L}\p{M}]{4,}(?= \p{L})/gu, random, (word) => `${word} ${word.charAt(0).toLocaleLowerCase(locale)}${word.slice(1)}`),
  },
  {
    rule: 'capitals-start', name: 'a small letter first', locales: CASED, worlds: ['udhr', 'marks', 'covenant', 'statement'], each: 3,
    breakIt: ({ source, target, locale }) => (/^\p{Lu}/u.test(source) && /^\p{Lu}\p{Ll}/u.test(target) ? target.charAt(0).toLocaleLowerCase(locale) + target.slice(1) : null),
  },
  {
    rule: 'acronym', name: 'an acronym lost', keys: ['acronym', 'unicef'], each: 2,
    breakIt: ({ target }) => target.replace(/(?:l’)?\p{Lu}{4,}(?:[-’]\p{Ll}+)? ?/u, ''),
  },
  {
    rule: 'acronym', name: 'an acronym in small letters', keys: ['acronym', 'unicef'], each: 2,
    breakIt: ({ target, locale }) => target.replace(/\p{Lu}{4,}/u, (word) => word.toLocaleLowerCase(locale)),
  },
  { rule: 'all-caps', name: 'capitals lost', keys: ['caps', 'warning'], each: 2, breakIt: ({ target, locale }) => target.replace(/\p{Lu}{4,}(?: \p{Lu}{4,})?/u, (word) => word.toLocaleLowerCase(locale)) },
  { rule: 'camel-case', or: ['do-not-translate'], name: 'inner capitals lost', keys: ['product', 'mixed'], each: 2, breakIt: ({ target }) => target.replace(/OpenStreetMap|YouTube/, (word) => word.charAt(0) + word.slice(1).toLowerCase()) },
  { rule: 'camel-case', or: ['do-not-translate'], name: 'the words parted', keys: ['product', 'mixed'], each: 2, breakIt: ({ target }) => target.replace('OpenStreetMap', 'Open Street Map').replace('GitHub', 'Git Hub') },
  { rule: 'length-ratio', name: 'cut to a third', each: 2, breakIt: (row) => (isLong(row, 120) ? cut(row, 0.3) : null) },
  { rule: 'length-ratio', name: 'told twice', each: 1, breakIt: (row) => (isLong(row, 120) ? `${row.target} ${row.target}` : null) },
  { rule: 'length-ratio', name: 'with the next ones', each: 1, breakIt: (row) => {
    const more = following(row, 3);
    return isLong(row, 80) && more.length > row.target.length * 1.5 ? `${row.target} ${more}` : null;
  } },
  { rule: 'truncated', name: 'cut after a joining word', each: 4, breakIt: cutAfterJoiner },
  { rule: 'truncated', or: ['end-punctuation', 'length-ratio'], name: 'cut in the middle', each: 3, breakIt: (row) => (isLong(row, 100) && row.kind !== 'heading' && /\.$/.test(row.source) ? cut(row, 0.55) : null) },
  {
    rule: 'sentence-count', name: 'a sentence lost', each: 2,
    breakIt: ({ source, target, locale }) => {
      const ends = target.match(/[.։。।]\s*(?=\p{L}{2})/gu) ?? [];
      const own = source.match(/\p{Ll}{2}\. (?=\p{Lu}\p{Ll})/gu) ?? [];
      if (ends.length !== own.length || ends.length < 1 || locale === 'ka') return null;
      return target.slice(0, target.lastIndexOf(ends.at(-1) ?? '') + 1);
    },
  },
  { rule: 'register', name: 'a familiar address', keys: ['rights'], each: 2, anywhere: true, breakIt: ({ locale }) => INFORMAL[locale] ?? null },
  { rule: 'profanity-of-machine', name: 'words of the machine', each: 2, breakIt: ({ target, kind }, random) => (kind === 'heading' ? null : random.pick(LEFTOVERS) + target) },
  { rule: 'profanity-of-machine', name: 'a piece of code', each: 1, breakIt: ({ target }, random) => changed(target, /(?<=\p{L}) (?=\p{L})/gu, random, () => ` ${random.pick(ENTITIES.slice(0, 6))} `) },
  { rule: 'spelling', name: 'letters exchanged', worlds: ['spelling'], each: 8, breakIt: ({ target }, random) => changed(target, /(?<![\p{L}\p{M}'’-])\p{Ll}{6,}(?![\p{L}\p{M}'’-])/gu, random, (word) => (word[2] === word[3] ? word : misspelt(word))) },
];

/** Text for a list of faults. */
export const storedOf: (text: string) => string = storedText;
