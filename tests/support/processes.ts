import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const TSX = ['--import', import.meta.resolve('tsx')];

/** What Node is told to run the command line: what is built, where it is as new as the sources, else the sources. */
export const PROGRAM: readonly string[] = isBuilt()
  ? [join(root, 'dist/cli/main.js')]
  : [...TSX, join(root, 'src/cli/main.ts')];

/** How a process ended. */
export interface Ended {
  /** Null for one that was killed. */
  readonly exit: number | null;
  readonly out: string;
  readonly err: string;
}

/** A process that was started. */
export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** Starts the command line as a process of its own. */
export function startHexapla(folder: string, words: readonly string[], stdin = ''): Started {
  return start(process.execPath, [...PROGRAM, ...words], { cwd: folder }, stdin);
}

/** Runs TypeScript that imports the project's sources from `src` as a process of its own. */
export function startScript(code: string): Started {
  const script = code.replaceAll("'src/", `'${new URL('../../src/', import.meta.url).href}`);
  return start(process.execPath, [...TSX, '--input-type=module', '--eval', script], {}, '');
}

/** Starts any program, with a text for its standard input. */
export function start(
  program: string,
  words: readonly string[],
  options: SpawnOptions,
  stdin: string,
): Started {
  const child = spawn(program, words, { ...options, stdio: 'pipe' });
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  // A process that is killed does not read.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(stdin);
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit) => resolve({ exit, out, err }));
  });
  return { child, ended };
}

/** The number of a process that has ended. */
export async function endedProcess(): Promise<number> {
  const { child, ended } = start(process.execPath, ['--version'], {}, '');
  await ended;
  return child.pid ?? 0;
}

function isBuilt(): boolean {
  const built = join(root, 'dist/cli/main.js');
  if (!existsSync(built)) return false;
  const since = statSync(built).mtimeMs;
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .every((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs <= since);
}
