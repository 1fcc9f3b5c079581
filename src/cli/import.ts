import { parseRecord } from '../catalogue/parse.ts';
import { importMark, nextImport, returnDigest } from '../catalogue/undo.ts';
import type { HandoffRecord, Origin, SourceCatalogue, TargetCatalogue } from '../model/catalogue.ts';
import { HexaplaError } from '../model/error.ts';
import type { Returned, SegmentAccount } from '../model/transfer.ts';
import { statusOf } from '../pipeline.ts';
import { importReturn, readReturn } from '../pipeline-exchange.ts';
import { readAnyFile, shownPath, writeFiles } from '../project/files.ts';
import { cataloguePath, type ProjectDocument, recordPath } from '../project/layout.ts';
import { openProject, type Project } from '../project/project.ts';
import { type Addressee, addresseeOf } from './addressee.ts';
import type { Call, Outcome } from './call.ts';
import { type Imported, importText } from './import-text.ts';
import { nextLines, reviewCommand } from './next.ts';
import { emptyTarget, readSource, readStoredText, readTarget, storedTargets, targetFile } from './store.ts';

/** A target catalogue as the returns before have left it. */
interface Work {
  readonly document: ProjectDocument;
  readonly source: SourceCatalogue;
  target: TargetCatalogue;
  changed: boolean;
}

/** `hexapla import`: accepts returns; writes nothing unless every file can be read. `--undo` takes an import back. */
export async function run(call: Call): Promise<Outcome> {
  if (call.flag('undo')) return (await import('./import-undo.ts')).undo(call);
  if (call.args.length === 0) {
    throw new HexaplaError('missing-argument', { argument: 'FILE', command: 'hexapla import' });
  }
  const project = openProject(call.root);
  const number = nextImport(storedTargets(project));
  const works = new Map<string, Work>();
  const by = call.text('by');
  const options = {
    ...(by === null ? {} : { by }),
    origin: (call.text('origin') ?? 'human') as Origin,
    acceptState: call.flag('accept-state'),
    acceptSame: call.flag('accept-same'),
  };
  const files: Imported[] = [];
  const step = call.progress(call.args.length);
  for (const file of call.args) {
    const path = shownPath(call.root, file);
    step(path);
    const bytes = readAnyFile(call.root, file);
    const mark = importMark(number, returnDigest(bytes));
    for (const returned of readReturn(bytes, path)) {
      const { document, locale } = addresseeOf(returned, project, path);
      const work = workOf(project, { document, locale }, works);
      const record = recordOf(project, { document, locale }, returned);
      const { target, report } = importReturn({ ...work, returned, record, options, mark });
      work.changed ||= target !== work.target;
      work.target = target;
      files.push({ path, locale, document: document.path, ...report });
    }
  }
  const dry = call.flag('dry-run');
  if (!dry)
    writeFiles(
      call.root,
      [...works.values()].flatMap((work) => changedFile(project, work)),
    );
  const refused = files.some(({ rejected }) => rejected.length > 0);
  return {
    exit: refused || files.some(({ conflicts }) => conflicts.length > 0) ? 1 : 0,
    data: { files },
    text: () => importText(call, files, dry) + nextOf(call, project, { works, files, again: refused || dry }),
  };
}

function workOf(project: Project, { document, locale }: Addressee, works: Map<string, Work>): Work {
  const path = cataloguePath(project.config, document, locale);
  const known = works.get(path);
  if (known) return known;
  const source = readSource(project, document);
  const target = readTarget(project, document, locale) ?? emptyTarget(document, locale);
  const work = { document, source, target, changed: false };
  works.set(path, work);
  return work;
}

function changedFile(project: Project, { document, source, target, changed }: Work) {
  return changed ? [targetFile(project, document, source, target)] : [];
}

/** What was sent, where the return names a handoff that we know. */
function recordOf(
  project: Project,
  { document, locale }: Addressee,
  { handoff }: Returned,
): HandoffRecord | null {
  if (handoff === null || !/^[0-9a-f]{16}$/.test(handoff)) return null;
  const path = recordPath(project.config, document, locale, handoff);
  const text = readStoredText(project.root, path);
  const record = text === null ? null : parseRecord(text, path);
  return record?.digest === handoff ? record : null;
}

/**
 * The same again, where nothing was written or something must be mended; the decision about what waits now; else what
 * the first locale needs.
 */
function nextOf(
  call: Call,
  project: Project,
  {
    works,
    files,
    again,
  }: {
    readonly works: ReadonlyMap<string, Work>;
    readonly files: readonly Imported[];
    readonly again: boolean;
  },
): string {
  const [work] = works.values();
  if (again || !work) return nextLines(call, againCommand(call));
  if (files.some(({ account }) => account.some(waits))) return nextLines(call, ['suggestions']);
  const { document, source, target } = work;
  const { minState } = project.config;
  const { missing, stale, below } = statusOf({ source, target, minState });
  if (below > 0) {
    return nextLines(
      call,
      reviewCommand(call, { name: document.name, locale: target.locale, state: minState }),
    );
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
  const flags = ['accept-state', 'accept-same'].filter(call.flag).map((name) => `--${name}`);
  return ['import', ...call.typed, ...values, ...flags];
}
