import { type Context, childrenOf, type Element, type Rule, walk } from '../rule.ts';
import type { ModuleSpec } from '../spec.ts';
import { field, inEach, many, OTHERS, OWN_VALUE, once, one, PERCENT } from './fields.ts';
import { findSpan, type Spans, spansOf } from './spans.ts';

/** Translation candidates. https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html#candidates */
export const MTC: ModuleSpec = {
  prefix: 'mtc',
  namespaces: inEach('urn:oasis:names:tc:xliff:matches:2.0'),
  fragment: 'mtc',
  elements: {
    'mtc:matches': {
      attributes: {},
      foreignAttributes: false,
      content: [many(1, 'mtc:match')],
      clause: '#matches',
    },
    'mtc:match': {
      attributes: {
        id: field('nmtoken', '#candidates_id'),
        matchQuality: field(PERCENT, '#matchQuality'),
        matchSuitability: field(PERCENT, '#matchSuitability'),
        origin: field('text', '#candidates_origin'),
        ref: field('uri', '#candidates_ref', 'required'),
        reference: field('yes-no', '#candidates_reference'),
        similarity: field(PERCENT, '#candidates_similarity'),
        subType: field(OWN_VALUE, '#candidates_subtype'),
        type: field({ oneOf: ['am', 'mt', 'icm', 'idm', 'tb', 'tm', 'other'] }, '#candidates_type'),
      },
      foreignAttributes: true,
      content: [once('mda:metadata'), once('originalData'), one('source'), one('target'), OTHERS],
      clause: '#match',
    },
  },
  places: { 'mtc:matches': { parents: ['unit'], max: 1 } },
  attributes: {},
  rules: [matchRule],
};

function matchRule(): Rule {
  return {
    open: { 'mtc:match': checkAttributes },
    close: {
      'mtc:matches': checkIds,
      'mtc:match': checkContent,
      unit: (unit, context) => {
        const matches = childrenOf(unit, 'mtc:matches');
        if (matches.length === 0) return;
        const spans = spansOf(unit);
        for (const list of matches) {
          for (const match of childrenOf(list, 'mtc:match')) checkRef(match, spans, context);
        }
      },
    },
  };
}

function checkAttributes(match: Element, context: Context): void {
  const { type, subType, 'xml:lang': language } = match.attributes;
  if (language !== undefined) context.report(match, 'mtc-language-set', '#match', { value: language });
  if (subType === undefined) return;
  if (type === undefined)
    context.report(match, 'mtc-subtype-alone', '#candidates_subtype', { value: subType });
  if (subType.startsWith('xlf:')) {
    context.report(match, 'mtc-subtype-reserved', '#candidates_subtype', { value: subType });
  }
}

function checkIds(matches: Element, context: Context): void {
  const seen = new Set<string>();
  for (const match of childrenOf(matches, 'mtc:match')) {
    const id = match.attributes['id'];
    if (id === undefined) continue;
    if (seen.has(id)) context.report(match, 'mtc-id-repeated', '#candidates_id', { value: id });
    seen.add(id);
  }
}

function checkRef(match: Element, spans: Spans, context: Context): void {
  const value = match.attributes['ref'];
  if (value === undefined) return;
  const found = findSpan(value, spans);
  if (found === 'syntax') context.report(match, 'mtc-ref-syntax', '#candidates_ref', { value });
  if (found === 'unresolved') context.report(match, 'mtc-ref-unresolved', '#candidates_ref', { value });
}

// A candidate has codes and data of its own: nothing in it refers to the unit's.
function checkContent(match: Element, context: Context): void {
  const data = checkData(match, context);
  for (const text of childrenOf(match)) {
    if (text.name !== 'source' && text.name !== 'target') continue;
    checkLanguage(text, match, context);
    checkCodes(text, data, context);
  }
}

function checkData(match: Element, context: Context): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const list of childrenOf(match, 'originalData')) {
    for (const data of childrenOf(list, 'data')) {
      const value = data.attributes['id'];
      if (value === undefined) continue;
      if (ids.has(value)) context.report(data, 'mtc-data-repeated', '#id', { value });
      ids.add(value);
    }
  }
  return ids;
}

function checkLanguage(text: Element, match: Element, context: Context): void {
  const value = text.attributes['xml:lang'];
  if (value === undefined) return;
  const isTarget = text.name === 'target';
  if (isTarget && match.attributes['reference'] === 'yes') return;
  const expected = context.root.attributes[isTarget ? 'trgLang' : 'srcLang'];
  if (expected === undefined || expected.toLowerCase() === value.toLowerCase()) return;
  context.report(text, 'mtc-language-wrong', '#match', { value, expected });
}

const DATA_REFS = ['dataRef', 'dataRefStart', 'dataRefEnd'];

function checkCodes(text: Element, data: ReadonlySet<string>, context: Context): void {
  const ids = new Set<string>();
  const open = new Map<string, Element>();
  walk(text, (code) => {
    const { id, startRef, isolated } = code.attributes;
    if (id !== undefined) {
      if (ids.has(id)) context.report(code, 'mtc-code-repeated', '#id', { value: id });
      ids.add(id);
    }
    for (const name of DATA_REFS) {
      const value = code.attributes[name];
      if (value !== undefined && !data.has(value)) {
        context.report(code, 'mtc-data-unresolved', `#${name.toLowerCase()}`, { attribute: name, value });
      }
    }
    if (code.name === 'sm' || (code.name === 'sc' && isolated !== 'yes')) open.set(id ?? '', code);
    if (startRef === undefined || isolated === 'yes') return;
    const start = open.get(startRef);
    if (start?.name === (code.name === 'em' ? 'sm' : 'sc')) open.delete(startRef);
    else context.report(code, 'mtc-code-unpaired', `#${code.name}`, { value: startRef });
  });
  for (const [value, code] of open) context.report(code, 'mtc-code-unpaired', `#${code.name}`, { value });
}
