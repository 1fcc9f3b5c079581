import type { Inline } from '../../model/content.ts';
import type { ReturnedGap } from '../../model/transfer.ts';
import type { Attributes } from '../xml/feed.ts';
import type { Here } from '../xml/read.ts';
import { ContentBuilder } from './content.ts';
import type { Emit, FileReader } from './file.ts';
import { closeInline2, openInline2 } from './inline2.ts';
import { isOwnNote2, withComment } from './notes.ts';
import { type Draft, endContent, endDraft, startDraft } from './segment.ts';
import { stateFrom2 } from './states.ts';

const NOWHERE = { line: 0, column: 0 };

/** A segment of the unit that is being read: its place among segments and ignorables, and the one its target is given. */
interface Placed {
  readonly draft: Draft;
  readonly place: number;
  target: number | null;
}

/** What has been read of the ignorables that stand before the next segment. */
interface OpenGap {
  readonly source: Inline[];
  readonly target: Inline[];
  /** Whether one of them has a target. */
  said: boolean;
}

/** A translator's note on a unit, and the segment that it names. */
interface Remark {
  readonly ref: string | null;
  text: string;
}

/** Follows one `file` of XLIFF 2: its units and their segments; modules and other namespaces are left out. */
export class FileReader2 implements FileReader {
  targetLanguage: string | null = null;
  private readonly here: Here;
  private readonly emit: Emit;
  private readonly content = new ContentBuilder();
  private unit: string | null = null;
  private draft: Draft | null = null;
  private ignorable = false;
  private side: 'source' | 'target' | null = null;
  private placed: Placed[] = [];
  private places = 0;
  private gap: OpenGap | null = null;
  private copies = new Map<string, string>();
  private remarks: Remark[] = [];
  /** The note that is being read. */
  private remark: Remark | null = null;

  constructor(here: Here, emit: Emit) {
    this.here = here;
    this.emit = emit;
  }

  open(name: string, attributes: Attributes): boolean {
    if (this.draft !== null) return this.openInSegment(this.draft, name, attributes);
    switch (name) {
      case 'group':
        return true;
      case 'unit':
        this.unit = attributes['id'] ?? null;
        return true;
      case 'notes':
        return this.unit !== null;
      case 'note':
        if (this.unit === null || this.remark !== null || isOwnNote2(attributes)) return false;
        this.remark = { ref: /[^#/=]*$/.exec(attributes['ref'] ?? '')?.[0] || null, text: '' };
        return true;
      case 'segment':
        this.openSegment(attributes);
        return true;
      case 'ignorable':
        this.ignorable = true;
        this.places += 1;
        this.draft = startDraft('', this.unit, NOWHERE);
        return true;
      default:
        return false;
    }
  }

  private openInSegment(draft: Draft, name: string, attributes: Attributes): boolean {
    if (this.side !== null) {
      if (name === 'mrk' && this.side === 'target' && attributes['type'] === 'comment') {
        withComment(draft, attributes['value'] ?? '');
      }
      return openInline2(this.content, name, attributes, { segment: draft.id, copies: this.copies });
    }
    if (name !== 'source' && name !== 'target') return false;
    this.side = name;
    if (name === 'target') {
      this.targetLanguage ??= attributes['xml:lang'] ?? null;
      this.orderTarget(attributes['order']);
    }
    return true;
  }

  private openSegment(attributes: Attributes): void {
    // Without an id of its own the segment is still named in reports, by its unit.
    const draft = startDraft(attributes['id'] ?? this.unit ?? '', this.unit, this.here());
    draft.state = stateFrom2(attributes['state']);
    const before = this.takeGap();
    if (before !== null) draft.before = before;
    this.places += 1;
    this.placed.push({ draft, place: this.places, target: null });
    this.draft = draft;
  }

  // https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#order
  private orderTarget(order: string | undefined): void {
    const last = this.placed.at(-1);
    if (order === undefined || this.ignorable || last === undefined) return;
    if (/^[1-9][0-9]{0,8}$/.test(order)) last.target = Number(order);
  }

  get listening(): boolean {
    return this.side !== null || this.remark !== null;
  }

  text(text: string): void {
    if (this.remark === null) this.content.text(text);
    else this.remark.text += text;
  }

  close(name: string): void {
    if (this.draft !== null && this.side !== null) {
      if (name !== this.side) {
        closeInline2(this.content, name);
        return;
      }
      endContent(this.draft, this.side, this.content);
      this.side = null;
    } else if (this.draft !== null && (name === 'segment' || name === 'ignorable')) {
      endDraft(this.draft);
      if (this.ignorable) this.addGap(this.draft);
      else if (this.unit === null) this.closeUnit();
      this.draft = null;
      this.ignorable = false;
    } else if (name === 'note' && this.remark !== null) {
      this.remarks.push(this.remark);
      this.remark = null;
    } else if (name === 'unit') {
      this.closeUnit();
    }
  }

  private addGap({ source, target }: ReturnedGap): void {
    this.gap ??= { source: [], target: [], said: false };
    for (const node of source) this.gap.source.push(node);
    for (const node of target ?? source) this.gap.target.push(node);
    this.gap.said ||= target !== null;
  }

  private takeGap(): ReturnedGap | null {
    const { gap } = this;
    this.gap = null;
    return gap && { source: gap.source, target: gap.said ? gap.target : null };
  }

  private closeUnit(): void {
    const last = this.placed.at(-1);
    const after = this.takeGap();
    if (last !== undefined && after !== null) last.draft.after = after;
    if (this.placed.some(({ target }) => target !== null)) {
      for (const { draft, place, target } of this.placed) draft.order = target ?? place;
    }
    this.tellRemarks();
    for (const { draft } of this.placed) this.emit(draft);
    this.unit = null;
    this.placed = [];
    this.places = 0;
    if (this.copies.size > 0) this.copies = new Map();
  }

  /** A note that names no segment of its unit is on the first one. */
  private tellRemarks(): void {
    if (this.remarks.length === 0) return;
    const drafts = new Map(this.placed.map(({ draft }) => [draft.id, draft]));
    for (const { ref, text } of this.remarks) {
      const draft = drafts.get(ref ?? '') ?? this.placed[0]?.draft;
      if (draft !== undefined) withComment(draft, text);
    }
    this.remarks = [];
  }
}
