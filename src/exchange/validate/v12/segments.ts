import { type Context, childrenOf, type Element, type Rule } from '../rule.ts';

/** Segments: the marks of a segmented source, and what refers to them. */
export function segmentRule(): Rule {
  return {
    close: {
      'trans-unit': (unit, context) => {
        const known = marksOf(childrenOf(unit, 'seg-source'), context);
        for (const part of childrenOf(unit)) {
          if (part.name === 'target') checkMarks(part, known, context);
          if (part.name === 'alt-trans') checkMid(part, known, context);
        }
      },
      'alt-trans': (candidate, context) => {
        const known = marksOf(childrenOf(candidate, 'seg-source'), context);
        for (const target of childrenOf(candidate, 'target')) checkMarks(target, known, context);
      },
    },
  };
}

/** The `mid` of the marks of a segmented source; each may stand once. */
function marksOf(sources: readonly Element[], context: Context): ReadonlySet<string> {
  const known = new Set<string>();
  for (const mark of sources.flatMap((source) => childrenOf(source, 'mrk'))) {
    const value = mark.attributes['mid']?.trim();
    if (value === undefined) continue;
    if (known.has(value)) context.report(mark, 'v12-mid-repeated', '#mid', { value });
    known.add(value);
  }
  return known;
}

function checkMarks(target: Element, known: ReadonlySet<string>, context: Context): void {
  for (const mark of childrenOf(target, 'mrk')) checkMid(mark, known, context);
}

function checkMid(element: Element, known: ReadonlySet<string>, context: Context): void {
  const value = element.attributes['mid']?.trim();
  if (value === undefined || known.has(value)) return;
  context.report(element, 'v12-mid-unresolved', '#mid', { value });
}
