import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import type { PageInput } from '../../src/edition/page.ts';
import { readersOf } from '../../src/edition/page-readers.ts';
import { renderParallel } from '../../src/edition/parallel.ts';
import { SCRIPT_STYLE } from '../../src/edition/script-style.ts';
import { scriptWords } from '../../src/edition/script-words.ts';

/** The script of the parallel pages as `npm run build` bundles it. */
export function bundleScript(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-script-'));
  try {
    const file = join(folder, 'parallel.js');
    execFileSync(process.execPath, [
      fileURLToPath(new URL('../../scripts/viewer.mjs', import.meta.url)),
      file,
    ]);
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Where the pages of the tests stand, side by side. */
const PATHS: PageInput['paths'] = { editions: {}, parallel: 'table.html', interleaved: 'flow.html' };

/** A parallel page with the script, its words and its rules. */
export function scriptedPage(
  script: string,
  input: PageInput,
  render: typeof renderParallel = renderParallel,
): string {
  const html = render({ ...input, script, paths: PATHS });
  if (html.includes('<template id="js">')) return html;
  const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
  const hash = (code: string): string => createHash('sha256').update(code).digest('base64');
  const readers = readersOf(input, input.uiLocale(input.reader ?? input.parallel.sourceLocale));
  return html
    .replace(hash(style), () => hash(style + SCRIPT_STYLE))
    .replace('</style>', () => `${SCRIPT_STYLE}</style>`)
    .replace('<script>', () => `${scriptWords(input.words, readers)}<script>`);
}

/** Pages that a browser can open from files and from a server of its own computer. */
export interface Served {
  readonly file: (name: string) => string;
  readonly address: (name: string) => string;
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Writes pages to files, and serves them on 127.0.0.1. */
export async function servePages(pages: Readonly<Record<string, string>>): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-script-pages-'));
  for (const [name, html] of Object.entries(pages)) writeFileSync(join(folder, `${name}.html`), html);
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1).replace('.html', '');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pages[name] ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    file: (name) => pathToFileURL(join(folder, `${name}.html`)).href,
    address: (name) => `${origin}/${name}.html`,
    origin,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What the clipboard holds, by type; Chromium is asked as the page found it, before a test took anything away. */
export async function clipboard(page: Page): Promise<{ text: string; html: string }> {
  return (await page.evaluate(`(async () => {
    const [item] = await (window.clipboardBefore ?? navigator.clipboard).read();
    const read = async (type) => item.types.includes(type) ? (await item.getType(type)).text() : '';
    return { text: await read('text/plain'), html: await read('text/html') };
  })()`)) as { text: string; html: string };
}
