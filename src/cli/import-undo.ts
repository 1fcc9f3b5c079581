import {
  returnDigest,
  standingImports,
  type UndoChoice,
  type Undone,
  undoImport,
} from '../catalogue/undo.ts';
import type { TargetCatalogue } from '../model/catalogue.ts';
import { HexaplaError } from '../model/error.ts';
import { readAnyFile, shownPath, writeFiles } from '../project/files.ts';
import type { ProjectDocument } from '../project/layout.ts';
import { openProject, type Project } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import { formatTable } from './columns.ts';
import { nextLines } from './next.ts';
import { readSource, readTarget, targetFile } from './store.ts';

interface Stored {
  readonly document: ProjectDocument;
  readonly target: TargetCatalogue;
}

/** A catalogue before, and what was taken back in it. */
interface Work extends Undone {
  readonly document: ProjectDocument;
  readonly before: TargetCatalogue;
}

/** Options of `hexapla import` that say how to take a text: undoing takes none. */
const FOR_TAKING = ['by', 'origin', 'accept-state', 'accept-same'];

/** `hexapla import --undo`: takes back the last import, or the import of a file; earlier targets come out of history. */
export function undo(call: Call): Outcome {
  const surplus = FOR_TAKING.find((name) => call.flag(name) || call.text(name) !== null);
  if (surplus) throw new HexaplaError('usage', { argument: `--${surplus}`, command: '--undo' });
  const project = openProject(call.root);
  const stored = targetsOf(project);
  const choices = choose(call, stored);
  const works = stored.flatMap((one) => undoIn(one, choices));
  const dry = call.flag('dry-run');
  if (!dry) {
    writeFiles(
      project.root,
      works.map(({ document, target }) =>
        targetFile(project, document, readSource(project, document), target),
      ),
    );
  }
  const files = works.map(dataOf);
  const again = ['import', '--undo', ...call.typed];
  return {
    exit: 0,
    data: { files },
    text: () => undoText(call, files, dry) + nextLines(call, dry ? again : ['status']),
  };
}

function targetsOf(project: Project): readonly Stored[] {
  return project.documents.flatMap((document) =>
    project.config.targetLocales.flatMap((locale) => {
      const target = readTarget(project, document, locale);
      return target ? [{ document, target }] : [];
    }),
  );
}

/** The imports that are meant: those of the named files, else the last one. Throws `import-unknown`. */
function choose(call: Call, stored: readonly Stored[]): readonly UndoChoice[] {
  const standing = stored.flatMap(({ target }) => standingImports(target));
  if (call.args.length === 0) {
    const last = standing.reduce((most, { number }) => Math.max(most, number), 0);
    if (last === 0) throw new HexaplaError('import-unknown', {});
    return [{ number: last }];
  }
  return call.args.map((file) => {
    const digest = returnDigest(readAnyFile(call.root, file));
    if (!standing.some((one) => one.digest === digest)) {
      throw new HexaplaError('import-unknown', {}, { file: shownPath(call.root, file) });
    }
    return { digest };
  });
}

/** What is taken back in one catalogue; nothing where none of the imports had to do with it. */
function undoIn({ document, target: before }: Stored, choices: readonly UndoChoice[]): Work[] {
  let work: Work = { document, before, target: before, undone: [], kept: [], suggestions: [] };
  for (const choice of choices) {
    const { target, undone, kept, suggestions } = undoImport(work.target, choice);
    work = {
      ...work,
      target,
      undone: [...work.undone, ...undone],
      kept: [...work.kept, ...kept],
      suggestions: [...work.suggestions, ...suggestions],
    };
  }
  return work.target === before && work.kept.length === 0 ? [] : [work];
}

/** What became of one text: a target that gave way, one that stays because of a later change, one that waits no more. */
interface Account {
  readonly id: string;
  readonly outcome: 'undone' | 'kept' | 'suggestion';
  /** In stored form; null where there is none. */
  readonly before: string | null;
  readonly after: string | null;
}

interface UndoneFile {
  readonly document: string;
  readonly locale: string;
  readonly undone: readonly string[];
  readonly kept: readonly string[];
  /** The segments for which a text waited; one with two of them is there twice. */
  readonly suggestions: readonly string[];
  readonly account: readonly Account[];
}

function dataOf({ document, before, target, undone, kept, suggestions }: Work): UndoneFile {
  const texts = ({ targets }: TargetCatalogue, id: string): string | null => targets[id]?.text || null;
  // A segment that was covered is not among the undone, and has its own target again.
  const changed = [...new Set([...undone, ...Object.keys(target.targets)])].filter(
    (id) => before.targets[id] !== target.targets[id],
  );
  const account = (outcome: 'undone' | 'kept') => {
    return (id: string): Account => ({ id, outcome, before: texts(before, id), after: texts(target, id) });
  };
  return {
    document: document.path,
    locale: target.locale,
    undone,
    kept,
    suggestions: suggestions.map(({ id }) => id),
    account: [
      ...changed.map(account('undone')),
      ...kept.map(account('kept')),
      ...suggestions.map(
        ({ id, text }): Account => ({ id, outcome: 'suggestion', before: text, after: null }),
      ),
    ],
  };
}

const TITLES = {
  undone: 'cli.column.undone',
  kept: 'cli.import.stays',
  suggestion: 'cli.column.suggestions',
} as const;

/** How much was taken back in each document and language; with `dry` segment by segment too. */
function undoText(
  { words, number, terminal, paint }: Call,
  files: readonly UndoneFile[],
  dry: boolean,
): string {
  const titles = ['cli.column.document', 'cli.column.locale', ...Object.values(TITLES)].map((key, i) => ({
    title: words(key),
    right: i > 1,
  }));
  const rows = files.map(({ document, locale, undone, kept, suggestions }) => [
    document,
    locale,
    ...[undone, kept, suggestions].map(({ length }) =>
      terminal.columns === null ? String(length) : number(length),
    ),
  ]);
  const table = formatTable(titles, rows, terminal.columns, (line) => paint('quiet', line));
  if (!dry) return `${table}${words('cli.import.undone')}\n`;
  const plain = [0, 1, 2, 3].map(() => ({ title: '' }));
  const segments = files.flatMap(({ document, locale, account }) =>
    account.flatMap(({ id, outcome, before, after }) => [
      [document, locale, id, words(TITLES[outcome])],
      ...(outcome === 'kept' || before === null ? [] : [['', '', '', `− ${before}`]]),
      ...(after === null ? [] : [['', '', '', outcome === 'kept' ? after : `+ ${after}`]]),
    ]),
  );
  return `${table}\n${formatTable(plain, segments, terminal.columns)}\n${words('cli.import.dry')}\n`;
}
