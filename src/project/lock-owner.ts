import { randomBytes } from 'node:crypto';
import { closeSync, lstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who works on a project: what a lock file says. */
export interface Owner {
  /** Sixteen hexadecimal digits, new for each lock. */
  readonly token: string;
  readonly pid: number;
  /** When the process was started, by the system's own count, where the system tells: numbers are given again. */
  readonly started: string | null;
  readonly host: string;
  readonly command: string;
}

/** A lock that is there. */
export interface Held {
  /** Null for a file that does not say whose it is: it is just being written, or was left so. */
  readonly owner: Owner | null;
  /** Tells this lock from every later one at the same place; digits and letters only. */
  readonly mark: string;
  /** Seconds since it was made. */
  readonly age: number;
}

/** A lock of this age (seconds) is nobody's any more: no command takes an hour. */
const TOO_OLD = 3600;
/** A lock that says nothing after this time (seconds) will say nothing any more. */
const SETTLED = 5;
/** A lock is one short line: what is longer is none. */
const MOST_BYTES = 1024;
/** This process as the owner of a new lock, for a command. */
export function newOwner(command: string): Owner {
  const token = randomBytes(8).toString('hex');
  return { token, pid: process.pid, started: startOf(process.pid), host: hostname(), command };
}

/** The text of a lock file, for other commands and for a person who looks into it. */
export function formatOwner({ token, pid, started, host, command }: Owner): string {
  return `${JSON.stringify({ command, pid, host, started, token })}\n`;
}

/** The lock at a place, or null where there is none. Whatever lies there is read with bounds, links not followed. */
export function readHeld(place: string): Held | null {
  const stats = lstatSync(place, { throwIfNoEntry: false });
  if (stats === undefined) return null;
  const owner = stats.isFile() && stats.size <= MOST_BYTES ? readOwner(place) : null;
  const mark = owner?.token ?? `t${Math.trunc(stats.mtimeMs).toString(16)}`;
  return { owner, mark, age: Math.max(0, (Date.now() - stats.mtimeMs) / 1000) };
}

/**
 * Whether a lock's owner can no longer be at work: gone from this host, or too old to be true. `own` holds the tokens
 * of this very process, whose number an earlier one may have had.
 */
export function isAbandoned({ owner, age }: Held, own: ReadonlySet<string>): boolean {
  if (owner === null) return age > SETTLED;
  if (age > TOO_OLD) return true;
  if (owner.host !== hostname() || own.has(owner.token)) return false;
  if (owner.pid === process.pid || !isRunning(owner.pid)) return true;
  const started = startOf(owner.pid);
  return owner.started !== null && started !== null && owner.started !== started;
}

function readOwner(place: string): Owner | null {
  try {
    const bytes = Buffer.alloc(MOST_BYTES);
    const file = openSync(place, 'r');
    try {
      return parseOwner(bytes.toString('utf8', 0, readSync(file, bytes)));
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

function parseOwner(text: string): Owner | null {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null) return null;
  const { token, pid, started, host, command } = value as Record<keyof Owner, unknown>;
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0) return null;
  if (typeof token !== 'string' || !/^[0-9a-f]{16}$/.test(token)) return null;
  if (started !== null && (typeof started !== 'string' || !/^\d{1,20}$/.test(started))) return null;
  if (typeof host !== 'string' || !/^[\p{L}\p{N}._-]{1,255}$/u.test(host)) return null;
  if (typeof command !== 'string' || !/^[a-z-]{1,40}$/.test(command)) return null;
  return { token, pid, started, host, command };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** When a process was started, in clock ticks since the system's start: field 22 of stat in proc(5); null elsewhere. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const start = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    return /^\d{1,20}$/.test(start) ? start : null;
  } catch {
    return null;
  }
}
