import type { Target } from '../model/catalogue.ts';
import { formatContent } from '../model/content.ts';
import type { ImportReport, Outcome, SegmentAccount } from '../model/transfer.ts';
import type { Verdict } from './judge.ts';
import type { Piece } from './regroup.ts';

/** A returned text, what became of it, and what stood there before. */
export interface Entry {
  readonly piece: Piece;
  readonly verdict: Verdict;
  /** Whether one of its segments is retired. */
  readonly gone: boolean;
  readonly before: string | null;
}

/** The lists and the account of a report, from entries in the order of the file. */
export function reportOf(
  entries: readonly Entry[],
  current: (id: string) => Target | undefined,
): Omit<ImportReport, 'missing' | 'reordered' | 'comments'> {
  const account = entries.map((entry) => accountOf(entry, current));
  const ids = (outcome: Outcome): string[] =>
    account.filter((one) => one.outcome === outcome).flatMap(({ id, covers }) => [id, ...covers]);
  return {
    applied: ids('applied'),
    unchanged: ids('unchanged'),
    stale: ids('stale'),
    conflicts: entries.flatMap(({ piece, verdict, gone }) =>
      verdict.kind === 'suggest' && !gone && verdict.suggestion.reason === 'conflict'
        ? [{ id: piece.segment.id, ours: verdict.ours, theirs: verdict.suggestion.text }]
        : [],
    ),
    rejected: entries.flatMap(rejection),
    account,
  };
}

function rejection({ piece, verdict, gone }: Entry): ImportReport['rejected'] {
  const { id, line } = piece.segment;
  if (verdict.kind === 'suggest' && gone) return [{ id, reason: 'retired-id', line }];
  if (verdict.kind !== 'reject') return [];
  const { reason, codes } = verdict;
  return [{ id, reason, line, ...(codes.length === 0 ? {} : { codes }) }];
}

function accountOf(entry: Entry, current: (id: string) => Target | undefined): SegmentAccount {
  const { piece, verdict, before } = entry;
  const { segment, atoms } = piece;
  const after = current(segment.id)?.text ?? null;
  const text = segment.target === null ? null : formatContent(segment.target);
  return {
    id: segment.id,
    outcome: outcomeOf(entry),
    covers: (atoms ?? []).slice(1).map(({ id }) => id),
    before,
    after,
    theirs: text === null || text === '' || text === after ? null : text,
    reason: reasonOf(verdict, entry.gone),
    line: segment.line,
  };
}

function outcomeOf({ verdict, gone }: Entry): Outcome {
  switch (verdict.kind) {
    case 'apply':
      return verdict.stale ? 'stale' : 'applied';
    case 'suggest':
      if (gone) return 'rejected';
      return verdict.suggestion.reason === 'stale' ? 'stale' : 'conflict';
    case 'reject':
      return 'rejected';
    default:
      return verdict.kind;
  }
}

function reasonOf(verdict: Verdict, gone: boolean): SegmentAccount['reason'] {
  if (verdict.kind === 'reject') return verdict.reason;
  if (verdict.kind !== 'suggest') return null;
  return gone ? 'retired-id' : verdict.suggestion.reason;
}
