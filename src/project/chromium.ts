import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HexaplaError } from '../model/error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The system's Chromium: `CHROMIUM_PATH`, else what `PATH` has, else where it usually is. Throws `chromium-missing`
 * where there is none, or none at the given path.
 */
export function findChromium(env: Environment): string {
  const given = env['CHROMIUM_PATH'];
  const folders = ['/usr/bin', ...(env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')];
  const asked = given !== undefined && given !== '';
  const places = asked
    ? [given]
    : [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...PLACES];
  const found = places.find(isProgram);
  if (found === undefined) throw new HexaplaError('chromium-missing');
  return found;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** What Chromium is asked to print. */
export interface PrintOrder {
  /** The program, as `findChromium` gives it. */
  readonly chromium: string;
  /** A page that needs nothing else. */
  readonly html: string;
  /** Where the PDF is to go, for messages. */
  readonly path: string;
  /** Milliseconds after which it is stopped. */
  readonly timeout: number;
}

/** No network, no traces of earlier runs, no questions. A sandbox cannot be made by root, so it is left out only there. */
function flagsFor(profile: string, pdf: string): string[] {
  const root = process.getuid?.() === 0;
  return [
    ...['--headless=new', '--disable-gpu', '--no-first-run', '--no-default-browser-check', '--mute-audio'],
    ...[
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-extensions',
    ],
    ...['--disable-dev-shm-usage', '--host-resolver-rules=MAP * ~NOTFOUND'],
    ...['--no-pdf-header-footer', '--export-tagged-pdf', '--generate-pdf-document-outline'],
    ...(root ? ['--no-sandbox'] : []),
    `--user-data-dir=${profile}`,
    `--print-to-pdf=${pdf}`,
  ];
}

/**
 * Prints a page as a tagged PDF with bookmarks, in a folder of its own that is taken away again. Throws
 * `chromium-failed` where Chromium does not start, takes too long or prints nothing. The bytes tell when they were
 * made: see `withoutClock`.
 */
export async function printPage({ chromium, html, path, timeout }: PrintOrder): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'hexapla-print-'));
  try {
    const page = join(folder, 'page.html');
    const pdf = join(folder, 'page.pdf');
    writeFileSync(page, html);
    const flags = flagsFor(join(folder, 'profile'), pdf);
    const { ended, said } = await runUntil(chromium, [...flags, pathToFileURL(page).href], folder, timeout);
    if (ended === 'timeout') throw failed({ reason: 'timeout', path, seconds: Math.round(timeout / 1000) });
    const bytes = readPrinted(pdf);
    if (ended !== 0) throw failed({ reason: 'exit', path, detail: lastLines(said) });
    if (!bytes) throw failed({ reason: 'empty', path });
    return bytes;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function failed(values: Readonly<Record<string, string | number>>): HexaplaError {
  return new HexaplaError('chromium-failed', { detail: '', seconds: 0, ...values });
}

function readPrinted(pdf: string): Uint8Array | null {
  try {
    const bytes = readFileSync(pdf);
    return bytes.subarray(0, 5).toString('latin1') === '%PDF-' ? new Uint8Array(bytes) : null;
  } catch {
    return null;
  }
}

/** More than this of what a program says (UTF-16 units) is no message. */
const LONGEST_SAID = 400;

function lastLines(said: string): string {
  return said.trim().slice(-LONGEST_SAID);
}

interface Ended {
  readonly ended: number | 'timeout';
  readonly said: string;
}

/** Runs the program in a process group of its own, so that what it started ends with it. */
function runUntil(
  program: string,
  words: readonly string[],
  folder: string,
  timeout: number,
): Promise<Ended> {
  return new Promise((settle) => {
    const detached = process.platform !== 'win32';
    const child = spawn(program, words, {
      ...{ cwd: folder, detached, stdio: ['ignore', 'ignore', 'pipe'] },
      env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder },
    });
    let said = '';
    let ended: Ended['ended'] = 0;
    const timer = setTimeout(() => {
      ended = 'timeout';
      endGroup(child, detached);
    }, timeout);
    const finish = (code: number): void => {
      clearTimeout(timer);
      endGroup(child, detached);
      settle({ ended: ended === 'timeout' ? ended : code, said });
    };
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4 * LONGEST_SAID);
    });
    child.on('error', (error) => {
      said += error.message;
      finish(1);
    });
    child.on('exit', (code) => finish(code ?? 1));
  });
}

function endGroup(child: ChildProcess, detached: boolean): void {
  if (child.pid === undefined) return;
  try {
    if (detached) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
