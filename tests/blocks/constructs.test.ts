import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/blocks/markdown.ts';
import { printBlocks } from './print.ts';

/** Markdown, and the blocks read from it. */
type Pair = readonly [markdown: string, ...blocks: string[]];

const GROUPS: Readonly<Record<string, readonly Pair[]>> = {
  blocks: [
    ['# One ##\n\n### Three', 'heading1: One', 'heading3: Three'],
    ['One\n===\n\nTwo\nlines\n---', 'heading1 setext: One', 'heading2 setext: Two↵lines'],
    ['a\n\n\n  b  \n', 'paragraph: a', 'paragraph: b'],
    ['- a\n- b\n  - c\n\n    d\n1. e', 'item: a', 'item: b', 'item: c', 'item: d', 'item: e'],
    ['> a\n> > b\n>\n> - c', 'quote: a', 'quote: b', 'item: c'],
    ['1.\n   > a\n\n\tb', 'quote: a', 'item: b'],
    ['-  \n\n  a', 'paragraph: a'],
    ['1. a\n   2. b\n- c\n2. d', 'item: a↵2. b', 'item: c', 'item: d'],
    ['> a\n    > b', 'quote: a↵> b'],
    ['> a\n> ---\n>\n> <div>\n>\n> *b*', 'heading2 setext: a', 'quote: <0>b</0 emphasis *·*>'],
    ['- > a\n- # b', 'quote: a', 'heading1: b'],
    ['- [ ] to do\n- [x]  done\n- [y] no', 'item: to do', 'item: done', 'item: [y] no'],
    ['| a | |\n|---|---|\n| c \\| d | e | f |', 'cell: a', 'cell: c ⟨\\|=|⟩ d', 'cell: e'],
    ['a\n\n| b |\n|---|\ntext\n> q', 'paragraph: a', 'cell: b', 'cell: text', 'quote: q'],
    ['```js\na *b*\n```\n\n    c\n\n---\n\n<!-- d -->\n\ne', 'paragraph: e'],
    ['![a](b)', 'paragraph: <image ![·1·](b) →b>', 'alt in 0: a'],
    ['`only`', 'paragraph: <code `only` "only">'],
  ],
  footnotes: [
    [
      'See[^1] and ![^1] but [^2].\n\n[^1]: Note *one*.\n\n    - more\n\n    > quoted\n\nAfter.',
      'paragraph: See<footnote [^1] "1"> and !<footnote [^1] "1"> but [^2].',
      'footnote: Note <0>one</0 emphasis *·*>.',
      'item: more',
      'quote: quoted',
      'paragraph: After.',
    ],
  ],
  'breaks take in what stands around them': [
    ['a \n  b', 'paragraph: a↵b'],
    ['> a\n>   b\nc', 'quote: a↵b↵c'],
    ['> - a\n>   b\n>   c', 'item: a↵b↵c'],
    ['a  \nb\\\nc', 'paragraph: a⇩b⇩c'],
    ['a<br>b<BR />\n  c<br>', 'paragraph: a⇩b⇩c⇩'],
    ['> **a\n> b**', 'quote: <0>a↵b</0 strong **·**>'],
  ],
  spans: [
    [
      '*a* _b_ **c** __d__',
      'paragraph: <0>a</0 emphasis *·*> <1>b</1 emphasis _·_> <2>c</2 strong **·**> <3>d</3 strong __·__>',
    ],
    ['***a** b*', 'paragraph: <0><1>a</1 strong **·**> b</0 emphasis *·*>'],
    ['**a *b***', 'paragraph: <0>a <1>b</1 emphasis *·*></0 strong **·**>'],
    ['~~a~~ ~b~ ~~~c~~~', 'paragraph: <0>a</0 strikethrough ~~·~~> <1>b</1 strikethrough ~·~> ~~~c~~~'],
    ['a*b c** _d', 'paragraph: a*b c** _d'],
    ['snake_case_name', 'paragraph: snake_case_name'],
  ],
  text: [
    ['\\*a\\* &amp; &#xe9; &nope; \\b', 'paragraph: ⟨\\*=*⟩a⟨\\*=*⟩ ⟨&amp;=&⟩ ⟨&#xe9;=é⟩ &nope; \\b'],
    ['a [b] ](c) !d', 'paragraph: a [b] ](c) !d'],
  ],
  'code spans': [
    ['`` a`b `` ` `', 'paragraph: <code `` a`b `` "a`b"> <code ` ` " ">'],
    ['> `a\n> b`', 'quote: <code `a b` "a b">'],
    ['|a|\n|-|\n|`b\\|c`|', 'cell: a', 'cell: <code `b\\|c` "b|c">'],
    ['\\`a` b`', 'paragraph: ⟨\\`=`⟩a<code ` b` " b">'],
  ],
  links: [
    ['[a](b)', 'paragraph: <0>a</0 link [·](b) →b>'],
    ['[a](<b c> \'t "u"\')', "paragraph: <0>a</0 link [·](<b c> '·1·') →b c>", 'title in 0: t "u"'],
    [
      '[a]( b\n"t &amp; \\"u\\""  )',
      'paragraph: <0>a</0 link [·]( b "·1·"  ) →b>',
      'title in 0: t ⟨&amp;=&⟩ ⟨\\"="⟩u⟨\\"="⟩',
    ],
    ['> [a](b "c\n> d")', 'quote: <0>a</0 link [·](b "·1·") →b>', 'title in 0: c↵d'],
    ['[a](b "")', 'paragraph: <0>a</0 link [·](b "") →b>'],
    ['[*a* b](c)', 'paragraph: <0><1>a</1 emphasis *·*> b</0 link [·](c) →c>'],
    ['[a [b](c)](d)', 'paragraph: [a <0>b</0 link [·](c) →c>](d)'],
    [
      '[a][Foo] [foo] [foo][] [bar]\n\n[FOO]: /u',
      'paragraph: <0>a</0 link [·][Foo] →/u> <1>foo</1 link [·][foo] →/u> <2>foo</2 link [·][foo] →/u> [bar]',
    ],
    ['> [a\n> b]\n\n[a b]: <c d> "t"', 'quote: <0>a↵b</0 link [·][a b] →c d>'],
    ['[a]: /u\nrest [a]', 'paragraph: rest <0>a</0 link [·][a] →/u>'],
  ],
  images: [
    ['![a](b "t")', 'paragraph: <image ![·1·](b "·2·") →b>', 'alt in 0: a', 'title in 0: t'],
    ['x ![](b) ![ ](c "t")', 'paragraph: x <image ![](b) →b> <image ![ ](c "·1·") →c>', 'title in 0: t'],
    [
      '![a *b* `c`](d)',
      'paragraph: <image ![·1·](d) →d>',
      'alt in 0: a <0>b</0 emphasis *·*> <code `c` "c">',
    ],
    ['![a ![b](c)](d)', 'paragraph: <image ![·1·](d) →d>', 'alt in 0: a <image ![·2·](c) →c>', 'alt in 1: b'],
    [
      '[![a](b)](c "t")',
      'paragraph: <0><image ![·1·](b) →b></0 link [·](c "·2·") →c>',
      'alt in 0: a',
      'title in 0: t',
    ],
    [
      '![ a ][foo] ![foo]\n\n[foo]: /u',
      'paragraph: <image ![ ·1· ][foo] →/u> <image ![·2·][foo] →/u>',
      'alt in 0: a',
      'alt in 0: foo',
    ],
  ],
  addresses: [
    [
      '<http://a.b> <me@a.b>',
      'paragraph: <autolink <http://a.b> →http://a.b "http://a.b"> <autolink <me@a.b> →mailto:me@a.b "me@a.b">',
    ],
    [
      'see www.a.b, or http://a.b/(c).',
      'paragraph: see <autolink www.a.b →http://www.a.b "www.a.b">, or <autolink http://a.b/(c) →http://a.b/(c) "http://a.b/(c)">.',
    ],
    ['an_a@b.c xhttp://a.b', 'paragraph: <autolink an_a@b.c →mailto:an_a@b.c "an_a@b.c"> xhttp://a.b'],
    ['[http://a.b](c)', 'paragraph: <0>http://a.b</0 link [·](c) →c>'],
  ],
  'inline HTML': [
    ['<b>a</b> <i x="y">b</i>', 'paragraph: <0>a</0 html <b>·</b>> <1>b</1 html <i x="y">·</i>>'],
    ['a <b>c *d</b> e*', 'paragraph: a <html <b>>c <0>d<html </b>> e</0 emphasis *·*>'],
    ['a <B>c <i>d</b>', 'paragraph: a <0>c <html <i>>d</0 html <B>·</b>>'],
    [
      'a <img src="b"> <c/> <!-- d --> <?e?>',
      'paragraph: a <html <img src="b">> <html <c/>> <html <!-- d -->> <html <?e?>>',
    ],
    ['> a <b\n> c>', 'quote: a <html <b c>>'],
  ],
};

