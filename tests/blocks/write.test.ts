import fc from 'fast-check';
import { micromark } from 'micromark';
import { describe, expect, it } from 'vitest';
import { writeMarkdown } from '../../src/blocks/markdown-write.ts';
import { HexaplaError } from '../../src/model/error.ts';
import type { UnitNode } from '../../src/model/unit.ts';
import type { Delimiter, WriteContext } from '../../src/model/write.ts';
import { arbitraryAlt, arbitraryNesting, arbitraryNodes } from '../support/arbitrary-content.ts';
import { attributeOf, commonmarkTree, hasWords, micromarkTree, plainOf, treeOf } from './write-oracle.ts';

const runs = process.env.HEXAPLA_FULL === '1' ? 5000 : 150;

const flow: WriteContext = {
  form: 'flow',
  kind: 'paragraph',
  subunit: () => '',
  care: 0,
  lineStart: true,
  inCell: false,
  delimiter: null,
  defined: () => false,
};

/** Null where Markdown has no form for the content. */
function write(nodes: readonly UnitNode[], context: WriteContext): string | null {
  try {
    return writeMarkdown(nodes, context);
  } catch (error) {
    if (error instanceof HexaplaError && error.code === 'shape') return null;
    throw error;
  }
}

const PLACES: readonly (readonly [string, WriteContext, (written: string) => string])[] = [
  ['a paragraph', flow, (written) => micromarkTree(written)],
  ['an item in a quote', { ...flow, kind: 'item' }, (written) => micromarkTree(`> - ${written}`, 'li')],
  [
    'a heading',
    { ...flow, form: 'heading', lineStart: false },
    (written) => micromarkTree(`## ${written}`, 'h2'),
  ],
  ['an underlined heading', { ...flow, form: 'setext' }, (written) => micromarkTree(`${written}\n---`, 'h2')],
  [
    'a cell',
    { ...flow, form: 'cell', inCell: true, lineStart: false },
    (written) => micromarkTree(`| h |\n|---|\n| ${written} |`, 'td'),
  ],
  [
    'a cell at a line’s start',
    { ...flow, form: 'cell', inCell: true },
    (written) => micromarkTree(`h|\n---|\n${written}|`, 'td'),
  ],
];

describe('what is written is what readers find', () => {
  for (const [name, context, read] of PLACES) {
    it(`micromark with GFM: ${name} (property)`, () => {
      fc.assert(
        fc.property(
          arbitraryNodes.filter(hasWords),
          fc.constantFrom(0 as const, 1 as const),
          (nodes, care) => {
            const written = write(nodes, { ...context, care });
            fc.pre(written !== null);
            expect(read(written)).toBe(treeOf(nodes));
          },
        ),
        { numRuns: runs },
      );
    });
  }

  it('commonmark.js: spans within their like (property)', () => {
    fc.assert(
      fc.property(arbitraryNesting.filter(hasWords), (nodes) => {
        const written = write(nodes, flow);
        fc.pre(written !== null);
        expect(commonmarkTree(written, 'paragraph')).toBe(treeOf(nodes));
      }),
      { numRuns: runs * 2 },
    );
  });

  it('content on several lines, in a quote too (property)', () => {
    const lines = fc.array(arbitraryNodes.filter(hasWords), { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(lines, fc.constantFrom('\n', '\n> '), (contents, raw) => {
        const gap: UnitNode = { kind: 'gap', gap: 'soft', raw };
        const nodes = contents.flatMap((content, index) => (index > 0 ? [gap, ...content] : content));
        const written = write(nodes, flow);
        fc.pre(written !== null);
        expect(micromarkTree(raw === '\n' ? written : `> ${written}`)).toBe(treeOf(nodes));
      }),
      { numRuns: runs },
    );
  });

  it('alternative texts (property)', () => {
    fc.assert(
      fc.property(arbitraryAlt.filter(hasWords), fc.constantFrom(0 as const, 1 as const), (nodes, care) => {
        const written = writeMarkdown(nodes, { ...flow, form: 'alt', kind: 'alt', care, lineStart: false });
        expect(attributeOf(micromark(`![${written}](x)`), 'alt')).toBe(plainOf(nodes));
      }),
      { numRuns: runs },
    );
  });

  it('titles in each of their marks (property)', () => {
    const marks: [Delimiter, string, string][] = [
      ['"', '"', '"'],
      ["'", "'", "'"],
      ['(', '(', ')'],
    ];
    fc.assert(
      fc.property(
        arbitraryAlt.filter(hasWords),
        fc.constantFrom(...marks),
        fc.constantFrom(0 as const, 1 as const),
        (nodes, [delimiter, open, close], care) => {
          const context: WriteContext = {
            ...flow,
            form: 'title',
            kind: 'title',
            care,
            delimiter,
            lineStart: false,
          };
          const html = micromark(`[a](x ${open}${writeMarkdown(nodes, context)}${close})`);
          expect(attributeOf(html, 'title')).toBe(plainOf(nodes));
        },
      ),
      { numRuns: runs },
    );
  });

  it('refuses little: only what has no form (property)', () => {
    const contents = fc.sample(arbitraryNodes.filter(hasWords), { numRuns: 400, seed: 7 });
    const refused = contents.filter((nodes) => write(nodes, flow) === null);
    const touching = /<\/strikethrough>(?:<(?:emphasis|strong)>)*<strikethrough>|<code c\*><code c\*>/;
    expect(refused.map(treeOf).filter((tree) => !touching.test(tree))).toEqual([]);
  });
});
