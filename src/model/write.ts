import type { BlockForm, UnitKind } from './block.ts';

/** What stands around a text that is written back: its quotation mark in a title or in front matter. */
export type Delimiter = '"' | "'" | '(' | null;

/** How a unit is to be written into its document. */
export interface WriteContext {
  readonly form: BlockForm;
  readonly kind: UnitKind;
  /** Written markup of the sub-unit with this id, for the place that its parent's code parts name. */
  readonly subunit: (unit: string) => string;
  /** 0 escapes what could be markup where it stands; 1 escapes every ASCII punctuation character of the text. */
  readonly care: 0 | 1;
  /** Whether the content begins where a block could begin (not after `# `, `[ ] ` or a cell's `|`). */
  readonly lineStart: boolean;
  /** Whether the content stands within a table cell, itself or as part of a code there; or in a YAML list in brackets. */
  readonly inCell: boolean;
  /** Titles: the opening mark. Front matter: the scalar's quotation mark, null for a plain scalar. */
  readonly delimiter: Delimiter;
  /** Whether a link reference definition with this label (as written) exists. */
  readonly defined: (label: string) => boolean;
}

/** What a notice's HTML says in words, for places where no markup can stand. */
export function noticeWords(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->|<[^<>]*>/g, '')
    .replace(/&#([0-9]{1,7});/g, (_, code: string) => String.fromCodePoint(Math.min(Number(code), 0x10ffff)));
}
