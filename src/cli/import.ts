import { parseRecord } from '../catalogue/parse.ts';
import { importMark, nextImport } from '../catalogue/undo.ts';
import type { HandoffRecord, Origin, SourceCatalogue, TargetCatalogue } from '../model/catalogue.ts';
import { HexaplaError } from '../model/error.ts';
import { importReturn } from '../pipeline-exchange.ts';
import { shownPath, writeFiles } from '../project/files.ts';
import { cataloguePath, type ProjectDocument, recordPath } from '../project/layout.ts';
import { openProject, type Project } from '../project/project.ts';
import { type Addressee, addresseeOf } from './addressee.ts';
import type { Call, Outcome } from './call.ts';
import { nextAfterImport } from './import-next.ts';
import { type ReturnedFile, readReturnedFile } from './import-read.ts';
import { damageText, type Imported, importText } from './import-text.ts';
import { emptyTarget, readSource, readStoredText, readTarget, storedTargets, targetFile } from './store.ts';
import { commandWords } from './words.ts';

/** A target catalogue as the returns before have left it. */
interface Work {
  readonly document: ProjectDocument;
  readonly source: SourceCatalogue;
  target: TargetCatalogue;
  changed: boolean;
}

/** A returned file with what its import did. */
interface Taken {
  readonly path: string;
  readonly file: ReturnedFile;
  readonly imported: readonly Imported[];
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
  const taken: Taken[] = [];
  const step = call.progress(call.args.length);
  for (const named of call.args) {
    const path = shownPath(call.root, named);
    step(path);
    const file = await readReturnedFile(named, path, {
      root: call.root,
      salvage: call.flag('salvage'),
      addresseeOf: (header, shown) => addresseeOf(header, project, shown),
      sourceOf: (addressee) => workOf(project, addressee, works).source,
    });
    taken.push({ path, file, imported: accept(call, project, { path, file, number, works }) });
  }
  const dry = call.flag('dry-run');
  if (!dry) {
    const files = [...works.values()].flatMap((work) => changedFile(project, work));
    writeFiles(call.root, files);
  }
  const files = taken.flatMap(({ imported }) => imported);
  const updated = dry || !call.flag('update') ? [] : await updateAll(call, project, taken, works);
  const damage = taken.flatMap(({ path, file }) => file.damage.map((one) => ({ path, ...one })));
  const refused = damage.length > 0 || files.some(({ rejected, unknown }) => rejected.length + unknown > 0);
  const again = refused || dry;
  return {
    exit: refused || files.some(({ conflicts }) => conflicts.length > 0) ? 1 : 0,
    data: { files, ...(damage.length > 0 && { damage }), ...(updated.length > 0 && { updated }) },
    text: () =>
      damageText(call, damage) +
      importText(call, files, dry) +
      nextAfterImport(call, project, { works: [...works.values()], files, again }),
  };
}

/** Accepts each part of a file, compared with what was sent. */
function accept(
  call: Call,
  project: Project,
  at: {
    readonly path: string;
    readonly file: ReturnedFile;
    readonly number: number;
    readonly works: Map<string, Work>;
  },
): Imported[] {
  const { path, file, number, works } = at;
  const by = call.text('by');
  const options = {
    ...(by === null ? {} : { by }),
    origin: (call.text('origin') ?? 'human') as Origin,
    acceptState: call.flag('accept-state'),
    acceptSame: call.flag('accept-same'),
  };
  const mark = importMark(number, file.digest);
  return file.parts.map(({ addressee, returned, unknown }) => {
    const work = workOf(project, addressee, works);
    const record = recordOf(project, addressee, returned.handoff);
    const { target, report } = importReturn({
      ...work,
      returned,
      record,
      options,
      mark,
      keep: project.config.keep,
    });
    work.changed ||= target !== work.target;
    work.target = target;
    const strangers = unknown.first.map(({ id, line }) => ({ id, reason: 'unknown-id' as const, line }));
    return {
      path,
      locale: addressee.locale,
      document: addressee.document.path,
      ...report,
      rejected: [...report.rejected, ...strangers],
      unknown: unknown.count,
    };
  });
}

async function updateAll(
  call: Call,
  { config }: Project,
  taken: readonly Taken[],
  works: ReadonlyMap<string, Work>,
): Promise<readonly string[]> {
  const { updateReturn } = await import('./import-update.ts');
  const targets = [...works.values()].map(({ target }) => target);
  // Translators read what is written there, as they do notes: in the source language.
  const { words } = commandWords(config.sourceLocale);
  return taken.flatMap((one) => updateReturn(call, { ...one, targets }, words));
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
export function recordOf(
  project: Project,
  { document, locale }: Addressee,
  handoff: string | null,
): HandoffRecord | null {
  if (handoff === null || !/^[0-9a-f]{16}$/.test(handoff)) return null;
  const path = recordPath(project.config, document, locale, handoff);
  const text = readStoredText(project.root, path);
  const record = text === null ? null : parseRecord(text, path);
  return record?.digest === handoff ? record : null;
}
