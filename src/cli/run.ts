import { setFlagsFromString } from 'node:v8';
import { plainTexts } from '../i18n/plain.ts';
import { packageResources } from '../project/package.ts';
import { type CommandLine, readCommandLine, refuseIncomplete } from './arguments.ts';
import type { Call, Outcome } from './call.ts';
import type { CommandSpec } from './command-spec.ts';
import { commandHelp, generalHelp, groupHelp } from './help.ts';
import type { CommandModule } from './load.ts';
import type { Terminal } from './terminal.ts';
import { uiLocale } from './ui-locale.ts';
import type { CommandWords } from './words.ts';

// Help is asked for often and must be quick: what it does not need is loaded when a command is really run.

/** Runs one command line (the words after the program's name) and gives the exit code. */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  const locale = uiLocale(words, terminal);
  let place = { root: terminal.folder, args: [] as readonly string[] };
  try {
    const line = readCommandLine(words);
    if (await explain(line, locale, terminal)) return 0;
    return await perform(line, locale, terminal, (found) => {
      place = found;
    });
  } catch (error) {
    const { commandWords } = await import('./words.ts');
    const { describeProblem, formatProblem } = await import('./problem.ts');
    const { coloursFor } = await import('./colours.ts');
    const told = describeProblem(error, commandWords(locale).words);
    const { env, problems } = terminal;
    const telling = { root: place.root, named: place.args, columns: problems?.columns ?? null };
    if (words.includes('--json')) terminal.out(formatJson({ error: told.problem }));
    else terminal.err(formatProblem(told, { ...telling, paint: coloursFor(env, problems !== null) }));
    return told.exit;
  }
}

/** Prints the version or help, where they are asked for. The texts of help have nothing to fill in. */
async function explain(
  { command, group, values }: CommandLine,
  locale: string,
  terminal: Terminal,
): Promise<boolean> {
  const { out, columns } = terminal;
  if (values.has('version')) {
    const { versionText } = await import('./version.ts');
    out(versionText(locale));
  } else if (values.has('help')) {
    const words = plainTexts(packageResources([locale]), locale);
    const own = command ? commandHelp(command, words, columns) : null;
    out(own ?? (group ? groupHelp(group, words, columns) : generalHelp(words, columns)));
  } else return false;
  return true;
}

async function perform(
  line: CommandLine,
  locale: string,
  terminal: Terminal,
  found: (place: Pick<Call, 'root' | 'args'>) => void,
): Promise<number> {
  refuseIncomplete(line);
  // Let memory grow by half, not by several times, between collections: as fast, and a third less at the peak.
  setFlagsFromString('--heap-growing-percent=50');
  const { command } = line;
  if (!command) throw new Error('a complete command line names a command');
  const { whereabouts } = await import('./whereabouts.ts');
  const { values, ...place } = whereabouts(line, terminal);
  found(place);
  const words = await wordsFor(command, locale);
  const { sightOf } = await import('./sight.ts');
  const { end, ...sight } = sightOf(terminal, words, { root: place.root, quietly: values.has('json') });
  const call: Call = {
    ...place,
    flag: (option) => values.has(option),
    text: (option) => values.get(option)?.[0] ?? null,
    list: (option) => values.get(option) ?? [],
    ...words,
    ...sight,
  };
  try {
    const { loadCommand } = await import('./load.ts');
    const outcome = await runSafely(command, await loadCommand(command), call);
    const text = values.has('json') ? formatJson(outcome.data) : outcome.text();
    end();
    terminal.out(text);
    return outcome.exit;
  } finally {
    end();
  }
}

/** The words of a command; a quick one has texts without anything to fill in, so it need not load what fills them. */
async function wordsFor({ quick }: CommandSpec, locale: string): Promise<CommandWords> {
  if (!quick) return (await import('./words.ts')).commandWords(locale);
  const words = plainTexts(packageResources([locale]), locale);
  return { locale, textLocale: locale, words, number: String, language: (tag) => tag };
}

/** A command that writes the project runs while no other one does; it reads its input before it locks anybody out. */
async function runSafely(command: CommandSpec, module: CommandModule, call: Call): Promise<Outcome> {
  if (!command.writes || call.flag('dry-run')) return module.run(call);
  const { withLock } = await import('../project/lock.ts');
  if (!command.reads) return withLock(call.root, command.name, () => module.run(call));
  const text = await call.terminal.input();
  const terminal = { ...call.terminal, input: async () => text };
  return withLock(call.root, command.name, () => module.run({ ...call, terminal }));
}

function formatJson(data: unknown): string {
  return `${JSON.stringify(data)}\n`;
}
