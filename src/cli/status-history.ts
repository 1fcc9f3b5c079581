import { parseSource, parseTarget } from '../catalogue/parse.ts';
import { createJudge, type Judge, standings } from '../catalogue/progress.ts';
import { reaches, type SourceCatalogue, type State, type TargetCatalogue } from '../model/catalogue.ts';
import { HexaplaError } from '../model/error.ts';
import { keptTargets } from '../pipeline.ts';
import { type Blob, blobsOf, blobTexts, type Commit, commitsSince } from '../project/git.ts';
import { cataloguePath, type ProjectDocument } from '../project/layout.ts';
import type { Project } from '../project/project.ts';

/** How far a locale was with all documents, in segments. */
export interface Completeness {
  readonly segments: number;
  readonly missing: number;
  readonly stale: number;
  /** Those that were current and had reached the asked state. */
  readonly ready: number;
}

/** A commit, and how far each locale was then. Locales without anything to translate are absent. */
export interface Moment {
  readonly commit: string;
  /** When it was made (ISO 8601). */
  readonly date: string;
  readonly locales: Readonly<Record<string, Completeness>>;
}

/** How many commits are looked at; of more, as many evenly. */
const MOST = 200;

/**
 * How far the locales were in each commit since a revision that changed a catalogue, oldest first. Documents and
 * locales are those of the project now. Throws `revision-unknown`.
 */
export function historyOf(project: Project, revision: string, minState: State): readonly Moment[] {
  const { root, config, documents } = project;
  const below = /^[^{]*\//.exec(config.catalogues)?.[0].replace(/\/$/, '') ?? '';
  const commits = sampled(commitsSince(root, revision, below));
  const locales = [config.sourceLocale, ...config.targetLocales];
  const blobs = documents.map((document) =>
    blobsOf(
      root,
      commits,
      locales.map((locale) => cataloguePath(config, document, locale)),
    ),
  );
  const changed = commits
    .map((_, at) => at)
    .filter((at) => at === 0 || blobs.some((one) => differ(one[at], one[at - 1])));
  const totals = changed.map(() => new Map<string, Completeness>());
  for (const [index, document] of documents.entries()) {
    const own = changed.map((at) => blobs[index]?.[at] ?? []);
    addDocument({ project, document, minState }, own, totals);
  }
  return changed.map((at, i): Moment => {
    const { name = '', date = '' } = commits[at] ?? {};
    const found = config.targetLocales.flatMap((locale) => {
      const total = totals[i]?.get(locale);
      return total ? [[locale, total] as const] : [];
    });
    return { commit: name, date, locales: Object.fromEntries(found) };
  });
}

function sampled(commits: readonly Commit[]): readonly Commit[] {
  if (commits.length <= MOST) return commits;
  const step = (commits.length - 1) / (MOST - 1);
  return Array.from({ length: MOST }, (_, at) => commits[Math.round(at * step)]).filter(
    (one) => one !== undefined,
  );
}

type Found = readonly (Blob | null)[];

function differ(one: Found | undefined, other: Found | undefined): boolean {
  return one?.some((blob, at) => blob?.name !== other?.[at]?.name) ?? false;
}

interface Subject {
  readonly project: Project;
  readonly document: ProjectDocument;
  readonly minState: State;
}

/** A document's catalogues as they are at one moment: those of the last commit that changed them. */
interface Held {
  source: SourceCatalogue | null;
  judge: Judge;
  readonly targets: (TargetCatalogue | null)[];
  readonly counts: (Completeness | null)[];
}

/** Adds a document's numbers to those of each moment. One version of its catalogues is held at a time, and read once. */
function addDocument(
  subject: Subject,
  moments: readonly Found[],
  totals: readonly Map<string, Completeness>[],
): void {
  const { targetLocales } = subject.project.config;
  const changes = moments.map((blobs, at) =>
    blobs.map((_, i) => i).filter((i) => at === 0 || blobs[i]?.name !== moments[at - 1]?.[i]?.name),
  );
  const asked = changes.flatMap((places, at) => places.flatMap((i) => moments[at]?.[i] ?? []));
  const texts = blobTexts(subject.project.root, asked);
  const held: Held = { source: null, judge: () => null, targets: [], counts: [] };
  for (const [at, places] of changes.entries()) {
    for (const i of places) {
      const text = moments[at]?.[i] ? (texts.next().value ?? null) : null;
      take(subject, held, i, text);
    }
    const all = places.includes(0);
    for (const [i, locale] of targetLocales.entries()) {
      if (all || places.includes(i + 1)) held.counts[i] = count(subject, held, i, locale);
      const counted = held.counts[i];
      if (counted) totals[at]?.set(locale, added(totals[at]?.get(locale), counted));
    }
  }
}

/** Reads a version of a catalogue: the source's where `i` is 0. One that cannot be read counts as absent. */
function take({ project, document }: Subject, held: Held, i: number, text: string | null): void {
  const read = <T>(parse: (text: string, path: string) => T): T | null => {
    try {
      return text === null ? null : parse(text, document.path);
    } catch (error) {
      if (error instanceof HexaplaError) return null;
      throw error;
    }
  };
  if (i > 0) held.targets[i - 1] = read(parseTarget);
  else {
    held.source = read(parseSource);
    if (held.source) held.judge = createJudge(held.source, project.config);
  }
}

function count({ project, minState }: Subject, held: Held, i: number, locale: string): Completeness | null {
  const { source, judge } = held;
  if (!source) return null;
  const target = keptTargets(source, { [locale]: held.targets[i] ?? null }, project.config)[locale] ?? null;
  const list = standings(source, target, judge);
  if (list.length === 0) return null;
  let [missing, stale, ready] = [0, 0, 0];
  for (const one of list) {
    if (!one.target) missing++;
    else if (one.stale) stale++;
    else if (reaches(one.target.state, minState)) ready++;
  }
  return { segments: list.length, missing, stale, ready };
}

function added(one: Completeness | undefined, other: Completeness): Completeness {
  if (!one) return other;
  return {
    segments: one.segments + other.segments,
    missing: one.missing + other.missing,
    stale: one.stale + other.stale,
    ready: one.ready + other.ready,
  };
}

/** Shares (0 to 1, four digits, rounded down) of the segments that had a translation, were ready, or stale. */
export function sharesOf({ segments, missing, stale, ready }: Completeness): {
  readonly translated: number;
  readonly ready: number;
  readonly stale: number;
} {
  const share = (count: number): number => Math.floor((count / segments) * 10_000 + 1e-6) / 10_000;
  return { translated: share(segments - missing), ready: share(ready), stale: share(stale) };
}
