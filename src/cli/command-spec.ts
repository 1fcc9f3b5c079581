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
  /** The values that are allowed, where they are few. */
  readonly choices?: readonly string[];
}

/** One command. Its name is one word, or a group and a word; its words are in `locales/` (`wordsOf`). */
export interface CommandSpec {
  readonly name: string;
  readonly arguments: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  /** Whether it writes the project, which one command does at a time (`--dry-run` writes nothing). */
  readonly writes?: true;
  /** Whether what it writes comes from standard input. */
  readonly reads?: true;
  /** Whether its texts have nothing to fill in, so that it starts as quickly as help. */
  readonly quick?: true;
}
