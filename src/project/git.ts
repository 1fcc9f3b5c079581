import { spawnSync } from 'node:child_process';
import { HexaplaError } from '../model/error.ts';

/** The most that a stored file may be, in bytes. */
const MOST = 1 << 29;

/**
 * A file of the project as it was in a revision of git; null where the revision does not have it. Throws
 * `revision-unknown` where git is not there, the folder is no repository, or it knows no such revision.
 */
export function readRevision(root: string, revision: string, path: string): Uint8Array | null {
  const shown = git(root, ['cat-file', 'blob', `${commitName(root, revision)}:./${path}`]);
  return shown.status === 0 ? shown.stdout : null;
}

/** The full name of a revision's commit. Throws `revision-unknown`. */
function commitName(root: string, revision: string): string {
  const commit = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  const name = commit.stdout?.toString('utf8').trim() ?? '';
  if (commit.status !== 0 || !/^[0-9a-f]{40,64}$/.test(name)) {
    throw new HexaplaError('revision-unknown', { revision });
  }
  return name;
}

/** A commit, with the moment when it was made (ISO 8601). */
export interface Commit {
  readonly name: string;
  readonly date: string;
}

/**
 * A revision and the commits since that touched anything below a path (empty for the whole project), oldest first; of a
 * merge's parents the first is followed. Throws `revision-unknown`.
 */
export function commitsSince(root: string, revision: string, below: string): readonly Commit[] {
  const from = commitName(root, revision);
  const format = ['--format=%H %cI', '--no-show-signature'];
  const first = git(root, ['log', '-1', ...format, from]);
  const paths = below === '' ? ['.'] : [`:(literal)${below}`];
  const later = git(root, ['log', '--first-parent', '--reverse', ...format, `${from}..HEAD`, '--', ...paths]);
  return [first, later].flatMap(({ stdout }) =>
    stdout
      .toString('utf8')
      .split('\n')
      .flatMap((line): Commit[] => {
        const [, name, date] = /^([0-9a-f]{40,64}) (\S+)$/.exec(line) ?? [];
        return name && date ? [{ name, date }] : [];
      }),
  );
}

/** A stored text of git: its name, and its size in bytes. */
export interface Blob {
  readonly name: string;
  readonly size: number;
}

/** How many names are asked for at once. */
const NAMES = 20_000;

/** What each commit has under each path, commit by commit; null where it has nothing there. */
export function blobsOf(
  root: string,
  commits: readonly Commit[],
  paths: readonly string[],
): readonly (readonly (Blob | null)[])[] {
  const prefix = git(root, ['rev-parse', '--show-prefix']).stdout.toString('utf8').trim();
  const asked = commits.flatMap(({ name }) => paths.map((path) => `${name}:${prefix}${path}`));
  const found: (Blob | null)[] = [];
  // Most commits have the same texts: each is one object.
  const known = new Map<string, Blob>();
  for (let at = 0; at < asked.length; at += NAMES) {
    const names = asked.slice(at, at + NAMES);
    const lines = git(root, ['cat-file', '--batch-check'], `${names.join('\n')}\n`)
      .stdout.toString('utf8')
      .split('\n');
    for (let i = 0; i < names.length; i++) found.push(blobIn(lines[i] ?? '', known));
  }
  return commits.map((_, at) => found.slice(at * paths.length, (at + 1) * paths.length));
}

function blobIn(line: string, known: Map<string, Blob>): Blob | null {
  const [, name, size] = /^([0-9a-f]{40,64}) blob (\d+)$/.exec(line) ?? [];
  if (!name || !size) return null;
  const blob = known.get(name) ?? { name, size: Number(size) };
  known.set(name, blob);
  return blob;
}

/** How many bytes of texts are held at once, unless a single one is larger. */
const HELD = 1 << 25;

/** The texts of blobs in the order in which they are asked for; as many are read at once as can be held. */
export function* blobTexts(root: string, blobs: readonly Blob[]): Generator<string> {
  for (let from = 0; from < blobs.length; ) {
    let size = 0;
    let to = from;
    while (to < blobs.length && (to === from || size + (blobs[to]?.size ?? 0) <= HELD))
      size += blobs[to++]?.size ?? 0;
    const part = blobs.slice(from, to);
    const { stdout } = git(root, ['cat-file', '--batch'], `${part.map(({ name }) => name).join('\n')}\n`);
    let at = 0;
    for (const { size: length } of part) {
      const start = stdout.indexOf(10, at) + 1;
      yield stdout.toString('utf8', start, start + length);
      at = start + length + 1;
    }
    from = to;
  }
}

function git(root: string, args: readonly string[], input?: string) {
  return spawnSync('git', ['-C', root, ...args], {
    maxBuffer: MOST,
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'ignore'],
    ...(input !== undefined && { input }),
  });
}
