import { existsSync, readFileSync } from 'node:fs';
import { parseSource, parseTarget } from '../../../src/catalogue/parse.ts';
import type { TargetCatalogue } from '../../../src/model/catalogue.ts';
import { openDocument, type Settings } from '../../../src/pipeline.ts';
import type { CheckContext } from '../../../src/pipeline-check.ts';
import { settings as defaults } from '../settings.ts';
import { storedText, UDHR, UDHR_MORE, UDHR_OTHERS, udhrArticles, udhrMarkdown, udhrPieces } from '../udhr.ts';
import { covenant } from './covenant.ts';
import { approved, approvedCatalogue, entriesOf, escaped, openMarkdown, type Project } from './project.ts';

/** A text with translations by professionals or, where `tier` says so, by others. */
export interface Corpus extends Project {
  readonly name: string;
  /** `open`: rules may be looked at with it; `held-out`: nobody tunes to it; `own`: the statement, which is ours; `written`: sentences made for tests. */
  readonly tier: 'open' | 'held-out' | 'own' | 'written';
  /** What the checks need besides. */
  readonly context?: CheckContext;
}

const SHARED = new URL('../../../../shared/alignment/', import.meta.url);
const BLOCKS: Settings = { ...defaults, segmentation: 'block' };

/** The sixteen languages of the declaration that are looked at. */
export const UDHR_LOCALES: readonly string[] = [
  ...['hy', 'az', 'be', 'ka', 'ro', 'uk', 'ru', 'fr', 'de'],
  ...['el', 'tr', 'ar', 'fa', 'he', 'zh-Hans', 'ja'],
];

/** The declaration in sixteen languages beside English, piece by piece. */
export function udhrCorpus(): Corpus {
  const open = openMarkdown(udhrMarkdown('en'), BLOCKS);
  const known = { ...UDHR, ...UDHR_MORE };
  const targets = Object.fromEntries(
    UDHR_LOCALES.filter((locale) => Object.hasOwn(known, locale)).map((locale) => {
      const pieces = udhrPieces(locale);
      // A piece that holds the next one too says more than its source: neither is compared.
      const texts = pieces.map(({ text, joined }, at) =>
        text === null || joined || pieces[at - 1]?.joined ? null : storedText(text),
      );
      return [locale, approvedCatalogue(open, locale, texts)];
    }),
  );
  return { name: 'udhr', tier: 'open', open, targets, settings: BLOCKS };
}

/** The declaration's articles in further languages: an article whose pieces are not the English ones is left out. */
function udhrOthersCorpus(): Corpus {
  const open = openMarkdown(udhrMarkdown('en'), BLOCKS);
  const before = udhrPieces('en').length - udhrArticles('en').flat().length;
  const targets = Object.fromEntries(
    Object.keys(UDHR_OTHERS).map((locale) => {
      const own = udhrArticles(locale);
      const texts = udhrArticles('en').flatMap((article, at) => {
        const other = own[at] ?? [];
        const alike = other.map(({ kind }) => kind).join() === article.map(({ kind }) => kind).join();
        return article.map((_, place) => {
          const text = alike ? other[place]?.text : null;
          return text ? storedText(text) : null;
        });
      });
      return [locale, approvedCatalogue(open, locale, [...Array(before).fill(null), ...texts])];
    }),
  );
  return { name: 'udhr-others', tier: 'held-out', open, targets, settings: BLOCKS };
}

/** Pairs of texts as one document of paragraphs; null for a text that Markdown would not give back. */
function paragraphs(name: string, locale: string, pairs: readonly (readonly [string, string])[]): Corpus {
  const clean = pairs.map(([source, target]) => [folded(source), folded(target)] as const);
  const open = openMarkdown(clean.map(([source]) => `${escaped(source)}\n`).join('\n'), BLOCKS);
  const texts = entriesOf(open.catalogue).map(([, { text }], at) => {
    const [source = '', target = ''] = clean[at] ?? [];
    if (text !== storedText(source)) throw new Error(`${name}: ${text} is not ${source}`);
    return storedText(target);
  });
  const targets = { [locale]: approvedCatalogue(open, locale, texts) };
  return { name, tier: 'held-out', open, targets, settings: BLOCKS };
}

