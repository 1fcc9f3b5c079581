import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { formatOf } from '../../src/document/format.ts';
import { applyEdits, encodeSource, lineOf, originalOffset, readSource } from '../../src/document/source.ts';
import { markdownFiles } from '../support/corpus.ts';
import { thrown } from '../support/thrown.ts';

const runs = process.env.HEXAPLA_FULL === '1' ? 5000 : 150;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('\n', '\r\n', '\r', '\r\r\n', '\n\r') },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
  fc.constantFrom('# T', '> q', '\ufeff', '  ', 'Բարեւ։', '𝒳'),
);
const documentText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('').replaceAll('\0', ''));
/** Without lone surrogates, which UTF-8 has no bytes for. */
const wellFormed = documentText.filter((text) => Buffer.from(text).toString() === text);

describe('a document that is read and not edited', () => {
  test.prop([wellFormed, fc.boolean()], { numRuns: runs })('comes back byte for byte', (text, bom) => {
    const given = bytes((bom ? '\ufeff' : '') + text);
    const source = readSource(given, 'a.md');
    expect(encodeSource(source, applyEdits(source, []))).toEqual(given);
    expect(source.text).not.toMatch(/\r/);
  });

  it('comes back byte for byte for every Markdown file of the packages', () => {
    const files = markdownFiles();
    expect(files.length).toBeGreaterThan(200);
    for (const file of files) {
      const source = readSource(file.bytes, file.path);
      expect(Buffer.compare(encodeSource(source, applyEdits(source, [])), file.bytes), file.path).toBe(0);
    }
  });

  it('is one string where all line breaks are \\n', () => {
    const source = readSource(bytes('a\nb\n'), 'a.md');
    expect(source.original).toBe(source.text);
    expect(source.pairs).toHaveLength(0);
  });
});

describe('edits', () => {
  const edited = wellFormed.chain((text) => {
    const length = readSource(bytes(text), 'a.md').text.length;
    const cuts = fc.uniqueArray(fc.nat({ max: length }), { maxLength: 8 });
    const texts = fc.array(fc.constantFrom('', 'x', 'a\nb', 'é'), { minLength: 4, maxLength: 4 });
    return fc.tuple(fc.constant(text), cuts, texts);
  });

  test.prop([edited], { numRuns: runs })(
    'replace what the offsets in the text say, and nothing else',
    (given) => {
      const [text, cuts, texts] = given;
      const source = readSource(bytes(text), 'a.md');
      const sorted = [...cuts].sort((a, b) => a - b);
      const edits = texts.flatMap((replacement, index) => {
        const [start, end] = [sorted[2 * index], sorted[2 * index + 1]];
        return start === undefined || end === undefined ? [] : [{ start, end, text: replacement }];
      });
      let expected = '';
      let at = 0;
      for (const edit of edits) {
        expected += source.text.slice(at, edit.start) + edit.text;
        at = edit.end;
      }
      expected += source.text.slice(at);
      const result = applyEdits(source, edits);
      expect(normalized(result)).toBe(normalized(expected));
    },
  );

  function normalized(text: string): string {
    return text.replace(/\r\n?/g, '\n').replace(/\n+/g, '\n');
  }

  it('write line breaks as most of the document has them', () => {
    const source = readSource(bytes('a\r\nb\r\nc\nd'), 'a.md');
    expect(source.text).toBe('a\nb\nc\nd');
    expect(applyEdits(source, [{ start: 2, end: 3, text: 'x\ny' }])).toBe('a\r\nx\r\ny\r\nc\nd');
  });

  it('map offsets in the middle of mixed line breaks', () => {
    const source = readSource(bytes('\ufeffa\r\nb\rc\nd\r\ne'), 'a.md');
    expect(source.text).toBe('a\nb\nc\nd\ne');
    expect([0, 1, 2, 4, 6, 8].map((offset) => source.original[originalOffset(source, offset)])).toEqual([
      'a',
      '\r',
      'b',
      'c',
      'd',
      'e',
    ]);
  });

  it('must be sorted and apart', () => {
    const source = readSource(bytes('abc'), 'a.md');
    const overlap = [
      { start: 0, end: 2, text: '' },
      { start: 1, end: 3, text: '' },
    ];
    expect(() => applyEdits(source, overlap)).toThrow(/overlap/);
  });
});

describe('bytes that are no text', () => {
  it('names the first wrong byte and its line', () => {
    const given = Uint8Array.of(0x61, 0x0d, 0x0a, 0x62, 0xff, 0x63);
    const error = thrown(() => readSource(given, 'docs/a.md'));
    expect(error.code).toBe('not-utf8');
    expect(error.values).toEqual({ byte: 4 });
    expect(error.place).toEqual({ file: 'docs/a.md', line: 2 });
  });

  it('counts the byte order mark, and finds a character that is cut off at the end', () => {
    const cut = Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0xe2, 0x82);
    const error = thrown(() => readSource(cut, 'a.md'));
    expect(error.code).toBe('not-utf8');
    expect(error.values['byte']).toBeGreaterThanOrEqual(4);
  });

  it('rejects NUL with its line', () => {
    const error = thrown(() => readSource(bytes('a\r\n\r\nb\0'), 'a.md'));
    expect(error.code).toBe('has-nul');
    expect(error.place).toEqual({ file: 'a.md', line: 3, column: 2 });
  });
});

describe('lineOf', () => {
  test.prop([fc.array(fc.constantFrom('\n', 'a', 'bc')).map((parts) => parts.join('')), fc.nat()], {
    numRuns: runs,
  })('counts line breaks before the offset', (text, seed) => {
    const offset = text.length === 0 ? 0 : seed % (text.length + 1);
    const before = text.slice(0, offset).split('\n');
    expect(lineOf(text, offset)).toEqual({ line: before.length, column: before.at(-1)!.length + 1 });
  });
});

describe('formatOf', () => {
  it.each([
    ['a.md', 'markdown'],
    ['locales/en/A.MARKDOWN', 'markdown'],
    ['a.b.mkd', 'markdown'],
    ['a.html', null],
    ['md', null],
    ['a.md/b', null],
  ])('%s is %s', (path, format) => {
    expect(formatOf(path)).toBe(format);
  });
});
