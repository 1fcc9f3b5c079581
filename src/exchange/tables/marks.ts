import type { Content, Inline } from '../../model/content.ts';

/** One piece of a text in marks: words, or the mark of a code as it is shown. */
export interface MarkedPiece {
  readonly kind: 'text' | 'mark';
  readonly text: string;
}

const DEPTH_LIMIT = 256;

/**
 * Content as people see it in a table: a pair of codes is `⟨1⟩…⟨/1⟩`, a single one `⟨2/⟩`; a `⟨` of the text itself is
 * doubled. Neighbouring texts are one piece.
 */
export function markedPieces(content: Content): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  const add = (nodes: Content): void => {
    for (const node of nodes) {
      if (node.kind === 'text') pieces.push({ kind: 'text', text: node.text.replaceAll('⟨', '⟨⟨') });
      else if (node.children === null) pieces.push({ kind: 'mark', text: `⟨${node.id}/⟩` });
      else {
        pieces.push({ kind: 'mark', text: `⟨${node.id}⟩` });
        add(node.children);
        pieces.push({ kind: 'mark', text: `⟨/${node.id}⟩` });
      }
    }
  };
  add(content);
  return pieces;
}

/** Content with its codes as marks, in one string (`markedPieces`). */
export function formatMarked(content: Content): string {
  return markedPieces(content)
    .map(({ text }) => text)
    .join('');
}

/** Content read from marks, and what is wrong with them: a word for `ReturnedSegment.problem`, or null. */
export interface Marked {
  readonly content: Content;
  readonly problem: 'code-unpaired' | 'code-overlap' | 'code-depth' | null;
}

const TOKEN = /⟨⟨|⟨(\/?)([1-9][0-9]{0,8})(\/?)⟩|⟨|[^⟨]+/gu;

/**
 * Reads what `formatMarked` writes, as people may have edited it: a `⟨` that begins no mark is text. Whether the codes
 * are those of the segment is for the acceptance of returns to say. Linear in the length of `text`.
 */
export function parseMarked(text: string): Marked {
  if (!text.includes('⟨')) return { content: text === '' ? [] : [{ kind: 'text', text }], problem: null };
  const root: Inline[] = [];
  const open: { readonly id: string; readonly nodes: Inline[] }[] = [];
  let problem: Marked['problem'] = null;
  let nodes = root;
  for (const [token, slash, id, single] of text.matchAll(TOKEN)) {
    if (id === undefined || (slash && single)) addText(nodes, token === '⟨⟨' ? '⟨' : token);
    else if (slash) {
      const last = open.pop();
      if (last?.id !== id) problem ??= last === undefined ? 'code-unpaired' : 'code-overlap';
      nodes = open.at(-1)?.nodes ?? root;
    } else {
      const children: Inline[] = [];
      const deep = open.length >= DEPTH_LIMIT;
      if (deep) problem ??= 'code-depth';
      nodes.push({ kind: 'code', id, children: single || deep ? null : children });
      if (!single && !deep) {
        open.push({ id, nodes: children });
        nodes = children;
      }
    }
  }
  if (open.length > 0) problem ??= 'code-unpaired';
  return { content: root, problem };
}

function addText(nodes: Inline[], text: string): void {
  const last = nodes.at(-1);
  if (last?.kind === 'text') nodes[nodes.length - 1] = { kind: 'text', text: last.text + text };
  else nodes.push({ kind: 'text', text });
}