function folded(text: string): string {
  return text.replace(/[^\S\u00a0\u202f]+/g, ' ').trim();
}

/** Sentences of the news and of Wikipedia that translators translated one by one; null where the set is absent. */
function pudCorpus(locale: 'ar' | 'zh-Hant'): Corpus | null {
  const file = new URL(`pud-parallel/en-${locale.slice(0, 2)}.tsv`, SHARED);
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const pairs = lines.map((line) => {
    const [, source = '', target = ''] = line.split('\t');
    return [source, target] as const;
  });
  return paragraphs(`pud-${locale}`, locale, pairs);
}

/** Sentences of an English–Icelandic corpus that people aligned one to one; null where the set is absent. */
function pariceCorpus(): Corpus | null {
  const folder = new URL('parice-en-is/', SHARED);
  if (!existsSync(folder)) return null;
  const read = (name: string): string[] =>
    readFileSync(new URL(name, folder), 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  const pairs = ['es_1', 'n_1', 'n_2', 'n_3', 's_1', 's_2', 's_3', 't_1', 't_2', 'u_1'].flatMap((name) => {
    const [source, target] = [read(`${name}.eng`), read(`${name}.isl`)].map((lines) =>
      lines.map((line) => line.slice(line.indexOf('\t') + 1)),
    );
    return read(`${name}.gold`).flatMap((bead): [string, string][] => {
      const [, a = '', b = ''] = /^\[(\d+)\]:\[(\d+)\]/.exec(bead) ?? [];
      const texts: [string, string] = [source?.[Number(a)] ?? '', target?.[Number(b)] ?? ''];
      return a === '' || texts.includes('') ? [] : [texts];
    });
  });
  return paragraphs('parice', 'is', pairs);
}

/** This repository's statement with its nine translations, as if a person had approved each. */
export function statementCorpus(): Corpus {
  const at = (path: string): string =>
    readFileSync(new URL(`../../../locales/${path}`, import.meta.url), 'utf8');
  const catalogue = parseSource(at('en/statement.json'), 'statement.json');
  const bytes = new TextEncoder().encode(at('en/statement.md'));
  const open = openDocument({ document: catalogue.document, bytes, catalogue, settings: defaults });
  const entries = new Map(entriesOf(catalogue));
  const targets = Object.fromEntries(
    ['hy', 'az', 'be', 'ka', 'ro', 'uk', 'ru', 'fr', 'de'].map((locale): [string, TargetCatalogue] => {
      const target = parseTarget(at(`${locale}/statement.json`), 'statement.json');
      const renewed = Object.entries(target.targets).map(([id, stored]) => {
        const entry = entries.get(id);
        if (!entry) throw new Error(`${id} is not in the source`);
        const { covers } = stored;
        return [id, { ...approved(entry, stored.text), ...(covers && { covers }) }];
      });
      return [locale, { ...target, targets: Object.fromEntries(renewed) }];
    }),
  );
  return { name: 'statement', tier: 'own', open, targets, settings: defaults };
}

/** All texts that are here; sets that are absent are named on the error stream. */
export function cleanCorpora(): Corpus[] {
  const absent = (name: string): [] => {
    console.error(`absent: ../shared/alignment/${name}`);
    return [];
  };
  const folder = new URL('contributor-covenant/', SHARED);
  const covenants = existsSync(folder) ? covenant(folder) : absent('contributor-covenant');
  return [
    udhrCorpus(),
    udhrOthersCorpus(),
    pudCorpus('ar') ?? absent('pud-parallel'),
    pudCorpus('zh-Hant') ?? [],
    pariceCorpus() ?? absent('parice-en-is'),
    covenants,
    statementCorpus(),
  ].flat();
}
