import type { Terminal } from './terminal.ts';
import type { CommandWords } from './words.ts';

/** A call of a command: what was asked, and where. */
export interface Call extends CommandWords {
  /** The folder to work in: the project's root. */
  readonly root: string;
  /** Arguments in the order in which they were given. */
  readonly args: readonly string[];
  readonly flag: (option: string) => boolean;
  readonly text: (option: string) => string | null;
  readonly list: (option: string) => readonly string[];
  readonly terminal: Terminal;
}

/** What a command gives back: the frame prints one of the two forms. */
export interface Outcome {
  /** 1 when there are findings, conflicts, rejections or editions held back. */
  readonly exit: 0 | 1;
  /** What `--json` prints. */
  readonly data: unknown;
  /** What people read. */
  readonly text: () => string;
}
