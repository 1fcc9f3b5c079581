import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide, editionCounts, shareOf } from '../../src/edition/publication.ts';
import { ORIGINS, STATES, type State } from '../../src/model/catalogue.ts';
import type { Policy, PublicationRules, Thresholds } from '../../src/model/publication.ts';
import type { StaleReason, Standing } from '../../src/model/row.ts';
import { runs } from '../support/settings.ts';

const stale = fc.constantFrom<StaleReason | null>(null, null, null, 'wording', 'meaning', 'unknown-base');
const state = fc.constantFrom(...STATES);
const origin = fc.constantFrom(...ORIGINS);
const share = fc.constantFrom(0, 0.07, 0.5, 0.8, 0.95, 1);
const thresholds: fc.Arbitrary<Thresholds> = fc
  .dictionary(state, share, { maxKeys: 4 })
  .map((table) => ({ ...table }) as Thresholds);

const standing: fc.Arbitrary<Standing> = fc
  .record({
    id: fc.constant('s00000000'),
    entry: fc.constant({ text: 'x', codes: {} }),
    holder: fc.constant('s00000000'),
    target: fc.option(fc.record({ text: fc.constant('y'), state, origin, madeFrom: fc.constant('') })),
    stale,
  })
  .map((one) => (one.target ? one : { ...one, stale: null }));
const list = fc.array(standing, { maxLength: 30 });

const rules = (
  policy: Policy,
  wanted: Thresholds | null = null,
  minState: State = 'reviewed',
): PublicationRules => ({
  policy,
  minState,
  thresholds: wanted,
});

describe('whether an edition goes out', () => {
  test('without thresholds everything must be there, current, and in the state that is asked for', () => {
    fc.assert(
      fc.property(list, state, fc.constantFrom<Policy>('hold', 'previous'), (standings, minState, policy) => {
        const { reason } = decide(standings, rules(policy, null, minState));
        const fit = standings.every(
          ({ target, stale: why }) =>
            target && !why && STATES.indexOf(target.state) >= STATES.indexOf(minState),
        );
        expect(reason === null).toBe(fit);
      }),
      { numRuns: runs },
    );
  });

  test('an alarm holds it whatever the thresholds say; with fallback the source stands in its place', () => {
    fc.assert(
      fc.property(list, thresholds, (standings, wanted) => {
        const alarmed = standings.some(({ stale: why }) => why === 'meaning');
        const held = decide(standings, rules('hold', wanted));
        expect(held.reason === 'alarm').toBe(alarmed);
        expect(decide(standings, rules('previous', wanted)).reason).toBe(held.reason);
        expect(decide(standings, rules('fallback', wanted)).reason).not.toBe('alarm');
        expect(decide(standings, rules('fallback')).reason).toBeNull();
      }),
      { numRuns: runs },
    );
  });

  test('a higher threshold lets nothing out that a lower one held back', () => {
    fc.assert(
      fc.property(list, state, share, share, (standings, one, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        const strict = decide(standings, rules('hold', { [one]: high }));
        const mild = decide(standings, rules('hold', { [one]: low }));
        if (strict.reason === null) expect(mild.reason).toBeNull();
      }),
      { numRuns: runs },
    );
  });

  test.each([
    [{ reviewed: 0.07 }, 7, null],
    [{ reviewed: 0.07 }, 6, 'threshold'],
    [{ reviewed: 1 }, 99, 'below-state'],
    [{ translated: 1, reviewed: 0.95 }, 95, null],
    [{ translated: 1, reviewed: 0.95 }, 94, 'threshold'],
    [{ final: 0.01 }, 100, 'threshold'],
    [{}, 0, null],
  ] as const)('%j with %d of 100 reviewed: %s', (wanted, count, reason) => {
    const standings = Array.from(
      { length: 100 },
      (_, i): Standing => ({
        ...{ id: `s${i}`, holder: `s${i}`, entry: { text: 'x', codes: {} }, stale: null },
        target: { text: 'y', state: i < count ? 'reviewed' : 'translated', origin: 'human', madeFrom: '' },
      }),
    );
    expect(decide(standings, rules('hold', wanted)).reason).toBe(reason);
  });
});

describe('counts', () => {
  test('add up, and a share is whole for all alone', () => {
    fc.assert(
      fc.property(list, (standings) => {
        const { segments, missing, states, origins, machineShare } = editionCounts(standings, 0);
        const sum = (table: Readonly<Record<string, number>>): number =>
          Object.values(table).reduce((a, b) => a + b, 0);
        expect(missing + sum(states)).toBe(segments);
        expect(sum(origins)).toBe(segments - missing);
        expect(machineShare).toBeLessThanOrEqual(1);
      }),
      { numRuns: runs },
    );
    expect([shareOf(99_999, 100_000), shareOf(3, 3), shareOf(1, 3), shareOf(0, 0)]).toEqual([
      0.9999, 1, 0.3333, 1,
    ]);
  });
});
