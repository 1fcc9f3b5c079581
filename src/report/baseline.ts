import type { Finding } from '../model/finding.ts';
import { valuesDigest } from './fingerprint.ts';

/** What one rule had to say about a segment (or about a document as a whole) when the baseline was made. */
export interface BaselineEntry {
  readonly rule: string;
  /** Empty for the project. */
  readonly document: string;
  /** Null for the source document. */
  readonly locale: string | null;
  readonly segment: string | null;
  /** How often each thing was said, by the digest of its values (`valuesDigest`). */
  readonly said: Readonly<Record<string, number>>;
}

/** Findings that were there when a project began to be checked: they are known, and do not fail a check. */
export type Baseline = readonly BaselineEntry[];

/** Findings beside a baseline. */
export interface Compared<T> {
  /** Findings that the baseline does not have. */
  readonly fresh: readonly T[];
  readonly known: readonly T[];
  /** What the baseline has and is no longer found. */
  readonly gone: Baseline;
}

/** The baseline of findings: the same findings, in whatever order, give the same one. */
export function makeBaseline(findings: readonly Finding[]): Baseline {
  const entries = new Map<string, { finding: Finding; said: Map<string, number> }>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const entry = entries.get(key) ?? { finding, said: new Map() };
    entries.set(key, entry);
    const digest = valuesDigest(finding);
    entry.said.set(digest, (entry.said.get(digest) ?? 0) + 1);
  }
  return [...entries.values()]
    .map(({ finding: { rule, document, locale, segment }, said }): BaselineEntry => {
      const counts = [...said].sort(([one], [other]) => order(one, other));
      return { rule, document, locale, segment, said: Object.fromEntries(counts) };
    })
    .sort(
      (one, other) =>
        order(one.document, other.document) ||
        order(one.locale ?? '', other.locale ?? '') ||
        order(one.segment ?? '', other.segment ?? '') ||
        order(one.rule, other.rule),
    );
}

/** Tells findings that are new from those that the baseline has; each of its entries stands for as many as it counts. */
export function withoutBaseline<T extends Finding>(findings: readonly T[], baseline: Baseline): Compared<T> {
  const left = new Map(baseline.map((entry) => [keyOf(entry), new Map(Object.entries(entry.said))]));
  const fresh: T[] = [];
  const known: T[] = [];
  for (const finding of findings) {
    const said = left.get(keyOf(finding));
    const digest = valuesDigest(finding);
    const count = said?.get(digest) ?? 0;
    if (count > 0) said?.set(digest, count - 1);
    (count > 0 ? known : fresh).push(finding);
  }
  const gone = baseline.flatMap((entry): BaselineEntry[] => {
    const rest = [...(left.get(keyOf(entry)) ?? [])].filter(([, count]) => count > 0);
    return rest.length === 0 ? [] : [{ ...entry, said: Object.fromEntries(rest) }];
  });
  return { fresh, known, gone };
}

function keyOf({
  rule,
  document,
  locale,
  segment,
}: Pick<BaselineEntry, 'rule' | 'document' | 'locale' | 'segment'>): string {
  return JSON.stringify([rule, document, locale, segment]);
}

/** By code units: the same on every machine. */
function order(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
