import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What tells this program from any other: the names, sizes and times of its own files and of its interface strings. Two
 * programs of one version can differ while they are worked on. Nothing that is written depends on it.
 */
export function packageMark(): string {
  const hash = createHash('sha256');
  for (const folder of [new URL('../', import.meta.url), new URL('../../locales/', import.meta.url)]) {
    const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
    const lines = found.map(({ parentPath, name }) => {
      const { size, mtimeMs } = statSync(join(parentPath, name));
      return `${join(parentPath, name)} ${size} ${mtimeMs}`;
    });
    hash.update(lines.sort().join('\n'));
  }
  return hash.digest('hex');
}
