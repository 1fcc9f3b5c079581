import { MODULES } from '../registry.ts';
import { ancestorOf, type Context, type CreateRule, childrenOf, type Element, walk } from '../rule.ts';
import { type Fragment, readFragment } from './fragments.ts';
import { scopeOf } from './ids.ts';
import type { UnitCheck, UnitView } from './unit.ts';

const PREFIXES: ReadonlySet<string> = new Set(
  MODULES.map(({ fragment }) => fragment).filter((prefix) => prefix !== null),
);

/**
 * References within the document are well-formed and lead somewhere; that of a comment, to a note of its unit.
 * https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#ref
 */
export const references: UnitCheck = (unit, context) => {
  const ids = new Ids(unit);
  for (const note of unit.notes) checkRef(note, unit, context, ids);
  for (const element of unit.inSource) checkRef(element, unit, context, ids);
  for (const element of unit.inTarget) checkRef(element, unit, context, ids);
};

/** The same for notes outside units, as far as files, groups, units and their notes go. */
export const noteReferences: CreateRule = () => ({
  close: {
    notes: (element, context) => {
      const holder = element.parent;
      if (holder === null || holder.name === 'unit') return;
      for (const note of childrenOf(element)) checkNote(note, holder, context);
    },
  },
});

function checkNote(note: Element, holder: Element, context: Context): void {
  const { ref } = note.attributes;
  if (ref?.startsWith('#') !== true) return;
  const fragment = readFragment(ref.trim(), PREFIXES);
  if ('code' in fragment) {
    context.report(note, fragment.code, '#fragid', { ref, part: fragment.part });
    return;
  }
  const { absolute, containers, leaf } = fragment;
  const file = containers.get('f') ?? scopeOf(note);
  demandContainers(containers, file, (key) =>
    context.require(key, note, 'ref-unresolved', '#fragid', { ref }),
  );
  if (leaf?.prefix !== 'n' || containers.has('u')) return;
  const isHere = !absolute && containers.size === 0 && holder.name === 'group';
  const group = isHere ? holder.attributes['id'] : containers.get('g');
  const key = group === undefined ? `n ${file} f ${leaf.id}` : `n ${file} g ${group} ${leaf.id}`;
  context.require(key, note, 'ref-unresolved', '#fragid', { ref });
}

function demandContainers(
  containers: ReadonlyMap<string, string>,
  file: string,
  demand: (key: string) => void,
): void {
  if (containers.has('f')) demand(`f ${file}`);
  if (containers.has('g')) demand(`g ${file} ${containers.get('g')}`);
  if (containers.has('u')) demand(`u ${file} ${containers.get('u')}`);
}

/** What a unit holds, by id, each kind gathered when it is first asked for. */
class Ids {
  private readonly unit: UnitView;
  private readonly known: Map<string, ReadonlySet<string>> = new Map();

  constructor(unit: UnitView) {
    this.unit = unit;
  }

  /** Whether there is an element that a prefix and an id stand for. */
  has(prefix: string, id: string): boolean {
    let ids = this.known.get(prefix);
    if (ids === undefined) {
      ids = idsOf(elementsFor(this.unit, prefix));
      this.known.set(prefix, ids);
    }
    return ids.has(id);
  }
}

function idsOf(elements: readonly Element[]): Set<string> {
  const ids = new Set<string>();
  for (const { attributes } of elements) if (attributes['id'] !== undefined) ids.add(attributes['id'].trim());
  return ids;
}

function elementsFor(unit: UnitView, prefix: string): readonly Element[] {
  switch (prefix) {
    case 'n':
      return unit.notes;
    case 'd':
      return unit.data;
    case 't':
      return unit.inTarget;
    case '':
      return [...unit.parts.map((part) => part.element), ...unit.inSource];
    default:
      return ofModule(unit, prefix);
  }
}

function ofModule(unit: UnitView, prefix: string): Element[] {
  const names = MODULES.filter(({ fragment }) => fragment === prefix).map((module) => `${module.prefix}:`);
  const found: Element[] = [];
  walk(unit.element, (element) => {
    if (names.some((start) => element.name.startsWith(start))) found.push(element);
  });
  return found;
}

function checkRef(element: Element, unit: UnitView, context: Context, ids: Ids): void {
  const { ref, type } = element.attributes;
  if (ref === undefined) return;
  const isComment = type === 'comment' && element.name !== 'note';
  if (!ref.startsWith('#')) {
    const hasValue = element.attributes['value'] !== undefined;
    if (isComment && !hasValue) context.report(element, 'comment-ref-note', '#commentAnnotation', { ref });
    return;
  }
  const fragment = readFragment(ref.trim(), PREFIXES);
  if ('code' in fragment) {
    context.report(element, fragment.code, '#fragid', { ref, part: fragment.part });
    return;
  }
  if (isComment) {
    if (!isNoteOf(fragment, unit, ids)) {
      context.report(element, 'comment-ref-note', '#commentAnnotation', { ref });
    }
  } else if (element.name === 'note' || element.name === 'mrk' || element.name === 'sm') {
    resolve(fragment, element, unit, context, ids);
  }
}

/** Whether what a fragment names, from within a unit, is that unit. A step that is said ends what is taken from around. */
function isAt(fragment: Fragment, unit: UnitView): boolean {
  const { containers, absolute } = fragment;
  if (!absolute && containers.size === 0) return true;
  const file = ancestorOf(unit.element, 'file')?.attributes['id'];
  if (containers.get('u') !== unit.element.attributes['id']) return false;
  return (containers.get('f') ?? file) === file;
}

function isNoteOf(fragment: Fragment, unit: UnitView, ids: Ids): boolean {
  const { leaf } = fragment;
  return leaf?.prefix === 'n' && isAt(fragment, unit) && ids.has('n', leaf.id);
}

// What stands within another unit is not kept; there, only the unit itself is looked for.
function resolve(
  { absolute, containers, leaf }: Fragment,
  element: Element,
  unit: UnitView,
  context: Context,
  ids: Ids,
): void {
  const ref = element.attributes['ref'] ?? '';
  const file = containers.get('f') ?? scopeOf(unit.element);
  const demand = (key: string): void => context.require(key, element, 'ref-unresolved', '#fragid', { ref });
  demandContainers(containers, file, demand);
  if (leaf === null) return;
  if (isAt({ absolute, containers, leaf }, unit)) {
    if (isExtension(leaf.prefix) || ids.has(leaf.prefix, leaf.id)) return;
    context.report(element, 'ref-unresolved', '#fragid', { ref });
  } else if (leaf.prefix === 'n' && !containers.has('u')) {
    const group = containers.get('g');
    demand(group === undefined ? `n ${file} f ${leaf.id}` : `n ${file} g ${group} ${leaf.id}`);
  }
}

// What extensions hold is not kept.
function isExtension(prefix: string): boolean {
  return prefix.length > 1 && !PREFIXES.has(prefix);
}
