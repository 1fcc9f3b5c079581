import type { DataType, ModuleSpec } from '../spec.ts';
import { field, many, PERCENT } from './fields.ts';
import { itsRule } from './its-rule.ts';

const NAMESPACE = 'http://www.w3.org/2005/11/its';
const STRUCTURE = ['file', 'group', 'unit'];
const MARKERS = ['mrk', 'sm'];
const ANNOTATED = [...STRUCTURE, 'note', ...MARKERS, 'mtc:match', 'ctr:revisions', 'ctr:revision'];

const ISSUE_TYPE: DataType = {
  oneOf:
    'terminology mistranslation omission untranslated addition duplication inconsistency grammar legal register locale-specific-content locale-violation style characters misspelling typographical formatting inconsistent-entities numbers markup pattern-problem whitespace internationalization length non-conformance uncategorized other'.split(
      ' ',
    ),
};
// A double from 0 to 1, in any way of writing it.
const CONFIDENCE: DataType = {
  pattern:
    /^[ \t\r\n]*(?:[+-]?0*(?:\.0*)?(?:[Ee][+-]?\d+)?|\+?(?:0*\.\d+|0+\.?|0*1(?:\.0*)?)|\+?0*\d(?:\.\d*)?[Ee]-\d+)[ \t\r\n]*$/,
  name: '0 … 1',
};
const INTEGER: DataType = { pattern: /^[ \t\r\n]*[+-]?\d+[ \t\r\n]*$/, name: '… -1, 0, 1 …' };
const VERSION: DataType = { oneOf: ['2.0'] };

const ISSUE: Readonly<Record<string, DataType>> = {
  locQualityIssueType: ISSUE_TYPE,
  locQualityIssueComment: 'text',
  locQualityIssueSeverity: PERCENT,
  locQualityIssueProfileRef: 'uri',
  locQualityIssueEnabled: 'yes-no',
};
const RECORD: Readonly<Record<string, DataType>> = {
  org: 'text',
  orgRef: 'uri',
  person: 'text',
  personRef: 'uri',
  revOrg: 'text',
  revOrgRef: 'uri',
  revPerson: 'text',
  revPersonRef: 'uri',
  revTool: 'text',
  revToolRef: 'uri',
  tool: 'text',
  toolRef: 'uri',
};
const OTHER: Readonly<Record<string, DataType>> = {
  allowedCharacters: 'text',
  annotatorsRef: 'text',
  localeFilterList: 'text',
  localeFilterType: { oneOf: ['include', 'exclude'] },
  locQualityIssuesRef: 'uri',
  locQualityRatingProfileRef: 'uri',
  locQualityRatingScore: PERCENT,
  locQualityRatingScoreThreshold: PERCENT,
  locQualityRatingVote: INTEGER,
  locQualityRatingVoteThreshold: INTEGER,
  mtConfidence: CONFIDENCE,
  provenanceRecordsRef: 'uri',
  taClassRef: 'uri',
  taConfidence: CONFIDENCE,
  taIdent: 'text',
  taIdentRef: 'uri',
  taSource: 'text',
  termConfidence: CONFIDENCE,
};

function fields(types: Readonly<Record<string, DataType>>): ModuleSpec['elements'][string]['attributes'] {
  return Object.fromEntries(
    Object.entries(types).map(([name, type]) => [name, field(type, `#itsm_${name}`)]),
  );
}

const STANDOFF = {
  'xml:id': field('nmtoken', '#itsm_id', 'required'),
  version: field(VERSION, '#itsm_version'),
} as const;
const ITS_ELEMENTS = ['locQualityIssues', 'locQualityIssue', 'provenanceRecords', 'provenanceRecord'];

/** Internationalization Tag Set, as far as XLIFF takes it. https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html#ITS-module */
export const ITS: ModuleSpec = {
  prefix: 'its',
  namespaces: { '2.1': NAMESPACE, '2.2': NAMESPACE },
  fragment: 'its',
  elements: {
    'its:locQualityIssues': {
      attributes: STANDOFF,
      foreignAttributes: false,
      content: [many(1, 'its:locQualityIssue')],
      clause: '#itsm_locQualityIssues',
    },
    'its:locQualityIssue': {
      attributes: { ...fields(ISSUE), version: field(VERSION, '#itsm_version') },
      foreignAttributes: false,
      content: [],
      clause: '#itsm_locQualityIssue',
    },
    'its:provenanceRecords': {
      attributes: STANDOFF,
      foreignAttributes: false,
      content: [many(1, 'its:provenanceRecord')],
      clause: '#itsm_provenanceRecords',
    },
    'its:provenanceRecord': {
      attributes: { ...fields(RECORD), version: field(VERSION, '#itsm_version') },
      foreignAttributes: false,
      content: [],
      clause: '#itsm_provenanceRecord',
    },
  },
  places: {
    'its:locQualityIssues': { parents: ['unit', 'mtc:match'], max: Number.POSITIVE_INFINITY },
    'its:provenanceRecords': {
      parents: [...STRUCTURE, 'mtc:match', 'ctr:revision'],
      max: Number.POSITIVE_INFINITY,
    },
  },
  attributes: {
    'its:version': {
      ...field(VERSION, '#itsm_version'),
      on: ['xliff', ...ANNOTATED, ...ITS_ELEMENTS.map((name) => `its:${name}`)],
    },
    ...Object.fromEntries(
      Object.entries({ ...ISSUE, ...RECORD, ...OTHER }).map(([name, type]) => [
        `its:${name}`,
        { ...field(type, `#itsm_${name}`), on: ANNOTATED },
      ]),
    ),
  },
  rules: [itsRule],
};

/** What XLIFF adds to the Internationalization Tag Set. */
export const ITSM: ModuleSpec = {
  prefix: 'itsm',
  namespaces: { '2.1': 'urn:oasis:names:tc:xliff:itsm:2.1', '2.2': 'urn:oasis:names:tc:xliff:itsm:2.1' },
  fragment: null,
  elements: {},
  places: {},
  attributes: {
    'itsm:domains': { ...field('text', '#itsm_domains'), on: ANNOTATED },
    'itsm:lang': { ...field('language', '#itsm_lang'), on: ANNOTATED },
  },
  rules: [],
};
