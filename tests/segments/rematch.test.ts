import { performance } from 'node:perf_hooks';
import { describe, expect, test } from 'vitest';
import { alignExact } from '../../src/segments/align.ts';
import { rematch } from '../../src/segments/rematch.ts';

const old = (texts: readonly string[]) => texts.map((text, i) => ({ id: `s${i}`, text }));

describe('exact alignment', () => {
  test('is in order on both sides and pairs only equal keys', () => {
    const a = [...'abcabba'];
    const b = [...'cbabac'];
    const pairs = alignExact(a, b);
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
    expect([...rematch(old(before), [], after).carried]).toEqual([4, 0, 1, 2, 3]);
  });
});

describe('cost', () => {
  const worst = (texts: string[], now: string[]): number => {
    const start = performance.now();
    const result = rematch(old(texts), [], now);
    expect(result.carried.length).toBe(now.length);
    return performance.now() - start;
  };
  const words = 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu'.split(' ');
  const line = (seed: number): string =>
    Array.from({ length: 10 }, (_, k) => words[(seed * (k + 7) + k * k) % words.length]).join(' ');

  test('everything a duplicate, everything changed, everything reversed: bounded', () => {
    const size = 20_000;
    const same = Array.from({ length: size }, () => 'All rows are alike.');
    const lines = Array.from({ length: size }, (_, i) => `${line(i)} ${i}`);
    const changed = Array.from({ length: size }, (_, i) => `${line(i + 5)} x${i}`);
    expect(worst(same, same.slice(0, size / 2))).toBeLessThan(20_000);
    expect(worst(lines, changed)).toBeLessThan(20_000);
    expect(worst(lines, [...lines].reverse())).toBeLessThan(20_000);
  });
});
