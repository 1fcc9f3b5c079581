export type Severity = 'error' | 'warning' | 'info';
export const SEVERITIES: readonly Severity[] = ['info', 'warning', 'error'];

/** What a check reports: data, not an exception. Its words are in `locales/`, under `finding.<rule>`. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Null for a finding about the source document itself. */
  readonly locale: string | null;
  readonly document: string;
  readonly segment: string | null;
  readonly values: Readonly<Record<string, string | number>>;
}
