import { isNmtoken } from '../datatypes.ts';
import type { Context, CreateRule, Element } from '../rule.ts';
import { ancestorOf } from '../rule.ts';
import type { UnitCheck } from './unit.ts';

/**
 * Ids are unique among files; among the groups and among the units of a file.
 * https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#id
 */
export const uniqueIds: CreateRule = () => {
  let file = '';
  let files = 0;
  const inFile =
    (kind: string) =>
    (element: Element, context: Context): void => {
      const id = idOf(element);
      if (id === null || context.declare(`${kind} ${file} ${id}`)) return;
      context.report(element, 'id-not-unique', '#id', { id });
    };
  return {
    open: {
      file: (element, context) => {
        const id = idOf(element);
        const isNew = id !== null && context.declare(`f ${id}`);
        if (id !== null && !isNew) context.report(element, 'id-not-unique', '#id', { id });
        files += 1;
        file = isNew ? id : ` ${files}`;
        SCOPES.set(element, file);
      },
      group: inFile('g'),
      unit: inFile('u'),
    },
    close: { notes: (element, context) => checkNotes(element, context, file) },
  };
};

// A file without an id of its own still is a scope.
const SCOPES = new WeakMap<Element, string>();

/** What stands for the file around an element in keys: `u` and this and an id. */
export function scopeOf(element: Element): string {
  const file = ancestorOf(element, 'file');
  return file === null ? '' : (SCOPES.get(file) ?? '');
}

function idOf(element: Element): string | null {
  return element.attributes['id']?.trim() ?? null;
}

// A note outside units can be referred to from anywhere in the document.
function checkNotes(notes: Element, context: Context, file: string): void {
  const seen = new Set<string>();
  const holder = notes.parent;
  for (const note of notes.nodes) {
    const id = typeof note === 'string' ? null : idOf(note);
    if (id === null || typeof note === 'string') continue;
    if (seen.has(id)) context.report(note, 'id-not-unique', '#id', { id });
    seen.add(id);
    if (holder?.name === 'group') context.declare(`n ${file} g ${idOf(holder) ?? ''} ${id}`);
    else if (holder?.name === 'file') context.declare(`n ${file} f ${id}`);
  }
}

/** Ids are unique among the data of a unit; among its segments, ignorables, codes and markers; a target repeats those of its source. */
export const uniqueInUnit: UnitCheck = (unit, context) => {
  if (unit.data.length > 0) {
    const data = new Set<string>();
    for (const element of unit.data) takeIn(element, data, context);
  }
  const taken = new Map<string, Element>();
  for (const { element } of unit.parts) takeOnce(element, taken, context);
  if (!unit.hasMarks) return;
  for (const element of unit.inSource) {
    if (hasOwnId(element)) takeOnce(element, taken, context);
  }
  const inTarget = new Set<string>();
  for (const element of unit.inTarget) {
    const id = idOf(element);
    if (id === null || !hasOwnId(element)) continue;
    const twin = taken.get(id);
    if (twin !== undefined && !correspond(twin, element)) {
      context.report(element, 'target-id-taken', '#id', { id, other: twin.written });
    }
    takeIn(element, inTarget, context);
  }
};

function takeIn(element: Element, taken: Set<string>, context: Context): void {
  const id = idOf(element);
  if (id === null) return;
  if (taken.has(id)) context.report(element, 'id-not-unique', '#id', { id });
  taken.add(id);
}

function takeOnce(element: Element, taken: Map<string, Element>, context: Context): void {
  const id = idOf(element);
  if (id === null) return;
  if (taken.has(id)) context.report(element, 'id-not-unique', '#id', { id });
  else taken.set(id, element);
}

// The id of an end code that is not isolated is a mistake of its own.
function hasOwnId(element: Element): boolean {
  return element.name !== 'ec' || element.attributes['isolated'] === 'yes';
}

// A tool may turn a pair in one element into two elements, and back.
function correspond(one: Element, other: Element): boolean {
  return kindOf(one) === kindOf(other);
}

function kindOf({ name, attributes }: Element): string {
  if (name === 'sc' && attributes['isolated'] !== 'yes') return 'pc';
  return name === 'sm' ? 'mrk' : name;
}

/**
 * Ids of an extension are NMTOKENs, unique within the file, group or unit right around it.
 * https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#ext-constraints
 */
export const extensionIds: CreateRule = () => {
  // One set for each open file, group and unit.
  const scopes: { readonly holder: Element; readonly ids: Set<string> }[] = [];
  return {
    open: {
      '*': (element, context) => {
        const id = idOf(element) ?? element.attributes['xml:id']?.trim();
        if (id === undefined || ancestorOf(element, 'skeleton') !== null) return;
        const holder = holderOf(element);
        while (scopes.length > 0 && !isWithin(element, scopes.at(-1)?.holder ?? element)) scopes.pop();
        if (scopes.at(-1)?.holder !== holder) scopes.push({ holder, ids: new Set() });
        const ids = scopes.at(-1)?.ids ?? new Set();
        const key = `${element.namespace} ${id}`;
        if (!isNmtoken(id)) context.report(element, 'extension-id-malformed', '#ext-constraints', { id });
        if (ids.has(key)) context.report(element, 'extension-id-not-unique', '#ext-constraints', { id });
        ids.add(key);
      },
    },
  };
};

function holderOf(element: Element): Element {
  let at = element;
  while (at.parent !== null && !['file', 'group', 'unit'].includes(at.name)) at = at.parent;
  return at;
}

function isWithin(element: Element, holder: Element): boolean {
  for (let at: Element | null = element; at !== null; at = at.parent) if (at === holder) return true;
  return false;
}
