import { sizesByState, sum } from '../catalogue/measure.ts';
import { createJudge, progressOf, standings } from '../catalogue/progress.ts';
import { countSuggestions } from '../catalogue/suggestions.ts';
import type { State } from '../model/catalogue.ts';
import { keptTargets } from '../pipeline.ts';
import { handoffsOf } from '../pipeline-exchange.ts';
import { type Known, knownPairs } from '../project/known.ts';
import type { ProjectDocument } from '../project/layout.ts';
import { openProject, type Project } from '../project/project.ts';
import { partsOf } from './bar.ts';
import type { Call, Outcome } from './call.ts';
import { furtherCommand, nextLines } from './next.ts';
import { historyOf, type Moment, sharesOf } from './status-history.ts';
import { historyForFile, historyForTerminal } from './status-history-text.ts';
import { reasonOf } from './status-matrix.ts';
import { type Seen, statusForFile, statusForTerminal } from './status-text.ts';
import { readCurrentSource, readRecords, readTarget } from './store.ts';

/** `hexapla status`: how far each locale of each document is, which handoffs are out, and how it has come so far. */
export function run(call: Call): Outcome {
  const project = openProject(call.root);
  const { targetLocales } = project.config;
  const minState = (call.text('min-state') as State | null) ?? project.config.minState;
  const step = call.progress(project.documents.length * targetLocales.length);
  const known = knownPairs(project.root, project.config, call.terminal.env);
  const seen = project.documents.map((document) => seenOf(project, document, known, minState, step));
  const documents = project.documents.map(({ path }, i) => ({
    document: path,
    locales: Object.fromEntries((seen[i] ?? []).map(({ locale, status }) => [locale, status])),
  }));
  const since = call.text('since');
  const history = since === null ? null : historyOf(project, since, minState);
  const { columns } = call.terminal;
  return {
    exit: 0,
    data: { documents, ...(history && { history: history.map(told) }) },
    text: () => {
      if (history)
        return columns === null ? historyForFile(call, history) : historyForTerminal(call, history, columns);
      const all = seen.flat();
      const next = nextOf(call, project, all);
      return columns === null ? statusForFile(call, all, next) : statusForTerminal(call, all, next, columns);
    },
  };
}

/** A moment of the history with its shares, as programs read it. */
function told({ commit, date, locales }: Moment) {
  const entries = Object.entries(locales).map(([locale, one]) => [locale, { ...one, shares: sharesOf(one) }]);
  return { commit, date, locales: Object.fromEntries(entries) };
}

/** What the first unfinished locale needs, the missing and the stale before the unapproved; else what can be done now. */
function nextOf(call: Call, project: Project, seen: readonly Seen[]): string {
  const open =
    seen.find(({ status }) => status.missing + status.stale > 0) ??
    seen.find(({ ready, status }) => ready < status.segments);
  const document = project.documents.find(({ path }) => path === open?.document);
  if (open && document) {
    return nextLines(call, furtherCommand(call, project, document, open.locale, open.status));
  }
  const drafts = seen.reduce((sum, { status }) => sum + status.machine, 0);
  return `${call.words('cli.status.done', { drafts })}\n${nextLines(call, ['build'])}`;
}

function seenOf(
  project: Project,
  document: ProjectDocument,
  known: Known,
  minState: State,
  step: (document: string, locale: string) => void,
): Seen[] {
  const source = readCurrentSource(project, document, known);
  const judge = createJudge(source, project.config);
  return project.config.targetLocales.map((locale) => {
    step(document.path, locale);
    const target = readTarget(project, document, locale);
    const kept = keptTargets(source, { [locale]: target }, project.config)[locale] ?? null;
    const list = standings(source, kept, judge);
    const records = readRecords(project, document, locale);
    const handoffs = handoffsOf({ records, source, target }).filter(({ out }) => out);
    const byState = sizesByState(list);
    const progress = progressOf(list, minState);
    const status = {
      ...progress,
      characters: Object.values(byState).reduce(sum).characters,
      byState,
      reason: reasonOf(progress)?.reason ?? null,
      handoffs: handoffs.map(({ handoff }) => handoff),
      suggestions: target === null ? 0 : countSuggestions(target),
    };
    const alarms = list.flatMap(({ id, stale }) => (stale === 'meaning' ? [id] : []));
    return { document: document.path, locale, status, alarms, ...partsOf(list, minState) };
  });
}
