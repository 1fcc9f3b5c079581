import { escapeAttribute } from '../xml/escape.ts';
import { attributePlaces } from '../xml/tag.ts';
import type { Frame, WholeUnit } from './salvage-frames.ts';

/** A place in a text. */
export interface Line {
  readonly line: number;
  readonly column: number;
}

/** Where each line of a text begins. */
export function linesOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The line in which an offset lies. */
export function lineAt(starts: readonly number[], offset: number): Line {
  const index = lastAtMost(starts, offset);
  return { line: index + 1, column: offset - (starts[index] ?? 0) + 1 };
}

/** A group's start tag up to this length is written again wherever its units go on; of a longer one the id alone. */
const TAG_LIMIT = 4096;

/**
 * A file made of what is whole of another: start tags and units as they were written, one after the other, each on a
 * line of its own, by which what is read is found again in the other file.
 */
export class Restored {
  private readonly original: string;
  private readonly lines: readonly number[];
  private readonly parts: string[] = [];
  /** For each part the line on which it begins here, and where it begins in the original. */
  private readonly begins: number[] = [];
  private readonly offsets: number[] = [];
  private line = 1;

  constructor(original: string, lines: readonly number[]) {
    this.original = original;
    this.lines = lines;
    const version = /^\uFEFF?(<\?xml[^>]*?\?>)/.exec(original.slice(0, 400))?.[1];
    if (version?.includes('1.1')) this.add('<?xml version="1.1"?>', 0);
  }

  /** Adds a root with its files and their units. */
  addRoot(root: Frame, files: readonly Frame[], units: ReadonlyMap<Frame, readonly WholeUnit[]>): void {
    this.add(this.tagOf(root), root.start);
    for (const file of files) {
      this.add(this.tagOf(file), file.start);
      if (root.old) this.add(`<${root.prefix}body>`, file.start);
      this.addUnits(units.get(file) ?? [], root);
      if (root.old) this.add(`</${root.prefix}body>`, file.start);
      this.add(`</${file.name}>`, file.start);
    }
    this.add(`</${root.name}>`, root.start);
  }

  text(): string {
    return this.parts.join('');
  }

  /** Where in the original something stands that stands here at a place. */
  placeOf({ line, column }: Line): Line {
    const index = lastAtMost(this.begins, line);
    const first = this.begins[index] ?? 1;
    const start = lineAt(this.lines, this.offsets[index] ?? 0);
    return {
      line: start.line + line - first,
      column: line === first ? start.column + column - 1 : column,
    };
  }

  private addUnits(units: readonly WholeUnit[], root: Frame): void {
    let open: Frame | null = null;
    for (const { start, end, context } of units) {
      const group = root.old ? context.group : null;
      if (group !== open) {
        if (open !== null) this.add(`</${open.name}>`, start);
        if (group !== null) this.add(this.groupTag(group), group.start);
        open = group;
      }
      this.add(this.original.slice(start, end), start);
    }
    if (open !== null) this.add(`</${open.name}>`, open.start);
  }

  private tagOf({ start, tagEnd }: Frame): string {
    return this.original.slice(start, tagEnd).replace(/\s*\/>$/, '>');
  }

  private groupTag(group: Frame): string {
    const raw = this.tagOf(group);
    if (raw.length <= TAG_LIMIT) return raw;
    const id = (attributeIn(raw, 'id') ?? '').slice(0, TAG_LIMIT);
    return `<${group.name} id="${escapeAttribute(id)}">`;
  }

  private add(part: string, offset: number): void {
    this.parts.push(part, '\n');
    this.begins.push(this.line);
    this.offsets.push(offset);
    this.line += 1;
    for (let at = part.indexOf('\n'); at !== -1; at = part.indexOf('\n', at + 1)) this.line += 1;
  }
}

function attributeIn(raw: string, name: string): string | undefined {
  const place = attributePlaces(raw).find((one) => one.name === name);
  return place === undefined ? undefined : raw.slice(place.valueStart, place.valueEnd);
}

function lastAtMost(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle;
    else high = middle;
  }
  return low;
}
