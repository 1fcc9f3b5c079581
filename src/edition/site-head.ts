import { normalizeText, plainText } from '../model/content.ts';
import type { HeadExtra, PageInput } from './page.ts';
import { countCells } from './page-state.ts';
import { findTitle, titleText } from './page-title.ts';
import { absoluteAddress, addressFrom } from './site-address.ts';

/** Where the page of a locale (null: the parallel page) says what it is to those who link to it. */
type HeadOf = (locale: string | null) => readonly HeadExtra[];

/** A description longer than this (UTF-16 units) is cut by those who show it, in the middle of a word. */
const LONGEST = 200;

/**
 * For the heads of a document's pages: a card for those who share the address (no image is named, so none is fetched),
 * data about the work and its translations, and the feed of changes where there is one.
 */
export function siteHead(input: PageInput, feed: string | null = null): HeadOf {
  return (locale) => [
    ...socialCard(input, locale),
    ...(feed === null ? [] : [feedLink(input, locale, feed)]),
    { json: JSON.stringify(workData(input, locale)) },
  ];
}

function pathOf({ paths }: PageInput, locale: string | null): string | null {
  return locale === null ? paths.parallel : (paths.editions[locale] ?? null);
}

function socialCard(input: PageInput, locale: string | null): HeadExtra[] {
  const { parallel, site } = input;
  const own = locale ?? parallel.sourceLocale;
  const path = pathOf(input, locale);
  const title = titleText(input, findTitle(input), own).text;
  const summary = summaryOf(input, own);
  const open = (property: string, content: string): HeadExtra => ({
    tag: 'meta',
    attributes: { property, content },
  });
  const others = Object.keys(input.paths.editions).filter((other) => other !== own);
  return [
    open('og:type', 'article'),
    open('og:title', title),
    ...(summary === '' ? [] : [open('og:description', summary)]),
    ...(site === null || path === null ? [] : [open('og:url', absoluteAddress(site, path))]),
    open('og:locale', territory(own)),
    ...others.map((other) => open('og:locale:alternate', territory(other))),
    { tag: 'meta', attributes: { name: 'twitter:card', content: 'summary' } },
  ];
}

/** Language and territory as the protocol has them (https://ogp.me/#optional): the likely one where none is said. */
function territory(locale: string): string {
  const { language, region } = new Intl.Locale(locale).maximize();
  return region === undefined ? language : `${language}_${region}`;
}

/** The description in front matter, else the beginning of the text, in the language of the page alone. */
function summaryOf({ parallel, parsed }: PageInput, locale: string): string {
  const said = parallel.rows.filter(({ kind, block, cells }) => {
    if (cells[locale]?.textLocale !== locale || cells[locale]?.status === 'missing') return false;
    return kind === 'paragraph' || (kind === 'frontMatter' && parsed.blocks[block]?.key === 'description');
  });
  const described = said.filter(({ kind }) => kind === 'frontMatter');
  let out = '';
  for (const { cells } of described.length > 0 ? described : said) {
    out = normalizeText(`${out} ${plainText(cells[locale]?.content ?? [])}`);
    if (out.length >= LONGEST) break;
  }
  return shortened(out);
}

function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const space = text.lastIndexOf(' ', LONGEST - 1);
  const end = space > LONGEST / 2 ? space : LONGEST - 1;
  // A pair of surrogates is not parted.
  return `${text.slice(0, end).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function feedLink(input: PageInput, locale: string | null, feed: string): HeadExtra {
  const href = addressFrom(input.site, pathOf(input, locale) ?? '', feed);
  return { tag: 'link', attributes: { rel: 'alternate', type: 'application/atom+xml', href } };
}

type Data = { [key: string]: string | Data | readonly (string | Data)[] };

/** The work in the words of https://schema.org/CreativeWork: which one translates which, and what a machine has made. */
function workData(input: PageInput, locale: string | null): Data {
  const { parallel, paths, version } = input;
  const { sourceLocale } = parallel;
  const from = pathOf(input, locale) ?? '';
  const published = parallel.locales.filter((other) => paths.editions[other] !== undefined);
  const work = (other: string): Data => workOf(input, other, from);
  const head: Data = { '@context': 'https://schema.org', '@type': 'CreativeWork' };
  if (locale === null) {
    const name = titleText(input, findTitle(input), sourceLocale).text;
    const own = addressFrom(input.site, from, from);
    return {
      ...head,
      '@id': own,
      url: own,
      name,
      version,
      inLanguage: published,
      hasPart: published.map(work),
    };
  }
  const translations = published.filter((other) => other !== sourceLocale);
  const related: Data =
    locale === sourceLocale
      ? translations.length > 0
        ? { workTranslation: translations.map(work) }
        : {}
      : { translationOfWork: work(sourceLocale) };
  const credit = creditOf(input, locale);
  return {
    ...head,
    ...workOf(input, locale, from),
    version,
    ...datesOf(input, locale),
    ...(credit === '' ? {} : { creditText: credit }),
    ...related,
  };
}

function workOf(input: PageInput, locale: string, from: string): Data {
  const title = titleText(input, findTitle(input), locale);
  const path = input.paths.editions[locale];
  const address = path === undefined ? null : addressFrom(input.site, from, path);
  return {
    '@type': 'CreativeWork',
    ...(address === null ? {} : { '@id': address, url: address }),
    name: title.text,
    inLanguage: locale,
  };
}

function datesOf({ facts }: PageInput, locale: string): Data {
  const release = facts?.[locale]?.release;
  if (!release) return {};
  const first = facts?.[locale]?.earlier[0] ?? release;
  return { datePublished: first.date, dateModified: release.date };
}

/** Where the text comes from, in its own readers' words: a machine's work is never passed off as a person's. */
export function creditOf(input: PageInput, locale: string): string {
  const { words, names, uiLocale, parallel, facts } = input;
  if (locale === parallel.sourceLocale) return '';
  const reader = uiLocale(locale);
  const lines = [words(locale, 'page.from', { language: names(parallel.sourceLocale, reader) })];
  const counts = facts?.[locale]?.counts;
  const { machine, pseudo, total: segments } = countCells(parallel, locale);
  const drafts = machine + pseudo;
  if (drafts > 0 && drafts === segments) lines.push(words(locale, 'page.notice.machine.all'));
  else if (drafts > 0)
    lines.push(words(locale, 'page.notice.machine.some', { count: drafts, total: segments }));
  else if (counts && counts.machineShare > 0)
    lines.push(words(locale, 'page.notice.machine.share', { share: counts.machineShare }));
  return lines.join(' ');
}
