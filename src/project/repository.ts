import { spawnSync } from 'node:child_process';

/** The folder below the root of its git repository, with `/` at its end; empty for the root, and where there is none. */
export function repositoryPrefix(folder: string): string {
  const asked = spawnSync('git', ['-C', folder, 'rev-parse', '--show-prefix'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return asked.status === 0 ? asked.stdout.toString('utf8').replace(/\n$/, '') : '';
}
