import type { Code, CodePart } from '../model/content.ts';
import { HexaplaError } from '../model/error.ts';
import type { UnitNode } from '../model/unit.ts';
import { noticeWords } from '../model/write.ts';

/** Decoded text. `first` and `last`: its edge character must be written as a character reference. */
export interface TextToken {
  readonly kind: 'text';
  text: string;
  readonly inLink: boolean;
  first: boolean;
  last: boolean;
}

/** Markup that is written as it is. */
export interface RawToken {
  readonly kind: 'raw';
  raw: string;
  readonly role: 'code' | 'gap' | 'notice';
  /** For single codes: what it stands for. */
  readonly code: Code | null;
}

/** One end of an emphasis, strong or strikethrough span, whose delimiter may be chosen anew. */
export interface MarkToken {
  readonly kind: 'mark';
  readonly pair: Pair;
  readonly open: boolean;
}

/** A span with its delimiter. Delimiters match within their `scope` only: a link's text is one of its own. */
export interface Pair {
  mark: string;
  readonly size: number;
  readonly scope: number;
  readonly parent: Pair | null;
}

export type Token = TextToken | RawToken | MarkToken;

/** The tokens of a unit's content, in order, with its spans. */
export interface Flat {
  readonly tokens: Token[];
  readonly pairs: Pair[];
}

interface Place {
  readonly scope: number;
  readonly inLink: boolean;
  readonly parent: Pair | null;
}

/**
 * Lays a unit's content out as tokens. `noticeAsText`: a notice stands where no markup can, so only its words stay.
 * Throws `shape` for a span without content.
 */
export function flatten(
  nodes: readonly UnitNode[],
  subunit: (unit: string) => string,
  inLink: boolean,
  noticeAsText: boolean,
): Flat {
  const flat: Flat = { tokens: [], pairs: [] };
  let scopes = 0;
  const walk = (children: readonly UnitNode[], place: Place): void => {
    for (const node of children) {
      if (node.kind === 'text') pushText(flat.tokens, node.text, place.inLink);
      else if (node.kind === 'gap') pushRaw(flat.tokens, node.raw, 'gap', null);
      else if (node.kind === 'notice') {
        if (noticeAsText) pushText(flat.tokens, noticeWords(node.raw), place.inLink);
        else pushRaw(flat.tokens, node.raw, 'notice', null);
      } else if (node.children === null) {
        pushRaw(flat.tokens, written(node.code.parts, subunit), 'code', node.code);
      } else walkCode(node.code, node.children, place);
    }
  };
  const walkCode = (code: Code, children: readonly UnitNode[], place: Place): void => {
    const opening = written(code.parts.slice(0, 1), subunit);
    const closing = written(code.parts.slice(1), subunit);
    const size = emphasisSize(code, opening);
    if (size === 0) {
      pushRaw(flat.tokens, opening, 'code', null);
      walk(children, code.type === 'link' ? { scope: ++scopes, inLink: true, parent: null } : place);
      pushRaw(flat.tokens, closing, 'code', null);
      return;
    }
    const pair: Pair = { mark: opening.charAt(0), size, scope: place.scope, parent: place.parent };
    flat.pairs.push(pair);
    flat.tokens.push({ kind: 'mark', pair, open: true });
    const before = flat.tokens.length;
    walk(children, { ...place, parent: pair });
    if (flat.tokens.length === before) throw new HexaplaError('shape', { reason: 'empty-span' });
    flat.tokens.push({ kind: 'mark', pair, open: false });
  };
  walk(nodes, { scope: 0, inLink, parent: null });
  return flat;
}

function written(parts: readonly CodePart[], subunit: (unit: string) => string): string {
  return parts.map((part) => (typeof part === 'string' ? part : subunit(part.unit))).join('');
}

function emphasisSize(code: Code, opening: string): number {
  const marked = code.type === 'emphasis' || code.type === 'strong' || code.type === 'strikethrough';
  return marked && /^(?:\*{1,2}|_{1,2}|~{1,2})$/.test(opening) ? opening.length : 0;
}

function pushText(tokens: Token[], text: string, inLink: boolean): void {
  if (text === '') return;
  const last = tokens.at(-1);
  if (last?.kind === 'text' && last.inLink === inLink) last.text += text;
  else tokens.push({ kind: 'text', text, inLink, first: false, last: false });
}

/** Two code spans that touch would be read as one: nothing can stand between them. */
function pushRaw(tokens: Token[], raw: string, role: RawToken['role'], code: Code | null): void {
  const last = tokens.at(-1);
  if (raw.startsWith('`') && last?.kind === 'raw' && last.raw.endsWith('`')) {
    throw new HexaplaError('shape', { reason: 'code-spans' });
  }
  if (raw !== '') tokens.push({ kind: 'raw', raw, role, code });
}
