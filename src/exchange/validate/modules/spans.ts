import { ancestorOf, childrenOf, type Element, walk } from '../rule.ts';

/** What a reference to text of the same unit turned out to be. */
export type Reference = 'found' | 'syntax' | 'unresolved';

const SPANS = new Set(['segment', 'ignorable', 'mrk', 'sm', 'pc', 'sc']);

/** The spans of text of a unit, by id: segments, ignorables, and what encloses text within them. */
export interface Spans {
  readonly unit: Element;
  readonly ids: ReadonlySet<string>;
}

/** Finds the spans of text of a unit; those of its modules are not among them. */
export function spansOf(unit: Element): Spans {
  const ids = new Set<string>();
  for (const part of childrenOf(unit)) {
    if (part.name !== 'segment' && part.name !== 'ignorable') continue;
    note(part, ids);
    walk(part, (element) => note(element, ids));
  }
  return { unit, ids };
}

function note({ name, attributes }: Element, ids: Set<string>): void {
  const id = attributes['id'];
  if (id !== undefined && SPANS.has(name)) ids.add(id);
}

/**
 * Whether an IRI points to a span of text of the unit: `#s1`, `#t=1`, `#u=u1/s1`, `#f=f1/u=u1/s1`. A value without `#`
 * is an address of a document and of nothing within it; what stands before `#` may be the address of this very one.
 * https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html#fragid
 */
export function findSpan(reference: string, { unit, ids }: Spans): Reference {
  const at = reference.indexOf('#');
  if (at === -1) return 'syntax';
  const steps = reference.slice(reference[at + 1] === '/' ? at + 2 : at + 1).split('/');
  const leaf = steps.pop() ?? '';
  if (!steps.every((step) => leadsTo(step, unit))) return 'unresolved';
  const id = leaf.startsWith('t=') ? leaf.slice('t='.length) : leaf;
  return ids.has(id) ? 'found' : 'unresolved';
}

function leadsTo(step: string, unit: Element): boolean {
  const id = step.slice(2);
  if (step.startsWith('u=')) return id === unit.attributes['id'];
  if (step.startsWith('f=')) return id === ancestorOf(unit, 'file')?.attributes['id'];
  if (!step.startsWith('g=')) return false;
  for (let at = unit.parent; at !== null; at = at.parent) {
    if (at.name === 'group' && at.attributes['id'] === id) return true;
  }
  return false;
}
