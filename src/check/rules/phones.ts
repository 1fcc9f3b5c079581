import { compareAddresses } from '../markup/compare.ts';
import { digitStreamOf, phonesOf } from '../markup/phones.ts';
import type { PairRule } from '../rule.ts';

/** How many digits at its end tell a number from its neighbours. */
const SUBSCRIBER = 6;

/** A telephone number that a target has lost, changed or added; only digits count. */
export const phones: PairRule = {
  id: 'phones',
  scope: 'pair',
  severity: 'error',
  check: ({ source, target }) => {
    const own = phonesOf(source);
    const others = phonesOf(target);
    if (own.length + others.length === 0) return [];
    const there = digitStreamOf(target);
    const known = digitStreamOf(source);
    return compareAddresses({
      source: own,
      target: others,
      isSame: (one, other) => one.key === other.key,
      // As it is dialled at home or abroad.
      isLocal: (one, other) =>
        one.key.slice(-SUBSCRIBER) === other.key.slice(-SUBSCRIBER) && one.key.length !== other.key.length,
      isThere: ({ key }) => there.includes(key),
      isKnown: ({ key }) => known.includes(key),
    });
  },
};
