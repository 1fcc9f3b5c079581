import type { Sight } from './sight.ts';
import type { CommandWords } from './words.ts';

/** A call of a command: what was asked, and where. */
export interface Call extends CommandWords, Sight {
  /** The folder to work in: the project's root. */
  readonly root: string;
  /** The folder of the call: the root, or a folder below it. */
  readonly folder: string;
  /** The words that call this program from where its user is: `hexapla`, `npx hexapla`, `hexapla -C docs`. */
  readonly program: readonly string[];
  /** Arguments in the order in which they were given; paths among them are from the root on. */
  readonly args: readonly string[];
  /** The same as they were typed, for hints. */
  readonly typed: readonly string[];
  readonly flag: (option: string) => boolean;
  readonly text: (option: string) => string | null;
  readonly list: (option: string) => readonly string[];
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
