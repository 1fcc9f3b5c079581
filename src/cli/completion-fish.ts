import {
  type Candidates,
  type CompletionCommand,
  type CompletionOption,
  type CompletionTable,
  firstWords,
  groupsOf,
  valuedSpellings,
} from './completion-table.ts';

/** The script for fish 3 and later. */
export function fishScript(table: CompletionTable): string {
  const single = table.commands.filter(({ name }) => !name.includes(' '));
  const first = firstWords(table).map(([word, summary]) => line({ at: [''], words: [word], summary }));
  const groups = groupsOf(table).flatMap((group) =>
    table.commands
      .filter(({ name }) => name.startsWith(`${group} `))
      .flatMap((command) => {
        const words = [command.name.slice(group.length + 1)];
        return [line({ at: [group, '0'], words, summary: command.summary }), ...commandLines(command)];
      }),
  );
  return [
    '# Completes hexapla in fish. Written by: hexapla completion fish',
    helpers(table),
    'complete -c hexapla -f',
    ...table.common.map((option) => optionLine(option, null)),
    ...first,
    ...single.flatMap((command) => commandLines(command)),
    ...groups,
    '',
  ].join('\n');
}

/** What is typed before the cursor, without options and their values; and whether a command stands there. */
function helpers(table: CompletionTable): string {
  return `function __hexapla_words
    set -l tokens (commandline -opc)
    set -e tokens[1]
    while set -q tokens[1]
        switch $tokens[1]
            case ${valuedSpellings(table).join(' ')}
                set -e tokens[1]
            case '-*'
            case '*'
                echo -- $tokens[1]
        end
        set -e tokens[1]
    end
end
# Whether the command is this one, and has as many words after it (or any number) before the cursor.
function __hexapla_at
    set -l words (__hexapla_words)
    test -z "$argv[1]"; and test (count $words) -eq 0; and return 0
    set -l command (string split ' ' -- $argv[1])
    set -l length (count $command)
    test (count $words) -ge $length; and test "$words[1..$length]" = "$argv[1]"; or return 1
    test -z "$argv[2]"; or test (count $words) -eq (math $length + $argv[2])
end
function __hexapla_values
    set -l tokens (commandline -opc)
    set -l in .
    for i in (seq 2 (count $tokens))
        contains -- $tokens[$i] -C --directory; and set in $tokens[(math $i + 1)]
    end
    eval (string escape -- $tokens[1]) -C (string escape -- $in) completion --values $argv[1] 2>/dev/null
end
# After a comma the next one of a list is completed.
function __hexapla_list
    set -l before (commandline -ct | string replace -r '^-[^=]*=' '' | string replace -rf '^(.*,)?[^,]*$' '$1')
    for word in $argv
        echo -- $before$word
    end
end`;
}

function commandLines(command: CompletionCommand): string[] {
  const own = command.options.map((option) => optionLine(option, [command.name]));
  const args = command.arguments.flatMap((argument, i) => {
    const at = argument.many ? [command.name] : [command.name, String(i)];
    const found = candidates(argument, false);
    return found === '' ? [] : [`complete -c hexapla -n ${condition(at)} ${found}`];
  });
  return [...own, ...args];
}

function optionLine(option: CompletionOption, at: readonly string[] | null): string {
  const spellings = option.spellings.map((spelling) =>
    spelling.startsWith('--') ? `-l ${spelling.slice(2)}` : `-s ${spelling.slice(1)}`,
  );
  const value = option.value === null ? [] : [isPath(option) ? '-r' : '-x', candidates(option, option.list)];
  return [
    'complete -c hexapla',
    at ? `-n ${condition(at)}` : '',
    ...spellings,
    ...value,
    `-d ${quoted(option.summary)}`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function line(given: { at: readonly string[]; words: readonly string[]; summary: string }): string {
  const { at, words, summary } = given;
  return `complete -c hexapla -n ${condition(at)} -a ${quoted(words.join(' '))} -d ${quoted(summary)}`;
}

function condition(at: readonly string[]): string {
  return quoted(`__hexapla_at ${at.map(quoted).join(' ')}`);
}

function isPath({ holds }: Pick<Candidates, 'holds'>): boolean {
  return holds === 'file' || holds === 'folder';
}

function candidates({ choices, holds }: Candidates, list: boolean): string {
  if (isPath({ holds })) return '-F';
  const words =
    choices.length > 0
      ? choices.join(' ')
      : holds === 'locale'
        ? '(__hexapla_values locales)'
        : holds === 'document'
          ? '(__hexapla_values documents)'
          : '';
  if (words === '') return '';
  return list ? `-a ${quoted(`(__hexapla_list ${words})`)}` : `-a ${quoted(words)}`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
