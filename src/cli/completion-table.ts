import { packageLocales } from '../project/package.ts';
import type { OptionSpec } from './command-spec.ts';
import { COMMANDS, COMMON_OPTIONS, wordsOf } from './commands.ts';
import { type Holds, holdsOf } from './placeholders.ts';

/** What can stand in a place of the command line: one of a few words, or a value of some kind. */
export interface Candidates {
  readonly choices: readonly string[];
  readonly holds: Holds;
}

/** An option as shells complete it. */
export interface CompletionOption extends Candidates {
  /** As it is typed: `-f`, `--format`. */
  readonly spellings: readonly string[];
  /** What stands for its value in help; null where it takes none. */
  readonly value: string | null;
  /** Whether its value is a list with commas, and it may be given again. */
  readonly list: boolean;
  readonly summary: string;
}

/** An argument as shells complete it. */
export interface CompletionArgument extends Candidates {
  readonly name: string;
  readonly many: boolean;
}

/** A command as shells complete it. */
export interface CompletionCommand {
  /** One word, or a group and a word (`strings export`). */
  readonly name: string;
  readonly summary: string;
  /** Its own; the common ones are not repeated. */
  readonly options: readonly CompletionOption[];
  readonly arguments: readonly CompletionArgument[];
}

/** All that shells complete, in the words of one locale. */
export interface CompletionTable {
  readonly commands: readonly CompletionCommand[];
  /** The options of every command, which may stand before it too. */
  readonly common: readonly CompletionOption[];
}

/** What shells complete, from the table of commands. */
export function completionTable(words: (key: string) => string): CompletionTable {
  const common = COMMON_OPTIONS.map((option) => completionOption(option, wordsOf({ name: 'common' }), words));
  const names = [...new Set(COMMANDS.map(({ name }) => name.split(' ')[0] ?? name))];
  const commands = COMMANDS.map((command) => ({
    name: command.name,
    summary: words(`${wordsOf(command)}.summary`),
    options: command.options.map((option) => completionOption(option, wordsOf(command), words)),
    arguments: command.arguments.map(({ name, many, choices }) => ({
      name,
      many,
      choices: name === 'COMMAND' ? names : (choices ?? []),
      holds: holdsOf(name),
    })),
  }));
  return { commands, common };
}

function completionOption(
  { name, short, kind, value, choices }: OptionSpec,
  group: string,
  words: (key: string) => string,
): CompletionOption {
  return {
    spellings: [...(short ? [`-${short}`] : []), `--${name}`],
    value: kind === 'flag' ? null : (value ?? ''),
    list: kind === 'list',
    choices: name === 'ui-locale' ? packageLocales() : (choices ?? []),
    holds: kind === 'flag' ? 'other' : holdsOf(value),
    summary: words(`${group}.option.${name}`),
  };
}

/** The first words of commands of two words. */
export function groupsOf({ commands }: CompletionTable): readonly string[] {
  const groups = commands.flatMap(({ name }) => (name.includes(' ') ? [name.split(' ')[0] ?? ''] : []));
  return [...new Set(groups)];
}

/** The words that can stand first, each with its summary; a group has that of its first command. */
export function firstWords({ commands }: CompletionTable): readonly (readonly [string, string])[] {
  const first = new Map<string, string>();
  for (const { name, summary } of commands) {
    const word = name.split(' ')[0] ?? name;
    if (!first.has(word)) first.set(word, summary);
  }
  return [...first];
}

/** Every spelling of every option that takes a value. */
export function valuedSpellings({ commands, common }: CompletionTable): readonly string[] {
  const options = [...common, ...commands.flatMap((command) => command.options)];
  return [...new Set(options.flatMap(({ value, spellings }) => (value === null ? [] : spellings)))].sort();
}
