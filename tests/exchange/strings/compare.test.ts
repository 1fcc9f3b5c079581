import { describe, expect, it } from 'vitest';
import { compareStrings, sameStrings } from '../../../src/exchange/strings/compare.ts';

describe('a translation compared with its source', () => {
  it('may begin a form of an ICU message with an argument, or not', () => {
    const source = '{n, plural, one {{total} in all} other {# of {total}}}';
    const target = '{n, plural, one {toutes : {total}} few {{total}…} other {{total} : #}}';
    expect(sameStrings(compareStrings(source, target, false))).toBe(true);
    expect(sameStrings(compareStrings(target, source, false))).toBe(true);
    expect(compareStrings(source, '{n, plural, one {a} other {b}}', false).lost).toEqual(['{total}']);
  });

  it('keeps interpolations of i18next, however often they stand there', () => {
    expect(sameStrings(compareStrings('{{a}} and {{b}}', '{{b}}, {{a}}, {{b}}', false))).toBe(true);
    expect(compareStrings('{{a}} and {{b}}', '{{a}} {{c}}', false)).toMatchObject({
      lost: ['{{b}}'],
      invented: ['{{c}}'],
    });
  });

  it('has the same tags, each as often', () => {
    expect(compareStrings('<1>a</1> <1>b</1>', '<1>ab</1>', false).lost).toEqual(['<1>', '</1>']);
    expect(compareStrings('<1>a</1>', '<1>a', false).nesting).toEqual(['<1>']);
  });
});
