import { approvalsOf } from './catalogue/approvals.ts';
import { editionWording } from './catalogue/snapshot.ts';
import { HexaplaError } from './model/error.ts';
import type { FileDigest, PublicationRecord } from './model/publication.ts';
import { digestOf, type Edited, type EditionFile } from './pipeline-edition.ts';
import { countsOf, ownFiles, type Published, type Reopened, reopen } from './pipeline-publish.ts';

/** What in the record of a publication is not as it follows from what the edition was made from. */
export type RecordProblem = 'snapshot' | 'edition' | 'outputs' | 'wording' | 'counts' | 'approvals';

/** Makes a published edition again from what it was made from, and gives what differs from its record. */
export function verifyPublication(
  edited: Omit<Edited, 'open'>,
  published: Published,
): readonly RecordProblem[] {
  const { record, bytes } = published;
  const again = reopened(edited, published);
  if (!again) return ['snapshot'];
  const { judged, rows } = again;
  const files = ownFiles(again.edited, judged, rows);
  const [document] = files;
  const wording = editionWording(record.snapshot, judged.standings, record.minState);
  const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
  const checks: readonly (readonly [RecordProblem, boolean])[] = [
    ['edition', document !== undefined && digestOf(bytes) === digestOf(document.bytes)],
    ['outputs', same(record.outputs, digestsOf(files))],
    ['wording', record.release.wording === wording],
    ['counts', same(record.counts, countsOf(again.edited, judged, rows))],
    ['approvals', same(record.approvals, approvalsOf(judged.standings))],
  ];
  return checks.flatMap(([problem, fine]) => (fine ? [] : [problem]));
}

function reopened(edited: Omit<Edited, 'open'>, published: Published): Reopened | null {
  try {
    return reopen(edited, published);
  } catch (error) {
    if (error instanceof HexaplaError && error.code === 'published-invalid') return null;
    throw error;
  }
}

/** The record of a publication whose document has another path and name now; throws `published-invalid`. */
export function renamePublication(
  edited: Omit<Edited, 'open'>,
  { record, bytes }: Published,
  document: string,
): PublicationRecord {
  const { catalogue, target } = record.snapshot;
  const snapshot = {
    ...record.snapshot,
    catalogue: { ...catalogue, document },
    target: { ...target, document },
  };
  const renamed = { ...record, document, snapshot };
  const again = reopen(edited, { record: renamed, bytes });
  return { ...renamed, outputs: digestsOf(ownFiles(again.edited, again.judged, again.rows)) };
}

function digestsOf(files: readonly EditionFile[]): FileDigest[] {
  return files.map(({ path, bytes }) => ({ path, digest: digestOf(bytes) }));
}
