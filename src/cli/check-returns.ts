import { importMark } from '../catalogue/undo.ts';
import { checkEdition } from '../check/check.ts';
import { orderFindings } from '../check/rules/order.ts';
import type { SourceCatalogue } from '../model/catalogue.ts';
import type { Finding } from '../model/finding.ts';
import type { Returned } from '../model/transfer.ts';
import { openDocument } from '../pipeline.ts';
import { viewDocument } from '../pipeline-check.ts';
import { importReturn } from '../pipeline-exchange.ts';
import { hasFile, shownPath } from '../project/files.ts';
import { chooseDocument, type Project } from '../project/project.ts';
import { choicesFor } from '../project/rules.ts';
import { addresseeOf } from './addressee.ts';
import type { Call } from './call.ts';
import { readCheckSettings } from './check-job.ts';
import type { CheckRun, CheckScope } from './check-run.ts';
import { type Reached, type ToldFinding, toldEdition } from './check-told.ts';
import { recordOf } from './import.ts';
import { type ReturnedPart, readReturnedFile } from './import-read.ts';
import { emptyTarget, readBoth, readSource, readTarget } from './store.ts';

/** What is to be checked: documents of the project, and files that came back from translators. */
export interface CheckArguments {
  readonly documents: readonly string[];
  readonly returns: readonly string[];
}

/** Tells documents from returned files: what is no document of the project and is a file came back from somebody. */
export function splitArguments(project: Project, args: readonly string[]): CheckArguments {
  const isReturn = (path: string): boolean =>
    !project.documents.some((document) => document.path === path || document.name === path) &&
    hasFile(project.root, path);
  const returns = args.filter(isReturn);
  const documents = args.filter((path) => !isReturn(path));
  for (const path of documents) chooseDocument(project, path);
  return { documents, returns };
}

/**
 * Checks returned files before they are taken: their targets as they would be after the import, and the order of their
 * segments. Findings name the returned file and its lines. Throws as the reading of returns does.
 */
export async function runOnReturns(
  call: Call,
  scope: CheckScope,
  files: readonly string[],
): Promise<CheckRun> {
  const { project } = scope;
  const checks = await readCheckSettings(project, scope.stage, scope.only);
  const findings: ToldFinding[] = [];
  const reached: Reached[] = [];
  let pairs = 0;
  const step = call.progress(files.length);
  for (const named of files) {
    const path = shownPath(call.root, named);
    step(path);
    const file = await readReturnedFile(named, path, {
      root: call.root,
      salvage: false,
      addresseeOf: (header, shown) => addresseeOf(header, project, shown),
      sourceOf: ({ document }) => readSource(project, document),
    });
    for (const part of file.parts) {
      const told = checkPart(scope, checks, part, path);
      findings.push(...told.findings);
      if (told.reached) reached.push(told.reached);
      pairs += part.returned.segments.length;
    }
  }
  return { findings, reached, spent: new Map(), pairs };
}

function checkPart(
  { project, only }: CheckScope,
  checks: Awaited<ReturnType<typeof readCheckSettings>>,
  { addressee, returned, unknown }: ReturnedPart,
  path: string,
): { readonly findings: readonly ToldFinding[]; readonly reached: Reached | null } {
  const { document, locale } = addressee;
  const { bytes, source } = readBoth(project, document);
  const { config } = project;
  const open = openDocument({ document: document.path, bytes, catalogue: source, settings: config });
  const { target } = importReturn({
    ...{ source, returned, record: recordOf(project, addressee, returned.handoff), keep: config.keep },
    target: readTarget(project, document, locale) ?? emptyTarget(document, locale),
    options: { origin: 'human', acceptState: false, acceptSame: false },
    mark: importMark(1, '0'.repeat(16)),
  });
  const edition = viewDocument(open, config, checks).edition(locale, target);
  const choice = choicesFor(config, project.documents);
  const report = checkEdition(edition, { choice, only });
  const told = toldEdition(project, document, open, edition, report);
  const lines = new Map(returned.segments.map(({ id, line }) => [id, line]));
  const own = told.findings.filter(({ segment }) => segment !== null && lines.has(segment));
  const strangers = unknown.first.map(({ id, line }) => extra(document.path, locale, id, path, line));
  const order = orderOf(source, returned, document.path, locale);
  const wanted = (finding: Finding): boolean =>
    (only === null || only.includes(finding.rule)) && choice(finding.rule, document.path, locale) !== 'off';
  const placed = [...own, ...order].map(
    (one): ToldFinding => ({ ...one, file: path, line: lines.get(one.segment ?? '') ?? null }),
  );
  return { findings: [...placed, ...strangers].filter(wanted), reached: told.reached };
}

/** Translators sort tables as they please, and tools sort PO; in XLIFF the order is the document's. */
function orderOf(
  source: SourceCatalogue,
  { format, segments }: Returned,
  document: string,
  locale: string,
): ToldFinding[] {
  const live = source.units.flatMap((unit) => Object.keys(unit.segments));
  const found = orderFindings({ file: segments.map(({ id }) => id), source: live });
  const isXliff = format.startsWith('xliff');
  return found.map(({ segment, values }) => ({
    ...{ rule: 'order', severity: isXliff || values['kind'] === 'twice' ? 'error' : 'info' },
    ...{ locale, document, segment, values, excerpt: { source: null, target: null }, file: '', line: null },
  }));
}

function extra(document: string, locale: string, segment: string, file: string, line: number): ToldFinding {
  return {
    ...{ rule: 'extra', severity: 'error', locale, document, segment, values: { kind: 'returned' } },
    ...{ excerpt: { source: null, target: null }, file, line },
  };
}
