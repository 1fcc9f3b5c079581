import { describe, expect, it } from 'vitest';
import { unzipSafely, zipDeterministic } from '../../src/exchange/archive.ts';
import { readXlsx } from '../../src/exchange/office/xlsx-read.ts';
import { writeXlsx } from '../../src/exchange/office/xlsx-write.ts';
import { plainText } from '../../src/model/content.ts';
import { HexaplaError } from '../../src/model/error.ts';
import type { Returned, Transfer } from '../../src/model/transfer.ts';
import {
  ARABIC,
  ARMENIAN,
  FOREIGN,
  hasOffice,
  OPTIONS,
  resaved,
  rowsOf,
  statement,
  summaryOf,
  zipTexts,
} from './office-support.ts';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml';

interface Book {
  readonly sheets: Readonly<Record<string, string>>;
  readonly strings?: string;
  readonly styles?: string;
  readonly properties?: string;
}

/** A spreadsheet as some program may write it: rows of sheets, shared strings, styles. */
function book({ sheets, strings = '', styles = '', properties = '' }: Book): Uint8Array {
  const entries = Object.entries(sheets);
  const relations = entries.map(
    (_, i) => `<Relationship Id="s${i}" Type="${R}/worksheet" Target="/xl/worksheets/Sheet${i}.xml"/>`,
  );
  return zipTexts({
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${R}/officeDocument" Target="xl/Book.xml"/></Relationships>`,
    'xl/Book.xml': `<workbook ${MAIN} xmlns:r="${R}">${properties}<sheets>${entries.map(([name], i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="s${i}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/Book.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}<Relationship Id="t" Type="${R}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="y" Type="${R}/styles" Target="styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}>${strings}</sst>`,
    'xl/styles.xml': `<styleSheet ${MAIN}>${styles}</styleSheet>`,
    ...Object.fromEntries(
      entries.map(([, rows], i) => [
        `xl/worksheets/sheet${i}.xml`,
        `<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
  });
}

const inline = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (...cells: string[]): string =>
  `<row>${cells.map((cell) => (cell.startsWith('<') ? cell : inline(cell))).join('')}</row>`;
const HEAD = row('id', 'Source', 'TARGET: Armenian (hy)', 'Status', 'Comments');

const first = (bytes: Uint8Array): unknown[] => rowsOf(readXlsx(bytes, 'f.xlsx')[0]);
const one = (target: string, more: Omit<Book, 'sheets'> = {}): unknown =>
  (first(book({ sheets: { hy: HEAD + row('s1', 'x', target) }, ...more }))[0] as unknown[]).slice(2, 5);

/** The sheet of a written spreadsheet, changed as text. */
async function edited(
  transfers: readonly Transfer[],
  change: (sheet: string) => string,
  options = OPTIONS,
): Promise<Returned[]> {
  const parts = unzipSafely(await writeXlsx(transfers, options), 'f', () => true);
  const name = 'xl/worksheets/sheet1.xml';
  const before = new TextDecoder().decode(parts.get(name));
  const after = change(before);
  expect(after).not.toBe(before);
  parts.set(name, new TextEncoder().encode(after));
  return readXlsx(zipDeterministic(parts), 'f.xlsx');
}

describe('a spreadsheet for translators', () => {
  const transfers = [
    statement('hy', ARMENIAN),
    statement('ar', ARABIC),
    statement('hy', ARMENIAN, 'locales/en/second.md'),
  ];

  it('has a sheet a language, and tells document, handoff and languages when it comes back', async () => {
    const returned = readXlsx(await writeXlsx(transfers, OPTIONS), 'f.xlsx');
    expect(returned.map(({ segments, ...head }) => [head, segments.length])).toEqual(
      [
        ['statement', 'hy'],
        ['second', 'hy'],
        ['statement', 'ar'],
      ].map(([name, targetLocale]) => [
        {
          format: 'xlsx',
          document: `locales/en/${name}.md`,
          handoff: '0123456789abcdef',
          sourceLocale: 'en',
          targetLocale,
        },
        5,
      ]),
    );
    expect(rowsOf(returned[0])[1]).toEqual([
      's9d1x0ta7',
      'About <1>200 people</1>, says <3>the report</3>.',
      ARMENIAN[1],
      'translated',
      null,
      '',
    ]);
  });

  it('locks everything but targets, states and notes, and the whole of what is not translated', async () => {
    const parts = unzipSafely(await writeXlsx(transfers, OPTIONS), 'f', () => true);
    const text = (name: string): string => new TextDecoder().decode(parts.get(name));
    const sheet = text('xl/worksheets/sheet1.xml');
    const styles = [
      ...text('xl/styles.xml')
        .replace(/^.*<cellXfs[^>]*>|<\/cellXfs>.*$/gs, '')
        .matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gs),
    ];
    const isOpen = styles.map(([xf]) => xf.includes('locked="0"'));
    const open = [...sheet.matchAll(/<c r="([A-Z]+)([0-9]+)"[^>]* s="([0-9]+)"/g)].filter(
      ([, , , style]) => isOpen[Number(style)],
    );
    expect([...new Set(open.map(([, column]) => column))].sort()).toEqual(['C', 'D', 'E']);
    expect([...new Set(open.map(([, , line]) => Number(line)))]).toEqual([6, 7, 8, 9, 13, 14, 15, 16]);
    expect(sheet).toMatch(/<sheetProtection sheet="1"[^>]*\/>/);
    expect(sheet).not.toMatch(/password|hashValue/);
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect(sheet).toMatch(
      /<dataValidation type="list" sqref="D6:D9 D13:D16".*?"initial,translated,reviewed,final"/,
    );
    expect(sheet.match(/<col [^>]*hidden="true"/g)).toHaveLength(5);
    expect(text('xl/worksheets/sheet2.xml')).not.toContain('rightToLeft');
    expect(text('xl/styles.xml')).toContain('readingOrder="2"');
  });

  it('gives a segment that no cell can hold without its id, and a note that says so', async () => {
    const long = statement('hy', ['x'.repeat(40_000), 'y'.repeat(32_767)]);
    const [returned] = readXlsx(await writeXlsx([long], OPTIONS), 'f.xlsx');
    expect(returned?.segments.map(({ id }) => id)).toEqual([
      's9d1x0ta7',
      's9d1x0ta8',
      's9d1x0ta9',
      's0000000a',
    ]);
  });

  it('takes a remark for the translator’s only where it is not the note that was sent', async () => {
    const note = 'Paragraph\nThe source has changed since this was translated. It was: A truce.';
    const remarks = async (cell: string): Promise<unknown> => {
      const parts = unzipSafely(await writeXlsx([statement('hy', ARMENIAN)], OPTIONS), 'f', () => true);
      const name = 'xl/worksheets/sheet1.xml';
      const sheet = new TextDecoder().decode(parts.get(name));
      const changed = sheet.replace(
        /<c r="E8"[^>]*>.*?<\/c>/,
        `<c r="E8" t="inlineStr"><is><t>${cell}</t></is></c>`,
      );
      parts.set(name, new TextEncoder().encode(changed));
      return readXlsx(zipDeterministic(parts), 'f')[0]?.segments[2]?.comment;
    };
    expect(await remarks(note)).toBeUndefined();
    expect(await remarks(note.replace('\n', ' \n\n'))).toBeUndefined();
    expect(await remarks('')).toBeUndefined();
    expect(await remarks('Is this right?')).toBe('Is this right?');
    expect(await remarks(`${note}\nIs this right?`)).toBe('Is this right?');
    expect(await remarks(`${note} Is this right?`)).toBe('Is this right?');
    expect(await remarks(`Note: ${note}`)).toBe('Note:');
    expect(await remarks(`Yes.\n${note}`)).toBe('Yes.');
  });

  it('gives sheets names that a spreadsheet can have', async () => {
    const locales = [
      'en-x-a123456789012345678901234567890',
      'en-x-a123456789012345678901234567891',
      'hy',
      'HY',
    ];
    const bytes = await writeXlsx(
      locales.map((locale) => statement(locale, ARMENIAN)),
      OPTIONS,
    );
    expect(readXlsx(bytes, 'f').map(({ targetLocale }) => targetLocale)).toEqual(locales);
  });
});

describe('a spreadsheet that came back', () => {
  it('is read with columns in another order, others between them, and empty rows', () => {
    const sheet = `${row('My table')}<row/>${row('note', 'target', 'x', 'id', 'source', 'state')}<row r="9"><c r="B9" t="inlineStr"><is><t>բարև</t></is></c><c r="D9" t="inlineStr"><is><t> s1 </t></is></c><c r="E9" t="inlineStr"><is><t>hello</t></is></c><c r="F9" t="inlineStr"><is><t>Final </t></is></c></row>${row('', 'z')}`;
    const [returned] = readXlsx(book({ sheets: { 'hy-AM': sheet } }), 'f');
    expect(rowsOf(returned)).toEqual([['s1', 'hello', 'բարև', 'final', null, '']]);
    expect(returned).toMatchObject({
      document: null,
      handoff: null,
      targetLocale: 'hy-AM',
      segments: [{ line: 9 }],
    });
  });

  it('takes states in any case, and no other words', () => {
    const states = ['INITIAL', 'Translated', ' reviewed', 'final', 'done', '', 'constructor'];
    const rows = states.map((state, i) => row(`s${i}`, 'x', 'y', state)).join('');
    expect(
      readXlsx(book({ sheets: { hy: HEAD + rows } }), 'f')[0]?.segments.map(({ state }) => state),
    ).toEqual(['initial', 'translated', 'reviewed', 'final', null, null, null]);
  });

  it.each([
    ['shared strings', '<c t="s"><v>1</v></c>', 'two'],
    ['shared strings in runs, without what is read aloud', '<c t="s"><v>2</v></c>', '<1>a</1> b'],
    ['a string that is not there', '<c t="s"><v>99</v></c>', ''],
    [
      'inline runs',
      '<c t="inlineStr"><is><r><rPr><b/></rPr><t>⟨</t></r><r><t xml:space="preserve">1⟩ a </t></r><r><t>⟨/1⟩</t></r></is></c>',
      '<1> a </1>',
    ],
    ['escapes', '<c t="inlineStr"><is><t>a_x000D_b_x005F_x000D_c_xZZZZ_</t></is></c>', 'a\rb_x000D_c_xZZZZ_'],
    ['a number', '<c><v>200</v></c>', '200'],
    ['a long number', '<c t="n"><v>12345678901234567</v></c>', '12345678901234567'],
    ['a fraction', '<c><v>0.10000000000000001</v></c>', '0.1'],
    ['per cent', '<c s="2"><v>0.125</v></c>', '12.5%'],
    ['yes', '<c t="b"><v>1</v></c>', 'TRUE'],
    ['a date', '<c s="1"><v>45423</v></c>', '2024-05-11'],
    ['a date with a time, in a format of one’s own', '<c s="3"><v>45423.5</v></c>', '2024-05-11 12:00'],
    ['a time', '<c s="1"><v>0.75</v></c>', '18:00'],
    ['a date in ISO 8601', '<c t="d"><v>2024-05-11</v></c>', '2024-05-11'],
    ['the result of a formula', '<c t="str"><f>A1&amp;"x"</f><v>one x</v></c>', 'one x'],
    ['a number of a formula', '<c><f>1+1</f><v>2</v></c>', '2'],
    ['nothing', '<c/>', ''],
  ])('reads %s', (_, cell, expected) => {
    const strings =
      '<si><t>one</t></si><si><t>two</t></si><si><r><rPr><color rgb="FF0000FF"/></rPr><t>⟨1⟩</t></r><r><t>a⟨/1⟩ b</t></r><rPh sb="0" eb="1"><t>aloud</t></rPh></si>';
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="[$-409]d\\ mmm\\ yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/></cellXfs>';
    expect(one(cell, { strings, styles })).toEqual([expected, null, null]);
  });

  it('counts days from 1904 where the file says so', () => {
    const more = {
      styles: '<cellXfs><xf numFmtId="14"/></cellXfs>',
      properties: '<workbookPr date1904="1"/>',
    };
    expect(one('<c s="0"><v>43961</v></c>', more)).toEqual(['2024-05-11', null, null]);
  });

  it.each([
    '<c t="e"><v>#NAME?</v></c>',
    '<c t="e"><f>-text</f><v>#NAME?</v></c>',
    '<c><f>HYPERLINK("javascript:x")</f></c>',
  ])('takes no formula’s text and no error for a text: %s', (cell) => {
    expect(one(cell)).toEqual(['', null, 'cell-error']);
  });

  it('keeps a mistake in marks to its segment', () => {
    expect(one('⟨1⟩ open')).toEqual(['<1> open</1>', null, 'code-unpaired']);
    expect(one('1 ⟨ 2 ⟨x⟩')).toEqual(['1 ⟨ 2 ⟨x⟩', null, null]);
  });

  it('is read in the strict form and with other prefixes', () => {
    const parts = unzipSafely(book({ sheets: { hy: HEAD + row('s1', 'x', 'y') } }), 'f', () => true);
    const strict = (text: string): string =>
      text
        .replaceAll(R, `${STRICT}/officeDocument/relationships`)
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          `${STRICT}/spreadsheetml/main`,
        );
    const prefixed = (text: string): string =>
      strict(text)
        .replace(/<(\/?)([a-zA-Z])/g, '<$1q:$2')
        .replace(/xmlns="/, 'xmlns:q="');
    for (const [name, part] of parts) {
      const text = new TextDecoder().decode(part);
      parts.set(name, new TextEncoder().encode(name.endsWith('.rels') ? strict(text) : prefixed(text)));
    }
    expect(first(zipDeterministic(parts))).toEqual([['s1', 'x', 'y', null, null, '']]);
  });

  it('is read with titles in another language, even where the hidden row is gone', async () => {
    const transfers = [statement('hy', ARMENIAN)];
    const whole = readXlsx(await writeXlsx(transfers, FOREIGN), 'f');
    const without = await edited(transfers, (sheet) => sheet.replace(/<row r="2".*?<\/row>/, ''), FOREIGN);
    expect(rowsOf(without[0])).toEqual(rowsOf(whole[0]));
    expect(without[0]).toMatchObject({ document: 'locales/en/statement.md', handoff: '0123456789abcdef' });
    const bare = await edited(
      transfers,
      (sheet) =>
        sheet.replace(/<row r="2".*?<\/row>/, '').replace(/<c r="[F-J][0-9]+"[^>]*?(?:\/>|>.*?<\/c>)/g, ''),
      FOREIGN,
    );
    expect(bare[0]?.segments.map(({ id }) => id)).toEqual(whole[0]?.segments.map(({ id }) => id));
    expect(bare[0]).toMatchObject({ document: null, targetLocale: 'hy' });
  });

  it('is read where rows were deleted, moved or cleared of what is hidden', async () => {
    const transfers = [statement('hy', ARMENIAN), statement('hy', ARMENIAN, 'locales/en/second.md')];
    const moved = await edited(transfers, (sheet) => {
      const rows = [...sheet.matchAll(/<row .*?<\/row>/g)].map(([text]) => text);
      const [last = '', ...others] = rows.slice(3).reverse();
      return sheet.replace(
        /<sheetData>.*<\/sheetData>/,
        `<sheetData>${rows.slice(0, 2).join('')}${last}${others.slice(2).join('')}</sheetData>`,
      );
    });
    expect(moved.map(({ document, segments }) => [document, segments.map(({ id }) => id.slice(-1))])).toEqual(
      [
        ['locales/en/second.md', ['a', '7', '1']],
        ['locales/en/statement.md', ['a', '9', '8', '7', '1']],
      ],
    );
    const cleared = await edited(transfers.slice(0, 1), (sheet) =>
      sheet.replace(/<c r="[F-J](?:[6-9]|[1-9][0-9])"[^>]*?(?:\/>|>.*?<\/c>)/g, ''),
    );
    expect(cleared).toMatchObject([
      { document: 'locales/en/statement.md', handoff: '0123456789abcdef', segments: { length: 5 } },
    ]);
  });

  const refusals: [string, Uint8Array, string, object][] = [
    ['no table', book({ sheets: { hy: row('a', 'b') } }), 'return-invalid', { reason: 'table' }],
    ['no sheet', book({ sheets: {} }), 'return-invalid', { reason: 'table' }],
    [
      'no source',
      book({ sheets: { hy: row('id', 'target') } }),
      'return-invalid',
      { reason: 'columns', column: 'source' },
    ],
    [
      'no id',
      book({ sheets: { hy: row('source', 'target') } }),
      'return-invalid',
      { reason: 'columns', column: 'id' },
    ],
    ['no rows', book({ sheets: { hy: HEAD } }), 'return-invalid', { reason: 'rows' }],
    ['no workbook', zipTexts({ 'a.xml': '<a/>' }), 'return-invalid', { reason: 'format' }],
    ['no archive', new TextEncoder().encode('id,source,target'), 'archive-invalid', { reason: 'damaged' }],
    ['an old format', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'return-invalid', { reason: 'format' }],
    [
      'encryption',
      new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...Buffer.from('EncryptedPackage', 'utf16le')]),
      'archive-invalid',
      { reason: 'encrypted' },
    ],
    ['nothing', new Uint8Array(0), 'archive-invalid', { reason: 'damaged' }],
  ];
  it.each(refusals)('is refused with one clear error for %s', (_, bytes, code, values) => {
    expect(() => readXlsx(bytes, 'f.xlsx')).toThrow(HexaplaError);
    try {
      readXlsx(bytes, 'f.xlsx');
    } catch (error) {
      expect(error).toMatchObject({ code, values, place: { file: 'f.xlsx' } });
    }
  });

  it.each([
    ['xml-doctype', '<!DOCTYPE x [<!ENTITY a "aa">]><x/>'],
    ['xml-entity', '<x>&a;</x>'],
    ['xml-depth', `${'<x>'.repeat(300)}${'</x>'.repeat(300)}`],
    ['xml-syntax', '<x>'],
  ])('is refused for %s in a part', (code, part) => {
    const parts = unzipSafely(book({ sheets: { hy: HEAD + row('s1', 'x', 'y') } }), 'f', () => true);
    parts.set('xl/sharedStrings.xml', new TextEncoder().encode(part));
    expect(() => readXlsx(zipDeterministic(parts), 'f.xlsx')).toThrow(
      expect.objectContaining({ code, place: { file: 'f.xlsx' } }),
    );
  });

  it('is refused where thousands of cells are one long string, and reads a sheet once that is there a thousand times', () => {
    const start = performance.now();
    const strings = `<si><t>${'⟨1⟩ '.repeat(250_000)}</t></si><si><t>s1</t></si>`;
    const bomb = HEAD + '<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row>'.repeat(5000);
    expect(() => readXlsx(book({ sheets: { hy: bomb }, strings }), 'f.xlsx')).toThrow(
      expect.objectContaining({ code: 'archive-invalid', values: { reason: 'size' } }),
    );
    const parts = unzipSafely(
      book({ sheets: { hy: HEAD + row('s1', 'x', 'y').repeat(1000) } }),
      'f',
      () => true,
    );
    const text = new TextDecoder().decode(parts.get('xl/Book.xml'));
    const again = text.replace(/<sheet .*?\/>/, (sheet) => sheet.repeat(2000));
    parts.set('xl/Book.xml', new TextEncoder().encode(again));
    expect(readXlsx(zipDeterministic(parts), 'f')).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(45_000);
  });

  it('is read in linear time: a hundred thousand rows, a cell of megabytes', () => {
    const many =
      HEAD +
      Array.from(
        { length: 100_000 },
        (_, i) =>
          `<row r="${i + 2}"><c r="A${i + 2}" t="s"><v>0</v></c><c r="C${i + 2}" t="s"><v>1</v></c></row>`,
      ).join('');
    const marks = '⟨1⟩'.repeat(400_000);
    const start = performance.now();
    expect(
      first(book({ sheets: { hy: many }, strings: '<si><t>s1</t></si><si><t>x</t></si>' })),
    ).toHaveLength(100_000);
    expect(one(marks)).toMatchObject([expect.anything(), null, 'code-depth']);
    expect(performance.now() - start).toBeLessThan(45_000);
  });
});

describe.skipIf(!hasOffice)('LibreOffice (needs soffice)', () => {
  it.each([
    ['resaves it', ['xlsx']],
    ['makes an OpenDocument sheet of it and that a spreadsheet again', ['ods', 'xlsx']],
  ])('%s, and it reads the same', { timeout: 240_000 }, async (_, formats) => {
    const odd = statement('hy', ['=1+1', '_x000D_ ⟨ "x"  z', '+1 −2 3/4'], 'Ձև & "b".md');
    const note = { category: 'comment', text: '2024' } as const;
    const numbers: Transfer = {
      ...odd,
      units: odd.units.map((unit) => ({ ...unit, notes: [...unit.notes, note] })),
    };
    const transfers = [
      statement('hy', ARMENIAN),
      statement('ar', ARABIC),
      numbers,
      { ...odd, handoff: '', document: 'a.md', units: [] },
    ];
    const wide = statement('hy', ['2024', '0012', 'TRUE'], 'z.md');
    const bytes = await writeXlsx([...transfers, wide], OPTIONS);
    const again = resaved(bytes, 'xlsx', ...formats);
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(false);
    expect(summaryOf(readXlsx(again, 'f.xlsx'))).toEqual(summaryOf(readXlsx(bytes, 'f.xlsx')));
  });

  it('lets a translator work in it', { timeout: 240_000 }, async () => {
    const bytes = await writeXlsx([statement('hy', ARMENIAN)], OPTIONS);
    // LibreOffice's own format as one XML file: what is changed there is what somebody changes in its window.
    const flat = new TextDecoder().decode(resaved(bytes, 'xlsx', 'fods'));
    const typed = flat
      .replace('<text:p>Զինադադար կնքվեց։</text:p>', '<text:p>Կնքվեց հրադադար։</text:p>')
      .replace(/(<text:p>)Heading(<\/text:p>)/, '$1Heading$2<text:p>Which one?$2');
    const again = resaved(new TextEncoder().encode(typed), 'fods', 'xlsx');
    const [before, after] = [bytes, again].map((one) => rowsOf(readXlsx(one, 'f.xlsx')[0]) as unknown[][]);
    const expected = before?.map((cells) => [...cells]) ?? [];
    expected[0]?.splice(5, 1, 'Which one?');
    expected[2]?.splice(2, 1, 'Կնքվեց հրադադար։');
    expect(after).toEqual(expected);
  });

  it('keeps what was typed as text', { timeout: 240_000 }, async () => {
    const typed = statement('hy', ['1/2', '=SUM(A1)', '0012']);
    const returned = readXlsx(resaved(await writeXlsx([typed], OPTIONS), 'xlsx', 'xlsx'), 'f');
    expect(returned[0]?.segments.slice(0, 3).map(({ target }) => plainText(target ?? []))).toEqual([
      '1/2',
      '=SUM(A1)',
      '0012',
    ]);
  });
});
