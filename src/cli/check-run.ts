import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { checkAcross } from '../check/check.ts';
import type { ProjectFacts } from '../check/rule.ts';
import type { Finding, Stage } from '../model/finding.ts';
import type { RuleId } from '../model/rules.ts';
import { checkSettings } from '../pipeline-check.ts';
import { filesReader, listFiles, readFile } from '../project/files.ts';
import { glossaryPath } from '../project/glossary.ts';
import { type KnownResults, knownResults } from '../project/known-results.ts';
import { cataloguePath, type ProjectDocument } from '../project/layout.ts';
import { namesPath } from '../project/names.ts';
import { packageMark } from '../project/package-mark.ts';
import { CONFIG_FILE } from '../project/place.ts';
import type { Project } from '../project/project.ts';
import { choicesFor } from '../project/rules.ts';
import { surplusCatalogues } from '../project/surplus.ts';
import type { Call } from './call.ts';
import { beginChecks, type CheckedPiece, type CheckJob, type CheckPiece } from './check-job.ts';
import type { Reached, ToldEdition, ToldFinding } from './check-told.ts';
import { spread } from './threads.ts';
import { versionsHere } from './versions.ts';

/** Which documents, locales and rules are looked at. */
export interface CheckScope {
  readonly project: Project;
  readonly documents: readonly ProjectDocument[];
  readonly locales: readonly string[];
  readonly only: readonly RuleId[] | null;
  readonly stage: Stage;
  readonly timed: boolean;
}

/** What was found, and what it cost. */
export interface CheckRun {
  readonly findings: readonly ToldFinding[];
  /** How far each locale is with each document. */
  readonly reached: readonly Reached[];
  readonly spent: ReadonlyMap<RuleId, number>;
  readonly pairs: number;
}

/** The program of a thread, beside this one and in the same language. */
const PROGRAM = new URL(import.meta.url.replace(/check-run(\.[jt]s)$/, 'check-thread$1'));
/** A thread has to load the program and what tells languages, which takes as long as so many bytes of catalogues do. */
const BYTES_A_THREAD = 1_500_000;
const MOST_THREADS = 16;

type Read = (path: string) => Uint8Array | null;

/** Runs the checks on a project: on all cores where it is large, and only on what has changed since the last time. */
export async function runChecks(call: Call, scope: CheckScope): Promise<CheckRun> {
  const { project, documents, locales, only, stage, timed } = scope;
  const read = filesReader(project.root);
  const known = only === null && !timed ? knownResults(project.root, call.terminal.env, 'checks') : null;
  const keys = known ? keysOf(scope, read) : new Map<string, string>();
  const editions = new Map<string, ToldEdition>();
  const pieces = piecesOf(scope, (key) => {
    const told = known?.find(keys.get(key) ?? '') as ToldEdition | null | undefined;
    if (told) editions.set(key, told);
    return Boolean(told);
  });
  const spent = new Map<RuleId, number>();
  let pairs = 0;
  const step = call.progress(pieces.length);
  const job: CheckJob = { project, stage, only, timed, pieces };
  await spread({
    ...{ program: PROGRAM, data: job, indexes: pieces.map((_, index) => index), begin: beginChecks },
    threads: threadsFor(project, pieces),
    begins: (index) => step(pieces[index]?.document.path ?? ''),
    ends: (_, done: CheckedPiece) => {
      for (const told of done.editions) editions.set(keyOf(told.document, told.locale), told);
      for (const [rule, time] of done.spent) spent.set(rule, (spent.get(rule) ?? 0) + time);
      pairs += done.pairs;
    },
  });
  const ordered = editionsOf(documents, locales).flatMap((key) => editions.get(key) ?? []);
  keepReports(known, scope, keys, editions);
  const across = checkAcross(ordered, factsOf(scope), settingsOf(scope), {
    choice: choicesFor(project.config, project.documents),
    only,
    timing: timed ? { clock: () => performance.now(), spent } : null,
  });
  const found = [...ordered.flatMap(({ findings }) => findings), ...across.map((one) => placed(scope, one))];
  const reached = ordered.flatMap((told) => told.reached ?? []);
  return { findings: inOrder(scope, found), reached, spent, pairs };
}

/** A finding across editions with its place and texts; these are looked up where somebody shows them. */
function placed({ project }: CheckScope, finding: Finding): ToldFinding {
  const { config, documents } = project;
  const document = documents.find(({ path }) => path === finding.document);
  const own = document && finding.locale !== null ? cataloguePath(config, document, finding.locale) : null;
  const there = own !== null && readFile(project.root, own) !== null;
  const file = there ? own : (document?.path ?? CONFIG_FILE);
  return { ...finding, excerpt: { source: null, target: null }, file, line: null };
}

