import { describe, expect, test } from 'vitest';
import { linkAddress, relativePath } from '../../src/edition/html-url.ts';
import { renderEdition } from '../../src/edition/page-edition.ts';
import { renderParallel } from '../../src/edition/parallel.ts';
import { buildDocument, type NodeSpec } from '../support/page-build.ts';
import {
  hostileInput,
  longInput,
  pageInput,
  statementInput,
  structureInput,
} from '../support/page-fixtures.ts';
import { paragraph } from '../support/page-structure.ts';

const LANGUAGES = ['hy', 'ar', 'az', 'be', 'ka', 'ro', 'uk', 'ru', 'fr', 'de'];
const ids = (html: string): string[] => [...html.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1] ?? '');
const hrefs = (html: string): string[] =>
  [...html.matchAll(/\shref="([^"]*)"/g)].map((match) => match[1] ?? '');

const pages = {
  'the statement side by side': renderParallel(statementInput()),
  'every structure side by side': renderParallel(structureInput()),
  'the statement in Armenian': renderEdition(statementInput(), 'hy'),
  'every structure in French': renderEdition(structureInput(), 'fr'),
  'every structure in Arabic': renderEdition(structureInput(), 'ar'),
  'hostile text side by side': renderParallel(hostileInput()),
  'hostile text': renderEdition(hostileInput(), 'en'),
};

describe.each(Object.entries(pages))('%s', (_, html) => {
  test('has no id twice', () => {
    const all = ids(html);
    expect(all.length).toBeGreaterThan(2);
    expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
  });

  test('links within the page lead somewhere', () => {
    const known = new Set(['', ...ids(html)]);
    const inner = hrefs(html).filter((href) => href.startsWith('#'));
    expect(inner.filter((href) => !known.has(href.slice(1)))).toEqual([]);
  });

  test('holds no live script, frame or handler', () => {
    const tags = [...html.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) => tag.replace(/"[^"]*"/g, '""'));
    expect(
      tags.filter((tag) => /^<(script|iframe|object|embed|form)\b/i.test(tag) || /\son\w+=/i.test(tag)),
    ).toEqual([]);
    expect(hrefs(html).filter((href) => /^\s*(javascript|data|vbscript):/i.test(href))).toEqual([]);
  });

  test('never skips a level of headings', () => {
    const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map((match) => Number(match[1]));
    expect(levels.length).toBeGreaterThan(0);
    levels.reduce((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1);
      return level;
    }, 1);
  });
});

describe('a page of one language', () => {
  test('keeps the structure of the document', () => {
    const html = renderEdition(structureInput(), 'hy');
    expect(html).toContain('<html lang="hy" dir="ltr">');
    expect(html).toContain(
      '<h1 id="what-we-demand"><span id="s1head001" class="seg">Ինչ ենք մենք պահանջում</span></h1>',
    );
    expect(html).toContain('<ol start="3">');
    expect(html).toMatch(/<blockquote><p><span id="s1quot001"/);
    expect(html).toContain(
      '<th scope="col" class="align-right"><span id="s1cell001" class="seg">Սպանվածներ</span></th>',
    );
    expect(html).toContain('<h2 id="figures"><span id="s1head002" class="seg">Թվեր</span></h2>');
    expect(html).toContain('hexapla build --locale hy');
    expect(html).toMatch(/<li id="fn-1" value="1"><p><span id="s1note001"/);
    expect(html).toContain('<sup><a id="fnref-1" href="#fn-1" role="doc-noteref">1</a></sup>');
  });

  test('breaks lines between segments where the document does, and only there', () => {
    const html = renderEdition(statementInput(), 'hy');
    expect(html).toMatch(/համակարգող<\/em><\/span><br>\n<span id="s0sign002"/);
    expect(html).toMatch(/<\/span> <span id="s0cond002"/);
    const wrapped = renderEdition(statementInput({ softBreaks: 'space' }), 'hy');
    expect(wrapped).not.toContain('<br>');
  });

  test('says what is missing, stale, in another language, or a machine’s', () => {
    const html = renderEdition(structureInput(), 'ar');
    expect(html).toContain(
      '<span id="s1item002" class="seg seg-missing"><span class="mark mark-missing" lang="en" dir="ltr">Not translated yet</span></span>',
    );
    expect(html).toMatch(
      /id="s1para002" class="seg seg-fallback"><span class="foreign" lang="en" dir="ltr">Write to/,
    );
    expect(html).toContain('Not translated yet: shown in English');
    expect(html).toContain('made from an unknown original');
    expect(html).toContain('11 of 18 sentences are unreviewed machine drafts.');
    expect(renderEdition(statementInput(), 'fr')).toContain('consists of unreviewed machine drafts');
    expect(renderEdition(statementInput(), 'en')).not.toContain('machine draft');
  });

  test('is titled by its first heading, else by its first paragraph', () => {
    expect(renderEdition(structureInput(), 'fr')).toContain('<title>Ce que nous exigeons</title>');
    const statement = renderEdition(statementInput(), 'de');
    expect(statement).toContain('<title>Erklärung von Mitgliedern des Lenkungsausschusses');
    expect(statement).toContain('<h1><span id="s0title01" class="seg">Erklärung');
  });

  test('links the other editions, and only those that exist', () => {
    const input = statementInput({
      paths: { editions: { en: 'en/s.html', fr: 'fr/s.html' }, parallel: null },
    });
    const html = renderEdition(input, 'fr');
    expect(html).toContain('<link rel="canonical" href="https://example.org/statements/fr/s.html">');
    expect(html).toContain(
      '<link rel="alternate" hreflang="en" href="https://example.org/statements/en/s.html">',
    );
    expect(html).toContain('hreflang="x-default" href="https://example.org/statements/en/s.html"');
    expect(html).toContain('<a href="../en/s.html" hreflang="en" lang="en" dir="ltr">English</a>');
    expect(html).not.toContain('hreflang="de"');
    expect(renderEdition(statementInput({ site: null }), 'fr')).not.toContain('rel="canonical"');
  });

  test('shows inline HTML only where it is harmless, and never its attributes', () => {
    const html = renderEdition(structureInput(), 'fr');
    expect(html).toContain('H<sub>2</sub>O');
    expect(html).not.toContain('onclick');
  });
});

