import { hashWording } from './catalogue/hash.ts';
import { createJudge } from './catalogue/progress.ts';
import { type Accepted, acceptReturn } from './exchange/accept.ts';
import { type HandoffStatus, handoffStatus } from './exchange/handoffs.ts';
import type { AcceptOptions } from './exchange/judge.ts';
import { makeRecord } from './exchange/record.ts';
import { makeTransfer, type Words } from './exchange/transfer.ts';
import { readXliffBytes } from './exchange/xliff/read.ts';
import { writeXliff } from './exchange/xliff/write.ts';
import type { HandoffRecord, ImportMark, SourceCatalogue, TargetCatalogue } from './model/catalogue.ts';
import type { Returned, TransferFormat } from './model/transfer.ts';
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
  /** Hexapla's own version, named in the file. */
  readonly toolVersion: string;
}

/** A handoff: the file's text, and the record of what is sent. */
export interface Handoff {
  readonly text: string;
  readonly record: HandoffRecord;
  readonly segments: number;
}

/** Catalogue → a file for a translator. The same catalogues give the same bytes. */
export function exportHandoff(input: ExportInput): Handoff {
  const { open, target, locale, format, profile, only, settings, words, toolVersion } = input;
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
  });
  const record = makeRecord(transfer, format, hashWording);
  const text = writeXliff({ ...transfer, handoff: record.digest }, { format, profile, toolVersion });
  return { text, record, segments: Object.keys(record.segments).length };
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
}): Accepted {
  const judge = createJudge(input.source);
  return acceptReturn({
    ...input,
    hash: hashWording,
    isStale: (madeFrom, entry) => judge(entry, madeFrom) !== null,
  });
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
