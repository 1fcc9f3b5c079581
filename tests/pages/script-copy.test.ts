import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, launchBrowser } from '../support/browser.ts';
import { buildDocument } from '../support/page-build.ts';
import { pageInput, structureInput } from '../support/page-fixtures.ts';
import { paragraph } from '../support/page-structure.ts';
import { bundleScript, clipboard, type Served, scriptedPage, servePages } from '../support/script-page.ts';

const without = chromiumPath() === null;

/** Texts that try to be more than text wherever they are copied to, and one with soft hyphens. */
const HOSTILE = buildDocument(
  ['en', 'hy', 'ar'],
  [
    {
      type: 'heading',
      more: { level: 1 },
      segments: [{ id: 's5head001', text: 'A &lt;b>title&lt;/b>', targets: {} }],
    },
    paragraph({
      id: 's5para001',
      text: '=HYPERLINK("https://example.org")',
      targets: { hy: '">&lt;img src=x onerror=alert(1)> | _a_ `b` [c](d) \\', ar: '"a"\u200f، ب' },
    }),
    paragraph({
      id: 's5para002',
      text: 'in\u00advis\u00adi\u00adble',
      targets: { hy: 'ան\u00adտե\u00adսա\u00adնե\u00adլի' },
    }),
  ],
);

/** How a test gets at the clipboard: by the browser's own interface, by that of a file, or by a command to copy. */
const WAYS = ['address', 'file', 'fallback'] as const;
type Way = (typeof WAYS)[number];

