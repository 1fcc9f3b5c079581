import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { renderEdition } from '../../src/edition/page-edition.ts';
import { renderInterleaved, renderParallel } from '../../src/edition/parallel.ts';
import { chromiumPath } from '../support/browser.ts';
import { buildDocument } from '../support/page-build.ts';
import { pageInput, statementInput } from '../support/page-fixtures.ts';
import { pageSession } from '../support/page-session.ts';
import { changedInput } from '../support/page-states.ts';
import { link, paragraph } from '../support/page-structure.ts';

/** Whether poppler's programs are there, which read what is printed. */
const poppler = ['pdfinfo', 'pdftotext'].every((program) => {
  try {
    execFileSync(program, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
});

const linked = pageInput(
  buildDocument(
    ['en', 'hy'],
    [
      paragraph({ id: 's9para001', text: 'Title of it', targets: { hy: 'Վերնագիր' } }),
      paragraph({
        id: 's9para002',
        text: 'See the <1>report</1>.',
        codes: { '1': link('https://example.org/report') },
        targets: { hy: 'Տե՛ս <1>զեկույցը</1>։' },
      }),
      paragraph({ id: 's9long001', text: 'Long. '.repeat(400), targets: { hy: 'Երկար։ '.repeat(400) } }),
    ],
  ),
  { shown: ['en', 'hy'] },
);

describe.skipIf(chromiumPath() === null)('print (needs Chromium)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-print-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const session = pageSession({
    statement: renderParallel(statementInput()),
    structure: renderParallel(changedInput()),
    flow: renderInterleaved(changedInput()),
    linked: renderParallel(linked),
    edition: renderEdition(linked, 'hy'),
  });

  const print = async (
    name: string,
    format: 'A4' | 'Letter',
    how: Parameters<typeof session.open>[1] = {},
  ) => {
    const page = await session.open(name, how);
    const pdf = await page.pdf({ format, preferCSSPageSize: true, tagged: true, outline: true });
    const path = join(folder, 'page.pdf');
    writeFileSync(path, pdf);
    const run = (program: string, ...words: string[]) =>
      execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return {
      text: run('pdftotext', '-layout', path, '-'),
      info: run('pdfinfo', path),
      tags: run('pdfinfo', '-struct', path),
      raw: pdf.toString('latin1'),
    };
  };

  test.skipIf(!poppler)(
    'V39: a tagged file with its title, language, table and bookmarks, on A4 and on Letter (needs pdfinfo)',
    async () => {
      for (const [format, size] of [
        ['A4', /84[0-9.]+ x 59[0-9.]+ pts/],
        ['Letter', /792 x 612 pts/],
      ] as const) {
        const { info, tags, raw } = await print('structure', format);
        expect(info).toMatch(/Tagged: +yes/);
        expect(info).toMatch(/Title: +What we demand \(parallel edition\)/);
        expect(info).toMatch(size);
        expect(tags).toMatch(/Table[\s\S]*TH[\s\S]*TD/);
        expect(tags).toMatch(/H1|H2/);
        for (const locale of ['en', 'hy', 'ar', 'fr']) expect(raw.includes(`/Lang (${locale})`)).toBe(true);
        expect(raw).toContain('/Scope /Column');
        expect(raw).toContain('/Outlines');
      }
    },
  );

  test.skipIf(!poppler)(
    'V39: the head is on each page, and only rows longer than half a page are broken (needs pdftotext)',
    async () => {
      const { text } = await print('statement', 'A4', { shown: ['en', 'hy', 'ar', 'ka'] });
      const pages = text.split('\f').filter((page) => page.includes('/'));
      expect(pages.length).toBeGreaterThan(1);
      const [, second = ''] = pages;
      expect(second).toMatch(/English/);
      const page = await session.open('linked', { media: 'print' });
      const rule = (id: string) =>
        page.locator(`[id=${id}]`).evaluate((row) => getComputedStyle(row).breakInside);
      expect([await rule('s9para002'), await rule('s9long001')]).toEqual(['avoid', 'auto']);
    },
  );

  test.skipIf(!poppler)(
    'V40: numbers, addresses of links, version, states and page numbers are printed (needs pdftotext)',
    async () => {
      const { text } = await print('linked', 'A4');
      expect(text).toMatch(/^ *2 +See the report \(https:\/\/example\.org\/report\)/m);
      expect(text).toContain('Title of it · 3f9a1c07');
      expect(text).toMatch(/1 ?\/ ?\d/);
      expect(text).toContain('unreviewed machine draft');
      const flow = await print('flow', 'A4');
      for (const part of [
        'Not translated yet',
        '✓ approved',
        'Version 3f9a1c07.',
        'Outdated: the original changed',
      ]) {
        expect(flow.text).toContain(part);
      }
      const edition = await print('edition', 'A4');
      expect(edition.text).toContain('https://example.org/report');
    },
  );

  test('V40: what is chosen on the page is what is printed: two languages on facing pages, or below each other', async () => {
    const page = await session.open('linked', { media: 'print' });
    const box = async (locale: string) =>
      (await page.locator(`#s9para002 td[lang=${locale}]`).boundingBox()) ?? { x: 0, y: 0, width: 0 };
    const [source, target] = [await box('en'), await box('hy')];
    expect(source.y).toBe(target.y);
    expect(Math.abs(source.width - target.width)).toBeLessThan(2);
    const gutter = await page
      .locator('#s9para002 td[lang=hy]')
      .evaluate((one) => parseFloat(getComputedStyle(one).paddingInlineStart));
    expect(gutter).toBeGreaterThan(25);
    const rows = await session.open('linked', { media: 'print', checked: ['v-rows'] });
    const display = await rows.locator('#s9para002').evaluate((row) => getComputedStyle(row).display);
    expect(display).toBe('block');
    expect(await rows.locator('.views').isVisible()).toBe(false);
  });
});
