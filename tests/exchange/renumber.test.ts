import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renumberCodes } from '../../src/exchange/renumber.ts';
import type { ReturnedSegment } from '../../src/model/transfer.ts';
import { back } from './accept-support.ts';
import { catalogue, content, runs, texts } from './support.ts';

const TEXT = 'See <3>bold</3> and <5/> in <7>a <2>b</2></7>.';
const source = catalogue([
  { s1: { text: TEXT, codes: {}, was: [{ text: 'Old <1/>.', codes: {}, edit: 'wording' }] } },
]);
const read = (
  segment: ReturnedSegment,
  record: Parameters<typeof renumberCodes>[2] = null,
): ReturnedSegment => renumberCodes([segment], source, record)[0] as ReturnedSegment;

/** The same text with other numbers. */
const renamed = (stored: string, names: Readonly<Record<string, string>>): string =>
  stored.replace(/(<\/?)([0-9]+)/g, (_, head: string, id: string) => `${head}${names[id] ?? id}`);

describe('codes that a tool has numbered in its own way', () => {
  it('have their own numbers again, whatever theirs were', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(numbers, (list) => {
        const names = Object.fromEntries(['3', '5', '7', '2'].map((id, index) => [id, String(list[index])]));
        const target = 'Voir <7>un <2>b</2></7> et <3>gras</3> <5/>.';
        const segment = read(back(renamed(target, names), { from: renamed(TEXT, names) }));
        expect(texts(segment)).toEqual({ source: TEXT, target });
      }),
      { numRuns: runs },
    );
  });

  it('a code of the target alone is none of the segment’s, even under a number of ours', () => {
    const names = { 3: '11', 5: '12', 7: '13', 2: '14' };
    const segment = read(back('<11>a</11> <3>x</3> <99/>', { from: renamed(TEXT, names) }));
    expect(texts(segment).target).toBe('<3>a</3> <?3>x</?3> <99/>');
  });

  it('an earlier wording, and the one that was sent, are known too', () => {
    expect(texts(read(back('Vieux <8/>.', { from: 'Old <8/>.' }))).target).toBe('Vieux <1/>.');
    const record = {
      ...{ document: 'd', locale: 'fr', sourceLocale: 'en', format: 'xliff-1.2', digest: '0' },
      segments: { s1: { source: 'Sent <4/>.', hash: 'h' } },
    };
    expect(texts(read(back('Envoyé <9/>.', { from: 'Sent <9/>.' }), record)).target).toBe('Envoyé <4/>.');
  });

  it.each([
    ['that are as they were sent', back('a', { from: TEXT })],
    ['of another text', back('a', { from: 'See <1>bald</1> and <2/> in <6>a <4>b</4></6>.' })],
    ['of another nesting', back('a', { from: 'See <1>bold</1> and <2/> in <6>a </6><4>b</4>.' })],
    ['one of which is twice', back('a', { from: 'See bold' })],
    ['of a segment that is unknown', back('a', { id: 'x', from: renamed(TEXT, { 3: '4' }) })],
    ['of a segment that cannot be read', back('a', { from: renamed(TEXT, { 3: '4' }), problem: 'element' })],
    ['twice the same', back('a', { source: [...content('<1/>'), ...content('<1/>')] })],
  ])('codes %s stay', (_name, segment) => {
    expect(read(segment)).toBe(segment);
  });
});
