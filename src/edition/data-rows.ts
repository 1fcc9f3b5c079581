import { STATES } from '../model/catalogue.ts';
import { type Codes, type Content, formatContent, normalizeText, plainText } from '../model/content.ts';
import { direction } from '../model/locale.ts';
import type { Cell, Row } from '../model/row.ts';
import type { PageInput } from './page.ts';
import { stateOf } from './page-state.ts';

/** Version of the shape: it changes when something is taken away or means something else, not when something is added. */
const ROWS_VERSION: number = 1;

/** The path of a document's rows as data, below the folder of the editions. */
export function rowsPath(name: string): string {
  return `parallel/${name}.rows.json`;
}

/** Fingerprint of a wording, as targets are made from it. */
export type WordingHash = (wording: { readonly text: string; readonly codes: Codes }) => string;

/**
 * A document's rows in all languages as JSON, a row a line: ids, kinds, texts as they are stored and in plain, states,
 * and fingerprints of the source's wordings. The shape is that of `rowsSchema`. The same input gives the same text.
 */
export function rowsJson(input: PageInput, hash: WordingHash): string {
  const { parallel, version, names, paths } = input;
  const { document, name, sourceLocale, locales, rows } = parallel;
  const head = {
    hexapla: ROWS_VERSION,
    ...{ document, name, version, sourceLocale },
    locales: locales.map((locale) => ({
      ...{ locale, dir: direction(locale), name: names(locale, locale) },
      edition: paths.editions[locale] ?? null,
    })),
  };
  let number = 1;
  const lines = rows.map((row) => {
    const line = JSON.stringify(rowData(input, row, number, hash));
    number += row.ids.length;
    return `    ${line}`;
  });
  const text = JSON.stringify(head, null, 2).slice(0, -2);
  return `${text},\n  "rows": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

function rowData(input: PageInput, row: Row, number: number, hash: WordingHash): unknown {
  const { parsed, parallel } = input;
  const block = parsed.blocks[row.block];
  return {
    ids: row.ids,
    number,
    unit: row.unit,
    kind: row.kind,
    ...(block?.level === undefined ? {} : { level: block.level }),
    ...(block?.key === undefined ? {} : { key: block.key }),
    cells: Object.fromEntries(
      parallel.locales.flatMap((locale) => {
        const cell = row.cells[locale];
        return cell ? [[locale, cellData(cell, hash)]] : [];
      }),
    ),
  };
}

function cellData(cell: Cell, hash: WordingHash): unknown {
  const { status, content, codes, textLocale, locale, state, origin, stale, parts, place } = cell;
  const text = formatContent(content);
  const missing = status === 'missing';
  return {
    status,
    state,
    origin,
    ...(stale === null ? {} : { stale }),
    ...(stateOf(cell) === 'machine' || stateOf(cell) === 'pseudo' ? { draft: true } : {}),
    text: missing ? null : text,
    plain: missing ? null : shown(content, codes),
    ...(textLocale === locale ? {} : { textLocale }),
    ...(status === 'source' ? { hash: hash({ text, codes }) } : {}),
    ...codesData(codes),
    ...(place === undefined ? {} : { place }),
    ...(parts
      ? { parts: parts.map(({ ids, cell: own }) => ({ ids, ...(cellData(own, hash) as object) })) }
      : {}),
  };
}

/** What the numbers of a text's tags stand for: without markup, which is no other program's business. */
function codesData(codes: Codes): { codes?: unknown } {
  const entries = Object.entries(codes).map(([id, { type, href, text }]) => [
    id,
    { type, ...(href === undefined ? {} : { href }), ...(text === undefined ? {} : { text }) },
  ]);
  return entries.length === 0 ? {} : { codes: Object.fromEntries(entries) };
}

/** The text as it is read: with what code spans and addresses show. */
function shown(content: Content, codes: Codes): string {
  const pieces = content.map((node): string => {
    if (node.kind === 'text') return node.text;
    if (node.children) return shown(node.children, codes) || plainText(node.children);
    const code = codes[node.id];
    return code?.type === 'code' || code?.type === 'autolink' ? (code.text ?? '') : '';
  });
  return normalizeText(pieces.join(''));
}

const text = { type: 'string' };
const nullable = (schema: object): object => ({ anyOf: [schema, { type: 'null' }] });
const locale = { type: 'string', description: 'A BCP 47 tag.' };
const cellProperties = {
  status: { enum: ['source', 'target', 'stale', 'missing', 'fallback'], description: 'What the text is.' },
  state: nullable({ enum: [...STATES] }),
  origin: nullable({ enum: ['human', 'machine', 'memory', 'pseudo'] }),
  stale: { enum: ['wording', 'meaning', 'unknown-base'], description: 'Why the text is outdated.' },
  draft: { const: true, description: 'A machine made the text, and nobody has reviewed it.' },
  text: nullable({ ...text, description: 'With inline codes as numbered tags; < and & are &lt; and &amp;.' }),
  plain: nullable({ ...text, description: 'The text as it is read.' }),
  textLocale: { ...locale, description: 'The language of the text where it is not the cell’s own.' },
  hash: { type: 'string', pattern: '^[0-9a-f]{16}$', description: 'Fingerprint of the source’s wording.' },
  codes: {
    type: 'object',
    additionalProperties: {
      type: 'object',
      required: ['type'],
      properties: { type: text, href: text, text },
      additionalProperties: false,
    },
  },
  place: {
    type: 'integer',
    description: 'Place among the unit’s texts where the language tells them in another order.',
  },
};
const ids = { type: 'array', items: { type: 'string', pattern: '^s[0-9a-z]+$' }, minItems: 1 };
const required = ['status', 'state', 'origin', 'text', 'plain'];

const part = {
  ...{ type: 'object', required: ['ids', ...required], additionalProperties: false },
  properties: { ids, ...cellProperties },
};
const parts = {
  ...{ type: 'array', items: part },
  description: 'A joined row’s texts in a language that did not join them.',
};
const cell = {
  ...{ type: 'object', required, additionalProperties: false },
  properties: { ...cellProperties, parts },
};
const row = {
  ...{ type: 'object', required: ['ids', 'number', 'unit', 'kind', 'cells'], additionalProperties: false },
  properties: {
    ids,
    number: { type: 'integer', minimum: 1, description: 'Number of the row’s first segment, from 1.' },
    unit: text,
    kind: {
      enum: ['heading', 'paragraph', 'item', 'quote', 'cell', 'footnote', 'alt', 'title', 'frontMatter'],
    },
    level: { type: 'integer', minimum: 1, maximum: 6 },
    key: text,
    cells: { type: 'object', additionalProperties: cell },
  },
};
const language = {
  ...{ type: 'object', required: ['locale', 'dir', 'name', 'edition'], additionalProperties: false },
  properties: { locale, dir: { enum: ['ltr', 'rtl'] }, name: text, edition: nullable(text) },
};

/** The JSON Schema (draft 2020-12) of `rowsJson`. */
export function rowsSchema(): Readonly<Record<string, unknown>> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Rows of a parallel edition',
    ...{ type: 'object', additionalProperties: false },
    required: ['hexapla', 'document', 'name', 'version', 'sourceLocale', 'locales', 'rows'],
    properties: {
      hexapla: { const: ROWS_VERSION },
      document: text,
      name: text,
      version: { type: 'string', description: 'Short digest of the source document.' },
      sourceLocale: locale,
      locales: { type: 'array', items: language, minItems: 1 },
      rows: { type: 'array', items: row },
    },
  };
}
