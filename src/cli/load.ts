import type { Call, Outcome } from './call.ts';
import type { CommandSpec } from './command-spec.ts';

/** A command that can be run. */
export interface CommandModule {
  readonly run: (call: Call) => Outcome | Promise<Outcome>;
}

/** Each command's module, by the name that the table of commands has. */
const MODULES: Readonly<Record<string, () => Promise<CommandModule>>> = {
  init: () => import('./init.ts'),
  extract: () => import('./extract.ts'),
  segments: () => import('./segments.ts'),
  classify: () => import('./classify.ts'),
  status: () => import('./status.ts'),
  export: () => import('./export.ts'),
  import: () => import('./import.ts'),
  review: () => import('./review.ts'),
  set: () => import('./set.ts'),
  join: () => import('./join.ts'),
  suggestions: () => import('./suggestions.ts'),
  handoffs: () => import('./handoffs.ts'),
  check: () => import('./check.ts'),
  waive: () => import('./waive.ts'),
  build: () => import('./build.ts'),
  publish: () => import('./publish.ts'),
  verify: () => import('./verify.ts'),
  pseudo: () => import('./pseudo.ts'),
  'strings export': () => import('./strings-export.ts'),
  'strings import': () => import('./strings-import.ts'),
  'terms list': () => import('./terms-list.ts'),
  'terms add': () => import('./terms-add.ts'),
  'terms find': () => import('./terms-find.ts'),
  'terms import': () => import('./terms-import.ts'),
  'terms export': () => import('./terms-export.ts'),
  sentences: () => import('./sentences.ts'),
  mv: () => import('./mv.ts'),
  prune: () => import('./prune.ts'),
  'merge-driver': () => import('./merge-driver.ts'),
  diff: () => import('./diff.ts'),
  validate: () => import('./validate.ts'),
  completion: () => import('./completion.ts'),
  help: () => import('./help-command.ts'),
};

/** Loads what runs a command: only that one's. */
export function loadCommand({ name }: Pick<CommandSpec, 'name'>): Promise<CommandModule> {
  const load = MODULES[name];
  if (!load) throw new Error(`no module runs the command ${name}`);
  return load();
}