/** By document and locale, the source first; otherwise as they were found. What is about the project stands first. */
function inOrder({ documents, locales }: CheckScope, findings: readonly ToldFinding[]): ToldFinding[] {
  const places = new Map(editionsOf(documents, locales).map((key, place) => [key, place]));
  const placeOf = ({ document, locale }: Finding): number => places.get(keyOf(document, locale)) ?? -1;
  const ranked = findings.map((finding) => [placeOf(finding), finding] as const);
  return ranked.sort(([a], [b]) => a - b).map(([, finding]) => finding);
}

function settingsOf({ project: { config }, stage }: CheckScope) {
  return checkSettings(config, { stage, required: config.checks.required });
}

function keyOf(document: string, locale: string | null): string {
  return `${locale ?? ''}\n${document}`;
}

/** The source of each document, then its locales. */
function editionsOf(documents: readonly ProjectDocument[], locales: readonly string[]): string[] {
  return documents.flatMap(({ path }) => [null, ...locales].map((locale) => keyOf(path, locale)));
}

/** What has to be looked at, in pieces: a large document's locales are shared out. */
function piecesOf(
  { project, documents, locales }: CheckScope,
  isKnown: (key: string) => boolean,
): CheckPiece[] {
  const cores = Math.min(availableParallelism(), MOST_THREADS);
  const all = documents.map((document) => ({
    document,
    size: sizeOf(project, document),
    locales: [null, ...locales].filter((locale) => !isKnown(keyOf(document.path, locale))),
  }));
  const total = all.reduce((sum, { size }) => sum + size, 0);
  return all.flatMap(({ document, size, locales: own }): CheckPiece[] => {
    if (own.length === 0) return [];
    const parts = size * cores * 2 > total && size > BYTES_A_THREAD / 8 ? Math.min(cores, own.length) : 1;
    return Array.from({ length: parts }, (_, part) => ({
      document,
      locales: own.filter((_, at) => at % parts === part),
    }));
  });
}

function sizeOf({ root, config }: Project, document: ProjectDocument): number {
  const path = resolve(root, cataloguePath(config, document, config.sourceLocale));
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function threadsFor(project: Project, pieces: readonly CheckPiece[]): number {
  const bytes = pieces.reduce(
    (sum, { document, locales }) => sum + sizeOf(project, document) * locales.length,
    0,
  );
  return Math.min(availableParallelism(), pieces.length, Math.floor(bytes / BYTES_A_THREAD), MOST_THREADS);
}

/** By edition: what its report depends on, in 64 digits. */
function keysOf({ project, documents, locales, stage }: CheckScope, read: Read): Map<string, string> {
  const { root, config } = project;
  const digest = (path: string): string => {
    const bytes = read(path);
    return bytes === null ? '' : createHash('sha256').update(bytes).digest('hex');
  };
  const lists = [glossaryPath(config), namesPath(config)].map(digest);
  const dictionaries = Object.values(config.checks.dictionaries).flatMap(({ aff, dic }) =>
    [aff, dic].map(digest),
  );
  const shared = JSON.stringify([root, packageMark(), versionsHere(), config, stage, lists, dictionaries]);
  const keys = new Map<string, string>();
  for (const document of documents) {
    const own = [document.path, cataloguePath(config, document, config.sourceLocale)].map(digest);
    for (const locale of [null, ...locales]) {
      const target = locale === null ? '' : digest(cataloguePath(config, document, locale));
      const parts = JSON.stringify([shared, document, locale, own, target]);
      keys.set(keyOf(document.path, locale), createHash('sha256').update(parts).digest('hex'));
    }
  }
  return keys;
}

/** Keeps what was found for the next time, where the whole project was looked at. */
function keepReports(
  known: KnownResults | null,
  { project, documents, locales }: CheckScope,
  keys: ReadonlyMap<string, string>,
  editions: ReadonlyMap<string, ToldEdition>,
): void {
  const whole =
    documents.length === project.documents.length && locales.length === project.config.targetLocales.length;
  if (whole) known?.keep([...editions].map(([key, told]) => ({ key: keys.get(key) ?? '', told })));
}

function factsOf({ project, documents, locales }: CheckScope): ProjectFacts {
  const { root, config } = project;
  const files = new Set(listFiles(root, cataloguesFolder(config.catalogues)));
  const absent = documents.flatMap((document) =>
    locales
      .filter((locale) => !files.has(cataloguePath(config, document, locale)))
      .map((locale) => ({ document: document.path, locale })),
  );
  return {
    targetLocales: locales,
    documents: documents.map(({ path }) => path),
    required: config.checks.required,
    absent,
    surplus: surplusCatalogues(config, project.documents, [...files], (path) => readFile(root, path)),
  };
}

function cataloguesFolder(pattern: string): string {
  const fixed = pattern.slice(0, pattern.indexOf('{'));
  return fixed.slice(0, fixed.lastIndexOf('/') + 1);
}
