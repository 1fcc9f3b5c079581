import type { Code, Codes, Content } from './content.ts';

/** Segments have fewer codes than this; one that has more cannot be joined with others. */
const GROUP_STEP = 1000;

/**
 * The number of a code in a target that translates several segments: that of the segment which holds the target
 * stays, and code 2 of the first segment that it covers is 1002, of the second 2002. Whatever becomes of the
 * segments' wordings, it says which code of which segment is meant. Null for a number that has no such form.
 */
export function groupNumber(index: number, id: string): string | null {
  const number = Number(id);
  const joined = String(index * GROUP_STEP + number);
  return number < GROUP_STEP && joined.length <= 9 ? joined : null;
}

/** The segment of a group (0 holds the target) whose code a number means, and the code's number there. */
export function groupCode(number: string): { readonly index: number; readonly id: string } {
  const value = Number(number);
  return { index: Math.floor(value / GROUP_STEP), id: String(value % GROUP_STEP) };
}

/** The codes of a group's segments, numbered for the one target that translates them. */
export function groupCodes(segments: readonly Codes[]): Codes {
  const [only, ...covered] = segments;
  if (covered.length === 0) return only ?? {};
  const codes: Record<string, Code> = { ...only };
  for (const [at, own] of covered.entries()) {
    for (const [id, code] of Object.entries(own)) {
      const number = groupNumber(at + 1, id);
      if (number !== null) codes[number] = code;
    }
  }
  return codes;
}

/** A segment's content with its codes numbered for the group in which it is the `index`th; null where that cannot be. */
export function groupContent(content: Content, index: number): Content | null {
  let fits = true;
  const visit = (nodes: Content): Content =>
    nodes.map((node) => {
      if (node.kind === 'text') return node;
      const id = groupNumber(index, node.id);
      fits &&= id !== null;
      return { kind: 'code', id: id ?? node.id, children: node.children && visit(node.children) };
    });
  const numbered = visit(content);
  return fits ? numbered : null;
}
