import { type Context, childrenOf, type Element, type Rule, walk } from '../rule.ts';
import type { ModuleSpec } from '../spec.ts';
import { field, inEach, many } from './fields.ts';

/** Metadata. https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html#metadata_module */
export const MDA: ModuleSpec = {
  prefix: 'mda',
  namespaces: inEach('urn:oasis:names:tc:xliff:metadata:2.0'),
  fragment: 'mda',
  elements: {
    'mda:metadata': {
      attributes: { id: field('nmtoken', '#meta_id') },
      foreignAttributes: false,
      content: [many(1, 'mda:metaGroup')],
      clause: '#metadata',
    },
    'mda:metaGroup': {
      attributes: {
        id: field('nmtoken', '#meta_id'),
        category: field('text', '#meta_category'),
        appliesTo: field({ oneOf: ['source', 'target', 'ignorable'] }, '#meta_appliesto'),
      },
      foreignAttributes: false,
      content: [many(1, 'mda:metaGroup', 'mda:meta')],
      clause: '#metagroup',
    },
    'mda:meta': {
      attributes: { type: field('text', '#meta_type', 'required') },
      foreignAttributes: false,
      content: [],
      text: true,
      clause: '#meta',
    },
  },
  places: { 'mda:metadata': { parents: ['file', 'group', 'unit', 'gls:glossEntry'], max: 1 } },
  attributes: {},
  rules: [metadataRule],
};

function metadataRule(): Rule {
  return { close: { 'mda:metadata': checkIds } };
}

function checkIds(metadata: Element, context: Context): void {
  if (childrenOf(metadata).length === 0) return;
  const seen = new Set<string>();
  const look = (element: Element): void => {
    const value = element.attributes['id'];
    if (value === undefined) return;
    if (seen.has(value)) context.report(element, 'mda-id-repeated', '#meta_id', { value });
    seen.add(value);
  };
  look(metadata);
  walk(metadata, look);
}
