import type { ReturnedSegment } from '../../model/transfer.ts';
import { ContentBuilder } from './content.ts';
import type { FileReader } from './file.ts';
import { HANDOFF_ID } from './format.ts';
import { closeInline2, openInline2 } from './inline2.ts';
import { type Draft, endContent, endDraft, startDraft } from './segment.ts';
import { stateFrom2 } from './states.ts';
import type { Attributes, Here } from './xml.ts';

/** Follows one `file` of XLIFF 2: its units and their segments; modules and other namespaces are left out. */
export class FileReader2 implements FileReader {
  readonly segments: ReturnedSegment[] = [];
  private readonly here: Here;
  private readonly content = new ContentBuilder();
  private unit: string | null = null;
  private draft: Draft | null = null;
  private side: 'source' | 'target' | null = null;

  constructor(here: Here) {
    this.here = here;
  }

  handoffOf(attributes: Attributes): string | null {
    const id = attributes['id'];
    return id?.startsWith(HANDOFF_ID) ? id.slice(HANDOFF_ID.length) : null;
  }

  open(name: string, attributes: Attributes): boolean {
    if (this.draft !== null) {
      if (this.side !== null) return openInline2(this.content, name, attributes, this.draft.id);
      if (name !== 'source' && name !== 'target') return false;
      this.side = name;
      return true;
    }
    switch (name) {
      case 'group':
        return true;
      case 'unit':
        this.unit = attributes['id'] ?? null;
        return true;
      case 'segment':
        // Without an id of its own the segment is still named in reports, by its unit.
        this.draft = startDraft(attributes['id'] ?? this.unit ?? '', this.unit, this.here());
        this.draft.state = stateFrom2(attributes['state']);
        return true;
      default:
        return false;
    }
  }

  get listening(): boolean {
    return this.side !== null;
  }

  text(text: string): void {
    this.content.text(text);
  }

  close(name: string): void {
    if (this.draft !== null && this.side !== null) {
      if (name !== this.side) {
        closeInline2(this.content, name);
        return;
      }
      endContent(this.draft, this.side, this.content);
      this.side = null;
    } else if (name === 'segment' && this.draft !== null) {
      endDraft(this.draft);
      this.segments.push(this.draft);
      this.draft = null;
    } else if (name === 'unit') {
      this.unit = null;
    }
  }
}
