import { describe, expect, test } from 'vitest';
import { alignExact } from '../../src/segments/align.ts';
import { rematch } from '../../src/segments/rematch.ts';
import type { Texts } from '../../src/segments/texts.ts';

/** Texts without history, anchors or headings. */
function plain(before: readonly string[], after: readonly string[]): Texts {
  const bare = { anchor: null, heading: false, form: 'paragraph' };
  return {
    old: before.map((text, i) => ({ id: `s${i}`, text, copyOf: null, was: [], ...bare })),
    retired: [],
    now: after.map((text) => ({ text, ...bare })),
  };
}

describe('exact alignment', () => {
  test('is in order on both sides and pairs only equal keys', () => {
    const a = [...'abcabba'];
    const b = [...'cbabac'];
    const keys = (list: readonly string[]): number[] => list.map((one) => one.charCodeAt(0));
    const pairs = alignExact(keys(a), keys(b));
    expect(pairs.length).toBe(4);
    for (const [i, j] of pairs) expect(a[i]).toBe(b[j]);
    for (let k = 1; k < pairs.length; k++) {
      expect(pairs[k]?.[0]).toBeGreaterThan(pairs[k - 1]?.[0] ?? -1);
      expect(pairs[k]?.[1]).toBeGreaterThan(pairs[k - 1]?.[1] ?? -1);
    }
  });
});

describe('duplicates', () => {
  test('are told apart by their neighbours', () => {
    const before = ['Intro one.', 'See the annex below.', 'Middle part.', 'See the annex below.', 'The end.'];
    const after = ['The end.', 'Intro one.', 'See the annex below.', 'Middle part.', 'See the annex below.'];
    expect([...rematch(plain(before, after)).carried]).toEqual([4, 0, 1, 2, 3]);
  });
});
