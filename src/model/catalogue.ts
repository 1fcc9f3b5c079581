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
}

/** A source segment that is no longer in the document. */
export interface RetiredEntry extends SourceEntry {
  /** The segments that its text went into, or that replaced it. */
  readonly became?: readonly string[];
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
  /** SHA-256 of the document's bytes, in hexadecimal. */
  readonly digest: string;
  readonly softBreaks: SoftBreaks;
  /** Segmentation mode and version of the rules, as `sentence/1`. */
  readonly profile: string;
  readonly units: readonly CatalogueUnit[];
  readonly retired: Readonly<Record<string, RetiredEntry>>;
}

/** An earlier accepted target. */
export interface PastTarget {
  readonly text: string;
  readonly state: State;
  readonly origin: Origin;
  readonly by?: string;
  readonly madeFrom: string;
}

/** An accepted target. `madeFrom` is the hash of the source wording it translates. */
export interface Target extends PastTarget {
  /** Earlier accepted targets, oldest first. */
  readonly was?: readonly PastTarget[];
  /** Following segments of the same unit that this target translates too. */
  readonly covers?: readonly { readonly id: string; readonly madeFrom: string }[];
  readonly comments?: readonly { readonly by?: string; readonly text: string }[];
}

/** A returned text that could not be applied. */
export interface Suggestion {
  readonly text: string;
  readonly state: State;
  readonly origin: Origin;
  readonly by?: string;
  readonly madeFrom: string;
  /** The target that was current in the handoff, when it is known. */
  readonly base?: string;
  readonly reason: 'conflict' | 'stale';
}

/** The stored targets of one document in one other locale. */
export interface TargetCatalogue {
  readonly document: string;
  readonly locale: string;
  readonly targets: Readonly<Record<string, Target>>;
  readonly suggestions: Readonly<Record<string, readonly Suggestion[]>>;
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
}

export interface HandoffSegment {
  readonly source: string;
  /** Hash of the source wording that was sent. */
  readonly hash: string;
  readonly target?: string;
  readonly state?: State;
}
