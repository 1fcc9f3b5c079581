import { execFileSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../../', import.meta.url));

const COMPILER: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  rewriteRelativeImportExtensions: true,
};

/** This source as a program, without the cost of a compiler at each start: made once for a test file. */
let program: string | null = null;

function compiled(): string {
  if (program) return program;
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-program-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const path of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts') || path.endsWith('.d.ts')) continue;
    const place = join(folder, 'dist', path.replace(/ts$/, 'js'));
    mkdirSync(dirname(place), { recursive: true });
    const text = readFileSync(join(root, 'src', path), 'utf8');
    writeFileSync(place, ts.transpileModule(text, { compilerOptions: COMPILER, fileName: path }).outputText);
  }
  for (const name of ['package.json', 'locales', 'node_modules'])
    symlinkSync(join(root, name), join(folder, name));
  program = join(folder, 'dist/cli/main.js');
  return program;
}

/** Whether a program is on the path. */
export function isInstalled(name: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** An environment in which `hexapla` is a program: this source, run in a folder's own `bin`. */
function withProgram(folder: string): NodeJS.ProcessEnv {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  const place = join(bin, 'hexapla');
  writeFileSync(place, `#!/bin/sh\nexec '${process.execPath}' '${compiled()}' "$@"\n`);
  chmodSync(place, 0o755);
  return {
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
    HOME: folder,
    LC_ALL: 'C.UTF-8',
    TERM: 'dumb',
  };
}

/** What stands between the beginning of a line and where Tab is pressed, and what is offered there. */
export type Offers = Readonly<Record<string, readonly string[]>>;

/** Asks bash what its completion function offers; `setup` is run first. Words are split as bash splits them. */
export function askBash(folder: string, script: string, lines: readonly string[], setup = ''): Offers {
  const calls = lines.map((line) => {
    const words = line
      .split(/(?<=\s)\s*|(?<!\s)(?:\s+)|(=)/)
      .filter((word) => word !== undefined && word !== ' ');
    if (/\s$/.test(line)) words.push('');
    const list = words.filter((word, i) => word !== '' || i === words.length - 1).map((word) => `'${word}'`);
    const last = list.at(-1) ?? "''";
    return `COMP_WORDS=(${list.join(' ')}); COMP_CWORD=${list.length - 1}; COMPREPLY=()
_hexapla hexapla ${last === "'='" ? "''" : last} ''; printf '%s\\n' "== ${line}" "\${COMPREPLY[@]}"`;
  });
  const text = [setup, script, ...calls].join('\n');
  return offersIn(run('bash', ['--norc', '--noprofile', '-c', text], folder));
}

/** Asks fish what it offers. */
export function askFish(folder: string, script: string, lines: readonly string[]): Offers {
  const calls = lines.map((line) => `echo '== ${line}'; complete -C '${line}'`);
  return offersIn(run('fish', ['--no-config', '-c', [script, ...calls].join('\n')], folder));
}

/**
 * Types lines into an interactive zsh, presses Tab after each, and gives what its completion system was offered. zsh
 * itself has the terminal that this needs (zsh/zpty).
 */
export function askZsh(folder: string, script: string, lines: readonly string[]): Offers {
  const place = join(folder, 'offers.txt');
  writeFileSync(join(folder, '_hexapla.zsh'), script);
  writeFileSync(join(folder, 'ask.zsh'), ZSH);
  run('zsh', ['-f', 'ask.zsh', place, ...lines], folder);
  return offersIn(existsSync(place) ? readFileSync(place, 'utf8') : '');
}

const ZSH = `zmodload zsh/zpty
hits=$1; shift
zpty z "HITS=$hits zsh -f -i"
zpty -w z 'PROMPT=; autoload -Uz compinit; compinit -D -u; source ./_hexapla.zsh'
zpty -w z 'compadd() {
  if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return $?; fi
  local -a __found; builtin compadd -A __found "$@"
  for one in $__found; do print -r -- "$one" >> $HITS; done
  builtin compadd "$@"
}'
zpty -w z "finish() { print -r -- '## done' >> \\$HITS }; zle -N finish; bindkey '^X' finish"
zpty -w z "bindkey '^I' complete-word; setopt no_auto_menu no_list_beep; print -r -- '## ready' >> \\$HITS"
integer turns
until grep -q '## ready' $hits 2> /dev/null || ((turns++ > 900)); do sleep 0.1; done
for line in "$@"; do
  print -r -- "== $line" >> $hits
  integer before=$(grep -c '## done' $hits) turns=0
  zpty -w -n z "$line"$'\\t\\x18'
  until (($(grep -c '## done' $hits) > before || turns++ > 900)); do sleep 0.1; zpty -r -t z junk; done
  zpty -w -n z $'\\x15'
done
zpty -d z
`;

function run(program: string, args: readonly string[], folder: string): string {
  const options = { cwd: folder, env: withProgram(folder), encoding: 'utf8', timeout: 110_000 } as const;
  return execFileSync(program, args, { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
}

function offersIn(text: string): Offers {
  const offers: Record<string, string[]> = {};
  let line = '';
  for (const one of text.split('\n')) {
    if (one.startsWith('== ')) {
      line = one.slice(3);
      offers[line] = [];
    } else if (one !== '' && !one.startsWith('## ')) offers[line]?.push(one);
  }
  return offers;
}
