import type { Attributes } from '../xml/feed.ts';
import type { Here } from '../xml/read.ts';
import { ContentBuilder } from './content.ts';
import type { Emit, FileReader, ToolAttribute } from './file.ts';
import { lowestState, stateOfMemoq, stateOfPhrase, stateOfTrados } from './flavours.ts';
import { closeInline12, openInline12 } from './inline12.ts';
import { isOwnNote12, withComment } from './notes.ts';
import { type Draft, endContent, endDraft, startDraft } from './segment.ts';
import { stateFrom12 } from './states.ts';

/** Follows one `file` of XLIFF 1.2: its groups, and a segment for each trans-unit. */
export class FileReader12 implements FileReader {
  targetLanguage: string | null = null;
  private readonly here: Here;
  private readonly emit: Emit;
  private readonly tool: ToolAttribute;
  private readonly groups: (string | null)[] = [];
  private readonly content = new ContentBuilder();
  private draft: Draft | null = null;
  private side: 'source' | 'target' | null = null;
  private approved: string | undefined = undefined;
  /** What has been read of a note, null outside of one. */
  private note: string | null = null;

  constructor(here: Here, emit: Emit, tool: ToolAttribute) {
    this.here = here;
    this.emit = emit;
    this.tool = tool;
  }

  open(name: string, attributes: Attributes): boolean {
    if (this.side !== null) return openInline12(this.content, name, attributes);
    if (this.draft !== null) return this.openInSegment(this.draft, name, attributes);
    switch (name) {
      case 'body':
      case 'bin-unit':
        return true;
      case 'group':
        this.groups.push(attributes['id'] ?? this.groups.at(-1) ?? null);
        return true;
      case 'trans-unit':
        this.openUnit(attributes);
        return true;
      default:
        return false;
    }
  }

  private openUnit(attributes: Attributes): void {
    this.approved = attributes['approved'];
    this.draft = startDraft(attributes['id'] ?? '', this.groups.at(-1) ?? null, this.here());
    this.draft.state =
      stateOfMemoq(this.tool(attributes, 'mq:status')) ?? stateOfPhrase(this.tool(attributes, 'm:confirmed'));
  }

  private openInSegment(draft: Draft, name: string, attributes: Attributes): boolean {
    switch (name) {
      case 'source':
        this.side = 'source';
        return true;
      case 'target':
        this.side = 'target';
        this.targetLanguage ??= attributes['xml:lang'] ?? null;
        draft.state ??= stateFrom12(attributes['state'], this.approved, attributes['state-qualifier']);
        return true;
      case 'note':
        if (this.note !== null || isOwnNote12(attributes)) return false;
        this.note = '';
        return true;
      case 'mq:comment':
        if (this.note !== null || attributes['deleted'] === 'true') return false;
        this.note = '';
        return true;
      case 'sdl:seg':
        draft.state = lowestState(draft.state, stateOfTrados(attributes));
        return false;
      default:
        return name === 'mq:comments' || name === 'sdl:seg-defs';
    }
  }

  get listening(): boolean {
    return this.side !== null || this.note !== null;
  }

  text(text: string): void {
    if (this.note === null) this.content.text(text);
    else this.note += text;
  }

  close(name: string): void {
    const { draft } = this;
    if (draft === null) {
      if (name === 'group') this.groups.pop();
    } else if (this.side !== null) {
      this.closeInContent(draft, this.side, name);
    } else if (name === 'trans-unit') {
      endDraft(draft);
      this.draft = null;
      this.emit(draft);
    } else if (this.note !== null && (name === 'note' || name === 'mq:comment')) {
      withComment(draft, this.note);
      this.note = null;
    }
  }

  private closeInContent(draft: Draft, side: 'source' | 'target', name: string): void {
    if (name !== side) {
      closeInline12(this.content, name);
      return;
    }
    endContent(draft, side, this.content);
    this.side = null;
  }
}
