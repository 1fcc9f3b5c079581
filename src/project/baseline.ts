import { z } from 'zod';
import { HexaplaError } from '../model/error.ts';
import { canonicalLocale } from '../model/locale.ts';
import type { Baseline, BaselineEntry } from '../report/baseline.ts';
import type { Config } from './config.ts';
import { readFile, writeFiles } from './files.ts';
import { listPath, parseList } from './lists.ts';

/** The version of the form in which a baseline is stored. */
const BASELINE_VERSION = 1;

// A segment's id and a rule's; a rule's alone for what is said of a document as a whole.
const KEY = /^(?:(\S+) )?([a-z][a-z0-9-]*)$/;

const schema = z.strictObject({
  hexapla: z.literal(BASELINE_VERSION),
  findings: z.record(
    z.string(),
    z.record(
      // The source document itself is under the empty name.
      z.string().refine((tag) => tag === '' || canonicalLocale(tag) === tag),
      z.record(z.string().regex(KEY), z.record(z.string().regex(/^[0-9a-f]{16}$/), z.int().min(1))),
    ),
  ),
});

/** Where a project's baseline is: above the folders of its locales. */
export function baselinePath(config: Pick<Config, 'catalogues'>): string {
  return listPath(config, 'baseline');
}

/**
 * A project's baseline, or null where there is no file. Throws `file-missing` where one has to be there, and as
 * `parseBaseline` and `readFile` do.
 */
export function readBaseline(root: string, path: string, isAsked: boolean): Baseline | null {
  const bytes = readFile(root, path);
  if (bytes !== null) return parseBaseline(new TextDecoder('utf-8').decode(bytes), path);
  if (isAsked) throw new HexaplaError('file-missing', {}, { file: path });
  return null;
}

/** Writes a project's baseline. Throws as `writeFiles` does. */
export function writeBaseline(root: string, path: string, baseline: Baseline): void {
  writeFiles(root, [{ path, text: formatBaseline(baseline) }]);
}

/**
 * The stored form of a baseline: documents, their locales, and two lines an entry, so that edits merge in plain git. The
 * same baseline gives the same text.
 */
export function formatBaseline(baseline: Baseline): string {
  const documents = new Map<string, Map<string, BaselineEntry[]>>();
  for (const entry of baseline) {
    const locales = documents.get(entry.document) ?? new Map<string, BaselineEntry[]>();
    documents.set(entry.document, locales);
    const own = locales.get(entry.locale ?? '');
    if (own) own.push(entry);
    else locales.set(entry.locale ?? '', [entry]);
  }
  const text = table(documents, '    ', (locales) =>
    table(locales, '      ', (entries) => {
      const lines = entries.map(
        (entry) => `\n        ${JSON.stringify(nameOf(entry))}:\n          ${JSON.stringify(entry.said)}`,
      );
      return `{${lines.join(',')}\n      }`;
    }),
  );
  return `{\n  "hexapla": ${BASELINE_VERSION},\n  "findings": ${text}\n}\n`;
}

function table<T>(entries: ReadonlyMap<string, T>, indent: string, write: (value: T) => string): string {
  if (entries.size === 0) return '{}';
  const lines = [...entries].map(([key, value]) => `\n${indent}${JSON.stringify(key)}: ${write(value)}`);
  return `{${lines.join(',')}\n${indent.slice(2)}}`;
}

function nameOf({ segment, rule }: BaselineEntry): string {
  return segment === null ? rule : `${segment} ${rule}`;
}

/**
 * Reads the text of a baseline. Throws `catalogue-invalid` with the line and the name of what is wrong,
 * `catalogue-newer`.
 */
export function parseBaseline(text: string, file: string): Baseline {
  const { findings } = parseList(text, file, schema, BASELINE_VERSION);
  return Object.entries(findings).flatMap(([document, locales]) =>
    Object.entries(locales).flatMap(([locale, entries]) =>
      Object.entries(entries).map(([name, said]): BaselineEntry => {
        const [, segment, rule = ''] = KEY.exec(name) ?? [];
        return { rule, document, locale: locale === '' ? null : locale, segment: segment ?? null, said };
      }),
    ),
  );
}
