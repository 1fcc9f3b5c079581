import { shownArgument } from './arguments.ts';
import { formatTable } from './columns.ts';
import { COMMANDS, COMMON_OPTIONS, type CommandSpec, type OptionSpec } from './commands.ts';

/** Gives the text of a key. */
type Texts = (key: string) => string;

/** What `hexapla --help` prints: every command with its summary. */
export function generalHelp(words: Texts, limit: number | null): string {
  const rows = COMMANDS.map(({ name }) => ['', name, words(`cli.${name}.summary`)]);
  return [
    `${words('cli.about')}\n`,
    `${words('cli.title.usage')}\n  hexapla ${words('cli.usage')}\n`,
    `${words('cli.title.commands')}\n${plain(rows, limit)}`,
    `${words('cli.title.options')}\n${plain(optionRows('common', COMMON_OPTIONS, words), limit)}`,
    `${words('cli.more')}\n`,
  ].join('\n');
}

/** What `hexapla COMMAND --help` prints. */
export function commandHelp(command: CommandSpec, words: Texts, limit: number | null): string {
  const args = command.arguments.map((argument) => [
    '',
    shownArgument(argument),
    words(`cli.argument.${argument.name}`),
  ]);
  const options = [
    ...optionRows(command.name, command.options, words),
    ...optionRows('common', COMMON_OPTIONS, words),
  ];
  return [
    `${words(`cli.${command.name}.summary`)}\n`,
    `${words('cli.title.usage')}\n  ${usageOf(command)}\n`,
    `${words(`cli.${command.name}.about`)}\n`,
    ...(args.length === 0 ? [] : [`${words('cli.title.arguments')}\n${plain(args, limit)}`]),
    `${words('cli.title.options')}\n${plain(options, limit)}`,
  ].join('\n');
}

/** A command with all that can follow it, on one line. */
function usageOf(command: CommandSpec): string {
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
    (command) => `| \`${cell(usageOf(command))}\` | ${cell(words(`cli.${command.name}.summary`))} |`,
  );
  return `| ${words('cli.title.command')} | ${words('cli.title.summary')} |\n| --- | --- |\n${rows.join('\n')}\n`;
}

function optionRows(group: string, options: readonly OptionSpec[], words: Texts): string[][] {
  return options.map((option) => {
    const choices = option.choices ? ` (${option.choices.join(', ')})` : '';
    return [
      '',
      option.short ? `-${option.short}` : '',
      `--${option.name}${shownValue(option)}`,
      `${words(`cli.${group}.option.${option.name}`)}${choices}`,
    ];
  });
}

function shownValue({ value }: OptionSpec): string {
  return value === undefined ? '' : ` ${value}`;
}

function plain(rows: readonly (readonly string[])[], limit: number | null): string {
  const columns = Array.from({ length: rows[0]?.length ?? 0 }, () => ({ title: '' }));
  return formatTable(columns, rows, limit);
}
