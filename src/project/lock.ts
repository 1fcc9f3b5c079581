import { closeSync, existsSync, openSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { HexaplaError } from '../model/error.ts';
import { codeOf, guard } from './disk.ts';
import { formatOwner, type Held, isAbandoned, newOwner, type Owner, readHeld } from './lock-owner.ts';
import { CONFIG_FILE } from './place.ts';
import { sweepTemporaries, temporaryBeside } from './temporary.ts';

/** The file in a project's root that says who is writing there. It is gone when nobody is, and not for git. */
export const LOCK_FILE = '.hexapla.lock';

/** How long a command waits for another one, and how often it looks (milliseconds). */
const PATIENCE = 5000;
const LOOK_EVERY = 25;

/** The tokens of the locks of this process. */
const own = new Set<string>();

/**
 * Does something while no other command writes the project. Waits up to `patience` milliseconds, then throws
 * `project-locked` with the other's name. The lock of a command that was killed is taken over, and what it left
 * half written is taken away. A folder that is no project, or in which nothing can be written, needs no lock.
 */
export async function withLock<T>(
  root: string,
  command: string,
  act: () => T | Promise<T>,
  patience: number = PATIENCE,
): Promise<T> {
  if (!existsSync(join(root, CONFIG_FILE))) return act();
  const owner = newOwner(command);
  const release = (): void => letGo(root, owner);
  own.add(owner.token);
  // Somebody who stops reading our output ends the command at once.
  process.once('exit', release);
  try {
    await acquire(root, owner, Date.now() + patience);
    return await act();
  } finally {
    process.off('exit', release);
    release();
  }
}

function letGo(root: string, owner: Owner): void {
  own.delete(owner.token);
  try {
    if (readHeld(placeOf(root))?.mark === owner.token) rmSync(placeOf(root), { force: true });
  } catch {
    // The next command takes it over: its owner has ended.
  }
}

/** Where the lock is, or the claim on a lock of a mark. */
function placeOf(root: string, claimOn = ''): string {
  return join(root, claimOn === '' ? LOCK_FILE : `${LOCK_FILE}.${claimOn}`);
}

async function acquire(root: string, owner: Owner, until: number): Promise<void> {
  for (;;) {
    const held = guard(LOCK_FILE, 'file-unwritable', () => attempt(root, owner));
    if (held === 'ours') return;
    if (held === 'gone') continue;
    if (Date.now() >= until) throw locked(held);
    await pause(LOOK_EVERY);
  }
}

/** Makes the lock or takes it over; else gives the one that stands in the way, or did until now. */
function attempt(root: string, owner: Owner): Held | 'ours' | 'gone' {
  const place = placeOf(root);
  if (make(place, owner) === 'refused') return 'ours';
  const held = readHeld(place);
  if (held === null) return 'gone';
  if (held.mark === owner.token) return 'ours';
  if (!isAbandoned(held, own) || !takeOver(root, place, held, owner)) return held;
  sweepTemporaries(root);
  sweepClaims(root);
  return 'ours';
}

/** Makes a lock where there is none, in one step. */
function make(place: string, owner: Owner): 'made' | 'there' | 'refused' {
  try {
    writeWhole(place, owner);
    return 'made';
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'there';
    // Where the root is not ours to write, what the command wants to write tells by itself.
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) return 'refused';
    throw error;
  }
}

/** Writes a lock to a place where nothing is; on a full disk nothing stays. */
function writeWhole(place: string, owner: Owner): void {
  const file = openSync(place, 'wx');
  try {
    writeFileSync(file, formatOwner(owner));
  } catch (error) {
    rmSync(place, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/**
 * Puts our lock into the place of an abandoned one; gives whether it is ours now. Of several who try, the one who makes
 * the claim on just this lock wins: a claim names the lock's mark, which never comes again, so whoever comes late finds
 * another lock and lets go. A claim is itself a lock: one that was abandoned is taken over in the same way.
 */
function takeOver(root: string, place: string, held: Held, owner: Owner): boolean {
  const claim = placeOf(root, held.mark);
  const made = make(claim, owner);
  if (made === 'refused') return false;
  if (made === 'there') {
    const other = readHeld(claim);
    if (other === null || !isAbandoned(other, own) || !takeOver(root, claim, other, owner)) return false;
  }
  const mine = temporaryBeside(place);
  try {
    if (readHeld(place)?.mark !== held.mark) return false;
    writeWhole(mine, owner);
    renameSync(mine, place);
    return true;
  } finally {
    rmSync(mine, { force: true });
    rmSync(claim, { force: true });
  }
}

/** Takes away the claims of killed commands: they are on locks that are no more. */
function sweepClaims(root: string): void {
  for (const name of readdirSync(root)) {
    if (!name.startsWith(`${LOCK_FILE}.`)) continue;
    const claim = readHeld(join(root, name));
    if (claim && isAbandoned(claim, own)) rmSync(join(root, name), { force: true });
  }
}

function locked({ owner, age }: Held): HexaplaError {
  const { command = '', pid = 0, host = '' } = owner ?? {};
  return new HexaplaError(
    'project-locked',
    { command, pid, host, seconds: Math.round(age), lock: LOCK_FILE },
    { file: LOCK_FILE },
  );
}
