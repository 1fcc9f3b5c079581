import { run } from '../../src/cli/run.ts';
import type { Terminal } from '../../src/cli/terminal.ts';

/** What a command left behind. */
export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this very process, in a folder, as if nobody sat at the terminal. */
export async function hexapla(
  folder: string,
  words: readonly string[],
  more: Partial<Terminal> & { stdin?: string } = {},
): Promise<Ran> {
  let out = '';
  let err = '';
  const { stdin = '', ...rest } = more;
  const terminal: Terminal = {
    folder,
    env: { SOURCE_DATE_EPOCH: '1767225600' },
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    input: async () => stdin,
    ask: async () => null,
    columns: null,
    problems: null,
    ...rest,
  };
  const exit = await run(words, terminal);
  return { exit, out, err };
}

/** Runs a command with `--json` and gives what it prints. */
export async function hexaplaJson<T>(
  folder: string,
  words: readonly string[],
  stdin = '',
): Promise<{ exit: number; data: T }> {
  const { exit, out, err } = await hexapla(folder, [...words, '--json'], { stdin });
  try {
    return { exit, data: JSON.parse(out) as T };
  } catch {
    throw new Error(`no JSON: ${out}${err}`);
  }
}
