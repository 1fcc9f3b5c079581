import { shownArgument } from './arguments.ts';
import { formatTable } from './columns.ts';
import type { CommandSpec, OptionSpec } from './command-spec.ts';
import { COMMANDS, COMMON_OPTIONS, groupOf, wordsOf } from './commands.ts';

/** Gives the text of a key. */
type Texts = (key: string) => string;

/** The common options have their words where a command of this name would have them. */
const COMMON = { name: 'common' };

/** What `hexapla --help` prints: every command with its summary. */
export function generalHelp(words: Texts, limit: number | null): string {
  const rows = COMMANDS.map((command) => ['', command.name, words(`${wordsOf(command)}.summary`)]);
  return [
    `${words('cli.about')}\n`,
    `${words('cli.title.usage')}\n  hexapla ${words('cli.usage')}\n`,
    `${words('cli.title.commands')}\n${plain(rows, limit)}`,
    `${words('cli.title.options')}\n${plain(optionRows(wordsOf(COMMON), COMMON_OPTIONS, words), limit)}`,
    `${words('cli.more')}\n`,
  ].join('\n');
}

/** What `hexapla COMMAND --help` prints. */
export function commandHelp(command: CommandSpec, words: Texts, limit: number | null): string {
  const args = command.arguments.map((argument) => [
    '',
    shownArgument(argument),
    words(`cli.argument.${argument.name}`) + shownChoices(argument),
  ]);
  const options = [
    ...optionRows(wordsOf(command), command.options, words),
    ...optionRows(wordsOf(COMMON), COMMON_OPTIONS, words),
  ];
  return [
    `${words(`${wordsOf(command)}.summary`)}\n`,
    `${words('cli.title.usage')}\n  ${usageOf(command)}\n`,
    `${words(`${wordsOf(command)}.about`)}\n`,
    ...(args.length === 0 ? [] : [`${words('cli.title.arguments')}\n${plain(args, limit)}`]),
    `${words('cli.title.options')}\n${plain(options, limit)}`,
  ].join('\n');
}

/** What `hexapla GROUP --help` prints: the help of each of its commands. */
export function groupHelp(group: string, words: Texts, limit: number | null): string {
  return groupOf(group)
    .map((command) => commandHelp(command, words, limit))
    .join('\n');
}

/** A command with all that can follow it, on one line. */
export function usageOf(command: CommandSpec): string {
  const options = command.options.map((option) => {
    const shown = `--${option.name}${shownValue(option)}${option.kind === 'list' ? '…' : ''}`;
    return option.required ? shown : `[${shown}]`;
  });
  return ['hexapla', command.name, ...command.arguments.map(shownArgument), ...options].join(' ');
}

/** The commands as a Markdown table, for the README. */
export function commandTable(words: Texts): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|');
  const rows = COMMANDS.map(
    (command) => `| \`${cell(usageOf(command))}\` | ${cell(words(`${wordsOf(command)}.summary`))} |`,
  );
  return `| ${words('cli.title.command')} | ${words('cli.title.summary')} |\n| --- | --- |\n${rows.join('\n')}\n`;
}

function optionRows(group: string, options: readonly OptionSpec[], words: Texts): string[][] {
  return options.map((option) => {
    return [
      '',
      option.short ? `-${option.short}` : '',
      `--${option.name}${shownValue(option)}`,
      words(`${group}.option.${option.name}`) + shownChoices(option),
    ];
  });
}

function shownChoices({ choices }: { readonly choices?: readonly string[] }): string {
  return choices ? ` (${choices.join(', ')})` : '';
}

function shownValue({ value }: OptionSpec): string {
  return value === undefined ? '' : ` ${value}`;
}

function plain(rows: readonly (readonly string[])[], limit: number | null): string {
  const columns = Array.from({ length: rows[0]?.length ?? 0 }, () => ({ title: '' }));
  return formatTable(columns, rows, limit);
}
