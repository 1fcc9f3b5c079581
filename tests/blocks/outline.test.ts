import { type Node, Parser } from 'commonmark';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/blocks/markdown.ts';
import { readSource } from '../../src/document/source.ts';
import type { OutlineNode, ParsedDocument } from '../../src/model/block.ts';
import { markdownFiles, specExamples } from '../support/corpus.ts';

const read = (text: string): ParsedDocument => readMarkdown(text, { frontMatter: ['title'] });

/** A tree of blocks in a form that both readers can be brought to. */
interface Shape {
  readonly type: string;
  readonly children?: readonly Shape[];
}

function ours(nodes: readonly OutlineNode[]): Shape[] {
  return nodes
    .filter(({ type }) => type !== 'definition')
    .map(({ type, children, level, ordered, first, tight, info, literal }) => {
      const shapes = ours(children);
      const inner = shapes.length > 0 ? { children: shapes } : {};
      const facts = {
        level,
        ordered,
        first,
        tight,
        info: info === '' ? undefined : info,
        literal: cleaned(literal),
      };
      return { type, ...inner, ...JSON.parse(JSON.stringify(facts)) };
    });
}

/** White space at the ends, and on blank lines of code, is not compared. */
function cleaned(literal: string | null | undefined): string | undefined {
  return literal
    ?.trim()
    .replace(/[ \t]+\n/g, '\n')
    .replace(/[ \t]+/g, ' ');
}

const TYPES: Readonly<Record<string, string>> = {
  block_quote: 'quote',
  thematic_break: 'rule',
  code_block: 'codeBlock',
  html_block: 'htmlBlock',
};

function theirs(parent: Node): Shape[] {
  const out: Shape[] = [];
  for (let node = parent.firstChild; node; node = node.next) {
    const leaf = ['paragraph', 'heading', 'thematic_break', 'code_block', 'html_block'].includes(node.type);
    const children = leaf ? [] : theirs(node);
    const list = node.type === 'list';
    const ordered = list && node.listType === 'ordered';
    const facts = {
      level: node.type === 'heading' ? node.level : undefined,
      ordered: list ? ordered : undefined,
      first: ordered ? node.listStart : undefined,
      tight: list ? node.listTight : undefined,
      info: node.type === 'code_block' && node.info ? node.info : undefined,
      literal: /_block$/.test(node.type) && leaf ? cleaned(node.literal) : undefined,
    };
    const inner = children.length > 0 ? { children } : {};
    out.push({ type: TYPES[node.type] ?? node.type, ...inner, ...JSON.parse(JSON.stringify(facts)) });
  }
  return out;
}

function isCore(nodes: readonly OutlineNode[]): boolean {
  return nodes.every(
    (node) =>
      !['table', 'footnote', 'frontMatter'].includes(node.type) &&
      node.checked === undefined &&
      isCore(node.children),
  );
}

function leaves(nodes: readonly OutlineNode[]): number[] {
  return nodes.flatMap(({ block, children }) => (block === undefined ? leaves(children) : [block]));
}

const texts = [
  ...specExamples().map(({ set, example, markdown }) => ({ name: `${set} ${example}`, text: markdown })),
  ...markdownFiles().map(({ path, bytes }) => ({ name: path, text: readSource(bytes, path).text })),
];

describe('the tree of blocks', () => {
  it.each([
    ['- a:\n    ```js\n    x\n\n      y\n    ```\n', 'x\n\n  y'],
    ['1.  a\n\n      ~~~\n      x\n    y\n      ~~~\n', 'x\ny'],
    ['- ```\n  x\n   y\n  ```\n', 'x\n y'],
    ['-\n    ```\n    x\n    ```\n', 'x'],
    ['>   ```\n>   x\n>     y\n>   ```\n', 'x\n  y'],
    ['> - a\n>     ```\n>     x\n>     ```\n', 'x'],
  ])('has code without the indentation of its fence: %j', (text, code) => {
    const literals = (nodes: readonly OutlineNode[]): string[] =>
      nodes.flatMap(({ literal, children }) => [
        ...(literal === undefined ? [] : [literal]),
        ...literals(children),
      ]);
    expect(literals(read(text).outline())).toEqual([`${code}\n`]);
  });

  it('is that of commonmark.js where a text has nothing of GFM in its blocks', () => {
    const parser = new Parser();
    let compared = 0;
    const different: string[] = [];
    for (const { name, text } of texts) {
      const outline = read(text).outline();
      if (!isCore(outline)) continue;
      compared++;
      const same = JSON.stringify(ours(outline)) === JSON.stringify(theirs(parser.parse(text)));
      if (!same) different.push(name);
    }
    expect(compared).toBeGreaterThan(1400);
    expect(different).toEqual([]);
  });

  it('holds each block of the document once, in order, but for sub-blocks and front matter', () => {
    for (const { name, text } of texts) {
      const document = read(text);
      const expected = document.blocks.flatMap(({ parent, kind }, index) =>
        parent === null && kind !== 'frontMatter' ? [index] : [],
      );
      expect(leaves(document.outline()), name).toEqual(expected);
    }
  });

  it('is built once', () => {
    const document = read('# A\n');
    expect(document.outline()).toBe(document.outline());
  });

  it('tells tables, tasks, footnotes and front matter', () => {
    const text =
      '---\ntitle: T\n---\n| a | b |\n|:--|:-:|\n| c |\n\n3) [x] done\n4) [ ] to do\n\n[^n]: Note.\n\n    More.\n';
    const document = read(text);
    expect(shapeOf(document.outline())).toEqual([
      'frontMatter 0-17',
      'table 17-42',
      ['row head', ['cell left #1', 'cell center #2'], 'row', ['cell left #3']],
      'list ordered 3 tight',
      ['item checked', ['paragraph #4'], 'item unchecked', ['paragraph #5']],
      'footnote n',
      ['paragraph #6', 'paragraph #7'],
    ]);
  });
});

type Lines = (string | Lines)[];

function shapeOf(nodes: readonly OutlineNode[]): Lines {
  return nodes.flatMap((node) => {
    const { type, start, end, block, ordered, first, tight, checked, align, head, label, children } = node;
    const words = [
      type,
      type === 'table' || type === 'frontMatter' ? `${start}-${end}` : '',
      ordered ? `ordered ${first}` : '',
      tight ? 'tight' : '',
      checked === undefined ? '' : checked ? 'checked' : 'unchecked',
      align ?? '',
      head ? 'head' : '',
      label ?? '',
      block === undefined ? '' : `#${block}`,
    ];
    const line = words.filter((word) => word !== '').join(' ');
    return children.length > 0 ? [line, shapeOf(children)] : [line];
  });
}
