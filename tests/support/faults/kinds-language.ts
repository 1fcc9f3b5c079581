import type { Kind } from './fault.ts';
import { isLong } from './kinds-words.ts';
import type { Random } from './random.ts';
import type { Row } from './world.ts';

const UNSPACED = new Set(['zh-Hans', 'zh-Hant', 'ja']);

/** The text of the same segment in another locale. */
function inOther(row: Row, locale: string): string | null {
  return row.world.targets[locale]?.targets[row.id]?.text ?? null;
}

/** The source of another segment of the same kind. */
function otherSource({ world, locale, at, kind }: Row): string | null {
  return world.rows.find((row) => row.locale === locale && row.at > at && row.kind === kind)?.source ?? null;
}

/** Languages that are written in the same script: what stands in a text, and what should. */
const NEAR: readonly (readonly [string, string])[] = [
  ['ru', 'uk'],
  ['uk', 'ru'],
  ['ru', 'be'],
  ['be', 'ru'],
  ['uk', 'be'],
  ['be', 'uk'],
  ['az', 'tr'],
  ['tr', 'az'],
  ['ro', 'fr'],
  ['fr', 'ro'],
  ['de', 'fr'],
  ['fr', 'de'],
  ['az', 'de'],
  ['de', 'az'],
  ['ro', 'de'],
  ['az', 'ro'],
  ['ar', 'fa'],
  ['fa', 'ar'],
  ['ro', 'tr'],
  ['fr', 'en'],
  ['de', 'en'],
  ['ro', 'en'],
  ['az', 'en'],
];
/** Languages of different scripts. */
const FAR: readonly (readonly [string, string])[] = [
  ['hy', 'ru'],
  ['ka', 'ru'],
  ['ru', 'hy'],
  ['uk', 'ka'],
  ['be', 'fr'],
  ['az', 'ru'],
  ['fr', 'ru'],
  ['de', 'hy'],
  ['ro', 'ru'],
  ['el', 'tr'],
  ['ar', 'he'],
  ['he', 'ar'],
  ['ja', 'ru'],
  ['zh-Hans', 'de'],
  ['fa', 'ru'],
  ['tr', 'ar'],
  ['uk', 'en'],
  ['hy', 'en'],
];

function foreignKinds(rule: 'wrong-language' | 'wrong-script', pairs: typeof NEAR, each: number): Kind[] {
  return pairs.map(([locale, other]) => ({
    rule,
    name: `${other} in its place`,
    locales: [locale],
    worlds: ['udhr', 'statement', 'marks'],
    each,
    breakIt: (row: Row) => {
      const text = other === 'en' ? otherSource(row) : inOther(row, other);
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
  // Names are the same in many languages.
  const common = run.match(/(?<!\p{L})\p{Ll}{2,}/gu) ?? [];
  if (/[\d“”"()]/.test(run) || common.length < 5) return null;
  if (UNSPACED.has(locale)) {
    const at = Math.floor(target.length / 3);
    return target.slice(0, at) + run + target.slice(at * 2);
  }
  const words = target.split(' ');
  const at = Math.min(from, Math.max(1, words.length - count));
  return [...words.slice(0, at), run, ...words.slice(at + count)].join(' ');
}

/** Faults in which language a text is in. */
export const LANGUAGE_KINDS: readonly Kind[] = [
  {
    rule: 'same-as-source',
    name: 'the source in its place',
    each: 3,
    breakIt: (row) => (row.source.split(' ').length >= 6 && !/[<&]/.test(row.source) ? row.source : null),
  },
  {
    rule: 'same-as-source',
    name: 'the source in its place, with codes',
    worlds: ['web', 'covenant'],
    codes: true,
    each: 1,
    breakIt: (row) => (row.source.split(' ').length >= 8 && /<\d/.test(row.source) ? row.source : null),
  },
  { rule: 'partly-untranslated', name: 'some words left in English', each: 4, breakIt: withEnglish },
  ...foreignKinds('wrong-language', NEAR, 6),
  ...foreignKinds('wrong-script', FAR, 3),
];
