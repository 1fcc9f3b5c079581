import type { State } from '../../model/catalogue.ts';
import type { XliffFormat } from '../../model/transfer.ts';
import { escapeAttribute } from '../xml/escape.ts';
import type { Attributes } from '../xml/feed.ts';
import { dropAttribute, type Splice, setAttribute } from '../xml/tag.ts';
import { FINDING_CATEGORY } from './notes.ts';
import { stateFrom2 } from './states.ts';
import {
  dropElement,
  element,
  indentBefore,
  inOrder,
  prefixOf,
  runBefore,
  type Span,
  shifted,
} from './update-text.ts';
import type { Updater, UpdateText } from './updater.ts';

interface Segment extends Span {
  readonly id: string;
  readonly attributes: Attributes;
  hasTarget: boolean;
}

interface Note extends Span {
  readonly id: string | null;
  /** The segment that a finding of an earlier update is about; null for any other note. */
  readonly of: string | null;
}

interface Unit extends Span {
  readonly id: string;
  readonly segments: Segment[];
  notes: Span | null;
  readonly all: Note[];
  /** Where the first element stands that must come after the notes. */
  anchor: number | null;
}

/** Updates the units of XLIFF 2. */
export class Updater2 implements Updater {
  private readonly text: UpdateText;
  private readonly refers: boolean;
  private unit: Unit | null = null;
  private segment: Segment | null = null;
  private notesStart: number | null = null;
  private note: Note | null = null;
  private splices: readonly Splice[] = [];

  constructor(text: UpdateText, format: XliffFormat) {
    this.text = text;
    this.refers = format === 'xliff-2.2';
  }

  get from(): number | null {
    return this.unit?.start ?? null;
  }

  takeSplices(): readonly Splice[] {
    const { splices } = this;
    this.splices = [];
    return splices;
  }

  open(name: string, attributes: Attributes): boolean {
    const { tagStart: start, tagEnd: end } = this.text.feed;
    const { unit } = this;
    if (unit === null) {
      const id = attributes['id'] ?? '';
      if (name === 'unit') {
        this.unit = { start, end, id, segments: [], notes: null, all: [], anchor: null };
      }
      return name === 'unit' || name === 'group';
    }
    if (this.notesStart !== null) {
      if (name !== 'note' || this.note !== null) return false;
      this.note = { start, end, id: attributes['id'] ?? null, of: segmentOfFinding(attributes) };
      return true;
    }
    if (this.segment !== null) {
      if (name === 'target') this.segment.hasTarget = true;
      return false;
    }
    return this.openInUnit(unit, name, attributes);
  }

  private openInUnit(unit: Unit, name: string, attributes: Attributes): boolean {
    const { tagStart: start, tagEnd: end } = this.text.feed;
    if (name === 'notes' && unit.notes === null) {
      this.notesStart = start;
      return true;
    }
    if (name === 'originalData' || name === 'segment' || name === 'ignorable') unit.anchor ??= start;
    if (name !== 'segment') return false;
    this.segment = { start, end, id: attributes['id'] ?? unit.id, attributes, hasTarget: false };
    return true;
  }

  close(name: string): void {
    const { unit, note, segment } = this;
    if (unit === null) return;
    const end = this.text.feed.tagEnd;
    if (note !== null) {
      unit.all.push({ ...note, end });
      this.note = null;
    } else if (this.notesStart !== null) {
      unit.notes = { start: this.notesStart, end };
      this.notesStart = null;
    } else if (segment !== null) {
      unit.segments.push(segment);
      this.segment = null;
    } else if (name === 'unit') {
      this.splices = inOrder([...this.stateSplices(unit), ...this.noteSplices(unit)]);
      this.unit = null;
    }
  }

  private stateSplices({ segments }: Unit): Splice[] {
    return segments.flatMap(({ start, end, id, attributes, hasTarget }) => {
      const state = this.text.changeOf(id)?.state;
      const before = stateFrom2(attributes['state']) ?? 'initial';
      if (state === undefined || state === before || !hasTarget) return [];
      return shifted(changedState(this.text.slice(start, end), state), start);
    });
  }

  private noteSplices(unit: Unit): Splice[] {
    const told = new Map<string, readonly string[]>();
    for (const { id } of unit.segments) {
      const findings = this.text.changeOf(id)?.findings;
      if (findings !== undefined) told.set(id, findings);
    }
    if (told.size === 0) return [];
    const isGone = ({ of }: Note): boolean => of !== null && told.has(of);
    const gone = unit.all.filter(isGone);
    const kept = unit.all.filter((note) => !isGone(note));
    const taken = new Set(kept.map(({ id }) => id));
    const prefix = prefixOf(this.text.slice(unit.start, unit.end));
    const notes = [...told].flatMap(([id, findings]) => this.notesOf(id, findings, { prefix, taken }));
    return this.placed(unit, { prefix, notes, gone, last: kept.at(-1) });
  }

  private notesOf(
    segment: string,
    findings: readonly string[],
    { prefix, taken }: { prefix: string; taken: ReadonlySet<string | null> },
  ): string[] {
    let number = 0;
    return findings.map((text) => {
      do number += 1;
      while (taken.has(`${segment}-f${number}`));
      return element(`${prefix}note`, this.attributesOf(segment, `${segment}-f${number}`), text);
    });
  }

  private attributesOf(segment: string, id: string): string {
    const ref = this.refers ? ` ref="#${escapeAttribute(segment)}"` : '';
    return ` id="${escapeAttribute(id)}"${ref} appliesTo="target" category="${FINDING_CATEGORY}"`;
  }

  private placed(
    unit: Unit,
    made: { prefix: string; notes: readonly string[]; gone: readonly Note[]; last: Note | undefined },
  ): Splice[] {
    const { slice } = this.text;
    const { prefix, notes, gone, last } = made;
    if (last !== undefined) {
      const indent = indentBefore(slice, last.start, unit.start);
      const insert = notes.map((note) => indent + note).join('');
      const added = insert === '' ? [] : [{ at: last.end, remove: 0, insert }];
      return [...added, ...gone.map((note) => dropElement(slice, note, unit.start))];
    }
    const dropped =
      unit.notes === null || gone.length === 0 ? [] : [dropElement(slice, unit.notes, unit.start)];
    if (notes.length === 0) return dropped;
    // Notes come before the original data: https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#unit
    const anchor = unit.notes?.start ?? unit.anchor ?? unit.end;
    const indent = indentBefore(slice, anchor, unit.start);
    const inner = indent === '' ? '' : `${indent}${indent.includes('\t') ? '\t' : '  '}`;
    const all = notes.map((note) => inner + note).join('');
    const insert = `${indent}<${prefix}notes>${all}${indent}</${prefix}notes>`;
    return [{ at: runBefore(slice, anchor, unit.start), remove: 0, insert }, ...dropped];
  }
}

// A state's `subState` goes with it: https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#substate
function changedState(tag: string, state: State): Splice[] {
  return [...setAttribute(tag, 'state', state), ...dropAttribute(tag, 'subState')];
}

function segmentOfFinding({ id, category }: Attributes): string | null {
  if (category !== FINDING_CATEGORY || id === undefined) return null;
  return /^(.+)-f[0-9]+$/.exec(id)?.[1] ?? null;
}
