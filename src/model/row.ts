import type { UnitKind } from './block.ts';
import type { EditClass, Origin, SourceEntry, State, Target } from './catalogue.ts';
import type { Codes, Content } from './content.ts';

/** Why a target is stale: the class of the edits since, or a base that the catalogue does not know. */
export type StaleReason = Exclude<EditClass, 'cosmetic'> | 'unknown-base';

/** What one locale has of one live segment. */
export interface Standing {
  readonly id: string;
  readonly entry: SourceEntry;
  /** The target that translates the segment: its own, or that of an earlier segment which covers it. */
  readonly target: Target | null;
  /** The segment that the target belongs to: this one unless it is covered. */
  readonly holder: string;
  readonly stale: StaleReason | null;
  /** Place of the target among its unit's, where the locale tells the unit's sentences in another order. */
  readonly place?: number;
}

/** How far a locale is with a document. missing and the four states add up to segments; stale is a part of those. */
export interface Progress extends Readonly<Record<State, number>> {
  readonly segments: number;
  readonly missing: number;
  readonly stale: number;
  /** Targets whose source changed a number, name, link, negation or modal verb since: a part of stale. */
  readonly alarms: number;
  /** Targets that a machine made and nobody has reviewed. */
  readonly machine: number;
  /** Source words. */
  readonly words: number;
  /** Segments whose target is below the asked state. */
  readonly below: number;
}

/** What one locale shows for a row. */
export interface Cell {
  readonly locale: string;
  /** What the cell's text is. Missing, stale and fallback cells are marked wherever they show. */
  readonly status: 'source' | 'target' | 'stale' | 'missing' | 'fallback';
  /** Empty for a missing cell. A fallback cell holds the source content. */
  readonly content: Content;
  /** The codes that `content` refers to. */
  readonly codes: Codes;
  /** The locale the text is really in: the source locale for a fallback. */
  readonly textLocale: string;
  readonly state: State | null;
  readonly origin: Origin | null;
  readonly stale: StaleReason | null;
  /** Place of the text among its unit's, where the locale tells the unit's sentences in another order. */
  readonly place?: number;
  /** In a row that another locale joined: the smaller rows that this locale would have, each with its own cell. */
  readonly parts?: readonly CellPart[];
  /** For a stale cell: the source text that its own was made from, where the catalogue still knows it. */
  readonly madeFrom?: { readonly content: Content; readonly codes: Codes };
}

/** A locale's own cell within a row that another locale joined. */
export interface CellPart {
  readonly ids: readonly string[];
  readonly cell: Cell;
}

/** Why a cell shows the source text: there is no target, it is stale, or nobody has approved it yet. */
export function fallbackReason({ stale, state }: Cell): 'missing' | 'stale' | 'unapproved' {
  if (stale) return 'stale';
  return state ? 'unapproved' : 'missing';
}

/** One segment (or a group that a locale joined) across locales. */
export interface Row {
  /** Ids of the source segments, in order; the first one is the row's anchor. */
  readonly ids: readonly string[];
  readonly unit: string;
  readonly kind: UnitKind;
  /** Index of the unit's block in the parsed source document. */
  readonly block: number;
  readonly cells: Readonly<Record<string, Cell>>;
}

/** What a page needs to know of one document. Rows stand in document order. */
export interface Parallel {
  readonly document: string;
  readonly name: string;
  readonly sourceLocale: string;
  /** The source locale first. */
  readonly locales: readonly string[];
  readonly rows: readonly Row[];
}

/** Whether a target is an unreviewed machine draft. */
export function isDraft(target: { readonly origin: string; readonly state: State }): boolean {
  const made = target.origin === 'machine' || target.origin === 'pseudo';
  return made && (target.state === 'initial' || target.state === 'translated');
}
