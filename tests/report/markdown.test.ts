import fc from 'fast-check';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { markdownReport, markdownSummary } from '../../src/report/markdown.ts';
import { code, markdown } from '../../src/report/markdown-text.ts';
import { runs } from '../support/settings.ts';
import { finding, hostileRun, hostileText, sampleRun, wordsIn } from './support.ts';

const english = wordsIn('en');
const toHtml = (text: string): string =>
  micromark(text, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] });
/** What is left of HTML when it is read. */
const textOf = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
const cells = (html: string): number => html.match(/<t[dh][ >]/g)?.length ?? 0;

describe('text as Markdown', () => {
  const shown = (text: string): string => text.replace(/\s+/g, ' ').trim();

  it('is read as it was, without any markup', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const html = toHtml(`| x |\n| --- |\n| a ${markdown(text)} b |\n`);
        expect(html).not.toMatch(/<(?!\/?(?:table|thead|tbody|tr|t[hd])>)/);
        const expected = text
          .replace(/[\u2028\u2029]/g, ' ')
          .replace(/[\0-\x08\v\f\x0e-\x1f\x7f-\x9f\uD800-\uDFFF]/gu, '\uFFFD');
        expect(shown(textOf(html))).toBe(shown(`x a ${expected} b`));
      }),
      { numRuns: runs },
    );
  });

  it('begins no list, heading or quotation', () => {
    for (const text of ['# a', '- a', '+ a', '1. a', '12) a', '> a', '* a', '===', '~~~']) {
      expect(toHtml(markdown(text))).toMatch(/^<p>.*<\/p>$/);
    }
  });

  it('as code keeps its bars and its ticks', () => {
    for (const text of ['a|b', '`', '``x`', ' a ', '<b>&amp;']) {
      const html = toHtml(`| x |\n| --- |\n| ${code(text)} |\n`);
      expect(cells(html)).toBe(2);
      expect(textOf(html).trim()).toContain(text.trim());
    }
  });
});

describe('the summary of a step', () => {
  const html = toHtml(markdownSummary(sampleRun(), english));

  it('has a row for each language with its states, and each finding, the gravest first', () => {
    const [progress = '', findings = ''] = html.split('</table>');
    expect(progress).toContain('4 errors, 2 warnings, 2 notes');
    expect(progress).toContain('1 finding is let stand on purpose.');
    expect(textOf(progress).replace(/\s+/g, ' ')).toContain('French fr 97% 350 330 12 4 1 2 1 2 1 ');
    const rows = findings.split('<tr>').slice(2).map(textOf);
    expect(rows).toHaveLength(8);
    expect(rows.map((row) => row.trim().split(/\s/)[0])).toEqual([
      ...Array(4).fill('error'),
      ...['warning', 'warning', 'note', 'note'],
    ]);
    expect(findings).toContain('<span lang="ar" dir="rtl">');
    expect(findings).toContain('Au moins <b>2000</b> personnes');
    expect(findings).toContain('<b>U+202E</b>');
  });

  it('is never longer than it may be, and counts what it leaves out', () => {
    const many = Array.from({ length: 9000 }, (_, index) => finding({ segment: `s${index}`, locale: 'hy' }));
    const text = markdownSummary(sampleRun({ findings: many }), english);
    const length = new TextEncoder().encode(text).length;
    expect(length).toBeLessThanOrEqual(1_000_000);
    expect(length).toBeGreaterThan(990_000);
    const shown = text.split('\n').filter((line) => line.startsWith('| error')).length;
    const [count = ''] = /[\d,]+(?= more findings are not shown here\.\n$)/.exec(text) ?? [];
    expect(Number(count.replace(',', ''))).toBe(9000 - shown);
  });

  it('says so where nothing was found', () => {
    const clean = markdownSummary(sampleRun({ findings: [], waived: 0 }), english);
    expect(clean).toContain('**Nothing was found**');
    expect(clean).not.toContain('What was found');
  });

  it('is in the language of whoever asked', () => {
    const french = markdownSummary(sampleRun(), { ...wordsIn('fr'), words: (key) => `[${key}]` });
    expect(french).toContain('français');
    expect(french).not.toMatch(/error,|Language/);
  });
});

describe('the report in Markdown', () => {
  it('has every finding, and the languages of each document', () => {
    const html = toHtml(markdownReport(sampleRun(), english));
    expect(html.match(/<h3>/g)).toHaveLength(2 + 7);
    for (const { message } of sampleRun().findings) {
      expect(textOf(html)).toContain(message.replace(/\s+/g, ' '));
    }
  });

  it('has tables that hold together, and no markup but its own, whatever is found', () => {
    fc.assert(
      fc.property(hostileRun, (run) => {
        const html = toHtml(markdownReport(run, english));
        const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/g)].map(([, name]) => name));
        const known = 'h1 h2 h3 p strong table thead tbody tr th td code span b br'.split(' ');
        expect([...tags].filter((name) => !known.includes(name ?? ''))).toEqual([]);
        // How far the languages are takes twelve columns.
        const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(
          ([row]) => row.match(/<td[ >]/g)?.length ?? 0,
        );
        expect(rows.filter((count) => count === 4)).toHaveLength(run.findings.length);
        expect(rows.filter((count) => ![0, 4, 12].includes(count))).toEqual([]);
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  });
});
