import type { PageInput } from '../../src/edition/page.ts';
import type { Content } from '../../src/model/content.ts';
import type { Cell, Row } from '../../src/model/row.ts';
import { structureInput } from './page-fixtures.ts';
import { link } from './page-structure.ts';

/** Every kind of block and state, an outdated cell whose earlier source is known among them, and all pages there. */
export function changedInput(more: Partial<PageInput> = {}): PageInput {
  const input = structureInput({
    paths: {
      editions: { en: 'en/s.html', hy: 'hy/s.html', ar: 'ar/s.html', fr: 'fr/s.html' },
      parallel: 'parallel/s.html',
      interleaved: 'parallel/s.text.html',
    },
    shown: ['en', 'hy', 'ar', 'fr'],
    ...more,
  });
  const before: Content = [
    { kind: 'text', text: 'Read the ' },
    { kind: 'code', id: '1', children: [{ kind: 'text', text: 'former statement' }] },
    { kind: 'text', text: ' of 13 December 2022 first.' },
  ];
  const rows = input.parallel.rows.map((row) =>
    row.ids[0] === 's1para001'
      ? withCell(row, 'fr', { madeFrom: { content: before, codes: { '1': link('#') } } })
      : row,
  );
  return { ...input, parallel: { ...input.parallel, rows } };
}

/** The first two sentences of a paragraph in one row: Armenian has one text for both, French one for each. */
export function joinedInput(): PageInput {
  const input = changedInput();
  const { rows } = input.parallel;
  const at = rows.findIndex(({ ids }) => ids[0] === 's1para001');
  const [one, other] = [rows[at], rows[at + 1]];
  if (!one || !other) throw new Error('the fixture has two sentences in a paragraph');
  const cells = Object.fromEntries(
    input.parallel.locales.map((locale) => {
      const [first, second] = [one.cells[locale], other.cells[locale]];
      if (!first || !second) throw new Error('the fixture has cells for all');
      if (locale === 'hy') return [locale, first];
      const parts = [
        { ids: one.ids, cell: first },
        { ids: other.ids, cell: second },
      ];
      return [locale, { ...first, content: [...first.content, ...second.content], parts }];
    }),
  );
  const joined: Row = { ...one, ids: [...one.ids, ...other.ids], cells };
  return {
    ...input,
    parallel: { ...input.parallel, rows: [...rows.slice(0, at), joined, ...rows.slice(at + 2)] },
  };
}

function withCell(row: Row, locale: string, more: Partial<Cell>): Row {
  const cell = row.cells[locale];
  if (!cell) throw new Error(`no cell for ${locale}`);
  return { ...row, cells: { ...row.cells, [locale]: { ...cell, ...more } } };
}
