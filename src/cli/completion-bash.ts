import {
  type Candidates,
  type CompletionArgument,
  type CompletionTable,
  firstWords,
  groupsOf,
  valuedSpellings,
} from './completion-table.ts';

/** The script for bash 3.2 and later; it needs nothing of the bash-completion package. */
export function bashScript(table: CompletionTable): string {
  const common = table.common.flatMap((one) => one.spellings);
  const first = firstWords(table).map(([word]) => word);
  return [
    '# Completes hexapla in bash. Written by: hexapla completion bash',
    HELPERS,
    '_hexapla() {',
    '  local cur="$2" command= option= argument=0 i word',
    '  COMPREPLY=()',
    reading(table),
    '  if [[ -n $option ]]; then',
    '    case "$command $option" in',
    ...table.commands.flatMap(({ name, options }) =>
      options.flatMap((one) => {
        if (one.value === null) return [];
        const pattern = one.spellings.map((spelling) => `"${name} ${spelling}"`).join(' | ');
        return [`      ${pattern}) ${candidates(one, one.list)} ;;`];
      }),
    ),
    ...table.common.flatMap((one) => {
      const pattern = one.spellings.map((spelling) => `*" ${spelling}"`).join(' | ');
      return one.value === null ? [] : [`      ${pattern}) ${candidates(one, one.list)} ;;`];
    }),
    '    esac',
    '  elif [[ $cur == -* ]]; then',
    '    case $command in',
    ...table.commands.map(({ name, options }) => {
      const spellings = options.flatMap((one) => one.spellings);
      return `      ${quoted(name)}) _hexapla_words ${[...spellings, ...common].join(' ')} ;;`;
    }),
    `      *) _hexapla_words ${common.join(' ')} ;;`,
    '    esac',
    '  else',
    '    case $command in',
    `      "") _hexapla_words ${first.join(' ')} ;;`,
    ...groupsOf(table).map((group) => `      ${group}) _hexapla_words ${secondWords(table, group)} ;;`),
    ...table.commands.flatMap(({ name, arguments: args }) => [
      `      ${quoted(name)}) case $argument in`,
      ...args.map((one, i) => `        ${place(one, i)}) ${candidates(one, false)} ;;`),
      '        *) _hexapla_words ;;',
      '      esac ;;',
    ]),
    '      *) _hexapla_words ;;',
    '    esac',
    '  fi',
    '}',
    'complete -o default -F _hexapla hexapla',
    '',
  ].join('\n');
}

const HELPERS = `_hexapla_values() {
  local i in=
  for ((i = 1; i < COMP_CWORD; i++)); do
    case \${COMP_WORDS[i]} in -C | --directory) in=\${COMP_WORDS[i + 1]} ;; esac
  done
  "\${COMP_WORDS[0]}" -C "\${in:-.}" completion --values "$1" 2> /dev/null
}
# Names may hold spaces, so they come a line each.
_hexapla_lines() {
  local line
  compopt +o default 2> /dev/null
  while IFS= read -r line; do
    [[ -n $line && $line == "$cur"* ]] && COMPREPLY+=("$(printf %q "$line")")
  done
}
_hexapla_words() {
  compopt +o default 2> /dev/null
  COMPREPLY=($(compgen -W "$*" -- "$cur"))
}
# After a comma the next one of a list is completed.
_hexapla_list() {
  local before=
  [[ $cur == *,* ]] && before=\${cur%,*},
  compopt +o default 2> /dev/null
  COMPREPLY=($(compgen -P "$before" -W "$*" -- "\${cur##*,}"))
}`;

/** Reads the words before the cursor: the command, how many arguments it has, and the option whose value comes. */
function reading(table: CompletionTable): string {
  // bash makes three words of --format=json.
  return `  for ((i = 1; i < COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    case $word in
      ${valuedSpellings(table).join(' | ')})
        [[ \${COMP_WORDS[i + 1]} == "=" ]] && ((i++))
        if ((i + 1 >= COMP_CWORD)); then
          option=$word
          [[ $cur == "=" ]] && cur=
        fi
        ((i++))
        ;;
      -*) ;;
      *)
        if [[ -z $command ]]; then command=$word
        elif [[ " ${groupsOf(table).join(' ')} " == *" $command "* ]]; then command="$command $word"
        else ((argument++)); fi
        ;;
    esac
  done`;
}

function candidates({ choices, holds }: Candidates, list: boolean): string {
  const words = list ? '_hexapla_list' : '_hexapla_words';
  if (choices.length > 0) return `${words} ${choices.join(' ')}`;
  if (holds === 'locale') return `${words} $(_hexapla_values locales)`;
  if (holds === 'document') return '_hexapla_lines < <(_hexapla_values documents)';
  // Nothing found: bash itself completes the names of files.
  return holds === 'other' ? '_hexapla_words' : ':';
}

function place({ many }: CompletionArgument, index: number): string {
  return many ? '*' : String(index);
}

function secondWords({ commands }: CompletionTable, group: string): string {
  const found = commands.filter(({ name }) => name.startsWith(`${group} `));
  return found.map(({ name }) => name.slice(group.length + 1)).join(' ');
}

function quoted(name: string): string {
  return name.includes(' ') ? `"${name}"` : name;
}
