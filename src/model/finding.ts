import type { RuleId } from './rules.ts';

export type Severity = 'error' | 'warning' | 'info';
export const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

/** What is asked of a project: that it can be published now, or that what is there so far is right. */
export type Stage = 'publish' | 'draft';
export const STAGES: readonly Stage[] = ['publish', 'draft'];

/** A place in a target's plain text (paired codes left out, each single code one U+FFFC), in UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A change of a target's plain text that mends a finding and can do no harm. */
export interface Edit extends Span {
  readonly text: string;
}

/** What a check reports: data, not an exception. Its words are in `locales/`, under `finding.<rule>`. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  /** Null for a finding about the source document itself. */
  readonly locale: string | null;
  /** Empty for a finding about the project. */
  readonly document: string;
  readonly segment: string | null;
  readonly values: Readonly<Record<string, string | number>>;
  /** Where in the text it is found, where that can be said. */
  readonly at?: Span;
  /** Edits that mend it, in order; they do not overlap. */
  readonly fix?: readonly Edit[];
}
