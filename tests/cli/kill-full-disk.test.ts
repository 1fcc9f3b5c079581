import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hexapla } from '../support/cli.ts';
import { allFiles } from '../support/folder.ts';
import { copyOf, WRITING } from '../support/kill.ts';
import { type Ended, PROGRAM, start } from '../support/processes.ts';

const full = process.env['HEXAPLA_FULL'] === '1';

describe.skipIf(!mayMount())('on a full disk (needs the right to mount a tmpfs)', () => {
  let folder = '';
  beforeAll(() => {
    folder = mountDisk() ?? '';
  });
  afterAll(() => unmount(folder));

  it.each(WRITING)('%s writes all or nothing', async (_, { words, before: prepare }) => {
    const template = await prepare();
    const before = allFiles(template);
    const outcomes = new Set<string>();
    const levels = full ? Array.from({ length: 65 }, (__, i) => 8 * i) : [0, 8, 512];
    for (const blocks of levels) {
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
      cpSync(template, folder, { recursive: true });
      leave(folder, blocks * 4096);
      outcomes.add(await allOrNothing(folder, words, { before, code: 'ENOSPC', limit: null }));
      rmSync(join(folder, 'filler'), { force: true });
      expect((await hexapla(folder, words)).exit).toBe(0);
      expect(Object.keys(allFiles(folder)).filter((path) => /\.lock|\.tmp$/.test(path))).toEqual([]);
    }
    expect([...outcomes].sort()).toEqual(['all', 'nothing']);
  });
});

describe.skipIf(process.platform === 'win32')('where a file may not grow', () => {
  it.each(WRITING)('%s writes all or nothing', async (_, { words, before: prepare }) => {
    const template = await prepare();
    const before = allFiles(template);
    const outcomes = new Set<string>();
    for (const limit of full ? [1, 2, 3, 4, 5, 6, 8, 12, 16, 24, 32, 4096] : [1, 2, 4096]) {
      const folder = copyOf(template);
      outcomes.add(await allOrNothing(folder, words, { before, code: 'EFBIG', limit }));
      expect((await hexapla(folder, words)).exit).toBe(0);
    }
    expect([...outcomes].sort()).toEqual(['all', 'nothing']);
  });
});

interface Scarcity {
  readonly before: Readonly<Record<string, string>>;
  /** What the system calls it. */
  readonly code: string;
  /** The longest file that may be written (KiB). */
  readonly limit: number | null;
}

/** Runs a command that is short of room, and tells whether it has written all or nothing. */
async function allOrNothing(
  folder: string,
  words: readonly string[],
  { before, code, limit }: Scarcity,
): Promise<'all' | 'nothing'> {
  const { exit, err } = await run(folder, words, limit);
  const { filler: _, ...left } = allFiles(folder);
  expect(Object.keys(left).filter((path) => /\.lock|\.tmp$/.test(path))).toEqual([]);
  if (exit === 0) {
    expect(left).not.toEqual(before);
    return 'all';
  }
  expect([exit, err]).toEqual([3, expect.stringMatching(`^hexapla: [^\n]*\\(${code}\\)[^\n]*\n$`)]);
  expect(left).toEqual(before);
  return 'nothing';
}

async function run(folder: string, words: readonly string[], limit: number | null): Promise<Ended> {
  const program = [process.execPath, ...PROGRAM, ...words];
  const shell = `ulimit -f ${limit ?? 'unlimited'} && exec "$@"`;
  return start('bash', ['-c', shell, 'bash', ...program], { cwd: folder }, '').ended;
}

/** Fills a disk until only so many bytes are left. */
function leave(folder: string, bytes: number): void {
  const { bfree, bsize } = statfsSync(folder);
  writeFileSync(join(folder, 'filler'), Buffer.alloc(Math.max(0, bfree * bsize - bytes)));
}

/** Whether this user may mount a disk. */
function mayMount(): boolean {
  const folder = mountDisk();
  if (folder !== null) unmount(folder);
  return folder !== null;
}

function unmount(folder: string): void {
  execFileSync('umount', [folder]);
  rmSync(folder, { recursive: true });
}

/** A disk of eight megabytes, or null where none could be mounted. */
function mountDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'hexapla', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return null;
  }
}
