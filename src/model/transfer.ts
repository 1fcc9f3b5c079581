import type { UnitKind } from './block.ts';
import type { Origin, State, SuggestionReason } from './catalogue.ts';
import type { Codes, Content } from './content.ts';

/** The versions of XLIFF that a handoff can be written in. */
export type XliffFormat = 'xliff-1.2' | 'xliff-2.0' | 'xliff-2.1' | 'xliff-2.2';
export const XLIFF_FORMATS: readonly XliffFormat[] = ['xliff-1.2', 'xliff-2.0', 'xliff-2.1', 'xliff-2.2'];

/** The exchange formats that a handoff can be written in. */
export type TransferFormat = XliffFormat | 'tmx' | 'po' | 'csv' | 'tsv' | 'xlsx' | 'docx';
export const TRANSFER_FORMATS: readonly TransferFormat[] = [
  ...XLIFF_FORMATS,
  'tmx',
  'po',
  'csv',
  'tsv',
  'xlsx',
  'docx',
];

/** A note for the translator. `category` is ours: what the note is about. */
export interface TransferNote {
  readonly category:
    | 'kind'
    | 'instruction'
    | 'previous-source'
    | 'previous-target'
    | 'preceding'
    | 'following'
    | 'context'
    | 'comment'
    | 'finding';
  readonly text: string;
}

/** What can be wrong with a translation. https://www.w3.org/TR/its20/#lqissue-typevalues */
export type IssueType =
  | 'terminology'
  | 'mistranslation'
  | 'omission'
  | 'untranslated'
  | 'addition'
  | 'duplication'
  | 'inconsistency'
  | 'grammar'
  | 'legal'
  | 'register'
  | 'locale-specific-content'
  | 'locale-violation'
  | 'style'
  | 'characters'
  | 'misspelling'
  | 'typographical'
  | 'formatting'
  | 'inconsistent-entities'
  | 'numbers'
  | 'markup'
  | 'pattern-problem'
  | 'whitespace'
  | 'internationalization'
  | 'length'
  | 'non-conformance'
  | 'uncategorized'
  | 'other';

/** What a check found in a target, as translation tools tell each other (localization quality issue of ITS 2.0). */
export interface TransferIssue {
  readonly type: IssueType;
  /** In words, for the translator. */
  readonly comment: string;
  /** From 0 to 100, the gravest. */
  readonly severity: number;
}

/** A translation from the project that may serve a segment. Its codes are those of the segment it is offered for. */
export interface Candidate {
  readonly source: Content;
  readonly target: Content;
  /** How alike the two sources are, 0 to 100. */
  readonly similarity: number;
  readonly kind: 'ice' | 'exact' | 'fuzzy' | 'previous';
  /** Where it comes from: a document of the project, and a segment of it. */
  readonly document: string;
  readonly segment: string;
  readonly state: State;
  readonly origin: Origin;
}

/** A term of the project's glossary that a unit holds. */
export interface TransferTerm {
  readonly id: string;
  /** The form that stands in the glossary, in the source language. */
  readonly term: string;
  readonly definition?: string;
  /** What it is called in the target language, best first. */
  readonly translations: readonly string[];
  /** What it may not be called. */
  readonly forbidden: readonly string[];
}

/** One segment as it is sent. */
export interface TransferSegment {
  readonly id: string;
  readonly source: Content;
  /** What the code numbers in `source` and `target` stand for. */
  readonly codes: Codes;
  readonly target: Content | null;
  readonly state: State;
  readonly stale: boolean;
  readonly notes: readonly TransferNote[];
  /** The segments right after this one that `target` translates too. Their codes are numbered as `groupNumber` says. */
  readonly covers?: readonly string[];
  /** False where the configuration says that the text stays as it is in every language. */
  readonly translate?: false;
  /** The greatest length of the target in code points, where the configuration sets one. */
  readonly sizeLimit?: number;
  /** The wording that a stale target was made from, where it is known. */
  readonly previous?: Content;
  /** Best first. */
  readonly candidates?: readonly Candidate[];
  /** What was found in the target; the notes say it too, for tools that show these alone. */
  readonly issues?: readonly TransferIssue[];
}

