import type { Codes, CodeType, Content } from '../../model/content.ts';
import type { Text } from '../text.ts';
import { perText } from '../text.ts';

/** Where an inline code stands in a text's `plain` (UTF-16); a single code's extent is its `CODE`. */
export interface CodeSpan {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly single: boolean;
  /** The code that it stands in, or null. */
  readonly parent: string | null;
}

const NONE: ReadonlyMap<string, CodeSpan> = new Map();

/** A text's inline codes by their number, in the order in which they open. */
export function codeSpansOf(text: Text): ReadonlyMap<string, CodeSpan> {
  for (const { kind } of text.content) if (kind !== 'text') return spansIn(text);
  return NONE;
}

const spansIn: (text: Text) => ReadonlyMap<string, CodeSpan> = perText(({ content }) => {
  const spans = new Map<string, CodeSpan>();
  collect(content, 0, null, spans);
  return spans;
});

function collect(content: Content, from: number, parent: string | null, into: Map<string, CodeSpan>): number {
  let at = from;
  for (const node of content) {
    if (node.kind === 'text') at += node.text.length;
    else if (node.children === null) {
      into.set(node.id, { id: node.id, start: at, end: at + 1, single: true, parent });
      at += 1;
    } else {
      // Set before its children, so that the order is that of the opening tags.
      into.set(node.id, { id: node.id, start: at, end: at, single: false, parent });
      const end = collect(node.children, at, node.id, into);
      into.set(node.id, { id: node.id, start: at, end, single: false, parent });
      at = end;
    }
  }
  return at;
}

/** Whether a code stands in another one, at any depth. */
export function isWithin(spans: ReadonlyMap<string, CodeSpan>, id: string, outer: string): boolean {
  for (let at = spans.get(id)?.parent ?? null; at !== null; at = spans.get(at)?.parent ?? null) {
    if (at === outer) return true;
  }
  return false;
}

/** The numbers of a text's codes of some types, in the order in which they open. */
export function codesOfType(
  spans: ReadonlyMap<string, CodeSpan>,
  codes: Codes,
  types: ReadonlySet<CodeType>,
): readonly string[] {
  return [...spans.keys()].filter((id) => {
    const type = codes[id]?.type;
    return type !== undefined && types.has(type);
  });
}
