import { type CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { HexaplaError } from '../model/error.ts';
import { forbiddenOf, type Glossary, type GlossaryTerm } from '../model/glossary.ts';
import { canonicalLocale } from '../model/locale.ts';
import { guardCell, unguardCell } from './tables/csv-guard.ts';
import type { GivenTerm } from './terms-merge.ts';

// A glossary as a table: a row a term, a column a language for what it is called and one for what it may not be called.
// What a table has no place for: what to say instead of a forbidden form, why, how severe it is, and where it is fine.

const SEPARATORS = [',', ';', '\t'] as const;
const NOT = ' (not)';
/** What parts the forms within a cell. */
const BAR = ' | ';

/**
 * A glossary as a table that a spreadsheet opens, in UTF-8 with a byte order mark: columns `id`, `keep`, `definition`,
 * `note`, then for each locale its forms and what is forbidden in it, parted by ` | `. Patterns stay as they are.
 */
export function writeTermTable(glossary: Glossary, locales: readonly string[]): string {
  const titles = ['id', 'keep', 'definition', 'note', ...locales.flatMap((locale) => [locale, locale + NOT])];
  const rows = Object.entries(glossary).map(([id, term]) => [
    id,
    term.keep ? 'yes' : '',
    term.definition ?? '',
    term.note ?? '',
    ...locales.flatMap((locale) => [
      (term.forms[locale] ?? []).join(BAR),
      (term.forbidden[locale] ?? []).map((entry) => forbiddenOf(entry).form).join(BAR),
    ]),
  ]);
  const text = stringify([titles, ...rows.map((row) => row.map(guardCell))], {
    record_delimiter: '\r\n',
    quoted_match: /[\r\n\t;]|^\s|\s$/u,
  });
  return `\uFEFF${text}`;
}

/** What a column of a table is for. */
type Column =
  | { readonly kind: 'id' | 'keep' | 'definition' | 'note' }
  | { readonly kind: 'forms' | 'forbidden'; readonly locale: string };

/**
 * Reads a table of terms, its columns in any order and parted by commas, semicolons or tabs; columns whose title is
 * neither known nor a language's tag are left aside. Errors: `not-utf8`, `return-invalid`. Linear.
 */
export function readTermTable(bytes: Uint8Array, file: string): GivenTerm[] {
  const [titles = [], ...rows] = rowsOf(decode(bytes, file), file);
  const columns = titles.map(columnOf);
  if (!columns.some((column) => column?.kind === 'forms')) {
    throw new HexaplaError('return-invalid', { reason: 'columns', column: 'en' }, { file, line: 1 });
  }
  const terms = rows
    .map((cells) => termOf(cells, columns))
    .filter(({ forms }) => Object.keys(forms).length > 0);
  if (terms.length === 0) throw new HexaplaError('return-invalid', { reason: 'rows' }, { file });
  return terms;
}

function columnOf(title: string): Column | null {
  const name = title.trim();
  const known = (['id', 'keep', 'definition', 'note'] as const).find((kind) => kind === name.toLowerCase());
  if (known) return { kind: known };
  const isNot = name.toLowerCase().endsWith(NOT);
  const locale = canonicalLocale(isNot ? name.slice(0, -NOT.length) : name);
  // A word such as `comment` is a tag by its form, but no language.
  const isLanguage = locale !== null && /^[a-z]{2,3}(?:-|$)/.test(locale);
  return isLanguage ? { kind: isNot ? 'forbidden' : 'forms', locale } : null;
}

function termOf(cells: readonly string[], columns: readonly (Column | null)[]): GivenTerm {
  const texts: Partial<Record<'id' | 'definition' | 'note', string>> = {};
  const forms: Record<string, string[]> = {};
  const forbidden: Record<string, string[]> = {};
  let keep = false;
  for (const [at, column] of columns.entries()) {
    const cell = unguardCell(cells[at] ?? '').trim();
    if (column === null || cell === '') continue;
    if (column.kind === 'keep') keep = !/^(?:no|0|false)$/i.test(cell);
    else if (column.kind === 'forms') forms[column.locale] = formsIn(cell);
    else if (column.kind === 'forbidden') forbidden[column.locale] = formsIn(cell);
    else texts[column.kind] = cell;
  }
  const term: GlossaryTerm = {
    ...(texts.definition !== undefined && { definition: texts.definition }),
    ...(texts.note !== undefined && { note: texts.note }),
    ...(keep && { keep }),
    forms,
    forbidden,
  };
  return { id: texts.id ?? '', ...term };
}

function formsIn(cell: string): string[] {
  return cell
    .split(/[|\r\n]/)
    .map((form) => form.trim())
    .filter((form) => form !== '');
}

function decode(bytes: Uint8Array, file: string): string {
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const encoding = wide ?? 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new HexaplaError('not-utf8', { encoding }, { file });
    throw error;
  }
}

function rowsOf(text: string, file: string): string[][] {
  const [title = ''] = text.split(/\r\n|[\r\n]/, 1);
  const count = (separator: string): number => title.split(separator).length;
  const delimiter = SEPARATORS.reduce((best, one) => (count(one) > count(best) ? one : best));
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    if (!isCsvError(error)) throw error;
    const reason = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'cut-off' : 'syntax';
    throw new HexaplaError('return-invalid', { reason }, { file });
  }
}

function isCsvError(error: unknown): error is CsvError {
  return error instanceof Error && 'code' in error;
}
