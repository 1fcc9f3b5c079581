import type { EditionReport } from '../check/check.ts';
import type { Edition } from '../check/rule.ts';
import { plainWithCodes } from '../check/text.ts';
import type { Finding } from '../model/finding.ts';
import { isDraft } from '../model/row.ts';
import type { Open } from '../pipeline.ts';
import { cataloguePath, type ProjectDocument } from '../project/layout.ts';
import type { Project } from '../project/project.ts';
import type { MatrixCell } from '../report/input.ts';
import { partsOf } from './bar.ts';
import { readStoredText } from './store.ts';

/** A finding with its texts, and with the file and the line (from 1) where it is mended. */
export interface ToldFinding extends Finding {
  readonly excerpt: { readonly source: string | null; readonly target: string | null };
  /** Whether the target is an unreviewed machine draft. */
  readonly draft?: boolean;
  readonly file: string;
  readonly line: number | null;
}

/** How far a locale is with a document, without what was found. */
export type Reached = Omit<MatrixCell, 'errors' | 'warnings' | 'infos'>;

/** What is told of an edition that was checked: plain data, kept from run to run. */
export interface ToldEdition extends Omit<EditionReport, 'findings'> {
  readonly findings: readonly ToldFinding[];
  /** Null for the source. */
  readonly reached: Reached | null;
}

/** What is told of an edition: its findings with their texts and places, and how far it is. */
export function toldEdition(
  project: Project,
  document: ProjectDocument,
  open: Open,
  edition: Edition,
  report: EditionReport,
): ToldEdition {
  const { findings, ...rest } = report;
  const reached = edition.locale === null ? null : reachedOf(edition, edition.locale);
  if (findings.length === 0) return { ...rest, findings: [], reached };
  const { locale } = edition;
  const path = locale === null ? document.path : cataloguePath(project.config, document, locale);
  const text = locale === null ? null : readStoredText(project.root, path);
  const lines = text === null ? documentLines(open) : entryLines(text);
  const pairs = new Map(edition.pairs.flatMap((pair) => pair.ids.map((id) => [id, pair])));
  const told = findings.map((finding): ToldFinding => {
    const { segment } = finding;
    const source = segment === null ? undefined : edition.texts.get(segment)?.content;
    const pair = segment === null ? undefined : pairs.get(segment);
    const target = pair?.target.content;
    return {
      ...finding,
      excerpt: {
        source: source ? plainWithCodes(source) : null,
        target: target ? plainWithCodes(target) : null,
      },
      ...(pair && isDraft(pair.stored) && { draft: true }),
      file: locale !== null && text === null ? document.path : path,
      line: segment === null ? null : (lines.get(segment) ?? null),
    };
  });
  return { ...rest, findings: told, reached };
}

function reachedOf({ document, standings, settings }: Edition, locale: string): Reached {
  const { parts, ready } = partsOf(standings, settings.minState);
  const { missing, stale, translated, reviewed, final } = parts;
  const machine = standings.filter(({ target }) => target && isDraft(target)).length;
  const states = { missing, stale, translated, reviewed, final, machine, ready };
  return { document, locale, segments: standings.length, ...states };
}

/** The lines on which the entries of a catalogue begin: its targets, since they stand first. */
export function entryLines(text: string): Map<string, number> {
  const lines = new Map<string, number>();
  for (const [at, line] of text.split('\n').entries()) {
    const id = /^\s+"([^"\\]+)":\s*$/.exec(line)?.[1];
    if (id !== undefined && !lines.has(id)) lines.set(id, at + 1);
  }
  return lines;
}

/** The line of the document on which each segment's block begins. */
function documentLines({ parsed: { text, blocks }, units }: Open): Map<string, number> {
  const starts = units.map(({ block, segments }) => ({ start: blocks[block]?.start ?? 0, segments }));
  const lines = new Map<string, number>();
  let line = 1;
  let at = 0;
  for (const { start, segments } of starts.sort((a, b) => a.start - b.start)) {
    for (; at < start; at++) if (text.charCodeAt(at) === 10) line++;
    for (const { id } of segments) lines.set(id, line);
  }
  return lines;
}
