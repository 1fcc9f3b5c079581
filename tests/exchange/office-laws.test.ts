import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unzipSafely, zipDeterministic } from '../../src/exchange/archive.ts';
import { readDocx } from '../../src/exchange/office/docx-read.ts';
import { writeDocx } from '../../src/exchange/office/docx-write.ts';
import { readXlsx } from '../../src/exchange/office/xlsx-read.ts';
import { writeXlsx } from '../../src/exchange/office/xlsx-write.ts';
import { withoutForbidden } from '../../src/exchange/xml/escape.ts';
import { HexaplaError } from '../../src/model/error.ts';
import { arbitraryTransfers } from '../support/arbitrary-transfer.ts';
import { carried, FOREIGN, OPTIONS, summaryOf } from './office-support.ts';
import { runs } from './support.ts';

const FORMATS = {
  // A lone surrogate is no character of Unicode, and a file in UTF-8 cannot hold it.
  xlsx: {
    write: writeXlsx,
    read: readXlsx,
    carry: (text: string) => text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD'),
  },
  // A line break within a cell would be another paragraph; XML 1.0 has no means for control characters.
  docx: {
    write: writeDocx,
    read: readDocx,
    carry: (text: string) => withoutForbidden(text).replace(/[ \t]*[\r\n]+[ \t]*/g, ' '),
  },
} as const;

const some = Math.ceil(runs / 3);

describe.each(['xlsx', 'docx'] as const)('%s', (format) => {
  const { write, read, carry } = FORMATS[format];

  it.each([
    ['the interface’s titles', OPTIONS],
    ['titles in another language', FOREIGN],
  ])('gives back what was written, with %s', async (_, options) => {
    await fc.assert(
      fc.asyncProperty(arbitraryTransfers(true), async (transfers) => {
        const bytes = await write(transfers, options);
        expect(summaryOf(read(bytes, 'f'))).toEqual(carried(transfers, format, carry));
      }),
      { numRuns: some },
    );
  });

  it('writes the same bytes for the same handoffs, without a date and without native code', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryTransfers(true), async (transfers) => {
        const bytes = await write(transfers, OPTIONS);
        await new Promise((resolve) => setTimeout(resolve, 2));
        expect(Buffer.from(await write(structuredClone(transfers), OPTIONS)).equals(Buffer.from(bytes))).toBe(
          true,
        );
        for (const [name, part] of unzipSafely(bytes, 'f', () => true)) {
          const text = new TextDecoder().decode(part);
          expect(text).not.toContain('NATIVE');
          if (name.startsWith('docProps/')) expect(text).not.toMatch(/20[2-9][0-9]-|hucre|docx/i);
        }
      }),
      { numRuns: Math.ceil(some / 5) },
    );
  });

  it('reads a damaged file to a result or to one clear error', async () => {
    const byte = fc.record({ at: fc.nat(), to: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(
        arbitraryTransfers(false),
        fc.array(byte, { minLength: 1, maxLength: 4 }),
        fc.option(fc.nat()),
        async (transfers, edits, cut) => {
          let bytes = (await write(transfers, OPTIONS)).slice();
          for (const { at, to } of edits) bytes[at % bytes.length] = to;
          if (cut !== null) bytes = bytes.slice(0, cut % bytes.length);
          try {
            read(bytes, 'f');
          } catch (error) {
            expect(error).toBeInstanceOf(HexaplaError);
            expect((error as HexaplaError).place.file).toBe('f');
          }
        },
      ),
      { numRuns: some },
    );
  });

  it('reads a damaged part to a result or to one clear error', async () => {
    const to = fc.constantFrom('<', '>', '"', '&', '/', 'w:', '=', '9', '');
    const edit = fc.record({ part: fc.nat(), at: fc.nat(), to });
    await fc.assert(
      fc.asyncProperty(
        arbitraryTransfers(false),
        fc.array(edit, { minLength: 1, maxLength: 3 }),
        async (transfers, edits) => {
          const parts = unzipSafely(await write(transfers, OPTIONS), 'f', () => true);
          const names = [...parts.keys()].filter((name) =>
            /document|sheet|workbook|Strings|custom|rels$/.test(name),
          );
          for (const { part, at, to } of edits) {
            const name = names[part % names.length] ?? '';
            const text = new TextDecoder().decode(parts.get(name));
            const from = at % text.length;
            parts.set(name, new TextEncoder().encode(text.slice(0, from) + to + text.slice(from + 1)));
          }
          try {
            read(zipDeterministic(parts), 'f');
          } catch (error) {
            expect(error).toBeInstanceOf(HexaplaError);
            expect((error as HexaplaError).place).toEqual({ file: 'f' });
          }
        },
      ),
      { numRuns: some },
    );
  });
});
