import { STATES, type State } from '../model/catalogue.ts';
import { canonicalLocale } from '../model/locale.ts';
import {
  type Approval,
  type Decision,
  type EditionCounts,
  type FileDigest,
  type HoldReason,
  POLICIES,
  type Policy,
  type PublicationRecord,
  type Release,
  type Snapshot,
  type ThresholdReached,
  type Versions,
} from '../model/publication.ts';
import type { StaleReason } from '../model/row.ts';
import { STORED_VERSION } from './json.ts';
import { sourceFrom, targetFrom } from './parse.ts';
import { invalid, isObject, readStored, type Stored, tableAt, textAt } from './shape.ts';

const REASONS: readonly HoldReason[] = ['missing', 'stale', 'below-state', 'alarm', 'threshold'];
const STALE: readonly StaleReason[] = ['wording', 'meaning', 'unknown-base'];
const DIGEST = /^[0-9a-f]{64}$/;

/**
 * Reads the record of a publication, which is committed and so may have been changed by anybody: everything in it is
 * checked. Errors: `catalogue-invalid` (with line), `catalogue-newer`.
 */
export function parsePublication(text: string, file: string): PublicationRecord {
  const stored = readStored(text, file, STORED_VERSION);
  const { value } = stored;
  const locale = localeAt(stored, 'locale');
  const sourceLocale = localeAt(stored, 'sourceLocale');
  const counts = countsOf(stored);
  return {
    document: textAt(stored, 'document'),
    locale,
    sourceLocale,
    release: releaseOf(stored, 'date', {
      ...value,
      source: value['digest'],
      segments: counts.segments,
      machineShare: counts.machineShare,
    }),
    decision: decisionOf(stored),
    minState: stateAt(stored, 'minState', value['minState']),
    counts,
    approvals: listAt(stored, 'approvals').map((one) => approvalOf(stored, one)),
    versions: versionsOf(stored),
    inputs: filesAt(stored, 'inputs'),
    outputs: filesAt(stored, 'outputs'),
    snapshot: snapshotOf(stored, locale, sourceLocale),
    earlier: listAt(stored, 'earlier').map((one) => releaseOf(stored, 'earlier', one)),
  };
}

