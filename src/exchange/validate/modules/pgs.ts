import { ancestorOf, type Context, type Element, type Rule } from '../rule.ts';
import type { ModuleSpec } from '../spec.ts';
import { field } from './fields.ts';

const SELECTOR = /^(?:plural|ordinal|gender|select):\S+$/;
const PLURAL = /^(?:zero|one|two|few|many|other|[+-]?(?:\d+(?:\.\d+)?|\.\d+))$/;

/**
 * Plural, gender and select of XLIFF 2.2. The specification, its schema and its example disagree on whether variants
 * are units of a group or segments of a unit, and on what stands between items: both are let pass.
 * https://docs.oasis-open.org/xliff/xliff-core/v2.2/xliff-extended-v2.2-part2.html#plural_gender_select_module
 */
export const PGS: ModuleSpec = {
  prefix: 'pgs',
  namespaces: { '2.2': 'urn:oasis:names:tc:xliff:pgs:1.0' },
  fragment: 'pgs',
  elements: {},
  places: {},
  attributes: {
    'pgs:switch': { ...field('text', '#pgs_switch'), on: ['group', 'unit'] },
    'pgs:case': { ...field('text', '#pgs_case'), on: ['unit', 'segment'] },
  },
  rules: [variantRule],
};

function variantRule(): Rule {
  return {
    open: {
      group: checkSwitch,
      unit: (unit, context) => {
        checkSwitch(unit, context);
        checkCase(unit, ancestorOf(unit, 'group'), context);
      },
      segment: (segment, context) => checkCase(segment, segment.parent, context),
    },
  };
}

function itemsOf(text: string): string[] {
  return text.split(/[\s,]+/).filter((item) => item !== '');
}

const selectors = new WeakMap<Element, readonly string[]>();

function selectorsOf(holder: Element): readonly string[] {
  const before = selectors.get(holder);
  if (before !== undefined) return before;
  const items = itemsOf(holder.attributes['pgs:switch'] ?? '');
  selectors.set(holder, items);
  return items;
}

function checkSwitch(element: Element, context: Context): void {
  const value = element.attributes['pgs:switch'];
  if (value === undefined) return;
  const items = selectorsOf(element);
  if (items.length > 0 && items.every((item) => SELECTOR.test(item))) return;
  context.report(element, 'pgs-switch-malformed', '#pgs_switch', { value });
}

function checkCase(element: Element, holder: Element | null, context: Context): void {
  const value = element.attributes['pgs:case'];
  if (value === undefined) return;
  const wanted = holder === null ? [] : selectorsOf(holder);
  const cases = itemsOf(value);
  if (wanted.length === 0) {
    context.report(element, 'pgs-switch-missing', '#pgs_case', { value });
  } else if (wanted.length !== cases.length) {
    context.report(element, 'pgs-case-count', '#pgs_case', { value, expected: wanted.length });
  } else {
    for (const [index, selector] of wanted.entries()) {
      const item = cases[index] ?? '';
      if (!/^(?:plural|ordinal):/.test(selector) || PLURAL.test(item)) continue;
      context.report(element, 'pgs-case-value', '#pgs_case', { value: item, selector });
    }
  }
}
