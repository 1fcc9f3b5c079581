import type { AttributeSpec, ElementSpec, ElementTable, Particle } from '../spec.ts';

// https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#elements
const ID: AttributeSpec = { type: 'nmtoken', required: true, clause: '#id' };
const OPTIONAL_ID: AttributeSpec = { type: 'nmtoken', clause: '#id' };
const TEXT: AttributeSpec = { type: 'text' };
const YES_NO: AttributeSpec = { type: 'yes-no' };
const CAN_RESEGMENT: AttributeSpec = { ...YES_NO, clause: '#canResegment' };
const NMTOKEN: AttributeSpec = { type: 'nmtoken' };
const NMTOKENS: AttributeSpec = { type: 'nmtokens' };
const LANGUAGE: AttributeSpec = { type: 'language', clause: '#xml_lang' };
const SPACE: AttributeSpec = { type: { oneOf: ['default', 'preserve'] }, clause: '#xml_space' };
const DIRECTION: AttributeSpec = { type: { oneOf: ['ltr', 'rtl', 'auto'] } };
const REORDER: AttributeSpec = { type: { oneOf: ['yes', 'firstNo', 'no'] } };
const USER_DEFINED = { pattern: /^[^\s:]+:[^\s:]+$/, name: 'prefix:value' } as const;
const STRUCTURE_TYPE: AttributeSpec = { type: USER_DEFINED, problem: 'type-malformed', clause: '#type' };
const SUB_TYPE: AttributeSpec = { type: USER_DEFINED, problem: 'subtype-malformed', clause: '#subtype' };
const CODE_TYPE: AttributeSpec = {
  type: { oneOf: ['fmt', 'ui', 'quote', 'link', 'image', 'other'] },
  problem: 'type-unknown',
  clause: '#type',
};
const MARK_TYPE: AttributeSpec = {
  type: {
    pattern: /^(?:generic|comment|term|[^\s:]+:[^\s:]+)$/,
    name: 'generic, comment, term, prefix:value',
  },
  problem: 'type-unknown',
  clause: '#type',
};

const INLINE: readonly Particle[] = [
  { names: ['cp', 'ph', 'pc', 'sc', 'ec', 'mrk', 'sm', 'em'], min: 0, max: Number.POSITIVE_INFINITY },
];

function one(name: string): Particle {
  return { names: [name], min: 1, max: 1 };
}

function optional(name: string): Particle {
  return { names: [name], min: 0, max: 1 };
}

function many(names: readonly string[], min: number): Particle {
  return { names, min, max: Number.POSITIVE_INFINITY };
}

const FOREIGN = many(['*'], 0);

const INHERITED: Readonly<Record<string, AttributeSpec>> = {
  canResegment: CAN_RESEGMENT,
  translate: YES_NO,
  srcDir: DIRECTION,
  trgDir: DIRECTION,
  'xml:space': SPACE,
};

const CODE: Readonly<Record<string, AttributeSpec>> = {
  canCopy: YES_NO,
  canDelete: YES_NO,
  canReorder: REORDER,
  copyOf: NMTOKEN,
  subType: SUB_TYPE,
  type: CODE_TYPE,
};

const SINGLE: Readonly<Record<string, AttributeSpec>> = {
  ...CODE,
  disp: TEXT,
  equiv: TEXT,
  dataRef: NMTOKEN,
  subFlows: NMTOKENS,
};

const MARK: Readonly<Record<string, AttributeSpec>> = {
  id: ID,
  translate: YES_NO,
  type: MARK_TYPE,
  ref: { type: 'uri' },
  value: TEXT,
};

const EMPTY = { foreignAttributes: false, content: [] } as const;

const xliff: ElementSpec = {
  attributes: {
    version: TEXT,
    srcLang: { type: 'language', required: true, clause: '#srcLang' },
    trgLang: { type: 'language', clause: '#trgLang' },
    'xml:space': SPACE,
  },
  foreignAttributes: true,
  content: [many(['file'], 1)],
  streams: true,
  clause: '#xliff',
};

const file: ElementSpec = {
  attributes: { id: ID, original: TEXT, ...INHERITED },
  foreignAttributes: true,
  content: [optional('skeleton'), FOREIGN, optional('notes'), many(['unit', 'group'], 1)],
  streams: true,
  clause: '#file',
};

const skeleton: ElementSpec = {
  attributes: { href: TEXT },
  foreignAttributes: false,
  content: [FOREIGN],
  text: true,
  streams: true,
  clause: '#skeleton',
};

const group: ElementSpec = {
  attributes: { id: ID, name: TEXT, type: STRUCTURE_TYPE, ...INHERITED },
  foreignAttributes: true,
  content: [FOREIGN, optional('notes'), many(['unit', 'group'], 0)],
  streams: true,
  clause: '#group',
};

