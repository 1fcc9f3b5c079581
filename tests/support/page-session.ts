import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';

/** How a page is opened: at first 1280 × 800 pixels, light, without a script. */
interface Opened {
  readonly width?: number;
  readonly height?: number;
  readonly anchor?: string;
  /** Whether scripts run, which only axe-core needs. */
  readonly scripted?: boolean;
  readonly colorScheme?: 'light' | 'dark';
  readonly forcedColors?: 'active' | 'none';
  readonly media?: 'screen' | 'print';
  /** A reader's own style sheet, which the page's policy cannot forbid. */
  readonly css?: string;
  /** The languages shown, where they are not the page's own choice. */
  readonly shown?: readonly string[];
  /** Elements that are checked, by their ids. */
  readonly checked?: readonly string[];
}

/** Pages in the system's Chromium, each opened from a file, for the tests of the surrounding `describe`. */
export interface PageSession {
  readonly open: (name: string, how?: Opened) => Promise<Page>;
  readonly address: (name: string, anchor?: string) => string;
  /** The addresses that have been asked for since the last page was opened. */
  readonly requests: readonly string[];
  /** What the page has printed or asked since it was opened. */
  readonly failures: readonly string[];
}

/** Writes the pages to a folder and opens them in one browser; all of it goes away after the tests. */
export function pageSession(pages: Readonly<Record<string, string>>): PageSession {
  const requests: string[] = [];
  const failures: string[] = [];
  let browser: Browser;
  let contexts: Record<'plain' | 'scripted' | 'styled', BrowserContext>;
  let folder = '';
  let last: Page | null = null;
  const address = (name: string, anchor = ''): string =>
    `${pathToFileURL(join(folder, `${name}.html`)).href}${anchor}`;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hexapla-pages-'));
    for (const [name, html] of Object.entries(pages)) writeFileSync(join(folder, `${name}.html`), html);
    browser = await launchBrowser();
    contexts = {
      plain: await browser.newContext({ javaScriptEnabled: false }),
      scripted: await browser.newContext(),
      styled: await browser.newContext({ bypassCSP: true }),
    };
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = async (name: string, how: Opened = {}): Promise<Page> => {
    await last?.close();
    const page = await contexts[how.css ? 'styled' : how.scripted ? 'scripted' : 'plain'].newPage();
    last = page;
    page.setDefaultTimeout(10_000);
    requests.length = 0;
    failures.length = 0;
    page.on('request', (request) => requests.push(request.url()));
    page.on('console', (message) => failures.push(message.text()));
    page.on('dialog', (dialog) => failures.push(dialog.message()));
    const { colorScheme = 'light', forcedColors = 'none', media = 'screen' } = how;
    await page.emulateMedia({ colorScheme, forcedColors });
    await page.setViewportSize({ width: how.width ?? 1280, height: how.height ?? 800 });
    await page.goto(address(name, how.anchor));
    if (how.css) await page.addStyleTag({ content: how.css });
    if (how.shown) {
      for (const box of await page.locator('.pick').all()) {
        const locale = (await box.getAttribute('id'))?.slice('l-'.length) ?? '';
        await box.setChecked(how.shown.includes(locale), { force: true });
      }
    }
    for (const id of how.checked ?? []) await page.locator(`[id="${id}"]`).check({ force: true });
    if (media === 'print') await page.emulateMedia({ media, colorScheme, forcedColors });
    return page;
  };
  return { open, address, requests, failures };
}
