import type { Context, Element, Rule } from '../rule.ts';
import type { ModuleSpec } from '../spec.ts';
import { field, inEach } from './fields.ts';

const HTML =
  'a b bdo big blockquote body br button caption center cite code col colgroup dd del div dl dt em h1 h2 h3 h4 h5 h6 head hr html i img label legend li ol p pre q s samp select small span strike strong sub sup table tbody td tfoot th thead title tr tt u ul'.split(
    ' ',
  );
const ON = ['file', 'group', 'unit', 'note', 'ph', 'pc', 'sc', 'ec', 'mrk', 'sm'];
/** Format style. https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html#fs-mod */
export const FS: ModuleSpec = {
  prefix: 'fs',
  namespaces: inEach('urn:oasis:names:tc:xliff:fs:2.0'),
  fragment: null,
  elements: {},
  places: {},
  attributes: {
    'fs:fs': { ...field({ oneOf: HTML }, '#fs'), on: ON },
    'fs:subFs': { ...field('text', '#subFs'), on: ON },
  },
  rules: [styleRule],
};

function styleRule(): Rule {
  return { open: Object.fromEntries(ON.map((name) => [name, checkStyle])) };
}

function checkStyle(element: Element, context: Context): void {
  const { 'fs:fs': style, 'fs:subFs': sub, isolated } = element.attributes;
  if (style === undefined && sub === undefined) return;
  if (element.name === 'ec' && isolated !== 'yes') {
    const attribute = style === undefined ? 'fs:subFs' : 'fs:fs';
    context.report(element, 'fs-end-code', style === undefined ? '#subFs' : '#fs', { attribute });
  }
  if (sub === undefined) return;
  if (style === undefined) context.report(element, 'fs-sub-alone', '#subFs', { value: sub });
  if (!arePairs(sub)) context.report(element, 'fs-sub-syntax', '#subFs', { value: sub });
}

/**
 * Whether a text is pairs of a name and a value with a comma between, with a backslash between pairs, and one before a
 * comma or a backslash in a value.
 */
function arePairs(text: string): boolean {
  let name = 0;
  let isValue = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (!isValue) {
      if (sign === '\\' || (sign === ',' && name === 0)) return false;
      if (sign === ',') isValue = true;
      else name += 1;
    } else if (sign === ',') return false;
    else if (sign === '\\') {
      const next = text[at + 1];
      if (next === ',' || next === '\\') at += 1;
      else {
        isValue = false;
        name = 0;
      }
    }
  }
  return isValue || text === '';
}
