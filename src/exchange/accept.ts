import type {
  HandoffRecord,
  ImportMark,
  SourceCatalogue,
  SourceEntry,
  Suggestion,
  Target,
  TargetCatalogue,
  Wording,
} from '../model/catalogue.ts';
import { hasStoredText, hasText } from '../model/content.ts';
import { coveredSegments } from '../model/cover.ts';
import { own, withEntries } from '../model/table.ts';
import type { ImportReport, RejectReason, Returned } from '../model/transfer.ts';
import { makeCase } from './case.ts';
import { dropCopies } from './copies.ts';
import { type AcceptOptions, judge, judgeScattered, type Verdict } from './judge.ts';
import { type Piece, Regrouping } from './regroup.ts';
import { takeRemarks } from './remarks.ts';
import { renumberCodes } from './renumber.ts';
import { reorderUnits } from './reorder.ts';
import { type Entry, reportOf } from './report.ts';
import { sameTarget } from './wording.ts';

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
  /** Put on everything that the import stores, so that it can be undone. */
  readonly mark?: ImportMark;
}

/** The catalogue after a return, and what was done. When nothing changed the catalogue is the very same object. */
export interface Accepted {
  readonly target: TargetCatalogue;
  readonly report: ImportReport;
}

/**
 * Accepts a return, text by text. What is ours and newer than what was sent stays, and theirs is kept as a
 * suggestion; a replaced target goes to `was`. A returned segment is in one of the report's lists: `applied`, `stale`
 * (stored, but made from an earlier wording), `unchanged`, `conflicts` or `rejected`; one that is still to be
 * translated is only in `missing`. Where a tool joined segments of a unit, the text is stored as one target that
 * covers them; where it split one, its texts are put together. Without a record (or where it lacks the segment)
 * another text of ours yields only when it is stale and theirs is not, or is a machine draft that nobody approved and
 * theirs is human. Linear in the sizes of return and catalogues.
 */
export function acceptReturn(input: AcceptInput): Accepted {
  return new Accepting(input).run();
}

class Accepting {
  private readonly input: AcceptInput;
  private readonly before: TargetCatalogue;
  private readonly sources: Regrouping;
  private readonly covered: Map<string, string>;
  /** What has changed so far: a target, or null for a segment that has none of its own any more. */
  private readonly targets = new Map<string, Target | null>();
  private readonly suggestions = new Map<string, readonly Suggestion[]>();
  private readonly claimed = new Set<string>();
  private told: ReadonlySet<string> = new Set();

  constructor(input: AcceptInput) {
    this.input = input;
    this.before = input.target ?? emptyCatalogue(input);
    this.sources = new Regrouping(input);
    this.covered = new Map();
    for (const [id, { holder }] of coveredSegments(input.source.units, this.before.targets)) {
      this.covered.set(id, holder);
    }
  }

  run(): Accepted {
    const { returned, source, record } = this.input;
    const pieces = this.sources.pieces(renumberCodes(returned.segments, source, record));
    const byBody = new Map(pieces.map((piece) => [piece.segment, piece]));
    const kept = dropCopies(pieces.map(({ segment }) => segment)).flatMap(({ segment, clash }) => {
      const piece = byBody.get(segment);
      return piece === undefined ? [] : [{ piece, clash }];
    });
    this.told = new Set(kept.flatMap(({ piece }) => toldBy(piece)));
    // A target that covers others goes first: when it no longer does, they can have their own.
    const first = kept.filter(({ piece }) => piece.atoms?.some(({ id }) => this.current(id)?.covers));
    const entries = new Map<Piece, Entry>();
    for (const { piece, clash } of [...first, ...kept]) {
      if (!entries.has(piece)) entries.set(piece, this.take(piece, clash));
    }
    return this.finish(kept.flatMap(({ piece }) => entries.get(piece) ?? []));
  }

  private current(id: string): Target | undefined {
    const changed = this.targets.get(id);
    if (changed !== undefined) return changed ?? undefined;
    const target = own(this.before.targets, id);
    return target?.text === '' ? undefined : target;
  }

