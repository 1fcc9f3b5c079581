import type { Kind } from './fault.ts';
import { changed } from './kinds-marks.ts';
import type { Random } from './random.ts';
import type { Row } from './world.ts';

const UNSPACED = new Set(['zh-Hans', 'zh-Hant', 'ja']);
const CODED = ['web', 'covenant', 'statement', 'page'];

/** The target without one of its codes; what stood in it stays. */
function withoutCode({ target }: Row, random: Random, number = /\d+/): string | null {
  const ids = [...target.matchAll(new RegExp(`<(${number.source})\\/?>`, 'g'))].map(([, id = '']) => id);
  if (ids.length === 0) return null;
  const id = random.pick(ids);
  return target.replaceAll(new RegExp(`</?${id}/?>`, 'g'), '');
}

/** Two pairs of codes that stand side by side put one into the other. */
function nested({ target }: Row): string | null {
  const found = /<(\d+)>([^<]*)<\/\1>([^<]*)<(\d+)>([^<]*)<\/\4>/.exec(target);
  if (!found) return null;
  const [whole, a, first, gap, b, second] = found;
  return target.replace(whole, `<${a}>${first}${gap}<${b}>${second}</${b}></${a}>`);
}

/** A text's own piece replaced by another one. */
function replaced(from: RegExp | string, to: string): Kind['breakIt'] {
  return ({ target }) => {
    const text = target.replace(from, to);
    return text === target ? null : text;
  };
}

const KEYED = (key: string): Pick<Kind, 'keys' | 'worlds'> => ({ worlds: ['web'], keys: [key] });
const GAP = /(?<=\p{L}) (?=\p{L})/gu;

