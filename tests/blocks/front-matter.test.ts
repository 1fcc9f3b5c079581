import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/blocks/markdown.ts';
import type { ParsedDocument } from '../../src/model/block.ts';

const read = (yaml: string, keys: readonly string[]): ParsedDocument =>
  readMarkdown(`---\n${yaml}---\n\nText.\n`, { frontMatter: keys });

/** Chosen values: key, the text as YAML reads it, and how it stands in the document. */
function values({ text, blocks }: ParsedDocument): string[] {
  return blocks
    .filter(({ kind }) => kind === 'frontMatter')
    .map(({ key, start, end, inlines }) => {
      const shown = inlines.map((token) =>
        token.kind === 'text' ? token.text : token.kind === 'soft' ? ' ' : token.kind === 'hard' ? '⇩' : '?',
      );
      return `${key}=${shown.join('')} «${text.slice(start, end).replaceAll('\n', '⏎')}»`;
    });
}

const opaque = ({ text, opaque: found }: ParsedDocument): string[] =>
  found.map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe('front matter', () => {
  it('gives the chosen values only, and the text after it', () => {
    const document = read('title: A title # remark\ndate: 2020-01-01\ndraft: true\n', ['title', 'draft']);
    expect(values(document)).toEqual(['title=A title «A title»']);
    expect(document.blocks.at(-1)).toMatchObject({ kind: 'paragraph', start: 62 });
    expect(document.opaque).toEqual([]);
  });

  it('follows nesting and lists by dots', () => {
    const yaml = 'seo:\n  title: S\ntags: [one, "two"]\nauthors:\n  - name: Ann\n    role: x\n  - name: Bo\n';
    expect(values(read(yaml, ['seo.title', 'tags', 'authors.name']))).toEqual([
      'seo.title=S «S»',
      'tags.0=one «one»',
      'tags.1=two «two»',
      'authors.0.name=Ann «Ann»',
      'authors.1.name=Bo «Bo»',
    ]);
    expect(values(read(yaml, ['tags.1']))).toEqual(['tags.1=two «two»']);
  });

  it('decodes quoted values token by token', () => {
    const yaml = `a: 'It''s'\nb: "say \\"hi\\" \\u00e9\\n2"\nc: " padded "\n`;
    expect(values(read(yaml, ['a', 'b', 'c']))).toEqual([
      "a=It's «It''s»",
      'b=say "hi" é⇩2 «say \\"hi\\" \\u00e9\\n2»',
      'c=padded «padded»',
    ]);
  });

  it('joins the lines of a plain or quoted value', () => {
    const yaml = 'a: one\n  two\nb: "three\n  four"\n';
    expect(values(read(yaml, ['a', 'b']))).toEqual(['a=one two «one⏎  two»', 'b=three four «three⏎  four»']);
  });

  it('reports chosen values that it cannot give back in place', () => {
    const document = read('a: >-\n  folded\n  text\nb: |\n  literal\nc: &x plain\nd: "a\n\n  b"\n', [
      'a',
      'b',
      'c',
      'd',
    ]);
    expect(values(document)).toEqual(['c=plain «plain»']);
    expect(opaque(document).map((line) => line.slice(0, 16))).toEqual([
      'frontMatter >-\n ',
      'frontMatter |\n  ',
      'frontMatter "a\n\n',
    ]);
  });

  it('reports all of it where the YAML is broken, and nothing where no key is chosen', () => {
    expect(opaque(read('a: [b\nc: d\n', ['a']))).toEqual(['frontMatter a: [b\nc: d\n']);
    expect(opaque(read('a: [b\nc: d\n', []))).toEqual([]);
  });

  it('reports all of it where it nests too deep or is too long', () => {
    for (const yaml of [
      `a: ${'['.repeat(9000)}\n`,
      `a:\n${'- '.repeat(9000)}x\n`,
      `a: b\n${'# x\n'.repeat(20_000)}`,
    ]) {
      expect(opaque(read(yaml, ['a']))).toHaveLength(1);
    }
  });

  it('is not what stands between two thematic breaks', () => {
    const text = '---\n\n# A heading\n\nText: yes.\n\n---\n\nMore.\n';
    const kinds = readMarkdown(text, { frontMatter: ['title'] }).blocks.map(({ kind }) => kind);
    expect(kinds).toEqual(['heading', 'paragraph', 'paragraph']);
  });

  it('must be closed and at the very beginning', () => {
    expect(readMarkdown('---\ntitle: T\n', { frontMatter: ['title'] }).blocks).toMatchObject([
      { kind: 'paragraph' },
    ]);
    expect(readMarkdown('\n---\ntitle: T\n---\n', { frontMatter: ['title'] }).blocks).toMatchObject([
      { kind: 'heading', form: 'setext' },
    ]);
  });
});
