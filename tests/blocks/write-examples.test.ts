import { describe, expect, it } from 'vitest';
import { writeMarkdown } from '../../src/blocks/markdown-write.ts';
import { HexaplaError } from '../../src/model/error.ts';
import type { UnitNode } from '../../src/model/unit.ts';
import type { WriteContext } from '../../src/model/write.ts';

const flow: WriteContext = {
  form: 'flow',
  kind: 'paragraph',
  subunit: (unit) => `(${unit})`,
  care: 0,
  lineStart: true,
  inCell: false,
  delimiter: null,
  defined: (label) => label === 'known',
};

const text = (words: string): UnitNode => ({ kind: 'text', text: words });
const gap = (raw: string): UnitNode => ({ kind: 'gap', gap: 'soft', raw });
const code = (
  type: 'strong' | 'emphasis' | 'strikethrough',
  mark: string,
  ...children: UnitNode[]
): UnitNode => ({
  kind: 'code',
  code: { type, parts: [mark, mark] },
  children,
});
const strong = (...children: (UnitNode | string)[]): UnitNode => code('strong', '**', ...children.map(node));
const em = (...children: (UnitNode | string)[]): UnitNode => code('emphasis', '*', ...children.map(node));
const under = (...children: (UnitNode | string)[]): UnitNode => code('emphasis', '_', ...children.map(node));
const link = (...children: (UnitNode | string)[]): UnitNode => ({
  kind: 'code',
  code: { type: 'link', parts: ['[', '][foo]'], href: 'u' },
  children: children.map(node),
});
const single = (type: 'code' | 'autolink' | 'footnote' | 'html', raw: string, href?: string): UnitNode => ({
  kind: 'code',
  code: { type, parts: [raw], ...(href && { href }) },
  children: null,
});
const node = (content: UnitNode | string): UnitNode =>
  typeof content === 'string' ? text(content) : content;

function written(content: readonly (UnitNode | string)[], context: Partial<WriteContext> = {}): string {
  return writeMarkdown(content.map(node), { ...flow, ...context });
}

describe('prose stays as it is', () => {
  const prose = [
    '“Justice for all”, they said — 3 * 4 = 12; a < b, AT&T, snake_case_name.',
    'On 9 November 2020. The §1(b) of [sic] the treaty […] 50% #1 ~5 km!',
    '«слово», „Wort“, ‘word’; բառ։ სიტყვა, كلمة؟',
    'a - b + c = d > e | f {g} $5 C:\\path',
    '- not a list because — well',
  ];
  it.each(prose.slice(0, 4))('%s', (line) => expect(written([line])).toBe(line));
  it('a dash that would begin a list', () => expect(written([prose[4] ?? ''])).toBe(`\\${prose[4]}`));
});

describe('what would begin a block', () => {
  it.each([
    ['# a', '\\# a'],
    ['#a', '#a'],
    ['> a', '\\> a'],
    ['1990. That year', '1990\\. That year'],
    ['1) a', '1\\) a'],
    ['- - -', '\\- - -'],
    ['+ a', '\\+ a'],
    ['***', '\\*\\*\\*'],
    ['```', '&#96;&#96;&#96;'],
    ['~~~', '\\~\\~\\~'],
    ['    a', '&#32;&#32;&#32;&#32;a'],
    ['[x]: y', '\\[x]: y'],
    ['[^1]: y', '\\[^1]: y'],
    ['[x] y', '\\[x] y'],
    ['<div>', '\\<div>'],
    ['--- | ---', '\\--- | ---'],
  ])('%j', (from, to) => expect(written([from])).toBe(to));

  it.each([['==='], ['---'], [':-:'], ['|---|'], ['1. a']])('%j on a later line', (line) => {
    const escaped = line === '1. a' ? '1\\. a' : `\\${line}`;
    expect(written(['a', gap('\n> '), line])).toBe(`a\n> ${escaped}`);
  });

  it('nothing but an end run of # in a heading', () => {
    expect(written(['- a # b ##'], { form: 'heading' })).toBe('- a # b \\#\\#');
    expect(written(['C#'], { form: 'heading' })).toBe('C#');
  });

  it('white space at the ends of lines', () => {
    expect(written(['a  ', gap('\n'), ' b\u{a0}'])).toBe('a&#32;&#32;\n&#32;b&nbsp;');
    expect(written(['a\\', gap('\n'), 'b'])).toBe('a\\\\\nb');
  });
});

