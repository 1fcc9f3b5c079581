import type { Context, Element } from '../rule.ts';

/** Stand-off records and the references to them. */
export interface Standoff {
  /** Takes in `its:locQualityIssues` or `its:provenanceRecords`. */
  declare(element: Element, context: Context): void;
  /** Looks at the references that an element makes. */
  refer(element: Element, context: Context): void;
}

const REFERENCES: readonly (readonly [attribute: string, element: string])[] = [
  ['its:locQualityIssuesRef', 'its:locQualityIssues'],
  ['its:provenanceRecordsRef', 'its:provenanceRecords'],
];
const SCOPES = new Set(['file', 'group', 'unit', 'mtc:match', 'ctr:revision']);

/**
 * Follows the stand-off records of one file. A reference finds those of its own unit, candidate, group or file, and of
 * the elements around that; records before it are known, later ones are waited for.
 */
export function createStandoff(): Standoff {
  const numbers = new WeakMap<Element, number>();
  const known = new WeakMap<Element, Set<string>>();
  let count = 0;
  const numberOf = (scope: Element): number => {
    const before = numbers.get(scope);
    if (before !== undefined) return before;
    count += 1;
    numbers.set(scope, count);
    return count;
  };
  return {
    declare: (element, context) => {
      const scope = scopeOf(element.parent);
      const value = element.attributes['xml:id'];
      if (scope === null || value === undefined) return;
      const ids = known.get(scope) ?? new Set<string>();
      known.set(scope, ids);
      const same = ids.has(`its:locQualityIssues ${value}`) || ids.has(`its:provenanceRecords ${value}`);
      if (same) context.report(element, 'its-id-repeated', '#itsm_id', { value });
      ids.add(`${element.name} ${value}`);
      context.declare(`its ${numberOf(scope)} ${element.name} ${value}`);
    },
    refer: (element, context) => {
      for (const [attribute, wanted] of REFERENCES) {
        const value = element.attributes[attribute];
        if (value === undefined) continue;
        const clause = `#${attribute.replace('its:', 'itsm_')}`;
        const id = /^#(?:.*\/)?its=([^/]+)$/.exec(value)?.[1];
        if (id === undefined) {
          context.report(element, 'its-ref-syntax', clause, { attribute, value });
          continue;
        }
        const scope = scopeOf(element);
        if (scope === null || isKnown(scope, `${wanted} ${id}`, known)) continue;
        const key = `its ${numberOf(scope)} ${wanted} ${id}`;
        context.require(key, element, 'its-ref-unresolved', clause, { attribute, value });
      }
    },
  };
}

function isKnown(scope: Element, id: string, known: WeakMap<Element, ReadonlySet<string>>): boolean {
  for (let at: Element | null = scope; at !== null; at = at.parent) {
    if (known.get(at)?.has(id)) return true;
  }
  return false;
}

function scopeOf(element: Element | null): Element | null {
  let at = element;
  while (at !== null && !SCOPES.has(at.name)) at = at.parent;
  return at;
}
