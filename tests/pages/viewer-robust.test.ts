import { describe, expect, test } from 'vitest';
import type { PageInput } from '../../src/edition/page.ts';
import { renderEdition } from '../../src/edition/page-edition.ts';
import { renderInterleaved, renderParallel } from '../../src/edition/parallel.ts';
import { axeViolations, chromiumPath } from '../support/browser.ts';
import { buildDocument } from '../support/page-build.ts';
import { hostileInput, longInput, pageInput, statementInput } from '../support/page-fixtures.ts';
import { pageSession } from '../support/page-session.ts';
import { changedInput, joinedInput } from '../support/page-states.ts';
import { paragraph } from '../support/page-structure.ts';
import { NAMED_WORDS } from '../support/page-words.ts';
import { invalidities } from '../support/validate.ts';

const full = process.env['HEXAPLA_FULL'] === '1';
const arabic: Partial<PageInput> = { uiLocale: () => 'ar', reader: 'ar' };

const PAGES: Readonly<Record<string, string>> = {
  table: renderParallel(changedInput()),
  flow: renderInterleaved(changedInput()),
  'table-rtl': renderParallel(changedInput(arabic)),
  'flow-rtl': renderInterleaved(changedInput(arabic)),
  joined: renderParallel(joinedInput()),
  chapters: renderParallel({ ...longInput(60), ...NAMED_WORDS }),
  'edition-fr': renderEdition(changedInput(), 'fr'),
  'edition-ar': renderEdition(changedInput(), 'ar'),
  statement: renderParallel(statementInput()),
  hostile: renderParallel(storm()),
  'hostile-flow': renderInterleaved(storm()),
  'hostile-edition': renderEdition(storm(), 'hy'),
};

/** Giant words, storms of combining marks and controls, in every language, beside markup that wants to run. */
function storm(): PageInput {
  const evils = [
    'W'.repeat(5000),
    `Z${'\u0301\u0489'.repeat(800)}algo`,
    '\u202e\u2066reversed\u200f \u0000\u001b[31m',
    '"> &lt;/td>&lt;/table>&lt;script>alert(9)&lt;/script>&lt;style>*{display:none}&lt;/style>',
    '&lt;a href="javascript:alert(1)" onclick=alert(2)>x&lt;/a> ]]> &lt;!-- ',
    ' '.repeat(2000),
  ];
  const built = buildDocument(
    ['en', 'hy'],
    evils.map((text, index) => paragraph({ id: `s8evil00${index}`, text, targets: { hy: text } })),
  );
  return pageInput(built, { names: (locale) => `${locale}</style><script>alert(3)</script>` });
}

describe.skipIf(chromiumPath() === null)('pages hold whatever comes (needs Chromium)', () => {
  const session = pageSession(PAGES);
  const modes = {
    columns: { name: 'table', checked: [] },
    review: { name: 'table', checked: ['review'] },
    rows: { name: 'table', checked: ['v-rows', 'review'] },
    one: { name: 'table', checked: ['v-one'] },
    filtered: { name: 'table', checked: ['f-stale'] },
    flow: { name: 'flow', checked: ['review'] },
  } as const;
  const cases = Object.entries(modes).flatMap(([mode, { name, checked }], at) =>
    (['light', 'dark'] as const).flatMap((colorScheme, dark) =>
      [320, 768, 1280].flatMap((width, wide) =>
        ['', '-rtl'].flatMap((side, turned) =>
          // Each value of each is met with some of the others; the full run meets all with all.
          full || (at + 2 * dark + wide + 3 * turned) % 12 === 0
            ? [[mode, colorScheme, width, `${name}${side}`, checked] as const]
            : [],
        ),
      ),
    ),
  );

  test.each(cases)(
    'V31: axe-core finds nothing: %s, %s, %i pixels, %s',
    async (_, colorScheme, width, name, checked) => {
      const page = await session.open(name, { scripted: true, colorScheme, width, checked });
      const open = page.locator('details');
      if ((await open.count()) > 0) await open.first().evaluate((one) => one.setAttribute('open', ''));
      expect(await axeViolations(page)).toEqual([]);
    },
  );

  test('V32: a table is a table, and the continuous text an ordered list of articles, in the order of reading', async () => {
    const page = await session.open('table');
    const table = page.getByRole('table', { name: '18 sentences, side by side' });
    expect(await table.getByRole('columnheader').count()).toBe(5);
    expect(await table.locator('tbody th[scope=row][role=rowheader]').count()).toBe(20);
    expect(await page.locator('[role=grid]').count()).toBe(0);
    const flow = await session.open('flow');
    expect(await flow.locator('ol.flow > li article').count()).toBe(18);
    const order = (one: string) => [...(PAGES[one] ?? '').matchAll(/ id="(s1\w{7})"/g)].map(([, id]) => id);
    expect(order('flow')).toEqual(order('table'));
    expect(await flow.locator('article [lang=hy][dir=ltr]').count()).toBeGreaterThanOrEqual(18);
  });

  test.each([
    ['text twice as large', 'html { font-size: 212.5% !important }', 1280],
    ['four times as large', '', 320],
    [
      'with more room between letters, words and lines',
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }',
      1280,
    ],
  ])('V33: nothing is lost with %s', async (_, css, width) => {
    for (const name of ['table', 'flow', 'edition-fr', 'table-rtl']) {
      const page = await session.open(name, { width, css });
      const lost =
        await page.evaluate(`[...document.querySelectorAll('td, .text > *, label, .notice p, footer li')]
        .filter((one) => one.checkVisibility() && one.scrollWidth > one.clientWidth + 2 && one.clientWidth > 2 && getComputedStyle(one).overflow === 'hidden').length`);
      expect([name, lost]).toEqual([name, 0]);
      expect([name, await page.evaluate('document.documentElement.scrollWidth - innerWidth')]).toEqual([
        name,
        0,
      ]);
    }
  });

  test('V33: forced colours keep marks and chosen rows in sight; nothing moves', async () => {
    const page = await session.open('table', { forcedColors: 'active', anchor: '#s1item001' });
    const border = await page
      .locator('.mark-missing')
      .first()
      .evaluate((one) => getComputedStyle(one).borderTopStyle);
    expect(border).toBe('dashed');
    const outline = await page.locator('#s1item001').evaluate((one) => getComputedStyle(one).outlineStyle);
    expect(outline).toBe('solid');
    for (const html of Object.values(PAGES)) expect(html).not.toMatch(/animation|transition/);
  });

  test('V35, V36: pages run nothing, ask for nothing, and their policy allows their own style alone', async () => {
    for (const name of Object.keys(PAGES)) {
      const page = await session.open(name, { scripted: true, width: 320 });
      expect(session.requests).toEqual([session.address(name)]);
      expect(await page.locator('script, iframe, object, embed, [onclick], [onerror]').count()).toBe(0);
      expect([name, await page.evaluate('document.documentElement.scrollWidth - innerWidth')]).toEqual([
        name,
        0,
      ]);
      const background = await page
        .locator('body')
        .evaluate((body) => getComputedStyle(body).backgroundColor);
      expect(background).toBe('rgb(252, 251, 248)');
      expect([name, session.failures]).toEqual([name, []]);
    }
  });

  test('V36: a script is allowed by its hash, and no other', async () => {
    const page = await session.open('table');
    expect(await page.locator('meta[http-equiv]').getAttribute('content')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'$/,
    );
  });

  test('V36: hostile texts change no structure', async () => {
    const page = await session.open('hostile');
    expect(await page.locator('tbody tr').count()).toBe(6);
    expect(await page.locator('tbody td').count()).toBe(12);
    expect(await page.locator('td a').count()).toBe(0);
    expect(await page.locator('#s8evil003 td[lang=hy]').textContent()).toContain(
      '</td></table><script>alert(9)</script>',
    );
    expect(await page.locator('table, style').count()).toBe(2);
  });
});

