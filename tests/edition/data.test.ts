import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hashWording } from '../../src/catalogue/hash.ts';
import { rowsJson, rowsSchema } from '../../src/edition/data-rows.ts';
import { htmlTable, markdownTable } from '../../src/edition/data-tables.ts';
import { buildDocument } from '../support/page-build.ts';
import { hostileInput, pageInput, statementInput, structureInput } from '../support/page-fixtures.ts';

const INPUTS = { statement: statementInput(), structure: structureInput(), hostile: hostileInput() };
const html = (markdown: string): string =>
  micromark(markdown, { extensions: [gfm()], htmlExtensions: [gfmHtml()] });

describe.each(Object.entries(INPUTS))('the rows of %s as data', (_, input) => {
  const data = JSON.parse(rowsJson(input, hashWording));
  it('have the documented shape', () => {
    const schema = z.fromJSONSchema(rowsSchema() as Parameters<typeof z.fromJSONSchema>[0]);
    expect(schema.safeParse(data).error?.issues ?? []).toEqual([]);
    expect(schema.safeParse({ ...data, rows: [{ ids: [] }] }).success).toBe(false);
  });
  it('hold every row in order, and every language in it', () => {
    const { rows, locales } = input.parallel;
    expect(data.rows.map((row: { ids: string[] }) => row.ids)).toEqual(rows.map(({ ids }) => ids));
    for (const row of data.rows) expect(Object.keys(row.cells)).toEqual([...locales]);
  });
  it('are a row a line, and the same for the same input', () => {
    const text = rowsJson(input, hashWording);
    expect(text).toBe(rowsJson(input, hashWording));
    expect(text.split('\n').filter((line) => line.startsWith('    {"ids"')).length).toBe(
      input.parallel.rows.length,
    );
  });
  it('as an HTML table are valid, and run nothing', async () => {
    const table = htmlTable(input);
    const validator = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        'void-style': 'off',
        'no-trailing-whitespace': 'off',
        'long-title': 'off',
        'doctype-style': 'off',
      },
    });
    const { results } = await validator.validateString(table);
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId} ${message}`)),
    ).toEqual([]);
    expect(table).not.toMatch(/<(?:script|img|iframe)|javascript:/);
    const cells = [...table.matchAll(/<td lang="([^"]*)" dir="(ltr|rtl)">/g)];
    expect(cells.length).toBe(input.parallel.rows.length * input.parallel.locales.length);
  });
  it('as a Markdown table are read as one table of as many rows and cells, without markup of their own', () => {
    const out = html(markdownTable(input));
    const { rows, locales } = input.parallel;
    expect(out.match(/<tr>/g)?.length).toBe(rows.length + 1);
    expect(out.match(/<t[dh][ >]/g)?.length).toBe((rows.length + 1) * (locales.length + 1));
    expect(out.replace(/<\/?(?:table|thead|tbody|tr|td|th|em)(?: align="right")?>/g, '')).not.toMatch(
      /<[a-z]/i,
    );
  });
});

describe('rows as data', () => {
  it('call a draft one, and what is missing missing', () => {
    const data = JSON.parse(rowsJson(structureInput(), hashWording));
    const row = data.rows.find((one: { ids: string[] }) => one.ids[0] === 's1quot001');
    expect(row.cells.en).toMatchObject({ status: 'source', hash: expect.stringMatching(/^[0-9a-f]{16}$/) });
    expect(row.cells.hy).toMatchObject({ status: 'target', origin: 'machine', draft: true });
    expect(row.cells.ar).toMatchObject({ status: 'missing', text: null, plain: null });
    expect(row.cells.fr.draft).toBeUndefined();
    expect(markdownTable(structureInput())).toContain('*(unreviewed machine draft)*');
    expect(htmlTable(structureInput())).toContain(
      '<small lang="en" dir="ltr">(unreviewed machine draft)</small>',
    );
  });
  it('whatever a text is, its Markdown cell says it and nothing else (property)', () => {
    const pieces = fc.constantFrom(
      '|',
      '\\',
      '*',
      '_',
      '`',
      '<b>',
      '&amp;',
      '[x](y)',
      '![',
      '~~',
      'https://x.org',
      'www.x.org',
      'a@b.org',
      '#',
      '-',
      '1.',
      '$',
      ' ',
      'ж',
      '\n',
      '^',
      '==',
      ':',
    );
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 12 }), (list) => {
        const said = list.join('');
        fc.pre(said.trim() !== '');
        const stored = said.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
        const built = buildDocument(['en'], [{ type: 'paragraph', segments: [{ id: 's1', text: stored }] }]);
        const out = html(markdownTable(pageInput(built)));
        const cell = /<td align="right">1<\/td>\n<td>([\s\S]*?)<\/td>/.exec(out)?.[1] ?? '';
        const read = cell
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&amp;', '&');
        expect(read).toBe(said.replace(/\s+/g, ' ').trim());
      }),
    );
  });
});
