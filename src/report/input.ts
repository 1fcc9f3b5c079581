import type { Finding } from '../model/finding.ts';

/** A finding as reports show it: in words, with its texts, and with the place that a translator edits. */
export interface ReportedFinding extends Finding {
  /** One sentence, in the language of the report. */
  readonly message: string;
  /** A short name of the rule, in the language of the report. */
  readonly title?: string;
  /** The plain texts of the segment; null where there is none. */
  readonly excerpt: { readonly source: string | null; readonly target: string | null };
  /** Whether the target is a machine's, and nobody has reviewed it: it is marked wherever it is shown. */
  readonly draft?: boolean;
  /** A path below the project's root, with `/`: the target catalogue, or the source document. */
  readonly file: string;
  /** Counts from 1; null where no single line can be named. */
  readonly line: number | null;
  /** Counts from 1, in UTF-16 units. */
  readonly column?: number;
}

/** A finding that a person has decided to let stand. */
export interface WaivedFinding extends ReportedFinding {
  readonly reason: string;
  readonly by?: string;
}

/**
 * How far a locale is with a document. Each segment is counted in one of missing, stale, translated, reviewed and final;
 * the rest are drafts: texts in state initial, and those of a machine that nobody has looked at.
 */
export interface MatrixCell {
  readonly document: string;
  readonly locale: string;
  readonly segments: number;
  readonly missing: number;
  readonly stale: number;
  readonly translated: number;
  readonly reviewed: number;
  readonly final: number;
  /** Targets that a machine made and nobody has reviewed, stale ones among them. */
  readonly machine: number;
  /** Segments that can be published as they are: current, and in the state that the project asks for. */
  readonly ready: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
}

/** A rule, and in a sentence or two what it is for, in the language of the report. */
export interface ReportedRule {
  readonly id: string;
  readonly summary: string;
}

/** One run of the checks, ready to be reported: everything that reports are made of. */
export interface CheckRun {
  /** Hexapla's own version. */
  readonly version: string;
  /** The language of the report's own words (BCP 47), as they really are. */
  readonly language: string;
  readonly sourceLocale: string;
  /** Paths below the project's root, in the order in which they are reported. */
  readonly documents: readonly string[];
  /** The target locales, in the order in which they are reported. */
  readonly locales: readonly string[];
  readonly matrix: readonly MatrixCell[];
  readonly findings: readonly ReportedFinding[];
  /** How many findings are let stand. */
  readonly waived: number;
  /** Those findings, where they are to be reported too. */
  readonly waivedFindings?: readonly WaivedFinding[];
  readonly rules: readonly ReportedRule[];
  /** The project's folder below the root of its repository, with `/` at its end; empty where they are the same. */
  readonly prefix?: string;
}

/** What a value of a text can be. */
export type ReportValue = string | number | readonly string[];

/** The words of reports, in one language. */
export interface ReportWords {
  /** The text of a key (`report.title`) with its values. */
  readonly words: (key: string, values?: Readonly<Record<string, ReportValue>>) => string;
  /** A number as the language writes it. */
  readonly number: (value: number) => string;
  /** The name of a language. */
  readonly language: (locale: string) => string;
}

/** The address of a segment in a parallel edition, from where the report is; null where there is none. */
export type LinkOf = (document: string, segment: string) => string | null;
