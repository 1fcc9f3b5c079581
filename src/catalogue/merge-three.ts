/** Whether two stored values say the same. Catalogues are written in a fixed key order, so their JSON compares them. */
export function sameStored(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** The side that changed since the base; `null` where both did and differ. Absent values count as values. */
export function changedSide<T>(base: T, ours: T, theirs: T): { readonly value: T } | null {
  if (sameStored(ours, theirs) || sameStored(theirs, base)) return { value: ours };
  return sameStored(ours, base) ? { value: theirs } : null;
}

/** The values of both lists, each once: what they share first as ours has it, then what only theirs has. */
export function union<T>(ours: readonly T[], theirs: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return [...ours, ...theirs].filter((value) => {
    const key = JSON.stringify(value);
    return !seen.has(key) && seen.add(key);
  });
}

/**
 * Merges two orders of the kept ids. The side that moved something gives the order of what both have (ours where
 * both did); what only the other side has follows the shared id that it follows there. Linear.
 */
export function mergeOrder(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
  keep: ReadonlySet<string>,
): readonly string[] {
  const lead = movedNothing(base, ours) && !movedNothing(base, theirs) ? theirs : ours;
  const other = lead === ours ? theirs : ours;
  const led = new Set(lead);
  const after = new Map<string | null, string[]>();
  let anchor: string | null = null;
  for (const id of other) {
    if (led.has(id)) anchor = id;
    else if (keep.has(id)) {
      const list = after.get(anchor);
      if (list) list.push(id);
      else after.set(anchor, [id]);
    }
  }
  const shared = new Set(other);
  const out: string[] = [];
  let waiting = after.get(null) ?? [];
  for (const id of lead) {
    if (shared.has(id)) {
      out.push(...waiting);
      waiting = after.get(id) ?? [];
    }
    if (keep.has(id)) out.push(id);
  }
  out.push(...waiting);
  return [...new Set(out)];
}

/** Whether the ids that both lists have stand in one order. */
function movedNothing(base: readonly string[], side: readonly string[]): boolean {
  const there = new Map(base.map((id, i) => [id, i]));
  let last = -1;
  for (const id of side) {
    const at = there.get(id);
    if (at === undefined) continue;
    if (at < last) return false;
    last = at;
  }
  return true;
}
