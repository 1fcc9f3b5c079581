import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderParallel } from '../../src/edition/parallel.ts';
import { axeViolations, chromiumPath, launchBrowser } from '../support/browser.ts';
import { structureInput } from '../support/page-fixtures.ts';
import { NAMED_WORDS } from '../support/page-words.ts';

const without = chromiumPath() === null;

describe.skipIf(without)(
  'the language of the page’s own words (needs CHROMIUM_PATH or a chromium on PATH)',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'hexapla-readers-'));
    const file = join(folder, 'readers.html');
    const url = pathToFileURL(file).href;
    let browser: Browser;
    /** The page is tried without JavaScript; axe-core alone needs it. */
    let page: Page;
    let scripted: Page;

    beforeAll(async () => {
      writeFileSync(
        file,
        renderParallel(structureInput({ ...NAMED_WORDS, shown: ['en', 'hy', 'ar', 'fr'] })),
      );
      browser = await launchBrowser();
      const context = await browser.newContext({ javaScriptEnabled: false });
      context.setDefaultTimeout(10_000);
      page = await context.newPage();
      scripted = await browser.newPage();
    });

    afterAll(async () => {
      await browser?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    const open = async (): Promise<void> => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto('about:blank');
      await page.goto(url);
    };

    /** The page's own words that can be seen, with the language of the cell or column head around them. */
    const seen = async (): Promise<{ words: string; within: string | null; direction: string }[]> =>
      (await page.evaluate(`(() => {
      const found = [];
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const element = node.parentElement;
        if (!element.checkVisibility()) continue;
        for (const [, words] of node.data.matchAll(/⟨([a-z-]+)⟩/g)) {
          const cell = element.closest('td, th[lang]');
          found.push({ words, within: cell && cell.lang, direction: getComputedStyle(element).direction });
        }
      }
      return found;
    })()`)) as { words: string; within: string | null; direction: string }[];

    test('is chosen by keyboard, and then all is in it', async () => {
      await open();
      const before = await seen();
      expect(before.length).toBeGreaterThan(30);
      expect(new Set(before.filter(({ within }) => within === null).map(({ words }) => words))).toEqual(
        new Set(['en']),
      );
      const group = page.getByRole('group', { name: '⟨en⟩ page.parallel.readers' });
      expect(await group.getByRole('radio').count()).toBe(4);
      await page.keyboard.press('Tab');
      expect(await page.locator('#u-en').evaluate((one) => one === document.activeElement)).toBe(true);
      const own = page.locator('#u-hy');
      for (let press = 0; press < 4 && !(await own.isChecked()); press += 1) {
        await page.keyboard.press('ArrowRight');
      }
      expect(await own.isChecked()).toBe(true);
      const after = await seen();
      expect(after.length).toBeGreaterThan(30);
      const others = after.filter(({ words, within }) => words !== 'hy' && words !== within);
      expect(others).toEqual([]);
      expect(after.filter(({ within }) => within === null).length).toBe(
        before.filter(({ within }) => within === null).length,
      );
      const named = page.getByRole('group', { name: '⟨hy⟩ page.parallel.readers', exact: true });
      expect(await named.getByRole('radio', { name: 'հայերեն' }).isChecked()).toBe(true);
      expect(await page.getByRole('table', { name: /^⟨hy⟩ page\.parallel\.caption/ }).count()).toBe(1);
    });

    test('is told in cells too, beside the cell’s own', async () => {
      await open();
      await page.locator('#u-hy').check();
      const words = async (row: string, locale: string): Promise<string> =>
        String(await page.evaluate(`document.querySelector('#${row} td[lang=${locale}]').innerText`));
      const missing = '⟨ar⟩ page.mark.missing ⟨hy⟩ page.mark.missing';
      expect((await words('s1item002', 'ar')).replace(/\s+/g, ' ').trim()).toContain(missing);
      expect(await words('s1item004', 'hy')).toMatch(/^\P{L}*⟨hy⟩ page\.mark\.missing$/u);
      expect(await words('s1para002', 'ar')).toMatch(/⟨hy⟩ page\.mark\.fallback \{"language":"անգլերեն"/);
      await page.locator('#u-ar').check();
      expect(await words('s1item002', 'ar')).not.toContain('⟨hy⟩');
      expect(await words('s1item004', 'hy')).toContain('⟨ar⟩');
    });

    test('may be written from the right', async () => {
      await open();
      await page.locator('#u-ar').check();
      const frame = (await seen()).filter(({ within }) => within === null);
      expect(frame.length).toBeGreaterThan(10);
      expect(frame.filter(({ direction }) => direction !== 'rtl')).toEqual([]);
      expect(await page.locator('h1 > [lang=ar]').getAttribute('dir')).toBe('rtl');
      const edge = (await page.evaluate(`(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('h1 > [lang=ar]'));
      return innerWidth - range.getBoundingClientRect().right;
    })()`)) as number;
      expect(edge).toBeLessThan(80);
      expect(await page.locator('thead tr').evaluate((row) => getComputedStyle(row).direction)).toBe('ltr');
    });

    test('is the one that is printed', async () => {
      await open();
      await page.locator('#u-fr').check();
      await page.emulateMedia({ media: 'print' });
      const printed = await seen();
      expect(printed.length).toBeGreaterThan(20);
      expect(printed.filter(({ words, within }) => words !== 'fr' && words !== within)).toEqual([]);
      expect(await page.locator('.readers').isVisible()).toBe(false);
      await page.emulateMedia({ media: 'screen' });
    });

    test.each([
      ['en', 1280, 'light'],
      ['hy', 360, 'light'],
      ['ar', 1280, 'dark'],
      ['ar', 360, 'light'],
    ] as const)(
      'leaves axe-core nothing to find: %s at %i pixels, %s',
      async (reader, width, colorScheme) => {
        await scripted.setViewportSize({ width, height: 800 });
        await scripted.emulateMedia({ colorScheme });
        await scripted.goto(url);
        await scripted.locator(`#u-${reader}`).check();
        expect(await axeViolations(scripted)).toEqual([]);
        expect(await scripted.evaluate('document.documentElement.scrollWidth')).toBe(width);
      },
    );
  },
);
