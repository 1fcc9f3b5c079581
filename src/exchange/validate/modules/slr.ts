import { ancestorOf, type Check, type Context, type Element, type Rule } from '../rule.ts';
import type { DataType, ModuleSpec } from '../spec.ts';
import { field, inEach, OTHERS, once } from './fields.ts';

const NORMALIZATION: DataType = { oneOf: ['none', 'nfc', 'nfd'] };
const STRUCTURE = ['file', 'group', 'unit'];
const CODES = ['pc', 'sc', 'ec', 'ph'];
const SPANS = ['mrk', 'sm', 'pc', 'sc'];
const GENERAL = new Set(['xliff:codepoints']);
const STORAGE = new Set(['xliff:utf8', 'xliff:utf16', 'xliff:utf32']);
const BOUNDS = /^(?:\d+,)?(?:\d+|\*)$/;
const INTEGER = /^(?:[+-]?\d+)?$/;
const NUMERIC = /^[\d.,*+\s-]+$/;
const FOR_CODES = ['slr:equivStorage', 'slr:sizeInfo', 'slr:sizeInfoRef'];

/** Size and length restriction. https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html#size_restriction_module */
export const SLR: ModuleSpec = {
  prefix: 'slr',
  namespaces: inEach('urn:oasis:names:tc:xliff:sizerestriction:2.0'),
  fragment: 'slr',
  elements: {
    'slr:profiles': {
      attributes: {
        generalProfile: field('text', '#slr_general_profile'),
        storageProfile: field('text', '#slr_storage_profile'),
      },
      foreignAttributes: false,
      content: [once('slr:normalization'), OTHERS],
      clause: '#slr_profiles',
    },
    'slr:normalization': {
      attributes: {
        general: field(NORMALIZATION, '#slr_general'),
        storage: field(NORMALIZATION, '#slr_storage'),
      },
      foreignAttributes: false,
      content: [],
      clause: '#slr_normalization',
    },
    'slr:data': {
      attributes: { profile: field('text', '#slr_profile', 'required') },
      foreignAttributes: true,
      content: [OTHERS],
      clause: '#slr_data',
    },
  },
  places: {
    'slr:profiles': { parents: ['file'], max: 1 },
    'slr:data': { parents: STRUCTURE, max: 1 },
  },
  attributes: {
    'slr:storageRestriction': { ...field('text', '#slr_storage_restriction'), on: [...STRUCTURE, ...SPANS] },
    'slr:sizeRestriction': { ...field('text', '#slr_size_restriction'), on: [...STRUCTURE, ...SPANS] },
    'slr:equivStorage': { ...field('text', '#slr_equiv_storage'), on: CODES },
    'slr:sizeInfo': { ...field('text', '#slr_size_info'), on: [...STRUCTURE, ...CODES] },
    'slr:sizeInfoRef': { ...field('nmtoken', '#slr_size_info_ref'), on: [...STRUCTURE, ...CODES] },
  },
  rules: [sizeRule],
};

/**
 * Who says what the values are: a standard profile, one of somebody's own, or none that the file names. In that last
 * case only what looks like a number is held to the standard profiles.
 */
type Profile = 'standard' | 'own' | 'unnamed';

interface Profiles {
  readonly general: Profile;
  readonly storage: Profile;
}

const UNNAMED: Profiles = { general: 'unnamed', storage: 'unnamed' };

function sizeRule(): Rule {
  const data = new WeakMap<Element, Set<string>>();
  let profiles = UNNAMED;
  // The profiles of a file stand within it, so what it says of itself waits for its first child of the core.
  let waiting: Element | null = null;
  const settle = (context: Context): void => {
    if (waiting !== null) checkElement(waiting, profiles, data, context);
    waiting = null;
  };
  const check: Check = (element, context) => {
    if (waiting !== null) settle(context);
    checkElement(element, profiles, data, context);
  };
  return {
    open: {
      file: (file) => {
        profiles = UNNAMED;
        waiting = file;
      },
      'slr:profiles': (element, context) => {
        profiles = profilesOf(element, context);
      },
      '*': (element) => remember(element, data),
      ...Object.fromEntries(['group', 'unit', ...CODES, 'mrk', 'sm'].map((name) => [name, check])),
    },
    close: { file: (_, context) => settle(context) },
  };
}

