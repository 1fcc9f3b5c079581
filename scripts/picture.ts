import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { renderParallel } from '../src/edition/parallel.ts';
import { launchBrowser } from '../tests/support/browser.ts';
import { hexapla } from '../tests/support/cli.ts';
import { changedInput } from '../tests/support/page-states.ts';
import { palettePng } from './palette-png.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PICTURES = join(ROOT, '.github');
/** A picture that weighs more makes the README slow. In bytes. */
const MOST = 150_000;

/** A picture of a page: its size in pixels, what is chosen on it, and where it is scrolled to. */
interface Picture {
  readonly name: string;
  readonly page: 'statement' | 'states';
  readonly width: number;
  readonly height: number;
  readonly shown: readonly string[];
  readonly checked?: readonly string[];
  readonly dark?: true;
  /** The element at the top of the picture. */
  readonly top?: string;
  /** The disclosures that are open. */
  readonly open?: true;
  readonly printed?: true;
}

const LIST: readonly Picture[] = [
  { name: 'parallel-edition', page: 'statement', width: 1280, height: 1080, shown: ['en', 'hy', 'ka', 'fr'] },
  {
    ...{ name: 'parallel-narrow', page: 'statement', width: 390, height: 780, shown: ['en', 'ka', 'de'] },
    ...{ dark: true, checked: ['v-rows'], top: '.views' },
  },
  {
    ...{ name: 'parallel-review', page: 'states', width: 1280, height: 640, shown: ['en', 'hy', 'ar', 'fr'] },
    ...{ checked: ['review'], top: '.views', open: true },
  },
  {
    ...{ name: 'parallel-print', page: 'statement', width: 1123, height: 794, shown: ['en', 'hy'] },
    printed: true,
  },
];

/** Takes the README's pictures of parallel editions: `tsx scripts/picture.ts`. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-picture-'));
  const browser = await launchBrowser();
  try {
    const pages = { statement: await parallelEdition(folder), states: join(folder, 'states.html') };
    writeFileSync(pages.states, renderParallel(changedInput()));
    mkdirSync(PICTURES, { recursive: true });
    for (const picture of LIST) {
      const png = await photograph(browser, pages[picture.page], picture, folder);
      const bytes = palettePng(await pixelsOf(browser, png));
      if (bytes.length > MOST)
        throw new Error(`${picture.name} has ${bytes.length} bytes, more than ${MOST}`);
      const path = join(PICTURES, `${picture.name}.png`);
      writeFileSync(path, bytes);
      process.stdout.write(`${relative(ROOT, path)}: ${bytes.length} bytes\n`);
    }
  } finally {
    await browser.close();
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

async function photograph(browser: Browser, path: string, picture: Picture, folder: string): Promise<Buffer> {
  const { width, height, shown, checked = [], dark, top, open, printed } = picture;
  const colorScheme = dark ? 'dark' : 'light';
  const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
  await page.goto(pathToFileURL(path).href);
  for (const box of await page.locator('.pick').all()) {
    const locale = (await box.getAttribute('id'))?.replace(/^l-/, '') ?? '';
    await box.setChecked(shown.includes(locale));
  }
  for (const id of checked) await page.locator(`#${id}`).check();
  if (open) await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true");
  if (top) await page.evaluate(`document.querySelector(${JSON.stringify(top)}).scrollIntoView()`);
  await page.evaluate('document.activeElement?.blur()');
  await page.mouse.move(0, 0);
  const png = printed ? await firstSheet(page, folder) : await page.screenshot({ animations: 'disabled' });
  await page.close();
  return png;
}

/** The first sheet of a page as it is printed on A4, by poppler's pdftoppm. */
async function firstSheet(page: Page, folder: string): Promise<Buffer> {
  const file = join(folder, 'sheet');
  await page.pdf({ path: `${file}.pdf`, format: 'A4', preferCSSPageSize: true });
  execFileSync('pdftoppm', ['-png', '-r', '96', '-singlefile', `${file}.pdf`, file]);
  return readFileSync(`${file}.png`);
}

/** A picture's pixels, by the browser's own reader. */
async function pixelsOf(browser: Browser, png: Buffer): Promise<Parameters<typeof palettePng>[0]> {
  const page = await browser.newPage();
  const [width, height, pixels] = (await page.evaluate(`(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,${png.toString('base64')}';
    await image.decode();
    const pen = new OffscreenCanvas(image.width, image.height).getContext('2d');
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, image.width, image.height);
    let text = '';
    for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.subarray(at, at + 8192));
    return [image.width, image.height, btoa(text)];
  })()`)) as [number, number, string];
  await page.close();
  return { width, height, data: Buffer.from(pixels, 'base64') };
}

await main();
