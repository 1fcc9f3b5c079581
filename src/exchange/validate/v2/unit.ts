import type { Context, Element } from '../rule.ts';

/** One code or marker of a content, in reading order; a pair in one element is two. */
export interface Mark {
  readonly element: Element;
  /** Whether this is the end of a `pc` or `mrk`. */
  readonly ends: boolean;
}

/** A source or target, with its codes and markers in reading order. */
export interface Side {
  readonly element: Element;
  readonly marks: readonly Mark[];
}

/** A segment or ignorable. */
export interface Part {
  readonly element: Element;
  readonly source: Side | null;
  readonly target: Side | null;
}

/** A unit with its parts; what modules hold is not among them. */
export interface UnitView {
  readonly element: Element;
  readonly parts: readonly Part[];
  readonly notes: readonly Element[];
  readonly data: readonly Element[];
  /** The codes and markers on each side, a pair in one element once. */
  readonly inSource: readonly Element[];
  readonly inTarget: readonly Element[];
  /** Whether there is any code or marker; one half of a pair; a hint that codes may not be moved or deleted. */
  readonly hasMarks: boolean;
  readonly hasHalves: boolean;
  readonly hasHints: boolean;
}

/** What is checked in a unit as a whole. */
export type UnitCheck = (unit: UnitView, context: Context) => void;

const NONE: readonly never[] = [];

/** A unit's parts, notes and original data. */
export function viewOf(element: Element): UnitView {
  const parts: Part[] = [];
  let notes: readonly Element[] = NONE;
  let data: readonly Element[] = NONE;
  let hasMarks = false;
  for (const node of element.nodes) {
    if (typeof node === 'string') continue;
    if (node.name === 'segment' || node.name === 'ignorable') {
      const part = partOf(node);
      hasMarks ||= marksIn(part.source) || marksIn(part.target);
      parts.push(part);
    } else if (node.name === 'notes') notes = elementsIn(node);
    else if (node.name === 'originalData') data = elementsIn(node);
  }
  const inSource = hasMarks ? startsOn(parts, 'source') : NONE;
  const inTarget = hasMarks ? startsOn(parts, 'target') : NONE;
  const has = (test: (element: Element) => boolean): boolean =>
    hasMarks && (inSource.some(test) || inTarget.some(test));
  return {
    element,
    parts,
    notes,
    data,
    inSource,
    inTarget,
    hasMarks,
    hasHalves: has(isHalf),
    hasHints: has(hasHint),
  };
}

function isHalf({ name }: Element): boolean {
  return name === 'sc' || name === 'ec' || name === 'sm' || name === 'em';
}

function hasHint({ attributes }: Element): boolean {
  return attributes['canReorder'] !== undefined || attributes['canDelete'] !== undefined;
}

function elementsIn(element: Element): Element[] {
  return element.nodes.filter((node): node is Element => typeof node !== 'string');
}

function marksIn(side: Side | null): boolean {
  return side !== null && side.marks.length > 0;
}

function partOf(element: Element): Part {
  let source: Side | null = null;
  let target: Side | null = null;
  for (const node of element.nodes) {
    if (typeof node === 'string') continue;
    if (node.name === 'source') source ??= sideOf(node);
    else if (node.name === 'target') target ??= sideOf(node);
  }
  return { element, source, target };
}

function sideOf(element: Element): Side {
  if (element.nodes.every((node) => typeof node === 'string')) return { element, marks: NONE };
  const marks: Mark[] = [];
  collect(element, marks);
  return { element, marks };
}

function collect(element: Element, marks: Mark[]): void {
  for (const node of element.nodes) {
    if (typeof node === 'string' || node.name === 'cp') continue;
    marks.push({ element: node, ends: false });
    if (node.name !== 'pc' && node.name !== 'mrk') continue;
    collect(node, marks);
    marks.push({ element: node, ends: true });
  }
}

/** Whether an element is an inline code; the others are markers of annotations. */
export function isCode({ name }: Element): boolean {
  return name === 'ph' || name === 'pc' || name === 'sc' || name === 'ec';
}

function startsOn(parts: readonly Part[], side: 'source' | 'target'): Element[] {
  const starts: Element[] = [];
  for (const part of parts) {
    for (const { element, ends } of part[side]?.marks ?? NONE) if (!ends) starts.push(element);
  }
  return starts;
}
