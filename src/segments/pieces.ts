import type { SourceCode, SourceInline } from '../model/block.ts';
import type { Inline } from '../model/content.ts';

/** What is known while the pieces of one unit are built, one after the other. */
export interface PieceState {
  /** Pairs that are open where the next piece starts, outermost first. */
  open: number[];
  /** What each pair stands for. */
  readonly closes: ReadonlyMap<number, SourceCode>;
  /** In how many pieces each pair stands. */
  readonly spans: Map<number, number>;
}

/** A piece's content and codes, and the pair that each paired code belongs to. */
export interface Piece {
  readonly content: readonly Inline[];
  readonly codes: Readonly<Record<string, SourceCode>>;
  readonly pairs: ReadonlyMap<string, number>;
}

/** Builds a segment's content from its tokens: open spans are reopened at its start and closed at its end. */
export function buildPiece(tokens: readonly SourceInline[], state: PieceState): Piece {
  const codes: Record<string, SourceCode> = {};
  const pairs = new Map<string, number>();
  const root: Inline[] = [];
  const stack: { pair: number; nodes: Inline[] }[] = [];
  let nodes = root;
  let count = 0;
  const open = (pair: number): void => {
    const code = state.closes.get(pair);
    if (!code) throw new Error(`pair ${pair} is not closed in its block`);
    const id = String(++count);
    codes[id] = bare(code);
    pairs.set(id, pair);
    state.spans.set(pair, (state.spans.get(pair) ?? 0) + 1);
    const children: Inline[] = [];
    nodes.push({ kind: 'code', id, children });
    stack.push({ pair, nodes: children });
    nodes = children;
  };
  for (const pair of state.open) open(pair);
  for (const token of tokens) {
    if (token.kind === 'text') addText(nodes, token.text);
    else if (token.kind === 'open') open(token.pair);
    else if (token.kind === 'close') {
      stack.pop();
      nodes = stack.at(-1)?.nodes ?? root;
    } else if (token.kind === 'single') {
      const id = String(++count);
      codes[id] = bare(token);
      nodes.push({ kind: 'code', id, children: null });
    } else addText(nodes, ' ');
  }
  state.open = stack.map(({ pair }) => pair);
  return { content: root, codes, pairs };
}

function addText(nodes: Inline[], text: string): void {
  const last = nodes.at(-1);
  if (last?.kind === 'text') nodes[nodes.length - 1] = { kind: 'text', text: last.text + text };
  else nodes.push({ kind: 'text', text });
}

/** Only what a code stands for, in a fixed order of keys: not its place in the document. */
function bare(code: SourceCode): SourceCode {
  const { type, parts, href, text } = code;
  return { type, parts, ...(href !== undefined && { href }), ...(text !== undefined && { text }) };
}
