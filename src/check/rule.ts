import type { ParsedDocument, UnitKind } from '../model/block.ts';
import type { SourceCatalogue, SourceEntry, State, Target, TargetCatalogue } from '../model/catalogue.ts';
import type { Codes, Content } from '../model/content.ts';
import type { Edit, Severity, Span, Stage } from '../model/finding.ts';
import type { Glossary } from '../model/glossary.ts';
import type { Names } from '../model/names.ts';
import type { StaleReason, Standing } from '../model/row.ts';
import type { RuleId } from '../model/rules.ts';
import type { Unit } from '../model/unit.ts';
import type { Text } from './text.ts';

/** What is asked of a project, as far as rules need to know it. */
export interface CheckSettings {
  readonly stage: Stage;
  /** The locales that must be complete; the others may be as unfinished as in the stage `draft`. Null for all of them. */
  readonly required: readonly string[] | null;
  readonly sourceLocale: string;
  /** The state from which a target may be published. */
  readonly minState: State;
  /** Shares of segments by state that an edition must reach; none are asked where it is null. */
  readonly thresholds: Readonly<Partial<Record<State, number>>> | null;
  readonly glossary: Glossary;
  readonly names: Names;
  /** Texts that stay as they are in every language, and kinds of units that do. */
  readonly keep: { readonly texts: readonly string[]; readonly kinds: readonly UnitKind[] };
  /** Link targets by language: `{ "https://x/en": { "fr": "https://x/fr" } }`. */
  readonly links: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Patterns (regular expressions) of what must be the same on both sides. */
  readonly placeholders: readonly string[];
  /** The least and the greatest length of a target by that of its source, where a project sets it, by locale. */
  readonly lengths: Readonly<Record<string, readonly [number, number]>>;
  /** Tells the language of a text; null where nobody has loaded what it takes. */
  readonly identify: Identify | null;
  /** Tells whether a word is spelled right, by locale; only for those that have a dictionary. */
  readonly spelling: Readonly<Record<string, (word: string) => boolean>>;
}

/** How likely a text is in each of some languages, the likeliest first; nothing where nothing can be said. */
export type Identify = (text: string, among: readonly string[]) => readonly Guess[];
export interface Guess {
  /** A language's subtag. */
  readonly language: string;
  /** From 0 to 1. */
  readonly score: number;
}

/** A target with what it translates: one segment, or several that it covers together. */
export interface Pair {
  /** The segment that holds the target; the first of `ids`. */
  readonly id: string;
  /** All segments that the target translates, in order. */
  readonly ids: readonly string[];
  readonly unit: string;
  readonly kind: UnitKind;
  readonly source: Text;
  readonly target: Text;
  readonly entry: SourceEntry;
  readonly stored: Target;
  /** What the codes of both sides stand for. */
  readonly codes: Codes;
  readonly stale: StaleReason | null;
}

/** One document in one locale, or the source alone where `locale` is null (`pairs` and `standings` are empty then). */
export interface Edition {
  readonly document: string;
  readonly locale: string | null;
  readonly parsed: ParsedDocument;
  readonly units: readonly Unit[];
  readonly source: SourceCatalogue;
  /** The source's texts by segment. */
  readonly texts: ReadonlyMap<string, Text>;
  /** The live segments in document order. */
  readonly standings: readonly Standing[];
  readonly target: TargetCatalogue | null;
  /** The targets that have text, in document order. */
  readonly pairs: readonly Pair[];
  readonly settings: CheckSettings;
  /** Reads a stored text. */
  readonly read: (stored: string) => Content;
}

/** What a rule has found; the frame adds the rule's id, its severity, the document and the locale. */
export interface Found {
  /** Where it is not the rule's own. */
  readonly severity?: Severity;
  readonly values: Readonly<Record<string, string | number>>;
  readonly at?: Span;
  readonly fix?: readonly Edit[];
}

/** What a rule has found in an edition: in a segment, or in the edition as a whole. */
export interface FoundInEdition extends Found {
  readonly segment: string | null;
}

/** What a rule has found across editions. */
export interface FoundAcross extends FoundInEdition {
  readonly document: string;
  readonly locale: string | null;
}

interface RuleFacts {
  /** Its words are `finding.<id>` (a finding), `rule.<id>` (what it is for); its page is `rules/<id>.md`. */
  readonly id: RuleId;
  readonly severity: Severity | Readonly<Record<Stage, Severity>>;
  /** Whether it says nothing until a project asks for it. */
  readonly optIn?: true;
}

/** A rule on one text by itself: every target, and the source's texts too where `source` is set. */
export interface TextRule extends RuleFacts {
  readonly scope: 'text';
  readonly source?: true;
  readonly check: (text: Text, settings: CheckSettings) => readonly Found[];
}

/** A rule that compares a target with its source. A stale target is left aside: it is compared when it is renewed. */
export interface PairRule extends RuleFacts {
  readonly scope: 'pair';
  readonly check: (pair: Pair, settings: CheckSettings) => readonly Found[];
}

/** A rule on a document in a locale; `source: true` for the source alone (`locale` null), which others never see. */
export interface EditionRule extends RuleFacts {
  readonly scope: 'edition';
  readonly source?: true;
  readonly check: (edition: Edition) => readonly FoundInEdition[];
}

/** What a rule noted of an edition: plain data, kept from run to run. */
export interface Gathered {
  readonly document: string;
  readonly locale: string;
  readonly notes: unknown;
}

/** A project, as far as rules across its editions need to know it. */
export interface ProjectFacts {
  readonly targetLocales: readonly string[];
  readonly documents: readonly string[];
  /** The locales that must be complete; null for all of them. */
  readonly required: readonly string[] | null;
  /** Documents that have no catalogue in a locale. */
  readonly absent: readonly { readonly document: string; readonly locale: string }[];
  /** Files of catalogues that belong to no document or to no locale of the project. */
  readonly surplus: readonly string[];
}

/** A rule across locales and documents: it notes what it needs of each edition, and judges all notes together. */
export interface AcrossRule extends RuleFacts {
  readonly scope: 'across';
  /** Null where there is nothing to note. */
  readonly gather?: (edition: Edition) => unknown;
  readonly judge: (gathered: readonly Gathered[], project: ProjectFacts) => readonly FoundAcross[];
}

/** One check. */
export type Rule = TextRule | PairRule | EditionRule | AcrossRule;
