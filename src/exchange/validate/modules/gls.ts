import { type Context, childrenOf, type Element, type Rule } from '../rule.ts';
import type { ModuleSpec } from '../spec.ts';
import { field, inEach, many, OTHERS, once, one } from './fields.ts';
import { findSpan, type Spans, spansOf } from './spans.ts';

const SOURCE = field('text', '#gls_source');

/** Glossary. https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html#glossary-module */
export const GLS: ModuleSpec = {
  prefix: 'gls',
  namespaces: inEach('urn:oasis:names:tc:xliff:glossary:2.0'),
  fragment: 'gls',
  elements: {
    'gls:glossary': {
      attributes: {},
      foreignAttributes: false,
      content: [many(1, 'gls:glossEntry')],
      clause: '#glossary',
    },
    'gls:glossEntry': {
      attributes: { id: field('nmtoken', '#gls_id'), ref: field('uri', '#gls_ref') },
      foreignAttributes: true,
      content: [one('gls:term'), many(0, 'gls:translation'), once('gls:definition'), OTHERS],
      clause: '#glossentry',
    },
    'gls:term': {
      attributes: { source: SOURCE },
      foreignAttributes: true,
      content: [],
      text: true,
      clause: '#term',
    },
    'gls:translation': {
      attributes: { id: field('nmtoken', '#gls_id'), ref: field('uri', '#gls_ref'), source: SOURCE },
      foreignAttributes: true,
      content: [],
      text: true,
      clause: '#translation',
    },
    'gls:definition': {
      attributes: { source: SOURCE },
      foreignAttributes: true,
      content: [],
      text: true,
      clause: '#definition',
    },
  },
  places: { 'gls:glossary': { parents: ['unit'], max: 1 } },
  attributes: {},
  rules: [glossaryRule],
};

function glossaryRule(): Rule {
  return {
    close: {
      'gls:glossary': checkEntries,
      unit: (unit, context) => {
        const glossaries = childrenOf(unit, 'gls:glossary');
        if (glossaries.length === 0) return;
        const spans = spansOf(unit);
        for (const entry of glossaries.flatMap(withIds)) checkRef(entry, spans, context);
      },
    },
  };
}

/** The entries and translations of a glossary: what has an id and a reference. */
function withIds(glossary: Element): Element[] {
  return childrenOf(glossary, 'gls:glossEntry').flatMap((entry) => [
    entry,
    ...childrenOf(entry, 'gls:translation'),
  ]);
}

function checkEntries(glossary: Element, context: Context): void {
  const seen = new Set<string>();
  for (const entry of withIds(glossary)) {
    const id = entry.attributes['id'];
    if (id !== undefined && seen.has(id)) context.report(entry, 'gls-id-repeated', '#gls_id', { value: id });
    if (id !== undefined) seen.add(id);
    if (entry.name !== 'gls:glossEntry') continue;
    const told = childrenOf(entry).some(
      ({ name }) => name === 'gls:translation' || name === 'gls:definition',
    );
    if (!told) context.report(entry, 'gls-entry-empty', '#glossentry');
  }
}

function checkRef(entry: Element, spans: Spans, context: Context): void {
  const value = entry.attributes['ref'];
  if (value === undefined) return;
  const found = findSpan(value, spans);
  if (found === 'syntax') context.report(entry, 'gls-ref-syntax', '#gls_ref', { value });
  if (found === 'unresolved') context.report(entry, 'gls-ref-unresolved', '#gls_ref', { value });
}
