import type { SourceCatalogue, State, TargetCatalogue } from './catalogue.ts';
import type { StaleReason } from './row.ts';

/**
 * What becomes of an edition that is not ready: `hold` keeps it back, `previous` leaves the last published one in its
 * place, `fallback` shows the source text, marked.
 */
export type Policy = 'hold' | 'previous' | 'fallback';
export const POLICIES: readonly Policy[] = ['hold', 'previous', 'fallback'];

/** By state: the share (0 to 1) of the segments that must have a current target in that state or a higher one. */
export type Thresholds = Readonly<Partial<Record<State, number>>>;

/** By what an edition is judged. */
export interface PublicationRules {
  readonly policy: Policy;
  /** The state from which a target is shown; where there is none, the source text stands, marked. */
  readonly minState: State;
  /** Null for those that the policy has: everything in `minState`, or with `fallback` nothing. */
  readonly thresholds: Thresholds | null;
}

/** Why the current edition does not go out; `alarm` is a target whose source has changed its meaning since. */
export type HoldReason = 'missing' | 'stale' | 'below-state' | 'alarm' | 'threshold';

/** A threshold, and the share that was reached. */
export interface ThresholdReached {
  readonly state: State;
  readonly least: number;
  /** Rounded down to four digits, so that it is 1 for all segments only. */
  readonly share: number;
  readonly met: boolean;
}

/** Whether an edition goes out, and by what that was decided. */
export interface Decision {
  readonly policy: Policy;
  /** Null when it goes out. */
  readonly reason: HoldReason | null;
  readonly alarms: number;
  readonly thresholds: readonly ThresholdReached[];
}

/** Somebody's approval of translations: who, when (`YYYY-MM-DD`, where it is known) and to which state. */
export interface Approval {
  readonly by: string;
  readonly on: string | null;
  readonly state: State;
  /** The segments whose targets were approved. */
  readonly segments: readonly string[];
  /** First 16 hexadecimal digits of SHA-256 over those wordings: the source's and the target's. */
  readonly digest: string;
}

/** How an edition's segments stand. */
export interface EditionCounts {
  readonly segments: number;
  readonly missing: number;
  readonly stale: number;
  readonly alarms: number;
  /** Segments that show the source text. */
  readonly fallback: number;
  /** Segments with a target, by its state; a segment that another one's target covers counts with it. */
  readonly states: Readonly<Record<State, number>>;
  /** The same by origin. */
  readonly origins: Readonly<Record<string, number>>;
  /** Segments with a target that a machine made and nobody has reviewed. */
  readonly drafts: number;
  /** Share (0 to 1, four digits) of all segments with a target that a machine made, reviewed or not. */
  readonly machineShare: number;
}

/** How a source document changed between two moments, in segments. */
export interface SourceChanges {
  readonly changed: number;
  /** Those among the changed ones whose meaning changed, by the rules or a person's word. */
  readonly meaning: number;
  readonly added: number;
  readonly removed: number;
}

/** One publication, as it is told of later. Dates are `YYYY-MM-DD`. */
export interface Release {
  readonly date: string;
  readonly by: string;
  readonly note: string | null;
  /** SHA-256 of the source document that the edition was made from, and of the edition itself. */
  readonly source: string;
  readonly edition: string;
  /** Fingerprint of everything that the edition says. */
  readonly wording: string;
  readonly segments: number;
  readonly machineShare: number;
}

/** What an edition was made from, as it was then: enough to render it again. */
export interface Snapshot {
  /** The source document's whole text, with its byte order mark and line breaks. */
  readonly text: string;
  /** The source catalogue without history. */
  readonly catalogue: SourceCatalogue;
  /** The targets of live segments, without history. */
  readonly target: TargetCatalogue;
  /** By segment: why its target was stale then. */
  readonly stale: Readonly<Record<string, StaleReason>>;
  readonly segmentation: 'sentence' | 'block';
  readonly frontMatter: readonly string[];
  /** Where the locale's links led, by the source's address. */
  readonly links: Readonly<Record<string, string>>;
  /** The languages whose text was authentic. */
  readonly authentic: readonly string[];
}

/** A file by its path below the project's root, and the SHA-256 of its bytes. */
export interface FileDigest {
  readonly path: string;
  readonly digest: string;
}

/** The versions that an edition's bytes depend on. */
export interface Versions {
  readonly hexapla: string;
  readonly icu: string;
  readonly cldr: string;
  readonly unicode: string;
}

/** The record of the last publication of a document in a locale, committed beside the catalogue. */
export interface PublicationRecord {
  readonly document: string;
  readonly locale: string;
  readonly sourceLocale: string;
  readonly release: Release;
  readonly decision: Decision;
  readonly minState: State;
  readonly counts: EditionCounts;
  readonly approvals: readonly Approval[];
  readonly versions: Versions;
  readonly inputs: readonly FileDigest[];
  readonly outputs: readonly FileDigest[];
  readonly snapshot: Snapshot;
  /** Earlier publications, oldest first. */
  readonly earlier: readonly Release[];
}

/** What the pages and notices of an edition tell about its publication. No date in it comes from a clock. */
export interface PublicationFacts {
  readonly locale: string;
  /** Whether the edition is made from the catalogues as they are now, or is the last published one. */
  readonly shows: 'current' | 'previous';
  readonly decision: Decision;
  /** The publication of just what is shown; null where that has not been published (yet). */
  readonly release: Release | null;
  /** The last publication where something else is shown now. */
  readonly last: Release | null;
  /** Earlier publications, oldest first. */
  readonly earlier: readonly Release[];
  readonly approvals: readonly Approval[];
  /** The languages whose text is authentic, as the configuration declares. */
  readonly authentic: readonly string[];
  readonly counts: EditionCounts;
  /** How the source has changed since the edition that is shown was made; null where it has not. */
  readonly since: SourceChanges | null;
}
