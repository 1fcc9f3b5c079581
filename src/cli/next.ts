import { resolve } from 'node:path';
import type { Progress } from '../model/row.ts';
import { hasFile } from '../project/files.ts';
import { handoffPath, type ProjectDocument } from '../project/layout.ts';
import { pathFrom } from '../project/place.ts';
import type { Project } from '../project/project.ts';
import type { Call } from './call.ts';

/** What is told of the call a hint is for. */
type Caller = Pick<Call, 'root' | 'folder' | 'program' | 'words'>;

/**
 * The last lines of a command: what to type next, and what may be typed instead. Each command is given as its words
 * after the program's name, and works where its user is, typed as it stands.
 */
export function nextLines(
  caller: Caller,
  command: readonly string[],
  ...others: readonly (readonly string[])[]
): string {
  const { words } = caller;
  const lines = [
    words('cli.next', { command: commandLine(caller, command) }),
    ...others.map((other) => words('cli.or', { command: commandLine(caller, other) })),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function commandLine({ program }: Caller, words: readonly string[]): string {
  return [...program, ...words].map(quoted).join(' ');
}

/** A path of the project as it is typed where the user is. */
export function typedPath({ root, folder }: Caller, path: string): string {
  return pathFrom(folder, resolve(root, path));
}

/** The command that approves all that a locale of a document has. */
export function reviewCommand(
  { words }: Caller,
  given: { readonly name: string; readonly locale: string; readonly state: string },
): readonly string[] {
  const { name, locale, state } = given;
  const to = state === 'final' ? ['--state', 'final'] : [];
  return ['review', name, '--locale', locale, '--all', ...to, '--by', words('cli.yourName')];
}

/** What brings an unfinished locale of a document further: its translator, its reviewer, or the build. */
export function furtherCommand(
  caller: Caller,
  project: Project,
  document: ProjectDocument,
  locale: string,
  { missing, stale, below }: Pick<Progress, 'missing' | 'stale' | 'below'>,
): readonly string[] {
  const { config } = project;
  if (missing > 0) {
    const handoff = handoffPath(config, { name: document.name, locale });
    return hasFile(project.root, handoff)
      ? ['import', typedPath(caller, handoff)]
      : ['export', '--locale', locale];
  }
  if (stale > 0) return ['export', '--locale', locale, '--only', 'missing,stale'];
  if (below === 0) return ['build'];
  return reviewCommand(caller, { name: document.name, locale, state: config.minState });
}

/** A word as it is typed in a POSIX shell. */
function quoted(word: string): string {
  if (/^[\p{L}\p{M}\p{N}_./:=,@%+-]+$/u.test(word)) return word;
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}