for (const [name, pairs] of Object.entries(GROUPS)) {
  describe(name, () => {
    it.each(pairs.map((pair) => [pair[0], pair.slice(1)] as const))('%j', (markdown, blocks) => {
      expect(printBlocks(readMarkdown(markdown, { frontMatter: [] }))).toEqual(blocks);
    });
  });
}

describe('what cannot be split is opaque', () => {
  const opaque = (text: string): string[] =>
    readMarkdown(text, { frontMatter: [] }).opaque.map(
      ({ kind, start, end }) => `${kind} ${text.slice(start, end)}`,
    );

  it('HTML blocks that show letters', () => {
    expect(opaque('<p>Text</p>\n\n<div>\n\n*a*\n\n</div>\n')).toEqual(['html <p>Text</p>']);
    expect(opaque('<img src="a" />\n\n<!-- text -->\n\n<script>\ntext\n</script>\n')).toEqual([]);
    expect(opaque('<!-- a --> text\n')).toEqual(['html <!-- a --> text']);
  });

  it('titles of definitions', () => {
    expect(opaque('[a]: /u "The title"\n[b]: /u\n')).toEqual(['definition The title']);
  });
});

describe('extents', () => {
  it('are without marks and white space', () => {
    const text = '#  One  ##\n\n> - two\n>   three \n\nFour\n====\n';
    const { blocks } = readMarkdown(text, { frontMatter: [] });
    expect(blocks.map(({ start, end }) => text.slice(start, end))).toEqual(['One', 'two\n>   three', 'Four']);
  });
});