test('V34: pages are valid HTML', async () => {
  const { hostile, ...others } = PAGES;
  for (const [name, html] of Object.entries(others))
    expect([name, await invalidities(html)]).toEqual([name, []]);
  expect([await invalidities(hostile ?? ''), await invalidities(renderParallel(hostileInput()))]).toEqual([
    [],
    [],
  ]);
  const [first = ''] = await invalidities(
    '<!doctype html><html lang="en"><body><div id="a"></div><div id="a"></div>',
  );
  expect(first).not.toBe('');
});

test('V36: a page’s script is inlined with its hash in the policy; one that could leave its element is a mistake', () => {
  const html = renderParallel(changedInput({ script: 'document.title += "!"' }));
  expect(html).toMatch(/; script-src 'sha256-[A-Za-z0-9+/=]+';/);
  expect(html.match(/<script>/g)).toHaveLength(1);
  expect(html).toContain('<script>document.title += "!"</script>');
  expect(() => renderParallel(changedInput({ script: 'x("</script>")' }))).toThrow('must not close');
});

test('V37: each edition names all editions and a default, and none that does not exist', () => {
  const editions = { en: 'en/s.html', fr: 'fr/s.html', ar: 'ar/s.html' };
  const input = changedInput({ paths: { editions, parallel: 'parallel/s.html' } });
  const sets = Object.keys(editions).map((locale) => {
    const links = [
      ...renderEdition(input, locale).matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">/g),
    ];
    return links.map(([, lang, href]) => `${lang} ${href}`).sort();
  });
  const site = 'https://example.org/statements';
  expect(sets[0]).toEqual([
    `ar ${site}/ar/s.html`,
    `en ${site}/en/s.html`,
    `fr ${site}/fr/s.html`,
    `x-default ${site}/parallel/s.html`,
  ]);
  expect(new Set(sets.map((set) => set.join()))).toHaveLength(1);
  for (const html of [renderParallel(input), renderInterleaved(input), renderEdition(input, 'fr')]) {
    expect(html).not.toContain('hy/s.html');
  }
});

test('V38: the same input gives the same bytes, and an edit changes its own row alone', () => {
  const input = changedInput();
  for (const render of [renderParallel, renderInterleaved]) {
    expect(render(changedInput())).toBe(render(input));
    const rows = input.parallel.rows.map((row) => {
      const cell = row.cells['hy'];
      if (row.ids[0] !== 's1quot001' || !cell) return row;
      return {
        ...row,
        cells: { ...row.cells, hy: { ...cell, content: [{ kind: 'text', text: 'Այլ' }] as const } },
      };
    });
    const before = render(input).split('\n');
    const after = render({ ...input, parallel: { ...input.parallel, rows } }).split('\n');
    expect(after).toHaveLength(before.length);
    expect(after.filter((line, index) => line !== before[index])).toHaveLength(1);
  }
});

test('what else a page’s head says can close no element', () => {
  const html = renderEdition(
    changedInput({
      head: (locale) => [
        {
          json: `{"@type":"CreativeWork","name":"</script><script>alert(1)</script>","inLanguage":"${locale}"}`,
        },
        { tag: 'meta', attributes: { property: 'og:title', content: '"><script>' } },
      ],
    }),
    'fr',
  );
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).toContain('\\u003c/script>');
  expect(html).toContain('content="&quot;&gt;&lt;script&gt;"');
});
