import { createHash } from 'node:crypto';
import {
  reaches,
  type SourceCatalogue,
  type State,
  type Target,
  type TargetCatalogue,
} from '../model/catalogue.ts';
import type { Snapshot, SourceChanges } from '../model/publication.ts';
import type { StaleReason, Standing } from '../model/row.ts';
import { own } from '../model/table.ts';
import { hashWording } from './hash.ts';
import type { Judge } from './progress.ts';
import { liveSegments } from './update.ts';

/** What an edition is made from now, to be frozen. */
export interface SnapshotInput {
  /** The document's bytes, which are UTF-8. */
  readonly bytes: Uint8Array;
  readonly catalogue: SourceCatalogue;
  readonly target: TargetCatalogue | null;
  readonly standings: readonly Standing[];
  readonly locale: string;
  readonly segmentation: 'sentence' | 'block';
  readonly frontMatter: readonly string[];
  readonly links: Readonly<Record<string, string>>;
  readonly authentic: readonly string[];
}

/** Freezes what an edition is made from: the same rendering of it gives the same edition ever after. */
export function takeSnapshot(input: SnapshotInput): Snapshot {
  const { catalogue, target, standings, locale } = input;
  const { document } = catalogue;
  const units = catalogue.units.map(({ id, kind, segments }) => ({
    id,
    kind,
    segments: Object.fromEntries(
      Object.entries(segments).map(([segment, { text, codes }]) => [segment, { text, codes }]),
    ),
  }));
  const targets: Record<string, Target> = {};
  for (const { target: held, holder } of standings) if (held) targets[holder] = bare(held);
  const orders = Object.fromEntries(
    units.flatMap(({ id }) => {
      const order = own(target?.orders ?? {}, id);
      return order && order.ids.length > 0 ? [[id, { ids: order.ids }]] : [];
    }),
  );
  const stale = standings.flatMap((one): [string, StaleReason][] => (one.stale ? [[one.id, one.stale]] : []));
  return {
    text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(input.bytes),
    catalogue: { ...catalogue, units, retired: {} },
    target: {
      ...{ document, locale, targets, suggestions: {} },
      ...(Object.keys(orders).length > 0 && { orders }),
    },
    stale: Object.fromEntries(stale),
    segmentation: input.segmentation,
    frontMatter: input.frontMatter,
    links: input.links,
    authentic: input.authentic,
  };
}

function bare({ text, state, origin, by, on, madeFrom, covers }: Target): Target {
  return {
    ...{ text, state, origin, madeFrom },
    ...(by !== undefined && { by }),
    ...(on !== undefined && { on }),
    ...(covers !== undefined && { covers }),
  };
}

/** Judges a snapshot's own entries as they were judged when it was taken: their history is not needed for it. */
export function snapshotJudge(catalogue: SourceCatalogue, stale: Snapshot['stale']): Judge {
  const reasons = new Map(liveSegments(catalogue).map(({ id, entry }) => [entry, own(stale, id) ?? null]));
  return (entry) => reasons.get(entry) ?? null;
}

/**
 * Fingerprint of everything that an edition says: the source document, and what each segment shows. It does not change
 * with names or with the version that writes the edition.
 */
export function editionWording(
  { text, target }: Snapshot,
  list: readonly Standing[],
  minState: State,
): string {
  const shown = list.map(({ id, target: held, holder, stale }) => {
    const fit = held !== null && stale === null && reaches(held.state, minState);
    return [id, fit ? held.text : null, holder];
  });
  const told = Object.entries(target.orders ?? {}).map(([unit, { ids }]) => [unit, ids]);
  return createHash('sha256')
    .update(JSON.stringify([text, shown, told.sort()]))
    .digest('hex');
}

/**
 * How the source changed since a snapshot, segment by segment; an edit of form alone is no change. Null where nothing
 * changed. Linear.
 */
export function changesSince(
  then: SourceCatalogue,
  now: SourceCatalogue,
  judge: Judge,
): SourceChanges | null {
  const before = new Map(liveSegments(then).map(({ id, entry }) => [id, entry]));
  const counts = { changed: 0, meaning: 0, added: 0, removed: 0 };
  for (const { id, entry } of liveSegments(now)) {
    const old = before.get(id);
    before.delete(id);
    if (!old) counts.added++;
    else {
      const reason = judge(entry, hashWording(old));
      if (reason) counts.changed++;
      if (reason === 'meaning') counts.meaning++;
    }
  }
  counts.removed = before.size;
  const { changed, added, removed } = counts;
  return changed + added + removed === 0 ? null : counts;
}
