import type { DataType, ModuleSpec } from '../spec.ts';
import { ctrRule } from './ctr-rule.ts';
import { field, inEach, many } from './fields.ts';

// https://www.w3.org/TR/NOTE-datetime, with an hour of the zone in one digit, as all examples of the standard have it.
const DATE: DataType = {
  pattern: /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d{1,2}:\d\d)?)?)?)?$/,
  name: '2026-03-31T12:00:00Z',
};

const ELEMENTS: DataType = {
  oneOf:
    'file skeleton group unit segment ignorable notes note originalData data source target cp ph pc sc ec mrk sm em matches match glossary glossEntry term translation definition metadata metaGroup meta resourceData resourceItemRef resourceItem reference profiles normalization validation rule'.split(
      ' ',
    ),
};

/**
 * Change tracking: a module of 2.0, and from 2.1 on an extension that the specification describes.
 * https://docs.oasis-open.org/xliff/xliff-core/v2.0/os/xliff-core-v2.0-os.html#changeTracking_module
 */
export const CTR: ModuleSpec = {
  prefix: 'ctr',
  namespaces: inEach('urn:oasis:names:tc:xliff:changetracking:2.0'),
  fragment: 'ctr',
  elements: {
    'ctr:changeTrack': {
      attributes: {},
      foreignAttributes: false,
      content: [many(1, 'ctr:revisions')],
      clause: '#changeTrack',
    },
    'ctr:revisions': {
      attributes: {
        appliesTo: field(ELEMENTS, '#ctr_appliesTo', 'required'),
        ref: field('nmtoken', '#ctr_ref'),
        currentVersion: field('nmtoken', '#ctr_currentVersion'),
      },
      foreignAttributes: true,
      content: [many(1, 'ctr:revision')],
      clause: '#revisions',
    },
    'ctr:revision': {
      attributes: {
        author: field('text', '#ctr_author'),
        datetime: { ...field(DATE, '#ctr_datetime'), problem: 'date-malformed' },
        version: field('nmtoken', '#ctr_version'),
      },
      foreignAttributes: true,
      content: [many(1, 'ctr:item')],
      clause: '#revision',
    },
    'ctr:item': {
      attributes: { property: field('text', '#ctr_property', 'required') },
      foreignAttributes: true,
      content: [],
      text: true,
      clause: '#item',
    },
  },
  places: {
    'ctr:changeTrack': { parents: ['file', 'group', 'unit'], max: Number.POSITIVE_INFINITY },
  },
  attributes: {},
  rules: [ctrRule],
};