/** Faults in codes, links and addresses. */
export const MARKUP_KINDS: readonly Kind[] = [
  { rule: 'inline-codes', name: 'a code lost', worlds: CODED, codes: true, each: 3, breakIt: withoutCode },
  {
    rule: 'inline-codes',
    name: 'a pair made single',
    worlds: CODED,
    codes: true,
    each: 2,
    breakIt: ({ target }) => {
      const text = target.replace(/<(\d+)>([^<]*)<\/\1>/, '$2<$1/>');
      return text === target ? null : text;
    },
  },
  {
    rule: 'inline-codes',
    name: 'a code that the source has not',
    worlds: CODED,
    codes: true,
    each: 1,
    breakIt: ({ target }, random) =>
      /<\d/.test(target) ? changed(target, GAP, random, () => ' <9/>') : null,
  },
  {
    rule: 'inline-codes',
    name: 'codes put into each other',
    worlds: CODED,
    codes: true,
    each: 1,
    breakIt: nested,
  },
  {
    rule: 'space-around-codes',
    name: 'the space before a code lost',
    worlds: CODED,
    codes: true,
    each: 2,
    breakIt: ({ source, target, locale }, random) =>
      UNSPACED.has(locale) || !/\p{L} <\d/u.test(source)
        ? null
        : changed(target, /(?<=\p{L}) (?=<\d+>\p{L})/gu, random, () => ''),
  },
  {
    rule: 'space-around-codes',
    name: 'the space after a code lost',
    worlds: CODED,
    codes: true,
    each: 2,
    breakIt: ({ source, target, locale }, random) =>
      UNSPACED.has(locale) || !/\d> \p{L}/u.test(source)
        ? null
        : changed(target, /(?<=\p{L}<\/\d+>) (?=\p{L})/gu, random, () => ''),
  },
  {
    rule: 'markdown',
    name: 'asterisks typed',
    each: 1,
    breakIt: ({ target, locale }, random) =>
      UNSPACED.has(locale)
        ? null
        : changed(target, /(?<=\p{L} )\p{L}{4,}(?= \p{L})/gu, random, (word) => `**${word}**`),
  },
  {
    rule: 'markdown',
    name: 'a link typed',
    each: 1,
    breakIt: ({ target, locale }, random) =>
      UNSPACED.has(locale)
        ? null
        : changed(
            target,
            /(?<=\p{L} )\p{L}{4,}(?= \p{L})/gu,
            random,
            (word) => `[${word}](https://example.org/x)`,
          ),
  },
  {
    rule: 'markdown',
    or: ['inline-codes'],
    name: 'a code span lost',
    ...KEYED('single'),
    codes: true,
    each: 1,
    breakIt: withoutCode,
  },
  {
    rule: 'markdown',
    name: 'backticks typed',
    each: 1,
    breakIt: ({ target, locale }, random) =>
      UNSPACED.has(locale)
        ? null
        : changed(target, /(?<=\p{L} )\p{L}{4,}(?= \p{L})/gu, random, (word) => `\`${word}\``),
  },
  { rule: 'links', name: 'the link lost', ...KEYED('link'), codes: true, each: 1, breakIt: withoutCode },
  {
    rule: 'links',
    name: 'the link around nothing',
    ...KEYED('link'),
    codes: true,
    each: 1,
    breakIt: ({ target }) => target.replace(/<1>([^<]*)<\/1>/, '$1<1></1>'),
  },
  {
    rule: 'links',
    name: 'a link lost in a real text',
    worlds: ['covenant', 'page', 'statement'],
    codes: true,
    each: 2,
    breakIt: (row, random) => {
      const code = linkCode(row, random);
      return code === null ? null : withoutCode(row, random, new RegExp(code));
    },
  },
  { rule: 'urls', name: 'another page', ...KEYED('url'), each: 1, breakIt: replaced('/apply', '/appyl') },
  {
    rule: 'urls',
    name: 'another host',
    ...KEYED('url'),
    each: 1,
    breakIt: replaced('example.org', 'example.com'),
  },
  { rule: 'urls', name: 'the address lost', ...KEYED('url'), each: 1, breakIt: replaced(/https:\S+ /, '') },
  {
    rule: 'emails',
    name: 'another mailbox',
    ...KEYED('email'),
    each: 1,
    breakIt: replaced('press@', 'pres@'),
  },
  {
    rule: 'emails',
    name: 'another host',
    ...KEYED('email'),
    each: 1,
    breakIt: replaced('@example.org', '@example.net'),
  },
  {
    rule: 'emails',
    name: 'the address lost',
    ...KEYED('email'),
    each: 1,
    breakIt: replaced(/ ?press@example\.org/, ''),
  },
  { rule: 'phones', name: 'another digit', ...KEYED('phone'), each: 1, breakIt: replaced('01 23', '01 32') },
  {
    rule: 'phones',
    name: 'digits lost',
    ...KEYED('phone'),
    each: 1,
    breakIt: replaced('555 01 23', '555 01'),
  },
  {
    rule: 'phones',
    name: 'the number lost',
    ...KEYED('phone'),
    each: 1,
    breakIt: replaced(/ ?\+32 2 555 01 23/, ''),
  },
  {
    rule: 'handles',
    name: 'another handle',
    ...KEYED('handle'),
    each: 1,
    breakIt: replaced('@example_news', '@exemple_news'),
  },
  {
    rule: 'handles',
    name: 'the handle lost',
    ...KEYED('handle'),
    each: 1,
    breakIt: replaced(/ ?@example_news/, ''),
  },
  {
    rule: 'hashtags',
    name: 'another hashtag',
    ...KEYED('hashtag'),
    each: 1,
    breakIt: replaced('#CleanRivers', '#CleanRiver'),
  },
  {
    rule: 'hashtags',
    name: 'the hashtag lost',
    ...KEYED('hashtag'),
    each: 1,
    breakIt: replaced(/ ?#CleanRivers/, ''),
  },
  {
    rule: 'placeholder',
    name: 'a placeholder translated',
    ...KEYED('placeholder'),
    each: 1,
    breakIt: replaced('{name}', '{nom}'),
  },
  {
    rule: 'placeholder',
    name: 'a placeholder lost',
    ...KEYED('placeholder'),
    each: 1,
    breakIt: replaced(/\{number\} ?/, ''),
  },
  {
    rule: 'placeholder',
    name: 'a brace lost',
    ...KEYED('placeholder'),
    each: 1,
    breakIt: replaced('{number}', '{number'),
  },
  {
    rule: 'do-not-translate',
    name: 'a kept text written otherwise',
    ...KEYED('product'),
    each: 1,
    breakIt: replaced('OpenStreetMap', 'OpenStreatMap'),
  },
  {
    rule: 'do-not-translate',
    name: 'a kept text lost',
    ...KEYED('product'),
    each: 1,
    breakIt: replaced(/OpenStreetMap(?:-ის)? ?/, ''),
  },
  {
    rule: 'do-not-translate',
    name: 'a kept text in other letters',
    ...KEYED('product'),
    each: 1,
    breakIt: replaced('OpenStreetMap', 'OPENSTREETMAP'),
  },
];

/** The number of a link's code that the target has too. */
function linkCode({ world, id, target }: Row, random: Random): string | null {
  const unit = world.open.catalogue.units.find(({ segments }) => Object.hasOwn(segments, id));
  const links = Object.entries(unit?.segments[id]?.codes ?? {}).filter(
    ([number, { type, href }]) => type === 'link' && href !== undefined && target.includes(`<${number}>`),
  );
  return links.length === 0 ? null : random.pick(links)[0];
}
