import { type Corpus, cleanCorpora } from '../clean/corpora.ts';
import { approvedCatalogue, entriesOf, escaped, openMarkdown } from '../clean/project.ts';
import { storedText } from '../udhr.ts';
import { ADDRESS_TEXTS } from './address-texts.ts';
import { figureWorld } from './figure-world.ts';
import { MARK_TEXTS } from './mark-texts.ts';
import { pageWorld } from './page-world.ts';
import { CEASEFIRE, NAME_TEXTS, NAMES } from './term-texts.ts';
import { FOOTNOTE, WEB_TEXTS } from './web-texts.ts';
import { type World, worldOf, worldOfBlocks } from './world.ts';

/** How many segments of a long text are taken. */
const LONGEST = 60;

/** The worlds that faults are put into: real translations, and sentences written for this. */
export function faultWorlds(): World[] {
  const real = cleanCorpora()
    .filter(({ name }) => name !== 'udhr-others')
    .map((corpus) => worldOf(corpus.name, shortened(corpus)));
  return [...real, ...writtenWorlds()];
}

/** The worlds of sentences that were written for this. */
export function writtenWorlds(): World[] {
  return [
    figureWorld(),
    markWorld(),
    webWorld(),
    nameWorld('names'),
    nameWorld('bare names'),
    pageWorld(),
    addressWorld(),
    twinWorld(),
    spellingWorld(),
  ];
}

/** The first part of a long text. */
function shortened(corpus: Corpus): Corpus {
  const { open, targets, settings } = corpus;
  const entries = entriesOf(open.catalogue);
  if (entries.length <= 100) return corpus;
  const few = entries.slice(0, LONGEST);
  const plain = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&amp;', '&');
  const opened = openMarkdown(few.map(([, { text }]) => `${escaped(plain(text))}\n`).join('\n'), settings);
  const renewed = Object.keys(targets).map((locale) => {
    const texts = few.map(([id]) => targets[locale]?.targets[id]?.text ?? null);
    return [locale, approvedCatalogue(opened, locale, texts)] as const;
  });
  return { ...corpus, open: opened, targets: Object.fromEntries(renewed) };
}

/** A table of texts as blocks with targets. */
function tabled(
  name: string,
  table: Readonly<Record<string, Readonly<Record<string, string>>>>,
  toBlock: (text: string) => string,
  over: Parameters<typeof worldOfBlocks>[3] = {},
): World {
  const keys = Object.keys(table);
  const locales = [...new Set(keys.flatMap((key) => Object.keys(table[key] ?? {})))];
  const targets = locales
    .filter((locale) => locale !== 'en')
    .map((locale) => [locale, keys.map((key) => table[key]?.[locale] ?? null)] as const);
  const blocks = keys.map((key) => toBlock(table[key]?.['en'] ?? ''));
  return worldOfBlocks(name, blocks, Object.fromEntries(targets), { keys, ...over });
}

function markWorld(): World {
  return tabled('marks', MARK_TEXTS, escaped);
}

/** Some of the sentences, each of them twice. */
function twinWorld(): World {
  const table = Object.fromEntries(
    ['comma', 'family', 'weather', 'brackets'].flatMap((key) => [
      [key, MARK_TEXTS[key] ?? {}],
      [`${key} again`, MARK_TEXTS[key] ?? {}],
    ]),
  );
  return tabled('twins', table, escaped);
}

/** The sentences with a dictionary of their own words. */
function spellingWorld(): World {
  const locales = ['fr', 'de', 'ru', 'uk'];
  const words = (locale: string): Set<string> => {
    const texts = Object.values(MARK_TEXTS).map((table) => table[locale] ?? '');
    return new Set(
      texts.flatMap((text) => text.toLocaleLowerCase(locale).match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []),
    );
  };
  const spelling = Object.fromEntries(
    locales.map((locale) => {
      const known = words(locale);
      const isKnown = (word: string): boolean =>
        known.has(word.toLocaleLowerCase(locale)) ||
        word
          .split(/['’-]/)
          .every(
            (part) =>
              known.has(part.toLocaleLowerCase(locale)) ||
              [...known].some((one) => one.split(/['’-]/).includes(part.toLocaleLowerCase(locale))),
          );
      return [locale, isKnown] as const;
    }),
  );
  return tabled('spelling', MARK_TEXTS, escaped, { context: { spelling } });
}

function webWorld(): World {
  return tabled('web', { ...WEB_TEXTS, footnote: FOOTNOTE }, (text) => text, {
    context: { placeholders: ['\\{[a-z]+\\}'] },
    settings: { keep: { texts: ['OpenStreetMap'], kinds: [] } },
  });
}

/** Sentences that speak to the reader. */
function addressWorld(): World {
  const { en, ...others } = ADDRESS_TEXTS;
  const targets = Object.entries(others).map(([locale, { polite }]) => [locale, polite] as const);
  return worldOfBlocks('address', (en?.polite ?? []).map(escaped), Object.fromEntries(targets), {
    keys: ['polite0', 'polite1', 'polite2'],
  });
}

/** Sentences about a person and a place, with lists of names and terms or without. */
function nameWorld(name: 'names' | 'bare names'): World {
  const { en = [], ...others } = NAME_TEXTS;
  const forms = (of: 'person' | 'place'): Record<string, string[]> => ({
    en: [of === 'person' ? 'Marchenko' : 'Gyumri'],
    ...Object.fromEntries(Object.entries(NAMES).map(([locale, one]) => [locale, [one[of], `${one[of]}*`]])),
  });
  const pick = <T>(of: (one: (typeof CEASEFIRE)[string]) => T): Record<string, T> =>
    Object.fromEntries(Object.entries(CEASEFIRE).map(([locale, one]) => [locale, of(one)]));
  const glossary = {
    ceasefire: {
      definition: 'an agreement to stop fighting',
      forms: { en: ['ceasefire'], ...pick((one) => one.forms) },
      forbidden: pick((one) => one.forbidden),
    },
  };
  const names = {
    marchenko: { kind: 'person', forms: forms('person') },
    gyumri: { kind: 'place', forms: forms('place') },
  } as const;
  const stored = Object.fromEntries(
    Object.entries(others).map(([locale, texts]) => [locale, texts.map(storedText)]),
  );
  return worldOfBlocks(name, en.map(escaped), stored, {
    keys: en.map((_, at) => `name${at}`),
    ...(name === 'names' && { context: { glossary, names } }),
  });
}