  private take(piece: Piece, clash: boolean): Entry {
    const { segment, atoms } = piece;
    const { id, problem } = segment;
    const known = this.sources.entryOf(id);
    const before = this.current(id)?.text ?? null;
    const refuse = (reason: RejectReason): Entry => ({
      piece,
      verdict: { kind: 'reject', reason, codes: [] },
      gone: false,
      before,
    });
    if (known === undefined && atoms === null) return refuse('unknown-id');
    if (clash || atoms?.some((atom) => this.claimed.has(atom.id))) return refuse('duplicate-id');
    for (const atom of atoms ?? []) this.claimed.add(atom.id);
    if (problem === 'incomplete') return refuse('incomplete');
    if (problem !== null) return refuse('unreadable');
    if (atoms === null) return refuse(known?.unit === null ? 'retired-id' : 'source-changed');
    const it = makeCase(piece, {
      ...this.input,
      entryOf: (other) => this.sources.entryOf(other)?.entry,
      current: (other) => this.current(other),
      holderOf: (other) => this.covered.get(other),
      suggestions: own(this.before.suggestions, id) ?? [],
      told: this.told,
    });
    if (it === null) return refuse('unreadable');
    const gone = atoms.some(({ unit }) => unit === null);
    const scattered = gone || !this.sources.areTogether(atoms);
    const verdict = scattered ? judgeScattered(it) : judge(it);
    this.carryOut(id, verdict);
    return { piece, verdict, gone, before };
  }

  private carryOut(id: string, verdict: Verdict): void {
    const { mark } = this.input;
    const marked = mark === undefined ? {} : { import: mark };
    if (verdict.kind === 'apply') {
      this.store(id, { ...verdict.target, ...marked });
    } else if (verdict.kind === 'suggest') {
      const { suggestion } = verdict;
      this.suggestions.set(id, [...this.waiting(id, suggestion.text), { ...suggestion, ...marked }]);
    }
  }

  private store(id: string, target: Target): void {
    for (const holder of [id, ...(target.covers ?? []).map((cover) => cover.id)]) {
      for (const { id: other } of this.current(holder)?.covers ?? []) this.covered.delete(other);
    }
    this.targets.set(id, target);
    const waiting = this.waiting(id, target.text);
    if (waiting.length < (own(this.before.suggestions, id) ?? []).length) this.suggestions.set(id, waiting);
    for (const { id: other } of target.covers ?? []) {
      this.covered.set(other, id);
      if (own(this.before.targets, other) !== undefined) this.targets.set(other, null);
    }
  }

  /** A segment's suggestions, but for this text where the import that brought it was undone. */
  private waiting(id: string, text: string): readonly Suggestion[] {
    const list = this.suggestions.get(id) ?? own(this.before.suggestions, id) ?? [];
    return list.filter((one) => one.reason !== 'undone' || !sameTarget(one.text, text));
  }

  private finish(entries: readonly Entry[]): Accepted {
    const { before, input } = this;
    const { orders, reordered } = reorderUnits(entries, input, before);
    const current = (id: string): Target | undefined => this.current(id);
    const isKnown = (id: string): boolean => this.sources.entryOf(id) !== undefined;
    const { by } = input.options;
    const { targets, remarks, comments } = takeRemarks(entries, before, { current, isKnown, by });
    for (const [id, remarked] of targets) this.targets.set(id, remarked);
    const changed = this.targets.size + this.suggestions.size > 0;
    const target = changed
      ? {
          ...before,
          targets: withEntries(before.targets, this.targets),
          suggestions: withEntries(before.suggestions, this.suggestions),
        }
      : before;
    const ordered = orders === null ? target : { ...target, orders };
    const after = remarks === null ? ordered : { ...ordered, remarks };
    const missing = input.source.units
      .flatMap(({ segments }) => Object.entries(segments))
      .filter(([id, { text }]) => hasStoredText(text) && !this.current(id) && !this.covered.has(id))
      .map(([id]) => id);
    const report = { ...reportOf(entries, current), missing, reordered, comments };
    return { target: after, report };
  }
}

/** The segments for which a text came back. */
function toldBy({ segment, atoms }: Piece): string[] {
  return segment.problem === null && hasText(segment.target ?? []) ? (atoms ?? []).map(({ id }) => id) : [];
}

function emptyCatalogue({ source, record, returned }: AcceptInput): TargetCatalogue {
  const locale = record?.locale ?? returned.targetLocale;
  if (locale === null) throw new Error('a return without a target language needs a catalogue to go to');
  return { document: source.document, locale, targets: {}, suggestions: {} };
}
