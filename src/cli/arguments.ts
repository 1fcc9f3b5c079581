import { parseArgs } from 'node:util';
import { HexaplaError } from '../model/error.ts';
import { canonicalLocale } from '../model/locale.ts';
import { hint } from '../project/nearest.ts';
import type { ArgumentSpec, CommandSpec, OptionSpec } from './command-spec.ts';
import { COMMANDS, COMMON_OPTIONS, commandOf, groupOf } from './commands.ts';

/** A command line, read against the table of commands. */
export interface CommandLine {
  /** Null where none was named (`hexapla --help`). */
  readonly command: CommandSpec | null;
  /** The first word of commands of two words, where it stands alone (`hexapla strings --help`). */
  readonly group: string | null;
  readonly args: readonly string[];
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** A comma between two values, not one within a pattern's braces. */
const LIST_COMMA = /,(?![^{}]*\})/;

type Token = {
  kind: string;
  index: number;
  name?: string;
  rawName?: string;
  value?: string | undefined;
  inlineValue?: boolean | undefined;
};

/**
 * Reads the words after the program's name. Throws `unknown-command`, `unknown-option`, `bad-option-value` (each
 * with the nearest right spelling where there is one), `missing-argument` and `usage`.
 */
export function readCommandLine(words: readonly string[]): CommandLine {
  const named = nameOfCommand(words);
  const command = named === null ? null : commandOf(named);
  const group = named !== null && command === null && groupOf(named).length > 0 ? named : null;
  if (named !== null && command === null && group === null) {
    const names = COMMANDS.map(({ name }) => name);
    throw new HexaplaError('unknown-command', { command: named, ...hint(named, names) });
  }
  const specs = [...(command?.options ?? []), ...COMMON_OPTIONS];
  const values = new Map<string, string[]>();
  const args: string[] = [];
  for (const token of tokensOf(words, specs)) {
    if (token.kind === 'positional') args.push(token.value ?? '');
    else if (token.kind === 'option') takeOption(token, specs, command, values);
  }
  return { command, group, args: args.slice(named?.split(' ').length ?? 0), values };
}

/** Checks that everything that a command needs was given. Throws `missing-argument`, `usage`. */
export function refuseIncomplete(line: CommandLine): void {
  const { command, group, args, values } = line;
  if (command === null) {
    const program = group === null ? 'hexapla' : `hexapla ${group}`;
    throw new HexaplaError('missing-argument', { argument: 'COMMAND', command: program });
  }
  const missing = command.arguments.filter(({ required }) => required)[args.length];
  if (missing)
    throw new HexaplaError('missing-argument', {
      argument: missing.name,
      command: `hexapla ${command.name}`,
    });
  if (!command.arguments.some(({ many }) => many) && args.length > command.arguments.length) {
    const surplus = args[command.arguments.length] ?? '';
    throw new HexaplaError('usage', { command: `hexapla ${command.name}`, argument: surplus });
  }
  refuseWrongChoice(command, args);
  const option = command.options.find(({ name, required }) => required && !values.has(name));
  if (option) {
    throw new HexaplaError('missing-argument', {
      argument: `--${option.name} ${option.value ?? ''}`.trim(),
      command: `hexapla ${command.name}`,
    });
  }
}

function refuseWrongChoice(command: CommandSpec, args: readonly string[]): void {
  for (const [i, value] of args.entries()) {
    const { name, choices } = command.arguments[i] ?? {};
    if (choices?.includes(value) !== false) continue;
    throw new HexaplaError('bad-option-value', {
      option: name ?? '',
      value,
      allowed: choices,
      ...hint(value, choices),
    });
  }
}

/** An argument as help shows it: `DOC`, `[DOC…]`. */
export function shownArgument({ name, required, many }: ArgumentSpec): string {
  const shown = many ? `${name}…` : name;
  return required ? shown : `[${shown}]`;
}

/** The command is the first word that is neither an option nor the value of one; after a group, the first two. */
function nameOfCommand(words: readonly string[]): string | null {
  const specs = [...COMMANDS.flatMap(({ options }) => options), ...COMMON_OPTIONS];
  const found = tokensOf(words, specs).filter(({ kind }) => kind === 'positional');
  const [first, second] = found.map(({ value }) => value ?? '');
  if (first === undefined) return null;
  return second === undefined || groupOf(first).length === 0 ? first : `${first} ${second}`;
}

function tokensOf(words: readonly string[], specs: readonly OptionSpec[]): readonly Token[] {
  const options: Record<string, { type: 'boolean' | 'string'; multiple: true; short?: string }> = {};
  for (const { name, kind, short } of specs) {
    options[name] = {
      type: kind === 'flag' ? 'boolean' : 'string',
      multiple: true,
      ...(short ? { short } : {}),
    };
  }
  const { tokens } = parseArgs({
    args: [...words],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  return tokens;
}

function takeOption(
  token: Token,
  specs: readonly OptionSpec[],
  command: CommandSpec | null,
  values: Map<string, string[]>,
): void {
  const written = token.rawName ?? '';
  const spec = specs.find(({ name }) => name === token.name);
  if (!spec) {
    const names = specs.map(({ name }) => `--${name}`);
    const given = { option: written, command: command?.name ?? 'none' };
    throw new HexaplaError('unknown-option', { ...given, ...hint(written, names) });
  }
  const known = values.get(spec.name) ?? [];
  if (spec.kind === 'text' && known.length > 0) {
    throw new HexaplaError('usage', { command: written, argument: token.value ?? written });
  }
  values.set(spec.name, [...known, ...valuesOf(token, spec, written)]);
}

function valuesOf({ value, inlineValue }: Token, spec: OptionSpec, written: string): readonly string[] {
  if (spec.kind === 'flag') {
    if (value !== undefined) throw badValue(spec, value);
    return [];
  }
  if (value === undefined || (!inlineValue && /^-./.test(value))) {
    throw new HexaplaError('missing-argument', { argument: spec.value ?? '', command: written });
  }
  const parts = spec.kind === 'list' ? value.split(LIST_COMMA) : [value];
  if (spec.name === 'ui-locale' && canonicalLocale(value) === null) throw badValue(spec, value);
  const given = parts.map((one) => one.trim()).filter((one) => one !== '');
  if (given.length === 0) throw badValue(spec, value);
  const wrong = given.find((one) => spec.choices?.includes(one) === false);
  if (wrong !== undefined) throw badValue(spec, wrong);
  return given;
}

function badValue(spec: OptionSpec, value: string): HexaplaError {
  const choices = spec.choices ?? [];
  const allowed = choices;
  return new HexaplaError('bad-option-value', {
    option: `--${spec.name}`,
    value,
    allowed,
    ...hint(value, choices),
  });
}
