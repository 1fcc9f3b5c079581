import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { hasUnicode } from './colours.ts';
import type { Terminal } from './terminal.ts';
import { shorten, widthOf } from './width.ts';

/** Says that the next piece of work begins: what it is on, and in which locale. */
export type Step = (what: string, locale?: string) => void;

/** Shows how far a command is, on a terminal. */
export interface Progress {
  /** Begins work that has `total` pieces. */
  readonly start: (total: number) => Step;
  /** Takes the bar away while something else is written to the terminal. */
  readonly without: (write: () => void) => void;
  /** Takes the bar away for good. */
  readonly end: () => void;
}

/** Puts a place in the work into words; `done` pieces of `total` are done. */
export type Phrase = (done: number, total: number, what: string, locale: string | null) => string;

const MOST_BYTES = 1024;
const ERASE = '\r\u001B[K';
/** What the two threads share, as indexes: whether work has ended, who is drawing, length of the text, what is drawn. */
const [ENDED, LOCK, LENGTH, DRAWN] = [0, 1, 2, 3];

/**
 * Draws while the commands, which are one synchronous run each, leave no time to: a thread of its own waits for half
 * a second, then redraws the line ten times a second. The cursor is never hidden, so nothing is left behind by Ctrl-C.
 */
const DRAWER = `
const { writeSync } = require('node:fs');
const { shared, text, fd, signs, due, turn } = require('node:worker_threads').workerData;
const cells = new Int32Array(shared);
let wait = Math.max(0, due - Date.now());
for (let turns = 0; Atomics.wait(cells, ${ENDED}, 0, wait) === 'timed-out'; turns++) {
  while (Atomics.compareExchange(cells, ${LOCK}, 0, 1) !== 0) Atomics.wait(cells, ${LOCK}, 1);
  if (cells[${ENDED}] === 0) {
    const line = Buffer.from(new Uint8Array(text).slice(0, cells[${LENGTH}])).toString();
    try { writeSync(fd, '\\r' + signs[turns % signs.length] + ' ' + line + '\\x1b[K'); } catch {}
    cells[${DRAWN}] = 1;
  }
  Atomics.store(cells, ${LOCK}, 0);
  Atomics.notify(cells, ${LOCK});
  wait = turn;
}`;

/** Time in milliseconds before the bar shows, and between two drawings of it. */
const TIMES = { wait: 500, turn: 100 };

/**
 * A thread costs as much as a short command, so there is none before work turns out to be long: a piece of it is a
 * file of so many bytes, or a piece begins after so many milliseconds.
 */
const LONG = { bytes: 20_000, time: 200 };

/**
 * Progress on a terminal; null where problems go elsewhere, or to one that cannot erase a line. `sizeOf` gives the
 * bytes of what a step is on.
 */
export function createProgress(
  { problems, env }: Pick<Terminal, 'problems' | 'env'>,
  phrase: Phrase,
  sizeOf: (what: string) => number,
): Progress | null {
  if (problems === null || env['TERM'] === 'dumb') return null;
  const { fd, columns } = problems;
  const cells = new Int32Array(new SharedArrayBuffer(4 * Int32Array.BYTES_PER_ELEMENT));
  const text = new Uint8Array(new SharedArrayBuffer(MOST_BYTES));
  const unicode = hasUnicode(env);
  const locked = (work: () => void): void => {
    while (Atomics.compareExchange(cells, LOCK, 0, 1) !== 0) Atomics.wait(cells, LOCK, 1);
    work();
    Atomics.store(cells, LOCK, 0);
    Atomics.notify(cells, LOCK);
  };
  const without = (write: () => void): void =>
    locked(() => {
      if (Atomics.exchange(cells, DRAWN, 0) === 1) writeSync(fd, ERASE);
      write();
    });
  let drawer: Worker | null = null;
  const draw = (waited: number): void => {
    const signs = [...(unicode ? '⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏' : '|/-\\')];
    const due = Date.now() + TIMES.wait - waited;
    const workerData = { shared: cells.buffer, text: text.buffer, fd, signs, due, turn: TIMES.turn };
    drawer = new Worker(DRAWER, { eval: true, workerData, execArgv: [] });
    drawer.unref();
  };
  const start = (total: number): Step => {
    const begun = performance.now();
    let done = -1;
    return (what, locale) => {
      done++;
      const waited = performance.now() - begun;
      const line = barLine({
        done,
        total,
        words: phrase(done, total, what, locale ?? null),
        columns,
        unicode,
      });
      locked(() => Atomics.store(cells, LENGTH, new TextEncoder().encodeInto(line, text).written));
      if (drawer === null && (waited > LONG.time || sizeOf(what) > LONG.bytes)) draw(waited);
    };
  };
  const end = (): void => {
    without(() => Atomics.store(cells, ENDED, 1));
    Atomics.notify(cells, ENDED);
  };
  return { start, without, end };
}

/** The line that shows how far the work is, without the turning sign and its space before it. */
export function barLine(at: {
  readonly done: number;
  readonly total: number;
  readonly words: string;
  readonly columns: number;
  readonly unicode: boolean;
}): string {
  const { done, total, words, columns, unicode } = at;
  const width = columns < 60 ? 8 : 20;
  const full = total === 0 ? 0 : Math.floor((Math.min(done, total) / total) * width);
  const [have, lack] = unicode ? ['█', '░'] : ['#', '.'];
  const bar = have.repeat(full) + lack.repeat(width - full);
  // The turning sign and its space, and the terminal's last column, which may begin a new line.
  return `${bar} ${shorten(words, Math.max(1, columns - widthOf(bar) - 4))}`;
}
