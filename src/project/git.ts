import { spawnSync } from 'node:child_process';
import { HexaplaError } from '../model/error.ts';

/** The most that a stored file may be, in bytes. */
const MOST = 1 << 29;

/**
 * A file of the project as it was in a revision of git; null where the revision does not have it. Throws
 * `revision-unknown` where git is not there, the folder is no repository, or it knows no such revision.
 */
export function readRevision(root: string, revision: string, path: string): Uint8Array | null {
  const commit = git(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  const name = commit.stdout.toString('utf8').trim();
  if (commit.status !== 0 || !/^[0-9a-f]{40,64}$/.test(name)) {
    throw new HexaplaError('revision-unknown', { revision });
  }
  const shown = git(root, ['cat-file', 'blob', `${name}:./${path}`]);
  return shown.status === 0 ? shown.stdout : null;
}

function git(root: string, args: readonly string[]) {
  return spawnSync('git', ['-C', root, ...args], { maxBuffer: MOST, stdio: ['ignore', 'pipe', 'ignore'] });
}
