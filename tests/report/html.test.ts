import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { htmlReport } from '../../src/report/html-report.ts';
import { axeViolations, chromiumPath, launchBrowser } from '../support/browser.ts';
import { runs } from '../support/settings.ts';
import { invalidities } from '../support/validate.ts';
import { finding, hostileRun, sampleRun, wordsIn } from './support.ts';

const english = wordsIn('en');
const page = htmlReport(sampleRun(), english, (document, segment) =>
  document.endsWith('statement.md') ? `../parallel/statement.html#${segment}` : null,
);
const tagsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, name = '']) => name);

describe('the report as a page', () => {
  it('is valid HTML', async () => {
    expect(await invalidities(page)).toEqual([]);
    expect(
      await invalidities(htmlReport(sampleRun({ findings: [], matrix: [], waived: 0 }), english)),
    ).toEqual([]);
    const samples = fc.sample(hostileRun, 8);
    for (const run of samples) expect(await invalidities(htmlReport(run, english))).toEqual([]);
  });

  it('needs nothing else: its policy allows its own styles alone, and it has no script', () => {
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(page).not.toMatch(/<(?:script|link|img|iframe|form)\b|\sstyle="|\son[a-z]+="/);
  });

  it('says whose language each text is in, marks what is meant and shows what cannot be seen', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/);
    expect(page).toContain('<span class="excerpt" lang="fr" dir="ltr">Au moins <mark>2000</mark> personnes');
    expect(page).toContain('lang="ar" dir="rtl">اقرأ <span class="sign">U+202E</span>البيان السابق</span>');
    expect(htmlReport(sampleRun({ language: 'ar' }), wordsIn('ar'))).toContain('<html lang="ar" dir="rtl">');
  });

  it('has the matrix with reasons, the findings, and what is let stand with its reason', () => {
    expect(page).toMatch(
      /<th role="rowheader" scope="row">French <code class="quiet" dir="ltr">fr<\/code><\/th>/,
    );
    expect(page).toContain(
      '80% ready</span><ul class="why"><li>1 missing</li><li>2 outdated</li><li>1 draft</li><li>4 to be approved</li>',
    );
    expect(page).toContain(
      '<a href="../parallel/statement.html#s4k7qz2m1"><code dir="ltr">s4k7qz2m1</code></a>',
    );
    expect(page).toContain('Let stand by A. Reviewer: The title is the same in French.');
    expect(page).toContain('<dt id="rule-numbers">');
    expect([...page.matchAll(/href="#([^"]+)"/g)].every(([, id]) => page.includes(`id="${id}"`))).toBe(true);
  });

  it('shows the gravest five thousand, and counts the rest', () => {
    const many = Array.from({ length: 5010 }, (_, index) =>
      finding({ severity: index < 20 ? 'info' : 'error', segment: `s${index}` }),
    );
    const html = htmlReport(sampleRun({ findings: many, waivedFindings: [], matrix: [] }), english);
    expect(html.match(/<tr role="row"><td/g)).toHaveLength(5000);
    expect(html).toContain('<p>10 more findings are not shown here.</p>');
  });

  it('lets no text become markup', () => {
    const known = new Set(tagsOf(page));
    for (const name of ['a', 'p']) known.add(name);
    fc.assert(
      fc.property(hostileRun, (run) => {
        const html = htmlReport(run, english);
        expect(tagsOf(html).filter((name) => !known.has(name))).toEqual([]);
        const [, body = ''] = html.split('</style>');
        expect(body.match(/<tr role="row"><td/g)?.length ?? 0).toBe(
          run.findings.length + (run.waivedFindings?.length ?? 0),
        );
        expect(body).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\u202A-\u202E\uD800-\uDFFF](?![\uDC00-\uDFFF])/u);
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  });
});

describe.skipIf(chromiumPath() === null)('in Chromium (needs CHROMIUM_PATH or a chromium on PATH)', () => {
  let browser: Browser;
  let tab: Page;
  let folder: string;
  const said: string[] = [];
  const one = { documents: ['locales/en/statement.md'], matrix: sampleRun().matrix.slice(0, 3) };
  const pages = {
    report: page,
    arabic: htmlReport(sampleRun({ language: 'ar' }), wordsIn('ar')),
    one: htmlReport(sampleRun(one), english),
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hexapla-report-'));
    for (const [name, html] of Object.entries(pages)) writeFileSync(join(folder, `${name}.html`), html);
    browser = await launchBrowser();
    tab = await browser.newPage();
    tab.on('console', (message) => said.push(message.text()));
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const open = async (
    name: string,
    width: number,
    colorScheme: 'light' | 'dark' = 'light',
  ): Promise<void> => {
    await tab.emulateMedia({ colorScheme });
    await tab.setViewportSize({ width, height: 800 });
    await tab.goto(pathToFileURL(join(folder, `${name}.html`)).href);
  };

  it.each([
    ['report', 1280, 'light'],
    ['report', 1280, 'dark'],
    ['report', 360, 'light'],
    ['arabic', 1280, 'light'],
    ['one', 360, 'dark'],
  ] as const)('axe-core finds nothing: %s at %i pixels, %s', async (name, width, scheme) => {
    await open(name, width, scheme);
    expect(await axeViolations(tab)).toEqual([]);
    expect(said.filter((text) => !text.includes('axe'))).toEqual([]);
  });

  it('never scrolls sideways', async () => {
    for (const name of Object.keys(pages)) {
      for (const width of [320, 360, 768, 1280]) {
        await open(name, width);
        expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(width);
      }
    }
  });

  it('shows the languages and severities that are checked', async () => {
    await open('report', 1280);
    const shown = async (): Promise<number> =>
      (await tab.evaluate(
        `[...document.querySelectorAll('details[open] .findings tbody tr')].filter((row) => row.checkVisibility()).length`,
      )) as number;
    expect(await shown()).toBe(8);
    await tab.getByLabel('French').uncheck();
    expect(await shown()).toBe(5);
    await tab.getByLabel('error').uncheck();
    expect(await shown()).toBe(3);
    await tab.getByLabel('French').check();
    expect(await shown()).toBe(4);
  });
});
