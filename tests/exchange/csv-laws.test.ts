import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardCell, unguardCell } from '../../src/exchange/tables/csv-guard.ts';
import { readTable } from '../../src/exchange/tables/csv-read.ts';
import { writeTable } from '../../src/exchange/tables/csv-write.ts';
import type { Content, Inline } from '../../src/model/content.ts';
import { HexaplaError } from '../../src/model/error.ts';
import type { Transfer } from '../../src/model/transfer.ts';
import { runs } from './support.ts';
import { distinct, OPTIONS, oneLocale, sortedReturns, utf8 } from './tables-support.ts';

const FORMATS = ['csv', 'tsv'] as const;
const transfers = (forbidden: boolean): fc.Arbitrary<readonly Transfer[]> =>
  distinct(({ document }) => document)(forbidden).map(oneLocale);

/** Half a surrogate pair is no text that UTF-8 could hold. */
function encoded(content: Content): Content {
  return content.map((node): Inline => {
    if (node.kind === 'text') return { kind: 'text', text: node.text.replace(/\p{Cs}/gu, '\uFFFD') };
    return { ...node, children: node.children === null ? null : encoded(node.children) };
  });
}

// What a table carries: an empty target is a missing one, and its state is not told; no units.
function carried(transfer: Transfer, format: string): unknown {
  const { document, sourceLocale, targetLocale, handoff } = transfer;
  const segments = transfer.units.flatMap((unit) =>
    unit.segments.map(({ id, source, target, state }) => ({
      id,
      unit: null,
      source: encoded(source),
      target: encoded(target ?? []),
      state: target === null ? null : state,
      problem: null,
    })),
  );
  return { format, document, sourceLocale, targetLocale, handoff: handoff || null, segments };
}

describe.each(FORMATS)('%s', (format) => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(transfers(true), (given) => {
        const read = readTable(utf8(writeTable(given, OPTIONS, format)), 'f');
        expect(sortedReturns(read)).toEqual(sortedReturns(given.map((one) => carried(one, format))));
        for (const { segments } of read) for (const one of segments) expect(one.comment).toBeUndefined();
      }),
      { numRuns: runs },
    );
  });

  it('writes the same text for the same handoffs, and no native code', () => {
    fc.assert(
      fc.property(transfers(true), (given) => {
        const text = writeTable(given, OPTIONS, format);
        expect(writeTable(structuredClone(given), OPTIONS, format)).toBe(text);
        expect(text).not.toContain('NATIVE');
      }),
      { numRuns: runs },
    );
  });

  it('says where each row stands, and holds no cell that a spreadsheet computes', () => {
    fc.assert(
      fc.property(transfers(false), (given) => {
        const text = writeTable(given, OPTIONS, format);
        const delimiter = format === 'csv' ? ',' : '\t';
        const rows: string[][] = parse(text.slice(1), { delimiter, record_delimiter: '\r\n' });
        for (const row of rows) for (const cell of row) expect(cell).not.toMatch(/^\s*[=+\-@]/u);
        const lines = text.split(/\r\n|[\r\n]/);
        for (const { segments } of readTable(utf8(text), 'f')) {
          for (const { id, line } of segments) expect(lines[line - 1]?.startsWith(id)).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  });

  it('reads a damaged file to a result or to one clear error', () => {
    const byte = fc.record({ at: fc.nat(), to: fc.oneof(fc.nat(255), fc.constantFrom(34, 44, 9, 13, 10)) });
    const damage = fc.array(byte, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(transfers(false), damage, fc.option(fc.nat()), (given, edits, cut) => {
        let bytes = utf8(writeTable(given, OPTIONS, format));
        for (const { at, to } of edits) bytes[at % bytes.length] = to;
        if (cut !== null) bytes = bytes.subarray(0, cut % bytes.length);
        try {
          expect(readTable(bytes, 'f').length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(HexaplaError);
        }
      }),
      { numRuns: runs * 2 },
    );
  });
});

describe('a guarded cell', () => {
  const cell = fc
    .array(
      fc.constantFrom(
        "'",
        "''",
        '=',
        '-',
        '+',
        '@',
        '＝',
        ' ',
        '\t',
        '\r\n',
        '1',
        '2020',
        '/',
        'May',
        'a',
        'e',
        '五月',
        '٣',
        '%',
      ),
      {
        maxLength: 6,
      },
    )
    .map((parts) => parts.join(''));

  it('is read as the text that it was', () => {
    fc.assert(
      fc.property(fc.oneof(cell, fc.string()), (text) => {
        expect(unguardCell(guardCell(text))).toBe(text);
        expect(guardCell(text)).not.toMatch(/^\s*[=+\-@]|^[\d\s.,/:-]*\d[\d\s.,/:-]*$/u);
      }),
      { numRuns: runs * 4 },
    );
  });

  it('is read as its text where a spreadsheet has dropped the guard', () => {
    fc.assert(
      fc.property(cell, (text) => {
        fc.pre(!text.startsWith("'"));
        expect(unguardCell(guardCell(text).replace(/^'/, ''))).toBe(text);
      }),
      { numRuns: runs },
    );
  });
});
