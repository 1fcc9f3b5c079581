import { expect, test } from 'vitest';
import { type RowsInput, rowsOf } from '../../src/edition/rows.ts';
import type { SourceEntry, Target } from '../../src/model/catalogue.ts';
import { type Content, plainText } from '../../src/model/content.ts';
import type { Standing } from '../../src/model/row.ts';

const content = (text: string): Content => [{ kind: 'text', text }];
const entry = (text: string, before: string): SourceEntry => ({
  text,
  codes: {},
  was: [{ text: before, codes: {}, edit: 'wording' }],
});
const target = (covers: Target['covers'] = []): Target => ({
  ...{ text: 'Թ', state: 'translated', origin: 'human', madeFrom: 'h-one' },
  ...(covers.length > 0 && { covers }),
});
const standing = (id: string, more: Partial<Standing>): Standing => ({
  ...{ id, entry: entry(`${id} now.`, `${id} before.`), target: target(), holder: id, stale: 'wording' },
  ...more,
});
const input = (standings: readonly Standing[], known: boolean): RowsInput => ({
  sourceLocale: 'en',
  units: [
    {
      ...{ id: 'u1', kind: 'paragraph', block: 0 },
      segments: standings.map(({ id }) => ({ id, content: content(`${id} now.`), codes: {} })),
      gaps: [],
    },
  ],
  standings: new Map([['hy', new Map(standings.map((one) => [one.id, one]))]]),
  read: content,
  codesFor: (codes) => codes,
  wordingOf: (one) => (known ? (one.was?.[0] ?? null) : null),
});
const former = (given: RowsInput): (string | undefined)[] =>
  rowsOf(given, { publishable: null }).map(({ cells }) => {
    const madeFrom = cells['hy']?.madeFrom;
    return madeFrom && plainText(madeFrom.content);
  });

test('a stale cell tells the source that it was made from', () => {
  expect(former(input([standing('one', {})], true))).toEqual(['one before.']);
  expect(former(input([standing('one', { stale: null })], true))).toEqual([undefined]);
  expect(former(input([standing('one', {})], false))).toEqual([undefined]);
});

test('a text for two segments tells both, the unchanged one as it is', () => {
  const joined = target([{ id: 'two', madeFrom: 'h-two' }]);
  const list = [
    standing('one', { target: joined, stale: null }),
    standing('two', { target: joined, holder: 'one' }),
  ];
  expect(former(input(list, true))).toEqual(['one now. two before.']);
  const [row] = rowsOf(input(list, true), { publishable: null });
  expect(row?.cells['en']?.parts?.map(({ ids }) => ids)).toEqual([['one'], ['two']]);
  expect(row?.cells['hy']?.parts).toBeUndefined();
});
