import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { renderEdition } from '../src/edition/page-edition.ts';
import { renderInterleaved, renderParallel } from '../src/edition/parallel.ts';
import { launchBrowser } from '../tests/support/browser.ts';
import { statementInput, structureInput } from '../tests/support/page-fixtures.ts';
import { changedInput, joinedInput } from '../tests/support/page-states.ts';

const WIDTHS = [320, 360, 768, 1280, 1920];

/** Pictures of pages at five widths, dark, in forced colours, and printed: `tsx scripts/screenshots.ts [PAGE.html] OUTDIR`. */
async function main(): Promise<void> {
  const names = process.argv.slice(2);
  const folder = names.pop();
  if (folder === undefined) throw new Error('usage: tsx scripts/screenshots.ts [PAGE.html…] OUTDIR');
  mkdirSync(folder, { recursive: true });
  const browser = await launchBrowser();
  for (const page of names.length > 0 ? names.map((name) => resolve(name)) : fixturePages()) {
    await shoot(browser, page, folder);
  }
  await browser.close();
}

function fixturePages(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-pages-'));
  const pages = {
    'parallel.html': renderParallel(statementInput()),
    'parallel-all.html': renderParallel(statementInput({ shown: statementInput().parallel.locales })),
    'parallel-states.html': renderParallel(changedInput({ review: true })),
    'parallel-joined.html': renderParallel(joinedInput()),
    'interleaved.html': renderInterleaved(changedInput()),
    'edition-hy.html': renderEdition(statementInput(), 'hy'),
    'edition-structure-ar.html': renderEdition(structureInput(), 'ar'),
    'edition-structure-fr.html': renderEdition(structureInput(), 'fr'),
  };
  return Object.entries(pages).map(([name, html]) => {
    const path = join(folder, name);
    writeFileSync(path, html);
    return path;
  });
}

async function shoot(browser: Browser, path: string, folder: string): Promise<void> {
  const name = join(folder, basename(path, '.html'));
  const page = await browser.newPage();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of colorScheme === 'light' ? WIDTHS : [360, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(pathToFileURL(path).href);
      await page.screenshot({ path: `${name}-${colorScheme}-${width}.png`, fullPage: true });
    }
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  await page.screenshot({ path: `${name}-forced-1280.png`, fullPage: true });
  await page.emulateMedia({ forcedColors: 'none' });
  await page.pdf({ path: `${name}.pdf`, format: 'A4', preferCSSPageSize: true, tagged: true, outline: true });
  await page.close();
  rasterise(name);
}

/** The printed pages as pictures, where poppler's pdftoppm is there to make them. */
function rasterise(name: string): void {
  try {
    execFileSync('pdftoppm', ['-png', '-r', '80', `${name}.pdf`, `${name}-print`]);
  } catch (error) {
    process.stderr.write(`no pictures of ${name}.pdf: ${String(error)}\n`);
  }
}

await main();
