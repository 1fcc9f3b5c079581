import type { Finding } from '../model/finding.ts';
import type { RuleId } from '../model/rules.ts';
import type { Waiver, WaiverStale } from '../model/waiver.ts';

/** The stored texts of a segment now; null for a side that has none. */
export interface Wordings {
  readonly source: string | null;
  readonly target: string | null;
}

/** What a run looked at: a waiver that is about something else is neither used nor judged. */
export interface Looked {
  readonly rule: (rule: RuleId) => boolean;
  readonly document: (document: string) => boolean;
  readonly locale: (locale: string | null) => boolean;
  /** Null for a segment that is not there, or not any more. */
  readonly wordings: (waiver: Pick<Waiver, 'document' | 'locale' | 'segment'>) => Wordings | null;
}

export interface Waived<Told extends Finding = Finding> {
  readonly findings: readonly Told[];
  readonly waived: readonly { readonly finding: Told; readonly waiver: Waiver }[];
  readonly stale: readonly { readonly waiver: Waiver; readonly kind: WaiverStale }[];
}

/**
 * Takes away what is waived. A waiver holds for all findings of its rule in its segment while both wordings are those it
 * was given for. What waivers are stale is told with the reason. Linear in findings and waivers.
 */
export function applyWaivers<Told extends Finding>(
  findings: readonly Told[],
  waivers: readonly Waiver[],
  looked: Looked,
): Waived<Told> {
  const meant = waivers.filter(
    ({ rule, document, locale }) =>
      looked.rule(rule) && looked.locale(locale) && (document === '' || looked.document(document)),
  );
  const current = new Map<string, { readonly waiver: Waiver; used: boolean }>();
  const stale: { waiver: Waiver; kind: WaiverStale }[] = [];
  for (const waiver of meant) {
    const kind = staleness(waiver, looked);
    if (kind) stale.push({ waiver, kind });
    else current.set(keyOf(waiver), { waiver, used: false });
  }
  const left: Told[] = [];
  const waived: { finding: Told; waiver: Waiver }[] = [];
  for (const finding of findings) {
    const found = current.get(keyOf(finding));
    if (found) {
      found.used = true;
      waived.push({ finding, waiver: found.waiver });
    } else left.push(finding);
  }
  for (const { waiver, used } of current.values()) if (!used) stale.push({ waiver, kind: 'unused' });
  return { findings: left, waived, stale };
}

function staleness(waiver: Waiver, { wordings }: Looked): WaiverStale | null {
  if (waiver.segment === null) return null;
  const now = wordings(waiver);
  if (now === null) return 'gone';
  const same = now.source === (waiver.source ?? null) && now.target === (waiver.target ?? null);
  return same ? null : 'changed';
}

function keyOf({
  rule,
  document,
  locale,
  segment,
}: Pick<Waiver, 'rule' | 'document' | 'locale' | 'segment'>): string {
  return JSON.stringify([rule, document, locale, segment]);
}

/** Stale waivers as findings. */
export function staleWaivers({ stale }: Pick<Waived, 'stale'>, severity: Finding['severity']): Finding[] {
  return stale.map(({ waiver: { rule, document, locale, segment, by }, kind }) => ({
    rule: 'waiver-stale',
    severity,
    locale,
    document,
    segment,
    values: { kind, rule, by },
  }));
}
