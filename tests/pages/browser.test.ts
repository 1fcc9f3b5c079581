import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderEdition } from '../../src/edition/page-edition.ts';
import { renderParallel } from '../../src/edition/parallel.ts';
import { axeViolations, chromiumPath, launchBrowser } from '../support/browser.ts';
import { hostileInput, longInput, statementInput, structureInput } from '../support/page-fixtures.ts';

const without = chromiumPath() === null;
const PAGES: Readonly<Record<string, string>> = {
  statement: renderParallel(statementInput()),
  all: renderParallel(statementInput({ shown: statementInput().parallel.locales })),
  structure: renderParallel(structureInput({ shown: ['en', 'hy', 'ar', 'fr'] })),
  arabic: renderParallel(structureInput({ uiLocale: () => 'ar', reader: 'ar' })),
  hostile: renderParallel(hostileInput()),
  long: renderParallel(longInput(400)),
  'edition-hy': renderEdition(statementInput(), 'hy'),
  'edition-ar': renderEdition(structureInput(), 'ar'),
  'edition-fr': renderEdition(structureInput(), 'fr'),
  'edition-hostile': renderEdition(hostileInput(), 'en'),
};
/** Colours are the same on all pages of a kind: these two have everything that has a colour. */
const DARK: readonly string[] = ['structure', 'edition-fr'];

