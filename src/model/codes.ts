import type { Codes, Content } from './content.ts';

/** How the inline codes of a target differ from its source's; numbers in rising order, nothing where they agree. */
export interface CodeDifference {
  readonly lost: readonly string[];
  readonly invented: readonly string[];
  /** Codes that became single where the source has a pair (or the reverse), or links within links. */
  readonly nesting: readonly string[];
}

/** Compares by number: a target may move its codes freely, but neither lose, invent nor break one. */
export function compareCodes(source: Content, target: Content, codes: Codes): CodeDifference {
  const want = shapes(source);
  const have = shapes(target);
  const lost = [...want.keys()].filter((id) => !have.has(id));
  const invented = [...have.keys()].filter((id) => !want.has(id));
  const broken = [...have]
    .filter(([id, paired]) => want.has(id) && want.get(id) !== paired)
    .map(([id]) => id);
  const nested = nestedLinks(target, codes, false);
  const nesting = [...new Set([...broken, ...nested])];
  return { lost: sorted(lost), invented: sorted(invented), nesting: sorted(nesting) };
}

/** Whether there is no difference. */
export function sameCodes(difference: CodeDifference): boolean {
  return difference.lost.length + difference.invented.length + difference.nesting.length === 0;
}

function shapes(content: Content, into: Map<string, boolean> = new Map()): Map<string, boolean> {
  for (const node of content) {
    if (node.kind === 'text') continue;
    into.set(node.id, node.children !== null);
    if (node.children) shapes(node.children, into);
  }
  return into;
}

function nestedLinks(content: Content, codes: Codes, within: boolean): string[] {
  return content.flatMap((node) => {
    if (node.kind === 'text') return [];
    const type = codes[node.id]?.type;
    const link = type === 'link' || type === 'autolink';
    const own = link && within ? [node.id] : [];
    return node.children ? [...own, ...nestedLinks(node.children, codes, within || link)] : own;
  });
}

function sorted(ids: readonly string[]): string[] {
  return [...ids].sort((a, b) => Number(a) - Number(b));
}
