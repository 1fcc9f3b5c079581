import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { renderEdition } from '../../src/edition/page-edition.ts';
import { checkLinks } from '../../src/edition/site-check.ts';
import { siteDocument } from '../../src/edition/site-document.ts';
import { creditOf } from '../../src/edition/site-head.ts';
import { FOLD } from '../../src/edition/site-search-script.ts';
import { languageVersions } from '../../src/edition/site-sitemap.ts';
import { hostileInput } from '../support/page-fixtures.ts';
import { builtSite, file, siteFixture, textOf } from '../support/site.ts';

const input = siteFixture();
const files = builtSite(input, { uiLocale: (locale) => (locale === 'ar' ? 'ar' : 'en') });
const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, one = '']) => one);

describe('the index', () => {
  const index = textOf(files, 'index.html');
  it('lists every language by its own name with its state, and links to what goes out alone', () => {
    for (const name of ['English', 'հայերեն', 'العربية', 'français']) expect(index).toContain(`>${name}<`);
    expect(all(index, /class="name" href="([^"]*)"/g)).toEqual([
      'en/statement.html',
      'fr/statement.html',
      'hy/statement.html',
    ]);
    expect(index).toContain('not published yet');
    expect(index).toContain('<a href="parallel/statement.html">');
    expect(index).toContain('<a href="hy/statement.pdf" aria-label="PDF, հայերեն">PDF</a>');
  });
  it('is there in each language that there are words in, each leading to the others', () => {
    const arabic = textOf(files, 'index.ar.html');
    expect(arabic).toContain('<html lang="ar" dir="rtl">');
    expect(all(index, /rel="alternate" hreflang="([^"]*)"/g)).toEqual(['en', 'ar', 'x-default']);
    expect(all(arabic, /rel="alternate" hreflang="([^"]*)"/g)).toEqual(['en', 'ar', 'x-default']);
  });
  it('is the same for the same input', () => {
    expect(builtSite(siteFixture(), { uiLocale: (locale) => (locale === 'ar' ? 'ar' : 'en') })).toEqual(
      files,
    );
  });
  it.each(['index.html', 'index.ar.html', 'search.html'])('%s is valid HTML', async (path) => {
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        'void-style': 'off',
        'no-trailing-whitespace': 'off',
        'long-title': 'off',
        'require-sri': 'off',
        'doctype-style': 'off',
      },
    });
    const report = await validator.validateString(textOf(files, path));
    expect(
      report.results.flatMap(({ messages }) =>
        messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
      ),
    ).toEqual([]);
  });
});

describe('addresses', () => {
  const base = 'https://example.org/statements/';
  it('V37 the site map’s hreflang sets are complete and reciprocal, with x-default, for published editions only', () => {
    const urls = textOf(files, 'sitemap.xml').split('<url>').slice(1);
    const sets = new Map(
      urls.map((url) => [
        /<loc>([^<]*)/.exec(url)?.[1] ?? '',
        [...url.matchAll(/hreflang="([^"]*)" href="([^"]*)"/g)].map(([, lang, href]) => `${lang} ${href}`),
      ]),
    );
    expect(sets.get(`${base}hy/statement.html`)).toEqual([
      `en ${base}en/statement.html`,
      `hy ${base}hy/statement.html`,
      `fr ${base}fr/statement.html`,
      `x-default ${base}parallel/statement.html`,
    ]);
    for (const [page, set] of sets) {
      for (const other of set.map((one) => one.split(' ')[1] ?? '')) expect(sets.get(other)).toEqual(set);
      expect(set.some((one) => one.endsWith(` ${page}`))).toBe(true);
    }
  });
  it('and those in the pages are the same', () => {
    const set = languageVersions(siteDocument(input)).map(([hreflang, path]) => `${hreflang} ${base}${path}`);
    for (const locale of ['en', 'hy', 'fr']) {
      const page = textOf(files, `${locale}/statement.html`);
      const found = [...page.matchAll(/rel="alternate" hreflang="([^"]*)" href="([^"]*)"/g)];
      expect(found.map(([, hreflang, href]) => `${hreflang} ${href}`)).toEqual(set);
      expect(page).toContain(`<link rel="canonical" href="${base}${locale}/statement.html">`);
    }
  });
  it('dates come from records alone', () => {
    expect(all(textOf(files, 'sitemap.xml'), /<lastmod>([^<]*)/g)).toEqual(['2026-03-01']);
  });
  it('without a site’s address there is no site map', () => {
    expect(builtSite(siteFixture({ site: null })).map(({ path }) => path)).not.toContain('sitemap.xml');
  });
});

describe('the feed', () => {
  const feed = textOf(files, 'feed.atom');
  it('tells of publications, the newest first, by their records’ dates', () => {
    expect(all(feed, /<updated>([^<]*)/g)).toEqual([
      '2026-03-01T00:00:00Z',
      '2026-03-01T00:00:00Z',
      '2025-12-24T00:00:00Z',
    ]);
    expect(feed).toContain('<author><name>Ա. Ա. &amp; Co</name></author>');
    expect(feed).toContain('First &lt;edition&gt;');
    const names = all(
      feed,
      /<id>(urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})</g,
    );
    expect(new Set(names).size).toBe(2);
    expect(textOf(files, 'hy/statement.html')).toContain('type="application/atom+xml"');
  });
  it('is not there where nothing has been published', () => {
    const { facts: _, ...plain } = siteFixture();
    const built = builtSite(plain);
    expect(built.map(({ path }) => path)).not.toContain('feed.atom');
    expect(textOf(built, 'index.html')).not.toContain('feed.atom');
  });
});

