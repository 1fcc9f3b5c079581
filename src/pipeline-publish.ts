import { approvalsOf } from './catalogue/approvals.ts';
import { progressOf, standings } from './catalogue/progress.ts';
import { changesSince, editionWording, snapshotJudge, takeSnapshot } from './catalogue/snapshot.ts';
import { previousNotice } from './edition/notices.ts';
import { decide, editionCounts } from './edition/publication.ts';
import type { SourceCatalogue, TargetCatalogue } from './model/catalogue.ts';
import { HexaplaError } from './model/error.ts';
import type {
  Decision,
  EditionCounts,
  FileDigest,
  PublicationFacts,
  PublicationRecord,
  PublicationRules,
  Release,
  Versions,
} from './model/publication.ts';
import type { Progress, Row, Standing } from './model/row.ts';
import { extractDocument, keptTargets, type Open, openDocument, type Settings } from './pipeline.ts';
import {
  digestOf,
  documentPath,
  type Edited,
  type EditionFile,
  linksFor,
  noticedBytes,
  resourceFile,
  rowsFor,
  sourceBytes,
  targetBytes,
} from './pipeline-edition.ts';

/** The last publication of an edition: its record, and the document as it was published. */
export interface Published {
  readonly record: PublicationRecord;
  readonly bytes: Uint8Array;
}

/** How a locale stands with a document, and what is decided about its edition. */
export interface Judged {
  readonly locale: string;
  readonly target: TargetCatalogue | null;
  readonly standings: readonly Standing[];
  /** Null for the source locale. */
  readonly progress: Progress | null;
  readonly decision: Decision;
}

/** Judges a locale's edition; the source locale's always goes out. */
export function judgeEdition(
  { open, settings }: Edited,
  locale: string,
  target: TargetCatalogue | null,
  rules: PublicationRules,
): Judged {
  if (locale === settings.sourceLocale) {
    const decision = { policy: rules.policy, reason: null, alarms: 0, thresholds: [] };
    return { locale, target: null, standings: [], progress: null, decision };
  }
  const list = standings(open.catalogue, target, open.judge);
  const progress = progressOf(list, rules.minState);
  return { locale, target, standings: list, progress, decision: decide(list, rules) };
}

/** How an edition's segments stand. */
export function countsOf({ open, settings }: Edited, judged: Judged, rows: readonly Row[]): EditionCounts {
  const { locale } = judged;
  const fallback = rows.filter(({ cells }) => cells[locale]?.status === 'fallback').length;
  const counts = editionCounts(judged.standings, fallback);
  if (locale !== settings.sourceLocale) return counts;
  return { ...counts, segments: standings(open.catalogue, null, () => null).length };
}

/** What is told of an edition that is made from the catalogues as they are. */
export function currentFacts(
  edited: Edited,
  judged: Judged,
  counts: EditionCounts,
  published: Published | null,
): PublicationFacts {
  const record = published?.record ?? null;
  const same = record !== null && wordingOf(edited, judged) === record.release.wording;
  return {
    locale: judged.locale,
    shows: 'current',
    decision: judged.decision,
    release: same ? record.release : null,
    last: same || record === null ? null : record.release,
    earlier: record?.earlier ?? [],
    approvals: approvalsOf(judged.standings),
    authentic: edited.settings.authentic ?? [],
    counts,
    since: null,
  };
}

function wordingOf(edited: Edited, judged: Judged): string {
  const snapshot = snapshotOf(edited, judged);
  return editionWording(snapshot, judged.standings, edited.settings.minState);
}

function snapshotOf({ open, settings }: Edited, { locale, target, standings: list }: Judged) {
  return takeSnapshot({
    bytes: sourceBytes({ open } as Edited),
    catalogue: open.catalogue,
    target,
    standings: list,
    locale,
    segmentation: settings.segmentation,
    frontMatter: settings.frontMatter,
    links: linksFor(settings, locale),
    authentic: settings.authentic ?? [],
  });
}

/** A publication that is opened again: the document as it was, and how its targets stood. */
export interface Reopened {
  readonly edited: Edited;
  readonly judged: Judged;
  readonly rows: readonly Row[];
}

/** Opens what a publication was made from, as it was then. Throws `published-invalid` where it does not fit together. */
export function reopen(edited: Omit<Edited, 'open'>, { record }: Published): Reopened {
  const { snapshot, locale, decision, minState, sourceLocale } = record;
  const { segmentation, frontMatter, links, authentic, catalogue } = snapshot;
  const settings = {
    ...edited.settings,
    ...{ sourceLocale, segmentation, frontMatter, minState, authentic, softBreaks: catalogue.softBreaks },
    links: Object.fromEntries(Object.entries(links).map(([from, to]) => [from, { [locale]: to }])),
  };
  const open = openSnapshot(settings, record);
  const then: Edited = { ...edited, settings, open };
  const isSource = locale === sourceLocale;
  const list = isSource ? [] : standings(open.catalogue, snapshot.target, open.judge);
  const progress = isSource ? null : progressOf(list, minState);
  const judged = { locale, target: snapshot.target, standings: list, progress, decision };
  return { edited: then, judged, rows: rowsFor(then, new Map(isSource ? [] : [[locale, list]]), minState) };
}

