import type { UnitKind } from './block.ts';
import type { Code, Codes, Content } from './content.ts';

/** What stands between two segments of a unit: nothing, white space, a line break within a paragraph, or a hard one. */
export type GapKind = 'none' | 'space' | 'soft' | 'hard';

/** The raw text between two segments of a unit, with its UTF-16 extent in the document's text. */
export interface Gap {
  readonly kind: GapKind;
  readonly start: number;
  readonly end: number;
}

/** A segment as it stands in the document. */
export interface Segment {
  readonly id: string;
  readonly content: Content;
  readonly codes: Codes;
}

/** A block's translatable content, in segments. `gaps[i]` follows `segments[i]`; there is one gap fewer than segments. */
export interface Unit {
  readonly id: string;
  readonly kind: UnitKind;
  /** Index into the parsed document's blocks. */
  readonly block: number;
  readonly segments: readonly Segment[];
  readonly gaps: readonly Gap[];
}

/**
 * A unit's content put together again from its segments, spans that still touch joined. Codes are here by value,
 * so that segments with their own numbering can stand side by side.
 */
export type UnitNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'gap'; readonly gap: GapKind; readonly raw: string }
  | { readonly kind: 'code'; readonly code: Code; readonly children: readonly UnitNode[] | null }
  /** Markup that Hexapla adds (a mark on text in another language); it is taken away before trees are compared. */
  | { readonly kind: 'notice'; readonly raw: string };
