import { cpSync, type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';
import { LOCK_FILE } from '../../src/project/lock.ts';
import { hexapla } from './cli.ts';
import { allFiles, newFolder, putFiles } from './folder.ts';
import { startHexapla } from './processes.ts';
import { translated } from './translate.ts';

/** How long it is (milliseconds) until a command lets go of its lock: from its start, its lock and its first file. */
export interface Pace {
  readonly start: number;
  readonly work: number;
  readonly write: number;
}

const LOCALES = ['hy', 'fr'];
const NAMES = ['a', 'b', 'c'];

/** The returns of every document in every language. */
const RETURNS: readonly string[] = LOCALES.flatMap((locale) =>
  NAMES.map((name) => `handoff/${locale}/${name}.${locale}.xlf`),
);

const PUBLISH = ['publish', '--by', 'P', '--date', '2026-02-03'];

/** A command that writes much. */
export interface Writing {
  readonly words: readonly string[];
  /** The folder that it writes to first. */
  readonly writesTo: string;
  /** A project in which it has all its files to write. */
  readonly before: () => Promise<string>;
}

/** The commands that write most, by name. */
export const WRITING: readonly (readonly [string, Writing])[] = [
  ['extract', { words: ['extract'], writesTo: 'locales/en', before: beforeExtract }],
  ['import', { words: ['import', ...RETURNS], writesTo: 'locales/hy', before: beforeImport }],
  ['build', { words: ['build'], writesTo: 'editions/en', before: beforeBuild }],
  ['publish', { words: PUBLISH, writesTo: 'locales/en', before: beforeBuild }],
];

async function beforeExtract(): Promise<string> {
  const folder = threeDocuments();
  await does(folder, 'extract');
  putFiles(folder, editedDocuments());
  return folder;
}

async function beforeImport(): Promise<string> {
  const folder = threeDocuments();
  await does(folder, 'extract');
  await does(folder, 'export');
  putFiles(folder, translatedReturns(allFiles(folder)));
  return folder;
}

async function beforeBuild(): Promise<string> {
  const folder = await beforeImport();
  await hexapla(folder, ['build']);
  await does(folder, 'import', ...RETURNS);
  return folder;
}

/** A copy of a folder. */
export function copyOf(template: string): string {
  const folder = newFolder();
  cpSync(template, folder, { recursive: true });
  return folder;
}

/** A project of three documents, each longer than the one before, in two languages, nothing extracted. */
function threeDocuments(): string {
  const config = {
    sourceLocale: 'en',
    targetLocales: LOCALES,
    documents: ['locales/en/**'],
    minState: 'translated',
    policy: 'fallback',
  };
  const documents = NAMES.map((name) => [`locales/en/${name}.md`, documentOf(name, 'demand')] as const);
  return newFolder({ 'hexapla.json': JSON.stringify(config), ...Object.fromEntries(documents) });
}

/** The documents of `threeDocuments` after an edit of every third paragraph. */
function editedDocuments(): Record<string, string> {
  return Object.fromEntries(NAMES.map((name) => [`locales/en/${name}.md`, documentOf(name, 'ask for')]));
}

/** The same returns with a translation of every segment. */
function translatedReturns(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    RETURNS.map((path) => [path, translated(files[path] ?? '', path.split('/')[1] ?? '')]),
  );
}

/** Runs a command in this process and takes no mistake. */
async function does(folder: string, ...words: string[]): Promise<void> {
  const { exit, err } = await hexapla(folder, words);
  if (exit !== 0) throw new Error(`${words.join(' ')}: ${exit} ${err}`);
}

/** How long a command takes as a process of its own; `writesTo` is the folder of its first file. */
export async function paceOf(folder: string, words: readonly string[], writesTo: string): Promise<Pace> {
  const began = performance.now();
  const at = { locked: 0, written: 0, done: 0 };
  const { ended } = startHexapla(folder, words);
  const watchers = [
    watch(folder, (_, name) => {
      // The lock's file comes, is filled, and goes.
      at.done = performance.now();
      if (name === LOCK_FILE) at.locked ||= at.done;
    }),
    whenThere(join(folder, writesTo), isTemporary, () => {
      at.written = performance.now();
    }),
  ];
  await ended;
  for (const watcher of watchers) watcher.close();
  return { start: at.done - began, work: at.done - at.locked, write: at.done - at.written };
}

/** A moment at which a command is killed: a share (0 to 1) of the time from a phase's begin to the lock's end. */
export interface Moment {
  readonly phase: keyof Pace;
  readonly share: number;
}

/** Runs a command and kills it (SIGKILL) at a moment. */
export async function killed(
  folder: string,
  words: readonly string[],
  { phase, share }: Moment,
  { pace, writesTo }: { readonly pace: Pace; readonly writesTo: string },
): Promise<void> {
  const { child, ended } = startHexapla(folder, words);
  let timer: NodeJS.Timeout | undefined;
  const soon = (): void => {
    timer = setTimeout(() => child.kill('SIGKILL'), share * pace[phase]);
  };
  let watcher: FSWatcher | undefined;
  if (phase === 'start') soon();
  else if (phase === 'work') watcher = whenThere(folder, isLock, soon);
  else watcher = whenThere(join(folder, writesTo), isTemporary, soon);
  await ended;
  clearTimeout(timer);
  watcher?.close();
}

const isLock = (name: string): boolean => name === LOCK_FILE;
const isTemporary = (name: string): boolean => name.endsWith('.tmp');

/** Calls once when a file appears in a folder. */
function whenThere(folder: string, isIt: (name: string) => boolean, act: () => void): FSWatcher {
  let seen = false;
  return watch(folder, (_, name) => {
    if (seen || name === null || !isIt(name)) return;
    seen = true;
    act();
  });
}

function documentOf(name: string, verb: string): string {
  const paragraphs = Array.from({ length: 4 * (NAMES.indexOf(name) + 1) }, (_, i) => {
    const said = i % 3 === 0 ? verb : 'want';
    return `In part ${i} of ${name} we **${said}** peace number ${i}. Then [we](https://example.org/${i}) go home ${i} times.`;
  });
  return `# Document ${name}\n\n${paragraphs.join('\n\n')}\n`;
}
