import type { SourceCatalogue, SourceEntry } from '../model/catalogue.ts';
import type { Code, CodePart, Content } from '../model/content.ts';
import type { SplitCode, SplitSegment, SplitUnit } from '../model/split.ts';
import { contentOf } from './hash.ts';

/**
 * Whether a catalogue is what an extraction of this split would store: the same units and segments in the same order,
 * each with the same text and codes, whatever the numbers of the codes. `raw` is the text of a block, as the update of a
 * catalogue takes it. Linear.
 */
export function isCurrent(
  catalogue: SourceCatalogue,
  split: readonly SplitUnit[],
  raw: (block: number) => string,
): boolean {
  const { units } = catalogue;
  if (units.length !== split.length) return false;
  const unitOfBlock = new Map(split.map(({ block }, u) => [block, units[u]?.id ?? '']));
  const partOf = (block: number): CodePart => {
    const unit = unitOfBlock.get(block);
    return unit === undefined ? raw(block) : { unit };
  };
  return split.every(({ kind, segments }, u) => {
    const unit = units[u];
    const entries = Object.values(unit?.segments ?? {});
    if (unit?.kind !== kind || entries.length !== segments.length) return false;
    return segments.every((segment, s) => sameEntry(entries[s], segment, partOf));
  });
}

type PartOf = (block: number) => CodePart;

function sameEntry(entry: SourceEntry | undefined, segment: SplitSegment, partOf: PartOf): boolean {
  if (!entry) return false;
  const [only] = segment.content;
  if (segment.content.length === 1 && only?.kind === 'text' && !/[<&]/.test(entry.text)) {
    return entry.text === only.text;
  }
  return sameContent(contentOf(entry.text), segment.content, entry, segment, partOf);
}

function sameContent(
  stored: Content,
  now: Content,
  entry: SourceEntry,
  segment: SplitSegment,
  partOf: PartOf,
): boolean {
  if (stored.length !== now.length) return false;
  return stored.every((node, i) => {
    const other = now[i];
    if (node.kind === 'text') return other?.kind === 'text' && other.text === node.text;
    if (other?.kind !== 'code' || (node.children === null) !== (other.children === null)) return false;
    if (!sameCode(entry.codes[node.id], segment.codes[other.id], partOf)) return false;
    return sameContent(node.children ?? [], other.children ?? [], entry, segment, partOf);
  });
}

/** A part of a code is text, or a unit of its own: before it has an id, that is the index of its block. */
function sameCode(stored: Code | undefined, now: SplitCode | undefined, partOf: PartOf): boolean {
  if (!stored || !now) return false;
  if (stored.type !== now.type || stored.href !== now.href || stored.text !== now.text) return false;
  const parts = now.parts.map((part) => (typeof part === 'string' ? part : partOf(part)));
  return JSON.stringify(stored.parts) === JSON.stringify(parts);
}
