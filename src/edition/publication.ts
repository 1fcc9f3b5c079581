import { ORIGINS, reaches, STATES, type State } from '../model/catalogue.ts';
import type {
  Decision,
  EditionCounts,
  HoldReason,
  PublicationRules,
  ThresholdReached,
  Thresholds,
} from '../model/publication.ts';
import { isDraft, type Standing } from '../model/row.ts';

/**
 * Whether an edition goes out. Thresholds count targets that are current and in the asked state or a higher one. A
 * target whose source has changed its meaning holds the edition whatever they say; with `fallback` the source text
 * stands in its place, so nothing wrong is shown. Linear.
 */
export function decide(list: readonly Standing[], rules: PublicationRules): Decision {
  const { policy } = rules;
  const alarms = list.filter(({ stale }) => stale === 'meaning').length;
  const wanted = rules.thresholds ?? usualThresholds(rules);
  const thresholds = STATES.flatMap((state) => {
    const least = wanted[state];
    return least === undefined ? [] : [reached(list, state, least)];
  });
  const unmet = thresholds.filter(({ met }) => !met);
  const alarmed = alarms > 0 && policy !== 'fallback';
  return { policy, reason: alarmed ? 'alarm' : reasonOf(list, unmet, rules), alarms, thresholds };
}

function usualThresholds({ policy, minState }: PublicationRules): Thresholds {
  return policy === 'fallback' ? {} : { [minState]: 1 };
}

function reached(list: readonly Standing[], state: State, least: number): ThresholdReached {
  const count = list.filter((one) => one.target && !one.stale && reaches(one.target.state, state)).length;
  // A share such as 0.07 has no exact form: 7 of 100 are enough all the same.
  const met = count + 1e-9 >= least * list.length;
  return { state, least, share: shareOf(count, list.length), met };
}

/** Where a whole share is asked for, what lacks is named; else it is a matter of the threshold. */
function reasonOf(
  list: readonly Standing[],
  unmet: readonly ThresholdReached[],
  { policy }: PublicationRules,
): HoldReason | null {
  if (unmet.length === 0) return null;
  if (policy === 'fallback' || !unmet.some(({ least }) => least === 1)) return 'threshold';
  if (list.some(({ target }) => !target)) return 'missing';
  return list.some(({ stale }) => stale) ? 'stale' : 'below-state';
}

/** A share in four digits, rounded down; of nothing it is 1. */
export function shareOf(count: number, total: number): number {
  return total === 0 ? 1 : Math.floor((count / total) * 10_000 + 1e-6) / 10_000;
}

/** How an edition's segments stand; `fallback` of them show the source text. Linear. */
export function editionCounts(list: readonly Standing[], fallback: number): EditionCounts {
  const states: Record<State, number> = { initial: 0, translated: 0, reviewed: 0, final: 0 };
  const origins: Record<string, number> = Object.fromEntries(ORIGINS.map((origin) => [origin, 0]));
  const counts = { missing: 0, stale: 0, alarms: 0, drafts: 0 };
  for (const { target, stale } of list) {
    if (!target) {
      counts.missing++;
      continue;
    }
    states[target.state]++;
    origins[target.origin] = (origins[target.origin] ?? 0) + 1;
    if (stale) counts.stale++;
    if (stale === 'meaning') counts.alarms++;
    if (isDraft(target)) counts.drafts++;
  }
  const machine = (origins['machine'] ?? 0) + (origins['pseudo'] ?? 0);
  const machineShare = list.length === 0 ? 0 : shareOf(machine, list.length);
  const made = Object.entries(origins).filter(([, count]) => count > 0);
  return {
    segments: list.length,
    ...counts,
    fallback,
    states,
    origins: Object.fromEntries(made),
    machineShare,
  };
}
