import type { Kind } from './fault.ts';
import type { Random } from './random.ts';
import type { Row } from './world.ts';

const UNSPACED = new Set(['zh-Hans', 'zh-Hant', 'ja']);
const FRENCH = ['fr'];

/** A language's own final marks: a full stop, a question mark, an exclamation mark. */
function marksOf(locale: string): { stop: string; question: string | null; exclamation: string | null } {
  if (locale === 'hy') return { stop: '։', question: null, exclamation: null };
  if (UNSPACED.has(locale)) return { stop: '。', question: '？', exclamation: '！' };
  if (locale === 'hi') return { stop: '।', question: '?', exclamation: '!' };
  if (locale === 'el') return { stop: '.', question: ';', exclamation: '!' };
  if (locale === 'ar' || locale === 'fa') return { stop: '.', question: '؟', exclamation: '!' };
  return { stop: '.', question: '?', exclamation: '!' };
}

/** A sentence that ends with a full stop in both languages. */
function isPlainSentence({ source, target, locale, kind }: Row): boolean {
  return (
    kind !== 'heading' &&
    /\p{Ll}\.$/u.test(source) &&
    target.endsWith(marksOf(locale).stop) &&
    /\p{L}.$/u.test(target)
  );
}

/** One place of a text, at a match of a pattern, that a change applies to. */
export function changed(
  text: string,
  pattern: RegExp,
  random: Random,
  change: (found: string) => string,
): string | null {
  const places = [...text.matchAll(pattern)];
  if (places.length === 0) return null;
  const { 0: found, index } = random.pick(places);
  return text.slice(0, index) + change(found) + text.slice(index + found.length);
}

/** A space between two words. */
const GAP = /(?<=\p{L}) (?=\p{L})/gu;
/** A comma or a full stop between words, with its space. */
const AFTER = /(?<=\p{L}{2}[,;،؛՝]) (?=\p{L}{2})/gu;
const isSpaced = ({ locale }: Row): boolean => !UNSPACED.has(locale);

/** Pairs of quotation marks that a language does not use. */
const FOREIGN_QUOTES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  fr: [
    ['"', '"'],
    ['„', '“'],
  ],
  de: [
    ['"', '"'],
    ['“', '”'],
  ],
  ru: [
    ['"', '"'],
    ['“', '”'],
  ],
  uk: [['"', '"']],
  be: [['"', '"']],
  ro: [
    ['"', '"'],
    ['“', '”'],
  ],
  ka: [['"', '"']],
  hy: [['"', '"']],
  az: [['"', '"']],
  tr: [['"', '"']],
  el: [
    ['"', '"'],
    ['„', '“'],
  ],
  fa: [
    ['"', '"'],
    ['„', '“'],
  ],
  'zh-Hans': [
    ['"', '"'],
    ['«', '»'],
  ],
  ja: [
    ['"', '"'],
    ['«', '»'],
  ],
};

function requoted({ target, locale }: Row, random: Random): string | null {
  const found = /[«“„「]\s?([^«»“”„「」]+?)\s?[»”“」]/.exec(target);
  if (!found) return null;
  const [open, close] = random.pick(FOREIGN_QUOTES[locale] ?? [['"', '"']]);
  return target.replace(found[0], `${open}${found[1]}${close}`);
}

