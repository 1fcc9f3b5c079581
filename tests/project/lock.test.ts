import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HexaplaError } from '../../src/model/error.ts';
import { LOCK_FILE, withLock } from '../../src/project/lock.ts';
import { allFiles, newFolder, putFiles } from '../support/folder.ts';
import { endedProcess, startScript } from '../support/processes.ts';

const full = process.env['HEXAPLA_FULL'] === '1';

/** A project with the given lock, or any other text in its place. */
function locked(text: string | object, ageSeconds = 0): string {
  const lock = typeof text === 'string' ? text : `${JSON.stringify({ ...OTHER, ...text })}\n`;
  const root = newFolder({ 'hexapla.json': '{}', [LOCK_FILE]: lock });
  const then = Date.now() / 1000 - ageSeconds;
  utimesSync(join(root, LOCK_FILE), then, then);
  return root;
}

const OTHER = { command: 'build', pid: 1, host: hostname(), started: null, token: '0123456789abcdef' };

async function codeOf(root: string, patience = 60): Promise<string> {
  try {
    return await withLock(root, 'extract', () => 'done', patience);
  } catch (error) {
    if (error instanceof HexaplaError) return error.code;
    throw error;
  }
}

describe('the lock', () => {
  it('names its owner while something is done, and is gone afterwards', async () => {
    const root = newFolder({ 'hexapla.json': '{}' });
    const seen = await withLock(root, 'extract', () => readFileSync(join(root, LOCK_FILE), 'utf8'));
    expect(JSON.parse(seen)).toMatchObject({ command: 'extract', pid: process.pid, host: hostname() });
    expect(readdirSync(root)).toEqual(['hexapla.json']);
  });

  it('is gone after a mistake too', async () => {
    const root = newFolder({ 'hexapla.json': '{}' });
    const work = withLock(root, 'extract', () => Promise.reject(new Error('broken')));
    await expect(work).rejects.toThrow('broken');
    expect(readdirSync(root)).toEqual(['hexapla.json']);
  });

  it('is not made in a folder that is no project', async () => {
    const root = newFolder();
    expect(await withLock(root, 'extract', () => readdirSync(root))).toEqual([]);
  });

  it('lets one after the other in', async () => {
    const root = newFolder({ 'hexapla.json': '{}' });
    let inside = 0;
    const act = async (): Promise<number> => {
      const now = ++inside;
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside--;
      return now;
    };
    const all = await Promise.all([1, 2, 3, 4].map(() => withLock(root, 'extract', act)));
    expect(all).toEqual([1, 1, 1, 1]);
  });

  it('tells whom it waited for in vain', async () => {
    const root = locked({ pid: process.ppid }, 90);
    const work = withLock(root, 'extract', () => null, 0);
    await expect(work).rejects.toMatchObject({
      code: 'project-locked',
      values: { command: 'build', pid: process.ppid, host: hostname(), lock: LOCK_FILE },
      place: { file: LOCK_FILE },
    });
    const { values } = (await work.catch((error: unknown) => error)) as HexaplaError;
    expect(values['seconds']).toBeGreaterThanOrEqual(90);
  });
});

