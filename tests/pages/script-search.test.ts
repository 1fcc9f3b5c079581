import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderInterleaved } from '../../src/edition/parallel.ts';
import { axeViolations, chromiumPath, launchBrowser } from '../support/browser.ts';
import { hostileInput, longInput, structureInput } from '../support/page-fixtures.ts';
import { NAMED_WORDS } from '../support/page-words.ts';
import { bundleScript, type Served, scriptedPage, servePages } from '../support/script-page.ts';

const without = chromiumPath() === null;

describe.skipIf(without)(
  'searching with the script, and its tools in general (needs CHROMIUM_PATH or a chromium on PATH)',
  () => {
    let browser: Browser;
    let context: BrowserContext;
    let page: Page;
    let served: Served;
    const failures: string[] = [];

    beforeAll(async () => {
      const code = bundleScript();
      served = await servePages({
        table: scriptedPage(code, structureInput()),
        flow: scriptedPage(code, structureInput(), renderInterleaved),
        named: scriptedPage(code, structureInput({ ...NAMED_WORDS })),
        hostile: scriptedPage(code, hostileInput()),
        long: scriptedPage(code, longInput(400)),
      });
      browser = await launchBrowser();
      context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      context.setDefaultTimeout(10_000);
      page = await context.newPage();
      page.on('pageerror', (error) => failures.push(error.message));
      page.on('console', (message) => failures.push(message.text()));
      page.on('dialog', (dialog) => failures.push(dialog.message()));
    });

    afterAll(async () => {
      await browser?.close();
      await served?.close();
    });

    const open = async (name: string, after = ''): Promise<void> => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.goto('about:blank');
      await page.goto(`${served.file(name)}${after}`);
    };
    const focused = async (): Promise<string> =>
      String(
        await page.evaluate(`(() => {
        const { id, lang, tagName } = document.activeElement;
        const row = document.activeElement.closest('tr[id], article[id]');
        return row && row.id !== id ? row.id + ' ' + lang : id || tagName;
      })()`),
      );
    const enterText = async (): Promise<void> => page.locator('.region, .flow').first().focus();
    const find = async (words: string): Promise<string[]> => {
      await page.locator('#js-words').fill(words);
      await page.waitForTimeout(300);
      const lines = await page.locator('#js-find li').allTextContents();
      return lines.map((line) => line.replace(/\s+/g, ' ').trim());
    };

    test('V26: search looks through all languages at once, and names the language of each hit', async () => {
      await open('table', '?l=en');
      await enterText();
      await page.keyboard.press('/');
      expect(await focused()).toBe('js-words');
      expect(await find('LACIN')).toEqual([]);
      expect(await page.locator('#js-find output').textContent()).toBe('Found: 0');
      expect(await find('ԼԱՉԻՆ')).toEqual([
        '15 հայերենՄիջանցքը՝ Լաչինի միջանցքի քարտեզը',
        '16 հայերենԼաչինի միջանցքի քարտեզը',
      ]);
      const live = page.locator('#js-find').getByRole('status');
      expect(await live.textContent()).toBe('Found: 2');
      expect(await page.evaluate(`CSS.highlights.get('js-hit').size`)).toBe(2);
      expect(await page.locator('#js-find mark').allTextContents()).toEqual(['Լաչին', 'Լաչին']);
      expect(await find('ecrivez')).toHaveLength(1);
      expect(await find('اقرا اولا')).toEqual([expect.stringContaining('3 العربيةاقرأ أولًا')]);
      expect(await page.locator('#js-find li span').first().getAttribute('dir')).toBe('rtl');
      expect(await find('23')).toHaveLength(4);
      expect(await find('   ')).toEqual([]);
      expect(await page.evaluate(`CSS.highlights.get('js-hit').size`)).toBe(0);
    });

    test('V26: a hit shows its language and gets the focus; Esc closes the panel and leads back to the text', async () => {
      await open('table', '?l=en&filter=stale');
      await page.locator('[data-do=search]').click();
      await find('quarantième');
      await find("Lisez d'abord");
      await page.locator('#js-find li a').click();
      expect(await focused()).toBe('s1para001 fr');
      expect(await page.locator('#s1para001 td[lang=fr]').isVisible()).toBe(true);
      expect(await page.evaluate('location.search')).toBe('?l=en,fr&filter=stale');
      await find('medicine');
      await page.locator('#js-find li a').click();
      expect(await focused()).toBe('s1item004 en');
      await page.locator('#js-words').focus();
      await page.keyboard.press('Escape');
      expect(await page.locator('#js-find').isVisible()).toBe(false);
      // The panel says that it has been closed in a task of its own.
      await expect.poll(focused).toBe('s1item004 en');
      expect(await page.evaluate(`CSS.highlights.get('js-hit').size`)).toBe(0);
      await page.keyboard.press('/');
      await page.locator('#l-en').focus();
      await page.locator('#js-find [data-do=close]').click();
      expect(failures).toEqual([]);
    });

    test('V26: hostile text stays text in the list', async () => {
      await open('hostile');
      await page.locator('[data-do=search]').click();
      const found = await find('onerror');
      expect(found.length).toBeGreaterThan(0);
      expect(found[0]).toContain('"><img src=x onerror=alert(2)>');
      expect(await page.locator('#js-find img, #js-find script').count()).toBe(0);
      await find('<script>');
      expect(await page.locator('#js-find mark').first().textContent()).toBe('<script>');
      expect(failures).toEqual([]);
    });

    test('V26: a long document is searched soon enough, and all hits are counted', async () => {
      await open('long');
      await page.locator('[data-do=search]').click();
      const before = performance.now();
      await page.locator('#js-words').fill('e');
      await page.locator('#js-find li').nth(299).waitFor();
      expect(performance.now() - before).toBeLessThan(10_000);
      expect(await page.locator('#js-find li').count()).toBe(300);
      const count = Number((await page.locator('#js-find output').textContent())?.replace(/\D/g, ''));
      expect(count).toBeGreaterThan(5_000);
    });

    test.each([
      ['table', '', 1280, 'light'],
      ['table', '?l=en,ar', 360, 'dark'],
      ['flow', '', 1280, 'dark'],
      ['named', '?reader=ar', 1280, 'light'],
      ['named', '?reader=ar', 320, 'light'],
    ] as const)(
      'V31: axe-core finds nothing with the tools open: %s%s at %i pixels, %s',
      async (name, after, width, colorScheme) => {
        await open(name, after);
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        await page.locator('main a').first().focus();
        await page.keyboard.press('j');
        await page.keyboard.press('/');
        await find('a');
        expect(await page.locator('#js-find li').count()).toBeGreaterThan(2);
        expect(await axeViolations(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        await page.keyboard.press('Escape');
        for (const dialog of ['copy', 'keys']) {
          await page.locator(`.js-bar [data-do=${dialog}]`).click();
          expect(await page.locator('dialog[open]').count()).toBe(1);
          expect(await axeViolations(page)).toEqual([]);
          await page.keyboard.press('Escape');
        }
        await page.emulateMedia({ media: 'print' });
        expect(await page.locator('.js-bar').isVisible()).toBe(false);
        await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
        expect(failures).toEqual([]);
      },
    );
  },
);
