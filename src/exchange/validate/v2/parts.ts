import type { Check, CreateRule, Element } from '../rule.ts';
import type { UnitCheck } from './unit.ts';

/** A skeleton has either content or an address; a state beyond the first has a target, and a substate a state. */
export const skeletonAndState: CreateRule = () => ({
  open: {
    group: reservedPrefix('type', '#type'),
    unit: reservedPrefix('type', '#type'),
  },
  close: {
    skeleton: (element, context) => {
      const { href } = element.attributes;
      if (href === undefined && !element.hasContent) {
        context.report(element, 'skeleton-empty', '#skeleton');
      } else if (href !== undefined && element.hasContent) {
        context.report(element, 'skeleton-href-content', '#skeleton', { href });
      }
    },
    segment: (element, context) => {
      const { state, subState } = element.attributes;
      if (subState !== undefined) {
        if (state === undefined) context.report(element, 'substate-without-state', '#substate', { subState });
        reservedPrefix('subState', '#substate')(element, context);
      }
      if (state === undefined || state === 'initial' || !STATES.has(state)) return;
      if (!element.nodes.some(isTarget)) context.report(element, 'state-without-target', '#state', { state });
    },
  },
});

const STATES: ReadonlySet<string> = new Set(['translated', 'reviewed', 'final']);

function isTarget(node: Element | string): boolean {
  return typeof node !== 'string' && node.name === 'target';
}

function reservedPrefix(attribute: string, clause: string): Check {
  return (element, context) => {
    const value = element.attributes[attribute];
    if (value?.startsWith('xlf:')) context.report(element, 'prefix-reserved', clause, { attribute, value });
  };
}

/** A unit has a segment. https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#unit */
export const hasSegment: UnitCheck = ({ element, parts }, context) => {
  if (parts.some((part) => part.element.name === 'segment')) return;
  context.report(element, 'segment-missing', '#unit');
};

/**
 * No two targets of a unit have one place, said or unsaid, and none is beyond the last.
 * https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#order
 */
export const targetOrder: UnitCheck = ({ parts }, context) => {
  if (!parts.some(({ target }) => target?.element.attributes['order'] !== undefined)) return;
  const taken = new Map<number, Element>();
  for (const [index, { target }] of parts.entries()) {
    if (target === null) continue;
    const { order } = target.element.attributes;
    const place = order === undefined ? index + 1 : Number(order);
    if (!Number.isInteger(place)) continue;
    if (place > parts.length) {
      const values = { order: place, count: parts.length };
      context.report(target.element, 'order-out-of-range', '#order', values);
    }
    const other = taken.get(place);
    if (other === undefined) taken.set(place, target.element);
    else {
      // The one that says it is the one to mend.
      const at = order === undefined ? other : target.element;
      context.report(at, 'order-not-unique', '#order', { order: place });
    }
  }
};
