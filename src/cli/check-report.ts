import { contentOf } from '../catalogue/hash.ts';
import { plainWithCodes } from '../check/text.ts';
import type { Finding } from '../model/finding.ts';
import { RULE_IDS } from '../model/rules.ts';
import { packageVersion } from '../project/package.ts';
import { repositoryPrefix } from '../project/repository.ts';
import type { MatrixCell, ReportedFinding, CheckRun as ReportedRun, WaivedFinding } from '../report/input.ts';
import { countSeverities } from '../report/lists.ts';
import type { Call } from './call.ts';
import type { CheckRun, CheckScope } from './check-run.ts';
import type { SidesOf } from './check-texts.ts';
import { entryLines, type Reached, type ToldFinding } from './check-told.ts';
import type { WaivedRun } from './check-waived.ts';
import { selectable } from './problem.ts';
import { readStoredText } from './store.ts';

/** What a run of the checks gave, before it is put into words. */
export interface ToWord {
  readonly scope: CheckScope;
  readonly ran: CheckRun;
  readonly findings: readonly ToldFinding[];
  readonly waived: WaivedRun['waived'];
  readonly sides: SidesOf;
}

/** A run of the checks in the user's words, ready to be reported. */
export function reportedRun(call: Call, { scope, ran, findings, waived, sides }: ToWord): ReportedRun {
  const { config } = scope.project;
  const lines = linesIn(call.root);
  const told = findings.map((finding) => reported(call, finding, sides, lines));
  const stands = waived.map(
    ({ finding, waiver: { reason, by } }): WaivedFinding => ({
      ...reported(call, finding, sides, lines),
      ...{ reason, by },
    }),
  );
  return {
    version: packageVersion(),
    language: call.textLocale,
    sourceLocale: config.sourceLocale,
    documents: scope.documents.map(({ path }) => path),
    locales: scope.locales,
    matrix: matrixOf(ran.reached, findings),
    findings: told,
    waived: waived.length,
    waivedFindings: stands,
    rules: RULE_IDS.map((id) => ({ id, summary: call.words(`rule.${id}`) })),
    prefix: repositoryPrefix(call.root),
  };
}

function reported({ words }: Call, finding: ToldFinding, sides: SidesOf, lines: LinesOf): ReportedFinding {
  const { rule, values, document, locale, segment, excerpt } = finding;
  const message = words(`finding.${rule}`, selectable(values));
  if (segment === null || finding.line !== null || locale === null) return { ...finding, message };
  const stored = sides(document, locale, segment);
  const plain = (text: string | null): string | null =>
    text === null ? null : plainWithCodes(contentOf(text));
  const own = { source: plain(stored.source), target: plain(stored.target) };
  const line = lines(finding.file).get(segment) ?? null;
  return { ...finding, message, line, excerpt: excerpt.source === null ? own : excerpt };
}

type LinesOf = (file: string) => ReadonlyMap<string, number>;

/** The lines of a catalogue's entries; the last one is remembered, since findings come file by file. */
function linesIn(root: string): LinesOf {
  let last = { file: '', lines: new Map<string, number>() };
  return (file) => {
    if (last.file !== file) last = { file, lines: entryLines(readStoredText(root, file) ?? '') };
    return last.lines;
  };
}

function matrixOf(reached: readonly Reached[], findings: readonly Finding[]): MatrixCell[] {
  const keyOf = (one: { readonly document: string; readonly locale: string | null }): string =>
    JSON.stringify([one.document, one.locale]);
  const byPlace = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const own = byPlace.get(key);
    if (own) own.push(finding);
    else byPlace.set(key, [finding]);
  }
  return reached.map((cell) => {
    const { error, warning, info } = countSeverities(byPlace.get(keyOf(cell)) ?? []);
    return { ...cell, errors: error, warnings: warning, infos: info };
  });
}
