import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { renderEdition } from '../../src/edition/page-edition.ts';
import { renderInterleaved, renderParallel } from '../../src/edition/parallel.ts';
import { chromiumPath } from '../support/browser.ts';
import { longInput } from '../support/page-fixtures.ts';
import { pageSession } from '../support/page-session.ts';
import { changedInput } from '../support/page-states.ts';
import { NAMED_WORDS } from '../support/page-words.ts';

/** What a reader sees of an element: of a text in several languages the chosen one alone. */
const seen = (element: Locator): Promise<string> =>
  // biome-ignore lint/performance/useDomNodeTextContent: what is not displayed does not count
  element.innerText();

describe.skipIf(chromiumPath() === null)('finding one’s way (needs Chromium)', () => {
  const session = pageSession({
    table: renderParallel(changedInput()),
    flow: renderInterleaved(changedInput()),
    edition: renderEdition(changedInput(), 'hy'),
    chapters: renderParallel({ ...longInput(120), ...NAMED_WORDS }),
    'chapters-flow': renderInterleaved(longInput(120)),
    'chapters-hy': renderEdition(longInput(120), 'hy'),
  });

  test('V21: every segment has one anchor, its own id, on each page', () => {
    const input = changedInput({ former: new Map([['s1para001', ['s0former1']]]) });
    const ids = [...input.parallel.rows.flatMap((row) => row.ids), 's0former1'];
    for (const html of [renderParallel(input), renderInterleaved(input)]) {
      for (const id of ids) expect([id, html.split(` id="${id}"`).length - 1]).toEqual([id, 1]);
    }
    const moved = { ...input, parallel: { ...input.parallel, rows: [...input.parallel.rows].reverse() } };
    const anchors = (html: string) => [...html.matchAll(/<tr role="row" id="(\w+)"/g)].map(([, id]) => id);
    expect(anchors(renderParallel(moved)).sort()).toEqual(anchors(renderParallel(input)).sort());
  });

  test('V21: a link to a segment marks its row and keeps the languages that are shown', async () => {
    for (const name of ['table', 'flow']) {
      const page = await session.open(name, { anchor: '#s1quot001' });
      const colour = await page
        .locator('[id=s1quot001]')
        .evaluate((row) => getComputedStyle(row).backgroundColor);
      expect(colour).toBe('rgb(251, 239, 196)');
      expect(await page.locator('[id=s1quot001] [lang=hy]').first().isVisible()).toBe(true);
    }
  });

  test('V24: the mouse and the focus mark the whole row in all languages', async () => {
    for (const name of ['table', 'flow']) {
      const page = await session.open(name);
      const row = page.locator('[id=s1quot001]');
      const colour = () => row.evaluate((one) => getComputedStyle(one).backgroundColor);
      const plain = await colour();
      await row.locator('[lang=en]').first().hover();
      const hovered = await colour();
      expect(hovered).not.toBe(plain);
      await page.mouse.move(0, 0);
      expect(await colour()).toBe(plain);
      await row.locator('a').first().focus();
      expect(await colour()).toBe(hovered);
    }
  });

  test('V27: the contents are in the reader’s language and lead to the rows', async () => {
    const page = await session.open('chapters');
    const links = page.locator('nav.contents a');
    expect(await links.count()).toBe(2);
    expect(await seen(links.first())).toBe('Brussels, 21 September 2023');
    await page.locator('#u-hy').check();
    expect(await seen(links.first())).toMatch(/^Բրյուսել/);
    await links.nth(1).click();
    const top = await page.locator('[id=s3head0100]').evaluate((row) => row.getBoundingClientRect().top);
    expect(top).toBeGreaterThanOrEqual(0);
    expect(top).toBeLessThan(300);
    const edition = await session.open('chapters-hy');
    expect(await seen(edition.locator('nav.contents a').first())).toMatch(/^Բրյուսել/);
    expect(await (await session.open('chapters-flow')).locator('nav.contents a').count()).toBe(2);
  });

  test('V28: a language is chosen by keyboard in no more than three steps', async () => {
    const page = await session.open('table');
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate('document.activeElement.id');
    expect(await focused()).toBe('l-en');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('l-fr');
    await page.keyboard.press('Space');
    expect(await page.locator('td[lang=fr]').first().isVisible()).toBe(false);
  });

  test('one language is read, and a tap or the focus brings the others', async () => {
    const page = await session.open('table', { checked: ['v-one'], shown: ['en', 'hy', 'ar'] });
    const cell = (row: string, locale: string) => page.locator(`[id=${row}] td[lang=${locale}]`);
    expect(await cell('s1quot001', 'en').isVisible()).toBe(true);
    expect(await cell('s1quot001', 'hy').isVisible()).toBe(false);
    await cell('s1quot001', 'en').click({ force: true });
    expect(await cell('s1quot001', 'hy').isVisible()).toBe(true);
    expect(await cell('s1quot001', 'fr').isVisible()).toBe(false);
    expect(await cell('s1head001', 'hy').isVisible()).toBe(false);
    await page.locator('[id=s1head001] th a').focus();
    expect(await cell('s1head001', 'ar').isVisible()).toBe(true);
    await page.locator('#l-en').uncheck();
    expect(await cell('s1last001', 'hy').isVisible()).toBe(true);
    expect(await cell('s1last001', 'ar').isVisible()).toBe(false);
  });
});