// That one of its parts has to be a segment is a rule of its own.
const unit: ElementSpec = {
  attributes: { id: ID, name: TEXT, type: STRUCTURE_TYPE, ...INHERITED },
  foreignAttributes: true,
  content: [FOREIGN, optional('notes'), optional('originalData'), many(['segment', 'ignorable'], 0)],
  clause: '#unit',
};

const note: ElementSpec = {
  attributes: {
    id: OPTIONAL_ID,
    appliesTo: { type: { oneOf: ['source', 'target'] } },
    category: TEXT,
    priority: { type: { pattern: /^\s*\+?0*(?:[1-9]|10)\s*$/, name: '1 … 10' } },
  },
  foreignAttributes: true,
  content: [],
  text: true,
  clause: '#note',
};

const pc: ElementSpec = {
  attributes: {
    ...CODE,
    id: ID,
    canOverlap: YES_NO,
    dispEnd: TEXT,
    dispStart: TEXT,
    equivEnd: TEXT,
    equivStart: TEXT,
    dataRefEnd: NMTOKEN,
    dataRefStart: NMTOKEN,
    subFlowsEnd: NMTOKENS,
    subFlowsStart: NMTOKENS,
    dir: DIRECTION,
  },
  foreignAttributes: false,
  content: INLINE,
  text: true,
  clause: '#pc',
};

/** The core of XLIFF 2.0 and 2.1. */
export const CORE_20: ElementTable = {
  xliff,
  file,
  skeleton,
  group,
  unit,
  segment: {
    attributes: {
      id: OPTIONAL_ID,
      canResegment: CAN_RESEGMENT,
      state: {
        type: { oneOf: ['initial', 'translated', 'reviewed', 'final'] },
        problem: 'state-unknown',
      },
      subState: { type: USER_DEFINED, problem: 'substate-malformed', clause: '#substate' },
    },
    foreignAttributes: false,
    content: [one('source'), optional('target')],
    clause: '#segment',
  },
  ignorable: {
    attributes: { id: OPTIONAL_ID },
    foreignAttributes: false,
    content: [one('source'), optional('target')],
    clause: '#ignorable',
  },
  notes: { attributes: {}, foreignAttributes: false, content: [many(['note'], 1)], clause: '#notes' },
  note,
  originalData: {
    attributes: {},
    foreignAttributes: false,
    content: [many(['data'], 1)],
    clause: '#originaldata',
  },
  data: {
    attributes: { id: ID, dir: DIRECTION, 'xml:space': { ...SPACE, fixed: 'preserve' } },
    foreignAttributes: false,
    content: [many(['cp'], 0)],
    text: true,
    clause: '#data',
  },
  source: {
    attributes: { 'xml:lang': LANGUAGE, 'xml:space': SPACE },
    foreignAttributes: false,
    content: INLINE,
    text: true,
    clause: '#source',
  },
  target: {
    attributes: { 'xml:lang': LANGUAGE, 'xml:space': SPACE, order: { type: 'positive-integer' } },
    foreignAttributes: false,
    content: INLINE,
    text: true,
    clause: '#target',
  },
  cp: { ...EMPTY, attributes: { hex: { type: 'text', required: true } }, clause: '#cp' },
  ph: { ...EMPTY, attributes: { ...SINGLE, id: ID }, clause: '#ph' },
  pc,
  sc: {
    ...EMPTY,
    attributes: { ...SINGLE, id: ID, canOverlap: YES_NO, dir: DIRECTION, isolated: YES_NO },
    clause: '#sc',
  },
  ec: {
    ...EMPTY,
    attributes: {
      ...SINGLE,
      id: OPTIONAL_ID,
      canOverlap: YES_NO,
      dir: DIRECTION,
      isolated: YES_NO,
      startRef: NMTOKEN,
    },
    clause: '#ec',
  },
  mrk: {
    attributes: MARK,
    foreignAttributes: true,
    xmlAttributes: false,
    content: INLINE,
    text: true,
    clause: '#mrk',
  },
  sm: { attributes: MARK, foreignAttributes: true, xmlAttributes: false, content: [], clause: '#sm' },
  em: {
    ...EMPTY,
    attributes: { startRef: { type: 'nmtoken', required: true } },
    clause: '#em',
  },
};

/** The core of XLIFF 2.2: notes and metadata for the whole document, and notes that refer to what they are about. */
export const CORE_22: ElementTable = {
  ...CORE_20,
  xliff: { ...xliff, content: [optional('notes'), optional('mda:metadata'), many(['file'], 1)] },
  note: { ...note, attributes: { ...note.attributes, ref: { type: 'uri' } } },
};
