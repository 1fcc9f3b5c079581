import type { Words } from '../transfer.ts';

/** What a writer of tables, PO or TMX needs to know beyond the handoffs themselves. */
export interface TableOptions {
  /** Hexapla's own version. */
  readonly toolVersion: string;
  /** Titles of columns and the like, in the source language. */
  readonly words: Words;
}
