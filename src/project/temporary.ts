import { randomBytes } from 'node:crypto';
import { type Dirent, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const TEMPORARY = /^\..+\.[0-9a-f]{12}\.tmp$/;

/** Folders in which Hexapla writes nothing. */
const FOREIGN: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** A new place beside `place` to write to first. Its name is hidden, so no pattern takes it for a document. */
export function temporaryBeside(place: string): string {
  return join(dirname(place), `.${basename(place)}.${randomBytes(6).toString('hex')}.tmp`);
}

/**
 * Takes away the temporary files that a killed command left anywhere below a folder. Only for one who knows that
 * nobody is writing there; what cannot be read or removed stays. Links are not followed.
 */
export function sweepTemporaries(root: string): void {
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    for (const entry of entriesOf(folder)) {
      const place = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!FOREIGN.has(entry.name)) waiting.push(place);
      } else if (entry.isFile() && TEMPORARY.test(entry.name)) remove(place);
    }
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function remove(place: string): void {
  try {
    rmSync(place, { force: true });
  } catch {
    // It is hidden and never read, so it may stay.
  }
}
