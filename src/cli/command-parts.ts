import type { ArgumentSpec, OptionSpec } from './command-spec.ts';

/** A document. */
export const DOC: ArgumentSpec = { name: 'DOC', required: true, many: false };
/** Some documents, all of them where none is named. */
export const DOCS: ArgumentSpec = { name: 'DOC', required: false, many: true };
/** A segment. */
export const ID: ArgumentSpec = { name: 'ID', required: true, many: false };
/** Some segments. */
export const IDS: ArgumentSpec = { name: 'ID', required: false, many: true };

/** Nothing is written. */
export const DRY_RUN: OptionSpec = { name: 'dry-run', kind: 'flag' };
/** A language that has to be named. */
export const LOCALE: OptionSpec = { name: 'locale', short: 'l', kind: 'text', value: 'L', required: true };
/** Some languages, all of them where none is named. */
export const LOCALES: OptionSpec = { name: 'locale', short: 'l', kind: 'list', value: 'L' };
/** Who does it. */
export const BY: OptionSpec = { name: 'by', kind: 'text', value: 'NAME' };
/** Where it is written. */
export const OUT: OptionSpec = { name: 'out', short: 'o', kind: 'text', value: 'DIR' };
/** The day of it. */
export const DATE: OptionSpec = { name: 'date', kind: 'text', value: 'DATE' };
/** The key that signs it. */
export const SIGN: OptionSpec = { name: 'sign', kind: 'text', value: 'FILE' };
/** The list of names instead of the glossary. */
export const NAMES: OptionSpec = { name: 'names', kind: 'flag' };
/** The states of a translation. */
export const STATES: readonly string[] = ['initial', 'translated', 'reviewed', 'final'];
/** The formats of handoffs. */
export const FORMATS: readonly string[] = [
  'xliff-1.2',
  'xliff-2.0',
  'xliff-2.1',
  'xliff-2.2',
  'tmx',
  'po',
  'csv',
  'tsv',
  'xlsx',
  'docx',
];
/** The formats in which `hexapla check` tells what it found. */
export const CHECK_FORMATS: readonly string[] = [
  'text',
  'json',
  'sarif',
  'junit',
  'github',
  'summary',
  'gitlab',
  'checkstyle',
  'csv',
  'markdown',
  'html',
  'badge',
  'badge-json',
];
/** How handoffs are put together in files. */
export const BUNDLES: readonly string[] = ['none', 'language', 'document', 'package'];
/** Who made a translation. */
export const ORIGIN: OptionSpec = {
  name: 'origin',
  kind: 'text',
  value: 'ORIGIN',
  choices: ['human', 'machine'],
};