/** Faults in marks and spaces. */
export const MARK_KINDS: readonly Kind[] = [
  {
    rule: 'end-punctuation',
    name: 'the full stop dropped',
    each: 4,
    breakIt: (row) => (isPlainSentence(row) ? row.target.slice(0, -1) : null),
  },
  {
    rule: 'end-punctuation',
    name: 'a question mark for the full stop',
    each: 2,
    breakIt: (row) => {
      const { question } = marksOf(row.locale);
      return question && isPlainSentence(row) ? row.target.slice(0, -1) + question : null;
    },
  },
  {
    rule: 'end-punctuation',
    or: ['spacing-before-punct'],
    name: 'an exclamation mark for the full stop',
    each: 1,
    breakIt: (row) => {
      const { exclamation } = marksOf(row.locale);
      return exclamation && isPlainSentence(row) ? row.target.slice(0, -1) + exclamation : null;
    },
  },
  {
    rule: 'end-punctuation',
    name: 'a comma for the full stop',
    each: 1,
    breakIt: (row) => (isPlainSentence(row) ? `${row.target.slice(0, -1)},` : null),
  },
  {
    rule: 'end-punctuation',
    name: 'a full stop for the question mark',
    each: 2,
    breakIt: ({ source, target, locale }) => {
      const { question, stop } = marksOf(locale);
      // A question may end with a full stop in Japanese: its particle says what it is.
      if (locale === 'ja') return null;
      return question && source.endsWith('?') && target.endsWith(question)
        ? target.slice(0, -1).trimEnd() + stop
        : null;
    },
  },
  {
    rule: 'end-punctuation',
    name: 'the exclamation mark dropped',
    each: 1,
    breakIt: ({ source, target, locale }) => {
      const { exclamation } = marksOf(locale);
      return exclamation && source.endsWith('!') && target.endsWith(exclamation)
        ? target.slice(0, -1).trimEnd()
        : null;
    },
  },
  {
    rule: 'start-punctuation',
    name: 'the opening mark dropped',
    locales: ['es'],
    worlds: ['marks'],
    each: 12,
    breakIt: ({ target }) => (/^[¿¡]/.test(target) ? target.slice(1) : null),
  },
  {
    rule: 'start-punctuation',
    name: 'a closing mark for the opening one',
    locales: ['es'],
    worlds: ['marks'],
    each: 12,
    breakIt: ({ target }) =>
      /^[¿¡]/.test(target) ? `${target.startsWith('¿') ? '?' : '!'}${target.slice(1)}` : null,
  },
  {
    rule: 'hy-inner-marks',
    name: 'the inner mark dropped',
    locales: ['hy'],
    worlds: ['marks'],
    each: 15,
    breakIt: ({ target }) => (/[՞՜]/.test(target) ? target.replace(/[՞՜]/, '') : null),
  },
  {
    rule: 'hy-inner-marks',
    or: ['end-punctuation'],
    name: 'a foreign question mark at the end',
    locales: ['hy'],
    worlds: ['marks'],
    each: 10,
    breakIt: ({ target }) => (/[՞]/.test(target) ? `${target.replace('՞', '').slice(0, -1)}?` : null),
  },
  {
    rule: 'spacing-before-punct',
    name: 'the hard space lost',
    locales: FRENCH,
    each: 14,
    breakIt: ({ target }, random) =>
      changed(target, /[\u00a0\u202f](?=[?!:;»])|(?<=«)[\u00a0\u202f]/g, random, () => ''),
  },
  {
    rule: 'spacing-before-punct',
    name: 'a soft space for the hard one',
    locales: FRENCH,
    each: 14,
    breakIt: ({ target }, random) => changed(target, /[\u00a0\u202f](?=[?!:;»])/g, random, () => ' '),
  },
  {
    rule: 'spacing-before-punct',
    name: 'a space before the mark',
    each: 3,
    breakIt: (row, random) =>
      isSpaced(row) ? changed(row.target, /(?<=\p{L}{2})(?=[.,;։՝،؛](?:\s|$))/gu, random, () => ' ') : null,
  },
  {
    rule: 'spacing-before-punct',
    name: 'a space before the question mark',
    each: 1,
    breakIt: (row) =>
      isSpaced(row) && row.locale !== 'fr' && /\p{L}[?!؟]$/u.test(row.target)
        ? `${row.target.slice(0, -1)} ${row.target.slice(-1)}`
        : null,
  },
  {
    rule: 'spacing-after-punct',
    name: 'the space after the comma lost',
    each: 4,
    breakIt: (row, random) => (isSpaced(row) ? changed(row.target, AFTER, random, () => '') : null),
  },
  {
    rule: 'double-space',
    name: 'a space doubled',
    each: 3,
    breakIt: (row, random) => (isSpaced(row) ? changed(row.target, GAP, random, () => '  ') : null),
  },
  { rule: 'edge-whitespace', name: 'a space at the end', each: 2, breakIt: ({ target }) => `${target} ` },
  { rule: 'edge-whitespace', name: 'a space at the start', each: 1, breakIt: ({ target }) => ` ${target}` },
  {
    rule: 'newline-count',
    name: 'a line break inside',
    each: 2,
    breakIt: ({ target }, random) => changed(target, GAP, random, () => '\n'),
  },
  {
    rule: 'tab-count',
    name: 'a tab for a space',
    each: 2,
    breakIt: ({ target }, random) => changed(target, GAP, random, () => '\t'),
  },
  {
    rule: 'quotes-style',
    name: 'marks of another language',
    worlds: ['marks'],
    locales: Object.keys(FOREIGN_QUOTES),
    breakIt: requoted,
  },
  {
    rule: 'quotes-style',
    name: 'marks of another language in a real text',
    worlds: ['statement', 'pud-zh', 'covenant'],
    locales: Object.keys(FOREIGN_QUOTES),
    each: 2,
    breakIt: requoted,
  },
  {
    rule: 'unpaired',
    name: 'a bracket lost',
    each: 3,
    breakIt: ({ target }, random) =>
      /^[^()（）]*[(（][^()（）]*[)）][^()（）]*$/.test(target)
        ? changed(target, /[()（）]/g, random, () => '')
        : null,
  },
  {
    rule: 'unpaired',
    name: 'a quotation mark lost',
    worlds: ['marks', 'statement'],
    each: 2,
    breakIt: ({ target }, random) =>
      /^[^«»“”„「」]*[«“„「][^«»“”„「」]*[»”“」][^«»“”„「」]*$/.test(target)
        ? changed(target, /[«»“”„「」]/g, random, () => '')
        : null,
  },
  {
    rule: 'ellipsis-style',
    name: 'three full stops',
    each: 2,
    breakIt: ({ target, source, locale }) =>
      locale !== 'hy' && locale !== 'az' && target.includes('…') && source.includes('…')
        ? target.replace(/…+/, '...')
        : null,
  },
  {
    rule: 'dash-style',
    name: 'a hyphen for a dash',
    each: 3,
    breakIt: ({ target, source }, random) =>
      / [–—] /.test(source) ? changed(target, /(?<=[ \u00a0])[–—](?= )/g, random, () => '-') : null,
  },
  {
    rule: 'dash-style',
    name: 'two hyphens for a dash',
    each: 1,
    breakIt: ({ target, source }, random) =>
      / [–—] /.test(source) ? changed(target, /(?<=[ \u00a0])[–—](?= )/g, random, () => '--') : null,
  },
];
