import type { Context, Element } from '../rule.ts';
import type { CoreCode } from './codes.ts';
import type { UnitCheck, UnitView } from './unit.ts';

/** What a start code and its end code have in common, with the value that stands for none. */
const SHARED: readonly (readonly [name: string, missing: string])[] = [
  ['canCopy', 'yes'],
  ['canDelete', 'yes'],
  ['canOverlap', 'yes'],
];

/**
 * Start and end codes, and start and end markers, are paired within their unit, in order, on each side by itself.
 * https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#sc
 */
export const pairs: UnitCheck = (unit, context) => {
  if (!unit.hasHalves) return;
  const untranslated = unit.parts.some(({ target }) => target === null);
  const ordered = unit.parts.some(({ target }) => target?.element.attributes['order'] !== undefined);
  checkSide(unit.inSource, context, { elsewhere: NOTHING, inOrder: true });
  // What a half translated unit lacks in its targets is still to come.
  const elsewhere = untranslated ? missingTargets(unit) : NOTHING;
  checkSide(unit.inTarget, context, { elsewhere, inOrder: !ordered });
};

interface Wanted {
  /** Starts and ends that are in parts without a target, as `sc 1`, `ec 1`. */
  readonly elsewhere: ReadonlySet<string>;
  readonly inOrder: boolean;
}

const NOTHING: ReadonlySet<string> = new Set();

function missingTargets(unit: UnitView): Set<string> {
  const missing = new Set<string>();
  for (const { source, target } of unit.parts) {
    if (target !== null) continue;
    for (const { element } of source?.marks ?? []) {
      missing.add(`${element.name} ${element.attributes['startRef'] ?? element.attributes['id'] ?? ''}`);
    }
  }
  return missing;
}

function checkSide(starts: readonly Element[], context: Context, wanted: Wanted): void {
  const opened = new Map<string, Element>();
  const early = new Map<string, Element>();
  for (const element of starts) if (element.name === 'ec') checkForm(element, context);
  const all = new Map<string, Element>();
  for (const element of starts) {
    const { name, attributes } = element;
    if (name === 'sc' || name === 'sm') all.set(`${name} ${attributes['id'] ?? ''}`, element);
  }
  const closed = new Set<string>();
  for (const element of starts) {
    const { name, attributes } = element;
    if (name === 'sc' || name === 'sm') opened.set(`${name} ${attributes['id'] ?? ''}`, element);
    if (name !== 'ec' && name !== 'em') continue;
    const ref = referred(element);
    if (ref === null) continue;
    const key = `${name === 'ec' ? 'sc' : 'sm'} ${ref}`;
    const start = all.get(key);
    if (start === undefined) {
      if (!wanted.elsewhere.has(key)) lone(element, context, ref);
      continue;
    }
    if (closed.has(key)) {
      const [code, clause] =
        name === 'ec' ? (['ec-repeated', '#ec'] as const) : (['em-repeated', '#em'] as const);
      context.report(element, code, clause, { id: ref });
    } else if (wanted.inOrder && !opened.has(key)) early.set(key, element);
    closed.add(key);
    if (name === 'ec') checkShared(start, element, context);
  }
  for (const [key, element] of early) {
    const code: CoreCode = key.startsWith('sc') ? 'ec-before-sc' : 'em-before-sm';
    context.report(element, code, `#${element.name}`, { id: key.slice(3) });
  }
  for (const [key, element] of all) checkStart(key, element, closed, context, wanted);
}

/** The start that an end refers to; null when that cannot be told. */
function referred({ name, attributes }: Element): string | null {
  if (attributes['startRef'] !== undefined) return attributes['startRef'].trim();
  // An end code that is not isolated and has an id meant that for its start, if there is one.
  return name === 'ec' && attributes['isolated'] !== 'yes' ? (attributes['id']?.trim() ?? null) : null;
}

function lone(element: Element, context: Context, ref: string): void {
  const { name, attributes } = element;
  if (name === 'em') context.report(element, 'em-without-sm', '#em', { id: ref });
  else if (attributes['id'] === undefined && attributes['isolated'] !== 'yes') {
    context.report(element, 'ec-without-sc', '#ec', { id: ref });
  }
}

function checkStart(
  key: string,
  element: Element,
  closed: ReadonlySet<string>,
  context: Context,
  wanted: Wanted,
): void {
  const id = key.slice(3);
  const isolated = element.attributes['isolated'] === 'yes';
  if (closed.has(key)) {
    if (isolated) context.report(element, 'sc-isolated-paired', '#isolated', { id });
  } else if (!isolated) {
    const end = key.startsWith('sc') ? 'ec' : 'em';
    if (wanted.elsewhere.has(`${end} ${id}`)) return;
    if (end === 'ec') context.report(element, 'sc-without-ec', '#isolated', { id });
    else context.report(element, 'sm-without-em', '#sm', { id });
  }
}

// https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#ec
function checkForm(element: Element, context: Context): void {
  const { id, startRef, isolated, dir } = element.attributes;
  if (isolated === 'yes') {
    if (id === undefined || startRef !== undefined) context.report(element, 'ec-isolated-id', '#ec');
    return;
  }
  if (startRef === undefined) context.report(element, 'ec-start-ref-missing', '#ec');
  else if (id !== undefined) context.report(element, 'ec-id-and-start-ref', '#ec', { id });
  if (dir !== undefined) context.report(element, 'ec-dir', '#ec', { dir });
}

function checkShared(start: Element, end: Element, context: Context): void {
  for (const [attribute, missing] of SHARED) {
    const expected = start.attributes[attribute] ?? missing;
    const value = end.attributes[attribute] ?? missing;
    if (value === expected) continue;
    context.report(end, 'pair-differs', '#sc', { attribute, value, expected });
  }
  const first = start.attributes['canReorder'] ?? 'yes';
  const last = end.attributes['canReorder'] ?? 'yes';
  if (first === 'firstNo') {
    if (last !== 'no') context.report(end, 'ec-reorder-no', '#ec', { value: last });
  } else if (first !== last) {
    context.report(end, 'pair-differs', '#sc', { attribute: 'canReorder', value: last, expected: first });
  }
}
