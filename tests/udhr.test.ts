import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMarkdown } from '../src/blocks/markdown.ts';
import { hashWording } from '../src/catalogue/hash.ts';
import { standings } from '../src/catalogue/progress.ts';
import { zipBook } from '../src/cli/book.ts';
import { pageWords } from '../src/cli/words.ts';
import { rowsJson } from '../src/edition/data-rows.ts';
import { epubEdition } from '../src/edition/epub.ts';
import { epubParallel } from '../src/edition/epub-parallel.ts';
import { loadHyphenation } from '../src/edition/hyphenate.ts';
import type { PageInput } from '../src/edition/page.ts';
import { searchPath, searchScript } from '../src/edition/search-index.ts';
import { siteFiles } from '../src/edition/site.ts';
import { checkLinks } from '../src/edition/site-check.ts';
import { siteDocument } from '../src/edition/site-document.ts';
import {
  createHexapla,
  joinTargets,
  reviewTargets,
  type SourceCatalogue,
  setTarget,
  type TargetCatalogue,
} from '../src/index.ts';
import type { OutlineNode } from '../src/model/block.ts';
import { listSegments, openDocument, statusOf } from '../src/pipeline.ts';
import { pageInput, rowsFor } from '../src/pipeline-edition.ts';
import { axeViolations, chromiumPath, launchBrowser } from './support/browser.ts';
import { textsByLanguage } from './support/language-walk.ts';
import { settings as defaults } from './support/settings.ts';
import { storedText, UDHR, udhrDirection, udhrMarkdown, udhrPieces } from './support/udhr.ts';

const LOCALES = Object.keys(UDHR);
const TARGETS = LOCALES.filter((locale) => locale !== 'en');
const settings = { ...defaults, segmentation: 'block', policy: 'fallback', minState: 'reviewed' } as const;
const DOCUMENT = { path: 'locales/en/udhr.md', text: udhrMarkdown('en') };
const hexapla = createHexapla(settings);
const { catalogue: source } = hexapla.extract(DOCUMENT);
const segments = listSegments(source);

/** A language's catalogue: its declaration set segment by segment beside the English one, and reviewed. */
function translated(locale: string, from: SourceCatalogue): TargetCatalogue {
  const pieces = udhrPieces(locale);
  expect(pieces.length).toBe(segments.length);
  let target: TargetCatalogue = { document: DOCUMENT.path, locale, targets: {}, suggestions: {} };
  for (const [at, { text, joined }] of pieces.entries()) {
    const id = segments[at]?.id ?? '';
    const next = segments[at + 1]?.id ?? '';
    if (text === null) continue;
    const written = { text: storedText(text), origin: 'human', by: 'United Nations' } as const;
    target = joined
      ? joinTargets(from, target, { ids: [id, next], ...written })
      : setTarget(from, target, id, written);
  }
  return reviewTargets(from, target, { ids: 'all', state: 'final', confirm: false, by: 'OHCHR' }).target;
}

const targets = Object.fromEntries(TARGETS.map((locale) => [locale, translated(locale, source)]));
const build = hexapla.build(DOCUMENT, source, targets);
const files = [...build.editions.flatMap((edition) => edition.files), build.parallel, build.interleaved];
const textOf = (path: string): string =>
  new TextDecoder().decode(files.find((file) => file.path === path)?.bytes);

/** Letters that a language’s text may be written in, where they are not Latin’s. */
const LETTERS: Readonly<Record<string, RegExp>> = {
  ar: /^[\p{Script=Arabic}\p{Script=Common}\p{Script=Inherited}]*$/u,
  he: /^[\p{Script=Hebrew}\p{Script=Common}\p{Script=Inherited}]*$/u,
  hi: /^[\p{Script=Devanagari}\p{Script=Common}\p{Script=Inherited}]*$/u,
  hy: /^[\p{Script=Armenian}\p{Script=Common}\p{Script=Inherited}]*$/u,
  ja: /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Common}\p{Script=Inherited}]*$/u,
  ka: /^[\p{Script=Georgian}\p{Script=Common}\p{Script=Inherited}]*$/u,
  ru: /^[\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]*$/u,
  'zh-Hans': /^[\p{Script=Han}\p{Script=Common}\p{Script=Inherited}]*$/u,
};
const shapeOf = (nodes: readonly OutlineNode[]): unknown =>
  nodes.map(({ type, level, ordered, first, children }) => [type, level, ordered, first, shapeOf(children)]);
const outlineOf = (markdown: string): unknown =>
  shapeOf(
    readMarkdown(
      markdown.replace(/^<!-- hexapla:notice -->[\s\S]*?<!-- \/hexapla:notice -->\n\n/, ''),
      settings,
    ).outline(),
  );

