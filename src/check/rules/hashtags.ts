import { hashtagsOf } from '../markup/addresses.ts';
import { compareFixed } from '../markup/compare.ts';
import type { PairRule } from '../rule.ts';

/** Hashtags that a target has lost or added. As many, but others, are a remark: hashtags are often translated. */
export const hashtags: PairRule = {
  id: 'hashtags',
  scope: 'pair',
  severity: 'error',
  check: (pair) => {
    const findings = compareFixed(pair, hashtagsOf);
    return findings.map((found) =>
      found.values['kind'] === 'changed' ? { ...found, severity: 'info' } : found,
    );
  },
};
