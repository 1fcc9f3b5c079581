import { termsFrom } from '../exchange/tbx/glossary.ts';
import { readTbx } from '../exchange/tbx/read.ts';
import { type GivenTerm, type MergedTerms, mergeTerms } from '../exchange/terms-merge.ts';
import { readTermTable } from '../exchange/terms-table.ts';
import { decodeXml } from '../exchange/xml/bytes.ts';
import type { Glossary } from '../model/glossary.ts';
import { readAnyFile, shownPath, writeFiles } from '../project/files.ts';
import { formatGlossary, glossaryPath, readGlossary } from '../project/glossary.ts';
import { readConfig } from '../project/project.ts';
import { isTermId } from '../project/term-lists.ts';
import type { Call, Outcome } from './call.ts';
import { formatTable } from './columns.ts';
import { nextLines } from './next.ts';
import { allLocales, newTermId, writingLists } from './terms.ts';
import { conflictLines } from './terms-add.ts';

/** What became of one file. */
interface Taken extends Omit<MergedTerms, 'glossary'> {
  readonly path: string;
}

/** `hexapla terms import`: adds what termbases and tables say to the glossary, and takes nothing away. */
export function run(call: Call): Promise<Outcome> {
  return writingLists(call, () => take(call));
}

function take(call: Call): Outcome {
  const config = readConfig(call.root);
  const { sourceLocale } = config;
  const options = { sourceLocale, locales: allLocales(config), newId };
  let glossary: Glossary = readGlossary(call.root, config);
  const files = call.args.map((path): Taken => {
    const { glossary: merged, ...report } = mergeTerms(glossary, readTerms(call, path), options);
    glossary = merged;
    return { path: shownPath(call.root, path), ...report };
  });
  const isChanged = files.some(({ added, changed }) => added.length + changed.length > 0);
  if (isChanged && !call.flag('dry-run')) {
    writeFiles(call.root, [{ path: glossaryPath(config), text: formatGlossary(glossary) }]);
  }
  const conflicts = files.flatMap((file) => file.conflicts);
  return {
    exit: conflicts.length > 0 ? 1 : 0,
    data: { files },
    text: () => {
      const dry = call.flag('dry-run') ? `${call.words('cli.terms.dry')}\n` : '';
      return `${table(call, files)}${conflictLines(call, conflicts)}${dry}${nextLines(call, ['terms', 'list'], ['check'])}`;
    },
  };

  /** The file's own id where it can be one, or one made of what the term is called. */
  function newId(term: GivenTerm, taken: (id: string) => boolean): string {
    if (isTermId(term.id) && !taken(term.id)) return term.id;
    const [form] = term.forms[sourceLocale] ?? Object.values(term.forms)[0] ?? [];
    return newTermId(form ?? term.id, taken);
  }
}

function readTerms(call: Call, path: string): GivenTerm[] {
  const bytes = readAnyFile(call.root, path);
  const shown = shownPath(call.root, path);
  return isXml(bytes) ? termsFrom(readTbx(decodeXml(bytes, shown), shown)) : readTermTable(bytes, shown);
}

/** Whether the first character that is there is `<`, in whatever encoding. */
function isXml(bytes: Uint8Array): boolean {
  const blank = new Set([0xef, 0xbb, 0xbf, 0xff, 0xfe, 0, 0x20, 0x09, 0x0a, 0x0d]);
  return bytes.find((byte) => !blank.has(byte)) === 0x3c;
}

const LISTS = ['added', 'changed', 'unchanged', 'conflicts'] as const;

function table({ words, terminal }: Call, files: readonly Taken[]): string {
  const titles = ['file', ...LISTS].map((key) => ({
    title: words(`cli.column.${key}`),
    right: key !== 'file',
  }));
  const rows = files.map((file) => [file.path, ...LISTS.map((list) => String(file[list].length))]);
  return formatTable(titles, rows, terminal.columns);
}
