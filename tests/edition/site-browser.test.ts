import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations, chromiumPath, launchBrowser } from '../support/browser.ts';
import { builtSite, siteFixture } from '../support/site.ts';

describe.skipIf(chromiumPath() === null)('the site’s pages in Chromium (needs Chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-site-'));
  let browser: Browser;
  let page: Page;
  const requests: string[] = [];
  const failures: string[] = [];
  const address = (path: string): string => pathToFileURL(join(folder, path)).href;

  beforeAll(async () => {
    for (const { path, bytes } of builtSite(siteFixture(), {
      uiLocale: (locale) => (locale === 'ar' ? 'ar' : 'en'),
    })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    browser = await launchBrowser();
    page = await browser.newPage();
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => failures.push(message.text()));
    page.on('pageerror', (error) => failures.push(String(error)));
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
    expect(failures).toEqual([]);
  });

  const look = async (words: string): Promise<string> => {
    await page.goto('about:blank');
    await page.goto(address('search.html'));
    await page.fill('#q', words);
    await page.press('#q', 'Enter');
    await expect.poll(() => page.textContent('[role=status]'), { timeout: 10_000 }).toMatch(/found/);
    return (await page.textContent('[role=status]')) ?? '';
  };

  test.each(['index.html', 'index.ar.html', 'search.html', 'search.ar.html'])(
    '%s: axe-core finds nothing, nothing scrolls sideways, nothing is fetched',
    async (path) => {
      for (const [width, colorScheme] of [
        [320, 'light'],
        [1280, 'light'],
        [1280, 'dark'],
      ] as const) {
        requests.length = 0;
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme });
        await page.goto(address(path));
        expect(await axeViolations(page)).toEqual([]);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        expect(requests).toEqual([address(path)]);
      }
      await page.emulateMedia({ colorScheme: 'light' });
    },
  );

  test('V26 the search finds texts of all languages from file://, marks them and names their language', async () => {
    expect(await look('DECLARATION precedente')).toBe('Sentences found: 1');
    const hit = page.locator('.js-hits li');
    expect(await hit.locator('p[lang=fr]').textContent()).toContain('déclaration précédente');
    expect(await hit.locator('mark').allTextContents()).toEqual(['déclaration', 'précédente']);
    expect(await hit.locator('.js-where').textContent()).toContain('français (French)');
    await hit.locator('a').click();
    await page.waitForURL(/fr\/statement\.html#s1para001$/);
    expect(await page.evaluate("document.querySelector(':target')?.id")).toBe('s1para001');
  });

  test('V26 digits of other scripts are the same, and a draft is called one', async () => {
    expect(await look('٢٠٢٢')).toMatch(/^Sentences found: [3-9]/);
    const arabic = page.locator('.js-hits li:has(p[lang=ar])');
    expect(await arabic.locator('.js-where').first().textContent()).toContain('unreviewed machine draft');
    // Arabic has no edition here: the parallel one has its text.
    expect(await arabic.locator('a').first().getAttribute('href')).toMatch(/^parallel\/statement\.html#/);
  });

  test('the search is in the address, says when nothing is found, and runs nothing that is found', async () => {
    expect(await look('<img src=x onerror=alert(1)>')).toBe('Nothing found.');
    await page.goto(`${address('search.html')}#q=corridor`);
    await page.reload();
    await page.waitForSelector('.js-hits li');
    expect(await page.inputValue('#q')).toBe('corridor');
    expect(await axeViolations(page)).toEqual([]);
  });

  test('without script the page says so and offers the index', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(address('search.html'));
    expect(await plain.locator('form').isVisible()).toBe(false);
    await plain.locator('noscript a').click();
    expect(plain.url()).toBe(address('index.html'));
    await context.close();
  });
});
