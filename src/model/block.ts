import type { CodeType } from './content.ts';

/** What a unit is in its document. */
export type UnitKind =
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'quote'
  | 'cell'
  | 'footnote'
  | 'alt'
  | 'title'
  | 'frontMatter';
export const UNIT_KINDS: readonly UnitKind[] = [
  'heading',
  'paragraph',
  'item',
  'quote',
  'cell',
  'footnote',
  'alt',
  'title',
  'frontMatter',
];

/** A piece of a code's markup as a reader finds it: markup, or the index of the block that stands there. */
export type SourcePart = string | number;

/**
 * One inline token of a block. All offsets are UTF-16 offsets into the document's text (newlines normalised to
 * `\n`, byte order mark removed); tokens stand in order and do not overlap.
 *
 * - `text`: decoded text. Where `text.length === end - start` it is the raw text itself, character by character;
 *   an escape or a character reference is a token of its own.
 * - `soft`: a soft line break with the white space and container marks (`> `) around it.
 * - `hard`: a hard line break (two spaces, a backslash or `<br>`), likewise.
 * - `open`, `close`: the ends of a paired code; `pair` joins the two and is unique in the block. The closing
 *   token holds what the code stands for: `parts[0]` opens, the rest closes.
 * - `single`: a code without content (code span, image, autolink, footnote reference, inline HTML).
 */
export type SourceInline =
  | { readonly kind: 'text'; readonly start: number; readonly end: number; readonly text: string }
  | { readonly kind: 'soft' | 'hard'; readonly start: number; readonly end: number }
  | { readonly kind: 'open'; readonly start: number; readonly end: number; readonly pair: number }
  | ({
      readonly kind: 'close';
      readonly start: number;
      readonly end: number;
      readonly pair: number;
    } & SourceCode)
  | ({ readonly kind: 'single'; readonly start: number; readonly end: number } & SourceCode);

/** What a source code stands for, before its sub-units have ids. See `Code` for the fields. */
export interface SourceCode {
  readonly type: CodeType;
  /** Reference links are given in full form: `[foo]` has the parts `[` and `][foo]`. */
  readonly parts: readonly SourcePart[];
  readonly href?: string;
  readonly text?: string;
}

/** How a block's content is written in its document, which decides what must be escaped. */
export type BlockForm = 'flow' | 'heading' | 'setext' | 'cell' | 'alt' | 'title' | 'yaml';

/** A structural piece whose content may be translated. Blocks stand in the order of their `start`. */
export interface Block {
  readonly kind: UnitKind;
  readonly form: BlockForm;
  /** Extent of the content (UTF-16): without the block's own marks, without white space at its ends. */
  readonly start: number;
  readonly end: number;
  readonly inlines: readonly SourceInline[];
  /** For `alt` and `title`: index of the block in whose inline code this one stands, else null. */
  readonly parent: number | null;
  /** Heading level 1 to 6. */
  readonly level?: number;
  /** Front matter: the key, with dots for nesting (`seo.title`, `tags.0`). */
  readonly key?: string;
}

/** Text of the document that the reader cannot split, so nobody can translate it: reported, never hidden. */
export interface Opaque {
  readonly kind: 'html' | 'definition' | 'frontMatter';
  readonly start: number;
  readonly end: number;
}

export type OutlineType =
  | 'heading'
  | 'paragraph'
  | 'list'
  | 'item'
  | 'quote'
  | 'table'
  | 'row'
  | 'cell'
  | 'codeBlock'
  | 'htmlBlock'
  | 'rule'
  | 'footnote'
  | 'definition'
  | 'frontMatter';

/** A node of a document's tree of blocks. */
export interface OutlineNode {
  readonly type: OutlineType;
  readonly start: number;
  readonly end: number;
  readonly children: readonly OutlineNode[];
  /** Leaves with text: index into the document's blocks. */
  readonly block?: number;
  readonly level?: number;
  readonly ordered?: boolean;
  /** Number of an ordered list's first item. */
  readonly first?: number;
  readonly tight?: boolean;
  /** Task list items only. */
  readonly checked?: boolean;
  readonly align?: 'left' | 'center' | 'right';
  /** Rows: whether this is the table's head. */
  readonly head?: boolean;
  /** Code blocks: the info string, decoded. */
  readonly info?: string;
  /** Code and HTML blocks: the content without fences and container marks. */
  readonly literal?: string;
  /** Footnotes: the label as written. */
  readonly label?: string;
}

/** A document taken apart by a reader of its format. */
export interface ParsedDocument {
  /** The text that all offsets point into. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly opaque: readonly Opaque[];
  /** Builds the tree of blocks when somebody needs it. */
  readonly outline: () => readonly OutlineNode[];
}
