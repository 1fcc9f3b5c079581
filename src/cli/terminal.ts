import type { Environment } from '../i18n/locale.ts';

/** What a command may use of the world around it; tests give their own. */
export interface Terminal {
  /** The folder that the command was called in. */
  readonly folder: string;
  /** The environment's variables: the language of texts, colours, the character set. */
  readonly env: Environment;
  /** Results. */
  readonly out: (text: string) => void;
  /** Progress and problems. */
  readonly err: (text: string) => void;
  /** All of standard input, as UTF-8. */
  readonly input: () => Promise<string>;
  /** Puts a question to a person; gives null where nobody is there to answer. */
  readonly ask: (question: string) => Promise<string | null>;
  /** Width in columns of the terminal that results go to; null where they go elsewhere. */
  readonly columns: number | null;
  /** The terminal that problems go to: its width in columns and its file descriptor; null where they go elsewhere. */
  readonly problems: { readonly columns: number; readonly fd: number } | null;
}
