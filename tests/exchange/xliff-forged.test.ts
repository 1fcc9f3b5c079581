import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { createHexapla } from '../../src/index.ts';
import { filled } from '../support/return-world.ts';

const DOCUMENT = {
  path: 'docs/letter.md',
  text: 'See **bold** and `code` in [link](https://example.org/a) now.\n\n- Second one.\n',
};
const hexapla = createHexapla({ sourceLocale: 'en', minState: 'translated' });
const { catalogue } = hexapla.extract(DOCUMENT);
const [first = '', second = ''] = catalogue.units.flatMap(({ segments }) => Object.keys(segments));

type Format = 'xliff-1.2' | 'xliff-2.1';

const code = (format: Format, id: string, inner: string | null, more = ''): string => {
  if (format === 'xliff-1.2')
    return inner === null ? `<x id="${id}"${more}/>` : `<g id="${id}"${more}>${inner}</g>`;
  const name = `${first}-${id}`;
  return inner === null ? `<ph id="${name}"${more}/>` : `<pc id="${name}"${more}>${inner}</pc>`;
};

/** A target with the codes of the first sentence around a text. */
const around = (format: Format, text: string): string =>
  `${text} ${code(format, '1', text)} ${code(format, '2', null)} ${code(format, '3', text)} ${text}`;

interface Returned {
  readonly applied: readonly string[];
  readonly rejected: readonly { readonly id: string; readonly reason: string }[];
  readonly stored: string | undefined;
  readonly markdown: string;
  readonly pages: readonly string[];
}

function returned(format: Format, target: string, change = (xml: string): string => xml): Returned {
  const { text, record } = hexapla.export(DOCUMENT, catalogue, 'fr', { format });
  const xml = change(filled(filled(text, first, target), second, 'Deux.'));
  const { target: after, report } = hexapla.import(xml, catalogue, { record, by: 'Ani' });
  const { editions, parallel } = hexapla.build(DOCUMENT, catalogue, { fr: after });
  const files = editions.find(({ locale }) => locale === 'fr')?.files ?? [];
  const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  return {
    applied: report.applied,
    rejected: report.rejected,
    stored: after.targets[first]?.text,
    markdown: files
      .filter(({ path }) => path.endsWith('.md'))
      .map(({ bytes }) => textOf(bytes))
      .join(''),
    pages: [
      ...files.filter(({ path }) => path.endsWith('.html')).map(({ bytes }) => textOf(bytes)),
      textOf(parallel.bytes),
    ],
  };
}

const TAG = /<!--|<\/?[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>/g;
const LIVE = /^(?:on[a-z]+|href|src|srcdoc|style|action|formaction)$/i;
const ATTRIBUTE = /\s([^\s=>"'/]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*))?/g;
/** A tag's attributes that can do something, with their values. */
const liveOf = (tag: string): string =>
  [...tag.matchAll(ATTRIBUTE)].flatMap(([all, name = '']) => (LIVE.test(name) ? [all] : [])).join('');
const tagsOf = (html: string): string[] =>
  [...html.matchAll(TAG)].map(([tag]) => `${/^[^\s>]*/.exec(tag)?.[0]}${liveOf(tag)}`);
const rendered = (markdown: string): string[] =>
  tagsOf(micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()], allowDangerousHtml: true }));

const EXPECTED = rendered(DOCUMENT.text);

const FORGED: readonly (readonly [string, string])[] = [
  ['a script', '&lt;script>alert(1)&lt;/script>'],
  ['a script in a section', '<![CDATA[<script>alert(1)</script>]]>'],
  ['an image with a handler', '&lt;img src=x onerror="alert(1)">'],
  ['an inline frame', '&lt;iframe srcdoc="&amp;lt;script>"> &lt;/iframe>'],
  ['a javascript link in Markdown', '[x](javascript:alert(1))'],
  ['a javascript link between angles', '&lt;javascript:alert(1)>'],
  ['a link definition', '[link]: https://evil.example/'],
  ['a bare address', 'https://evil.example/ www.evil.example a@evil.example'],
  ['emphasis', '**a** _b_ ~~c~~ `d`'],
  ['a heading and a list', '# a - b 1. c'],
  ['a line break and a heading', 'a&#10;&#10;# b&#10;- c&#10;> d'],
  ['a table', '| a | b |&#10;| - | - |'],
  ['a footnote', '[^1] [^1]: a'],
  ['tags of ours', '&lt;1>a&lt;/1> &lt;2/> &lt;9/>'],
  ['tags of ours, escaped twice', '&amp;lt;1&amp;gt; &amp;amp;'],
  ['codes of XLIFF as text', '&lt;g id="1">a&lt;/g>&lt;x id="2"/>'],
  ['placeholders', '{name} {0} %s $&amp; {{y}} \\u003cscript>'],
  ['character references', '&amp;#60;script&amp;#62; &amp;#x3c;b&amp;#x3e;'],
  ['bidi overrides', 'a\u202Eb\u202Cc\u2066d\u2069'],
  ['controls of every kind', 'a\u0085b\u2028c\u2029d\uFEFFe\u00ADf\u200Bg'],
  ['a comment', '&lt;!-- a --> --> &lt;![CDATA[ ]]&gt;'],
  ['the end of a script', '&lt;/script>&lt;/style>&lt;/title>'],
  ['names of objects', '__proto__ constructor toString'],
];

const baseline = {
  'xliff-1.2': returned('xliff-1.2', around('xliff-1.2', 'mot')),
  'xliff-2.1': returned('xliff-2.1', around('xliff-2.1', 'mot')),
} as const;

