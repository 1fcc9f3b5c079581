import type { SourceCatalogue, TargetCatalogue } from '../model/catalogue.ts';
import type { SegmentAccount } from '../model/transfer.ts';
import { statusOf } from '../pipeline.ts';
import type { ProjectDocument } from '../project/layout.ts';
import type { Project } from '../project/project.ts';
import type { Call } from './call.ts';
import type { Imported } from './import-text.ts';
import { nextLines, reviewCommand } from './next.ts';

/** A target catalogue as an import has left it. */
export interface ImportedInto {
  readonly document: ProjectDocument;
  readonly source: SourceCatalogue;
  readonly target: TargetCatalogue;
}

/**
 * What to type after an import: the same again, where nothing was written or something must be mended; the decision
 * about what waits now; else what the first locale needs.
 */
export function nextAfterImport(
  call: Call,
  project: Project,
  at: {
    readonly works: readonly ImportedInto[];
    readonly files: readonly Imported[];
    readonly again: boolean;
  },
): string {
  const [work] = at.works;
  if (at.again || !work) return nextLines(call, againCommand(call));
  if (at.files.some(({ account }) => account.some(waits))) return nextLines(call, ['suggestions']);
  const { document, source, target } = work;
  const { minState } = project.config;
  const { missing, stale, below } = statusOf({ source, target, minState, keep: project.config.keep });
  if (below > 0) {
    const { name } = document;
    return nextLines(call, reviewCommand(call, { name, locale: target.locale, state: minState }));
  }
  if (missing > 0) return nextLines(call, againCommand(call));
  const rest = ['export', '--locale', target.locale, '--only', 'missing,stale'];
  return nextLines(call, stale > 0 ? rest : ['build']);
}

/** Whether a returned text became a suggestion. */
function waits({ reason }: SegmentAccount): boolean {
  return reason === 'conflict' || reason === 'stale';
}

function againCommand(call: Call): readonly string[] {
  const values = ['by', 'origin'].flatMap((name) => {
    const value = call.text(name);
    return value === null ? [] : [`--${name}`, value];
  });
  const flags = ['accept-state', 'accept-same', 'salvage', 'update'].filter(call.flag);
  return ['import', ...call.typed, ...values, ...flags.map((name) => `--${name}`)];
}
