import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { resolve } from 'node:path';
import { guard } from './disk.ts';
import { refuseMissing } from './files.ts';
import { temporaryBeside } from './temporary.ts';

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

/**
 * Writes pieces in the place of a file that need not be in the project, wholly or not at all; they may be read from that
 * very file. Throws `file-unwritable`, and what the pieces throw, and then leaves the file as it was.
 */
export function replaceWithPieces(folder: string, path: string, pieces: Iterable<Uint8Array>): void {
  const place = resolve(folder, path);
  const temporary = temporaryBeside(place);
  try {
    const file = guard(path, 'file-unwritable', () => openSync(temporary, 'wx', statSync(place).mode));
    try {
      for (const piece of pieces) guard(path, 'file-unwritable', () => writeFileSync(file, piece));
      guard(path, 'file-unwritable', () => fsyncSync(file));
    } finally {
      closeSync(file);
    }
    guard(path, 'file-unwritable', () => renameSync(temporary, place));
  } finally {
    rmSync(temporary, { force: true });
  }
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
