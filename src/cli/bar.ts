import { reaches, type State } from '../model/catalogue.ts';
import { isDraft, type Standing } from '../model/row.ts';
import type { Paint, Tone } from './colours.ts';

/** What a segment is in a locale, each in one part only: the states of what is current, drafts, and what is wanting. */
export type Part = State | 'machine' | 'stale' | 'missing';

/** How many segments are in each part. */
export type Parts = Readonly<Record<Part, number>>;

/** The parts in the order in which a bar shows them: the nearer to publication, the earlier. */
export const PARTS: readonly Part[] = [
  'final',
  'reviewed',
  'translated',
  'machine',
  'initial',
  'stale',
  'missing',
];

interface Sign {
  readonly unicode: string;
  readonly ascii: string;
  readonly tone: Tone | null;
}

const SIGNS: Readonly<Record<Part, Sign>> = {
  final: { unicode: '█', ascii: '#', tone: 'good' },
  reviewed: { unicode: '▓', ascii: '=', tone: 'good' },
  translated: { unicode: '▒', ascii: '+', tone: 'note' },
  machine: { unicode: '░', ascii: '?', tone: 'draft' },
  initial: { unicode: '▁', ascii: '_', tone: 'note' },
  stale: { unicode: '▚', ascii: '~', tone: 'warning' },
  missing: { unicode: '·', ascii: '.', tone: 'quiet' },
};

/** Counts a locale's standings by part, and those that are current and have reached a state (`ready`). */
export function partsOf(
  list: readonly Standing[],
  least: State,
): { readonly parts: Parts; readonly ready: number } {
  const parts: Record<Part, number> = {
    final: 0,
    reviewed: 0,
    translated: 0,
    machine: 0,
    initial: 0,
    stale: 0,
    missing: 0,
  };
  let ready = 0;
  for (const { target, stale } of list) {
    if (!target) parts.missing++;
    else if (stale) parts.stale++;
    else parts[isDraft(target) ? 'machine' : target.state]++;
    if (target && !stale && reaches(target.state, least)) ready++;
  }
  return { parts, ready };
}

/** A bar of `width` signs, shared out among the parts; a part that is not empty has one sign at least. */
export function formatBar(parts: Parts, width: number, unicode: boolean, paint: Paint): string {
  const shares = shareOut(
    PARTS.map((part) => parts[part]),
    width,
  );
  return PARTS.map((part, i) => signOf(part, unicode, paint, shares[i])).join('');
}

/** The sign of a part, as often as asked. */
export function signOf(part: Part, unicode: boolean, paint: Paint, times = 1): string {
  const { tone, ...signs } = SIGNS[part];
  const text = (unicode ? signs.unicode : signs.ascii).repeat(times);
  return tone === null ? text : paint(tone, text);
}

/** Whole numbers that add up to `width`, as near as they can be to the counts' shares; none below one but for nothing. */
function shareOut(counts: readonly number[], width: number): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const exact = counts.map((count) => (count / total) * width);
  const shares = exact.map((share) => (share === 0 ? 0 : Math.max(1, Math.floor(share))));
  for (
    let rest = width - shares.reduce((sum, share) => sum + share, 0);
    rest !== 0;
    rest -= Math.sign(rest)
  ) {
    const lacks = exact.map((share, i) => (share === 0 ? 0 : (share - (shares[i] ?? 0)) * Math.sign(rest)));
    const open = lacks.map((lack, i) =>
      rest < 0 && (shares[i] ?? 0) <= 1 ? -Infinity : exact[i] ? lack : -Infinity,
    );
    const at = open.indexOf(Math.max(...open));
    shares[at] = (shares[at] ?? 0) + Math.sign(rest);
  }
  return shares;
}
