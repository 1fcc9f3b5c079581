import {
  BUNDLES,
  BY,
  DATE,
  DOC,
  DOCS,
  DRY_RUN,
  FORMATS,
  ID,
  IDS,
  LOCALE,
  LOCALES,
  ORIGIN,
  OUT,
  SIGN,
  STATES,
} from './command-parts.ts';
import type { CommandSpec, OptionSpec } from './command-spec.ts';
import { QUALITY_COMMANDS, TERM_COMMANDS } from './commands-quality.ts';

/** The options that every command has. */
export const COMMON_OPTIONS: readonly OptionSpec[] = [
  { name: 'directory', short: 'C', kind: 'text', value: 'DIR' },
  { name: 'json', kind: 'flag' },
  { name: 'ui-locale', kind: 'text', value: 'L' },
  { name: 'help', short: 'h', kind: 'flag' },
  { name: 'version', kind: 'flag' },
];

/** The table of commands (what runs them is in `load.ts`): help, the README's table and the reading of arguments are made from it. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'init',
    arguments: [],
    options: [
      { name: 'source', kind: 'text', value: 'L' },
      { name: 'target', kind: 'list', value: 'L,L' },
      { name: 'documents', kind: 'list', value: 'GLOB' },
    ],
  },
  {
    name: 'extract',
    arguments: [DOCS],
    options: [DRY_RUN],
    writes: true,
  },
  { name: 'segments', arguments: [DOC], options: [] },
  {
    name: 'classify',
    arguments: [
      DOC,
      ID,
      { name: 'CLASS', required: true, many: false, choices: ['cosmetic', 'wording', 'meaning'] },
    ],
    options: [],
    writes: true,
  },
  {
    name: 'status',
    arguments: [],
    options: [
      { name: 'min-state', kind: 'text', value: 'S', choices: STATES },
      { name: 'since', kind: 'text', value: 'REVISION' },
    ],
  },
  {
    name: 'export',
    arguments: [DOCS],
    options: [
      LOCALES,
      { name: 'format', short: 'f', kind: 'text', value: 'FORMAT', choices: FORMATS },
      { name: 'only', kind: 'list', value: 'WHAT', choices: ['missing', 'stale'] },
      { name: 'profile', kind: 'text', value: 'PROFILE', choices: ['plain', 'omegat'] },
      { name: 'bundle', kind: 'text', value: 'BUNDLE', choices: BUNDLES },
      { name: 'findings', kind: 'flag' },
      OUT,
    ],
    writes: true,
  },
  {
    name: 'import',
    arguments: [{ name: 'FILE', required: false, many: true }],
    options: [
      DRY_RUN,
      BY,
      ORIGIN,
      { name: 'accept-state', kind: 'flag' },
      { name: 'accept-same', kind: 'flag' },
      { name: 'salvage', kind: 'flag' },
      { name: 'update', kind: 'flag' },
      { name: 'undo', kind: 'flag' },
    ],
    writes: true,
  },
  {
    name: 'review',
    arguments: [DOC, IDS],
    options: [
      LOCALE,
      { name: 'all', kind: 'flag' },
      { name: 'state', kind: 'text', value: 'S', choices: ['reviewed', 'final'] },
      { name: 'confirm', kind: 'flag' },
      { name: 'same', kind: 'flag' },
      { ...BY, required: true },
      DATE,
    ],
    writes: true,
  },
  {
    name: 'set',
    arguments: [DOC, ID],
    options: [LOCALE, BY, ORIGIN],
    writes: true,
    reads: true,
  },
  {
    name: 'join',
    arguments: [DOC, { ...IDS, required: true }],
    options: [
      LOCALE,
      { name: 'text', kind: 'text', value: 'TEXT' },
      { name: 'apart', kind: 'flag' },
      BY,
      ORIGIN,
    ],
    writes: true,
  },
  {
    name: 'suggestions',
    arguments: [DOCS],
    options: [
      LOCALES,
      { name: 'take', kind: 'text', value: 'ID' },
      { name: 'drop', kind: 'text', value: 'ID' },
      { name: 'number', kind: 'text', value: 'N' },
      { name: 'into', kind: 'text', value: 'ID' },
    ],
    writes: true,
  },
  { name: 'handoffs', arguments: [DOCS], options: [LOCALES, { name: 'all', kind: 'flag' }] },
  {
    name: 'diff',
    arguments: [DOCS],
    options: [
      { ...LOCALE, required: false },
      { name: 'from', kind: 'text', value: 'REVISION' },
      { name: 'to', kind: 'text', value: 'REVISION' },
      { name: 'html', kind: 'text', value: 'FILE' },
    ],
  },
  ...QUALITY_COMMANDS,
  {
    name: 'build',
    arguments: [],
    options: [
      LOCALES,
      { name: 'policy', kind: 'text', value: 'POLICY', choices: ['hold', 'previous', 'fallback'] },
      { name: 'data', kind: 'flag' },
      { name: 'epub', kind: 'flag' },
      { name: 'pdf', kind: 'flag' },
      { name: 'paper', kind: 'text', value: 'PAPER', choices: ['A4', 'Letter'] },
      OUT,
      SIGN,
    ],
    writes: true,
  },
  {
    name: 'publish',
    arguments: [DOCS],
    options: [LOCALES, { ...BY, required: true }, DATE, { name: 'note', kind: 'text', value: 'TEXT' }, SIGN],
    writes: true,
  },
  {
    name: 'verify',
    arguments: [],
    options: [OUT, { name: 'signature', kind: 'flag' }, { name: 'signers', kind: 'text', value: 'FILE' }],
  },
  {
    name: 'pseudo',
    arguments: [],
    options: [{ name: 'locale', short: 'l', kind: 'text', value: 'L' }, OUT],
    writes: true,
  },
  {
    name: 'strings export',
    arguments: [{ name: 'JSON', required: true, many: true }],
    options: [
      { name: 'source', kind: 'text', value: 'L', required: true },
      { name: 'target', kind: 'text', value: 'L', required: true },
      { name: 'out', short: 'o', kind: 'text', value: 'F' },
      { name: 'with', kind: 'text', value: 'FILE' },
      { name: 'notes', kind: 'text', value: 'FILE' },
      { name: 'only', kind: 'text', value: 'WHAT', choices: ['missing'] },
      { name: 'format', short: 'f', kind: 'text', value: 'FORMAT', choices: ['xliff-1.2', 'xliff-2.0'] },
    ],
  },
  {
    name: 'strings import',
    arguments: [{ name: 'FILE', required: true, many: true }],
    options: [
      { name: 'into', kind: 'text', value: 'FILE', required: true },
      { name: 'source-file', kind: 'text', value: 'FILE' },
      DRY_RUN,
      ORIGIN,
      { name: 'reviewed', kind: 'flag' },
    ],
  },
  ...TERM_COMMANDS,
  { name: 'validate', arguments: [{ name: 'FILE', required: true, many: true }], options: [] },
  { name: 'sentences', arguments: [], options: [LOCALE] },
  {
    name: 'mv',
    arguments: ['OLD', 'NEW'].map((name) => ({ name, required: true, many: false })),
    options: [],
    writes: true,
  },
  {
    name: 'prune',
    arguments: [DOCS],
    options: [
      { name: 'history', kind: 'flag' },
      { name: 'retired', kind: 'flag' },
      { name: 'suggestions', kind: 'flag' },
      DRY_RUN,
    ],
    writes: true,
  },
  {
    name: 'merge-driver',
    arguments: ['BASE', 'OURS', 'THEIRS', 'PATH'].map((name) => ({
      name,
      required: name !== 'PATH',
      many: false,
    })),
    options: [],
  },
  {
    name: 'completion',
    arguments: [{ name: 'SHELL', required: false, many: false, choices: ['bash', 'zsh', 'fish'] }],
    options: [{ name: 'values', kind: 'text', value: 'WHAT', choices: ['documents', 'locales'] }],
    quick: true,
  },
  {
    name: 'help',
    arguments: [{ name: 'COMMAND', required: false, many: true }],
    options: [],
    quick: true,
  },
];

/** Where a command's words are: `cli.strings.export` for `strings export`. */
export function wordsOf({ name }: Pick<CommandSpec, 'name'>): string {
  return `cli.${name.replaceAll(' ', '.')}`;
}

/** The commands of a group: those of two words that begin with this one. */
export function groupOf(word: string): readonly CommandSpec[] {
  return COMMANDS.filter(({ name }) => name.startsWith(`${word} `));
}

/** The command of a name, or null. */
export function commandOf(name: string): CommandSpec | null {
  return COMMANDS.find((command) => command.name === name) ?? null;
}
