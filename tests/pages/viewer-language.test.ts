import { describe, expect, test } from 'vitest';
import { renderEdition } from '../../src/edition/page-edition.ts';
import { renderInterleaved, renderParallel } from '../../src/edition/parallel.ts';
import { chromiumPath } from '../support/browser.ts';
import { buildDocument } from '../support/page-build.ts';
import { pageInput, statementInput } from '../support/page-fixtures.ts';
import { pageSession } from '../support/page-session.ts';
import { changedInput } from '../support/page-states.ts';
import { paragraph } from '../support/page-structure.ts';

const { locales } = statementInput().parallel;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

const mixed = paragraph({
  id: 's7para001',
  text: 'Call +32 2 123 (office) now!',
  targets: {
    ar: 'اتصل بـ +32 2 123 (EaP CSF) الآن!',
    'az-Latn': 'İndi zəng edin.',
    he: 'התקשרו!',
    ja: '電話する。',
  },
});
const scripts = pageInput(buildDocument(['en', 'ar', 'az-Latn', 'he', 'ja'], [mixed]), {
  shown: ['en', 'ar', 'az-Latn', 'he', 'ja'],
});

describe.skipIf(chromiumPath() === null)('languages and scripts (needs Chromium)', () => {
  const session = pageSession({
    statement: renderParallel(statementInput({ shown: locales })),
    structure: renderParallel(changedInput()),
    arabic: renderParallel(changedInput({ uiLocale: () => 'ar', reader: 'ar' })),
    scripts: renderParallel(scripts),
    'edition-hy': renderEdition(statementInput(), 'hy'),
    'edition-ar': renderEdition(changedInput(), 'ar'),
  });

  test('V9: each cell has its language, with a script where it has one, and its direction', async () => {
    const page = await session.open('scripts');
    const cells = await page
      .locator('tbody td')
      .evaluateAll((all) =>
        all.map((cell) => [
          cell.getAttribute('lang'),
          cell.getAttribute('dir'),
          getComputedStyle(cell).direction,
        ]),
      );
    expect(cells).toEqual([
      ['en', 'ltr', 'ltr'],
      ['ar', 'rtl', 'rtl'],
      ['az-Latn', 'ltr', 'ltr'],
      ['he', 'rtl', 'rtl'],
      ['ja', 'ltr', 'ltr'],
    ]);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await (await session.open('arabic')).locator('html').getAttribute('lang')).toBe('ar');
  });

  test('V10: Arabic is read from the right, with Latin and punctuation in their places', async () => {
    const page = await session.open('scripts');
    const places = (await page.evaluate(`(() => {
      const node = document.querySelector('td[lang=ar] h2').firstChild;
      const at = (text) => {
        const range = document.createRange();
        const start = node.data.indexOf(text);
        range.setStart(node, start);
        range.setEnd(node, start + text.length);
        const { left, right, top } = range.getClientRects()[0];
        return { left, right, top };
      };
      const cell = document.querySelector('td[lang=ar]').getBoundingClientRect();
      return { first: at('اتصل'), eap: at('EaP'), csf: at('CSF'), end: at('!'), edge: cell.right };
    })()`)) as Record<'first' | 'eap' | 'csf' | 'end', { left: number; right: number; top: number }> & {
      edge: number;
    };
    expect(Math.abs(places.edge - places.first.right)).toBeLessThan(3);
    if (places.eap.top === places.csf.top) expect(places.eap.left).toBeLessThan(places.csf.left);
    const last = await page.evaluate(`(() => {
      const range = document.createRange();
      const cell = document.querySelector('td[lang=ar] h2');
      range.selectNodeContents(cell);
      const rects = [...range.getClientRects()];
      return Math.min(...rects.filter((one) => one.bottom > Math.max(...rects.map((r) => r.bottom)) - 5).map((one) => one.left));
    })()`);
    expect(Math.abs(places.end.left - Number(last))).toBeLessThan(3);
  });

  test('V10: columns keep their order in a page from the left, and turn with a page from the right', async () => {
    const order = async (name: string) => {
      const page = await session.open(name);
      const lefts = await page
        .locator('thead th[lang]')
        .evaluateAll((heads) => heads.map((head) => head.getBoundingClientRect().left));
      return lefts;
    };
    const left = await order('structure');
    expect(left).toEqual([...left].sort((a, b) => a - b));
    const right = await order('arabic');
    expect(right).toEqual([...right].sort((a, b) => b - a));
  });

  test('V11: languages stand under their own names, the reader’s beside, in the reader’s order, without flags', async () => {
    const page = await session.open('statement');
    const names = await page
      .locator('.columns label > [lang]')
      .evaluateAll((all) => all.map((one) => [one.getAttribute('lang'), one.textContent]));
    const own = names.map(([, name]) => name ?? '');
    expect(own).toEqual([...own].sort(new Intl.Collator('en').compare));
    expect(names).toContainEqual(['ka', 'ქართული']);
    const armenian = page.locator('label[for=l-hy]');
    expect(await armenian.textContent()).toBe('հայերեն Armenian');
    const head = await page
      .locator('th[lang=hy] .name')
      .evaluate((one) => getComputedStyle(one, '::after').content);
    expect(head).toBe('" Armenian" / ""');
    expect(await page.content()).not.toMatch(/[\u{1f1e6}-\u{1f1ff}]/u);
  });

  test('V12: Armenian, Georgian and Arabic have letters, room between lines, and are never spaced or capitalised', async () => {
    for (const name of ['statement', 'edition-hy', 'edition-ar']) {
      const page = await session.open(name, { scripted: true });
      const found = (await page.evaluate(`(() => {
        const width = (text, font) => { const pen = document.createElement('canvas').getContext('2d'); pen.font = font; return pen.measureText(text).width; };
        const tofu = (letter, font) => width(letter, font) === width('\\u{10fffe}', font) && width(letter, font) === width('\\u{10fffd}', font);
        const samples = { hy: 'Հայերեն'.split(''), ka: 'ქართული'.split(''), ar: 'العربية'.split('') };
        const out = [];
        for (const cell of document.querySelectorAll('td, article.edition p')) {
          const lang = cell.closest('[lang]').lang;
          if (!samples[lang] || !cell.checkVisibility()) continue;
          const style = getComputedStyle(cell);
          const font = '16px ' + style.fontFamily;
          out.push({ lang, fonts: document.fonts.check(font, samples[lang].join('')), tofu: samples[lang].some((one) => tofu(one, font)),
            lead: parseFloat(style.lineHeight) / parseFloat(style.fontSize), spacing: style.letterSpacing, transform: style.textTransform });
        }
        return out;
      })()`)) as {
        lang: string;
        fonts: boolean;
        tofu: boolean;
        lead: number;
        spacing: string;
        transform: string;
      }[];
      expect(found.length).toBeGreaterThan(0);
      for (const one of found) {
        expect(one).toMatchObject({ fonts: true, tofu: false, spacing: 'normal', transform: 'none' });
        expect(one.lead).toBeGreaterThanOrEqual(one.lang === 'ar' ? 1.79 : 1.5);
      }
    }
  });

  test('V13: a missing text says so with a sign, a class and words', async () => {
    const page = await session.open('structure');
    const cell = page.locator('#s1item001 td[lang=fr]');
    expect(await cell.getAttribute('class')).toBe('is-missing');
    expect(await cell.locator('.mark').textContent()).toBe('Not translated yet');
    const sign = await cell.locator('.mark').evaluate((mark) => getComputedStyle(mark, '::before').content);
    expect(sign).toBe('"□ " / ""');
  });

  test('V14: codes, links and references are isolated, and no control character is added', async () => {
    const page = await session.open('structure');
    for (const inner of ['td code', 'td a', 'td sup', '.mark']) {
      const value = await page
        .locator(inner)
        .first()
        .evaluate((one) => getComputedStyle(one).unicodeBidi);
      expect([inner, value]).toEqual([inner, 'isolate']);
    }
    for (const html of [
      renderParallel(changedInput()),
      renderInterleaved(scripts),
      renderEdition(changedInput(), 'ar'),
    ]) {
      expect(html).not.toMatch(BIDI);
    }
  });
});
