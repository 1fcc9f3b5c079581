import type { Call, Outcome } from './call.ts';

/** One option of a command. Its words are in `locales/`, under `cli.<command>.option.<name>`. */
export interface OptionSpec {
  readonly name: string;
  readonly short?: string;
  /** A flag takes no value, a list may be given several times or with commas. */
  readonly kind: 'flag' | 'text' | 'list';
  /** What stands for the value in help. */
  readonly value?: string;
  /** The values that are allowed, where they are few. */
  readonly choices?: readonly string[];
  readonly required?: boolean;
}

/** One argument of a command. */
export interface ArgumentSpec {
  readonly name: string;
  readonly required: boolean;
  readonly many: boolean;
}

/** A command that can be run. */
export interface CommandModule {
  readonly run: (call: Call) => Outcome | Promise<Outcome>;
}

/** One command. Its words are in `locales/`, under `cli.<name>`. */
export interface CommandSpec {
  readonly name: string;
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  readonly load: () => Promise<CommandModule>;
}

/** The options that every command has. */
export const COMMON_OPTIONS: readonly OptionSpec[] = [
  { name: 'directory', short: 'C', kind: 'text', value: 'DIR' },
  { name: 'json', kind: 'flag' },
  { name: 'ui-locale', kind: 'text', value: 'L' },
  { name: 'help', short: 'h', kind: 'flag' },
  { name: 'version', kind: 'flag' },
];

const DOC: ArgumentSpec = { name: 'DOC', required: true, many: false };
const DOCS: ArgumentSpec = { name: 'DOC', required: false, many: true };
const ID: ArgumentSpec = { name: 'ID', required: true, many: false };
const IDS: ArgumentSpec = { name: 'ID', required: false, many: true };

const DRY_RUN: OptionSpec = { name: 'dry-run', kind: 'flag' };
const LOCALE: OptionSpec = { name: 'locale', short: 'l', kind: 'text', value: 'L', required: true };
const LOCALES: OptionSpec = { name: 'locale', short: 'l', kind: 'list', value: 'L' };
const BY: OptionSpec = { name: 'by', kind: 'text', value: 'NAME' };
const OUT: OptionSpec = { name: 'out', short: 'o', kind: 'text', value: 'DIR' };
const STATES = ['initial', 'translated', 'reviewed', 'final'];
const FORMATS = ['xliff-1.2', 'xliff-2.0', 'xliff-2.1', 'xliff-2.2'];
const ORIGIN: OptionSpec = { name: 'origin', kind: 'text', value: 'ORIGIN', choices: ['human', 'machine'] };

/** The table of commands: help, the README's table and the reading of arguments are made from it. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'init',
    arguments: [],
    options: [
      { name: 'source', kind: 'text', value: 'L' },
      { name: 'target', kind: 'list', value: 'L,L' },
      { name: 'documents', kind: 'list', value: 'GLOB' },
    ],
    load: () => import('./init.ts'),
  },
  { name: 'extract', arguments: [DOCS], options: [DRY_RUN], load: () => import('./extract.ts') },
  { name: 'segments', arguments: [DOC], options: [], load: () => import('./segments.ts') },
  {
    name: 'classify',
    arguments: [DOC, ID, { name: 'CLASS', required: true, many: false }],
    options: [],
    load: () => import('./classify.ts'),
  },
  {
    name: 'status',
    arguments: [],
    options: [{ name: 'min-state', kind: 'text', value: 'S', choices: STATES }],
    load: () => import('./status.ts'),
  },
  {
    name: 'export',
    arguments: [DOCS],
    options: [
      LOCALES,
      { name: 'format', short: 'f', kind: 'text', value: 'FORMAT', choices: FORMATS },
      { name: 'only', kind: 'list', value: 'WHAT', choices: ['missing', 'stale'] },
      { name: 'profile', kind: 'text', value: 'PROFILE', choices: ['plain', 'omegat'] },
      OUT,
    ],
    load: () => import('./export.ts'),
  },
  {
    name: 'import',
    arguments: [{ name: 'FILE', required: true, many: true }],
    options: [
      DRY_RUN,
      BY,
      ORIGIN,
      { name: 'accept-state', kind: 'flag' },
      { name: 'accept-same', kind: 'flag' },
    ],
    load: () => import('./import.ts'),
  },
  {
    name: 'review',
    arguments: [DOC, IDS],
    options: [
      LOCALE,
      { name: 'all', kind: 'flag' },
      { name: 'state', kind: 'text', value: 'S', choices: ['reviewed', 'final'] },
      { name: 'confirm', kind: 'flag' },
      { ...BY, required: true },
    ],
    load: () => import('./review.ts'),
  },
  { name: 'set', arguments: [DOC, ID], options: [LOCALE, BY, ORIGIN], load: () => import('./set.ts') },
  {
    name: 'check',
    arguments: [],
    options: [
      { name: 'fail-on', kind: 'text', value: 'SEVERITY', choices: ['error', 'warning', 'info'] },
      { name: 'format', short: 'f', kind: 'text', value: 'FORMAT', choices: ['text', 'json'] },
    ],
    load: () => import('./check.ts'),
  },
  {
    name: 'build',
    arguments: [],
    options: [LOCALES, { name: 'policy', kind: 'text', value: 'POLICY', choices: ['hold', 'fallback'] }, OUT],
    load: () => import('./build.ts'),
  },
  {
    name: 'pseudo',
    arguments: [],
    options: [{ name: 'locale', short: 'l', kind: 'text', value: 'L' }, OUT],
    load: () => import('./pseudo.ts'),
  },
  { name: 'sentences', arguments: [], options: [LOCALE], load: () => import('./sentences.ts') },
  {
    name: 'merge-driver',
    arguments: ['BASE', 'OURS', 'THEIRS', 'PATH'].map((name) => ({
      name,
      required: name !== 'PATH',
      many: false,
    })),
    options: [],
    load: () => import('./merge-driver.ts'),
  },
];

/** The command of a name, or null. */
export function commandOf(name: string): CommandSpec | null {
  return COMMANDS.find((command) => command.name === name) ?? null;
}
