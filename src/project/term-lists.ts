import { z } from 'zod';
import { isForm } from '../model/glossary.ts';
import { canonicalLocale } from '../model/locale.ts';

/** An id of a term or a name. It goes into XLIFF, where it has to be a name token. */
export const termId: z.ZodString = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);

/** Whether a text can be the id of a term or a name. */
export function isTermId(text: string): boolean {
  return termId.safeParse(text).success;
}

/** A form: words, of which each may end in a star; something must be said besides stars. */
export const termForm: z.ZodString = z.string().trim().min(1).refine(isForm);

export const localeTag: z.ZodString = z.string().refine((tag) => canonicalLocale(tag) === tag);

/** Forms by locale. */
export const formsByLocale: z.ZodRecord<z.ZodString, z.ZodArray<z.ZodString>> = z.record(
  localeTag,
  z.array(termForm),
);

/**
 * The text of a list by ids. An entry takes two lines, its id on one and its content on the next, so that edits of
 * neighbours merge in plain git; sorted by id. The same list gives the same text.
 */
export function formatList(version: number, key: string, table: Readonly<Record<string, object>>): string {
  const entries = sortedEntries(table).map(
    ([id, entry]) => `    ${JSON.stringify(id)}:\n      ${JSON.stringify(entry)}`,
  );
  const body = entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n  }`;
  return `{\n  "hexapla": ${version},\n  ${JSON.stringify(key)}: ${body}\n}\n`;
}

/** A table with its keys in the order of code units. */
export function sortedTable<T>(table: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(sortedEntries(table));
}

function sortedEntries<T>(table: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1));
}