describe('the Universal Declaration of Human Rights in twelve languages', () => {
  test('has thirty articles, a title, a preamble and 90 segments', () => {
    expect(segments.length).toBe(90);
    expect(segments.filter(({ kind }) => kind === 'heading').length).toBe(32);
    expect(segments.filter(({ kind }) => kind === 'item').length).toBe(32);
    expect(LOCALES.length).toBe(12);
  });

  test('the English edition is the source, byte for byte', () => {
    expect(textOf('en/udhr.md')).toBe(DOCUMENT.text);
  });

  test.each(TARGETS)('%s: everything that the language has is final, and counted', (locale) => {
    const lacking = { ar: 1, he: 1 }[locale] ?? 0;
    const progress = statusOf({ source, target: targets[locale] ?? null, minState: 'reviewed' });
    expect(progress).toMatchObject({
      segments: 90,
      missing: lacking,
      stale: 0,
      final: 90 - lacking,
      machine: 0,
    });
    expect(build.editions.find((edition) => edition.locale === locale)).toMatchObject({
      published: true,
      fallback: lacking,
    });
  });

  test.each(TARGETS)('%s: law 2, the edition has the shape of its source', (locale) => {
    expect(outlineOf(textOf(`${locale}/udhr.md`))).toEqual(outlineOf(DOCUMENT.text));
  });

  test.each(LOCALES)(
    '%s: law 7, the page says its language and direction, and mixes in no other unmarked',
    (locale) => {
      const page = textOf(`${locale}/udhr.html`);
      const dir = udhrDirection(locale);
      expect(page).toContain(`<html lang="${locale}" dir="${dir}">`);
      const article = /<article[\s\S]*<\/article>/.exec(page)?.[0] ?? '';
      const texts = textsByLanguage(`<div lang="${locale}">${article}</div>`);
      const foreign = texts.filter(({ lang }) => lang !== locale).map(({ text }) => text);
      const own = texts
        .filter(({ lang }) => lang === locale)
        .map(({ text }) => text)
        .join('');
      expect(own.length).toBeGreaterThan(2_000);
      const letters = LETTERS[locale];
      if (letters) for (const { lang, text } of texts) if (lang === locale) expect(text).toMatch(letters);
      const missing = { ar: 'Whereas it is essential to promote', he: 'Preamble' }[locale];
      expect(foreign.some((text) => text.startsWith(missing ?? '\0'))).toBe(missing !== undefined);
      if (missing === undefined) expect(foreign).toEqual([]);
      for (const { text } of udhrPieces(locale))
        if (text !== null)
          expect(own.replace(/\s+/g, ' ')).toContain(text.slice(0, 40).replaceAll('&', '&amp;'));
    },
  );

  test('the parallel edition has every segment once, and Japanese’s joined sentence in one row', () => {
    const page = textOf('parallel/udhr.html');
    const rows = [...page.matchAll(/<tr[^>]* id="(s[0-9a-z]{8})"/g)].map(([, id]) => id);
    expect(rows).toEqual(segments.map(({ id }) => id).filter((_, at) => at !== 6));
    expect(page).toContain(`id="${segments[6]?.id}"`);
    const texts = textsByLanguage(page);
    const under = new Map(
      LOCALES.map((locale) => [
        locale,
        texts
          .filter(({ lang }) => lang === locale)
          .map(({ text }) => text)
          .join(' ')
          .replace(/\s+/g, ' '),
      ]),
    );
    // Every text stands under its own language, and under no other: short ones may be alike.
    for (const locale of LOCALES) {
      for (const { text } of udhrPieces(locale)) {
        if (text === null || text.length < 16) continue;
        const start = text.slice(0, 60).replaceAll('&', '&amp;');
        expect(LOCALES.filter((other) => under.get(other)?.includes(start))).toEqual([locale]);
      }
    }
    for (const locale of LOCALES) {
      expect(page).toMatch(
        new RegExp(
          `lang="${locale}"[^>]*dir="${udhrDirection(locale)}"|dir="${udhrDirection(locale)}"[^>]*lang="${locale}"`,
        ),
      );
    }
  });

  test('building again gives the same bytes', () => {
    const again = hexapla.build(DOCUMENT, source, targets);
    const bytes = ({ editions, parallel, interleaved }: typeof build) => [
      editions.map(({ files }) => files),
      parallel,
      interleaved,
    ];
    expect(bytes(again)).toEqual(bytes(build));
  });
});

