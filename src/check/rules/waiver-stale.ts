import type { AcrossRule } from '../rule.ts';

/** A waiver whose text changed, or that has nothing to waive any more. What is found is told by `applyWaivers`. */
export const waiverStale: AcrossRule = {
  id: 'waiver-stale',
  scope: 'across',
  severity: 'warning',
  judge: () => [],
};
