import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../src/blocks/markdown.ts';
import { MAX_BLOCK_DEPTH } from '../../src/blocks/markdown-grammar.ts';
import { MAX_INLINE_DEPTH } from '../../src/blocks/markdown-tokens.ts';
import { HexaplaError } from '../../src/model/error.ts';

const N = 10_000;
const many = (text: string, count = N): string => text.repeat(count);
const lines = (line: (index: number) => string, count = N): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');

/** CPU seconds that one text may take, generously: the bound is there to catch what is not linear. */
const SECONDS = 3;

const SPACES = ' '.repeat(60_000);

/** Texts of up to a few hundred kilobytes that quadratic readers take minutes for. */
const READ: Readonly<Record<string, string>> = {
  brackets: many('['),
  'brackets in pairs': many('[') + many(']'),
  'label within brackets': `[foo]: /u\n\n${many('[')}foo${many(']')}`,
  stars: many('*'),
  'stars and letters': many('* a '),
  openers: many('a**b', 2 * N),
  'openers of two sorts': many('*a_ ', 2 * N),
  'openers of three sorts': many('*a_b~c '),
  'crossing by three': many('**x* '),
  backticks: many('`'),
  'backticks of every length': lines((i) => `${'`'.repeat(i + 1)}a`, 500),
  'spaces in a line': `a${SPACES}b`,
  'spaces in two lines': `a${SPACES}\n${SPACES}b`,
  'spaces in a title': `[a](b "${SPACES}x")`,
  'spaces before no delimiter': `a | b\n${SPACES}x`,
  'links without end': many('[a](', 2 * N),
  'brackets and parentheses': many('[ (](', 2 * N),
  'links after open brackets': many('[') + many('[a](b)'),
  'full references': `[b]: /u\n\n${many('[a][b] ')}`,
  'less-than signs': many('<'),
  comments: `a ${many('<!-- ')}`,
  declarations: `a ${many('<!A <![CDATA[ <? ')}`,
  attributes: `a <a${many(' b', 5 * N)}`,
  'quoted attributes': `a ${many('<a b=\'" ')}`,
  'tags that do not pair': many('<a>') + many('<b>') + many('</c>'),
  'tags that pair once': many('<a>') + many('<b>') + many('</a></b>'),
  schemes: many('http://'),
  www: many('www.'),
  'dots in an address': `http://a${many('.', 5 * N)}b`,
  'parentheses in an address': `http://a${many(')', 5 * N)}b`,
  'mail addresses': many('a@'),
  'a long mail address': `${many('a.')}@b.c`,
  'character references': many(`&${'a'.repeat(31)}`),
  definitions: lines((i) => `[a${i}]: /u\n`),
  'definitions with open titles': many('[a]: b "\n'),
  underlines: `[a]: b\n${many('===\n')}`,
  rows: many('a | b\n'),
  'delimiter rows': many('|-|\n|-|-|\n'),
  'a wide table of short rows': `${many('|a', 2000)}\n${many('|-', 2000)}\n${many('|\n')}`,
  'HTML blocks': many('<div>\n\n'),
  'comment lines': many('<!-- \n'),
  fences: many('```\n', N + 1),
  footnotes: lines((i) => `[^${i}]: [^${i}]\n`),
  'flow sequences in front matter': `---\na: ${many('[')}\n---\n`,
  'empty lines in front matter': `---\n${many('\n', 5 * N)}---`,
};

/** Texts that nest: [text, the line that the error names]. */
const TOO_DEEP: Readonly<Record<string, readonly [string, number]>> = {
  quotes: [`a\n\n${many('>')}`, 3],
  'quotes with spaces': [`${many('> ')}a`, 1],
  bullets: [`${many('- ')}a`, 1],
  numbers: [`${many('1. ')}a`, 1],
  'items by lines': [lines((i) => `${'  '.repeat(i)}- a\n`, 1000), 100],
  footnotes: [many('[^a]: '), 1],
  emphasis: [`a\n\n${many('*a ', N / 2)}${many('b*', N / 2)}`, 3],
  'strong emphasis': [many('**a ', N / 2) + many('b**', N / 2), 1],
  'runs of stars': [`${many('*')}a${many('*')}`, 1],
  images: [`${many('![')}a${many('](b)')}`, 1],
};

function seconds(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

describe('hostile text', () => {
  it.each(Object.entries(READ))('is read in time: %s', (_name, text) => {
    const spent = seconds(() => {
      const document = readMarkdown(text, { frontMatter: ['a'] });
      document.outline();
    });
    expect(spent).toBeLessThan(SECONDS);
  });

  it.each(Object.entries(TOO_DEEP))(
    'that nests too deep is one error with a line: %s',
    (_name, [text, line]) => {
      let caught: unknown;
      const spent = seconds(() => {
        try {
          readMarkdown(text, { frontMatter: [] });
        } catch (error) {
          caught = error;
        }
      });
      expect(caught).toBeInstanceOf(HexaplaError);
      expect(caught).toMatchObject({ code: 'markdown-depth', place: { line } });
      expect(spent).toBeLessThan(SECONDS);
    },
  );

  it('may nest up to the limits', () => {
    const quotes = Math.floor(MAX_BLOCK_DEPTH - 1);
    expect(readMarkdown(`${'>'.repeat(quotes)} a`, { frontMatter: [] }).blocks).toHaveLength(1);
    const spans = MAX_INLINE_DEPTH - 1;
    const nested = `${'*a '.repeat(spans)}b${'*'.repeat(spans)}`;
    expect(readMarkdown(nested, { frontMatter: [] }).blocks[0]?.inlines).toHaveLength(3 * spans);
  });

  it('takes time in proportion to its length', () => {
    const text = many('Some *words* in [a line](u) with `code`.\n\n> - and more\n', 2000);
    readMarkdown(text, { frontMatter: [] });
    const once = seconds(() => readMarkdown(text, { frontMatter: [] }));
    const eight = seconds(() => readMarkdown(text.repeat(8), { frontMatter: [] }));
    expect(eight).toBeLessThan(8 * 4 * Math.max(once, 0.02));
  });
});
