import { expect, test } from 'vitest';
import { loadHyphenation } from '../../src/edition/hyphenate.ts';
import { renderEdition } from '../../src/edition/page-edition.ts';
import { renderParallel } from '../../src/edition/parallel.ts';
import { printedPage } from '../../src/edition/site-print.ts';
import { chromiumPath, launchBrowser } from '../support/browser.ts';
import { structureInput } from '../support/page-fixtures.ts';

const SOFT_HYPHEN = '\u00AD';

test.skipIf(chromiumPath() === null)(
  'V15: words are hyphenated by the browser on screen; soft hyphens are on paper alone (needs Chromium)',
  async () => {
    const pages = [renderParallel(structureInput()), renderEdition(structureInput(), 'en')];
    const browser = await launchBrowser();
    try {
      const page = await browser.newPage();
      await page.setContent(pages[0] ?? '');
      const cells = page.locator('tbody td:visible');
      expect(await cells.count()).toBeGreaterThan(10);
      const styles = await cells.evaluateAll((found) => found.map((cell) => getComputedStyle(cell).hyphens));
      expect([...new Set(styles)]).toEqual(['auto']);
    } finally {
      await browser.close();
    }
    const hyphenation = await loadHyphenation(['en', 'fr', 'hy']);
    for (const html of pages) {
      expect(html).not.toContain(SOFT_HYPHEN);
      expect(printedPage(html, 'A4', hyphenation)).toContain(SOFT_HYPHEN);
    }
  },
);
