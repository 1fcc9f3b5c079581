import type { SourceCatalogue } from '../model/catalogue.ts';
import { own } from '../model/table.ts';
import { liveSegments } from './update.ts';

/** The live segments at the end of what a retired one became; each is visited once. */
export function heirsOf(source: SourceCatalogue, id: string, live: ReadonlySet<string>): string[] {
  const heirs: string[] = [];
  const seen = new Set([id]);
  const queue = [...(own(source.retired, id)?.became ?? [])];
  for (let at = 0; at < queue.length; at += 1) {
    const next = queue[at] ?? '';
    if (seen.has(next)) continue;
    seen.add(next);
    if (live.has(next)) heirs.push(next);
    else queue.push(...(own(source.retired, next)?.became ?? []));
  }
  return heirs;
}

/**
 * The retired segments whose text went into a live one, or that it replaced, by the live one's id: a link to them
 * leads there now. Each retired segment leads to one place, its first heir.
 */
export function formerIds(source: SourceCatalogue): ReadonlyMap<string, readonly string[]> {
  const live = new Set(liveSegments(source).map(({ id }) => id));
  const former = new Map<string, string[]>();
  for (const id of Object.keys(source.retired).sort()) {
    const [heir] = heirsOf(source, id, live);
    if (heir === undefined) continue;
    const list = former.get(heir);
    if (list) list.push(id);
    else former.set(heir, [id]);
  }
  return former;
}
