import type { Code, Codes, Content } from '../model/content.ts';
import type { GapKind, UnitNode } from '../model/unit.ts';

/** One segment's content on its way back into its unit. */
export interface UnitPiece {
  readonly content: Content;
  readonly codes: Codes;
  /** What stands between this piece and the next; null after the last. */
  readonly gapAfter: { readonly kind: GapKind; readonly raw: string } | null;
  /** Markup around the piece that marks its text; spans are not joined across it. */
  readonly notice?: { readonly before: string; readonly after: string };
}

interface OpenCode {
  readonly kind: 'code';
  readonly code: Code;
  readonly children: Growing[] | null;
}
type Growing = Exclude<UnitNode, { kind: 'code' }> | OpenCode;

/**
 * Puts the segments of one unit together. Pieces of one source span that touch, with nothing but the gap between
 * them, become one code around the gap, at every depth. A piece without content contributes nothing, and the gap
 * before it goes with it. Linear in the content. Throws a plain Error where content names a code that is not given.
 */
export function joinUnit(pieces: readonly UnitPiece[]): UnitNode[] {
  const out: Growing[] = [];
  let gap: Growing | null = null;
  for (const piece of pieces) {
    if (piece.content.length > 0) {
      const { before, after } = piece.notice ?? { before: '', after: '' };
      const nodes = resolve(piece.content, piece.codes);
      if (before) nodes.unshift({ kind: 'notice', raw: before });
      if (after) nodes.push({ kind: 'notice', raw: after });
      if (out.length > 0 && gap) append(out, gap, nodes);
      else extend(out, nodes);
    }
    gap = piece.gapAfter && { kind: 'gap', gap: piece.gapAfter.kind, raw: piece.gapAfter.raw };
  }
  return out;
}

function resolve(content: Content, codes: Codes): Growing[] {
  return content.map((node) => {
    if (node.kind === 'text') return node;
    const code = codes[node.id];
    if (!code) throw new Error(`code ${node.id} is not among the segment's codes`);
    return { kind: 'code', code, children: node.children && resolve(node.children, codes) };
  });
}

/** Appends `nodes` after `gap`, going down into the span at the right edge for as long as it goes on. */
function append(out: Growing[], gap: Growing, nodes: Growing[]): void {
  const rests: { level: Growing[]; rest: Growing[] }[] = [];
  let level = out;
  let coming = nodes;
  for (;;) {
    const last = spanOf(level.at(-1));
    const first = spanOf(coming[0]);
    if (!last || !first || last.key !== first.key) break;
    rests.push({ level, rest: coming.slice(1) });
    level = last.children;
    coming = first.children;
  }
  extend(level, [gap, ...coming]);
  for (const { level: outer, rest } of rests) extend(outer, rest);
}

function spanOf(node: Growing | undefined): { key: string; children: Growing[] } | null {
  if (node?.kind !== 'code' || node.children === null || node.code.span === undefined) return null;
  return { key: `${node.code.type} ${node.code.span}`, children: node.children };
}

function extend(list: Growing[], by: readonly Growing[]): void {
  for (const node of by) list.push(node);
}
