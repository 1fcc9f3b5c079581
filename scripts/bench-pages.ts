// How soon a parallel page of 1,000 rows in ten languages is there, and how long its frames take while it scrolls, in
// the system's Chromium. Usage: tsx scripts/bench-pages.ts
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { renderInterleaved, renderParallel } from '../src/edition/parallel.ts';
import { packageScript } from '../src/project/package.ts';
import { launchBrowser } from '../tests/support/browser.ts';
import { longInput } from '../tests/support/page-fixtures.ts';

const ROWS = 1000;
const FRAMES = 200;
const STEP = 250;

const input = { ...longInput(ROWS), script: packageScript() };
const { locales } = input.parallel;
const pages: Readonly<Record<string, string>> = {
  'table, three languages shown': renderParallel(input),
  'table, all ten shown': renderParallel({ ...input, shown: locales }),
  'continuous text, all ten': renderInterleaved({ ...input, shown: locales }),
};
const folder = mkdtempSync(join(tmpdir(), 'hexapla-pages-'));
const browser = await launchBrowser();
try {
  console.log(`${ROWS} rows in ${locales.length} languages; milliseconds.`);
  for (const [name, html] of Object.entries(pages)) await measure(browser, name, html);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(running: Browser, name: string, html: string): Promise<void> {
  const file = join(folder, 'page.html');
  writeFileSync(file, html);
  const page = await running.newPage({ viewport: { width: 1280, height: 800 } });
  const start = performance.now();
  await page.goto(pathToFileURL(file).href);
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
  const load = performance.now() - start;
  const frames = (await page.evaluate(`new Promise((done) => {
    const times = [];
    let before = performance.now();
    const next = (now) => {
      times.push(now - before);
      before = now;
      if (times.length > ${FRAMES}) return done(times.slice(1));
      scrollBy(0, ${STEP});
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  })`)) as number[];
  await page.close();
  const sorted = [...frames].sort((a, b) => a - b);
  const mean = frames.reduce((sum, one) => sum + one, 0) / frames.length;
  const over = frames.filter((one) => one > 50).length;
  const facts = [`load ${load.toFixed(0)}`, `frame ${mean.toFixed(1)} on average`];
  facts.push(`${(sorted.at(-1) ?? 0).toFixed(0)} at most, ${over} of ${frames.length} over 50`);
  console.log(`${name} (${(Buffer.byteLength(html) / 1e6).toFixed(1)} MB): ${facts.join('; ')}`);
}
