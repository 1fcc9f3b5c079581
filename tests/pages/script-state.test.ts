import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderInterleaved } from '../../src/edition/parallel.ts';
import { chromiumPath, launchBrowser } from '../support/browser.ts';
import { structureInput } from '../support/page-fixtures.ts';
import { NAMED_WORDS } from '../support/page-words.ts';
import { bundleScript, type Served, scriptedPage, servePages } from '../support/script-page.ts';

const without = chromiumPath() === null;

describe.skipIf(without)('the script and the address (needs CHROMIUM_PATH or a chromium on PATH)', () => {
  let code: string;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let served: Served;
  const requests: string[] = [];
  const failures: string[] = [];

  beforeAll(async () => {
    code = bundleScript();
    const input = structureInput({ ...NAMED_WORDS });
    served = await servePages({
      table: scriptedPage(code, input),
      flow: scriptedPage(code, input, renderInterleaved),
    });
    browser = await launchBrowser();
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(10_000);
    page = await context.newPage();
    page.on('request', (request) => requests.push(request.url()));
    page.on('pageerror', (error) => failures.push(error.message));
    page.on('console', (message) => failures.push(message.text()));
  });

  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  const open = async (address: string): Promise<void> => {
    await page.goto('about:blank');
    await page.goto(address);
  };
  const shown = async (): Promise<string[]> =>
    (await page.evaluate(
      `[...document.querySelectorAll('#s1para001 [lang]')].filter((one) => one.closest('td,.text>*') === one && one.checkVisibility()).map(({ lang }) => lang)`,
    )) as string[];
  const search = async (): Promise<string> => String(await page.evaluate('location.search + location.hash'));

  test('V35: under 12 KB, and nothing moves', () => {
    expect(Buffer.byteLength(code)).toBeLessThan(12_000);
    expect(code).not.toMatch(
      /<\/script|<!--|innerHTML|insertAdjacent|\beval\b|Function\(|fetch\(|smooth|animat/,
    );
  });

  test('V35: with script off every text, state and link is there', async () => {
    const still = await browser.newContext({ javaScriptEnabled: false });
    const plain = await still.newPage();
    await plain.goto(served.file('table'));
    await open(served.file('table'));
    const all = async (one: Page): Promise<string[]> => [
      (await one.locator('main').textContent()) ?? '',
      (await one.locator('header.mast').textContent()) ?? '',
      (await one.locator('footer').textContent()) ?? '',
      String(await one.locator('main a').count()),
    ];
    expect(await all(plain)).toEqual(await all(page));
    expect(await plain.locator('.js').count()).toBe(0);
    expect(await page.locator('.js-bar').count()).toBe(1);
    await still.close();
  });

  test.each(['file', 'address'] as const)('V2: the view is kept in the URL (%s)', async (kind) => {
    await open(served[kind]('table'));
    expect(await search()).toBe('');
    await page.locator('#v-rows').check();
    expect(await search()).toBe('?view=rows');
    await page.reload();
    expect(await page.locator('#v-rows').isChecked()).toBe(true);
    await page.locator('#v-one').check();
    expect(await search()).toBe('?view=one');
    await page.locator('#v-columns').check();
    expect(await search()).toBe('');
    expect(failures).toEqual([]);
  });

  test('V16: so are the state that is looked for, and review, and the number of rows is announced', async () => {
    await open(served.address('table'));
    await page.locator('#f-stale').check();
    expect(await search()).toBe('?filter=stale');
    const rows = await page.locator('tbody tr[id]:visible').count();
    expect(await page.locator('#js-told').textContent()).toContain(`⟨en⟩ page.script.found`);
    expect(await page.locator('#js-told').textContent()).toContain(String(rows));
    await page.locator('#review').check();
    expect(await search()).toBe('?filter=stale&review=1');
    await page.reload();
    expect(await page.locator('#f-stale').isChecked()).toBe(true);
    expect(await page.locator('#review').isChecked()).toBe(true);
    expect(await page.locator('tbody tr[id]:visible').count()).toBe(rows);
  });

  test.each(['file', 'address'] as const)(
    'V21: ?l=hy,fr#ID restores languages and position (%s)',
    async (kind) => {
      await open(`${served[kind]('table')}?l=hy,fr#s1item003`);
      expect(await shown()).toEqual(['hy', 'fr']);
      const box = await page.locator('#s1item003').boundingBox();
      expect(box?.y).toBeGreaterThanOrEqual(0);
      expect(box?.y).toBeLessThan(700);
      expect(await search()).toBe('?l=hy,fr#s1item003');
      await page.locator('#l-ar').check();
      expect(await search()).toBe('?l=hy,ar,fr#s1item003');
    },
  );

  test('V21: a row that a filter hides is shown when it is addressed, and what is unknown is left out', async () => {
    await open(`${served.address('table')}?l=xx,hy,"><b>&view=nothing&filter=stale&more=1#s1item003`);
    expect(await page.locator('#s1item003').isVisible()).toBe(true);
    expect(await search()).toBe('?l=hy&more=1#s1item003');
    await open(`${served.address('table')}?l=xx`);
    expect(await shown()).toEqual(['en', 'hy', 'ar']);
  });

  test('V21: the language of the page’s own words is in the address, and the script speaks it', async () => {
    await open(`${served.address('table')}?reader=ar`);
    expect(await page.locator('#u-ar').isChecked()).toBe(true);
    const button = page.locator('.js-bar [data-do=search]');
    expect(await button.textContent()).toBe('⟨ar⟩ page.script.search');
    expect(await page.locator('.js-bar').getAttribute('dir')).toBe('rtl');
    expect(await page.locator('.js-bar').getAttribute('lang')).toBe('ar');
    await page.locator('#u-hy').check();
    expect(await button.textContent()).toBe('⟨hy⟩ page.script.search');
    expect(await page.locator('.js-bar').getAttribute('dir')).toBe('ltr');
    expect(await search()).toBe('?reader=hy');
  });

  test('V21: going back to an address from before a choice tells the choice there too', async () => {
    await open(`${served.address('table')}#s1item001`);
    await page.locator('#s1item003 th a').click();
    await page.locator('#l-ar').uncheck();
    expect(await search()).toBe('?l=en,hy#s1item003');
    await page.goBack();
    await page.waitForFunction(`location.search + location.hash === '?l=en,hy#s1item001'`);
    expect(await shown()).toEqual(['en', 'hy']);
  });

  test('V21: the other page is opened with the same languages, and speaks to the same reader', async () => {
    await open(`${served.address('table')}?l=hy,fr&reader=hy`);
    await page.locator('.views a').click();
    await page.waitForURL('**/flow.html**');
    expect(await search()).toBe('?l=hy,fr&reader=hy');
    expect(await shown()).toEqual(['hy', 'fr']);
  });

  test('V30: opens from a file, requests nothing, and remembers nothing unless it is asked to', async () => {
    requests.length = 0;
    const kept = async (): Promise<unknown> => page.evaluate('({ ...localStorage })');
    await open(served.file('table'));
    await page.locator('#v-rows').check();
    expect(await kept()).toEqual({});
    await page.locator('[data-do=keys]').click();
    await page.locator('#js-keep').check();
    await page.locator('#js-keys [data-do=close]').click();
    await page.locator('#l-ar').uncheck();
    expect(await kept()).toEqual({ hexapla: 'l=en,hy&view=rows' });
    await open(served.file('flow'));
    expect(await shown()).toEqual(['en', 'hy']);
    await page.locator('[data-do=keys]').click();
    expect(await page.locator('#js-keep').isChecked()).toBe(true);
    await page.locator('#js-use').uncheck();
    await open(served.file('table'));
    expect(await page.locator('#v-rows').isChecked()).toBe(true);
    await page.locator('[data-do=keys]').click();
    expect(await page.locator('#js-use').isChecked()).toBe(false);
    await page.locator('#js-keep').uncheck();
    expect(await kept()).toEqual({});
    const opened = ['table', 'flow', 'table'].map((name) => served.file(name));
    expect(requests.filter((url) => url !== 'about:blank')).toEqual(opened);
    expect(failures).toEqual([]);
  });

  test('V30: works where a browser keeps nothing and changes no address', async () => {
    const strict = await browser.newContext();
    await strict.addInitScript(`
      Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });
      history.replaceState = () => { throw new DOMException('no', 'SecurityError'); };
      delete window.Highlight;
    `);
    const other = await strict.newPage();
    const errors: string[] = [];
    other.on('pageerror', (error) => errors.push(error.message));
    await other.goto(`${served.file('table')}?l=hy`);
    await other.locator('[data-do=search]').click();
    await other.locator('#js-words').fill('Լաչին');
    await other.locator('#js-find li').first().waitFor();
    await other.locator('#v-one').check();
    await other.locator('#js-find [data-do=close]').click();
    expect(errors).toEqual([]);
    await strict.close();
  });
});
