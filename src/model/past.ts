import type { PastTarget, Target } from './catalogue.ts';

/** What a target leaves behind when another takes its place. */
export function pastOf({ was: _was, comments: _comments, ...past }: Target): PastTarget {
  return past;
}

/** A target's earlier texts and its own: the history of the one that takes its place. An empty text is no target. */
export function historyWith(target: Target | undefined): readonly PastTarget[] {
  if (target === undefined) return [];
  return target.text === '' ? (target.was ?? []) : [...(target.was ?? []), pastOf(target)];
}

/** The history of a segment's own target as it is kept with the one that covers the segment from now on. */
export function coveredHistory(id: string, target: Target | undefined): readonly PastTarget[] {
  return historyWith(target).map((past) => ({
    ...past,
    of: past.of === undefined ? id : `${id}/${past.of}`,
  }));
}

/** The covered segment in whose own history a text stood; null for the history of the one that covers it. */
export function ownerOf({ of }: PastTarget): string | null {
  return of?.split('/', 1)[0] ?? null;
}

/** The texts of a history that are a covered segment's, as they were in its own. */
export function historyOf(id: string, kept: readonly PastTarget[]): readonly PastTarget[] {
  return kept.flatMap((past) => {
    if (ownerOf(past) !== id) return [];
    const { of = '', ...own } = past;
    const further = of.slice(id.length + 1);
    return [further === '' ? own : { ...own, of: further }];
  });
}
