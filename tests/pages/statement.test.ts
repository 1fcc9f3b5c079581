import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations, chromiumPath, launchBrowser } from '../support/browser.ts';
import { hexapla } from '../support/cli.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe.skipIf(chromiumPath() === null)('this repository’s own pages (needs Chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-'));
  let browser: Browser;
  beforeAll(async () => {
    cpSync(join(root, 'hexapla.json'), join(folder, 'hexapla.json'));
    cpSync(join(root, 'locales'), join(folder, 'locales'), { recursive: true });
    expect((await hexapla(folder, ['build'])).exit).toBe(0);
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('the parallel edition, its own words in every language, stays light', () => {
    const html = readFileSync(join(folder, 'editions', 'parallel', 'statement.html'), 'utf8');
    const [script = ''] = html.match(/<script>[\s\S]*?<\/script>/) ?? [];
    // The texts in ten languages alone are 70 KB of it, what its readers' ten languages say some 30.
    expect(Buffer.byteLength(html)).toBeLessThan(152 * 1024);
    expect(Buffer.byteLength(script)).toBeLessThan(12 * 1024);
  });

  test.each(
    ['parallel', 'en', 'hy', 'ka', 'fr'].flatMap((name) =>
      [1280, 360].map((width): [string, number] => [name, width]),
    ),
  )(
    '%s at %i pixels: axe-core finds nothing, nothing scrolls sideways, nothing is fetched',
    async (name, width) => {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      const url = pathToFileURL(join(folder, 'editions', name, 'statement.html')).href;
      await page.goto(url);
      expect(await axeViolations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(requests).toEqual([url]);
      await page.close();
    },
  );
});