function openSnapshot(settings: Settings, { document, locale, snapshot }: PublicationRecord): Open {
  const bytes = new TextEncoder().encode(snapshot.text);
  const input = { document, bytes, settings };
  const opened = (catalogue: SourceCatalogue): Open => ({
    ...openDocument({ ...input, catalogue }),
    judge: snapshotJudge(catalogue, snapshot.stale),
  });
  try {
    return opened(snapshot.catalogue);
  } catch (error) {
    if (!(error instanceof HexaplaError)) throw error;
    // A later version may read a document otherwise: then the ids are carried over, as an extraction does.
    if (error.code === 'document-changed') {
      return opened(extractDocument({ ...input, previous: snapshot.catalogue }).catalogue);
    }
    throw new HexaplaError('published-invalid', { reason: 'snapshot', locale });
  }
}

/** Throws `published-invalid` where a publication's record tells other texts than those that were published. */
export function refuseOtherWording({ judged, edited }: Reopened, { record }: Published): void {
  const { snapshot, minState, release, locale } = record;
  if (edited.open.catalogue !== snapshot.catalogue) return;
  if (editionWording(snapshot, judged.standings, minState) === release.wording) return;
  throw new HexaplaError('published-invalid', { reason: 'snapshot', locale });
}

/** What is told of a published edition that stays in the place of one that is held back. */
export function previousFacts(now: Open, judged: Judged, { record }: Published): PublicationFacts {
  return {
    locale: judged.locale,
    shows: 'previous',
    decision: judged.decision,
    release: record.release,
    last: null,
    earlier: record.earlier,
    approvals: record.approvals,
    authentic: record.snapshot.authentic,
    counts: record.counts,
    since: changesSince(record.snapshot.catalogue, now.catalogue, now.judge),
  };
}

/** The document of a published edition that stays, with its day and how the source has moved on. */
export function previousFile(
  { edited }: Reopened,
  { bytes }: Published,
  facts: PublicationFacts,
): EditionFile {
  const { locale, since, release } = facts;
  const notice = previousNotice({ locale, date: release?.date ?? '', since }, edited);
  return { path: documentPath(edited, locale), bytes: noticedBytes(bytes, notice, edited) };
}

/** An edition's document and its i18next resource, which need nothing of the other locales. */
export function ownFiles(edited: Edited, judged: Judged, rows: readonly Row[]): EditionFile[] {
  const { locale } = judged;
  const { sourceLocale, authentic = [] } = edited.settings;
  const counts = countsOf(edited, judged, rows);
  const facts = { counts, pseudo: false, locale, sourceLocale, authentic };
  const bytes = locale === sourceLocale ? sourceBytes(edited) : targetBytes(edited, rows, facts);
  return [{ path: documentPath(edited, locale), bytes }, resourceFile(edited, locale, rows)];
}

/** What a publication is told besides the edition itself. */
export interface PublishInput {
  readonly edited: Edited;
  readonly locale: string;
  readonly target: TargetCatalogue | null;
  readonly rules: PublicationRules;
  /** The day, `YYYY-MM-DD`. */
  readonly date: string;
  readonly by: string;
  readonly note: string | null;
  readonly versions: Versions;
  readonly inputs: readonly FileDigest[];
  /** The record until now. */
  readonly before: PublicationRecord | null;
}

/** What came of a publication: the record is null where the edition is held back. */
export interface Publication {
  readonly judged: Judged;
  readonly record: PublicationRecord | null;
  /** The edition's document. */
  readonly bytes: Uint8Array;
  /** Whether just this was published before, so that the record until now stands. */
  readonly unchanged: boolean;
}

/** Makes the record of a publication from the catalogues as they are. Throws `shape`, naming a segment. */
export function publishEdition(input: PublishInput): Publication {
  const { edited, locale, before } = input;
  const kept = keptTargets(edited.open.catalogue, { [locale]: input.target }, edited.settings);
  const judged = judgeEdition(edited, locale, kept[locale] ?? null, input.rules);
  if (judged.decision.reason) return { judged, record: null, bytes: new Uint8Array(), unchanged: false };
  const minState = edited.settings.minState;
  const isSource = locale === edited.settings.sourceLocale;
  const rows = rowsFor(edited, new Map(isSource ? [] : [[locale, judged.standings]]), minState);
  const files = ownFiles(edited, judged, rows);
  const bytes = files[0]?.bytes ?? new Uint8Array();
  const snapshot = snapshotOf(edited, judged);
  const counts = countsOf(edited, judged, rows);
  const release: Release = {
    ...{ date: input.date, by: input.by, note: input.note },
    source: edited.open.digest,
    edition: digestOf(bytes),
    wording: editionWording(snapshot, judged.standings, minState),
    ...{ segments: counts.segments, machineShare: counts.machineShare },
  };
  const approvals = approvalsOf(judged.standings);
  const record: PublicationRecord = {
    ...{ document: edited.open.document, locale, sourceLocale: edited.settings.sourceLocale },
    ...{ release, decision: judged.decision, minState, counts, approvals },
    ...{ versions: input.versions, inputs: input.inputs },
    outputs: files.map((file) => ({ path: file.path, digest: digestOf(file.bytes) })),
    snapshot,
    earlier: before ? [...before.earlier, before.release] : [],
  };
  const unchanged = before !== null && samePublication(before, record);
  return { judged, record, bytes, unchanged };
}

/** Whether a publication says the same, approved by the same people; who published it and when does not count. */
function samePublication(before: PublicationRecord, now: PublicationRecord): boolean {
  const told = ({ release, decision, approvals, counts }: PublicationRecord): string =>
    JSON.stringify([release.wording, release.edition, decision, approvals, counts]);
  return told(before) === told(now);
}
