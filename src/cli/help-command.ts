import { HexaplaError } from '../model/error.ts';
import { hint } from '../project/nearest.ts';
import type { Call, Outcome } from './call.ts';
import type { CommandSpec } from './command-spec.ts';
import { COMMANDS, groupOf, wordsOf } from './commands.ts';
import { commandHelp, generalHelp, usageOf } from './help.ts';

/** `hexapla help`: what `--help` prints, for all commands or for one; for a group (`strings`) each of its commands. */
export function run({ args, words, terminal }: Call): Outcome {
  const topic = args.join(' ');
  const found = topic === '' ? COMMANDS : commandsOf(topic);
  const data = found.map((command) => ({
    name: command.name,
    usage: usageOf(command),
    summary: words(`${wordsOf(command)}.summary`),
  }));
  return {
    exit: 0,
    data: { commands: data },
    text: () =>
      topic === ''
        ? generalHelp(words, terminal.columns)
        : found.map((command) => commandHelp(command, words, terminal.columns)).join('\n'),
  };
}

function commandsOf(topic: string): readonly CommandSpec[] {
  const exact = COMMANDS.filter(({ name }) => name === topic);
  const found = exact.length > 0 ? exact : groupOf(topic);
  if (found.length > 0) return found;
  const names = COMMANDS.map(({ name }) => name);
  throw new HexaplaError('unknown-command', { command: topic, ...hint(topic, names) });
}
