import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hyphenateMarkup, loadHyphenation } from '../../src/edition/hyphenate.ts';

const soft = (text: string): string => text.replaceAll('\u00AD', '·');

describe('hyphenation for print', () => {
  it.each([
    ['en', 'extraordinary considerations'],
    ['de', 'Bundesverfassungsgericht'],
    ['fr', 'internationalement'],
    ['hy', 'կազմակերպությունների'],
    ['ka', 'საერთაშორისო'],
    ['uk', 'міжнародного'],
    ['ru', 'международного'],
    ['be', 'міжнароднага'],
    ['ro', 'internaționale'],
    ['tr', 'çalışmalarımızda'],
  ])('knows where %s breaks words', async (locale, words) => {
    const hyphenation = await loadHyphenation([locale]);
    const out = hyphenateMarkup(`<p lang="${locale}">${words}</p>`, hyphenation);
    expect(out).toContain('\u00AD');
    expect(out.replaceAll('\u00AD', '')).toBe(`<p lang="${locale}">${words}</p>`);
    expect(soft(out)).not.toMatch(/[>\s]\p{L}·|·\p{L}[<\s]/u);
  });

  it('has nothing for languages without patterns, nor for another script than the usual one', async () => {
    expect([...(await loadHyphenation(['az', 'ar', 'ja', 'zh', 'sr-Latn', 'ru-Latn'])).keys()]).toEqual([]);
  });

  it('breaks each word by the language around it, and neither code, addresses, attributes nor names of files', async () => {
    const hyphenation = await loadHyphenation(['en', 'de']);
    const out = hyphenateMarkup(
      '<html lang="en"><title>extraordinary</title><p title="extraordinary">extraordinary <span lang="de">Bundesverfassungsgericht</span>' +
        ' extraordinary<br>extraordinary <code>extraordinary</code> <span lang="az">extraordinary</span>' +
        ' https://example.org/extraordinary extraordinary.json extraordinary@example.org &quot;extraordinary&quot;</p>' +
        '<pre><span lang="en">extraordinary</span></pre><p>extraordinary</p></html>',
      hyphenation,
    );
    expect(soft(out)).toBe(
      '<html lang="en"><title>extraordinary</title><p title="extraordinary">ex·tra·or·di·nary <span lang="de">Bun·des·ver·fas·sungs·ge·richt</span>' +
        ' ex·tra·or·di·nary<br>ex·tra·or·di·nary <code>extraordinary</code> <span lang="az">extraordinary</span>' +
        ' https://example.org/extraordinary extraordinary.json extraordinary@example.org &quot;ex·tra·or·di·nary&quot;</p>' +
        '<pre><span lang="en">extraordinary</span></pre><p>ex·tra·or·di·nary</p></html>',
    );
  });

  it('adds soft hyphens and nothing else, whatever it is given (property)', async () => {
    const hyphenation = await loadHyphenation(['en', 'hy']);
    const pieces = fc.constantFrom(
      '<p lang="en">',
      '<p lang="hy">',
      '</p>',
      '<br>',
      '<',
      '>',
      '&amp;',
      'international ',
      'կազմակերպություն',
      '<pre>',
      '</pre>',
      '<!-- x -->',
      '"',
      '=',
      '\n',
      '́',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (list) => {
        const html = list.join('');
        expect(hyphenateMarkup(html, hyphenation).replaceAll('\u00AD', '')).toBe(html);
      }),
    );
  });
});
