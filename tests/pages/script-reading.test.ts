import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { renderInterleaved } from '../../src/edition/parallel.ts';
import { chromiumPath, launchBrowser } from '../support/browser.ts';
import { longInput, structureInput } from '../support/page-fixtures.ts';
import { bundleScript, type Served, scriptedPage, servePages } from '../support/script-page.ts';

const without = chromiumPath() === null;

describe.skipIf(without)('reading with the script (needs CHROMIUM_PATH or a chromium on PATH)', () => {
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
  const told = async (): Promise<string> => String(await page.locator('#js-told').textContent());
  const inSight = async (selector: string): Promise<void> => {
    const sight = (await page.evaluate(`(() => {
      const box = document.querySelector('${selector}').getBoundingClientRect();
      const bar = document.querySelector('.js-bar').getBoundingClientRect();
      const head = document.querySelector('thead')?.getBoundingClientRect();
      return [box.top >= (head && head.height > 2 ? head.bottom : 0) - 1, box.bottom <= bar.top + 1];
    })()`)) as boolean[];
    expect(sight).toEqual([true, true]);
  };

  test('V24: hover, focus and selection in one cell mark the whole row, in all columns', async () => {
    await open('table', '?l=en,hy,ar,fr');
    const ground = async (id: string): Promise<string> =>
      String(await page.evaluate(`getComputedStyle(document.querySelector('#${id}')).backgroundColor`));
    const cells = (await page.evaluate(
      `[...document.querySelectorAll('#s1item001 td')].map((cell) => getComputedStyle(cell).backgroundColor)`,
    )) as string[];
    expect(new Set(cells)).toEqual(new Set(['rgba(0, 0, 0, 0)']));
    const none = await ground('s1item001');
    await page.locator('#s1item001 td[lang=ar]').hover();
    expect(await ground('s1item001')).not.toBe(none);
    await page.mouse.move(0, 0);
    expect(await ground('s1item001')).toBe(none);
    await page.locator('#s1item001 th a').focus();
    expect(await ground('s1item001')).not.toBe(none);
    await page.locator('#s1quot001 td[lang=hy]').dblclick();
    await page.mouse.move(0, 0);
    expect(await page.locator('#s1quot001').getAttribute('class')).toContain('js-in');
    expect(await ground('s1quot001')).not.toBe(none);
    expect(await ground('s1item001')).toBe(none);
    expect(await page.locator('.js-in').count()).toBe(1);
    await page.locator('#s1quot001 td[lang=fr]').click({ clickCount: 3 });
    expect(await page.locator('.js-in').count()).toBe(1);
    await page.locator('#s1item001 td[lang=en]').click();
    expect(await page.locator('.js-in').count()).toBe(0);
  });

  test('V25: j and k go from sentence to sentence, n and p to what is outdated or missing, and the place is told', async () => {
    await open('table', '?l=en,fr');
    await enterText();
    await page.keyboard.press('j');
    expect([await focused(), await told()]).toEqual(['s1meta001', 'Sentence 1 of 18']);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect([await focused(), await told()]).toEqual(['s1para001', 'Sentence 3 of 18']);
    const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
    expect(outline).toBe('solid');
    await page.keyboard.press('n');
    expect(await focused()).toBe('s1item001');
    await page.keyboard.press('p');
    expect(await focused()).toBe('s1para001');
    await page.keyboard.press('k');
    expect(await focused()).toBe('s1head001');
    for (let press = 0; press < 30; press += 1) await page.keyboard.press('j');
    expect([await focused(), await told()]).toEqual(['s1note001', 'Sentence 18 of 18']);
    await inSight('#s1note001');
    for (let press = 0; press < 9; press += 1) await page.keyboard.press('k');
    await inSight('#s1quot001');
    expect(failures).toEqual([]);
  });

  test.each(['table', 'flow'])(
    'V25: [ and ] go from language to language, and j stays in it (%s)',
    async (name) => {
      await open(name, '?l=en,hy,fr#s1para001');
      await enterText();
      await page.keyboard.press(']');
      expect(await focused()).toBe('s1para001 en');
      await page.keyboard.press(']');
      await page.keyboard.press('j');
      expect(await focused()).toBe('s1para002 hy');
      await page.keyboard.press('[');
      await page.keyboard.press('[');
      expect(await focused()).toBe('s1para002 fr');
      await inSight('#s1para002');
    },
  );

  test('V25: one language at a time shows the others where the keys lead', async () => {
    await open('table', '?l=en,hy&view=one');
    await enterText();
    const other = page.locator('#s1quot001 td[lang=hy]');
    expect(await other.isVisible()).toBe(false);
    for (let press = 0; press < 9; press += 1) await page.keyboard.press('j');
    expect(await focused()).toBe('s1quot001');
    expect(await other.isVisible()).toBe(true);
  });

  test('V25: the keys are those of a place, too, where a keyboard writes another script', async () => {
    await open('table');
    await enterText();
    const type = async (key: string, code: string, more = ''): Promise<void> => {
      await page.evaluate(
        `document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: '${key}', code: '${code}', bubbles: true, ${more} }))`,
      );
    };
    await type('յ', 'KeyJ');
    expect(await focused()).toBe('s1meta001');
    await type('о', 'KeyJ');
    expect(await focused()).toBe('s1head001');
    await type('o', 'KeyJ');
    await type('j', 'KeyJ', 'isComposing: true');
    await type('j', 'KeyJ', 'ctrlKey: true');
    await type('j', 'KeyJ', 'metaKey: true');
    await type('Process', 'KeyJ', 'keyCode: 229');
    expect(await focused()).toBe('s1head001');
    await type(',', 'Slash', 'shiftKey: true, key: "՞"');
    expect(await page.locator('#js-keys').isVisible()).toBe(true);
  });

  test('V25: they do nothing outside of the text, are listed, and can be turned off', async () => {
    await open('table');
    await page.locator('#l-en').focus();
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await enterText();
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keys' });
    expect(await dialog.isVisible()).toBe(true);
    expect(await dialog.locator('kbd').allTextContents()).toEqual([...'jknp[]/', 'Esc', '?']);
    await page.keyboard.press('j');
    await dialog.getByLabel('Use these keys').uncheck();
    await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(false);
    await enterText();
    await page.keyboard.press('j');
    await page.keyboard.press('/');
    expect(await page.locator('.js-here, dialog[open]').count()).toBe(0);
    expect(await told()).toBe('');
    await page.locator('.js-bar').getByRole('button', { name: 'Keys' }).click();
    await dialog.getByLabel('Use these keys').check();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await enterText();
    await page.keyboard.press('j');
    expect(await focused()).toBe('s1meta001');
  });

  test('V27: the entry of the table of contents where the reader is has aria-current', async () => {
    await open('long', '#s3head0100');
    const current = page.locator('.contents a[aria-current=location]');
    await page.locator('.contents a[aria-current=location][href="#s3head0100"]').waitFor();
    expect(await current.count()).toBe(1);
    await page.evaluate(`document.querySelector('#s3head0300').scrollIntoView()`);
    await page.locator('.contents a[aria-current=location][href="#s3head0300"]').waitFor();
    await page.evaluate(`document.querySelector('#s3para0340').scrollIntoView()`);
    await page.waitForTimeout(100);
    expect(await current.getAttribute('href')).toBe('#s3head0300');
    await page.evaluate(`document.querySelector('.region').scrollTo(0, 0); scrollTo(0, 0)`);
    await page.waitForTimeout(200);
    expect(await current.count()).toBe(0);
  });

  test('V29: no view has columns that scroll on their own, so that there is nothing to keep together', async () => {
    for (const after of ['?l=en,hy,ar,fr', '?l=en,hy,ar,fr&view=rows', '?l=en,hy,ar,fr&view=one']) {
      await open('table', after);
      const scrolling = await page.evaluate(
        `[...document.querySelectorAll('main *')].filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowY) && !one.matches('.region, pre')).length`,
      );
      expect([after, scrolling]).toEqual([after, 0]);
    }
  });
});
