import type { ParsedDocument } from '../model/block.ts';
import type { State, TargetCatalogue } from '../model/catalogue.ts';
import type { Content } from '../model/content.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { Standing } from '../model/row.ts';

/** What rules look at: one document, and one locale of it (or the source alone where `locale` is null). */
export interface Subject {
  readonly document: string;
  readonly sourceLocale: string;
  readonly locale: string | null;
  readonly parsed: ParsedDocument;
  /** The live segments in document order; none for the source alone. */
  readonly standings: readonly Standing[];
  readonly target: TargetCatalogue | null;
  /** The state from which a target may be published. */
  readonly minState: State;
  /** Reads a stored text. */
  readonly read: (stored: string) => Content;
}

/** What a rule has found; the frame adds the rule's id, the document and the locale. */
export interface Found {
  readonly severity: Severity;
  readonly segment: string | null;
  readonly values: Finding['values'];
}

/** One check. */
export interface Rule {
  /** Kebab case; also the key of its words. */
  readonly id: string;
  readonly check: (subject: Subject) => readonly Found[];
}
