import { normalizeText, plainText } from '../model/content.ts';
import type { Cell, Row } from '../model/row.ts';
import type { PageInput } from './page.ts';
import { partsOf, stateOf } from './page-state.ts';
import { findTitle, titleText } from './page-title.ts';

/** The path of a document's texts for the search, below the folder of the editions. */
export function searchPath(name: string): string {
  return `parallel/${name}.search.js`;
}

/** The name by which a document's texts are handed to the search page. */
const TEXTS = 'hexaplaTexts';

/** A text in the language's own edition; in the parallel edition alone, with what there is to say about it. */
type Entry = string | readonly [text: string, mark: string];

/**
 * A document's texts in all its languages as a classic script, which works from `file://` where nothing can be
 * fetched. `everything` is what the parallel edition is made from, `editions` the rows of the editions that go out.
 * A text in another language stands under its own one only. Linear.
 */
export function searchScript(
  everything: PageInput,
  editions: readonly Row[] = everything.parallel.rows,
): string {
  const { parallel, paths } = everything;
  const shown = new Map(editions.map((row) => [row.ids[0], row]));
  const title = findTitle(everything);
  const rows = parallel.rows.flatMap((row) => entryRows(everything, row, shown.get(row.ids[0])));
  const data = {
    parallel: paths.parallel,
    locales: parallel.locales,
    paths: parallel.locales.map((locale) => paths.editions[locale] ?? null),
    titles: parallel.locales.map((locale) => {
      const { text, locale: own } = titleText(everything, title, locale);
      return own === locale ? text : null;
    }),
    rows,
  };
  const lines = data.rows.map((row) => JSON.stringify(row)).join(',\n');
  const head = JSON.stringify({ ...data, rows: [] }).slice(0, -2);
  return `(self.${TEXTS}||=[]).push(${head}\n${lines}\n]});\n`;
}

/** A line for each segment at which a text begins: a language that did not join a row has its own ones within it. */
function entryRows({ parallel, paths }: PageInput, row: Row, shown: Row | undefined): unknown[][] {
  const lines = new Map<string, (Entry | 0)[]>(row.ids.map((id) => [id, parallel.locales.map(() => 0)]));
  for (const [at, locale] of parallel.locales.entries()) {
    const published = paths.editions[locale] !== undefined;
    const there = new Map(
      shown?.cells[locale] && published ? partsOf(shown, locale).map(({ ids, cell }) => [ids[0], cell]) : [],
    );
    for (const { ids, cell } of row.cells[locale] ? partsOf(row, locale) : []) {
      const line = lines.get(ids[0] ?? '');
      if (line) line[at] = entryOf(cell, there.get(ids[0]));
    }
  }
  return [...lines]
    .filter(([, line]) => line.some((entry) => entry !== 0))
    .map(([id, line]) => [id, ...line]);
}

/** What a language has for a row; 0 where it has nothing of its own. */
function entryOf(cell: Cell, shown: Cell | undefined): Entry | 0 {
  if (cell.textLocale !== cell.locale) return 0;
  const words = textOf(cell);
  if (words === '') return 0;
  const state = stateOf(cell);
  const mark = state === 'machine' || state === 'pseudo' || state === 'stale' ? state : '';
  const own = shown && shown.textLocale === cell.locale && textOf(shown) === words;
  if (own && mark === '') return words;
  return [words, own ? `${mark}!` : mark];
}

/** With the text of code spans and addresses, which people look for too. */
function textOf({ status, content, codes }: Cell): string {
  if (status === 'missing') return '';
  const said = content.map((node) => {
    if (node.kind === 'text') return node.text;
    if (node.children) return plainText(node.children);
    const code = codes[node.id];
    return code?.type === 'code' || code?.type === 'autolink' ? (code.text ?? '') : '';
  });
  return normalizeText(said.join(''));
}
