import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCK_FILE } from '../../src/project/lock.ts';
import { hexapla } from '../support/cli.ts';
import { allFiles, putFiles } from '../support/folder.ts';
import { copyOf } from '../support/kill.ts';
import { edit, idsOf, project } from '../support/letter.ts';
import { type Ended, startHexapla } from '../support/processes.ts';
import { translated } from '../support/translate.ts';

const rounds = process.env['HEXAPLA_FULL'] === '1' ? 100 : 10;

/** Ended well, or with the one clear error and nothing else. */
function endedWell({ exit, err }: Ended): boolean {
  if (exit === 0) return true;
  expect([exit, err]).toEqual([
    3,
    expect.stringMatching(/^hexapla: \.hexapla\.lock: [^\n]* been writing this[^\n]*\n$/),
  ]);
  return false;
}

/** The words of a command, and its standard input. */
type Line = readonly [readonly string[], string?];

/** Runs commands at once; one that waited in vain (which it does for five seconds) is tried again. */
async function untilAllAreDone(folder: string, lines: readonly Line[]): Promise<void> {
  let waiting = lines;
  while (waiting.length > 0) {
    const ended = await Promise.all(waiting.map(([line, stdin]) => startHexapla(folder, line, stdin).ended));
    const well = ended.map(endedWell);
    expect(well).toContain(true);
    waiting = waiting.filter((_, i) => !well[i]);
  }
}

/** An edited letter, and a return with its third segment translated. */
async function letterWithReturn(): Promise<{ template: string; ids: readonly string[] }> {
  const template = await project();
  const ids = await idsOf(template);
  await hexapla(template, ['export', '--locale', 'hy']);
  const handoff = readFileSync(join(template, 'handoff/hy/a.hy.xlf'), 'utf8');
  const others = new RegExp(`<trans-unit id="(?!${ids[2]})[^"]*"[\\s\\S]*?</trans-unit>\\s*`, 'g');
  putFiles(template, { 'third.xlf': translated(handoff, 'hy').replace(others, '') });
  edit(template, 'We demand peace.', 'We demand peace now.');
  return { template, ids };
}

describe('processes that write one project at once', () => {
  it('lose nothing of each other’s work', { timeout: 600_000 }, async () => {
    const { template, ids } = await letterWithReturn();
    const set: Line = [['set', 'a', ids[0] ?? '', '-l', 'hy'], 'Մեկ։'];
    const others: readonly Line[] = [
      [['set', 'a', ids[1] ?? '', '-l', 'hy'], '<1>Երկու</1>։'],
      [['import', 'third.xlf']],
      [['extract']],
    ];
    for (let round = 0; round < rounds; round++) {
      const folder = copyOf(template);
      const other = others[round % 3] as Line;
      await untilAllAreDone(folder, [set, other]);
      const files = allFiles(folder);
      const { targets } = JSON.parse(files['locales/hy/a.json'] ?? '') as { targets: object };
      expect(Object.keys(targets).sort()).toEqual([ids[0], ...[[ids[1]], [ids[2]], []][round % 3]!].sort());
      expect(files['locales/en/a.json']?.includes('We demand peace now.')).toBe(round % 3 === 2);
      expect(Object.keys(files).filter((path) => /\.lock|\.tmp$/.test(path))).toEqual([]);
    }
  });

  it('end with one clear error where the other does not end; who only reads does not wait', async () => {
    const folder = await project();
    edit(folder, 'We demand peace.', 'We demand peace now.');
    const lock = {
      command: 'build',
      pid: process.pid,
      host: hostname(),
      started: null,
      token: '0'.repeat(16),
    };
    writeFileSync(join(folder, LOCK_FILE), JSON.stringify(lock));
    const before = allFiles(folder);
    const began = performance.now();
    for (const words of [
      ['extract', '--dry-run'],
      ['segments', 'a'],
    ]) {
      expect((await startHexapla(folder, words).ended).exit).toBe(0);
    }
    const [text, json] = await Promise.all([
      startHexapla(folder, ['extract']).ended,
      startHexapla(folder, ['extract', '--json']).ended,
    ]);
    expect(performance.now() - began).toBeGreaterThan(5000);
    expect(endedWell(text)).toBe(false);
    expect(text.err).toContain(`hexapla build (process ${process.pid} on ${hostname()})`);
    expect(text.out).toBe('');
    expect([json.exit, JSON.parse(json.out)]).toMatchObject([
      3,
      { error: { code: 'project-locked', file: LOCK_FILE } },
    ]);
    expect(allFiles(folder)).toEqual(before);
  });
});
