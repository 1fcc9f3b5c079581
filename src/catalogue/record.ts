import type {
  Approval,
  Decision,
  FileDigest,
  PublicationRecord,
  Release,
  ThresholdReached,
} from '../model/publication.ts';
import { STORED_VERSION, targetLines, unitLines } from './json.ts';
import { liveSegments } from './update.ts';

/**
 * The stored form of a publication's record: a fact a line, a line of the source document a line, an entry two lines,
 * keys in a fixed order. The same record gives the same text.
 */
export function formatPublication(record: PublicationRecord): string {
  const { release, snapshot, counts, versions } = record;
  const { catalogue, target, stale } = snapshot;
  const { date, by, note, source, edition, wording } = release;
  const { policy, reason, alarms, thresholds } = record.decision;
  const order = liveSegments(catalogue).map(({ id }) => id);
  const lines = [
    `"hexapla": ${STORED_VERSION}`,
    ...facts({ document: record.document, locale: record.locale, sourceLocale: record.sourceLocale }),
    ...facts({ date, by, note, edition, digest: source, wording }),
    ...facts({ minState: record.minState, decision: { policy, reason, alarms } }),
    `"thresholds": [${list(thresholds.map(thresholdForm))}]`,
    ...facts({ counts, versions }),
    `"inputs": {${table(record.inputs)}}`,
    `"outputs": {${table(record.outputs)}}`,
    `"approvals": [${list(record.approvals.map(approvalForm))}]`,
    `"earlier": [${list(record.earlier.map(releaseForm))}]`,
    ...facts({ softBreaks: catalogue.softBreaks, profile: catalogue.profile }),
    ...facts({ segmentation: snapshot.segmentation, frontMatter: snapshot.frontMatter }),
    ...facts({ links: snapshot.links, authentic: snapshot.authentic, stale }),
    `"source": [${list(sourceLines(snapshot.text))}]`,
    `"units": [${unitLines(catalogue.units)}]`,
    `"targets": {${targetLines(target.targets, order)}}`,
    ...facts({ orders: Object.fromEntries(Object.entries(target.orders ?? {}).map(orderForm)) }),
  ];
  return `{\n  ${lines.join(',\n  ')}\n}\n`;
}

/** The lines of a document, each with its line break; joined they are the document again. */
function sourceLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function facts(values: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(values).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`);
}

function list(values: readonly unknown[]): string {
  const body = values.map((value) => `\n    ${JSON.stringify(value)}`).join(',');
  return body === '' ? '' : `${body}\n  `;
}

function table(files: readonly FileDigest[]): string {
  const body = files.map(({ path, digest }) => `\n    ${JSON.stringify(path)}:\n      "${digest}"`).join(',');
  return body === '' ? '' : `${body}\n  `;
}

// The forms below fix the order of keys.

function thresholdForm({ state, least, share, met }: ThresholdReached): Decision['thresholds'][number] {
  return { state, least, share, met };
}

function approvalForm({ by, on, state, segments, digest }: Approval): Approval {
  return { by, on, state, segments, digest };
}

function releaseForm(release: Release): Release {
  const { date, by, note, source, edition, wording, segments, machineShare } = release;
  return { date, by, note, source, edition, wording, segments, machineShare };
}

function orderForm([unit, { ids }]: [string, { readonly ids: readonly string[] }]): [
  string,
  readonly string[],
] {
  return [unit, ids];
}
