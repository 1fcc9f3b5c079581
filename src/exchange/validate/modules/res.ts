import { ancestorOf, type Context, childrenOf, type Element, type Rule } from '../rule.ts';
import type { ElementSpec, ElementTable, ModuleSpec, Particle } from '../spec.ts';
import { field, many, once } from './fields.ts';

const NAMESPACE = 'urn:oasis:names:tc:xliff:resourcedata:2.0';
const ID = field('nmtoken', '#res_id');
const HREF = field('text', '#res_href');
const LANGUAGE = field('language', '#res_xml_lang');

// To this module the core is another namespace like any: a resource may be an element of the core.
const RESOURCE = many(
  0,
  '*',
  ...['xliff', 'file', 'skeleton', 'group', 'unit', 'segment', 'ignorable', 'notes', 'note', 'originalData'],
  ...['data', 'source', 'target', 'cp', 'ph', 'pc', 'sc', 'ec', 'mrk', 'sm', 'em'],
);

function resource(clause: string): ElementSpec {
  return {
    attributes: { href: HREF, 'xml:lang': LANGUAGE },
    foreignAttributes: true,
    content: [RESOURCE],
    clause,
  };
}

function elements(...first: readonly Particle[]): ElementTable {
  return {
    'res:resourceData': {
      attributes: {},
      foreignAttributes: false,
      content: [many(0, 'res:resourceItemRef'), many(0, 'res:resourceItem')],
      clause: '#res_resourceData',
    },
    'res:resourceItemRef': {
      attributes: { id: ID, ref: field('nmtoken', '#res_ref', 'required') },
      foreignAttributes: true,
      content: [],
      clause: '#res_resourceItemRef',
    },
    'res:resourceItem': {
      attributes: {
        mimeType: field('text', '#res_mimeType'),
        id: ID,
        context: field('yes-no', '#res_context'),
      },
      foreignAttributes: true,
      content: [...first, once('res:source'), once('res:target'), many(0, 'res:reference')],
      clause: '#res_resourceItem',
    },
    'res:source': resource('#res_source'),
    'res:target': resource('#res_target'),
    'res:reference': {
      attributes: { href: field('text', '#res_href', 'required'), 'xml:lang': LANGUAGE },
      foreignAttributes: true,
      content: [],
      clause: '#res_reference',
    },
  };
}

/** Resource data. https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html#resourceData_module */
export const RES: ModuleSpec = {
  prefix: 'res',
  namespaces: { '2.0': NAMESPACE, '2.1': NAMESPACE },
  fragment: 'res',
  elements: elements(),
  places: { 'res:resourceData': { parents: ['file', 'unit'], max: 1 } },
  attributes: {},
  rules: [resourceRule],
};

/** Resource data in XLIFF 2.2, where an item may begin with notes. */
export const RES_22: ModuleSpec = {
  ...RES,
  namespaces: { '2.2': NAMESPACE },
  elements: elements(once('notes')),
};

function resourceRule(): Rule {
  const ofFiles = new WeakMap<Element, ReadonlySet<string>>();
  return {
    close: {
      'res:resourceItem': checkItem,
      'res:source': checkResource,
      'res:target': checkResource,
      'res:resourceData': (data, context) => {
        const ids = checkIds(data, context);
        const file = data.parent;
        if (file?.name === 'file') ofFiles.set(file, ids);
        checkRefs(data, ids, ofFiles, context);
      },
    },
  };
}

/** Looks at the ids of resource data, and gives those of its items. */
function checkIds(data: Element, context: Context): ReadonlySet<string> {
  const all = new Set<string>();
  const items = new Set<string>();
  for (const item of childrenOf(data)) {
    const value = item.attributes['id'];
    if (value === undefined) continue;
    if (all.has(value)) context.report(item, 'res-id-repeated', '#res_id', { value });
    all.add(value);
    if (item.name === 'res:resourceItem') items.add(value);
  }
  return items;
}

// What is referred to stands in the file's own resource data; the official examples refer to a neighbour too. Where
// neighbours are all that a file has, it may have been taken from a greater one: the examples call that valid.
function checkRefs(
  data: Element,
  own: ReadonlySet<string>,
  ofFiles: WeakMap<Element, ReadonlySet<string>>,
  context: Context,
): void {
  const file = ancestorOf(data, 'file');
  const known = file === null ? undefined : ofFiles.get(file);
  if (known === undefined && own.size > 0) return;
  for (const ref of childrenOf(data, 'res:resourceItemRef')) {
    const value = ref.attributes['ref'];
    if (value === undefined || own.has(value) || known?.has(value)) continue;
    context.report(ref, 'res-ref-unresolved', '#res_ref', { value });
  }
}

function checkItem(item: Element, context: Context): void {
  const parts = childrenOf(item).filter(({ name }) => name.startsWith('res:'));
  if (parts.length === 0) context.report(item, 'res-item-empty', '#res_resourceItem');
  const texts = parts.filter(({ name }) => name !== 'res:reference');
  const empty = texts.length > 0 && texts.every(({ hasContent }) => !hasContent);
  if (empty && item.attributes['mimeType'] === undefined) {
    context.report(item, 'res-mime-type-missing', '#res_resourceItem');
  }
}

function checkResource(resource: Element, context: Context): void {
  const isTarget = resource.name === 'res:target';
  const clause = isTarget ? '#res_target' : '#res_source';
  const { href, 'xml:lang': value } = resource.attributes;
  const filled = resource.hasContent;
  if (href !== undefined && filled) context.report(resource, 'res-href-and-content', clause);
  if (href === undefined && !filled) context.report(resource, 'res-href-missing', clause);
  // What is there for context alone and lies outside the file is, in the official valid files, in whatever language.
  if (value === undefined || (isTarget && !filled && resource.parent?.attributes['context'] !== 'no')) return;
  const expected = context.root.attributes[isTarget ? 'trgLang' : 'srcLang'];
  if (expected === undefined || expected.toLowerCase() === value.toLowerCase()) return;
  context.report(resource, 'res-language-wrong', clause, { value, expected });
}
