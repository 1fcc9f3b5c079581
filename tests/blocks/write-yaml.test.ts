import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { writeMarkdown } from '../../src/blocks/markdown-write.ts';
import type { Delimiter, WriteContext } from '../../src/model/write.ts';
import { arbitraryText } from '../support/arbitrary-content.ts';

const runs = process.env.HEXAPLA_FULL === '1' ? 5000 : 300;

function scalar(text: string, delimiter: Delimiter, inCell = false): string {
  const context: WriteContext = {
    form: 'yaml',
    kind: 'frontMatter',
    subunit: () => '',
    care: 0,
    lineStart: false,
    inCell,
    delimiter,
    defined: () => false,
  };
  return writeMarkdown([{ kind: 'text', text }], context);
}

const tidy = (text: unknown): unknown => (typeof text === 'string' ? text.replace(/\s+/g, ' ').trim() : text);

const TRAPS = [
  ...[
    'null',
    'true',
    'yes',
    'No',
    'on',
    '~',
    '1',
    '1.5',
    '.5',
    '1e3',
    '0x1f',
    '2023-09-21',
    '12:30:45',
    '.nan',
    '-.inf',
    '.',
    '=',
  ],
  ...[
    '- a',
    '? a',
    ': a',
    'a: b',
    'a:',
    'a #b',
    '#a',
    '`a',
    '@a',
    '%a',
    '|',
    '>',
    '&a',
    '*a',
    '!a',
    '{a}',
    '[a]',
    'a, b',
    '--- a',
  ],
  ...[
    '"a"',
    "'a'",
    "it's",
    'a"b',
    'a\\b',
    'a\tb',
    'a\nb',
    '<<',
    '\u{feff}a',
    'a\u{2028}b',
    'a\u{85}b',
    '\u{7}',
  ],
];

describe('front-matter values', () => {
  it('stay plain where that is safe, and keep their style', () => {
    expect(scalar('Statement of 9 November 2020, “draft”', null)).toBe(
      'Statement of 9 November 2020, “draft”',
    );
    expect(scalar('Note: read', null)).toBe('"Note: read"');
    expect(scalar('no', null)).toBe('"no"');
    expect(scalar('a, b', null, true)).toBe('"a, b"');
    expect(scalar("it's", "'")).toBe("'it''s'");
    expect(scalar('say "a"', '"')).toBe('"say \\"a\\""');
  });

  it('are read as the same text by YAML 1.2 and 1.1, in maps and in lists (property)', () => {
    const texts = fc.oneof(fc.constantFrom(...TRAPS), arbitraryText).filter((text) => text.trim() !== '');
    const styles = fc.constantFrom<Delimiter>(null, '"', "'");
    fc.assert(
      fc.property(texts, styles, fc.boolean(), (text, style, inList) => {
        const written = scalar(text, style, inList);
        const yaml = inList ? `a: [x, ${written}, y]\n` : `a: ${written}\nb: 1\n`;
        const expected = tidy(text);
        for (const value of [parse(yaml), parseDocument(yaml, { version: '1.1' }).toJS()]) {
          expect(tidy(inList ? value.a[1] : value.a)).toBe(expected);
        }
      }),
      { numRuns: runs },
    );
  });
});
