import type { UnitKind } from '../model/block.ts';
import type {
  CatalogueUnit,
  SourceCatalogue,
  SourceEntry,
  TargetCatalogue,
  Wording,
} from '../model/catalogue.ts';
import type { Memory } from '../model/memory.ts';
import type { TransferIssue, TransferTerm } from '../model/transfer.ts';

/** Words for the translator, by key; the keys that a handoff needs are listed in `NOTE_KEYS`. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** What a handoff is made from. */
export interface TransferInput {
  readonly source: SourceCatalogue;
  /** Null when the locale has no catalogue yet. */
  readonly target: TargetCatalogue | null;
  readonly targetLocale: string;
  /** Null for every live segment. */
  readonly only: readonly ('missing' | 'stale')[] | null;
  /** What the configuration tells every translator. */
  readonly instruction: string | null;
  /** For a unit, the text between its segments: a space or nothing, one fewer than segments. */
  readonly gaps: (unit: CatalogueUnit) => readonly string[];
  readonly isStale: (madeFrom: string, entry: SourceEntry) => boolean;
  readonly hash: (wording: Wording) => string;
  readonly words: Words;
  /** Where translations are looked for (`createMemory`); without one, none are offered. */
  readonly memory?: Memory;
  /** The glossary's terms in a text (`createTermFinder`). */
  readonly terms?: (text: string) => readonly TransferTerm[];
  /** The greatest length of a unit's target in code points, by kind. */
  readonly sizeLimits?: Readonly<Partial<Record<UnitKind, number>>>;
  /** Whether a text stays as it is in every language (`keptTexts`). */
  readonly isKept?: (plain: string, kind: UnitKind) => boolean;
  /** What checks found in the targets, by segment, the gravest first. */
  readonly issues?: ReadonlyMap<string, readonly TransferIssue[]>;
}
