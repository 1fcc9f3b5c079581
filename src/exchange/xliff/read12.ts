import type { ReturnedSegment } from '../../model/transfer.ts';
import { ContentBuilder } from './content.ts';
import type { FileReader } from './file.ts';
import { closeInline12, openInline12 } from './inline12.ts';
import { type Draft, endContent, endDraft, startDraft } from './segment.ts';
import { stateFrom12 } from './states.ts';
import type { Attributes } from '../xml/feed.ts';
import type { Here } from '../xml/read.ts';

/** Follows one `file` of XLIFF 1.2: its groups, and a segment for each trans-unit. */
export class FileReader12 implements FileReader {
  readonly segments: ReturnedSegment[] = [];
  private readonly here: Here;
  private readonly groups: (string | null)[] = [];
  private readonly content = new ContentBuilder();
  private draft: Draft | null = null;
  private side: 'source' | 'target' | null = null;
  private approved: string | undefined = undefined;

  constructor(here: Here) {
    this.here = here;
  }

  handoffOf(attributes: Attributes): string | null {
    return attributes['build-num'] || null;
  }

  open(name: string, attributes: Attributes): boolean {
    if (this.side !== null) return openInline12(this.content, name, attributes);
    if (this.draft !== null) return this.openInSegment(this.draft, name, attributes);
    switch (name) {
      case 'body':
        return true;
      case 'group':
        this.groups.push(attributes['id'] ?? this.groups.at(-1) ?? null);
        return true;
      case 'trans-unit':
        this.approved = attributes['approved'];
        this.draft = startDraft(attributes['id'] ?? '', this.groups.at(-1) ?? null, this.here());
        return true;
      default:
        return false;
    }
  }

  private openInSegment(draft: Draft, name: string, attributes: Attributes): boolean {
    if (name === 'source') {
      this.side = 'source';
      return true;
    }
    if (name === 'target') {
      this.side = 'target';
      draft.state = stateFrom12(attributes['state'], this.approved);
      return true;
    }
    return false;
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
        closeInline12(this.content, name);
        return;
      }
      endContent(this.draft, this.side, this.content);
      this.side = null;
    } else if (name === 'group') {
      this.groups.pop();
    } else if (name === 'trans-unit' && this.draft !== null) {
      endDraft(this.draft);
      this.segments.push(this.draft);
      this.draft = null;
    }
  }
}
