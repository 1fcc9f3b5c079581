import type { Context, CreateRule, Element, Rule } from '../rule.ts';
import { codeRule } from './codes-rule.ts';
import { segmentRule } from './segments.ts';
import { strictRule } from './strict.ts';

/** The rules of XLIFF 1.2 beyond its structure. */
export const RULES_12: readonly CreateRule[] = [
  idRule,
  headerRule,
  languageRule,
  orderRule,
  codeRule,
  segmentRule,
  strictRule,
];

/** Ids and names within a file, and references to units. */
function idRule(): Rule {
  let file = 0;
  const unique =
    (kind: string, attribute: string, code: Parameters<Context['report']>[1], clause: string) =>
    (element: Element, context: Context): void => {
      const value = element.attributes[attribute];
      if (value === undefined || context.declare(`${kind} ${file} ${value}`)) return;
      context.report(element, code, clause, { attribute, value });
    };
  const unit = unique('unit', 'id', 'v12-unit-id-repeated', '#id');
  const reference = (element: Element, context: Context): void => {
    const value = element.attributes['xid'];
    if (value === undefined) return;
    context.require(`unit ${file} ${value}`, element, 'v12-xid-unresolved', '#xid', { value });
  };
  return {
    open: {
      file: () => {
        file += 1;
      },
      'trans-unit': unit,
      'bin-unit': unit,
      group: unique('group', 'id', 'v12-group-id-repeated', '#id'),
      'count-group': unique('count', 'name', 'v12-name-repeated', '#name'),
      'context-group': unique('context', 'name', 'v12-name-repeated', '#name'),
      'external-file': unique('uid', 'uid', 'v12-uid-repeated', '#uid'),
      ...Object.fromEntries(
        ['g', 'x', 'bx', 'ex', 'bpt', 'ept', 'ph', 'it', 'sub'].map((name) => [name, reference]),
      ),
    },
  };
}

/** Phases and tools, which the header of a file declares. */
function headerRule(): Rule {
  let file = 0;
  const needs =
    (attribute: 'phase-name' | 'tool-id') =>
    (element: Element, context: Context): void => {
      const value = element.attributes[attribute];
      if (value === undefined) return;
      const code = attribute === 'tool-id' ? 'v12-tool-unresolved' : 'v12-phase-unresolved';
      context.require(`${attribute} ${file} ${value}`, element, code, `#${attribute}`, { value });
    };
  const phase = needs('phase-name');
  const tool = needs('tool-id');
  return {
    open: {
      file: (element, context) => {
        file += 1;
        tool(element, context);
      },
      phase: (element, context) => {
        const value = element.attributes['phase-name'];
        if (value !== undefined && !context.declare(`phase-name ${file} ${value}`)) {
          context.report(element, 'v12-phase-repeated', '#phase-name', { value });
        }
        tool(element, context);
      },
      tool: (element, context) => {
        const value = element.attributes['tool-id'];
        if (value !== undefined && !context.declare(`tool-id ${file} ${value}`)) {
          context.report(element, 'v12-tool-repeated', '#tool-id', { value });
        }
      },
      'alt-trans': (element, context) => {
        tool(element, context);
        phase(element, context);
      },
      ...Object.fromEntries(
        ['count', 'trans-unit', 'target', 'bin-unit', 'bin-target'].map((name) => [name, phase]),
      ),
    },
  };
}

/** Languages of texts, which are those of their file, in any regional variant. */
function languageRule(): Rule {
  let file: Element | null = null;
  const check = (element: Element, context: Context): void => {
    const value = element.attributes['xml:lang'];
    if (value === undefined || file === null || element.parent?.name === 'alt-trans') return;
    const attribute = element.name === 'target' ? 'target-language' : 'source-language';
    const expected = file.attributes[attribute];
    if (expected === undefined || isVariant(value, expected)) return;
    context.report(element, 'v12-language-wrong', `#${attribute}`, { value, expected });
  };
  return {
    open: {
      file: (element) => {
        file = element;
      },
      source: check,
      'seg-source': check,
      target: check,
    },
  };
}

function isVariant(one: string, other: string): boolean {
  const primary = (tag: string): string => tag.trim().toLowerCase().split(/[-_]/)[0] ?? '';
  return primary(one) === primary(other);
}

/** That the last of all is a file: elements of other namespaces stand before one. */
function orderRule(): Rule {
  let isLast = false;
  return {
    open: {
      file: () => {
        isLast = true;
      },
      '*': (element) => {
        if (element.parent?.name === 'xliff') isLast = false;
      },
    },
    close: {
      xliff: (element, context) => {
        if (!isLast) context.report(element, 'v12-file-missing', '#xliff');
      },
    },
  };
}
