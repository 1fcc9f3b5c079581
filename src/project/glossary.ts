import { z } from 'zod';
import { SEVERITIES, type Severity } from '../model/finding.ts';
import type { Forbidden, Glossary, GlossaryTerm } from '../model/glossary.ts';
import type { Config } from './config.ts';
import { readFile } from './files.ts';
import { listPath, parseList } from './lists.ts';
import { formatList, formsByLocale, localeTag, sortedTable, termForm, termId } from './term-lists.ts';

/** The version of the form in which a glossary is stored. */
const GLOSSARY_VERSION = 1;

const text = z.string().trim().min(1);
const forbidden = z.union([
  termForm,
  z.strictObject({
    form: termForm,
    use: text.optional(),
    reason: text.optional(),
    severity: z.enum(SEVERITIES as [Severity, ...Severity[]]).optional(),
    exceptIn: z.array(termForm).min(1).optional(),
  }),
]);
const schema = z.strictObject({
  hexapla: z.literal(GLOSSARY_VERSION),
  terms: z.record(
    termId,
    z.strictObject({
      definition: z.string().min(1).optional(),
      note: text.optional(),
      keep: z.boolean().optional(),
      forms: formsByLocale,
      forbidden: z.record(localeTag, z.array(forbidden)).default({}),
    }),
  ),
});

type StoredTerm = z.output<typeof schema>['terms'][string];
type StoredForbidden = z.output<typeof forbidden>;
type ObjectOf<T> = { readonly [K in keyof T]: T[K] | undefined } & Pick<T, 'form' & keyof T>;

/** The JSON Schema of a glossary, for editors. */
export function glossarySchema(): Record<string, unknown> {
  return { ...z.toJSONSchema(schema, { io: 'input' }), title: 'glossary.json' };
}

/** Where a project's glossary is: above the folders of its locales. */
export function glossaryPath(config: Pick<Config, 'catalogues'>): string {
  return listPath(config, 'glossary');
}

/** A project's glossary; no terms where there is no file. Throws as `parseGlossary` and `readFile` do. */
export function readGlossary(root: string, config: Pick<Config, 'catalogues'>): Glossary {
  const path = glossaryPath(config);
  const bytes = readFile(root, path);
  return bytes === null ? {} : parseGlossary(new TextDecoder('utf-8').decode(bytes), path);
}

/** Reads the text of a glossary. Throws as `parseList` does. */
export function parseGlossary(text: string, file: string): Glossary {
  const { terms } = parseList(text, file, schema, GLOSSARY_VERSION);
  return Object.fromEntries(Object.entries(terms).map(([id, term]) => [id, termOf(term)]));
}

function termOf({ definition, note, keep, forms, forbidden: not }: StoredTerm): GlossaryTerm {
  return {
    ...(definition !== undefined && { definition }),
    ...(note !== undefined && { note }),
    ...(keep === true && { keep }),
    forms,
    forbidden: Object.fromEntries(Object.entries(not).map(([locale, list]) => [locale, list.map(entryOf)])),
  };
}

function entryOf(stored: StoredForbidden): string | Forbidden {
  return typeof stored === 'string' ? stored : withoutAbsent(stored);
}

/** A forbidden form with the keys that it has, in the order in which they are written. */
function withoutAbsent({ form, use, reason, severity, exceptIn }: ObjectOf<Forbidden>): Forbidden {
  return {
    form,
    ...(use !== undefined && { use }),
    ...(reason !== undefined && { reason }),
    ...(severity !== undefined && { severity }),
    ...(exceptIn !== undefined && { exceptIn }),
  };
}

/** The stored text of a glossary (`formatList`). A forbidden form of which nothing more is said is written as a text. */
export function formatGlossary(glossary: Glossary): string {
  const terms = Object.entries(glossary).map(([id, term]): [string, object] => {
    const { definition, note, keep, forms, forbidden: not } = term;
    const entries = Object.entries(not).filter(([, list]) => list.length > 0);
    const shown = sortedTable(
      Object.fromEntries(entries.map(([locale, list]) => [locale, list.map(shortest)])),
    );
    return [
      id,
      { definition, note, keep, forms: sortedTable(forms), ...(entries.length > 0 && { forbidden: shown }) },
    ];
  });
  return formatList(GLOSSARY_VERSION, 'terms', Object.fromEntries(terms));
}

function shortest(entry: string | Forbidden): string | Forbidden {
  if (typeof entry === 'string') return entry;
  const ordered = withoutAbsent(entry);
  return Object.keys(ordered).length === 1 ? ordered.form : ordered;
}
