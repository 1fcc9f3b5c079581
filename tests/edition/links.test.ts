import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relink } from '../../src/edition/assemble-links.ts';
import {
  anchorLinks,
  documentLinks,
  headingAnchors,
  linkRows,
  resolvePath,
} from '../../src/edition/site-links.ts';
import type { Codes } from '../../src/model/content.ts';
import { buildDocument } from '../support/page-build.ts';

const to = (href: string, map: Readonly<Record<string, string>>): string | undefined =>
  relink({ '1': { type: 'link', parts: ['[', `](${href})`], href } }, map)['1']?.href;

describe('links by language', () => {
  const map = {
    'https://x/en': 'https://x/fr',
    'https://x/en/': 'https://x/fr/',
    'https://x/en/press/': 'https://presse.x/',
    'https://x/en/old/': 'https://x/fr/archives',
    'https://x/docs?lang=en*': 'https://x/docs?lang=fr*',
    'https://x/all/*': 'https://x/tout',
    'https://x/own': 'https://x/propre?l=fr#haut',
  };
  it.each([
    ['the page itself', 'https://x/en', 'https://x/fr'],
    ['a fragment of it', 'https://x/en#why', 'https://x/fr#why'],
    ['a query of it', 'https://x/en?print=1#why', 'https://x/fr?print=1#why'],
    ['a page below it, query and fragment kept', 'https://x/en/a/b?c=d#e', 'https://x/fr/a/b?c=d#e'],
    ['the longest beginning wins', 'https://x/en/press/2023', 'https://presse.x/2023'],
    ['a target without its slash', 'https://x/en/old/1', 'https://x/fr/archives/1'],
    ['a beginning within a query', 'https://x/docs?lang=en&p=2', 'https://x/docs?lang=fr&p=2'],
    ['everything to one page', 'https://x/all/of/it', 'https://x/tout'],
    ['a target with its own query', 'https://x/own?q#f', 'https://x/propre?l=fr#haut'],
    ['a page whose name begins alike stays', 'https://x/english', 'https://x/english'],
    ['another host stays', 'https://y/en', 'https://y/en'],
  ])('%s', (_, href, expected) => expect(to(href, map)).toBe(expected));

  it('leaves addresses alone that no rule names (property)', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (href) => {
        const codes: Codes = { '1': { type: 'link', parts: ['[', '](u)'], href } };
        expect(relink(codes, { 'https://hexapla.invalid/': 'no', 'ftp:*': 'no' })).toBe(codes);
      }),
    );
  });
});

describe('links between documents', () => {
  const links = documentLinks(
    [
      { path: 'locales/en/a.md', name: 'a', editions: new Set(['en', 'hy']) },
      { path: 'locales/en/deep/b c.md', name: 'deep/b c', editions: new Set(['en']) },
    ],
    'en',
  );
  const from = (document: string, file: string, locale: string, form: 'page' | 'document') =>
    links({ document, file, locale, form });
  it.each([
    ['in the same language', 'hy/deep/b c.html', 'hy', 'page', '../a.md#s1', '../a.html#s1'],
    ['no edition: the parallel one', 'fr/deep/b c.html', 'fr', 'page', '../a.md', '../../parallel/a.html'],
    ['from the parallel page', 'parallel/deep/b c.html', 'hy', 'page', '../a.md?x', '../../hy/a.html?x'],
    ['a document, the same path', 'hy/deep/b c.md', 'hy', 'document', '../a.md#s1', null],
    ['a document without an edition', 'fr/deep/b c.md', 'fr', 'document', '../a.md', '../../en/a.md'],
    ['a link that names the page', 'hy/deep/b c.html', 'hy', 'page', '../a.html', null],
    ['another file', 'hy/deep/b c.html', 'hy', 'page', '../map.png', null],
    ['out of the project', 'hy/deep/b c.html', 'hy', 'page', '../../../../../a.md', null],
    ['an absolute address', 'hy/deep/b c.html', 'hy', 'page', 'https://x/a.md', null],
    ['an anchor', 'hy/deep/b c.html', 'hy', 'page', '#a', null],
  ] as const)('%s', (_, file, locale, form, href, expected) => {
    expect(from('locales/en/deep/b c.md', file, locale, form)(href)).toBe(expected);
  });

  it('reads and writes names with spaces', () => {
    expect(from('locales/en/a.md', 'hy/a.html', 'en', 'page')('deep/b%20c.md')).toBe('../en/deep/b%20c.html');
    expect(resolvePath('a/b.html', 'c/%zz')).toBe('a/c/%zz');
  });
});

describe('anchors of headings', () => {
  const heading = (id: string, text: string, fr: string) => ({
    type: 'heading' as const,
    more: { level: 2 },
    segments: [{ id, text, targets: { fr } }],
  });
  const { parallel } = buildDocument(
    ['en', 'fr'],
    [
      heading('s1', 'What we demand!', 'Ce que nous exigeons'),
      heading('s2', 'Notes', 'Notes'),
      heading('s3', 'What we demand', 'Exigences'),
      {
        type: 'paragraph',
        segments: [
          {
            id: 's4',
            text: '<1>see</1>',
            codes: { '1': { type: 'link', parts: ['[', '](#what-we-demand-1)'], href: '#what-we-demand-1' } },
            targets: { fr: '<1>voir</1>' },
          },
        ],
      },
    ],
  );
  it('are the source’s in every language', () => {
    expect([...headingAnchors(parallel.rows, 'en', new Set(['notes'])).values()]).toEqual([
      'what-we-demand',
      'what-we-demand-1',
    ]);
  });
  it('lead to the heading’s own anchor in a Markdown edition', () => {
    const rows = linkRows(parallel.rows, (locale) => anchorLinks(parallel.rows, 'en', locale));
    expect(rows[3]?.cells['fr']?.codes['1']?.href).toBe('#exigences');
    expect(rows[3]?.cells['en']).toBe(parallel.rows[3]?.cells['en']);
    expect(rows[0]).toBe(parallel.rows[0]);
  });
});
