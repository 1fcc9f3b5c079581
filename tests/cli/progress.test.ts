import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { barLine, createProgress, type Progress } from '../../src/cli/progress.ts';
import { widthOf } from '../../src/cli/width.ts';
import { hexapla } from '../support/cli.ts';
import { newFolder } from '../support/folder.ts';
import { project } from '../support/letter.ts';

/** Keeps this thread at work, as a command does, for some milliseconds. */
function work(time: number): void {
  const end = performance.now() + time;
  while (performance.now() < end);
}

/** Keeps this thread at work until something is seen, but not for ever; gives the milliseconds. */
function workUntil(seen: () => boolean): number {
  const begun = performance.now();
  while (!seen() && performance.now() < begun + 30_000) work(20);
  return performance.now() - begun;
}

interface Screen {
  readonly progress: Progress;
  readonly write: (text: string) => void;
  readonly shown: () => string;
}

/** What is drawn on a terminal (a file here) while something runs. */
async function drawn(run: (screen: Screen) => void): Promise<string> {
  const path = join(newFolder({ screen: '' }), 'screen');
  const fd = openSync(path, 'a');
  const progress = createProgress(
    { problems: { columns: 60, fd }, env: {} },
    (done, total, what, locale) => `${done}/${total} ${what} ${locale ?? ''}`.trim(),
    (what) => (what === 'large.md' ? 1_000_000 : 100),
  );
  if (!progress) throw new Error('no progress on a terminal');
  const shown = (): string => readFileSync(path, 'utf8');
  run({ progress, shown, write: (text) => progress.without(() => void writeSync(fd, text)) });
  progress.end();
  await pause(300);
  closeSync(fd);
  return shown();
}

const ERASE = '\r\u001B[K';

describe('progress', () => {
  it('shows after half a second, though the commands leave no time, and is taken away', async () => {
    let [first, second] = [0, 0];
    const text = await drawn(({ progress, shown }) => {
      const step = progress.start(2);
      step('large.md', 'hy');
      first = workUntil(() => shown() !== '');
      step('b.md');
      second = workUntil(() => shown().includes('b.md'));
      second += workUntil(() => shown().split('b.md').length > 4);
    });
    expect(first).toBeGreaterThan(450);
    const lines = text.split('\r').filter((line) => line.includes('/2'));
    // Ten times a second at most.
    expect(lines.length).toBeLessThanOrEqual(second / 100 + 2);
    expect(lines[0]).toMatch(/^⠋ ░{20} 0\/2 large\.md hy\u001B\[K$/);
    expect(lines.at(-1)).toMatch(/^. █{10}░{10} 1\/2 b\.md\u001B\[K$/);
    expect(text.endsWith(ERASE)).toBe(true);
    expect(text).not.toContain('\u001B[?25l');
  });

  it('shows when many short pieces add up', async () => {
    const text = await drawn(({ progress, shown }) => {
      const step = progress.start(10_000);
      let piece = 0;
      workUntil(() => {
        step(`${piece++}.md`);
        return shown() !== '';
      });
    });
    expect(text).not.toContain(' 0/10000');
    expect(text).toMatch(/ \d+\/10000 \d+\.md/);
    expect(text.endsWith(ERASE)).toBe(true);
  });

  it.each([['a.md'], ['large.md']])('does not show on short work (%s)', async (what) => {
    expect(
      await drawn(({ progress }) => {
        progress.start(1)(what);
        work(100);
      }),
    ).toBe('');
  });

  it('makes room for what else is written', async () => {
    const text = await drawn(({ progress, shown, write }) => {
      progress.start(1)('large.md');
      workUntil(() => shown() !== '');
      write('A note.\n');
    });
    expect(text).toContain(`\u001B[K${ERASE}A note.\n`);
  });

  it('fits the terminal', () => {
    for (const columns of [10, 40, 80]) {
      for (const words of ['3 of 30: 日本語の長い文書の名前/日本語の長い文書の名前.md', 'a'.repeat(200)]) {
        const line = barLine({ done: 3, total: 30, words, columns, unicode: true });
        // The turning sign and a space stand before it.
        if (columns > 20) expect(widthOf(line) + 2).toBeLessThan(columns);
      }
    }
    expect(barLine({ done: 3, total: 6, words: 'x', columns: 40, unicode: false })).toBe('####.... x');
    expect(barLine({ done: 0, total: 0, words: 'x', columns: 40, unicode: false })).toBe('........ x');
    expect(barLine({ done: 9, total: 6, words: 'x', columns: 40, unicode: false })).toBe('######## x');
  });

  it('is for terminals that can erase a line, and not for --json', async () => {
    const env = { TERM: 'dumb' };
    const [phrase, sizeOf] = [() => '', () => 0];
    expect(createProgress({ problems: null, env: {} }, phrase, sizeOf)).toBeNull();
    expect(createProgress({ problems: { columns: 80, fd: 2 }, env }, phrase, sizeOf)).toBeNull();
    const folder = await project();
    // A closed descriptor would make drawing fail.
    const problems = { columns: 80, fd: 1_000_000 };
    expect((await hexapla(folder, ['status', '--json'], { problems })).exit).toBe(0);
  });
});
