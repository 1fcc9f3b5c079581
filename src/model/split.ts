import type { SourceCode, UnitKind } from './block.ts';
import type { Content } from './content.ts';
import type { Gap } from './unit.ts';

/** What a code stands for before its sub-units have ids: `parts` may hold indexes of blocks. */
export interface SplitCode extends SourceCode {
  readonly span?: string;
}

/** A segment before it has an id. */
export interface SplitSegment {
  readonly content: Content;
  readonly codes: Readonly<Record<string, SplitCode>>;
}

/** A unit before it has an id; see `Unit`. */
export interface SplitUnit {
  readonly block: number;
  readonly kind: UnitKind;
  readonly segments: readonly SplitSegment[];
  readonly gaps: readonly Gap[];
}

/** What became of a document's texts. Indexes point into the lists of old and new texts that were compared. */
export interface Rematch {
  /** For each new text: the old text whose id it carries on, or -1. */
  readonly carried: Int32Array;
  /** New texts that get a retired id back. */
  readonly restored: ReadonlyMap<number, string>;
  /** New texts that are the other half of a split: the old text. */
  readonly splitFrom: ReadonlyMap<number, number>;
  /** Old texts that went into a new one whose id is another's. */
  readonly mergedInto: ReadonlyMap<number, number>;
  /** Old texts that went nowhere: the new text that stands where they stood. */
  readonly replacedBy: ReadonlyMap<number, number>;
  /** Carried texts that stand outside the longest run in the old order. */
  readonly moved: ReadonlySet<number>;
}

/** What an extraction changed in a catalogue. */
export interface Changes {
  readonly unchanged: number;
  readonly added: readonly string[];
  readonly retired: readonly string[];
  readonly restored: readonly string[];
  readonly moved: readonly string[];
  readonly edited: readonly {
    readonly id: string;
    readonly class: 'cosmetic' | 'wording' | 'meaning';
    readonly from: string;
    readonly to: string;
  }[];
  readonly split: readonly { readonly from: string; readonly into: readonly string[] }[];
  readonly merged: readonly { readonly from: readonly string[]; readonly into: string }[];
}
