import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../tests/support/browser.ts';
import { hexapla } from '../tests/support/cli.ts';
import { palettePng } from './palette-png.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PICTURE = join(ROOT, '.github', 'parallel-edition.png');
const SHOWN = ['en', 'hy', 'ka', 'fr'];
const SIZE = { width: 1280, height: 1080 };
/** A picture that weighs more makes the README slow. In bytes. */
const MOST = 150_000;

/** Takes the README's picture of this repository's parallel edition: `tsx scripts/picture.ts`. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-picture-'));
  try {
    const bytes = await photograph(await parallelEdition(folder));
    if (bytes.length > MOST) throw new Error(`the picture has ${bytes.length} bytes, more than ${MOST}`);
    mkdirSync(dirname(PICTURE), { recursive: true });
    writeFileSync(PICTURE, bytes);
    process.stdout.write(`${relative(ROOT, PICTURE)}: ${bytes.length} bytes\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds in a copy, so that what is in `editions/` stays as it is. */
async function parallelEdition(folder: string): Promise<string> {
  cpSync(join(ROOT, 'hexapla.json'), join(folder, 'hexapla.json'));
  cpSync(join(ROOT, 'locales'), join(folder, 'locales'), { recursive: true });
  const { exit, err } = await hexapla(folder, ['build']);
  if (exit !== 0) throw new Error(err);
  return join(folder, 'editions', 'parallel', 'statement.html');
}

async function photograph(path: string): Promise<Buffer> {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(pathToFileURL(path).href);
    for (const box of await page.locator('.pick').all()) {
      const locale = (await box.getAttribute('id'))?.replace(/^l-/, '') ?? '';
      await box.setChecked(SHOWN.includes(locale));
    }
    await page.evaluate('document.activeElement?.blur()');
    await page.mouse.move(0, 0);
    const shot = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    return palettePng({ ...SIZE, data: await pixelsOf(browser, shot) });
  } finally {
    await browser.close();
  }
}

/** A picture's pixels, by the browser's own reader. */
async function pixelsOf(browser: Browser, png: Buffer): Promise<Buffer> {
  const page = await browser.newPage();
  const pixels = await page.evaluate(`(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,${png.toString('base64')}';
    await image.decode();
    const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, image.width, image.height);
    let text = '';
    for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.subarray(at, at + 8192));
    return btoa(text);
  })()`);
  return Buffer.from(String(pixels), 'base64');
}

await main();