describe.skipIf(without)('what the script copies (needs CHROMIUM_PATH or a chromium on PATH)', () => {
  let browser: Browser;
  let served: Served;
  const contexts: Partial<Record<Way, BrowserContext>> = {};

  beforeAll(async () => {
    const code = bundleScript();
    served = await servePages({
      table: scriptedPage(code, structureInput()),
      hostile: scriptedPage(code, pageInput(HOSTILE)),
    });
    browser = await launchBrowser();
    for (const way of WAYS) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
      context.setDefaultTimeout(10_000);
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      if (way === 'fallback') {
        await context.addInitScript(`
          window.clipboardBefore = navigator.clipboard;
          Object.defineProperty(navigator, 'clipboard', { value: undefined });
        `);
      }
      contexts[way] = context;
    }
  });

  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  const open = async (way: Way, name: string, after = ''): Promise<Page> => {
    const page = await (contexts[way] as BrowserContext).newPage();
    await page.goto(`${way === 'file' ? served.file(name) : served.address(name)}${after}`);
    await page.bringToFront();
    return page;
  };
  /** Presses a button, and waits until it has told what became of it. */
  const press = async (page: Page, name: string): Promise<void> => {
    await page.evaluate(`document.querySelector('#js-told').textContent = ''`);
    await page.locator(`[data-do=${name}]`).click();
    await page.locator('#js-told').getByText('Copied').waitFor();
  };
  const copy = async (page: Page, name: string): Promise<void> => {
    await page.locator('.js-bar [data-do=copy]').click();
    await press(page, name);
  };

  describe.each(WAYS)('%s', (way) => {
    test('V22: the row’s number is a link, and a button copies it', async () => {
      const page = await open(way, 'table', '?l=en,hy');
      const number = page.locator('#s1item002 th a');
      expect(await number.getAttribute('href')).toBe('#s1item002');
      await number.click();
      await press(page, 'link');
      const { text } = await clipboard(page);
      expect(text).toBe(page.url());
      expect(new URL(text).search + new URL(text).hash).toBe('?l=en,hy#s1item002');
      await page.close();
    });

    test('V22: a citation has text, title, version, language and URL, plain and as HTML', async () => {
      const page = await open(way, 'table');
      await page.locator('#s1quot001 td[lang=hy]').click();
      await press(page, 'cite');
      const { text, html } = await clipboard(page);
      const address = `${page.url().replace(/[?#].*/, '')}#s1quot001`;
      expect(text).toBe(
        `Խաղաղ երկխոսությունը պետք է լինի միակ տարբերակը։\nԻնչ ենք մենք պահանջում · հայերեն · Version 3f9a1c07 · ${address}`,
      );
      expect(html).toContain('<blockquote lang="hy" dir="ltr">Խաղաղ երկխոսությունը');
      expect(html).toContain('<cite lang="hy" dir="ltr">Ինչ ենք մենք պահանջում</cite>');
      expect(html).toContain(`href="${address}"`);
      await page.close();
    });

    test('V23: as an HTML table with lang and dir, and as TSV beside it', async () => {
      const page = await open(way, 'table', '?l=en,ar');
      await page.locator('#s1item001 td[lang=en]').click();
      await copy(page, 'html');
      const { text, html } = await clipboard(page);
      expect(text).toBe('\tEnglish\tالعربية\n5\tStop the attack\tأوقفوا الهجوم');
      expect(html).toContain('<td lang="ar" dir="rtl">أوقفوا الهجوم</td>');
      expect(html).toContain('<th scope="col" lang="ar">العربية</th>');
      expect(html).toContain('<th scope="row">5</th>');
      await page.close();
    });
  });

  test('V22: what is selected in one text is what is cited', async () => {
    const page = await open('address', 'table');
    await page.locator('#s1head001 td[lang=en] h2').dblclick({ position: { x: 10, y: 10 } });
    await press(page, 'cite');
    const { text } = await clipboard(page);
    expect(text.split('\n')[0]?.trim()).toBe('What');
    expect(text).toContain('What we demand · English · ');
    await page.close();
  });

  test('V23: a selection made in one language holds no other', async () => {
    const page = await open('address', 'table', '?l=en,hy,fr');
    await page.evaluate(`document.querySelector('#s1para002').scrollIntoView()`);
    const from = await page.locator('#s1item001 td[lang=hy]').boundingBox();
    const to = await page.locator('#s1quot001 td[lang=hy]').boundingBox();
    if (!from || !to) throw new Error('no boxes');
    await page.mouse.move(from.x + 2, from.y + 8);
    await page.mouse.down();
    await page.mouse.move(to.x + to.width - 4, to.y + to.height - 6, { steps: 5 });
    await page.mouse.up();
    await page.keyboard.press('ControlOrMeta+c');
    const { text } = await clipboard(page);
    expect(text).toContain('Դադարեցնել հարձակումը');
    expect(text).toContain('Խաղաղ երկխոսությունը');
    expect(text).not.toMatch(/\p{Script=Latin}|\d/u);
    await copy(page, 'only');
    const only = await clipboard(page);
    expect(only.text.split('\n')).toEqual([
      'Դադարեցնել հարձակումը',
      'Բացել միջանցքը',
      'սննդի համար',
      'Խաղաղ երկխոսությունը պետք է լինի միակ տարբերակը։',
    ]);
    expect(only.html).toContain('<p lang="hy" dir="ltr">Բացել միջանցքը</p>');
    await page.close();
  });

  test('V23: everything is copied where nothing is chosen, or all is asked for; what is said about texts is not', async () => {
    const page = await open('address', 'table', '?l=en,fr');
    await copy(page, 'tsv');
    const { text, html } = await clipboard(page);
    expect(html).toBe('');
    const lines = text.split('\n');
    expect(lines).toHaveLength(1 + (await page.locator('tbody tr[id]').count()));
    expect(lines[0]).toBe('\tEnglish\tfrançais');
    expect(lines.find((line) => line.startsWith('8\t'))).toBe('8\tfor medicine\t');
    expect(text).not.toMatch(/Not translated|Outdated|machine|☐|•/);
    await page.locator('#s1item001').click();
    await page.locator('.js-bar [data-do=copy]').click();
    expect(await page.locator('#js-copy p').textContent()).toBe('Sentences: 5');
    await page.locator('#js-whole').check();
    expect(await page.locator('#js-copy p').textContent()).toBe('Sentences: 1–18');
    await press(page, 'tsv');
    expect((await clipboard(page)).text).toBe(text);
    await page.close();
  });

  test('V23: as a Markdown table, and hostile text stays text in every form', async () => {
    const page = await open('address', 'hostile');
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await copy(page, 'markdown');
    const { text: markdown } = await clipboard(page);
    expect(markdown.split('\n')[1]).toBe('| --- | --- | --- | --- |');
    expect(markdown).toContain('\\<img src=x onerror=alert(1)\\> \\| \\_a\\_ \\`b\\` \\[c\\](d) \\\\');
    await copy(page, 'tsv');
    const { text: tabs } = await clipboard(page);
    expect(tabs).toContain(`\t'=HYPERLINK("https://example.org")\t`);
    expect(tabs).toContain('\t"""a""\u200f، ب"');
    await copy(page, 'html');
    const { html } = await clipboard(page);
    const found = (await page.evaluate(
      `(() => { const all = new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html');
        return [all.querySelectorAll('img, script, b').length, all.querySelectorAll('td[lang=hy]')[1].textContent]; })()`,
    )) as [number, string];
    expect(found).toEqual([0, '"><img src=x onerror=alert(1)> | _a_ `b` [c](d) \\']);
    expect(dialogs).toEqual([]);
    await page.close();
  });

  test('V23: copied text has no soft hyphens, neither by a button nor by hand', async () => {
    const page = await open('address', 'hostile');
    await page.locator('#s5para002 td[lang=en]').click({ clickCount: 3 });
    await page.keyboard.press('ControlOrMeta+c');
    expect((await clipboard(page)).text.trim()).toBe('invisible');
    await copy(page, 'only');
    expect((await clipboard(page)).text).toBe('invisible');
    await press(page, 'cite');
    const { text, html } = await clipboard(page);
    expect(text).toMatch(/^invisible\n/);
    expect(text + html).not.toContain('\u00ad');
    await page.close();
  });

  test('V22: where nothing can be copied, that is said', async () => {
    const page = await open('fallback', 'table');
    await page.evaluate(`document.execCommand = () => false`);
    await page.locator('[data-do=link]').click();
    await page.locator('#js-told').getByText('This browser did not let the page copy.').waitFor();
    await page.close();
  });
});
