import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptReturn } from '../../src/exchange/accept.ts';
import { keepKnown } from '../../src/exchange/keep-known.ts';
import type { ReturnedSegment } from '../../src/model/transfer.ts';
import { back, inputFor, NOW, source } from './accept-support.ts';
import { content, runs } from './support.ts';

function kept(segments: readonly ReturnedSegment[]): ReturnType<typeof keepKnown> {
  const sink = keepKnown(source);
  for (const segment of segments) sink.segment(segment);
  sink.close();
  return sink;
}

const some: fc.Arbitrary<ReturnedSegment> = fc
  .record({
    id: fc.constantFrom('s1', 's2', 's3', 's9', 'x1', 'x2', '__proto__'),
    unit: fc.constantFrom('u00000000', 'u00000001', 'v', '__proto__', null),
    from: fc.constantFrom(NOW.text, 'Other.', '2024', 'Gone.', 'Else.', 'Two <1>new</1>'),
    text: fc.constantFrom(null, 'Un <1>mot</1>.', 'Autre.', 'Deux.', ''),
    state: fc.constantFrom(null, 'initial' as const, 'final' as const),
  })
  .map(({ text, ...more }) => back(text, more));

describe('what the catalogue knows of a return', () => {
  it('leads to the same catalogue as all of it', () => {
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (segments) => {
        const input = inputFor({ back: segments });
        const all = acceptReturn(input);
        const some = acceptReturn({
          ...input,
          returned: { ...input.returned, segments: kept(segments).segments },
        });
        expect(some.target).toEqual(all.target);
        const { account: _all, rejected: _rejected, ...report } = all.report;
        expect(some.report).toMatchObject(report);
      }),
      { numRuns: runs * 4 },
    );
  });

  it('says how much is unknown, and names the first', () => {
    const segments = Array.from({ length: 3000 }, (_, index) =>
      back('a', { id: `x${index}`, unit: null, line: index }),
    );
    const { unknown, segments: none } = kept(segments);
    expect(none).toEqual([]);
    expect(unknown.count).toBe(3000);
    expect(unknown.first).toHaveLength(1000);
    expect(unknown.first[7]).toEqual({ id: 'x7', unit: null, line: 7 });
  });

  it('keeps a bounded number, whatever comes', () => {
    const hostile = Array.from({ length: 50_000 }, (_, index) => [
      back(`t${index}`),
      back('same'),
      back(`t${index}`, { unit: `v${index}` }),
      back('a', { id: `x${index}` }),
      back('a', { id: 'x', from: `f${index}` }),
    ]).flat();
    expect(kept(hostile).segments.length).toBeLessThan(200);
  });

  it('keeps what a tool made of a unit that is known', () => {
    const parts = ['Two ', 'new words.'].map((from, index) =>
      back('a', { id: `p${index}`, source: content(from) }),
    );
    expect(kept(parts).segments).toEqual(parts);
  });
});
