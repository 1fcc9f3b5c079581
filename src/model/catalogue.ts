import type { UnitKind } from './block.ts';
import type { Codes } from './content.ts';

/** XLIFF 2's four states, in rising order. */
export type State = 'initial' | 'translated' | 'reviewed' | 'final';
export const STATES: readonly State[] = ['initial', 'translated', 'reviewed', 'final'];

/** Whether `state` has reached `least`. */
export function reaches(state: State, least: State): boolean {
  return STATES.indexOf(state) >= STATES.indexOf(least);
}

/** Who made a target. */
export type Origin = 'human' | 'machine' | 'memory' | 'pseudo';
export const ORIGINS: readonly Origin[] = ['human', 'machine', 'memory', 'pseudo'];

/** How much an edit of the source changed. */
export type EditClass = 'cosmetic' | 'wording' | 'meaning';
export const EDIT_CLASSES: readonly EditClass[] = ['cosmetic', 'wording', 'meaning'];

/** A wording of a source segment: `text` in the stored tag form. */
export interface Wording {
  readonly text: string;
  readonly codes: Codes;
}

/** An earlier wording, and the class of the edit that ended it. */
export interface PastWording extends Wording {
  readonly edit: EditClass;
  /** True when a person set the class. */
  readonly decided?: boolean;
}

/** A live source segment. `was` holds the earlier wordings, oldest first. */
export interface SourceEntry extends Wording {
  readonly was?: readonly PastWording[];
  /** For the other half of a split: the segment it came from. */
  readonly from?: string;
  /** For a copy of a segment that was there first: that segment. */
  readonly copyOf?: string;
  /** The unit that it stood in before it came into this one, or before it was retired. */
  readonly unit?: string;
}

/** A source segment that is no longer in the document. */
export interface RetiredEntry extends SourceEntry {
  /** The segments that its text went into, or that replaced it. */
  readonly became?: readonly string[];
  /** The segment it stood behind when it was last in the document; absent for the first one. */
  readonly after?: string;
}

export interface CatalogueUnit {
  readonly id: string;
  readonly kind: UnitKind;
  /** In document order. */
  readonly segments: Readonly<Record<string, SourceEntry>>;
}

export type SoftBreaks = 'space' | 'boundary';

/** The stored segments of one document in its own locale. */
export interface SourceCatalogue {
  readonly document: string;
  readonly locale: string;
  readonly softBreaks: SoftBreaks;
  /** Segmentation mode and version of the rules, as `sentence/1`. */
  readonly profile: string;
  readonly units: readonly CatalogueUnit[];
  readonly retired: Readonly<Record<string, RetiredEntry>>;
}

/** A following segment of the same unit that a target translates too, and the wording of it that it was made from. */
export interface Cover {
  readonly id: string;
  readonly madeFrom: string;
}

/**
 * The import that stored something: the number of the import in its project, and the digest of the returned file. No
 * clock is asked: a later import has a higher number than every one whose mark is still in the project's catalogues.
 */
export type ImportMark = `${number}-${string}`;

/** An earlier accepted target. */
export interface PastTarget {
  readonly text: string;
  readonly state: State;
  readonly origin: Origin;
  readonly by?: string;
  /** The day (`YYYY-MM-DD`) on which it was reviewed, as the reviewer said or the clock did then. */
  readonly on?: string;
  readonly madeFrom: string;
  /** Following segments of the same unit that this target translates too. Their codes are numbered as `groupNumber` says. */
  readonly covers?: readonly Cover[];
  /** The import that made this the current target. */
  readonly import?: ImportMark;
  /** In `was` of a target that covers other segments: the covered segment whose own target this was; behind a `/`, what it had covered itself. */
  readonly of?: string;
}

/** A remark on a segment's translation. */
export interface Comment {
  readonly by?: string;
  readonly text: string;
}

/** An accepted target. `madeFrom` is the hash of the source wording it translates. */
export interface Target extends PastTarget {
  /** Earlier accepted targets, oldest first. */
  readonly was?: readonly PastTarget[];
  readonly comments?: readonly Comment[];
}

/**
 * Why a text is a suggestion: `conflict` and `stale` wait for a decision; `declined` and `undone` are decided (somebody
 * dropped it, or the import that brought it was undone) and are kept until they are pruned.
 */
export type SuggestionReason = 'conflict' | 'stale' | 'declined' | 'undone';
export const SUGGESTION_REASONS: readonly SuggestionReason[] = ['conflict', 'stale', 'declined', 'undone'];

/** A returned text that could not be applied. */
export interface Suggestion {
  readonly text: string;
  readonly state: State;
  readonly origin: Origin;
  readonly by?: string;
  readonly madeFrom: string;
  /** The target that was current in the handoff, when it is known. */
  readonly base?: string;
  readonly reason: SuggestionReason;
  /** Following segments of the same unit that this text translates too. */
  readonly covers?: readonly Cover[];
  /** The import that brought it. */
  readonly import?: ImportMark;
}

/** The order of a unit's targets where it is not that of the source; no ids for the order of the source. */
export interface TargetOrder {
  /** Segments that hold targets; others of the unit stand after the one that they follow in the source. */
  readonly ids: readonly string[];
  readonly import?: ImportMark;
  /** Earlier orders, oldest first. */
  readonly was?: readonly Omit<TargetOrder, 'was'>[];
}

/** The stored targets of one document in one other locale. */
export interface TargetCatalogue {
  readonly document: string;
  readonly locale: string;
  readonly targets: Readonly<Record<string, Target>>;
  readonly suggestions: Readonly<Record<string, readonly Suggestion[]>>;
  /** By unit, where a locale tells its sentences in another order than the source. */
  readonly orders?: Readonly<Record<string, TargetOrder>>;
  /** Translators' remarks on segments that had no target when they came back. */
  readonly remarks?: Readonly<Record<string, readonly Comment[]>>;
}

/** What was sent in one handoff: the base of the three-way comparison. */
export interface HandoffRecord {
  readonly document: string;
  readonly locale: string;
  readonly sourceLocale: string;
  readonly format: string;
  /** First 16 hexadecimal digits of SHA-256 over the record's content. */
  readonly digest: string;
  readonly segments: Readonly<Record<string, HandoffSegment>>;
  /** By unit: the order of targets that was sent, where it is not that of the source. */
  readonly orders?: Readonly<Record<string, readonly string[]>>;
}

export interface HandoffSegment {
  readonly source: string;
  /** Hash of the source wording that was sent. */
  readonly hash: string;
  readonly target?: string;
  readonly state?: State;
}