export interface TransferUnit {
  readonly id: string;
  readonly kind: UnitKind;
  readonly notes: readonly TransferNote[];
  readonly segments: readonly TransferSegment[];
  /** The text between two segments, as one space or nothing; one fewer than segments. */
  readonly gaps: readonly string[];
  /** The ids of its segments in the order of the targets, where that is not the order of the source. */
  readonly order?: readonly string[];
  readonly terms?: readonly TransferTerm[];
}

/** A handoff in no particular format. */
export interface Transfer {
  /** The document's path below the project's root, with `/`. */
  readonly document: string;
  readonly sourceLocale: string;
  readonly targetLocale: string;
  /** The handoff's digest. */
  readonly handoff: string;
  readonly notes: readonly TransferNote[];
  readonly units: readonly TransferUnit[];
}

/** Codes that begin before a content or go on after it, by id, outermost first: the content has them closed and reopened. */
export interface Loose {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What stands between two returned segments of a unit. */
export interface ReturnedGap {
  readonly source: Content;
  readonly target: Content | null;
}

/** One segment as it came back. Lines and columns count from 1. */
export interface ReturnedSegment {
  readonly id: string;
  readonly unit: string | null;
  readonly line: number;
  readonly column: number;
  readonly source: Content;
  /** Null where the file has no target element. */
  readonly target: Content | null;
  /** Null where the file does not say. */
  readonly state: State | null;
  /** A mistake that keeps this segment alone from being read (an unknown inline element, say). */
  readonly problem: string | null;
  /** A remark of the translator, where it is not one that was sent. */
  readonly comment?: string;
  /** XLIFF 2: place of the target in its unit, where the file gives another order than the source's. */
  readonly order?: number;
  /** XLIFF 2: what stands before the segment, and after the last one of its unit. */
  readonly before?: ReturnedGap;
  readonly after?: ReturnedGap;
  /** XLIFF 2: the codes that other segments of the unit may begin or end; then `problem` is `code-unpaired`. */
  readonly loose?: { readonly source: Loose; readonly target: Loose };
}

/** A returned file, read. */
export interface Returned {
  readonly format: TransferFormat;
  readonly document: string | null;
  readonly sourceLocale: string;
  readonly targetLocale: string | null;
  readonly handoff: string | null;
  readonly segments: readonly ReturnedSegment[];
}

/** Why a returned segment was not applied. */
export type RejectReason =
  | 'unknown-id'
  | 'retired-id'
  | 'duplicate-id'
  | 'source-changed'
  | 'incomplete'
  | 'codes-lost'
  | 'codes-invented'
  | 'codes-nesting'
  | 'unreadable';

/** What became of one segment of a return. */
export type Outcome = 'applied' | 'unchanged' | 'stale' | 'conflict' | 'rejected' | 'missing';

/** The account of one returned segment (or of several that were joined): what stood there, and what stands there now. */
export interface SegmentAccount {
  readonly id: string;
  readonly outcome: Outcome;
  /** The following segments that the returned text translates too. */
  readonly covers: readonly string[];
  /** The target before and after, in stored form; null where there is none. */
  readonly before: string | null;
  readonly after: string | null;
  /** What came back, in stored form, where it is another text than `after`. */
  readonly theirs: string | null;
  /** Why it was rejected, or waits as a suggestion. */
  readonly reason: RejectReason | SuggestionReason | null;
  /** Line of the file. */
  readonly line: number;
}

/** What an import did, or would do; ids in the order of the file. */
export interface ImportReport {
  readonly applied: readonly string[];
  readonly unchanged: readonly string[];
  readonly stale: readonly string[];
  readonly conflicts: readonly { readonly id: string; readonly ours: string; readonly theirs: string }[];
  readonly rejected: readonly {
    readonly id: string;
    readonly reason: RejectReason;
    readonly line: number;
    readonly codes?: readonly string[];
  }[];
  /** Live segments that are still without a target after the import. */
  readonly missing: readonly string[];
  /** Units whose targets stand in another order than before. */
  readonly reordered: readonly string[];
  /** What translators remarked, newly come with this return. */
  readonly comments: readonly { readonly id: string; readonly text: string; readonly line: number }[];
  /** What became of each returned segment, in the order of the file. */
  readonly account: readonly SegmentAccount[];
}
