import { STATES } from '../model/catalogue.ts';
import { formatContent, hasText } from '../model/content.ts';
import type { ReturnedSegment } from '../model/transfer.ts';
import { comparableSource, sameTarget } from './wording.ts';

/** A returned segment; `clash` when the file holds its id more than once and says different things. */
export interface Occurrence {
  readonly segment: ReturnedSegment;
  readonly clash: boolean;
}

/**
 * The segments of a return in order, each id once: of copies that say the same, the first that has the lowest state;
 * a copy without a target does not count beside others. Copies that differ all stay, as clashes. Linear.
 */
export function dropCopies(segments: readonly ReturnedSegment[]): Occurrence[] {
  const copies = new Map<string, ReturnedSegment[]>();
  for (const segment of segments) {
    const others = copies.get(segment.id);
    if (others === undefined) copies.set(segment.id, [segment]);
    else others.push(segment);
  }
  if (copies.size === segments.length) return segments.map((segment) => ({ segment, clash: false }));
  const kept = new Set<ReturnedSegment>();
  const clashes = new Set<string>();
  for (const [id, others] of copies) {
    const chosen = choose(others);
    if (chosen === null) clashes.add(id);
    else kept.add(chosen);
  }
  return segments.flatMap((segment) => {
    const clash = clashes.has(segment.id);
    return clash || kept.has(segment) ? [{ segment, clash }] : [];
  });
}

function choose(copies: readonly ReturnedSegment[]): ReturnedSegment | null {
  const filled = copies.filter(({ target, problem }) => problem !== null || hasText(target ?? []));
  const [first, ...rest] = filled;
  if (first === undefined) return copies[0] ?? null;
  let chosen = first;
  for (const other of rest) {
    if (!saySame(first, other)) return null;
    if (rank(other) < rank(chosen)) chosen = other;
  }
  return chosen;
}

function saySame(one: ReturnedSegment, other: ReturnedSegment): boolean {
  if (one.problem !== null || other.problem !== null) return false;
  const sources = [one, other].map(({ source }) => comparableSource(formatContent(source)));
  return sources[0] === sources[1] && sameTarget(targetText(one), targetText(other));
}

function targetText({ target }: ReturnedSegment): string {
  return formatContent(target ?? []);
}

function rank({ state }: ReturnedSegment): number {
  return state === null ? -1 : STATES.indexOf(state);
}
