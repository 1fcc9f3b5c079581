import type { PastTarget, Target } from '../model/catalogue.ts';
import { historyWith } from '../model/past.ts';

/** A new target in the place of another, which goes to `was`; comments stay. */
export function replaceTarget(
  before: Target | undefined,
  now: PastTarget,
  further: readonly PastTarget[] = [],
): Target {
  const was = [...historyWith(before), ...further];
  return {
    ...now,
    ...(was.length > 0 && { was }),
    ...(before?.comments && { comments: before.comments }),
  };
}
