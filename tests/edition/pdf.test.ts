import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { loadHyphenation } from '../../src/edition/hyphenate.ts';
import { renderEdition } from '../../src/edition/page-edition.ts';
import { renderParallel } from '../../src/edition/parallel.ts';
import { type Paper, printedPage } from '../../src/edition/site-print.ts';
import { findChromium, printPage } from '../../src/project/chromium.ts';
import { withoutClock } from '../../src/project/pdf.ts';
import { chromiumPath } from '../support/browser.ts';
import { statementInput, structureInput } from '../support/page-fixtures.ts';
import { thrown } from '../support/thrown.ts';

const folder = mkdtempSync(join(tmpdir(), 'hexapla-pdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const hasPdfinfo = spawnSync('pdfinfo', ['-v']).error === undefined;
const PAGES: Readonly<Record<string, readonly [html: string, paper: Paper]>> = {
  'the statement in Armenian, A4': [renderEdition(statementInput(), 'hy'), 'A4'],
  'every structure in Arabic, Letter': [renderEdition(structureInput(), 'ar'), 'Letter'],
  'every structure side by side, A4': [renderParallel(structureInput({ shown: ['en', 'hy', 'ar'] })), 'A4'],
};

/** Objects of a PDF that are not compressed, as Chromium writes all but its streams. */
const objectsOf = (pdf: Uint8Array): string =>
  Buffer.from(pdf)
    .toString('latin1')
    .replace(/stream\r?\n[\s\S]*?endstream/g, '');
const languagesOf = (pdf: Uint8Array): Set<string> =>
  new Set([...objectsOf(pdf).matchAll(/\/Lang \(([^)]*)\)/g)].map(([, lang = '']) => lang));

describe.skipIf(chromiumPath() === null)('PDF by the system’s Chromium (needs Chromium)', () => {
  const printed = new Map<string, Uint8Array>();
  const print = async (html: string, paper: Paper): Promise<Uint8Array> => {
    const hyphenation = await loadHyphenation(['en', 'hy']);
    const order = { chromium: findChromium(process.env), timeout: 60_000, path: 'x.pdf' };
    return withoutClock(
      await printPage({ ...order, html: printedPage(html, paper, hyphenation) }),
      '2026-03-01',
    );
  };
  beforeAll(async () => {
    for (const [name, [html, paper]] of Object.entries(PAGES)) {
      const pdf = await print(html, paper);
      printed.set(name, pdf);
      writeFileSync(join(folder, `${name}.pdf`), pdf);
    }
  }, 240_000);
  const pdfOf = (name: string): Uint8Array => printed.get(name) ?? new Uint8Array();

  test.skipIf(!hasPdfinfo).each([
    ['the statement in Armenian, A4', /Page size:\s+59[45](?:\.\d+)? x 84[12].*\(A4\)/],
    ['every structure in Arabic, Letter', /Page size:\s+612 x 792 pts \(letter\)/],
    ['every structure side by side, A4', /\(A4\)/],
  ])('V39 %s: tagged, titled, of its size, whole (needs pdfinfo)', (name, size) => {
    const { stdout, stderr, status } = spawnSync('pdfinfo', ['-isodates', join(folder, `${name}.pdf`)], {
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/Tagged:\s+yes/);
    expect(stdout).toMatch(/Title:\s+\S/);
    expect(stdout).toMatch(size);
    expect(stdout).toMatch(/CreationDate:\s+2026-03-01T00:00:00/);
    expect(stdout).toMatch(/Creator:\s+Hexapla/);
    expect(stdout).toMatch(/JavaScript:\s+no/);
  });

  test.skipIf(!hasPdfinfo)(
    'V39 headings, lists and table cells are tagged as what they are (needs pdfinfo)',
    () => {
      const tree = (name: string): string =>
        spawnSync('pdfinfo', ['-struct-text', join(folder, `${name}.pdf`)], { encoding: 'utf8' }).stdout;
      const arabic = tree('every structure in Arabic, Letter');
      for (const type of ['H1', 'L ', 'LI', 'Table', 'TH', 'TD', 'BlockQuote', 'Link'])
        expect(arabic).toMatch(new RegExp(`^\\s*${type}`, 'm'));
      expect(arabic).toContain('/Scope /Column');
      const parallel = tree('every structure side by side, A4');
      expect(parallel).toMatch(/^\s*TH/m);
      expect(parallel).toContain('/Scope /Row');
    },
  );

  test('V39 the document and each text in another language say which one it is', () => {
    expect(objectsOf(pdfOf('the statement in Armenian, A4'))).toMatch(
      /\/Type \/Catalog[\s\S]*?\/Lang \(hy\)|\/Lang \(hy\)[\s\S]*?\/Type \/Catalog/,
    );
    const parallel = languagesOf(pdfOf('every structure side by side, A4'));
    for (const locale of ['en', 'hy', 'ar']) expect(parallel).toContain(locale);
    expect(objectsOf(pdfOf('every structure side by side, A4'))).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
  });

  test('has bookmarks for its headings', () => {
    const objects = objectsOf(pdfOf('every structure in Arabic, Letter'));
    expect(objects).toMatch(/\/Type \/Outlines/);
    expect(
      objects.match(/\/Parent \d+ 0 R[\s\S]{0,200}?\/Title/g)?.length ?? objects.match(/\/Title /g)?.length,
    ).toBeGreaterThanOrEqual(2);
  });

  test('is the same when it is printed again', async () => {
    const name = 'the statement in Armenian, A4';
    const [html = '', paper = 'A4'] = PAGES[name] ?? [];
    expect(Buffer.from(await print(html, paper)).equals(Buffer.from(pdfOf(name)))).toBe(true);
  });

  test('a Chromium that never ends is ended, with all that it started', async () => {
    const program = join(folder, 'sleeper');
    writeFileSync(program, '#!/bin/sh\nsleep 1000 & sleep 1000\n');
    chmodSync(program, 0o755);
    const started = performance.now();
    await expect(
      printPage({ chromium: program, html: '', path: 'hy/a.pdf', timeout: 500 }),
    ).rejects.toMatchObject({
      code: 'chromium-failed',
      values: { reason: 'timeout', path: 'hy/a.pdf' },
    });
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  test.each([
    ['fails', '#!/bin/sh\necho no display >&2\nexit 3\n', { reason: 'exit', detail: 'no display' }],
    ['prints nothing', '#!/bin/sh\nexit 0\n', { reason: 'empty' }],
  ])('a Chromium that %s is told', async (name, script, values) => {
    const program = join(folder, name.replace(' ', '-'));
    writeFileSync(program, script);
    chmodSync(program, 0o755);
    const order = { chromium: program, html: '', path: 'x.pdf', timeout: 20_000 };
    await expect(printPage(order)).rejects.toMatchObject({ code: 'chromium-failed', values });
  });
});

describe('where there is no Chromium', () => {
  it('the error says so', () => {
    const none = { CHROMIUM_PATH: join(folder, 'none'), PATH: '' };
    expect(thrown(() => findChromium(none))).toMatchObject({ code: 'chromium-missing' });
    expect(thrown(() => findChromium({ CHROMIUM_PATH: folder }))).toMatchObject({ code: 'chromium-missing' });
  });
});

describe('a PDF without the clock', () => {
  const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));
  it('keeps every length', () => {
    const pdf = bytes(
      "\xe2(D:x)/Creator (Mozilla \\(X11\\))\n/CreationDate (D:20261128203043+02'30')/ModDate (D:20261128203043Z)/ID [<AB12> <CD34>]",
    );
    expect(Buffer.from(withoutClock(pdf, null)).toString('latin1')).toBe(
      "\xe2(D:x)/Creator (Hexapla        )\n/CreationDate (D:19800101000000+00'00')/ModDate (D:19800101000000Z)/ID [<0000> <0000>]",
    );
  });
});

describe('a page for print', () => {
  it('has its paper and no script, whatever the page says', () => {
    const page = renderEdition(statementInput(), 'fr').replace('</body>', '<script>1</script></body>');
    const out = printedPage(page, 'Letter');
    expect(out).toContain('@page{size:Letter}');
    expect(out).not.toMatch(/<script(?! type="application\/ld)|sha256/);
  });
  it('names its images and fetches none', () => {
    const page =
      '<p lang="hy"><img id="s1" src="https://x.org/a.png" loading="lazy" alt="&lt;Map&gt;" lang="en" dir="ltr"><img src="b.png" alt=""></p>';
    expect(printedPage(page, 'A4')).toBe(
      '<p lang="hy"><span class="image" id="s1" lang="en" dir="ltr">&lt;Map&gt;</span></p>',
    );
  });
});
