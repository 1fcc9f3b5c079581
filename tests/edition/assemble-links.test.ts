import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relink } from '../../src/edition/assemble-links.ts';
import type { Code, CodeType } from '../../src/model/content.ts';
import { read, translated, unitsOf } from './assemble-units.ts';

const code = (type: CodeType, parts: Code['parts'], text?: string): Code => ({
  type,
  parts,
  href: 'https://x/en',
  ...(text === undefined ? {} : { text }),
});

describe('link targets by language', () => {
  it.each<[string, Code, readonly unknown[]]>([
    ['a link', code('link', ['[', '](https://x/en)']), ['[', '](https://x/fr)']],
    ['one in angle brackets', code('link', ['[', '](<https://x/en>)']), ['[', '](https://x/fr)']],
    [
      'one with a title',
      code('link', ['[', '](https://x/en "', { unit: 'u1' }, '")']),
      ['[', '](https://x/fr "', { unit: 'u1' }, '")'],
    ],
    ['one with references in it', code('link', ['[', '](https:&#47;/x/en)']), ['[', '](https://x/fr)']],
    ['a reference', code('link', ['[', '][label]']), ['[', '](https://x/fr)']],
    [
      'an image',
      code('image', ['![', { unit: 'u1' }, '](https://x/en)']),
      ['![', { unit: 'u1' }, '](https://x/fr)'],
    ],
    ['an autolink', code('autolink', ['<https://x/en>'], 'https://x/en'), ['<https://x/fr>']],
    ['a bare address', code('autolink', ['https://x/en'], 'https://x/en'), ['<https://x/fr>']],
  ])('%s', (_, source, parts) => {
    const changed = relink({ '1': source }, { 'https://x/en': 'https://x/fr' })['1'];
    expect(changed).toMatchObject({ parts, href: 'https://x/fr' });
    if (source.text !== undefined) expect(changed?.text).toBe('https://x/fr');
  });

  it('leaves other codes as they are', () => {
    const codes = {
      '1': code('link', ['[', '](https://x/en)']),
      '2': { type: 'strong' as const, parts: ['**', '**'] },
    };
    expect(relink(codes, { 'https://x': 'no', toString: 'no' })).toBe(codes);
    expect(relink(codes, { 'https://x/en': 'u' })['2']).toBe(codes['2']);
  });

  it('is read again as the new address, whatever it holds (property)', () => {
    const address = fc
      .array(
        fc.constantFrom(
          'a',
          '/',
          '(',
          ')',
          ' ',
          '&',
          '&amp;',
          '\\',
          '<',
          '>',
          '*',
          '_',
          '#',
          '"',
          '[',
          ']',
          'ж',
          '%20',
        ),
        {
          minLength: 1,
          maxLength: 8,
        },
      )
      .map((parts) => `h${parts.join('')}z`);
    const sources = fc.constantFrom(
      '[a](u) b',
      '[a](<u> "t")',
      'See ![a](u (t))',
      '[a]\n\n[a]: u',
      '[a](u\n"t")',
    );
    fc.assert(
      fc.property(sources, address, (source, href) => {
        const parsed = read(source);
        const { text } = translated(parsed, unitsOf(parsed, 'block', 'space'), ({ content, codes }) => ({
          content,
          codes: relink(codes, { u: href }),
        }));
        const found = read(text).blocks.flatMap(({ inlines }) =>
          inlines.flatMap((token) => (token.kind === 'close' || token.kind === 'single' ? [token.href] : [])),
        );
        expect(found).toContain(href);
      }),
    );
  });
});
