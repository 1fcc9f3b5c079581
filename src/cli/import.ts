import { parseRecord } from '../catalogue/parse.ts';
import type { HandoffRecord, Origin, SourceCatalogue, TargetCatalogue } from '../model/catalogue.ts';
import type { ImportReport, Returned } from '../model/transfer.ts';
import { importReturn, readReturn } from '../pipeline-exchange.ts';
import { readAnyFile, shownPath, writeFiles } from '../project/files.ts';
import { cataloguePath, type ProjectDocument, recordPath } from '../project/layout.ts';
import { openProject, type Project } from '../project/project.ts';
import { type Addressee, addresseeOf } from './addressee.ts';
import type { Call, Outcome } from './call.ts';
import { formatTable } from './columns.ts';
import { emptyTarget, readSource, readStoredText, readTarget, targetFile } from './store.ts';

interface Imported extends ImportReport {
  readonly path: string;
  readonly locale: string;
  readonly document: string;
}

/** A target catalogue as the returns before have left it. */
interface Work {
  readonly document: ProjectDocument;
  readonly source: SourceCatalogue;
  target: TargetCatalogue;
  changed: boolean;
}

/** `hexapla import`: accepts returns; writes nothing unless every file can be read. */
export function run(call: Call): Outcome {
  const project = openProject(call.root);
  const works = new Map<string, Work>();
  const by = call.text('by');
  const options = {
    ...(by === null ? {} : { by }),
    origin: (call.text('origin') ?? 'human') as Origin,
    acceptState: call.flag('accept-state'),
    acceptSame: call.flag('accept-same'),
  };
  const files: Imported[] = [];
  for (const file of call.args) {
    const path = shownPath(call.root, file);
    for (const returned of readReturn(readAnyFile(call.root, file), path)) {
      const { document, locale } = addresseeOf(returned, project, path);
      const work = workOf(project, { document, locale }, works);
      const record = recordOf(project, { document, locale }, returned);
      const { target, report } = importReturn({ ...work, returned, record, options });
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
  const bad = files.some(({ conflicts, rejected }) => conflicts.length + rejected.length > 0);
  return { exit: bad ? 1 : 0, data: { files }, text: () => importText(call, files, bad, dry) };
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

const LISTS = ['applied', 'unchanged', 'stale', 'conflicts', 'rejected', 'missing'] as const;

function importText(
  { words, terminal }: Call,
  files: readonly Imported[],
  bad: boolean,
  dry: boolean,
): string {
  const titles = ['file', 'document', 'locale', ...LISTS].map((key) => ({
    title: words(`cli.column.${key}`),
    right: LISTS.some((list) => list === key),
  }));
  const rows = files.map((file) => [
    file.path,
    file.document,
    file.locale,
    ...LISTS.map((list) => String(file[list].length)),
  ]);
  const problems = files.flatMap(({ path, rejected, conflicts }) => [
    ...rejected.map(({ id, reason, line, codes }) => {
      const named = codes && codes.length > 0 ? ` (${codes.join(', ')})` : '';
      return [`${path}:${line}`, id, words(`cli.import.reason.${reason}`) + named];
    }),
    ...conflicts.flatMap(({ id, ours, theirs }) => [
      [path, id, words('cli.import.conflict')],
      ['', '', `− ${ours}`],
      ['', '', `+ ${theirs}`],
    ]),
  ]);
  const list = problems.length === 0 ? '' : `\n${formatTable(PLAIN, problems, terminal.columns)}\n`;
  const last = dry ? 'cli.import.dry' : bad ? 'cli.import.next.open' : 'cli.import.next.clean';
  return `${formatTable(titles, rows, terminal.columns)}${list}${words(last)}\n`;
}

const PLAIN = [{ title: '' }, { title: '' }, { title: '' }];
