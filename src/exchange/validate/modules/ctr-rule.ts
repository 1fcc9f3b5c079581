import { type Context, childrenOf, type Element, type Rule, walk } from '../rule.ts';

/** Elements that have no id of their own: a reference names what they stand in. */
const WITHOUT_ID = new Set(['source', 'target', 'notes', 'originalData', 'skeleton']);

/** What the revisions of a unit say about it, and of a file or group about its notes. */
export function ctrRule(): Rule {
  // Of what streams only the notes are looked at; they follow the revisions.
  const waiting = new WeakMap<Element, Element[]>();
  return {
    close: {
      'ctr:revisions': checkVersions,
      'ctr:revision': checkItems,
      'ctr:changeTrack': (track) => {
        const { parent } = track;
        if (parent === null || parent.name === 'unit') return;
        const notes = childrenOf(track).filter((revisions) => revisions.attributes['appliesTo'] === 'note');
        const before = waiting.get(parent);
        if (before === undefined) waiting.set(parent, notes);
        else for (const revisions of notes) before.push(revisions);
      },
      notes: (notes, context) => {
        const tracked = notes.parent === null ? undefined : waiting.get(notes.parent);
        if (tracked === undefined) return;
        const all = revisable(childrenOf(notes, 'note'));
        for (const revisions of tracked) checkRevisions(revisions, all, context);
      },
      unit: (unit, context) => {
        const tracks = childrenOf(unit, 'ctr:changeTrack');
        if (tracks.length === 0) return;
        const all = revisable(coreWithin(unit));
        for (const revisions of tracks.flatMap((track) => childrenOf(track, 'ctr:revisions'))) {
          checkRevisions(revisions, all, context);
        }
      },
    },
  };
}

/** What revisions may apply to: elements by name, and by name and id. Those without ids of their own are named by any. */
interface Revisable {
  readonly byName: ReadonlyMap<string, readonly Element[]>;
  readonly byId: ReadonlyMap<string, Element>;
  /** Names of elements of which each has an id. */
  readonly identified: ReadonlySet<string>;
}

function revisable(elements: readonly Element[]): Revisable {
  const byName = new Map<string, Element[]>();
  const byId = new Map<string, Element>();
  const nameless = new Set<string>();
  for (const element of elements) {
    const { name } = element;
    const others = byName.get(name);
    if (others === undefined) byName.set(name, [element]);
    else others.push(element);
    const id = element.attributes['id'];
    if (id === undefined) nameless.add(name);
    else {
      byId.set(`${name} ${id}`, element);
      byId.set(` ${id}`, element);
    }
  }
  return { byName, byId, identified: new Set([...byName.keys()].filter((name) => !nameless.has(name))) };
}

/** The elements of the core within a unit, those that its modules hold left out. */
function coreWithin(unit: Element): Element[] {
  const found: Element[] = [];
  for (const child of childrenOf(unit)) {
    if (child.name.includes(':')) continue;
    found.push(child);
    walk(child, (element) => found.push(element));
  }
  return found;
}

function checkRevisions(revisions: Element, all: Revisable, context: Context): void {
  const { appliesTo = '', ref } = revisions.attributes;
  if (ref === undefined) {
    const named = all.byName.get(appliesTo) ?? [];
    const [only] = named;
    if (named.length > 1 && all.identified.has(appliesTo)) {
      context.report(revisions, 'ctr-ref-missing', '#revisions', { value: appliesTo });
    } else if (named.length === 1 && only !== undefined) checkProperties(revisions, only, context);
    return;
  }
  const found = all.byId.get(`${WITHOUT_ID.has(appliesTo) ? '' : appliesTo} ${ref}`);
  if (found === undefined) context.report(revisions, 'ctr-ref-unresolved', '#ctr_ref', { value: ref });
  else if (found.name === appliesTo) checkProperties(revisions, found, context);
}

// A property is the content or an attribute of what is revised.
function checkProperties(revisions: Element, revised: Element, context: Context): void {
  for (const revision of childrenOf(revisions, 'ctr:revision')) {
    for (const item of childrenOf(revision, 'ctr:item')) {
      const value = item.attributes['property'];
      if (value === undefined || value === 'content' || revised.attributes[value] !== undefined) continue;
      context.report(item, 'ctr-property-unknown', '#ctr_property', { value, revised: revised.written });
    }
  }
}

function checkVersions(revisions: Element, context: Context): void {
  const value = revisions.attributes['currentVersion'];
  if (value === undefined) return;
  const known = childrenOf(revisions).some(({ attributes }) => attributes['version'] === value);
  if (!known) context.report(revisions, 'ctr-version-unresolved', '#ctr_currentVersion', { value });
}

// One revision is one state of an element, in which a property has one value.
function checkItems(revision: Element, context: Context): void {
  const seen = new Set<string>();
  for (const item of childrenOf(revision, 'ctr:item')) {
    const value = item.attributes['property'];
    if (value === undefined) continue;
    if (seen.has(value)) context.report(item, 'ctr-item-repeated', '#ctr_property', { value });
    seen.add(value);
  }
}
