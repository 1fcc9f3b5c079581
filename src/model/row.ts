import type { UnitKind } from './block.ts';
import type { EditClass, Origin, State } from './catalogue.ts';
import type { Codes, Content } from './content.ts';

/** Why a target is stale: the class of the edits since, or a base that the catalogue does not know. */
export type StaleReason = Exclude<EditClass, 'cosmetic'> | 'unknown-base';

/** What one locale shows for a row. */
export interface Cell {
  readonly locale: string;
  /** What the cell's text is. `previous` and `fallback` texts are not in `locale` as it should be, and are marked. */
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
