import { checkEdition, type Timing } from '../check/check.ts';
import { loadIdentifier } from '../check/identify/identify.ts';
import type { CheckSettings } from '../check/rule.ts';
import type { Stage } from '../model/finding.ts';
import type { RuleId } from '../model/rules.ts';
import { openDocument } from '../pipeline.ts';
import { checkSettings, viewDocument } from '../pipeline-check.ts';
import { readDictionaries } from '../project/dictionaries.ts';
import { readGlossary } from '../project/glossary.ts';
import type { ProjectDocument } from '../project/layout.ts';
import { readNames } from '../project/names.ts';
import type { Project } from '../project/project.ts';
import { choicesFor } from '../project/rules.ts';
import { type ToldEdition, toldEdition } from './check-told.ts';
import { readBoth, readTarget } from './store.ts';

/** What is asked of the checks, the same for all documents. It can be sent to a thread. */
export interface CheckJob {
  readonly project: Project;
  readonly stage: Stage;
  /** The rules that are looked at; null for all. */
  readonly only: readonly RuleId[] | null;
  readonly timed: boolean;
  readonly pieces: readonly CheckPiece[];
}

/** Some locales of one document; null among them is the source. */
export interface CheckPiece {
  readonly document: ProjectDocument;
  readonly locales: readonly (string | null)[];
}

/** What came of a piece. */
export interface CheckedPiece {
  readonly editions: readonly ToldEdition[];
  /** Milliseconds by rule, where that was asked for. */
  readonly spent: readonly (readonly [RuleId, number])[];
  /** How many targets were looked at. */
  readonly pairs: number;
}

/** Begins a check: what it needs for all documents is made ready once. Throws as the reading of the project's lists does. */
export async function beginChecks(job: CheckJob): Promise<(index: number) => Promise<CheckedPiece>> {
  const checks = await readCheckSettings(job.project, job.stage, job.only);
  return async (index) => {
    const piece = job.pieces[index];
    if (!piece) throw new Error(`there is no piece ${index}`);
    return checkPiece(job, piece, checks);
  };
}

/** The settings of the checks with the project's lists, and what has to be loaded for the rules that are looked at. */
export async function readCheckSettings(
  { root, config }: Project,
  stage: Stage,
  only: readonly RuleId[] | null,
): Promise<CheckSettings> {
  const { required, placeholders, lengths, dictionaries, rules } = config.checks;
  const identified = only?.includes('wrong-language') ?? rules['wrong-language'] !== 'off';
  return checkSettings(config, {
    ...{ stage, required, placeholders, lengths },
    glossary: readGlossary(root, config),
    names: readNames(root, config),
    identify: identified ? await loadIdentifier() : null,
    spelling: await readDictionaries(root, dictionaries),
  });
}

function checkPiece(job: CheckJob, { document, locales }: CheckPiece, checks: CheckSettings): CheckedPiece {
  const { project, only } = job;
  const { bytes, source } = readBoth(project, document);
  const settings = project.config;
  const open = openDocument({ document: document.path, bytes, catalogue: source, settings });
  const view = viewDocument(open, settings, checks);
  const timing: Timing | null = job.timed ? { clock: () => performance.now(), spent: new Map() } : null;
  const choice = choicesFor(settings, project.documents);
  let pairs = 0;
  const editions = locales.map((locale) => {
    const edition =
      locale === null ? view.source : view.edition(locale, readTarget(project, document, locale));
    pairs += edition.pairs.length;
    const report = checkEdition(edition, { choice, only, timing });
    return toldEdition(project, document, open, edition, report);
  });
  return { editions, spent: [...(timing?.spent ?? [])], pairs };
}
