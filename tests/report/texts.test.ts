import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shareOf, totalsOf } from '../../src/report/progress.ts';
import { piecesOf, plainLine } from '../../src/report/texts.ts';
import { runs } from '../support/settings.ts';
import { cell, hostileText } from './support.ts';

const at = fc.tuple(fc.nat(20), fc.nat(20)).map(([start, more]) => ({ start, end: start + more }));
const joined = (pieces: readonly { readonly text: string }[]): string =>
  pieces.map(({ text }) => text).join('');

describe('texts as people see them', () => {
  it('mark what a finding points at, and nothing else', () => {
    expect(piecesOf('Au moins 2000 personnes', { start: 9, end: 13 }, 99)).toEqual([
      { kind: 'text', text: 'Au moins ' },
      { kind: 'marked', text: '2000' },
      { kind: 'text', text: ' personnes' },
    ]);
    expect(piecesOf('short', { start: 9, end: 13 }, 99)).toEqual([{ kind: 'text', text: 'short' }]);
  });

  it('have signs for what cannot be seen: for spaces and marks of direction only where they are meant', () => {
    const text = 'a\u00A0b\u200F\u200Bc\uFFFCd';
    const signs = (from: number, to: number): readonly string[] =>
      piecesOf(text, { start: from, end: to }, 99).flatMap((one) => (one.kind === 'sign' ? [one.text] : []));
    expect(signs(0, 0)).toEqual(['U+200B', '◇']);
    expect(signs(0, 4)).toEqual(['U+00A0', 'U+200F', 'U+200B', '◇']);
  });

  it('lose nothing, and cut no character in two', () => {
    fc.assert(
      fc.property(hostileText, at, fc.integer({ min: 4, max: 30 }), (text, span, limit) => {
        const whole = joined(piecesOf(text, span, Number.POSITIVE_INFINITY));
        expect(whole.replace(/U\+[0-9A-F]{4,}|◇/g, '')).toBe(
          joined(piecesOf(text, span, Number.POSITIVE_INFINITY).filter(({ kind }) => kind !== 'sign')),
        );
        const marked = piecesOf(text, span, Number.POSITIVE_INFINITY).some(({ kind }) => kind === 'marked');
        if (span.end > text.length || span.start === span.end) expect(marked).toBe(false);
        const pieces = piecesOf(text, span, limit);
        const shown = pieces.filter(({ kind }) => kind !== 'sign');
        expect(joined(shown).length).toBeLessThanOrEqual(limit + 2);
        const halves = text.match(/[\uD800-\uDFFF]/gu)?.length ?? 0;
        const signs = pieces.filter(({ text: sign }) => /^U\+D[89A-F]/.test(sign)).length;
        expect(signs).toBeLessThanOrEqual(halves);
      }),
      { numRuns: runs },
    );
  });

  it('stand on one line', () => {
    expect(plainLine('a\r\nb\tc\u202Ed', 99)).toBe('a b cU+202Ed');
  });
});

describe('how far a language is', () => {
  it('is told in parts that add up', () => {
    const totals = totalsOf([
      cell({ segments: 10, final: 2, reviewed: 1, translated: 1, stale: 2, missing: 3 }),
      cell({ segments: 5, final: 5 }),
    ]);
    expect(totals).toMatchObject({ segments: 15, final: 7, draft: 1, missing: 3, stale: 2 });
  });

  it('is never all of it before it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(), (all, given) => {
        const count = given % (all + 1);
        const share = shareOf(count, all);
        expect(share === 1).toBe(count === all);
        expect(Math.abs(share - count / all)).toBeLessThan(0.0101);
      }),
      { numRuns: runs },
    );
  });
});
