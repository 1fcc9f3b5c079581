import type { Content, Inline } from '../../model/content.ts';
import type { Loose } from '../../model/transfer.ts';

/** What is wrong with a segment's content: a word for `ReturnedSegment.problem`. */
export type ContentProblem =
  | 'element'
  | 'code-unpaired'
  | 'code-overlap'
  | 'code-depth'
  | 'code-id'
  | 'character'
  | 'tracked-change';

/** Codes within codes, to which a tree of content is bounded. */
const DEPTH_LIMIT = 256;

interface OpenCode {
  readonly id: string;
  /** What its end must name; null for an element, which ends by itself. */
  readonly key: string | null;
  /** Where in the stack its children begin. */
  readonly from: number;
}

/**
 * Puts a source or a target together from what an XLIFF file holds. Nodes wait on one stack until the list they
 * belong to is complete, so that each list is made once and in its size: most of the reader's time is memory.
 */
export class ContentBuilder {
  private readonly stack: Inline[] = [];
  private top = 0;
  private from = 0;
  private readonly open: OpenCode[] = [];
  private before: string[] = [];
  private after: string[] = [];
  problem: ContentProblem | null = null;

  text(text: string): void {
    if (text === '') return;
    const last = this.top > this.from ? this.stack[this.top - 1] : undefined;
    if (last?.kind === 'text') this.stack[this.top - 1] = { kind: 'text', text: last.text + text };
    else this.push({ kind: 'text', text });
  }

  single(id: string | undefined): void {
    if (id === undefined) this.fail('code-id');
    else this.push({ kind: 'code', id, children: null });
  }

  start(id: string | undefined, key: string | null): void {
    if (id === undefined) this.fail('code-id');
    if (this.open.length >= DEPTH_LIMIT) {
      this.fail('code-depth');
      return;
    }
    this.open.push({ id: id ?? '', key, from: this.from });
    this.from = this.top;
  }

  /** Ends a code. With an `id`, one that nothing here began is taken to have begun before the content. */
  end(key: string | null, id?: string): void {
    const code = this.open.pop();
    if (code === undefined) {
      if (id === undefined) this.fail('code-unpaired');
      else if (this.before.length >= DEPTH_LIMIT) this.fail('code-depth');
      else this.endFromBefore(id);
      return;
    }
    if (code.key !== key) this.fail('code-overlap');
    const children = this.stack.slice(this.from, this.top);
    this.top = this.from;
    this.from = code.from;
    if (!this.goesOn(code.id, children)) this.push({ kind: 'code', id: code.id, children });
  }

  /**
   * Puts what a code holds into the code before it that has its id, where nothing but white space stands between:
   * tools close a code at the end of a sentence and open it again in the next.
   */
  private goesOn(id: string, children: Content): boolean {
    const last = this.top > this.from ? this.stack[this.top - 1] : undefined;
    const space = last?.kind === 'text' ? last : null;
    const at = this.top - (space === null ? 1 : 2);
    const before = at >= this.from ? this.stack[at] : undefined;
    if (before?.kind !== 'code' || before.id !== id || before.children === null) return false;
    if (space !== null && /\S/.test(space.text)) return false;
    const all = before.children as Inline[];
    if (space !== null) appendTo(all, space);
    for (const node of children) appendTo(all, node);
    this.top = at + 1;
    return true;
  }

  private endFromBefore(id: string): void {
    const children = this.stack.slice(0, this.top);
    this.top = 0;
    this.push({ kind: 'code', id, children });
    this.before.unshift(id);
  }

  fail(problem: ContentProblem): void {
    this.problem ??= problem;
  }

  /** The content so far; the builder is empty again. */
  finish(): Content {
    while (this.open.length > 0) {
      this.after.unshift(this.open.at(-1)?.id ?? '');
      this.end(this.open.at(-1)?.key ?? null);
    }
    const content = this.stack.slice(0, this.top);
    this.top = 0;
    return content;
  }

  /** The codes that the content that was finished last left unpaired, null where there were none. */
  takeLoose(): Loose | null {
    const { before, after } = this;
    if (before.length + after.length === 0) return null;
    this.before = [];
    this.after = [];
    return { before, after };
  }

  private push(node: Inline): void {
    this.stack[this.top] = node;
    this.top += 1;
  }
}

function appendTo(nodes: Inline[], node: Inline): void {
  const last = nodes.at(-1);
  if (node.kind === 'text' && last?.kind === 'text') {
    nodes[nodes.length - 1] = { kind: 'text', text: last.text + node.text };
  } else {
    nodes.push(node);
  }
}