/** Whether a text is a day of the calendar as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function snapshotOf(stored: Stored, locale: string, sourceLocale: string): Snapshot {
  const { value } = stored;
  const { segmentation } = value;
  if (segmentation !== 'sentence' && segmentation !== 'block') throw invalid(stored, 'segmentation');
  const links = tableAt(stored, 'links').map(([from, to]): [string, string] => {
    if (typeof to !== 'string') throw invalid(stored, 'links');
    return [from, to];
  });
  const stale = tableAt(stored, 'stale').map(([id, reason]): [string, StaleReason] => {
    if (!STALE.includes(reason as StaleReason)) throw invalid(stored, 'stale');
    return [id, reason as StaleReason];
  });
  const orders = Object.fromEntries(tableAt(stored, 'orders').map(([unit, ids]) => [unit, { ids }]));
  const within = (more: Readonly<Record<string, unknown>>): Stored => ({
    ...stored,
    value: { ...value, ...more },
  });
  return {
    text: textsAt(stored, 'source').join(''),
    catalogue: sourceFrom(within({ locale: sourceLocale, retired: {} })),
    target: targetFrom(within({ locale, orders, suggestions: {}, remarks: undefined })),
    stale: Object.fromEntries(stale),
    segmentation,
    frontMatter: textsAt(stored, 'frontMatter'),
    links: Object.fromEntries(links),
    authentic: textsAt(stored, 'authentic'),
  };
}

function releaseOf(stored: Stored, name: string, value: unknown): Release {
  if (!isObject(value)) throw invalid(stored, name);
  const { date, by, note, source, edition, wording, segments, machineShare } = value;
  const fine =
    typeof date === 'string' &&
    isDay(date) &&
    typeof by === 'string' &&
    (note === null || typeof note === 'string') &&
    isCount(segments) &&
    isShare(machineShare);
  if (!fine) throw invalid(stored, name);
  return {
    ...{ date, by, note },
    source: digestAt(stored, name, source),
    edition: digestAt(stored, name, edition),
    wording: digestAt(stored, name, wording),
    ...{ segments, machineShare },
  };
}

function decisionOf(stored: Stored): Decision {
  const { decision } = stored.value;
  if (!isObject(decision)) throw invalid(stored, 'decision');
  const { policy, reason, alarms } = decision;
  const fine = POLICIES.includes(policy as Policy) && isCount(alarms);
  if (!fine || !(reason === null || REASONS.includes(reason as HoldReason)))
    throw invalid(stored, 'decision');
  return {
    policy: policy as Policy,
    reason: reason as HoldReason | null,
    alarms,
    thresholds: listAt(stored, 'thresholds').map((one) => thresholdOf(stored, one)),
  };
}

function thresholdOf(stored: Stored, value: unknown): ThresholdReached {
  if (!isObject(value)) throw invalid(stored, 'thresholds');
  const { state, least, share, met } = value;
  if (!isShare(least) || !isShare(share) || typeof met !== 'boolean') throw invalid(stored, 'thresholds');
  return { state: stateAt(stored, 'thresholds', state), least, share, met };
}

function countsOf(stored: Stored): EditionCounts {
  const { counts } = stored.value;
  if (!isObject(counts) || !isObject(counts['states']) || !isObject(counts['origins'])) {
    throw invalid(stored, 'counts');
  }
  const { segments, missing, stale, alarms, drafts, fallback, states, origins, machineShare } = counts;
  const numbers = { segments, missing, stale, alarms, drafts, fallback };
  const tables = [numbers, states, origins] as Readonly<Record<string, unknown>>[];
  const known = Object.keys(states as object).join() === STATES.join();
  if (!known || !isShare(machineShare) || !tables.every((one) => Object.values(one).every(isCount))) {
    throw invalid(stored, 'counts');
  }
  return { ...numbers, states, origins, machineShare } as EditionCounts;
}

function approvalOf(stored: Stored, value: unknown): Approval {
  if (!isObject(value)) throw invalid(stored, 'approvals');
  const { by, on, state, segments, digest } = value;
  const dated = on === null || (typeof on === 'string' && isDay(on));
  if (typeof by !== 'string' || !dated || !isTexts(segments) || typeof digest !== 'string') {
    throw invalid(stored, 'approvals');
  }
  return { by, on, state: stateAt(stored, 'approvals', state), segments, digest };
}

function versionsOf(stored: Stored): Versions {
  const { versions } = stored.value;
  if (!isObject(versions)) throw invalid(stored, 'versions');
  const { hexapla, icu, cldr, unicode } = versions;
  const all = [hexapla, icu, cldr, unicode];
  if (!all.every((one) => typeof one === 'string')) throw invalid(stored, 'versions');
  return { hexapla, icu, cldr, unicode } as Versions;
}

function filesAt(stored: Stored, key: string): FileDigest[] {
  return tableAt(stored, key).map(([path, digest]) => ({ path, digest: digestAt(stored, path, digest) }));
}

function listAt(stored: Stored, key: string): readonly unknown[] {
  const value = stored.value[key];
  if (!Array.isArray(value)) throw invalid(stored, key);
  return value;
}

function textsAt(stored: Stored, key: string): readonly string[] {
  const value = stored.value[key];
  if (!isTexts(value)) throw invalid(stored, key);
  return value;
}

function localeAt(stored: Stored, key: string): string {
  const tag = textAt(stored, key);
  if (canonicalLocale(tag) !== tag) throw invalid(stored, key);
  return tag;
}

function stateAt(stored: Stored, key: string, value: unknown): State {
  if (!STATES.includes(value as State)) throw invalid(stored, key);
  return value as State;
}

function digestAt(stored: Stored, name: string, value: unknown): string {
  if (typeof value !== 'string' || !DIGEST.test(value)) throw invalid(stored, name);
  return value;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= 1;
}