describe.each(['xliff-1.2', 'xliff-2.1'] as const)('%s: forged text', (format) => {
  it('the letter is published when nothing is forged', () => {
    const { applied, markdown, pages } = baseline[format];
    expect(applied).toContain(first);
    expect(rendered(markdown)).toEqual(EXPECTED);
    expect(pages.length).toBeGreaterThan(1);
  });

  it.each(FORGED)('%s is text in the edition, and its tree is the source’s', (_name, text) => {
    const { applied, markdown, pages } = returned(format, around(format, text));
    expect(applied).toContain(first);
    expect(rendered(markdown)).toEqual(EXPECTED);
    for (const [index, page] of pages.entries()) {
      expect(tagsOf(page)).toEqual(tagsOf(baseline[format].pages[index] ?? ''));
    }
  });
});

describe('forged codes', () => {
  const pairs = (one: string, two: string, three: string): string => `a ${one} ${two} ${three}`;
  const usual = (format: Format, more = ''): [string, string, string] => [
    code(format, '1', 'b', more),
    code(format, '2', null, more),
    code(format, '3', 'c', more),
  ];

  it.each<[string, Format, string]>([
    ['another type', 'xliff-1.2', ' ctype="x-html" equiv-text="&lt;script>"'],
    ['another type', 'xliff-2.1', ' type="other" subType="x:script" equiv="&lt;script>" disp="&lt;script>"'],
    ['other data', 'xliff-2.1', ' dataRef="evil"'],
    ['a handler', 'xliff-1.2', ' onclick="alert(1)" href="javascript:alert(1)"'],
  ])('%s of a code (%s) changes nothing: what a code stands for is never read', (_name, format, more) => {
    const evil = (xml: string): string =>
      xml.replace('<segment', '<originalData><data id="evil">&lt;script></data></originalData><segment');
    const { applied, markdown } = returned(
      format,
      pairs(...usual(format, more)),
      format === 'xliff-2.1' ? evil : undefined,
    );
    expect(applied).toContain(first);
    expect(rendered(markdown)).toEqual(EXPECTED);
  });

  const [one, two, three] = usual('xliff-1.2');
  it.each<[string, string, string]>([
    [
      'a code that is not the source’s',
      pairs(one, two, three) + code('xliff-1.2', '4', null),
      'codes-invented',
    ],
    ['a code twice', pairs(one, two, three) + code('xliff-1.2', '1', 'z'), 'codes-invented'],
    ['a lost code', `${one} ${two}`, 'codes-lost'],
    ['a pair as a single', pairs(code('xliff-1.2', '1', null), two, three), ''],
    ['a single as a pair', pairs(one, code('xliff-1.2', '2', 'x'), three), ''],
    ['codes in one another', code('xliff-1.2', '1', `a ${code('xliff-1.2', '3', `b ${two}`)}`), ''],
    ['a huge number', pairs(code('xliff-1.2', '99999999999999999999', 'x'), two, three), 'codes-invented'],
    ['a number in another script', pairs(code('xliff-1.2', '١', 'x'), two, three), 'codes-invented'],
    ['the name of an object', pairs(code('xliff-1.2', '__proto__', 'x'), two, three), 'codes-invented'],
    ['a path', pairs(code('xliff-1.2', '../../1', 'x'), two, three), 'codes-invented'],
    [
      'markup as a number',
      pairs(code('xliff-1.2', '1&gt;&lt;script&gt;', 'x'), two, three),
      'codes-invented',
    ],
    [
      'an element of HTML',
      `<b xmlns="http://www.w3.org/1999/xhtml" onclick="x">a</b> ${one} ${two} ${three}`,
      'unreadable',
    ],
    [
      'an element of SVG',
      `<svg xmlns="http://www.w3.org/2000/svg" onload="x"/> ${one} ${two} ${three}`,
      'unreadable',
    ],
    [
      'a script of the format’s own namespace',
      `<script>alert(1)</script> ${one} ${two} ${three}`,
      'unreadable',
    ],
  ])('%s: refused by segment, or the tree stays', (_name, target, reason) => {
    const { applied, rejected, markdown, stored } = returned('xliff-1.2', target);
    const refusal = rejected.find(({ id }) => id === first)?.reason;
    if (reason !== '') expect(refusal).toBe(reason);
    expect(applied.includes(first)).toBe(refusal === undefined);
    if (refusal !== undefined) expect(stored).toBeUndefined();
    else if (markdown !== '') expect(rendered(markdown).toSorted()).toEqual(EXPECTED.toSorted());
    expect(applied).toContain(second);
  });

  it.each([
    '__proto__',
    'constructor',
    '../../../etc/passwd',
    '/etc/passwd',
    'x'.repeat(100_000),
    '\u202E',
    '99999999999999999999',
  ])('a segment under a forged id is unknown: %.40s', (id) => {
    const { applied, rejected } = returned('xliff-1.2', 'x', (xml) =>
      xml.replaceAll(`id="${first}"`, `id="${id}"`),
    );
    expect(rejected).toEqual([expect.objectContaining({ id, reason: 'unknown-id' })]);
    expect(applied).toEqual([second]);
  });

  it.each(['0000', '0001', '0008', '001B', '007F', '0085', '202E', 'D800', 'DFFF', 'FFFE', '10FFFF'])(
    'a character as a code point (U+%s) is text, and no control character reaches the edition',
    (hex) => {
      const target = around('xliff-2.1', `a<cp hex="${hex}"/>b`);
      const { applied, markdown, stored } = returned('xliff-2.1', target);
      expect(applied).toContain(first);
      expect(rendered(markdown)).toEqual(EXPECTED);
      expect(`${stored}${markdown}`).not.toMatch(
        /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uD800-\uDFFF]/u,
      );
    },
  );
});