describe('what a page says of itself', () => {
  const data = (path: string) =>
    JSON.parse(
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(textOf(files, path))?.[1] ?? '{}',
    );
  it('a translation names its original, and the original its translations', () => {
    expect(data('fr/statement.html')).toMatchObject({
      '@type': 'CreativeWork',
      inLanguage: 'fr',
      translationOfWork: { inLanguage: 'en', '@id': 'https://example.org/statements/en/statement.html' },
    });
    const source = data('en/statement.html');
    expect(source.workTranslation.map((one: { inLanguage: string }) => one.inLanguage)).toEqual(['hy', 'fr']);
    expect(source.creditText).toBeUndefined();
    expect(data('hy/statement.html')).toMatchObject({
      datePublished: '2025-12-24',
      dateModified: '2026-03-01',
    });
    expect(data('parallel/statement.html').inLanguage).toEqual(['en', 'hy', 'fr']);
  });
  it('a machine’s draft is called one', () => {
    const { facts: _, ...plain } = siteFixture();
    expect(creditOf(plain, 'hy')).toContain('unreviewed machine drafts');
    expect(creditOf(plain, 'en')).toBe('');
  });
  it('its card names no image', () => {
    const page = textOf(files, 'hy/statement.html');
    expect(page).toContain('<meta property="og:locale" content="hy_AM">');
    expect(page).toContain('<meta name="twitter:card" content="summary">');
    expect(page).not.toMatch(/og:image|twitter:image/);
  });
  it('hostile text stays text in cards, data, index and texts for the search', () => {
    const plain = hostileInput();
    const evil = siteFixture({
      parallel: plain.parallel,
      parsed: plain.parsed,
      units: plain.units,
      paths: { editions: { en: 'en/statement.html' }, parallel: 'parallel/statement.html' },
    });
    for (const { path, bytes } of builtSite(evil)) {
      const text = new TextDecoder().decode(bytes);
      if (path.endsWith('.html'))
        expect(text.replace(/<script[^>]*>[\s\S]*?<\/script>/g, '')).not.toMatch(/<script|<img src=x/);
      if (path.endsWith('.search.js')) expect(() => runInNewContext(text, { self: {} })).not.toThrow();
    }
  });
});

describe('the links of everything built', () => {
  it('hold', () => {
    expect(checkLinks(files, input.site)).toEqual([]);
  });
  it('that do not are told: files, anchors, ids, ways out', () => {
    const page =
      '<a href="b.html#no"></a><a href="c.html"></a><a href="../../x"></a><p id="a"><p id="a"><a href="#é"></a>' +
      '<p id="é"><a href="https://x/"><a href="mailto:a@b"><label for="none"></label><link href="https://s.org/p/gone.html"><script>"<a href=\'nowhere\'>"</script>';
    const built = [file('en/a.html', page), file('en/b.html', '<p id="yes">')];
    expect(
      checkLinks(built, 'https://s.org/p').map(({ path, href, reason }) => `${path} ${href} ${reason}`),
    ).toEqual([
      'en/a.html a id-twice',
      'en/a.html b.html#no missing-anchor',
      'en/a.html c.html missing-file',
      'en/a.html ../../x outside',
      'en/a.html #none missing-anchor',
      'en/a.html https://s.org/p/gone.html missing-file',
    ]);
  });
  it('a link to an edition that is held back is found', () => {
    const broken = builtSite(input).filter(({ path }) => path !== 'fr/statement.html');
    expect(checkLinks(broken, input.site).filter(({ href }) => href.includes('fr/')).length).toBeGreaterThan(
      3,
    );
    expect(renderEdition(input, 'hy')).not.toContain('ar/statement.html');
  });
});

describe('how the search compares', () => {
  const fold = runInNewContext(`${FOLD};fold`) as (text: string, places?: number[]) => string;
  it.each([
    ['accents', 'Déjà vu', 'deja vu'],
    ['case', 'ԵՐԵՎԱՆ', 'երեվան'],
    ['the Armenian ligature', 'Երևան', 'երեվան'],
    ['Georgian capitals', 'ᲗᲑᲘᲚᲘᲡᲘ', 'თბილისი'],
    ['Arabic digits', '٢٠٢٣', '2023'],
    ['Persian digits', '۱۲۰', '120'],
    ['Devanagari digits', '१२०', '120'],
    ['wide digits', '１２０', '120'],
    ['mathematical digits', '𝟙𝟚', '12'],
    ['Arabic vowel signs', 'السَّلَام', 'السلام'],
    ['Hebrew points', 'שָׁלוֹם', 'שלום'],
    [
      'soft hyphens and hyphens',
      'co\u00ADoperation co-operation co‐operation',
      'cooperation cooperation cooperation',
    ],
    ['Turkish letters', 'İstanbul ılık', 'istanbul ilik'],
    ['й is another letter than и', 'йод ё', 'йод е'],
    ['voiced kana are other letters', 'がか', 'がか'],
    ['Devanagari vowel signs stay', 'मानव', 'मानव'],
  ])('%s', (_, text, folded) => expect(fold(text)).toBe(fold(folded)));
  it('й and и, が and か, ां and ा are told apart', () => {
    for (const [a = '', b = ''] of [
      ['й', 'и'],
      ['が', 'か'],
      ['मां', 'मा'],
    ])
      expect(fold(a)).not.toBe(fold(b));
  });
  it('knows where each unit came from, and folds what is folded no further (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const places: number[] = [];
        const folded = fold(text, places);
        expect(places.length).toBe(folded.length + 1);
        expect([...places]).toEqual([...places].sort((a, b) => a - b));
        expect(fold(fold(folded))).toBe(fold(folded));
      }),
    );
  });
});
