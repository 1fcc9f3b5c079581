import type { Context, Element } from '../rule.ts';
import { isCode, type Mark, type Side, type UnitCheck, type UnitView } from './unit.ts';

/** A code as one step of a reading: the end of a pair is a step of its own, in one element or in two. */
interface Step {
  readonly key: string;
  readonly reorder: string;
  readonly element: Element;
  /** Whether it has to be in the target. */
  readonly kept: boolean;
  /** Whether the part where it stands has a target. */
  readonly translated: boolean;
}

/**
 * Codes that may not be deleted are in the target, and sequences that may not be reordered are whole and in order
 * there. https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#editinghints
 */
export const editingHints: UnitCheck = (unit, context) => {
  if (!unit.hasHints) return;
  const source = unit.parts.flatMap((part) => stepsOf(part.source, part.target !== null));
  const target = targetsInOrder(unit).flatMap((side) => stepsOf(side, true));
  const keys = new Set(source.map(({ key }) => key));
  checkStarts(source, context, () => true);
  checkStarts(target, context, (step) => !keys.has(step.key));
  checkKept(source, target, context);
  checkSequences(source, target, context);
};

function targetsInOrder({ parts }: UnitView): Side[] {
  const placed: { readonly side: Side; readonly place: number }[] = [];
  for (const [index, { target }] of parts.entries()) {
    if (target === null) continue;
    placed.push({ side: target, place: Number(target.element.attributes['order'] ?? index + 1) });
  }
  return placed.sort((one, other) => one.place - other.place).map(({ side }) => side);
}

function stepsOf(side: Side | null, translated: boolean): Step[] {
  const steps: Step[] = [];
  for (const mark of side?.marks ?? []) if (isCode(mark.element)) steps.push(stepOf(mark, translated));
  return steps;
}

function stepOf({ element, ends }: Mark, translated: boolean): Step {
  const { name, attributes } = element;
  const isEnd = ends || name === 'ec';
  const id = (attributes['startRef'] ?? attributes['id'] ?? '').trim();
  const reorder = attributes['canReorder'] ?? 'yes';
  return {
    key: isEnd ? `/${id}` : id,
    // The end of a pair goes on with the sequence that its start begins.
    reorder: ends && reorder === 'firstNo' ? 'no' : reorder,
    element,
    kept: attributes['canDelete'] === 'no',
    translated,
  };
}

// A sequence begins with firstNo, and no other code stands between its members.
function checkStarts(steps: readonly Step[], context: Context, matters: (step: Step) => boolean): void {
  let within = false;
  for (const step of steps) {
    if (step.reorder === 'no' && !within && matters(step) && !isLaterEnd(step)) {
      context.report(step.element, 'reorder-first-no', '#editinghints', { id: step.key });
    }
    within = step.reorder === 'firstNo' || (within && step.reorder === 'no');
  }
}

// The end of a pair that begins a sequence may come after other sequences: it has to be there, wherever.
function isLaterEnd({ key }: Step): boolean {
  return key.startsWith('/');
}

function checkKept(source: readonly Step[], target: readonly Step[], context: Context): void {
  const there = new Set(target.map(({ key }) => key));
  let last: Element | null = null;
  for (const { kept, translated, key, element } of source) {
    if (!kept || !translated || there.has(key) || element === last) continue;
    last = element;
    context.report(element, 'code-removed', '#editinghints', { id: key.replace('/', '') });
  }
}

function checkSequences(source: readonly Step[], target: readonly Step[], context: Context): void {
  const places = new Map(target.map(({ key }, index) => [key, index]));
  for (const sequence of sequencesOf(source)) {
    let before: number | null = null;
    for (const { key } of sequence) {
      const place = places.get(key);
      if (place === undefined) continue;
      if (before !== null && place !== before + 1) {
        const element = target[place]?.element;
        if (element !== undefined) {
          context.report(element, 'reorder-changed', '#editinghints', { id: key.replace('/', '') });
        }
        break;
      }
      before = place;
    }
  }
}

function sequencesOf(steps: readonly Step[]): Step[][] {
  const sequences: Step[][] = [];
  let current: Step[] | null = null;
  for (const step of steps) {
    if (step.reorder === 'firstNo') {
      current = [step];
      sequences.push(current);
    } else if (step.reorder === 'no' && current !== null) {
      current.push(step);
    } else {
      current = null;
    }
  }
  return sequences;
}
