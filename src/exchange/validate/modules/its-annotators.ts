import type { Context, Element } from '../rule.ts';

const CATEGORIES = new Set(
  'allowed-characters directionality domain elements-within-text external-resource id-value language-information locale-filter localization-note localization-quality-issue localization-quality-rating mt-confidence preserve-space provenance storage-size target-pointer terminology text-analysis translate'.split(
    ' ',
  ),
);
const PAIRS = /[^ \t\r\n]+/g;

/** Looks at `its:annotatorsRef`: pairs of a data category and an IRI. https://www.w3.org/TR/its20/#its-tool-annotation */
export function checkAnnotators(element: Element, context: Context): void {
  const value = element.attributes['its:annotatorsRef'];
  if (value === undefined) return;
  const seen = new Set<string>();
  for (const [pair] of value.matchAll(PAIRS)) {
    const bar = pair.indexOf('|');
    const category = pair.slice(0, Math.max(0, bar));
    if (!CATEGORIES.has(category) || bar === pair.length - 1) {
      context.report(element, 'its-annotator-malformed', '#itsm_annotatorsRef', { value: pair });
    } else if (seen.has(category)) {
      context.report(element, 'its-annotator-repeated', '#itsm_annotatorsRef', { value: category });
    }
    seen.add(category);
  }
}

const named = new WeakMap<Element, ReadonlySet<string>>();

/** Whether an element, or one around it, says who annotates in a data category. */
export function hasAnnotator(element: Element, category: string): boolean {
  for (let at: Element | null = element; at !== null; at = at.parent) {
    const value = at.attributes['its:annotatorsRef'];
    if (value !== undefined && categoriesOf(at, value).has(category)) return true;
  }
  return false;
}

function categoriesOf(element: Element, value: string): ReadonlySet<string> {
  const before = named.get(element);
  if (before !== undefined) return before;
  const categories = new Set<string>();
  for (const [pair] of value.matchAll(PAIRS)) {
    const category = pair.slice(0, Math.max(0, pair.indexOf('|')));
    if (CATEGORIES.has(category)) categories.add(category);
  }
  named.set(element, categories);
  return categories;
}