/** What the site, the books and the data of the declaration are made from: its rows as the parallel edition has them. */
function input(): PageInput {
  const open = openDocument({
    document: DOCUMENT.path,
    bytes: new TextEncoder().encode(DOCUMENT.text),
    catalogue: source,
    settings,
  });
  const edited = { open, name: 'udhr', settings, ...pageWords(LOCALES) };
  const lists = new Map(
    TARGETS.map((locale) => [locale, standings(source, targets[locale] ?? null, open.judge)]),
  );
  const editions = Object.fromEntries(LOCALES.map((locale) => [locale, `${locale}/udhr.html`]));
  const paths = { editions, parallel: 'parallel/udhr.html' };
  return pageInput(edited, { rows: rowsFor(edited, lists, null), paths, locales: TARGETS });
}

describe('its books and data', () => {
  test.each(['ar', 'ja', 'hi'])('the book in %s passes epubcheck-ts', async (locale) => {
    const { messages } = await EpubCheck.validate(zipBook(epubEdition(input(), locale)));
    expect(
      messages.filter(
        ({ severity }) => severity === 'error' || severity === 'fatal' || severity === 'warning',
      ),
    ).toEqual([]);
  });
  test('the book in twelve languages passes epubcheck-ts, each paragraph in each language', async () => {
    const book = epubParallel(input(), await loadHyphenation(LOCALES));
    const { messages } = await EpubCheck.validate(zipBook(book));
    expect(
      messages.filter(
        ({ severity }) => severity === 'error' || severity === 'fatal' || severity === 'warning',
      ),
    ).toEqual([]);
    const text = new TextDecoder().decode(book.find(({ path }) => path.endsWith('text.xhtml'))?.bytes);
    for (const locale of LOCALES)
      expect(text.match(new RegExp(`<(?:p|span) lang="${locale}"`, 'g'))?.length).toBeGreaterThanOrEqual(89);
  });
  test('the rows hold all texts, Japanese’s joined one with both ids', () => {
    const data = JSON.parse(rowsJson(input(), hashWording));
    expect(data.rows.length).toBe(89);
    const row = data.rows.find(({ ids }: { ids: string[] }) => ids.length === 2);
    expect(row.ids).toEqual([segments[5]?.id, segments[6]?.id]);
    expect(row.cells.ja.plain).toBe(udhrPieces('ja')[5]?.text);
    expect(row.cells.ar.parts.map(({ status }: { status: string }) => status)).toEqual(['missing', 'target']);
  });
});

describe.skipIf(chromiumPath() === null)('its pages in Chromium (needs Chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-udhr-'));
  const page = input();
  const words = pageWords(LOCALES);
  const search = searchPath('udhr');
  const site = siteFiles({
    ...{ ...words, site: null, sourceLocale: 'en', locales: LOCALES },
    documents: [siteDocument(page, { search })],
  });
  const all = [...files, ...site, { path: search, bytes: new TextEncoder().encode(searchScript(page)) }];
  let browser: Browser;
  beforeAll(async () => {
    for (const { path, bytes } of all) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('every link and every id holds', () => {
    expect(checkLinks(all)).toEqual([]);
  });

  test.each([
    ...['parallel', 'ar', 'ja'].flatMap((name) =>
      [360, 1280].map((width) => [`${name}/udhr.html`, width] as const),
    ),
    ['hi/udhr.html', 360],
    ['he/udhr.html', 1280],
    ['index.html', 360],
  ] as const)('%s at %i pixels: axe-core finds nothing, nothing scrolls sideways', async (path, width) => {
    const shown = await browser.newPage({ viewport: { width, height: 800 } });
    await shown.goto(pathToFileURL(join(folder, path)).href);
    expect(await axeViolations(shown)).toEqual([]);
    expect(await shown.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    await shown.close();
  });

  test('V26 a word of each script is found in its own language', async () => {
    const shown = await browser.newPage();
    await shown.goto(pathToFileURL(join(folder, 'search.html')).href);
    for (const [words, locale] of [
      ['والحقوق', 'ar'],
      ['בני חורין', 'he'],
      ['人人生而自由', 'zh-Hans'],
      ['自由であり', 'ja'],
      ['स्वतन्त्रता', 'hi'],
      ['ԱԶԱՏ', 'hy'],
      ['თავისუფალი', 'ka'],
    ] as const) {
      await shown.fill('#q', words);
      await shown.press('#q', 'Enter');
      await expect
        .poll(() => shown.locator(`.js-hits li p[lang="${locale}"]`).count(), { timeout: 10_000 })
        .toBeGreaterThan(0);
    }
    await shown.close();
  });
});
