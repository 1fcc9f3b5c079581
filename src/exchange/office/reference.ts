import type { Transfer } from '../../model/transfer.ts';
import { type Reference, TAG } from './returned.ts';

/** What a Word table says of its handoff, in one line that people and programs can read. */
export function writeReference({ document, sourceLocale, targetLocale, handoff }: Transfer): string {
  const digest = handoff === '' ? '' : ` · ${handoff}`;
  return `Hexapla · ${document} · ${sourceLocale} → ${targetLocale}${digest}`;
}

/** Reads that line; null for any other text. */
export function parseReference(text: string): Reference | null {
  const line = text.trim();
  if (!/^hexapla · /i.test(line) || line.length > 4096) return null;
  const parts = line.split(' · ').slice(1);
  const last = parts.at(-1) ?? '';
  const handoff = /^[0-9a-f]{16}$/i.test(last) ? last.toLowerCase() : null;
  if (handoff !== null) parts.pop();
  const [source = '', target = '', ...more] = (parts.pop() ?? '').split(' → ');
  if (parts.length === 0 || more.length > 0 || !TAG.test(source) || !TAG.test(target)) return null;
  return { document: parts.join(' · '), handoff, sourceLocale: source, targetLocale: target };
}
