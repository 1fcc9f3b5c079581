import { type Context, childrenOf, type Element, type Rule } from '../rule.ts';
import { TABLES_12 } from './tables.ts';

/** What the strict schema no longer has: https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html#Changes */
const DEPRECATED = new Set(['ts', 'tool']);

/**
 * What the strict variant forbids and the transitional one lets in: deprecated elements and attributes, attributes
 * that nobody defines, and several targets in a candidate. Only files that name the strict schema are held to it
 * (`xsi:schemaLocation`). Whether extensions have schemas, as the strict variant also wants, no file can show.
 */
export function strictRule(): Rule {
  let isStrict = false;
  const check = (element: Element, context: Context): void => {
    if (isStrict) checkElement(element, context);
  };
  return {
    open: {
      ...Object.fromEntries(Object.keys(TABLES_12).map((name) => [name, check])),
      xliff: (root, context) => {
        isStrict = Object.entries(root.attributes).some(
          ([name, value]) => name.endsWith(':schemaLocation') && value.includes('strict'),
        );
        if (isStrict) checkElement(root, context);
      },
    },
    close: {
      'alt-trans': (candidate, context) => {
        const second = isStrict ? childrenOf(candidate, 'target')[1] : undefined;
        if (second !== undefined) context.report(second, 'v12-target-repeated', '#alt-trans');
      },
    },
  };
}

function checkElement(element: Element, context: Context): void {
  const { name, attributes } = element;
  const spec = TABLES_12[name];
  if (spec === undefined) return;
  if (name === 'prop-group') context.report(element, 'v12-deprecated', '#prop-group', { name });
  for (const attribute in attributes) {
    if (attribute.includes(':')) continue;
    const isOld = DEPRECATED.has(attribute) || (name === 'target' && attribute === 'restype');
    if (isOld && spec.attributes[attribute] !== undefined) {
      context.report(element, 'v12-deprecated', `#${attribute}`, { name: attribute });
    } else if (spec.attributes[attribute] === undefined && spec.foreignAttributes) {
      context.report(element, 'attribute-unknown', spec.clause, { attribute });
    }
  }
}
