import {
  type KeyPath,
  type KeyStep,
  newText,
  type ResourceGroup,
  type ResourceList,
  type ResourceLiteral,
  type ResourceNode,
  type ResourceText,
} from './tree.ts';

/**
 * What a target file should hold, in the order of its source: groups, lists, and leaves. A leaf is a new text, a value
 * that the source has and nobody translates, or nothing (whatever the target has there stays).
 */
export type PlanNode = PlanGroup | PlanList | PlanLeaf;

export interface PlanGroup {
  readonly kind: 'group';
  readonly entries: Map<string, PlanNode>;
}

export interface PlanList {
  readonly kind: 'list';
  readonly items: PlanNode[];
}

export interface PlanLeaf {
  readonly kind: 'leaf';
  text: string | null;
  readonly value: ResourceText | ResourceLiteral | null;
}

/** A target file with the plan in it, and the paths of new texts that found no place. */
export interface Merged {
  readonly root: ResourceGroup;
  readonly displaced: readonly { readonly path: KeyPath; readonly reason: 'shape' | 'list-incomplete' }[];
}

/** Puts a plan into a target file: new keys come after the nearest key before them that is there. Linear. */
export function mergePlan(root: ResourceGroup, plan: PlanGroup): Merged {
  const displaced: { path: KeyPath; reason: 'shape' | 'list-incomplete' }[] = [];
  const merge = (existing: ResourceNode | null, node: PlanNode, path: KeyPath): ResourceNode | null => {
    const kind = existing?.kind;
    const fits =
      existing === null ||
      (node.kind === 'leaf' ? kind === 'text' || kind === 'literal' : kind === node.kind);
    if (!fits) {
      displaced.push(...newTexts(node, path).map((at) => ({ path: at, reason: 'shape' as const })));
      return existing;
    }
    if (node.kind === 'leaf')
      return node.text === null ? (existing ?? node.value) : renewed(existing, node.text);
    if (node.kind === 'list') return mergeList(existing as ResourceList | null, node, path);
    return mergeGroup(existing as ResourceGroup | null, node, path);
  };
  const mergeGroup = (
    existing: ResourceGroup | null,
    node: PlanGroup,
    path: KeyPath,
  ): ResourceGroup | null => {
    const own = existing?.entries ?? new Map<string, ResourceNode>();
    const changed = new Map<string, ResourceNode>();
    const after = new Map<string | null, [string, ResourceNode][]>();
    let anchor: string | null = null;
    for (const [key, child] of node.entries) {
      const before = own.get(key) ?? null;
      const value = merge(before, child, [...path, key]);
      if (before !== null) {
        anchor = key;
        if (value !== null) changed.set(key, value);
      } else if (value !== null) {
        const added = after.get(anchor) ?? [];
        added.push([key, value]);
        after.set(anchor, added);
      }
    }
    if (existing === null && after.size === 0 && node.entries.size > 0) return null;
    const entries = new Map(after.get(null));
    for (const [key, value] of own) {
      entries.set(key, changed.get(key) ?? value);
      for (const [next, added] of after.get(key) ?? []) entries.set(next, added);
    }
    return { kind: 'group', entries };
  };
  const mergeList = (existing: ResourceList | null, node: PlanList, path: KeyPath): ResourceList | null => {
    const own = existing?.items ?? [];
    const count = Math.max(own.length, node.items.length);
    const items = Array.from({ length: count }, (_, index) => {
      const child = node.items[index];
      return child === undefined ? (own[index] ?? null) : merge(own[index] ?? null, child, [...path, index]);
    });
    // Nothing falls back for a single item: a list is whole or not there.
    if (items.every((item) => item !== null)) return { kind: 'list', items };
    displaced.push(...newTexts(node, path).map((at) => ({ path: at, reason: 'list-incomplete' as const })));
    return existing;
  };
  return { root: mergeGroup(root, plan, []) ?? root, displaced };
}

function renewed(existing: ResourceNode | null, text: string): ResourceText {
  return existing?.kind === 'text' && existing.text === text ? existing : newText(text);
}

function newTexts(node: PlanNode, path: KeyPath): readonly KeyPath[] {
  if (node.kind === 'leaf') return node.text === null ? [] : [path];
  const children: readonly (readonly [KeyStep, PlanNode])[] =
    node.kind === 'list' ? [...node.items.entries()] : [...node.entries];
  return children.flatMap(([step, child]) => newTexts(child, [...path, step]));
}
