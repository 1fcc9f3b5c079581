import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepKnown } from '../../src/exchange/keep-known.ts';
import {
  collectReturns,
  type FollowReturn,
  readXliff,
  readXliffPieces,
} from '../../src/exchange/xliff/read.ts';
import { writeXliff } from '../../src/exchange/xliff/write.ts';
import { decodeXmlPieces } from '../../src/exchange/xml/bytes.ts';
import { XLIFF_FORMATS } from '../../src/model/transfer.ts';
import { arbitraryTransfer } from '../support/arbitrary-transfer.ts';
import { source } from './accept-support.ts';
import { catalogue, PLAIN, runs, sample } from './support.ts';

const FULL = process.env['HEXAPLA_FULL'] === '1';

describe.each(XLIFF_FORMATS)('%s in pieces', (format) => {
  it('is read as it is as a whole', () => {
    fc.assert(
      fc.property(arbitraryTransfer(true), fc.array(fc.nat(), { maxLength: 20 }), (transfer, cuts) => {
        const xml = writeXliff(transfer, { ...PLAIN, format });
        const { returned, follow } = collectReturns();
        const pieces = readXliffPieces('f', follow);
        let from = 0;
        for (const to of [...cuts.map((cut) => cut % xml.length).toSorted((a, b) => a - b), xml.length]) {
          pieces.write(xml.slice(from, to));
          from = to;
        }
        pieces.end();
        expect(returned).toEqual(readXliff(xml, 'f'));
      }),
      { numRuns: runs },
    );
  });

  it('gives each segment as its unit ends', () => {
    const xml = writeXliff(sample(), { ...PLAIN, format });
    const seen: string[] = [];
    const pieces = readXliffPieces('f', {
      openFile: ({ document }) => {
        seen.push(`${document}`);
        return { segment: ({ id }) => seen.push(id), close: () => seen.push('end') };
      },
    });
    const unit = format === 'xliff-1.2' ? '</trans-unit>' : '</unit>';
    const after = xml.indexOf('<', xml.indexOf(unit) + 1) + 1;
    pieces.write(xml.slice(0, after));
    expect(seen).toEqual([
      'locales/en/statement.md',
      's4k7qz2m1',
      ...(format === 'xliff-1.2' ? [] : ['s9d1x0ta7']),
    ]);
    pieces.write(xml.slice(after));
    pieces.end();
    expect(seen.slice(-2)).toEqual(['s00000003', 'end']);
  });
});

/** Megabytes of the heap that are in use after what is not is freed. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 1e6;
}

const HEAD =
  '<xliff version="1.2"><file original="d" source-language="en" target-language="fr" datatype="plaintext"><body>';
const unitOf = (id: string, index: number): string =>
  `<trans-unit id="${id}"><source>Two words of ${index}.</source><target>Deux mots de ${index}.</target><note>Note ${index}</note></trans-unit>\n`;

/** Writes a file of some megabytes to a reader, by pieces of bytes; gives how much the heap grew at most. */
function growth(follow: FollowReturn, megabytes: number, unit: (index: number) => string): number {
  const pieces = readXliffPieces('f', follow);
  const decoder = decodeXmlPieces('f');
  const encoder = new TextEncoder();
  const before = heap();
  let most = before;
  let index = 0;
  const write = (text: string): void => pieces.write(decoder.write(encoder.encode(text)));
  write(HEAD);
  for (let written = 0, sampled = 0; written < megabytes * 1e6; ) {
    let text = '';
    while (text.length < 65_536) text += unit(index++);
    write(text);
    written += text.length;
    if (written - sampled < (megabytes * 1e6) / 8) continue;
    sampled = written;
    most = Math.max(most, heap());
  }
  write('</body></file></xliff>');
  pieces.write(decoder.end());
  pieces.end();
  return most - before;
}

describe('a file far larger than the catalogue', () => {
  it.each([
    ['of segments that are unknown', (index: number) => unitOf(`x${index}`, index)],
    ['of copies that all differ', (index: number) => unitOf('s1', index)],
    ['of copies that are the same', () => unitOf('s1', 1)],
    ['of comments', (index: number) => `<!-- ${'a'.repeat(5000)} ${index} -->`],
  ])('is read in memory that its length does not change: %s', (_name, unit) => {
    const known = keepKnown(source);
    expect(growth({ openFile: () => known }, FULL ? 1000 : 25, unit)).toBeLessThan(12);
    expect(known.segments.length).toBeLessThan(100);
  });

  it('keeps nothing of a file but the segments that are known', () => {
    const entries = Array.from(
      { length: 2000 },
      (_, index) => [`k${index}`, { text: 'Two words.', codes: {} }] as const,
    );
    const known = keepKnown(catalogue([Object.fromEntries(entries)]));
    const unit = (index: number): string =>
      unitOf(index % 100 === 0 ? `k${index / 100}` : `x${index}`, index);
    expect(growth({ openFile: () => known }, 25, unit)).toBeLessThan(12);
    expect(known.segments.length).toBeGreaterThan(1000);
    expect(known.segments[7]?.id).toBe('k7');
  });
});
