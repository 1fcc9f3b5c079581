import { BY, CHECK_FORMATS, DOC, DOCS, DRY_RUN, IDS, LOCALE, LOCALES, NAMES } from './command-parts.ts';
import type { CommandSpec } from './command-spec.ts';

/** The commands that check translations, in the order of help. */
export const QUALITY_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'check',
    arguments: [{ name: 'INPUT', required: false, many: true }],
    options: [
      LOCALES,
      { name: 'rule', kind: 'list', value: 'RULE' },
      { name: 'draft', kind: 'flag' },
      { name: 'fail-on', kind: 'text', value: 'SEVERITY', choices: ['error', 'warning', 'info'] },
      { name: 'max-warnings', kind: 'text', value: 'N' },
      { name: 'format', short: 'f', kind: 'text', value: 'FORMAT', choices: CHECK_FORMATS },
      { name: 'out', short: 'o', kind: 'text', value: 'FILE' },
      { name: 'also', kind: 'list', value: 'FORMAT=FILE' },
      { name: 'baseline', kind: 'text', value: 'FILE' },
      { name: 'write-baseline', kind: 'flag' },
      { name: 'fix', kind: 'flag' },
      { name: 'write', kind: 'flag' },
      BY,
      { name: 'explain', kind: 'text', value: 'RULE' },
      { name: 'timing', kind: 'flag' },
    ],
  },
  {
    name: 'waive',
    arguments: [{ name: 'RULE', required: true, many: false }, DOC, IDS],
    options: [
      { ...LOCALE, required: false },
      { name: 'reason', kind: 'text', value: 'TEXT' },
      BY,
      { name: 'remove', kind: 'flag' },
    ],
    writes: true,
  },
];

/** The commands for the project's terms and names. */
export const TERM_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'terms list',
    arguments: [],
    options: [LOCALES, NAMES],
  },
  {
    name: 'terms add',
    arguments: [{ name: 'TERM', required: true, many: false }],
    options: [
      { ...LOCALE, required: false },
      { name: 'form', kind: 'list', value: 'FORM' },
      { name: 'forbidden', kind: 'list', value: 'FORM' },
      { name: 'use', kind: 'text', value: 'FORM' },
      { name: 'reason', kind: 'text', value: 'TEXT' },
      { name: 'definition', kind: 'text', value: 'TEXT' },
      { name: 'note', kind: 'text', value: 'TEXT' },
      { name: 'keep', kind: 'flag' },
      { name: 'id', kind: 'text', value: 'ID' },
      NAMES,
      { name: 'kind', kind: 'text', value: 'KIND', choices: ['person', 'place', 'organisation'] },
      DRY_RUN,
    ],
  },
  {
    name: 'terms find',
    arguments: [DOCS],
    options: [
      LOCALES,
      { name: 'least', kind: 'text', value: 'N' },
      { name: 'most', kind: 'text', value: 'N' },
      NAMES,
    ],
  },
  {
    name: 'terms import',
    arguments: [{ name: 'FILE', required: true, many: true }],
    options: [DRY_RUN],
  },
  {
    name: 'terms export',
    arguments: [],
    options: [
      LOCALES,
      { name: 'format', short: 'f', kind: 'text', value: 'FORMAT', choices: ['tbx', 'csv'] },
      { name: 'out', short: 'o', kind: 'text', value: 'FILE' },
    ],
  },
];
