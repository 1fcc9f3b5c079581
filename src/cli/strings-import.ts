import { type ImportedStrings, importStrings } from '../exchange/strings/import.ts';
import { writeResource } from '../exchange/strings/json-write.ts';
import { readStrings } from '../exchange/strings/read.ts';
import type { Resource } from '../exchange/strings/tree.ts';
import { originalOf } from '../exchange/strings/write.ts';
import { decodeXml } from '../exchange/xml/bytes.ts';
import { HexaplaError } from '../model/error.ts';
import { hasFile, readAnyFile, shownPath } from '../project/files.ts';
import type { Call, Outcome } from './call.ts';
import { formatTable } from './columns.ts';
import { isPattern, pathFor, readResourceFile, readResourceIfThere, writeAnywhere } from './strings.ts';

interface Done extends Omit<ImportedStrings, 'resource'> {
  /** The file that came back. */
  readonly file: string;
  /** The target file. */
  readonly path: string;
  readonly source: string | null;
  readonly locale: string | null;
  /** Texts that the file now has from the translator. */
  readonly strings: number;
}

/** `hexapla strings import`: takes a translator's XLIFF into resource files; writes nothing unless all can be read. */
export function run(call: Call): Outcome {
  const options = {
    origin: call.text('origin') === 'machine' ? ('machine' as const) : ('human' as const),
    reviewed: call.flag('reviewed'),
  };
  const targets = new Map<string, { resource: Resource | null; changed: boolean }>();
  const done: Done[] = [];
  const returned = call.args.flatMap((path) => filesOf(call, path));
  for (const { file, original, units, locale } of returned) {
    const path = pathFor(call, 'into', original, returned.length > 1);
    const shown = shownPath(call.root, path);
    const source = sourceOf(call, original, returned.length > 1, shown);
    const target = targets.get(path) ?? { resource: readResourceIfThere(call, path), changed: false };
    const { resource, ...report } = importStrings(units, source?.resource ?? null, target.resource, options);
    targets.set(path, {
      resource: resource ?? target.resource,
      changed: target.changed || resource !== null,
    });
    const strings = report.applied.length + report.unchanged.length;
    done.push({ file, path: shown, source: source?.path ?? null, locale, strings, ...report });
  }
  if (!call.flag('dry-run')) writeTargets(call, targets);
  const refused = done.some((file) => file.refused.length > 0);
  return { exit: refused ? 1 : 0, data: { files: done }, text: () => importText(call, done) };
}

function filesOf(call: Call, path: string) {
  const shown = shownPath(call.root, path);
  const { kind, files, targetLocale } = readStrings(decodeXml(readAnyFile(call.root, path), shown), shown);
  return files.map(({ original, units }) => {
    return {
      file: shown,
      original: kind === '1.2' ? original : originalOf(original),
      units,
      locale: targetLocale,
    };
  });
}

/** The file that was sent: the one that is named, or the one that the return names, if it is in the project. */
function sourceOf(
  call: Call,
  original: string,
  several: boolean,
  target: string,
): { readonly path: string; readonly resource: Resource } | null {
  const named = call.text('source-file');
  if (named !== null) {
    const path = pathFor(call, 'source-file', original, several);
    if (isPattern(call, 'source-file') && readResourceIfThere(call, path) === null) return null;
    return { path: shownPath(call.root, path), resource: readResourceFile(call, path) };
  }
  if (!isInside(call, original)) return null;
  if (shownPath(call.root, original) === target) {
    throw new HexaplaError('bad-option-value', { option: '--into', value: target, allowed: [] });
  }
  return { path: original, resource: readResourceFile(call, original) };
}

function isInside(call: Call, original: string): boolean {
  if (!original.endsWith('.json')) return false;
  try {
    return hasFile(call.root, original);
  } catch (error) {
    if (error instanceof HexaplaError) return false;
    throw error;
  }
}

function writeTargets(
  call: Call,
  targets: ReadonlyMap<string, { readonly resource: Resource | null; readonly changed: boolean }>,
): void {
  for (const [path, { resource, changed }] of targets) {
    if (resource !== null && changed) writeAnywhere(call, path, writeResource(resource.root, resource.style));
  }
}

const LISTS = ['applied', 'unchanged', 'stale', 'missing', 'refused'] as const;

function importText({ words, terminal, flag }: Call, files: readonly Done[]): string {
  const titles = ['file', 'locale', ...LISTS].map((key) => ({
    title: words(`cli.column.${key}`),
    right: LISTS.some((list) => list === key),
  }));
  const rows = files.map((file) => [
    file.path,
    file.locale ?? '',
    ...LISTS.map((list) => String(file[list].length)),
  ]);
  const problems = files.flatMap(({ file, refused }) =>
    refused.map(({ key, reason, line, codes }) => {
      const named = codes.length > 0 ? ` (${codes.join(' ')})` : '';
      return [`${file}:${line}`, key, words(`cli.strings.import.reason.${reason}`) + named];
    }),
  );
  const list = problems.length === 0 ? '' : `\n${formatTable(PLAIN, problems, terminal.columns)}\n`;
  const last = flag('dry-run') ? 'dry' : problems.length > 0 ? 'open' : 'clean';
  return `${formatTable(titles, rows, terminal.columns)}${list}${words(`cli.strings.import.${last}`)}\n`;
}

const PLAIN = [{ title: '' }, { title: '' }, { title: '' }];