describe.skipIf(without)('pages in Chromium (needs CHROMIUM_PATH or a chromium on PATH)', () => {
  let browser: Browser;
  let context: BrowserContext;
  /** The pages are tried without JavaScript; axe-core alone needs it. */
  let page: Page;
  let scripted: Page;
  let folder: string;
  const requests: string[] = [];
  const failures: string[] = [];
  const address = (name: string, anchor = ''): string =>
    `${pathToFileURL(join(folder, `${name}.html`)).href}${anchor}`;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hexapla-pages-'));
    for (const [name, html] of Object.entries(PAGES)) writeFileSync(join(folder, `${name}.html`), html);
    browser = await launchBrowser();
    context = await browser.newContext({ javaScriptEnabled: false });
    context.setDefaultTimeout(10_000);
    page = await context.newPage();
    scripted = await browser.newPage();
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => failures.push(message.text()));
    page.on('dialog', (dialog) => failures.push(dialog.message()));
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (name: string, width = 1280, anchor = ''): Promise<void> => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('about:blank');
    await page.goto(address(name, anchor));
  };

  describe.each(Object.keys(PAGES).filter((name) => name !== 'long' && name !== 'all'))('%s', (name) => {
    test.each([
      [1280, 'light'],
      [360, 'light'],
      ...(DARK.includes(name) ? ([[1280, 'dark']] as const) : []),
    ] as const)('axe-core finds nothing at %i pixels, %s', async (width, colorScheme) => {
      await scripted.emulateMedia({ colorScheme });
      await scripted.setViewportSize({ width, height: 800 });
      await scripted.goto(address(name));
      expect(await axeViolations(scripted)).toEqual([]);
    });

    test('never scrolls sideways, fetches nothing and runs nothing', async () => {
      for (const width of [320, 360, 768, 1280]) {
        requests.length = 0;
        await open(name, width);
        const extent = await page.evaluate('document.documentElement.scrollWidth');
        expect([width, extent]).toEqual([width, width]);
        expect(requests.filter((url) => url !== 'about:blank')).toEqual([address(name)]);
      }
      expect(await page.locator('script, iframe, object, [onerror]').count()).toBe(0);
      expect(failures).toEqual([]);
    });
  });

  test('axe-core would notice', async () => {
    await scripted.goto('about:blank');
    await scripted.setContent('<p style="color:#aaa">pale</p><img src="">');
    const found = await axeViolations(scripted);
    expect(found.some((line) => line.startsWith('color-contrast:'))).toBe(true);
    expect(found.some((line) => line.startsWith('image-alt:'))).toBe(true);
  });

  test('columns come and go by mouse and by keyboard, without a script', async () => {
    await open('statement');
    const cells = (locale: string) => page.locator(`tbody td[lang=${locale}]`).first();
    expect(await cells('hy').isVisible()).toBe(true);
    expect(await cells('de').isVisible()).toBe(false);
    await page.locator('label[for=l-de]').click();
    expect(await cells('de').isVisible()).toBe(true);
    await page.locator('#l-hy').focus();
    await page.keyboard.press('Space');
    expect(await cells('hy').isVisible()).toBe(false);
    expect(await page.locator('.none').isVisible()).toBe(false);
    for (const locale of ['en', 'ar', 'de']) await page.locator(`#l-${locale}`).uncheck();
    expect(await page.locator('.none').isVisible()).toBe(true);
  });

  test('the tops of a row’s cells are level, with three columns and with eleven', async () => {
    for (const name of ['statement', 'all']) {
      await open(name);
      const spread =
        await page.evaluate(`Math.max(...[...document.querySelectorAll('tbody tr')].map((row) => {
        const tops = [...row.querySelectorAll('td')].filter((cell) => cell.offsetWidth > 0).map((cell) => cell.getBoundingClientRect().top);
        return Math.max(...tops) - Math.min(...tops);
      }))`);
      expect(spread).toBeLessThanOrEqual(1);
    }
  });

  test('columns that do not fit scroll in a region of their own, below their heads', async () => {
    await open('all');
    const box = (await page.evaluate(`(() => {
      const region = document.querySelector('.region');
      region.scrollTop = 400; region.scrollLeft = 300;
      const top = region.getBoundingClientRect();
      const head = document.querySelector('thead').getBoundingClientRect();
      const number = document.querySelector('tbody tr:nth-child(4) th').getBoundingClientRect();
      return { wide: region.scrollWidth > region.clientWidth, head: head.top - top.top, number: number.left - top.left };
    })()`)) as { wide: boolean; head: number; number: number };
    expect(box.wide).toBe(true);
    expect(Math.abs(box.head)).toBeLessThan(3);
    expect(Math.abs(box.number)).toBeLessThan(3);
    await page.locator('.region').focus();
    await page.keyboard.press('ArrowRight');
  });

  test.each([
    ['statement', 's0sign001', 1280],
    ['all', 's0russ001', 1280],
    ['long', 's3para0300', 1280],
    ['long', 's3para0300', 360],
    ['statement', 's0cond002', 768],
  ])('a link into %s leads to the row %s at %i pixels, and nothing covers it', async (name, id, width) => {
    await open(name, width, `#${id}`);
    const seen = (await page.evaluate(`(() => {
      const row = document.getElementById('${id}').getBoundingClientRect();
      const head = document.querySelector('thead').getBoundingClientRect();
      return { top: row.top, height: innerHeight, head: head.height > 2 ? head.bottom : 0 };
    })()`)) as { top: number; height: number; head: number };
    expect(seen.top).toBeGreaterThanOrEqual(seen.head - 1);
    expect(seen.top).toBeLessThan(seen.height - 40);
    const colour = (selector: string) =>
      page.locator(selector).evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await colour(`[id="${id}"]`)).not.toBe('rgba(0, 0, 0, 0)');
  });

  test('an Arabic column reads from the right, and the order of the columns stays', async () => {
    await open('structure');
    const edges = (await page.evaluate(`(() => {
      const cell = document.querySelector('#s1para001 td[lang=ar]');
      const range = document.createRange();
      range.selectNodeContents(cell.firstChild);
      const text = range.getClientRects()[0];
      const box = cell.getBoundingClientRect();
      const next = document.querySelector('#s1para001 td[lang=fr]').getBoundingClientRect();
      return { right: box.right - text.right, after: next.left - box.right };
    })()`)) as { right: number; after: number };
    expect(edges.right).toBeLessThan(2);
    expect(edges.after).toBeGreaterThan(10);
  });

  test('assistive technology finds a table with heads, whatever the layout', async () => {
    for (const width of [1280, 360]) {
      await open('statement', width);
      const table = page.getByRole('table', { name: '8 sentences, side by side' });
      expect(await table.getByRole('row').count()).toBe(9);
      expect(await table.getByRole('columnheader').count()).toBe(4);
      expect(await table.getByRole('rowheader').count()).toBe(8);
      expect(await table.getByRole('cell').count()).toBe(24);
    }
  });

  test('narrow screens name the language of each cell', async () => {
    await open('statement', 360);
    const label = await page
      .locator('#s0cond001 td[lang=hy]')
      .evaluate((cell) => getComputedStyle(cell, '::before').content);
    // All of the column are drafts, so that no cell says it: what stands above each text does, as the head does elsewhere.
    expect(label).toBe('"հայերեն ◇ unreviewed machine draft"');
    await open('structure', 360);
    const mixed = await page
      .locator('#s1para001 td[lang=hy]')
      .evaluate((cell) => getComputedStyle(cell, '::before').content);
    expect(mixed).toBe('"հայերեն"');
  });

  test('prints as a tagged table with its head on each page', async () => {
    await open('statement');
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true, outline: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const text = pdf.toString('latin1');
    expect(text).toContain('/MarkInfo');
    expect(text.match(/\/MediaBox \[0 0 84\d(\.\d+)? 59\d/)).not.toBeNull();
    await page.emulateMedia({ media: 'print' });
    const display = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).display);
    expect(await display('thead')).toBe('table-header-group');
    expect(await display('tbody tr')).toBe('table-row');
    expect(await display('fieldset')).toBe('none');
    expect(await display('tbody td[lang=de]')).toBe('none');
    expect(await display('tbody th a')).not.toBe('none');
    await page.emulateMedia({ media: 'screen' });
  });

  test('hostile text stays text', async () => {
    await open('hostile');
    expect(await page.locator('#s2head001 td[lang=en]').textContent()).toContain(
      '<script>alert(1)</script>"><img',
    );
    expect(await page.locator('#s2para001 td a').count()).toBe(1);
    await open('edition-hostile');
    expect(await page.locator('h1').textContent()).toContain('<img src=x onerror=alert(2)>');
    expect(await page.locator('.opaque').textContent()).toContain('<iframe src=');
    expect(await page.title()).toContain('<script>');
  });

  test('a long document is laid out section by section', async () => {
    await open('long');
    const value = await page
      .locator('tbody')
      .last()
      .evaluate((body) => getComputedStyle(body).contentVisibility);
    expect(value).toBe('auto');
  });
});
