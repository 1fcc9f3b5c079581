import type { Environment } from '../i18n/locale.ts';

/** What a command may use of the world around it; tests give their own. */
export interface Terminal {
  /** The folder that the command was called in. */
  readonly folder: string;
  /** The environment's variables: the language of texts, colours. */
  readonly env: Environment;
  /** Results. */
  readonly out: (text: string) => void;
  /** Progress and problems. */
  readonly err: (text: string) => void;
  /** All of standard input, as UTF-8. */
  readonly input: () => Promise<string>;
  /** Puts a question to a person; gives null where nobody is there to answer. */
  readonly ask: (question: string) => Promise<string | null>;
  /** Width of the terminal in columns; null where the results go elsewhere. */
  readonly columns: number | null;
}
