import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { renderInterleaved, renderParallel } from '../../src/edition/parallel.ts';
import { chromiumPath } from '../support/browser.ts';
import { longInput, statementInput } from '../support/page-fixtures.ts';
import { pageSession } from '../support/page-session.ts';
import { changedInput, joinedInput } from '../support/page-states.ts';

const { locales } = statementInput().parallel;

describe.skipIf(chromiumPath() === null)('the layout of the parallel edition (needs Chromium)', () => {
  const session = pageSession({
    statement: renderParallel(statementInput()),
    structure: renderParallel(changedInput()),
    flow: renderInterleaved(changedInput()),
    joined: renderParallel(joinedInput()),
    'joined-flow': renderInterleaved(joinedInput()),
    long: renderParallel(longInput(1000)),
  });

  const overflow = (page: Page) => page.evaluate('document.documentElement.scrollWidth - innerWidth');

  test.each([2, 3, 5, 10])('V1: the tops of a row’s %i cells are level', async (count) => {
    const page = await session.open('statement', { width: 1920, shown: locales.slice(0, count) });
    const tops = (await page.evaluate(`[...document.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].filter((cell) => cell.checkVisibility()).map((cell) => cell.getBoundingClientRect().top))`)) as number[][];
    expect(tops).toHaveLength(8);
    for (const row of tops) {
      expect(row).toHaveLength(count);
      expect(Math.max(...row) - Math.min(...row)).toBeLessThanOrEqual(1);
    }
  });

  test('V2: columns become rows by a radio button, and the continuous text is a link there and back', async () => {
    const page = await session.open('structure');
    const place = async (locale: string) => {
      const box = await page.locator(`#s1para001 td[lang=${locale}]`).boundingBox();
      return [Math.round(box?.x ?? 0), Math.round(box?.y ?? 0)] as const;
    };
    const [[enLeft, enTop], [hyLeft, hyTop]] = [await place('en'), await place('hy')];
    expect(hyTop).toBe(enTop);
    expect(hyLeft).toBeGreaterThan(enLeft + 100);
    await page.locator('#v-columns').focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('#v-rows').isChecked()).toBe(true);
    const [[left, top], [below, under]] = [await place('en'), await place('hy')];
    expect(below).toBe(left);
    expect(under).toBeGreaterThan(top + 10);
    expect(await page.locator('.views a').getAttribute('href')).toBe('s.text.html');
    expect(await (await session.open('flow')).locator('.views a').getAttribute('href')).toBe('s.html');
  });

  test.each([320, 360, 767, 768, 1024, 1279, 1280, 1920])(
    'V3: at %i pixels the page itself never scrolls sideways, whatever is shown',
    async (width) => {
      for (const count of [1, 2, 3, locales.length]) {
        const page = await session.open('statement', { width, shown: locales.slice(0, count) });
        expect([count, await overflow(page)]).toEqual([count, 0]);
      }
    },
  );

  test('V3: from 768 to 1279 pixels two columns are in sight, the others in a region with a name and a tab stop', async () => {
    for (const width of [768, 1024, 1279]) {
      const page = await session.open('statement', { width, shown: locales.slice(0, 4) });
      const seen = await page.evaluate(`(() => {
        const region = document.querySelector('.region');
        const { right } = region.getBoundingClientRect();
        const heads = [...document.querySelectorAll('thead th[lang]')].filter((head) => head.checkVisibility());
        return { scrolls: region.scrollWidth > region.clientWidth, tab: region.tabIndex,
          whole: heads.filter((head) => head.getBoundingClientRect().right <= right + 1).length };
      })()`);
      expect([width, seen]).toEqual([width, { scrolls: true, tab: 0, whole: 2 }]);
      await page.getByRole('region', { name: '8 sentences, side by side' }).focus();
      await page.keyboard.press('ArrowRight');
    }
    const page = await session.open('statement', { width: 1280, shown: locales.slice(0, 5) });
    const region = page.locator('.region');
    expect(await region.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(1);
  });

  test('V3: below 768 pixels the languages of a row stand below each other', async () => {
    const page = await session.open('statement', { width: 767, shown: ['en', 'hy'] });
    const [en, hy] = [
      await page.locator('#s0russ001 td[lang=en]').boundingBox(),
      await page.locator('#s0russ001 td[lang=hy]').boundingBox(),
    ];
    expect(hy?.y).toBeGreaterThan((en?.y ?? 0) + (en?.height ?? 0) - 1);
    expect(await page.locator('label:has(#v-columns)').isVisible()).toBe(false);
  });

  test.each([
    ['long', 's3para0300', 1280, ['en', 'hy']],
    ['long', 's3para0300', 800, ['en', 'hy', 'ar']],
    ['long', 's3para0700', 360, ['en', 'hy']],
    ['statement', 's0sign002', 1280, locales],
  ] as const)(
    'V4: the head covers no row that a link leads to: %s#%s at %i pixels',
    async (name, id, width, shown) => {
      const page = await session.open(name, { width, shown });
      await page.locator(`[id="${id}"] th a`).click();
      const seen = (await page.evaluate(`(() => {
      const row = document.getElementById('${id}').querySelector('th a').getBoundingClientRect();
      const head = document.querySelector('thead').getBoundingClientRect();
      return { top: row.top, below: head.height > 2 ? head.bottom : 0, high: innerHeight };
    })()`)) as { top: number; below: number; high: number };
      expect(seen.top).toBeGreaterThanOrEqual(seen.below - 1);
      expect(seen.top).toBeLessThan(seen.high);
    },
  );

  test('V4: the head stays in sight while the rows pass below it', async () => {
    const page = await session.open('long', { shown: ['en', 'hy'] });
    await page.evaluate('scrollTo(0, 5000)');
    const top = await page.locator('thead').evaluate((head) => head.getBoundingClientRect().top);
    expect(Math.abs(top)).toBeLessThan(3);
  });

  test('V5: headings have one level in all columns; an item’s cell carries its marker and says its place', async () => {
    const page = await session.open('structure');
    const levels = (await page.evaluate(`[...document.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td :is(h2, h3, h4, h5, h6)')].map((one) => one.localName))`)) as string[][];
    const headings = levels.filter((row) => row.length > 0);
    expect(headings).toEqual([
      ['h2', 'h2', 'h2', 'h2'],
      ['h3', 'h3', 'h3'],
    ]);
    for (const locale of ['en', 'hy', 'ar', 'fr']) {
      const marker = page.locator(`#s1item002 td[lang=${locale}]`).getByRole('img', { name: 'item 2 of 2' });
      expect([locale, await marker.textContent()]).toEqual([locale, '4.']);
    }
    const done = page.locator('#s1item003 td[lang=hy]').getByRole('img', { name: 'item 1 of 2 Done:' });
    expect(await done.textContent()).toBe('☑');
    const inner = (await page.locator('#s1item003 td[lang=en] > div').boundingBox())?.x ?? 0;
    expect(
      await page
        .locator('#s1item003 td[lang=en] > div')
        .evaluate((one) => getComputedStyle(one).paddingInlineStart),
    ).not.toBe(
      await page
        .locator('#s1item002 td[lang=en] > div')
        .evaluate((one) => getComputedStyle(one).paddingInlineStart),
    );
    expect(inner).toBeGreaterThan(0);
  });

  test('V5: in the continuous text a list is a list, a quotation a quotation and a heading one heading', async () => {
    const page = await session.open('flow');
    const list = page.locator('ol[start="3"]');
    expect(await list.locator('> li').count()).toBe(2);
    expect(await list.locator('> li:nth-child(2) > ul > li').count()).toBe(2);
    expect(await page.locator('blockquote #s1quot001').count()).toBe(1);
    expect(await page.locator('article h2').count()).toBe(1);
    expect(await page.locator('article h2 > [lang]').allTextContents()).toHaveLength(4);
    expect(await page.locator('article h3').count()).toBe(1);
  });

  test.each(['joined', 'joined-flow'])(
    'V6: a joined row has all its ids and texts, once (%s)',
    async (name) => {
      const page = await session.open(name, { anchor: '#s1para002' });
      const row = page.locator('[id=s1para001]');
      expect(await row.locator('[id=s1para002]').count()).toBe(1);
      const numbers = row.locator(':is(th, .num) > a');
      expect(await numbers.allTextContents()).toEqual(['3', '4']);
      const text = (locale: string) => row.locator(`[lang=${locale}]`).first();
      expect(await text('fr').locator('.part').count()).toBe(2);
      expect(await text('en').locator('.part .no').allTextContents()).toEqual(['3', '4']);
      expect(await text('hy').locator('.part').count()).toBe(0);
      expect(await page.getByText('Écrivez à').count()).toBe(1);
      expect(await page.locator('[id=s1item001] > :is(th, .num) > a').textContent()).toBe('5');
      const marked = await row.evaluate((one) => getComputedStyle(one).backgroundColor);
      expect(marked).not.toBe('rgba(0, 0, 0, 0)');
    },
  );

  test('V7: the source is complete where every translation is missing', () => {
    const input = statementInput();
    const rows = input.parallel.rows.map((row) => ({
      ...row,
      cells: Object.fromEntries(
        Object.entries(row.cells).map(([locale, cell]) => [
          locale,
          cell.status === 'source' ? cell : { ...cell, status: 'missing' as const, content: [], state: null },
        ]),
      ),
    }));
    const html = renderParallel({ ...input, parallel: { ...input.parallel, rows } });
    const source = (page: string) => page.match(/<td role="cell" lang="en"[\s\S]*?<\/td>/g);
    expect(source(html)).toHaveLength(8);
    expect(source(html)).toEqual(source(renderParallel(input)));
  });

  test('V8: 1,000 rows in 10 languages load in ten times a second, and a search reaches the last row', async () => {
    const start = performance.now();
    const page = await session.open('long', { shown: longInput(1).parallel.locales });
    const rows = await page.locator('tbody tr').count();
    expect(performance.now() - start).toBeLessThan(10_000);
    expect(rows).toBe(1020);
    const scripted = await session.open('long', { scripted: true });
    await scripted.evaluate(`document.querySelector('[id=s3para0999] td[lang=hy]').append(' Գտնված')`);
    const found = await scripted.evaluate(`window.find('Գտնված')`);
    expect(found).toBe(true);
    const hidden = await scripted
      .locator('tbody')
      .last()
      .evaluate((body) => getComputedStyle(body).contentVisibility);
    expect(hidden).toBe('auto');
  });
});
