import type { RuleId } from './rules.ts';

/** A recorded decision to let a finding stand. It holds while the wording on both sides is what it was then. */
export interface Waiver {
  readonly rule: RuleId;
  /** Empty for a finding about the project. */
  readonly document: string;
  /** Null for a finding about the source. */
  readonly locale: string | null;
  /** Null for a finding about an edition as a whole. */
  readonly segment: string | null;
  readonly reason: string;
  readonly by: string;
  /** The stored texts at the time; absent where a side has none. */
  readonly source?: string;
  readonly target?: string;
}

/** Why a waiver is of no use any more: its text changed, nothing is found any more, or what it names is not there. */
export type WaiverStale = 'changed' | 'unused' | 'gone';