describe('the parallel page', () => {
  const html = renderParallel(statementInput());
  const rows = html.match(/<tr role="row" id="[\s\S]*?<\/tr>/g) ?? [];

  test('has a row for each segment, and a cell with its language and direction for each locale', () => {
    expect(rows.length).toBe(8);
    for (const row of rows) {
      const cells = [...row.matchAll(/<td role="cell" lang="([^"]+)" dir="(ltr|rtl)"/g)];
      expect(cells.map((cell) => cell[1])).toEqual(['en', ...LANGUAGES]);
      expect(cells.filter((cell) => cell[2] === 'rtl').map((cell) => cell[1])).toEqual(['ar']);
    }
  });

  test('needs nothing from elsewhere', () => {
    expect(html).not.toMatch(/<(?:script|img|iframe|link rel="(?!canonical|alternate))/);
    expect(html).not.toMatch(/url\(|@import|\sstyle="/);
  });

  test('marks missing text in the words of the reader and of the language', () => {
    const input = structureInput();
    const words = (locale: string, key: string): string =>
      locale === 'fr' && key === 'page.mark.missing' ? 'Pas encore traduit' : `[${key}]`;
    const uiLocale = (locale: string): string => (locale === 'fr' ? 'fr' : 'en');
    const page = renderParallel({ ...input, words, uiLocale });
    expect(page).toContain(
      '<span class="mark mark-missing">Pas encore traduit</span> <span class="mark mark-missing o" lang="en" dir="ltr">[page.mark.missing]</span>',
    );
    // There are no words in Armenian: English speaks for it, to readers of English and to nobody twice.
    expect(page).toContain(
      '<span class="mark mark-missing u"><i lang="en">[page.mark.missing]</i> <i lang="fr">Pas encore traduit</i></span>',
    );
  });

  test('cuts long documents in sections between units', () => {
    const long = renderParallel(longInput(200));
    expect(long).toContain('class="long"');
    const sections = long.split('<tbody').slice(1);
    expect(sections.length).toBeGreaterThan(4);
    for (const section of sections) expect(section.split('<tr').length - 1).toBeLessThanOrEqual(30);
  });

  test('takes time in proportion to the rows', () => {
    const time = (count: number): number => {
      const input = longInput(count);
      const start = performance.now();
      renderParallel(input);
      return performance.now() - start;
    };
    time(100);
    expect(time(1600)).toBeLessThan(40 * Math.max(time(160), 10));
  });
});

describe('images', () => {
  const picture = {
    type: 'image',
    href: 'map.png',
    parts: ['![', { unit: 'u4alt0001' }, '](map.png)'],
  } as const;
  const alone = (targets: Readonly<Record<string, string>>): NodeSpec => ({
    ...paragraph({ id: 's4para001', text: '<1/>', codes: { '1': picture }, targets: { fr: '<1/>' } }),
    inside: [
      {
        ...{ type: 'paragraph', kind: 'alt', unit: 'u4alt0001' },
        segments: [{ id: 's4alt0001', text: 'A map', targets }],
      },
    ],
  });
  const page = (targets: Readonly<Record<string, string>>): string =>
    renderEdition(pageInput(buildDocument(['en', 'fr'], [alone(targets)])), 'fr');

  test('are described in the page’s language', () => {
    expect(page({ fr: 'Une carte' })).toContain(
      '<img id="s4alt0001" src="map.png" loading="lazy" alt="Une carte">',
    );
  });

  test('say that their description is missing', () => {
    const html = page({});
    expect(html).toMatch(
      /<img [^>]*alt="An image whose description is not translated yet" lang="en" dir="ltr">/,
    );
    expect(html).toMatch(/<img [^>]*> <span class="mark mark-missing"/);
  });

  test('are only named side by side, so that nothing is fetched', () => {
    const html = renderParallel(pageInput(buildDocument(['en', 'fr'], [alone({ fr: 'Une carte' })])));
    expect(html).not.toContain('<img');
    expect(html).toMatch(
      /<span class="image"><span class="label"[^>]*>Image<\/span> <span>Une carte<\/span>/,
    );
    expect(html).toContain('<span class="kind">image text</span>');
  });
});

test('a row that stands for two segments can be found by both', () => {
  const input = statementInput();
  const [first, second, ...rest] = input.parallel.rows;
  if (!first || !second) throw new Error('the fixture has two rows');
  const rows = [{ ...first, ids: [...first.ids, ...second.ids] }, ...rest];
  const joined = { ...input, parallel: { ...input.parallel, rows } };
  for (const html of [renderParallel(joined), renderEdition(joined, 'fr')]) {
    expect(ids(html)).toEqual(expect.arrayContaining(['s0title01', 's0date001']));
  }
});

test('a pseudo-translation is called one', () => {
  const target = { text: 'Šţåţéɱéñţ', origin: 'pseudo' } as const;
  const tree = [paragraph({ id: 's5para001', text: 'Statement', targets: { 'en-XA': target } })];
  const input = pageInput(buildDocument(['en', 'en-XA'], tree));
  expect(renderEdition(input, 'en-XA')).toContain('This page is a pseudo-translation');
  expect(renderParallel(input)).toContain('pseudo-translation, not a language');
});

test('no content is upper-cased and no letters are spaced', () => {
  for (const html of Object.values(pages))
    expect(html).not.toMatch(/text-transform|letter-spacing|small-caps/);
});

test('the same input gives the same pages', () => {
  expect(renderParallel(structureInput())).toBe(renderParallel(structureInput()));
  expect(renderEdition(structureInput(), 'ar')).toBe(renderEdition(structureInput(), 'ar'));
});

test('an edit changes its own row and nothing else', () => {
  const input = statementInput();
  const [first, ...rest] = input.parallel.rows;
  const cell = first?.cells['fr'];
  if (!first || !cell) throw new Error('the fixture has a French title');
  const edited = { ...cell, content: [{ kind: 'text', text: 'Autre titre' }] } as const;
  const rows = [{ ...first, cells: { ...first.cells, fr: edited } }, ...rest];
  const before = renderParallel(input).split('\n');
  const after = renderParallel({ ...input, parallel: { ...input.parallel, rows } }).split('\n');
  expect(after.length).toBe(before.length);
  expect(after.filter((line, index) => line !== before[index]).length).toBe(1);
});

test.each([
  ['https://example.org/a b', 'https://example.org/a%20b'],
  ['mailto:a@example.org', 'mailto:a@example.org'],
  ['tel:+3212345', 'tel:+3212345'],
  ['#note', '#note'],
  ['other.html?x=a:b', 'other.html?x=a:b'],
  ['javascript:alert(1)', null],
  ['JaVaScRiPt:alert(1)', null],
  [' java\tscript:alert(1)', null],
  ['\u0001javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['vbscript:x', null],
  ['file:///etc/passwd', null],
])('the link to %j leads to %j', (href, address) => {
  expect(linkAddress(href)).toBe(address);
});

test.each([
  ['hy/statement.html', 'fr/statement.html', '../fr/statement.html'],
  ['statement.html', 'hy/statement.html', 'hy/statement.html'],
  ['hy/a/b.html', 'parallel/b.html', '../../parallel/b.html'],
  ['hy/a b.html', 'hy/ç?.html', '%C3%A7%3F.html'],
])('the way from %s to %s is %s', (from, to, way) => {
  expect(relativePath(from, to)).toBe(way);
});
