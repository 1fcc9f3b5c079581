import type { Context, Element, Rule } from '../rule.ts';
import type { ModuleSpec } from '../spec.ts';
import { field, inEach, many } from './fields.ts';

const CONDITIONS = ['isPresent', 'isNotPresent', 'startsWith', 'endsWith'];
const OF_SOURCE = ['isPresent', 'startsWith', 'endsWith'];

/** Validation rules. https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html#validation_module */
export const VAL: ModuleSpec = {
  prefix: 'val',
  namespaces: inEach('urn:oasis:names:tc:xliff:validation:2.0'),
  fragment: 'val',
  elements: {
    'val:validation': {
      attributes: {},
      foreignAttributes: true,
      content: [many(1, 'val:rule')],
      clause: '#validation',
    },
    'val:rule': {
      attributes: {
        isPresent: field('text', '#val_isPresent'),
        occurs: field('positive-integer', '#val_occurs'),
        isNotPresent: field('text', '#val_isNotPresent'),
        startsWith: field('text', '#val_startsWith'),
        endsWith: field('text', '#val_endsWith'),
        existsInSource: field('yes-no', '#val_existsInSource'),
        caseSensitive: field('yes-no', '#val_caseSensitive'),
        normalization: field({ oneOf: ['none', 'nfc', 'nfd'] }, '#val_normalization'),
        disabled: field('yes-no', '#val_disabled'),
      },
      foreignAttributes: true,
      content: [],
      clause: '#rule',
    },
  },
  places: { 'val:validation': { parents: ['file', 'group', 'unit'], max: 1 } },
  attributes: {},
  rules: [ruleRule],
};

function ruleRule(): Rule {
  return { open: { 'val:rule': checkRule } };
}

function checkRule(rule: Element, context: Context): void {
  const { attributes } = rule;
  const count = (names: readonly string[]): number =>
    names.filter((name) => attributes[name] !== undefined).length;
  // All foreign attributes together are one rule of somebody's own.
  const own = Object.keys(attributes).some((name) => name.includes(':') && !name.startsWith('xml:'));
  if (count(CONDITIONS) + (own ? 1 : 0) !== 1) {
    context.report(rule, 'val-rule-count', '#rule', { count: count(CONDITIONS) + (own ? 1 : 0) });
  }
  const { existsInSource, occurs, isPresent, disabled } = attributes;
  if (existsInSource !== undefined && count(OF_SOURCE) !== 1) {
    context.report(rule, 'val-exists-in-source', '#val_existsInSource', { count: count(OF_SOURCE) });
  }
  if (occurs !== undefined && isPresent === undefined) {
    context.report(rule, 'val-occurs-alone', '#val_occurs', { value: occurs });
  }
  if (disabled === 'yes' && rule.parent?.parent?.name === 'file') {
    context.report(rule, 'val-disabled-in-file', '#val_disabled');
  }
}
