import { type Corpus, cleanCorpora } from '../clean/corpora.ts';
import { approvedCatalogue, entriesOf, escaped, openMarkdown } from '../clean/project.ts';
import { storedText } from '../udhr.ts';
import { figureWorld } from './figure-world.ts';
import { MARK_TEXTS } from './mark-texts.ts';
import { CEASEFIRE, NAME_TEXTS, NAMES } from './term-texts.ts';
import { FOOTNOTE, WEB_TEXTS } from './web-texts.ts';
import { type World, worldOf, worldOfBlocks } from './world.ts';

/** How many segments of a long text are taken. */
const LONGEST = 60;

/** The worlds that faults are put into: real translations, and sentences written for this. */
export function faultWorlds(): World[] {
  const real = cleanCorpora().map((corpus) => worldOf(corpus.name, shortened(corpus)));
  return [...real, figureWorld(), markWorld(), webWorld(), nameWorld()];
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

function webWorld(): World {
  return tabled('web', { ...WEB_TEXTS, footnote: FOOTNOTE }, (text) => text, {
    context: { placeholders: ['\\{[a-z]+\\}'] },
    settings: { keep: { texts: ['OpenStreetMap'], kinds: [] } },
  });
}

function nameWorld(): World {
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
  return worldOfBlocks('names', en.map(escaped), stored, {
    keys: en.map((_, at) => `name${at}`),
    context: { glossary, names },
  });
}
