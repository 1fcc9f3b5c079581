import { createHash } from 'node:crypto';
import type { HandoffRecord, HandoffSegment, Wording } from '../model/catalogue.ts';
import { formatContent } from '../model/content.ts';
import type { Transfer, TransferFormat, TransferSegment } from '../model/transfer.ts';

/**
 * What is sent in a handoff, to compare its return with. Its `digest`, the first 16 hexadecimal digits of SHA-256
 * over the rest as JSON with sorted keys, is the transfer's `handoff`: `{ ...transfer, handoff: record.digest }`.
 */
export function makeRecord(
  transfer: Transfer,
  format: TransferFormat,
  hash: (wording: Wording) => string,
): HandoffRecord {
  const segments: Record<string, HandoffSegment> = {};
  const orders: Record<string, readonly string[]> = {};
  for (const unit of transfer.units) {
    if (unit.order !== undefined) orders[unit.id] = unit.order;
    for (const segment of unit.segments) segments[segment.id] = sent(segment, hash);
  }
  const content: Omit<HandoffRecord, 'digest'> = {
    document: transfer.document,
    locale: transfer.targetLocale,
    sourceLocale: transfer.sourceLocale,
    format,
    segments,
    ...(Object.keys(orders).length > 0 && { orders }),
  };
  const digest = createHash('sha256')
    .update(JSON.stringify(sorted(content)))
    .digest('hex')
    .slice(0, 16);
  return { ...content, digest };
}

function sent(segment: TransferSegment, hash: (wording: Wording) => string): HandoffSegment {
  const source = formatContent(segment.source);
  const base = { source, hash: hash({ text: source, codes: segment.codes }) };
  if (segment.target === null) return base;
  return { ...base, target: formatContent(segment.target), state: segment.state };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
