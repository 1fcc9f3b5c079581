import type { TransferIssue } from '../model/transfer.ts';
import type { ProjectDocument } from '../project/layout.ts';
import type { Project } from '../project/project.ts';
import { issuesOf } from '../report/issues.ts';
import type { Call } from './call.ts';
import { runChecks } from './check-run.ts';
import { sidesOf } from './check-texts.ts';
import { withoutWaived } from './check-waived.ts';
import { selectable } from './problem.ts';
import { commandWords } from './words.ts';

/** What the checks found in the targets of a document, by segment. */
export type FindingsFor = (
  document: ProjectDocument,
  locale: string,
) => ReadonlyMap<string, readonly TransferIssue[]>;

/** What the checks find in what is exported, for `--findings`: in the source language, as all notes to translators are. */
export async function findingsToSend(
  call: Call,
  project: Project,
  at: { readonly documents: readonly ProjectDocument[]; readonly locales: readonly string[] },
): Promise<FindingsFor> {
  const { stage } = project.config.checks;
  const scope = { ...at, project, stage, only: null, timed: false };
  const { findings } = withoutWaived(scope, (await runChecks(call, scope)).findings, sidesOf(project));
  const { words } = commandWords(project.config.sourceLocale);
  const worded = findings.map((finding) => ({
    ...finding,
    message: words(`finding.${finding.rule}`, selectable(finding.values)),
  }));
  return ({ path }, locale) => issuesOf(worded, { document: path, locale });
}
