import type {
  HandoffRecord,
  ImportMark,
  SourceCatalogue,
  TargetCatalogue,
  TargetOrder,
} from '../model/catalogue.ts';
import { hasText } from '../model/content.ts';
import { orderedIds } from '../model/order.ts';
import type { Returned } from '../model/transfer.ts';
import type { Entry } from './report.ts';

interface Reorder {
  /** The catalogue's orders; null where none has changed. */
  readonly orders: Readonly<Record<string, TargetOrder>> | null;
  readonly reordered: readonly string[];
}

interface Against {
  readonly returned: Returned;
  readonly source: SourceCatalogue;
  readonly record: HandoffRecord | null;
  readonly mark?: ImportMark;
}

/**
 * Compares the order of each returned unit's targets with ours and with the one that was sent. Theirs is taken where
 * only they changed it and all of the unit's texts were taken; XLIFF 1.2 cannot say an order. An earlier one goes to
 * `was`. Linear in the return.
 */
export function reorderUnits(entries: readonly Entry[], against: Against, before: TargetCatalogue): Reorder {
  const orders: Record<string, TargetOrder> = { ...before.orders };
  const reordered: string[] = [];
  if (against.returned.format === 'xliff-1.2') return { orders: null, reordered };
  const segments = new Map(against.source.units.map(({ id, segments: own }) => [id, Object.keys(own)]));
  for (const [unit, own] of byUnit(entries)) {
    const inSource = segments.get(unit) ?? [];
    const ours = before.orders?.[unit]?.ids ?? [];
    const order = own.every(isTaken) ? newOrder(own, inSource, ours, against.record, unit) : null;
    if (order === null) continue;
    const { was = [], ...past } = orders[unit] ?? { ids: [] };
    const mark = against.mark === undefined ? {} : { import: against.mark };
    orders[unit] = { ids: order, ...mark, was: [...was, past] };
    reordered.push(unit);
  }
  return { orders: reordered.length === 0 ? null : orders, reordered };
}

function byUnit(entries: readonly Entry[]): Map<string, Entry[]> {
  const units = new Map<string, Entry[]>();
  for (const entry of entries) {
    const unit = entry.piece.atoms?.[0]?.unit ?? entry.piece.segment.unit;
    if (unit === null) continue;
    const list = units.get(unit);
    if (list) list.push(entry);
    else units.set(unit, [entry]);
  }
  return units;
}

function isTaken({ verdict }: Entry): boolean {
  return verdict.kind === 'apply' || verdict.kind === 'unchanged';
}

function newOrder(
  entries: readonly Entry[],
  inSource: readonly string[],
  ours: readonly string[],
  record: HandoffRecord | null,
  unit: string,
): readonly string[] | null {
  const ids = entries.flatMap(({ piece: { segment } }) =>
    hasText(segment.target ?? []) ? [segment.id] : [],
  );
  const there = new Set(ids);
  const plain = inSource.filter((id) => there.has(id));
  const among = (order: readonly string[]): string[] =>
    orderedIds(inSource, order).filter((id) => there.has(id));
  const theirs = theirOrder(entries, plain);
  const [now, base] = [among(ours), among(record?.orders?.[unit] ?? [])];
  const untold = record === null && same(theirs, plain);
  if (same(theirs, now) || untold || (record !== null && same(theirs, base))) return null;
  if (record === null ? ours.length > 0 : !same(now, base)) return null;
  let next = 0;
  const whole = orderedIds(inSource, ours).map((id) => (there.has(id) ? (theirs[next++] ?? id) : id));
  return same(whole, inSource) ? [] : whole;
}

function theirOrder(entries: readonly Entry[], plain: readonly string[]): readonly string[] {
  if (entries.every(({ piece }) => piece.segment.order === undefined)) return plain;
  const place = new Map(entries.map(({ piece }) => [piece.segment.id, piece.segment.order ?? 0]));
  return plain.toSorted((one, other) => (place.get(one) ?? 0) - (place.get(other) ?? 0));
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}
