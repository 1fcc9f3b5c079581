import type { SourceCode } from '../model/block.ts';
import type { Run } from './markdown-delimiters.ts';
import type { Definition, Title } from './markdown-links.ts';

/** What inline markup may refer to elsewhere in the document; labels in their normal form. */
export interface References {
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly footnotes: ReadonlySet<string>;
}

/** Where a link or an image leads: an inline resource, or a label (as written) with its definition's address. */
export interface Target {
  readonly href: string;
  readonly title: Title | null;
  readonly label: string | null;
}

/** A `[` or `![`; `end` is the index of the mark that closes it, once it is known to be a link or an image. */
export interface Bracket {
  readonly kind: 'bracket';
  readonly start: number;
  readonly end: number;
  readonly image: boolean;
  readonly bottom: Run | null;
  /** Whether another bracket follows before its end: then its text is no label. */
  inner: boolean;
  closedBy: number;
  target: Target | null;
}

/**
 * What inline markup was found at a place of a block's text (UTF-16 offsets into that text); what no mark covers
 * is text. Runs and brackets that came to nothing are text too.
 */
export type InlineMark =
  | { readonly kind: 'character'; readonly start: number; readonly end: number; readonly text: string }
  | { readonly kind: 'break'; readonly start: number; readonly end: number; readonly hard: boolean }
  | { readonly kind: 'single'; readonly start: number; readonly end: number; readonly code: LeafCode }
  | {
      readonly kind: 'tag';
      readonly start: number;
      readonly end: number;
      readonly shape: 'open' | 'close' | 'void';
      readonly name: string;
    }
  | Run
  | Bracket
  | { readonly kind: 'bracketEnd'; readonly start: number; readonly end: number };

/** A code without content, its markup being the text it covers. */
export type LeafCode = Omit<SourceCode, 'parts'>;
