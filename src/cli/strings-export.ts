import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { exportStrings, type SentStrings, type StringsSource } from '../exchange/strings/export.ts';
import type { StringsFormat } from '../exchange/strings/package.ts';
import type { Resource } from '../exchange/strings/tree.ts';
import { shownPath } from '../project/files.ts';
import type { Call, Outcome } from './call.ts';
import { formatTable } from './columns.ts';
import { nextLines, typedPath } from './next.ts';
import {
  isPattern,
  localeOption,
  namespaceOf,
  pathFor,
  readResourceFile,
  readResourceIfThere,
  writeAnywhere,
} from './strings.ts';
import { commandWords } from './words.ts';

/** `hexapla strings export`: resource files of i18next as one XLIFF file for a translator. */
export function run(call: Call): Outcome {
  const sourceLocale = localeOption(call, 'source');
  const targetLocale = localeOption(call, 'target');
  const several = call.args.length > 1;
  const sources = call.args.map((path): StringsSource => {
    const source = readResourceFile(call, path);
    const target = targetOf(call, path, several);
    return { original: shownPath(call.root, path), source, target, notes: notesOf(call, path, several) };
  });
  // In the source language, which translators read: whoever exports, the file is the same.
  const { words } = commandWords(sourceLocale);
  const { text, files } = exportStrings(sources, {
    sourceLocale,
    targetLocale,
    format: (call.text('format') ?? 'xliff-1.2') as StringsFormat,
    onlyMissing: call.text('only') === 'missing',
    words,
  });
  const name = several ? 'strings' : namespaceOf(call.args[0] ?? '');
  const out = call.text('out') ?? `${name}.${targetLocale}.xlf`;
  if (text !== null) writeAnywhere(call, out, text);
  const path = text === null ? null : shownPath(call.root, out);
  const refused = files.some((file) => file.refused.length > 0);
  const data = { files: files.map(({ original, ...rest }) => ({ path, source: original, ...rest })) };
  return { exit: refused ? 1 : 0, data, text: () => exportText(call, path, files) };
}

function targetOf(call: Call, path: string, several: boolean): Resource | null {
  if (call.text('with') === null) return null;
  const place = pathFor(call, 'with', path, several);
  return isPattern(call, 'with') ? readResourceIfThere(call, place) : readResourceFile(call, place);
}

/** Descriptions for translators: those that are named, or `NAME.notes.json` beside the file. */
function notesOf(call: Call, path: string, several: boolean): Resource | null {
  if (call.text('notes') !== null) return readResourceFile(call, pathFor(call, 'notes', path, several));
  const beside = path.replace(/(?:\.json)?$/i, '.notes.json');
  return existsSync(resolve(call.root, beside)) ? readResourceFile(call, beside) : null;
}

function exportText(call: Call, path: string | null, files: readonly SentStrings[]): string {
  const { words, terminal } = call;
  if (path === null) return `${words('cli.strings.export.nothing')}\n`;
  const titles = ['source', 'strings', 'kept', 'refused'].map((key) => ({
    title: words(`cli.column.${key}`),
    right: key !== 'source',
  }));
  const rows = files.map(({ original, strings, kept, refused }) => {
    return [original, String(strings), String(kept), String(refused.length)];
  });
  const problems = files.flatMap(({ original, refused }) =>
    refused.map(({ key, reason }) => [original, key, words(`cli.strings.export.reason.${reason}`)]),
  );
  const list = problems.length === 0 ? '' : `\n${formatTable(PLAIN, problems, terminal.columns)}\n`;
  const unused = files.flatMap((file) => file.unused);
  const told = unused.length === 0 ? '' : `${words('cli.strings.export.unused', { keys: unused })}\n`;
  const next = nextLines(call, ['strings', 'import', typedPath(call, path), '--into', 'TARGET.json']);
  const done = `${words('cli.strings.export.done', { file: path })}\n`;
  return formatTable(titles, rows, terminal.columns) + list + told + done + next;
}

const PLAIN = [{ title: '' }, { title: '' }, { title: '' }];
