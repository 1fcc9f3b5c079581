import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { guard } from './disk.ts';
import { refuseMissing } from './files.ts';

/** Bytes of one piece. */
const PIECE = 1 << 20;

/** A file that is read piece by piece. */
export interface Pieces {
  /** In bytes. */
  readonly size: number;
  /** Its pieces from the start on, each valid until the next one is asked for. */
  readonly pieces: Iterable<Uint8Array>;
}

/**
 * Opens a file that need not be in the project, to be read in memory that its length does not change. Throws
 * `file-missing` with the nearest right spelling, `file-unreadable`.
 */
export function openPieces(folder: string, path: string): Pieces {
  refuseMissing(folder, path);
  const place = resolve(folder, path);
  const size = guard(path, 'file-unreadable', () => {
    const file = openSync(place, 'r');
    try {
      return fstatSync(file).size;
    } finally {
      closeSync(file);
    }
  });
  return { size, pieces: { [Symbol.iterator]: () => readPieces(place, path) } };
}

function* readPieces(place: string, path: string): Generator<Uint8Array> {
  const file = guard(path, 'file-unreadable', () => openSync(place, 'r'));
  const buffer = new Uint8Array(PIECE);
  try {
    for (;;) {
      const count = guard(path, 'file-unreadable', () => readSync(file, buffer, 0, PIECE, null));
      if (count === 0) return;
      yield buffer.subarray(0, count);
    }
  } finally {
    closeSync(file);
  }
}