function profilesOf(element: Element, context: Context): Profiles {
  const { generalProfile = '', storageProfile = '' } = element.attributes;
  const read = (value: string, known: ReadonlySet<string>, clause: string): Profile => {
    if (value === '') return 'unnamed';
    if (known.has(value)) return 'standard';
    if (value.startsWith('xliff:')) context.report(element, 'slr-profile-unknown', clause, { value });
    return 'own';
  };
  return {
    general: read(generalProfile, GENERAL, '#slr_general_profile'),
    storage: read(storageProfile, STORAGE, '#slr_storage_profile'),
  };
}

/** Keeps the id of a foreign element within `data`, for what stands beside that. */
function remember(element: Element, data: WeakMap<Element, Set<string>>): void {
  const { id, 'xml:id': other } = element.attributes;
  if (id === undefined && other === undefined) return;
  const parent = ancestorOf(element, 'slr:data')?.parent;
  if (parent === null || parent === undefined) return;
  const ids = data.get(parent) ?? new Set<string>();
  data.set(parent, ids);
  for (const value of [id, other]) if (value !== undefined) ids.add(value);
}

function checkElement(
  element: Element,
  profiles: Profiles,
  data: WeakMap<Element, ReadonlySet<string>>,
  context: Context,
): void {
  const { attributes } = element;
  checkValues(element, profiles, context);
  const info = attributes['slr:sizeInfoRef'];
  if (info !== undefined) {
    if (attributes['slr:sizeInfo'] !== undefined)
      context.report(element, 'slr-info-twice', '#slr_size_info_ref');
    if (!isBeside(element, info, data)) {
      context.report(element, 'slr-info-unresolved', '#slr_size_info_ref', { value: info });
    }
  }
  if (element.name !== 'ec' || attributes['isolated'] === 'yes') return;
  const attribute = FOR_CODES.find((name) => attributes[name] !== undefined);
  if (attribute !== undefined)
    context.report(element, 'slr-end-code', CLAUSES[attribute] ?? '', { attribute });
}

const CLAUSES: Readonly<Record<string, string>> = {
  'slr:sizeRestriction': '#slr_size_restriction',
  'slr:storageRestriction': '#slr_storage_restriction',
  'slr:equivStorage': '#slr_equiv_storage',
  'slr:sizeInfo': '#slr_size_info',
  'slr:sizeInfoRef': '#slr_size_info_ref',
};

function checkValues(element: Element, profiles: Profiles, context: Context): void {
  const look = (attribute: string, profile: Profile, form: RegExp): void => {
    const value = element.attributes[attribute];
    if (value === undefined || profile === 'own' || form.test(value)) return;
    if (profile === 'unnamed' && !NUMERIC.test(value)) return;
    const code = form === BOUNDS ? 'slr-restriction-malformed' : 'slr-size-malformed';
    context.report(element, code, CLAUSES[attribute] ?? '', { attribute, value });
  };
  look('slr:sizeRestriction', profiles.general, BOUNDS);
  look('slr:storageRestriction', profiles.storage, BOUNDS);
  look('slr:sizeInfo', profiles.general, INTEGER);
  look('slr:equivStorage', profiles.storage, INTEGER);
}

/** Whether data with an id stands beside an element, or beside one that encloses it. */
function isBeside(element: Element, id: string, data: WeakMap<Element, ReadonlySet<string>>): boolean {
  for (let at = element.parent; at !== null; at = at.parent) {
    if (data.get(at)?.has(id)) return true;
  }
  return false;
}
