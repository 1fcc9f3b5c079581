import { applyWaivers, staleWaivers, type Waived } from '../check/waivers.ts';
import { choicesFor } from '../project/rules.ts';
import { readWaivers, waiversPath } from '../project/waivers.ts';
import type { CheckScope } from './check-run.ts';
import type { SidesOf } from './check-texts.ts';
import type { ToldFinding } from './check-told.ts';

/** What is left of what a check found, and what is let stand. */
export type WaivedRun = Waived<ToldFinding>;

/** Takes the waived findings out of what a check found, and adds what is wrong with the waivers themselves. */
export function withoutWaived(
  scope: CheckScope,
  findings: readonly ToldFinding[],
  sides: SidesOf,
): WaivedRun {
  const { project, documents, locales, only } = scope;
  const { config, root } = project;
  const paths = new Set(documents.map(({ path }) => path));
  const all = new Set(project.documents.map(({ path }) => path));
  const waived = applyWaivers(findings, readWaivers(root, config), {
    rule: (rule) => only === null || only.includes(rule),
    // A waiver for a document that is no longer there is looked at whenever all documents are.
    document: (path) => paths.has(path) || (!all.has(path) && paths.size === all.size),
    locale: (locale) => locale === null || locales.includes(locale) || !config.targetLocales.includes(locale),
    wordings: ({ document, locale, segment }) => {
      if (segment === null || !all.has(document)) return null;
      const now = sides(document, locale, segment);
      return now.source === null ? null : now;
    },
  });
  const choice = choicesFor(config, project.documents)('waiver-stale', '', null);
  if (choice === 'off' || (only && !only.includes('waiver-stale'))) return waived;
  const severity = choice === null || choice === 'on' ? 'warning' : choice;
  const file = waiversPath(config);
  const stale = staleWaivers(waived, severity).map(
    (one): ToldFinding => ({ ...one, excerpt: { source: null, target: null }, file, line: null }),
  );
  return { ...waived, findings: [...waived.findings, ...stale] };
}
