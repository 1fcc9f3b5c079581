import { hashWording } from './catalogue/hash.ts';
import { type Keep, keptTexts, withKept } from './catalogue/keep.ts';
import { createMemory, memoryPairs } from './catalogue/leverage.ts';
import { createJudge } from './catalogue/progress.ts';
import { type Accepted, acceptReturn } from './exchange/accept.ts';
import { type HandoffStatus, handoffStatus } from './exchange/handoffs.ts';
import type { AcceptOptions } from './exchange/judge.ts';
import { makeRecord } from './exchange/record.ts';
import type { TermFinder } from './exchange/terms.ts';
import { makeTransfer, type Words } from './exchange/transfer.ts';
import { readXliffBytes } from './exchange/xliff/read.ts';
import { writeXliff } from './exchange/xliff/write.ts';
import type { HandoffRecord, ImportMark, SourceCatalogue, TargetCatalogue } from './model/catalogue.ts';
import type { Memory, MemoryPair } from './model/memory.ts';
import type { Returned, Transfer, TransferFormat, TransferIssue, XliffFormat } from './model/transfer.ts';
import type { Open, Settings } from './pipeline.ts';

/** What is asked of a handoff. */
export interface ExportInput {
  readonly open: Open;
  /** Null when the locale has no catalogue yet. */
  readonly target: TargetCatalogue | null;
  readonly locale: string;
  readonly format: TransferFormat;
  /** `omegat` fills each empty target with its source, for tools that translate the content of targets. */
  readonly profile: 'plain' | 'omegat';
  /** Null for every live segment. */
  readonly only: readonly ('missing' | 'stale')[] | null;
  readonly settings: Settings;
  /** The words of the notes for translators, by key. */
  readonly words: Words;
  /** Where translations are looked for (`projectMemory`); without one, none are offered. */
  readonly memory?: Memory;
  /** The glossary's terms in a text (`createTermFinder`). */
  readonly terms?: TermFinder;
  /** What checks found in the targets, by segment. */
  readonly issues?: ReadonlyMap<string, readonly TransferIssue[]>;
  /** Hexapla's own version, named in the file. */
  readonly toolVersion: string;
}

/** A handoff in no particular format, and the record of what is sent. */
export interface Prepared {
  readonly transfer: Transfer;
  readonly record: HandoffRecord;
  readonly segments: number;
}

/** Catalogue → what is sent to a translator. */
export function prepareHandoff(input: Omit<ExportInput, 'profile' | 'toolVersion'>): Prepared {
  const { open, target, locale, format, only, settings, words, memory, terms, issues } = input;
  const gaps = new Map(
    open.units.map((unit) => [unit.id, unit.gaps.map(({ kind }) => (kind === 'none' ? '' : ' '))]),
  );
  const transfer = makeTransfer({
    source: open.catalogue,
    target,
    targetLocale: locale,
    only,
    instruction: settings.instruction,
    gaps: ({ id }) => gaps.get(id) ?? [],
    isStale: (madeFrom, entry) => open.judge(entry, madeFrom) !== null,
    hash: hashWording,
    words,
    sizeLimits: settings.sizeLimits,
    isKept: keptTexts(settings.keep),
    ...(memory !== undefined && { memory }),
    ...(terms !== undefined && { terms }),
    ...(issues !== undefined && { issues }),
  });
  const record = makeRecord(transfer, format, hashWording);
  const segments = Object.keys(record.segments).length;
  return { transfer: { ...transfer, handoff: record.digest }, record, segments };
}

/** The translations of a project in one locale: those of all its documents. */
export function projectMemory(
  documents: Iterable<{ readonly source: SourceCatalogue; readonly target: TargetCatalogue | null }>,
): Memory {
  function* pairs(): Generator<MemoryPair> {
    for (const { source, target } of documents) yield* memoryPairs(source, target);
  }
  return createMemory(pairs());
}

/** An XLIFF file: its text, and the record of what is sent. */
export interface Handoff {
  readonly text: string;
  readonly record: HandoffRecord;
  readonly segments: number;
}

/** Catalogue → an XLIFF file for a translator. The same catalogues give the same bytes. */
export function exportHandoff(input: ExportInput & { readonly format: XliffFormat }): Handoff {
  const { transfer, record, segments } = prepareHandoff(input);
  const { format, profile, toolVersion } = input;
  return { text: writeXliff(transfer, { format, profile, toolVersion }), record, segments };
}

/** Reads a returned file: one entry for each `<file>` in it. Errors: the `xml-…` and `xliff-…` codes. */
export function readReturn(bytes: Uint8Array, file: string): Returned[] {
  return readXliffBytes(bytes, file);
}

/** A file from a translator → catalogue, compared with what was sent. Nothing newer is overwritten, nothing is lost. */
export function importReturn(input: {
  returned: Returned;
  source: SourceCatalogue;
  target: TargetCatalogue | null;
  /** Null when what was sent is not known. */
  record: HandoffRecord | null;
  options: AcceptOptions;
  /** Put on everything that is stored, so that the import can be undone (`importMark`). */
  mark?: ImportMark;
  /** What stays as it is in every language, and so is never missing. */
  keep?: Keep;
}): Accepted {
  const judge = createJudge(input.source);
  const accepted = acceptReturn({
    ...input,
    hash: hashWording,
    isStale: (madeFrom, entry) => judge(entry, madeFrom) !== null,
  });
  const { keep, source } = input;
  if (keep === undefined || keep.texts.length + keep.kinds.length === 0) return accepted;
  const { targets } = withKept(accepted.target, source, keptTexts(keep));
  const missing = accepted.report.missing.filter((id) => !Object.hasOwn(targets, id));
  return { ...accepted, report: { ...accepted.report, missing } };
}

/** How far each handoff of a document in one locale is, in the order of the records. */
export function handoffsOf(input: {
  records: readonly HandoffRecord[];
  source: SourceCatalogue;
  target: TargetCatalogue | null;
}): HandoffStatus[] {
  const { records, source, target } = input;
  const judge = createJudge(source);
  return handoffStatus(records, {
    source,
    target,
    hash: hashWording,
    isStale: (madeFrom, entry) => judge(entry, madeFrom) !== null,
  });
}
