import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { HexaplaError } from '../model/error.ts';
import { findRoot, pathFrom } from '../project/place.ts';
import type { CommandLine } from './arguments.ts';
import { holdsOf } from './placeholders.ts';
import type { Terminal } from './terminal.ts';

/** Where a call was made, and what it says from there. Paths in `args` and `values` are from the root on. */
export interface Whereabouts {
  /** The project's root; the folder of the call where there is no project. */
  readonly root: string;
  /** The folder of the call: the root, or a folder below it. */
  readonly folder: string;
  /** The words that call this program from where its user is: `hexapla`, `npx hexapla`, `hexapla -C docs`. */
  readonly program: readonly string[];
  readonly args: readonly string[];
  /** The arguments as they were typed. */
  readonly typed: readonly string[];
  readonly values: CommandLine['values'];
}

/**
 * Finds the project that a command line is about: in the folder of the call (`-C` considered), else in the nearest
 * folder above it. `init` makes a project of just the folder that it is called in. Throws `file-missing` where `-C`
 * names no folder.
 */
export function whereabouts({ command, args, values }: CommandLine, terminal: Terminal): Whereabouts {
  const written = values.get('directory')?.[0];
  const folder = resolve(terminal.folder, written ?? '.');
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new HexaplaError('file-missing', {}, { file: written ?? folder });
  }
  const root = command?.name === 'init' ? folder : (findRoot(folder) ?? folder);
  const called = terminal.env['npm_command'] === undefined ? ['hexapla'] : ['npx', 'hexapla'];
  const program = written === undefined ? called : [...called, '-C', written];
  if (root === folder || !command) return { root, folder, program, args, typed: args, values };
  const fromRoot = (placeholder: string | undefined, value: string): string => {
    const holds = holdsOf(placeholder);
    const isPath =
      holds === 'file' || holds === 'folder' || (holds === 'document' && existsSync(resolve(folder, value)));
    return isPath ? pathFrom(root, resolve(folder, value)) : value;
  };
  const last = command.arguments.length - 1;
  const placeholders = new Map(command.options.map(({ name, value }) => [name, value]));
  return {
    root,
    folder,
    program,
    typed: args,
    args: args.map((value, i) => fromRoot(command.arguments[Math.min(i, last)]?.name, value)),
    values: new Map(
      [...values].map(([name, given]) => [
        name,
        given.map((value) => fromRoot(placeholders.get(name), value)),
      ]),
    ),
  };
}
