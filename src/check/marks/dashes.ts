import type { Typography } from '../../languages/typography.ts';
import type { Edit, Span } from '../../model/finding.ts';

/** A hyphen where a dash belongs. */
export interface DashFault {
  readonly kind: 'dash' | 'range';
  readonly own: string;
  readonly at: Span;
  readonly fix: readonly Edit[];
}

/** A hyphen, or two, between spaces; two between words. Numbers on both sides may be a sum. */
const SPACED = /(?<=[^\s\d-][ \u00a0]|[^\s-][ \u00a0](?=--? \D))(--?)(?=[ \u00a0][^\s-])/gu;
const DOUBLE = /(?<=[\p{L}\p{M}»”"’)])--(?=[\p{L}«„“"‘(])/gu;
/** Two numbers joined by a hyphen, and nothing around them that would make them a code, a date or a score. */
const RANGE =
  /(?<![\p{L}\p{N}.,:/\\#№§_+=&@\uFFFC-]|[#№§+]\s?|(?:No|Nr|nr|n)[.°º]\s?|−)(\d{1,4})-(\d{1,4})(?![\p{L}\p{N}/\\_@:\uFFFC-]|[.,]\d)/gu;
const YEARS = /^(?:1\d|20)\d\d$/;
const LONGEST_COUNT = 3;

/** Hyphens in a text, addresses masked, where its language has a dash. */
export function dashFaults(masked: string, { dash, range }: Typography): DashFault[] {
  if (!masked.includes('-')) return [];
  const faults: DashFault[] = [];
  if (dash !== null) {
    for (const { 0: mark, index } of masked.matchAll(SPACED))
      faults.push(fault('dash', dash, index, mark.length));
    for (const { 0: mark, index } of masked.matchAll(DOUBLE))
      faults.push(fault('dash', dash, index, mark.length));
  }
  if (range !== null) {
    for (const { 1: from = '', 2: to = '', index } of masked.matchAll(RANGE)) {
      if (isRange(from, to)) faults.push(fault('range', range, index + from.length, 1));
    }
  }
  return faults.sort((a, b) => a.at.start - b.at.start);
}

function fault(kind: DashFault['kind'], own: string, start: number, length: number): DashFault {
  const at = { start, end: start + length };
  return { kind, own, at, fix: [{ ...at, text: own }] };
}

/** Whether two numbers run from the one to the other: years, or counts that rise. */
function isRange(from: string, to: string): boolean {
  if (from.startsWith('0') || to.startsWith('0')) return false;
  if (YEARS.test(from)) return (YEARS.test(to) && from < to) || (to.length === 2 && from.slice(2) < to);
  return from.length <= LONGEST_COUNT && to.length <= LONGEST_COUNT && Number(from) < Number(to);
}
