import type { HandoffRecord, SourceCatalogue, SourceEntry } from '../model/catalogue.ts';
import { type Content, formatContent, parseContent } from '../model/content.ts';
import { own } from '../model/table.ts';
import type { ReturnedSegment } from '../model/transfer.ts';
import { comparableSource } from './wording.ts';

/**
 * Gives the codes of a return the numbers that they were sent with, where a tool has numbered them in its own way: the
 * source that came back is one of the segment's wordings, code for code in the same order, and only their numbers
 * differ. Then those of the target are known too; one that the source does not have keeps its number, so that it is
 * seen to be none of the segment's. All other segments stay the very same objects. Linear.
 */
export function renumberCodes(
  segments: readonly ReturnedSegment[],
  source: SourceCatalogue,
  record: HandoffRecord | null,
): readonly ReturnedSegment[] {
  const entries = new Map<string, SourceEntry>(Object.entries(source.retired));
  for (const unit of source.units)
    for (const [id, entry] of Object.entries(unit.segments)) entries.set(id, entry);
  return segments.map((segment) => {
    const entry = entries.get(segment.id);
    if (entry === undefined || segment.problem !== null || !segment.source.some(isCode)) return segment;
    const sent = record === null ? undefined : own(record.segments, segment.id)?.source;
    const wordings = [
      ...(sent === undefined ? [] : [sent]),
      entry.text,
      ...(entry.was ?? []).map(({ text }) => text),
    ];
    return renumbered(segment, wordings);
  });
}

function isCode({ kind }: Content[number]): boolean {
  return kind === 'code';
}

function renumbered(segment: ReturnedSegment, wordings: readonly string[]): ReturnedSegment {
  const text = comparableSource(formatContent(segment.source));
  if (wordings.some((wording) => comparableSource(wording) === text)) return segment;
  const theirs = idsOf(segment.source);
  if (new Set(theirs).size !== theirs.length) return segment;
  const plain = inOrder(segment.source, theirs);
  for (const wording of wordings) {
    const content = parseContent(wording);
    const ours = content === null ? [] : idsOf(content);
    if (content === null || ours.length !== theirs.length || inOrder(content, ours) !== plain) continue;
    const names = new Map(theirs.map((id, index) => [id, ours[index] ?? id]));
    // A number that now means another code must not be taken for the one that it means to us.
    const rename = (id: string): string => names.get(id) ?? (ours.includes(id) ? `?${id}` : id);
    const { source, target } = segment;
    return { ...segment, source: withIds(source, rename), target: target && withIds(target, rename) };
  }
  return segment;
}

function idsOf(content: Content): string[] {
  return content.flatMap((node) => (node.kind === 'text' ? [] : [node.id, ...idsOf(node.children ?? [])]));
}

/** A content to be compared, its codes numbered as they come. */
function inOrder(content: Content, ids: readonly string[]): string {
  const places = new Map(ids.map((id, index) => [id, String(index + 1)]));
  return comparableSource(formatContent(withIds(content, (id) => places.get(id) ?? id)));
}

function withIds(content: Content, rename: (id: string) => string): Content {
  return content.map((node) => {
    if (node.kind === 'text') return node;
    return { kind: 'code', id: rename(node.id), children: node.children && withIds(node.children, rename) };
  });
}
