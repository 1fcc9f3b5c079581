import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { createStrings } from '../i18n/strings.ts';
import { type CommandLine, readCommandLine, refuseIncomplete } from './arguments.ts';
import type { Call } from './call.ts';
import { commandHelp, generalHelp } from './help.ts';
import { packageResources } from './package.ts';
import type { Terminal } from './terminal.ts';
import { uiLocale } from './ui-locale.ts';

// Help is asked for often and must be quick: what it does not need is loaded when a command is really run.

/** Runs one command line (the words after the program's name) and gives the exit code. */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  const locale = uiLocale(words, terminal);
  try {
    const line = readCommandLine(words);
    return (await explain(line, locale, terminal)) ? 0 : await perform(line, locale, terminal);
  } catch (error) {
    const { commandWords } = await import('./words.ts');
    const { describeProblem, formatProblem } = await import('./problem.ts');
    const { exit, ...problem } = describeProblem(error, commandWords(locale).words);
    if (words.includes('--json')) terminal.out(formatJson({ error: problem }));
    else terminal.err(formatProblem(problem, error));
    return exit;
  }
}

/** Prints the version or help, where they are asked for. The texts of help have nothing to fill in. */
async function explain(
  { command, values }: CommandLine,
  locale: string,
  terminal: Terminal,
): Promise<boolean> {
  const { out, columns } = terminal;
  if (values.has('version')) {
    const { versionText } = await import('./version.ts');
    out(versionText(locale));
  } else if (values.has('help')) {
    const strings = createStrings(packageResources([locale]));
    const words = (key: string): string => strings.find(locale, key).text;
    out(command ? commandHelp(command, words, columns) : generalHelp(words, columns));
  } else return false;
  return true;
}

async function perform(line: CommandLine, locale: string, terminal: Terminal): Promise<number> {
  refuseIncomplete(line);
  // Let memory grow by half, not by several times, between collections: as fast, and a third less at the peak.
  setFlagsFromString('--heap-growing-percent=50');
  const { command, args, values } = line;
  const { commandWords } = await import('./words.ts');
  const call: Call = {
    root: resolve(terminal.folder, values.get('directory')?.[0] ?? '.'),
    args,
    flag: (option) => values.has(option),
    text: (option) => values.get(option)?.[0] ?? null,
    list: (option) => values.get(option) ?? [],
    ...commandWords(locale),
    terminal,
  };
  const module = await command?.load();
  if (!module) throw new Error('a complete command line names a command');
  const outcome = await module.run(call);
  terminal.out(values.has('json') ? formatJson(outcome.data) : outcome.text());
  return outcome.exit;
}

function formatJson(data: unknown): string {
  return `${JSON.stringify(data)}\n`;
}
