import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/blocks/markdown.ts';
import { readSource } from '../../src/document/source.ts';
import type { OutlineNode, ParsedDocument } from '../../src/model/block.ts';
import { markdownFiles, specExamples } from '../support/corpus.ts';
import { flattenOurs } from './flatten.ts';
import { flattenCommonmark } from './oracle-commonmark.ts';
import { flattenMicromark } from './oracle-micromark.ts';

/** Where we read otherwise than micromark (GFM, front matter), and why. */
const OTHER_THAN_MICROMARK: Readonly<Record<string, string>> = {
  'commonmark 96': 'text between two thematic breaks is no front matter to us, since no key begins it',
  'gfm 66': 'text between two thematic breaks is no front matter to us, since no key begins it',
};

/** Where we read otherwise than commonmark.js, in texts that have nothing of GFM in them. */
const OTHER_THAN_COMMONMARK: Readonly<Record<string, string>> = {};

const examples = specExamples().map(({ set, example, markdown }) => ({
  name: `${set} ${example}`,
  text: markdown,
}));
const files = markdownFiles().map(({ path, bytes }) => ({ name: path, text: readSource(bytes, path).text }));

const read = (text: string): ParsedDocument => readMarkdown(text, { frontMatter: [] });

/** White space before a line break is the break's to us, and text to the oracles; likewise after `<br>`. */
function sameBreaks(blocks: readonly string[]): string[] {
  return blocks.map((block) =>
    block
      .replace(/^(\w+: )[ \t]+/, '$1')
      .replace(/[ \t]*⏎/g, '⏎')
      .replace(/⇩⏎/g, '⇩')
      .replace(/[ \t]*⇩[ \t]*/g, '⇩'),
  );
}

/** commonmark.js percent-encodes addresses. */
function sameAddresses(blocks: readonly string[]): string[] {
  return blocks.map((block) =>
    block.replace(/\{(a|img) ([^ }]*)/g, (_, kind, href) => `{${kind} ${decoded(href)}`),
  );
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** A title that stands in a link reference definition is known to the oracle only. */
function withoutTitles(blocks: readonly string[]): string[] {
  return blocks.map((block) => block.replace(/\{(a|img) ((?:[^ }"]| (?!"))*) "[^}]*?"(?=[ }])/g, '{$1 $2'));
}

function hasExtensions({ blocks, outline }: ParsedDocument): boolean {
  const inText = blocks.some(({ kind, inlines }) => {
    if (kind === 'cell' || kind === 'footnote') return true;
    return inlines.some(
      (token) =>
        (token.kind === 'close' || token.kind === 'single') &&
        (token.type === 'strikethrough' ||
          token.type === 'footnote' ||
          (token.type === 'autolink' && !String(token.parts[0]).startsWith('<'))),
    );
  });
  return inText || hasNode(outline(), (node) => node.checked !== undefined || node.type === 'frontMatter');
}

function hasNode(nodes: readonly OutlineNode[], test: (node: OutlineNode) => boolean): boolean {
  return nodes.some((node) => test(node) || hasNode(node.children, test));
}

function differing(
  texts: readonly { readonly name: string; readonly text: string }[],
  compare: (text: string) => readonly [readonly string[], readonly string[]] | null,
): { readonly compared: number; readonly names: string[] } {
  const names: string[] = [];
  let compared = 0;
  for (const { name, text } of texts) {
    const pair = compare(text);
    if (!pair) continue;
    compared++;
    if (JSON.stringify(pair[0]) !== JSON.stringify(pair[1])) names.push(name);
  }
  return { compared, names };
}

function accepted(
  table: Readonly<Record<string, string>>,
  texts: readonly { readonly name: string }[],
): string[] {
  return texts.map(({ name }) => name).filter((name) => name in table);
}

function againstMicromark(text: string): readonly [string[], string[]] {
  return [sameBreaks(flattenOurs(read(text))), sameBreaks(flattenMicromark(text))];
}

function againstCommonmark(text: string): readonly [string[], string[]] | null {
  const ours = read(text);
  if (hasExtensions(ours)) return null;
  const normal = (blocks: readonly string[]): string[] => withoutTitles(sameAddresses(sameBreaks(blocks)));
  return [normal(flattenOurs(ours)), normal(flattenCommonmark(text))];
}

describe('blocks and inline spans are those that others see', () => {
  it('micromark, on the examples of the specifications', () => {
    const { compared, names } = differing(examples, againstMicromark);
    expect(compared).toBe(1329);
    expect(names).toEqual(accepted(OTHER_THAN_MICROMARK, examples));
  });

  it('micromark, on the Markdown files of the packages', () => {
    const { compared, names } = differing(files, againstMicromark);
    expect(compared).toBe(files.length);
    expect(compared).toBeGreaterThan(200);
    expect(names).toEqual(accepted(OTHER_THAN_MICROMARK, files));
  }, 300_000);

  it('commonmark.js, on the examples without extensions', () => {
    const { compared, names } = differing(examples, againstCommonmark);
    expect(compared).toBeGreaterThan(1280);
    expect(names).toEqual(accepted(OTHER_THAN_COMMONMARK, examples));
  });

  it('commonmark.js, on the Markdown files without extensions', () => {
    const { compared, names } = differing(files, againstCommonmark);
    expect(compared).toBeGreaterThan(100);
    expect(names).toEqual(accepted(OTHER_THAN_COMMONMARK, files));
  });
});
