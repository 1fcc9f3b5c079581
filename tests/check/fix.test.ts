import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/check/fix.ts';
import { CODE, plainWithCodes } from '../../src/check/text.ts';
import { type Content, formatContent, type Inline, parseContent } from '../../src/model/content.ts';
import type { Edit } from '../../src/model/finding.ts';
import { runs } from '../support/settings.ts';

function read(stored: string): Content {
  const content = parseContent(stored);
  if (content === null) throw new Error(`not well formed: ${stored}`);
  return content;
}

function fixed(stored: string, ...edits: Edit[]): string | null {
  const content = applyEdits(read(stored), edits);
  return content && formatContent(content);
}

/** Edits of a text without codes. */
function edited(plain: string, edits: readonly Edit[]): string {
  const ordered = [...edits].sort((a, b) => b.start - a.start || b.end - a.end);
  return ordered.reduce(
    (text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end),
    plain,
  );
}

/** The codes of content in order, with their nesting. */
function codesOf(content: Content): string {
  return content
    .map((node) => {
      if (node.kind === 'text') return '';
      return node.children === null ? `<${node.id}/>` : `<${node.id}>${codesOf(node.children)}</${node.id}>`;
    })
    .join('');
}

const word = fc.string({
  unit: fc.constantFrom('a', 'é', '«', ' ', '\u00a0', '.', '&', '<', '𐍈'),
  maxLength: 4,
});

function arbitraryContent(depth: number): fc.Arbitrary<Content> {
  const text = word.map((one): Inline => ({ kind: 'text', text: one }));
  const single = fc.constant<Inline>({ kind: 'code', id: '9', children: null });
  if (depth === 0) return fc.array(fc.oneof(text, single), { maxLength: 3 });
  const pair = arbitraryContent(depth - 1).map((children): Inline => ({ kind: 'code', id: '8', children }));
  return fc.array(fc.oneof({ arbitrary: text, weight: 2 }, single, pair), { maxLength: 4 });
}

const contents = arbitraryContent(2);
const someEdits = fc.array(
  fc.record({
    start: fc.nat({ max: 14 }),
    length: fc.nat({ max: 3 }),
    text: fc.constantFrom('', '«', '\u00a0', 'xy'),
  }),
  { maxLength: 3 },
);

describe('applyEdits', () => {
  test.each([
    ['Zal  açıq', [{ start: 4, end: 5, text: '' }], 'Zal açıq'],
    ['<1>Oui</1> : non', [{ start: 3, end: 4, text: '\u00a0' }], '<1>Oui</1>\u00a0: non'],
    ['a <1/> b', [{ start: 4, end: 5, text: 'c' }], 'a <1/> c'],
    [
      '"<1>x <2>y</2></1>"',
      [
        { start: 0, end: 1, text: '«' },
        { start: 4, end: 5, text: '»' },
      ],
      '«<1>x <2>y</2></1>»',
    ],
    ['', [{ start: 0, end: 0, text: 'a' }], 'a'],
    ['&lt;b &amp;', [{ start: 1, end: 2, text: 'c' }], '&lt;c &amp;'],
  ])('%s', (stored, edits, expected) => {
    expect(fixed(stored, ...edits)).toBe(expected);
  });

  test('puts what is inserted between two texts outside of the codes', () => {
    expect(fixed('<1>Oui</1>:', { start: 3, end: 3, text: '\u00a0' })).toBe('<1>Oui</1>\u00a0:');
    expect(fixed('«<1>Oui</1>', { start: 1, end: 1, text: '\u00a0' })).toBe('«\u00a0<1>Oui</1>');
    expect(fixed('<1><2>a</2>b</1>', { start: 1, end: 1, text: '-' })).toBe('<1><2>a</2>-b</1>');
  });

  test.each([
    ['a single code', 'a<1/>b', [{ start: 1, end: 2, text: '' }]],
    ['the edge of a pair', 'a<1>b</1>', [{ start: 0, end: 2, text: '' }]],
    [
      'one another',
      'abc',
      [
        { start: 0, end: 2, text: '' },
        { start: 1, end: 3, text: '' },
      ],
    ],
    [
      'the same place',
      'abc',
      [
        { start: 1, end: 1, text: 'x' },
        { start: 1, end: 1, text: 'y' },
      ],
    ],
    ['what is not there', 'abc', [{ start: 2, end: 4, text: '' }]],
    ['a sign for a code', 'abc', [{ start: 0, end: 1, text: CODE }]],
  ])('refuses edits that touch %s', (_, stored, edits) => {
    expect(fixed(stored, ...edits)).toBeNull();
  });

  test('keeps all codes, and gives the plain text with the edits made', () => {
    fc.assert(
      fc.property(contents, someEdits, (content, list) => {
        const edits = list.map(({ start, length, text }): Edit => ({ start, end: start + length, text }));
        const result = applyEdits(content, edits);
        if (result === null) return;
        expect(codesOf(result)).toBe(codesOf(content));
        expect(plainWithCodes(result)).toBe(edited(plainWithCodes(content), edits));
      }),
      { numRuns: runs },
    );
  });

  test('makes every single change within one text', () => {
    fc.assert(
      fc.property(contents, fc.nat({ max: 14 }), (content, at) => {
        const plain = plainWithCodes(content);
        fc.pre(at < plain.length && plain[at] !== CODE);
        const result = applyEdits(content, [{ start: at, end: at + 1, text: 'z' }]);
        expect(result && plainWithCodes(result)).toBe(`${plain.slice(0, at)}z${plain.slice(at + 1)}`);
      }),
      { numRuns: runs },
    );
  });

  test('gives the content back where there is nothing to do', () => {
    fc.assert(
      fc.property(contents, (content) => {
        const result = applyEdits(content, []);
        expect(result && formatContent(result)).toBe(formatContent(content));
      }),
      { numRuns: runs },
    );
  });
});
