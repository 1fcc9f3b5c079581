import { z } from 'zod';
import { NAME_KINDS, type Name, type NameKind, type Names } from '../model/names.ts';
import type { Config } from './config.ts';
import { readFile } from './files.ts';
import { listPath, parseList } from './lists.ts';
import { formatList, formsByLocale, sortedTable, termId } from './term-lists.ts';

/** The version of the form in which names are stored. */
const NAMES_VERSION = 1;

const schema = z.strictObject({
  hexapla: z.literal(NAMES_VERSION),
  names: z.record(
    termId,
    z.strictObject({
      kind: z.enum(NAME_KINDS as [NameKind, ...NameKind[]]).optional(),
      forms: formsByLocale,
    }),
  ),
});

/** The JSON Schema of a list of names, for editors. */
export function namesSchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(schema, { io: 'input' }), title: 'names.json' };
}

/** Where a project's names are: above the folders of its locales, beside its glossary. */
export function namesPath(config: Pick<Config, 'catalogues'>): string {
  return listPath(config, 'names');
}

/** A project's names; none where there is no file. Throws as `parseNames` and `readFile` do. */
export function readNames(root: string, config: Pick<Config, 'catalogues'>): Names {
  const path = namesPath(config);
  const bytes = readFile(root, path);
  return bytes === null ? {} : parseNames(new TextDecoder('utf-8').decode(bytes), path);
}

/** Reads the text of a list of names. Throws as `parseList` does. */
export function parseNames(text: string, file: string): Names {
  const { names } = parseList(text, file, schema, NAMES_VERSION);
  return Object.fromEntries(
    Object.entries(names).map(([id, { kind, forms }]): [string, Name] => [
      id,
      { ...(kind !== undefined && { kind }), forms },
    ]),
  );
}

/** The stored text of a list of names (`formatList`). */
export function formatNames(names: Names): string {
  const entries = Object.entries(names).map(([id, { kind, forms }]): [string, object] => [
    id,
    { kind, forms: sortedTable(forms) },
  ]);
  return formatList(NAMES_VERSION, 'names', Object.fromEntries(entries));
}
