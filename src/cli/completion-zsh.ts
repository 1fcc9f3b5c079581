import {
  type Candidates,
  type CompletionCommand,
  type CompletionOption,
  type CompletionTable,
  firstWords,
  groupsOf,
} from './completion-table.ts';

/** The script for zsh: to be evaluated after compinit, or kept as `_hexapla` in a folder of `fpath`. */
export function zshScript(table: CompletionTable): string {
  const groups = groupsOf(table);
  const single = table.commands.filter(({ name }) => !name.includes(' '));
  return [
    '#compdef hexapla',
    '# Completes hexapla in zsh. Written by: hexapla completion zsh',
    HELPERS,
    '_hexapla() {',
    '  local context state state_descr line program=$words[1] in=.',
    '  local -A opt_args',
    '  integer i',
    '  for ((i = 2; i < CURRENT; i++)); do',
    '    [[ $words[i] == (-C|--directory) ]] && in=$words[i+1]',
    '  done',
    ...argumentsCall(table.common, ["'1: :->command'", "'*:: :->rest'"], '  ', '-C'),
    '  case $state in',
    '    command)',
    ...described(firstWords(table), '      '),
    '      ;;',
    '    rest)',
    '      case $words[1] in',
    ...single.flatMap((command) => commandCase(command, command.name, table)),
    ...groups.flatMap((group) => groupCase(table, group)),
    '      esac',
    '      ;;',
    '  esac',
    '}',
    'if [[ $funcstack[1] == _hexapla ]]; then _hexapla "$@"; else compdef _hexapla hexapla; fi',
    '',
  ].join('\n');
}

const HELPERS = `_hexapla_values() {
  \${(Q)program} -C "\${(Q)in}" completion --values $1 2> /dev/null
}
_hexapla_documents() {
  local -a found=("\${(@f)$(_hexapla_values documents)}") expl
  [[ -n $found ]] && _wanted documents expl document compadd -a found
}
_hexapla_locales() {
  local -a found=("\${(@f)$(_hexapla_values locales)}") expl
  [[ -n $found ]] && _wanted locales expl locale compadd "$@" -a found
}`;

function commandCase(command: CompletionCommand, pattern: string, { common }: CompletionTable): string[] {
  const args = command.arguments.map((argument, i) => {
    const action = actionOf(argument, false);
    return quoted(`${argument.many ? '*' : i + 1}:${argument.name}:${action}`);
  });
  return [
    `        ${pattern})`,
    ...argumentsCall([...command.options, ...common], args, '          ', ''),
    '          ;;',
  ];
}

function groupCase(table: CompletionTable, group: string): string[] {
  const own = table.commands.filter(({ name }) => name.startsWith(`${group} `));
  const second = own.map(({ name, summary }) => [name.slice(group.length + 1), summary] as const);
  return [
    `        ${group})`,
    '          if ((CURRENT == 2)); then',
    ...described(second, '            '),
    '          else',
    '            shift words',
    '            ((CURRENT--))',
    '            case $words[1] in',
    ...own.flatMap((command) => commandCase(command, command.name.slice(group.length + 1), table)),
    '            esac',
    '          fi',
    '          ;;',
  ];
}

function described(words: readonly (readonly [string, string])[], indent: string): string[] {
  return [
    `${indent}local -a found=(`,
    ...words.map(([word, summary]) => `${indent}  ${quoted(`${word}:${summary}`)}`),
    `${indent})`,
    `${indent}_describe -t commands command found`,
  ];
}

function argumentsCall(
  options: readonly CompletionOption[],
  rest: readonly string[],
  indent: string,
  flags: string,
): string[] {
  const specs = [...options.map(optionSpec), ...rest];
  return [
    `${indent}_arguments -s -S ${flags ? `${flags} ` : ''}\\`,
    ...specs.map((spec, i) => `${indent}  ${spec}${i === specs.length - 1 ? '' : ' \\'}`),
  ];
}

/** As `'(-f --format)'{-f+,--format=}'[summary]:FORMAT:(a b)'`. */
function optionSpec(option: CompletionOption): string {
  const { spellings, value, list, summary } = option;
  const typed = spellings.map((spelling) =>
    value === null ? spelling : spelling.startsWith('--') ? `${spelling}=` : `${spelling}+`,
  );
  const names = typed.length > 1 ? `{${typed.join(',')}}` : typed.join('');
  const before = list ? "'*'" : typed.length > 1 ? `'(${spellings.join(' ')})'` : '';
  const action = value === null ? '' : `:${value}:${actionOf(option, list)}`;
  return `${before}${names}${quoted(`[${summary.replace(/[\\[\]:]/g, '\\$&')}]${action}`)}`;
}

function actionOf({ choices, holds }: Candidates, list: boolean): string {
  if (choices.length > 0) {
    return list ? `_sequence compadd - ${choices.join(' ')}` : `(${choices.join(' ')})`;
  }
  if (holds === 'locale') return list ? '_sequence _hexapla_locales' : '_hexapla_locales';
  if (holds === 'document') return '_hexapla_documents';
  if (holds === 'file') return '_files';
  return holds === 'folder' ? '_files -/' : ' ';
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
