import { test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/blocks/markdown.ts';
import { readSource } from '../../src/document/source.ts';
import { markdownFiles, specExamples } from '../support/corpus.ts';
import { markdownText } from './generate.ts';
import { brokenInvariants } from './invariants.ts';

const runs = process.env.HEXAPLA_FULL === '1' ? 20_000 : 500;
const frontMatter = ['title', 'description', 'name'];

describe('tokens cover their block without holes, pairs nest, text is what the document says', () => {
  it.each(specExamples())('$set $example', ({ markdown }) => {
    expect(brokenInvariants(readMarkdown(markdown, { frontMatter }))).toEqual([]);
  });

  it('for the Markdown files of the packages', () => {
    for (const { path, bytes } of markdownFiles()) {
      const { text } = readSource(bytes, path);
      expect(brokenInvariants(readMarkdown(text, { frontMatter })), path).toEqual([]);
    }
  });

  it.each([
    '![*\n\\\n](<u v> "t")*\n',
    '![\\\n](u)\n',
    '![a\\\n\\\n](u)\n',
    '![a  \n](u)\n',
    '![<br>\n](u)\n',
  ])('for a line break at the end of an alternative text: %j', (text) => {
    expect(brokenInvariants(readMarkdown(text, { frontMatter }))).toEqual([]);
  });

  test.prop([markdownText], { numRuns: runs })('for generated Markdown', (text) => {
    expect(brokenInvariants(readMarkdown(text, { frontMatter }))).toEqual([]);
  });
});
