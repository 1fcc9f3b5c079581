import type {
  HandoffRecord,
  SourceCatalogue,
  SourceEntry,
  TargetCatalogue,
  Wording,
} from '../model/catalogue.ts';
import { coveredSegments } from '../model/cover.ts';
import { sameTarget } from './wording.ts';

/** What has become of one handoff, each of its segments in one list, in the order in which they were sent. */
export interface HandoffStatus {
  readonly handoff: string;
  readonly document: string;
  readonly locale: string;
  readonly format: string;
  readonly segments: number;
  /** Whether something is still awaited: a segment is missing, or its target is older than the wording that was sent. */
  readonly out: boolean;
  /** Without a target. */
  readonly missing: readonly string[];
  /** With a target that is not made from the current wording. */
  readonly stale: readonly string[];
  /** With a current target that is another one than was sent, or in another state. */
  readonly returned: readonly string[];
  /** With a current target just as it was sent. */
  readonly untouched: readonly string[];
  /** No longer in the document. */
  readonly retired: readonly string[];
}

/** What a handoff is compared with. */
export interface HandoffInput {
  readonly source: SourceCatalogue;
  /** Null when the locale has no catalogue yet. */
  readonly target: TargetCatalogue | null;
  readonly isStale: (madeFrom: string, entry: SourceEntry) => boolean;
  readonly hash: (wording: Wording) => string;
}

/** How far each handoff is, in the order of the records. Linear in the catalogues and the records. */
export function handoffStatus(records: readonly HandoffRecord[], input: HandoffInput): HandoffStatus[] {
  const live = new Map(input.source.units.flatMap(({ segments }) => Object.entries(segments)));
  const targets = input.target?.targets ?? {};
  const covered = coveredSegments(input.source.units, targets);
  const judged = new Map<string, boolean>();
  const held = (id: string) => {
    const own = Object.hasOwn(targets, id) ? targets[id] : undefined;
    return covered.get(id) ?? (own && { target: own, madeFrom: own.madeFrom });
  };
  const standing = (record: HandoffRecord, id: string): keyof HandoffStatus => {
    const entry = live.get(id);
    const sent = record.segments[id];
    if (entry === undefined || sent === undefined) return 'retired';
    const { target, madeFrom } = held(id) ?? {};
    if (target === undefined || madeFrom === undefined || target.text === '') return 'missing';
    if (!judged.has(id)) judged.set(id, input.isStale(madeFrom, entry));
    if (judged.get(id)) return 'stale';
    const same = sent.target !== undefined && sameTarget(sent.target, target.text);
    return same && sent.state === target.state ? 'untouched' : 'returned';
  };
  // An edit after the return makes a target stale again; this handoff brings nothing newer then.
  const isAwaited = (record: HandoffRecord, id: string): boolean => {
    const entry = live.get(id);
    if (entry === undefined) return false;
    const wordings = [...(entry.was ?? []), entry].map(input.hash);
    const age = (wording = ''): number => wordings.lastIndexOf(wording);
    return age(held(id)?.madeFrom) < age(record.segments[id]?.hash);
  };
  return records.map((record) => {
    const lists = { missing: [], stale: [], returned: [], untouched: [], retired: [] } as Record<
      string,
      string[]
    >;
    const ids = Object.keys(record.segments);
    for (const id of ids) lists[standing(record, id)]?.push(id);
    const { missing = [], stale = [], returned = [], untouched = [], retired = [] } = lists;
    return {
      handoff: record.digest,
      document: record.document,
      locale: record.locale,
      format: record.format,
      segments: ids.length,
      out: missing.length > 0 || stale.some((id) => isAwaited(record, id)),
      missing,
      stale,
      returned,
      untouched,
      retired,
    };
  });
}
