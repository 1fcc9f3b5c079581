import { afterAll, describe, expect, test } from 'vitest';
import { RULES } from '../../src/check/rules.ts';
import { identifier } from '../support/clean/identifier.ts';
import { createJudge, type Fault } from '../support/faults/fault.ts';
import { seededFaults } from '../support/faults/faults.ts';

// Faults of every kind in texts that are right, each of which its rule has to find. The full run tries all of them, the
// quick one every fourth.
const full = process.env['HEXAPLA_FULL'] === '1';
const all = seededFaults();
const isFound = createJudge(await identifier());
const tried = full ? all : all.filter((_, at) => at % 4 === 0);
const results = tried.map((fault) => ({ fault, found: isFound(fault) }));
const misses = (list: typeof results): string[] =>
  list.filter(({ found }) => !found).map(({ fault }) => nameOf(fault));

/** Rules about files of a project or with a list of their own: their tests are elsewhere. */
const ELSEWHERE = new Set(['no-locales', 'surplus-file']);
/** Rules that cannot always know: a text says less than a project does. */
const LEAST: Readonly<Record<string, number>> = { 'wrong-language': 0.95, 'length-ratio': 0.95 };
/** Rules about one language, or the source alone. */
const NARROW = new Set([
  'hy-inner-marks',
  'az-letters',
  'ro-cedilla',
  'apostrophe',
  'kashida',
  'start-punctuation',
  'opaque',
]);

function nameOf({ rule, kind, language, texts }: Fault): string {
  return `${rule}: ${kind} (${language}): ${texts.at(-1)?.slice(0, 120)}`;
}

afterAll(() => {
  const missed = misses(results);
  console.log(
    [`${results.length - missed.length} of ${results.length} seeded faults found`, ...missed].join('\n'),
  );
});

test('there are faults for every rule, in several languages', () => {
  expect(all.length).toBeGreaterThan(3000);
  for (const { id } of RULES) {
    if (ELSEWHERE.has(id)) continue;
    const own = all.filter(({ rule }) => rule === id);
    expect([id, own.length >= 20]).toEqual([id, true]);
    if (NARROW.has(id)) continue;
    expect([id, new Set(own.map(({ language }) => language)).size >= 4]).toEqual([id, true]);
  }
});

test('98 of 100 are found by the right rule', () => {
  expect(1 - misses(results).length / results.length).toBeGreaterThanOrEqual(0.98);
});

describe('rule by rule', () => {
  test.each(RULES.map(({ id }) => id).filter((id) => !ELSEWHERE.has(id)))('%s', (id) => {
    const own = results.filter(({ fault }) => fault.rule === id);
    const missed = misses(own);
    // Of a few, one may be missed.
    const most = Math.max(full ? 0 : 1, Math.floor(own.length * (1 - (LEAST[id] ?? 0.98)) + 1e-9));
    expect(missed.length > most ? missed : []).toEqual([]);
  });
});
