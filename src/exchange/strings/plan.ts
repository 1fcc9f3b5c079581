import type { PlanGroup, PlanLeaf, PlanNode } from './merge.ts';
import { type KeyPath, META_KEY, type ResourceGroup, type ResourceNode } from './tree.ts';
import { isTranslatable } from './units.ts';

/** The plan of a source file: its order, and the values in it that nobody translates. */
export function planOf(root: ResourceGroup): PlanGroup {
  const entries = new Map<string, PlanNode>();
  for (const [key, child] of root.entries) {
    if (key !== META_KEY) entries.set(key, planNode(child));
  }
  return { kind: 'group', entries };
}

function planNode(node: ResourceNode): PlanNode {
  if (node.kind === 'group') {
    return {
      kind: 'group',
      entries: new Map([...node.entries].map(([key, child]) => [key, planNode(child)])),
    };
  }
  if (node.kind === 'list') return { kind: 'list', items: node.items.map(planNode) };
  const kept = node.kind === 'literal' || !isTranslatable(node.text);
  return { kind: 'leaf', text: null, value: kept ? node : null };
}

/** Items that a file may leave out before one that it has: it cannot make a list of a million gaps. */
const MOST_GAPS = 1_000;

/** The leaf at a path, put last where it is missing; null where the plan has something else on the way. */
export function leafAt(plan: PlanGroup, path: KeyPath): PlanLeaf | null {
  let node: PlanNode = plan;
  for (const [depth, step] of path.entries()) {
    const next = path[depth + 1];
    if (node.kind === 'group' && typeof step === 'string') {
      if (depth === 0 && step === META_KEY) return null;
      const listed = node.entries.has(step) || typeof next !== 'number' || next <= MOST_GAPS;
      if (!listed) return null;
      const child: PlanNode = node.entries.get(step) ?? newNode(next);
      node.entries.set(step, child);
      node = child;
    } else if (node.kind === 'list' && typeof step === 'number') {
      if (step > node.items.length + MOST_GAPS) return null;
      while (node.items.length <= step) node.items.push(newNode(next));
      node = node.items[step] as PlanNode;
    } else return null;
  }
  return node.kind === 'leaf' ? node : null;
}

function newNode(next: string | number | undefined): PlanNode {
  if (next === undefined) return { kind: 'leaf', text: null, value: null };
  return typeof next === 'number' ? { kind: 'list', items: [] } : { kind: 'group', entries: new Map() };
}

/**
 * A source's plan with what a returned file has: texts go to their places, keys that only the file has (plural forms of
 * the target language) come after the nearest key before them. Where the two differ in kind the source's stays.
 */
export function joinPlans(source: PlanNode, file: PlanNode): PlanNode {
  if (source.kind === 'leaf' && file.kind === 'leaf') return { ...source, text: file.text };
  if (source.kind === 'list' && file.kind === 'list') {
    const items = source.items.map((item, index) => {
      const other = file.items[index];
      return other === undefined ? item : joinPlans(item, other);
    });
    return { kind: 'list', items };
  }
  if (source.kind !== 'group' || file.kind !== 'group') return source;
  const after = new Map<string | null, [string, PlanNode][]>();
  let anchor: string | null = null;
  for (const [key, child] of file.entries) {
    if (source.entries.has(key)) anchor = key;
    else {
      const added = after.get(anchor) ?? [];
      added.push([key, child]);
      after.set(anchor, added);
    }
  }
  const entries = new Map(after.get(null));
  for (const [key, child] of source.entries) {
    const other = file.entries.get(key);
    entries.set(key, other === undefined ? child : joinPlans(child, other));
    for (const [next, added] of after.get(key) ?? []) entries.set(next, added);
  }
  return { kind: 'group', entries };
}