describe('what would be markup', () => {
  it.each([
    ['*a*', '\\*a\\*'],
    ['_a_ b_c', '\\_a\\_ b_c'],
    ['`a`', '&#96;a&#96;'],
    ['[known] [unknown]', '\\[known] [unknown]'],
    ['[a](b)', '\\[a](b)'],
    ['![a]', '![a]'],
    ['<b> </b> <3', '\\<b> \\</b> <3'],
    ['&amp; &copy; & &x', '&amp;amp; &amp;copy; & &x'],
    ['\\*', '\\\\\\*'],
    ['~~a~~', '\\~\\~a\\~\\~'],
    ['https://x.org www.x.org a@b.org', 'https\\://x.org www\\.x.org a\\@b.org'],
    ['a\u{7}', 'a&#7;'],
  ])('%j', (from, to) => expect(written([from])).toBe(to));

  it('the pipe in cells and underlined headings', () => {
    expect(written(['a | b'], { form: 'cell', inCell: true, lineStart: false })).toBe('a \\| b');
    expect(written(['a | b'], { form: 'setext' })).toBe('a \\| b');
  });

  it('everything, where care is asked for', () => {
    expect(written(['a. (b) `c`'], { care: 1 })).toBe('a\\. \\(b\\) &#96;c&#96;');
  });

  it('beside codes', () => {
    expect(written(['a!', link('b')])).toBe('a\\![b][foo]');
    expect(written([link('b] c'), '(d)'])).toBe('[b\\] c][foo]\\(d)');
    expect(written([single('footnote', '[^1]'), ': a'])).toBe('[^1]\\: a');
    expect(written(['a', single('footnote', '[^1]'), ': b'])).toBe('a[^1]: b');
  });
});

describe('spans that their neighbours would unhinge', () => {
  it.each<[readonly (UnitNode | string)[], string]>([
    [[strong('«слово»'), 'ի'], '**«слово»**&#x56B;'],
    [[strong('word'), '-nın'], '**word**-nın'],
    [[strong('text:'), 'word'], '**text:**&#119;ord'],
    [['a', strong('(b)')], '&#97;**(b)**'],
    [[strong(' a ')], '**&#32;a&#32;**'],
    [['x', under('a'), 'y'], '&#120;_a_&#121;'],
    [[em('a'), em('b')], '*a*_b_'],
    [[em('a'), strong('b')], '*a***b**'],
    [[em(strong('a'))], '***a***'],
    [[strong(em('a'))], '**_a_**'],
    [[em('a ', em('b'), ' c')], '*a *b* c*'],
    [[em(em('a'))], '*_a_*'],
    [[em('a 😀'), 'b'], '*a 😀*&#98;'],
  ])('%#', (content, to) => expect(written(content)).toBe(to));

  it('keeps the source’s delimiters where they serve', () => {
    expect(written([under('a'), ' ', code('strong', '__', text('b'))])).toBe('_a_ __b__');
  });

  it.each<[string, readonly (UnitNode | string)[]]>([
    ['empty-span', [strong()]],
    ['nesting', [code('strikethrough', '~~', text('a')), code('strikethrough', '~~', text('b'))]],
    ['code-spans', [single('code', '`a`'), single('code', '`b`')]],
  ])('refuses %s', (reason, content) => {
    let thrown: unknown;
    try {
      written(content);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(HexaplaError);
    expect(thrown).toMatchObject({ code: 'shape', values: { reason } });
  });
});

describe('bare addresses', () => {
  const address = single('autolink', 'https://x.org', 'https://x.org');
  it.each<[readonly (UnitNode | string)[], string]>([
    [['see ', address, ' and'], 'see https://x.org and'],
    [['(', address, ').'], '(https://x.org).'],
    [['see ', address, '-ի'], 'see <https://x.org>-ի'],
    [['see:', address], 'see:<https://x.org>'],
    [[single('autolink', 'www.x.org', 'http://www.x.org'), 'ի'], '[www&#46;x&#46;org](<http://www.x.org>)ի'],
  ])('%#', (content, to) => expect(written(content)).toBe(to));
});

describe('sub-units and notices', () => {
  it('writes sub-units in their place', () => {
    const image: UnitNode = {
      kind: 'code',
      code: { type: 'image', parts: ['![', { unit: 'u1' }, '](x "', { unit: 'u2' }, '")'], href: 'x' },
      children: null,
    };
    expect(written(['a ', image])).toBe('a ![(u1)](x "(u2)")');
  });

  it('writes notices as they are, or their words where no markup can stand', () => {
    const notice: UnitNode = { kind: 'notice', raw: '</span> <small>(en&#124;)</small>' };
    expect(written(['a', notice])).toBe('a</span> <small>(en&#124;)</small>');
    expect(written(['a', notice], { form: 'alt', kind: 'alt' })).toBe('a (en|)');
    expect(written(['a', notice], { form: 'title', kind: 'title', delimiter: '(' })).toBe('a \\(en|\\)');
    expect(written(['a', notice], { form: 'yaml', kind: 'frontMatter' })).toBe('a (en|)');
  });

  it('escapes a line’s start behind a notice', () => {
    expect(written([{ kind: 'notice', raw: '<span>' }, '# a'])).toBe('<span>\\# a');
  });
});
