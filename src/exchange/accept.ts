import type {
  HandoffRecord,
  SourceCatalogue,
  SourceEntry,
  Suggestion,
  Target,
  TargetCatalogue,
  Wording,
} from '../model/catalogue.ts';
import { hasStoredText } from '../model/content.ts';
import type { ImportReport, Returned, ReturnedSegment } from '../model/transfer.ts';
import { dropCopies } from './copies.ts';
import { type AcceptOptions, type Case, judge, judgeRetired, type Verdict } from './judge.ts';
import { matchSource, sentSegment } from './match.ts';
import { coveredSegments } from './transfer.ts';

/** A return and all that it is compared with. */
export interface AcceptInput {
  readonly returned: Returned;
  readonly source: SourceCatalogue;
  /** Null when the locale has no catalogue yet. */
  readonly target: TargetCatalogue | null;
  /** What was sent; null when it is not known. */
  readonly record: HandoffRecord | null;
  readonly options: AcceptOptions;
  readonly hash: (wording: Wording) => string;
  readonly isStale: (madeFrom: string, entry: SourceEntry) => boolean;
}

/** The catalogue after a return, and what was done. When nothing changed the catalogue is the very same object. */
export interface Accepted {
  readonly target: TargetCatalogue;
  readonly report: ImportReport;
}

/**
 * Accepts a return, segment by segment. What is ours and newer than what was sent stays, and theirs is kept as a
 * suggestion; a replaced target goes to `was`. A returned segment is in one of the report's lists: `applied`, `stale`
 * (stored, but made from an earlier wording), `unchanged`, `conflicts` or `rejected`; one that is still to be
 * translated is only in `missing`. Without a record (or where it lacks the segment) another text of ours yields only
 * when it is stale and theirs is not, or is a machine draft that nobody approved and theirs is human. Linear in the
 * sizes of return and catalogues.
 */
export function acceptReturn(input: AcceptInput): Accepted {
  const accepting = new Accepting(input);
  for (const segment of dropCopies(input.returned.segments)) accepting.take(segment.segment, segment.clash);
  return accepting.finish();
}

class Accepting {
  private readonly input: AcceptInput;
  private readonly before: TargetCatalogue;
  private readonly live = new Map<string, SourceEntry>();
  private readonly covered: ReadonlyMap<string, string>;
  private readonly targets = new Map<string, Target>();
  private readonly suggestions = new Map<string, readonly Suggestion[]>();
  private readonly applied: string[] = [];
  private readonly unchanged: string[] = [];
  private readonly stale: string[] = [];
  private readonly conflicts: ImportReport['conflicts'][number][] = [];
  private readonly rejected: ImportReport['rejected'][number][] = [];

  constructor(input: AcceptInput) {
    this.input = input;
    this.before = input.target ?? emptyCatalogue(input);
    this.covered = coveredSegments(this.before);
    for (const unit of input.source.units) {
      for (const [id, entry] of Object.entries(unit.segments)) this.live.set(id, entry);
    }
  }

  take(segment: ReturnedSegment, clash: boolean): void {
    const { id } = segment;
    const { retired } = this.input.source;
    const live = this.live.get(id);
    const entry = live ?? (Object.hasOwn(retired, id) ? retired[id] : undefined);
    if (entry === undefined) this.reject(segment, 'unknown-id');
    else if (clash) this.reject(segment, 'duplicate-id');
    else if (segment.problem !== null) this.reject(segment, 'unreadable');
    else this.compare(segment, entry, live === undefined);
  }

  private compare(segment: ReturnedSegment, entry: SourceEntry, isRetired: boolean): void {
    const { hash, isStale, options, record } = this.input;
    const { id } = segment;
    const sent = sentSegment(record, id);
    const matched = matchSource(segment.source, entry, sent, hash);
    if (matched === null) {
      this.reject(segment, isRetired ? 'retired-id' : 'source-changed');
      return;
    }
    const cover = this.covered.get(id);
    const it: Case = {
      entry,
      matched,
      theirs: segment.target,
      state: segment.state,
      ours: own(this.before.targets, id),
      coveredBy: cover === undefined ? undefined : own(this.before.targets, cover),
      sent,
      suggestions: own(this.before.suggestions, id) ?? [],
      options,
      isStale,
    };
    const verdict = isRetired ? judgeRetired(it) : judge(it);
    this.carryOut(segment, verdict, isRetired);
  }

  private carryOut(segment: ReturnedSegment, verdict: Verdict, isRetired: boolean): void {
    const { id } = segment;
    switch (verdict.kind) {
      case 'missing':
        return;
      case 'unchanged':
        this.unchanged.push(id);
        return;
      case 'apply':
        this.targets.set(id, verdict.target);
        (verdict.stale ? this.stale : this.applied).push(id);
        return;
      case 'suggest':
        this.suggestions.set(id, [...(own(this.before.suggestions, id) ?? []), verdict.suggestion]);
        if (isRetired) this.reject(segment, 'retired-id');
        else if (verdict.suggestion.reason === 'stale') this.stale.push(id);
        else this.conflicts.push({ id, ours: verdict.ours, theirs: verdict.suggestion.text });
        return;
      case 'reject':
        this.reject(segment, verdict.reason, verdict.codes);
    }
  }

  private reject(
    { id, line }: ReturnedSegment,
    reason: ImportReport['rejected'][number]['reason'],
    codes: readonly string[] = [],
  ): void {
    this.rejected.push({ id, reason, line, ...(codes.length === 0 ? {} : { codes }) });
  }

  finish(): Accepted {
    const { before, applied, unchanged, stale, conflicts, rejected } = this;
    const changed = this.targets.size + this.suggestions.size > 0;
    const target = changed
      ? {
          ...before,
          targets: { ...before.targets, ...Object.fromEntries(this.targets) },
          suggestions: { ...before.suggestions, ...Object.fromEntries(this.suggestions) },
        }
      : before;
    const missing = [...this.live]
      .filter(([id, { text }]) => hasStoredText(text) && !own(target.targets, id) && !this.covered.has(id))
      .map(([id]) => id);
    return { target, report: { applied, unchanged, stale, conflicts, rejected, missing } };
  }
}

function own<Value>(from: Readonly<Record<string, Value>>, id: string): Value | undefined {
  return Object.hasOwn(from, id) ? from[id] : undefined;
}

function emptyCatalogue({ source, record, returned }: AcceptInput): TargetCatalogue {
  const locale = record?.locale ?? returned.targetLocale;
  if (locale === null) throw new Error('a return without a target language needs a catalogue to go to');
  return { document: source.document, locale, targets: {}, suggestions: {} };
}