describe('the lock of another', () => {
  it.each<[string, string | object, number, string]>([
    ['who is at work', { pid: process.ppid }, 3000, 'project-locked'],
    ['on another host, of whom nothing is known', { host: 'elsewhere' }, 3000, 'project-locked'],
    ['who is only now writing who he is', '', 0, 'project-locked'],
    ['who was at work an hour ago', { pid: process.ppid }, 3700, 'done'],
    ['on another host an hour ago', { host: 'elsewhere' }, 3700, 'done'],
    ['who had the number of this process', { pid: process.pid }, 0, 'done'],
    ['whose number another process has now', { pid: process.ppid, started: '1' }, 0, 'done'],
    ['who never wrote who he is', '', 10, 'done'],
    ['cut off', '{"command":"build","pid":', 10, 'done'],
    ['that is none', { token: '../../x' }, 10, 'done'],
    ['that is a long text', 'x'.repeat(5000), 10, 'done'],
  ])('%s', async (_, lock, age, outcome) => {
    const started =
      process.platform === 'linux' || outcome !== 'done' || !JSON.stringify(lock).includes('"1"');
    const root = locked(lock, age);
    expect(await codeOf(root)).toBe(started ? outcome : 'project-locked');
    expect(readdirSync(root)).toEqual([...(outcome === 'done' ? [] : [LOCK_FILE]), 'hexapla.json']);
  });

  it('who has ended, with a claim of one who has ended too', async () => {
    const pid = await endedProcess();
    const root = locked({ pid });
    const claim = (token: string): string => `${JSON.stringify({ ...OTHER, pid, token })}\n`;
    putFiles(root, {
      [`${LOCK_FILE}.${OTHER.token}`]: claim('1111111111111111'),
      [`${LOCK_FILE}.1111111111111111`]: claim('2222222222222222'),
      [`${LOCK_FILE}.3333333333333333`]: claim('4444444444444444'),
    });
    expect(await codeOf(root)).toBe('done');
    expect(readdirSync(root)).toEqual(['hexapla.json']);
  });

  it('who has ended, on which another one has a claim', async () => {
    const root = locked({ pid: await endedProcess() });
    const claim = { ...OTHER, pid: process.ppid, token: '1111111111111111' };
    putFiles(root, { [`${LOCK_FILE}.${OTHER.token}`]: `${JSON.stringify(claim)}\n` });
    expect(await codeOf(root)).toBe('project-locked');
    expect(readdirSync(root).length).toBe(3);
  });

  it('that is a link or a folder does no harm', async () => {
    const outside = newFolder({ 'secret.txt': 'x' });
    const root = newFolder({ 'hexapla.json': '{}' });
    symlinkSync(join(outside, 'secret.txt'), join(root, LOCK_FILE));
    expect(await codeOf(root)).toBe('project-locked');
    expect(allFiles(outside)).toEqual({ 'secret.txt': 'x' });
    const other = newFolder({ 'hexapla.json': '{}' });
    mkdirSync(join(other, LOCK_FILE));
    utimesSync(join(other, LOCK_FILE), 1, 1);
    expect(await codeOf(other)).toBe('file-unwritable');
    expect(readdirSync(other)).toEqual([LOCK_FILE, 'hexapla.json']);
  });

  it('leaves temporary files, which are taken away wherever they are', async () => {
    const root = locked({ pid: await endedProcess() });
    const kept = {
      '.git/.a.0123456789ab.tmp': '',
      'node_modules/.a.0123456789ab.tmp': '',
      'a.tmp': '',
      '.a.0123.tmp': '',
      '.cache/b.0123456789ab.tmp': '',
    };
    putFiles(root, {
      ...kept,
      '.hexapla.json.0123456789ab.tmp': '',
      'locales/hy/.a.json.0123456789ab.tmp': '',
      '.out/.a.html.ffffffffffff.tmp': '',
    });
    expect(await codeOf(root)).toBe('done');
    expect(existsSync(join(root, '.git/.a.0123456789ab.tmp'))).toBe(true);
    const { '.git/.a.0123456789ab.tmp': _, ...rest } = kept;
    expect(allFiles(root)).toEqual({ 'hexapla.json': '{}', ...rest });
  });
});

describe('many processes', () => {
  it('take abandoned locks over, one at a time', async () => {
    const rounds = full ? 60 : 12;
    const root = locked({ pid: await endedProcess() });
    writeFileSync(join(root, 'count'), '0');
    const code = `
        import { readFileSync, writeFileSync } from 'node:fs';
        import { withLock } from 'src/project/lock.ts';
        const [count, lock] = ['count', '${LOCK_FILE}'].map((name) => ${JSON.stringify(`${root}/`)} + name);
        for (let round = 0; round < ${rounds}; round++) {
          await withLock(${JSON.stringify(root)}, 'extract', async () => {
            const before = Number(readFileSync(count, 'utf8'));
            await new Promise((resolve) => setTimeout(resolve, Math.random() * 4));
            writeFileSync(count, String(before + 1));
            // Every other time it ends as if it had been killed: its lock stays, and names nobody who is there.
            const owner = JSON.parse(readFileSync(lock, 'utf8'));
            if (round % 2) writeFileSync(lock, JSON.stringify({ ...owner, pid: 2 ** 30, token: owner.token.slice(1) + '0' }));
          }, 60_000);
        }`;
    const all = Array.from({ length: 5 }, () => startScript(code));
    for (const { ended } of all) expect(await ended).toEqual({ exit: 0, out: '', err: '' });
    expect(readFileSync(join(root, 'count'), 'utf8')).toBe(String(5 * rounds));
    expect(await codeOf(root)).toBe('done');
    expect(readdirSync(root).sort()).toEqual(['count', 'hexapla.json']);
  }, 120_000);
});
