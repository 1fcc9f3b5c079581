import { describe, expect, it } from 'vitest';
import { unzipSafely, zipDeterministic } from '../../src/exchange/archive.ts';
import { readDocx } from '../../src/exchange/office/docx-read.ts';
import { writeDocx } from '../../src/exchange/office/docx-write.ts';
import { parseReference, writeReference } from '../../src/exchange/office/reference.ts';
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

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const MC = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const W16SE = 'http://schemas.microsoft.com/office/word/2015/wordml/symex';

/** A Word document with a body, as any program may write it. */
function word(body: string): Uint8Array {
  return zipTexts({
    'word/document.xml': `<w:document xmlns:w="${W}" xmlns:mc="${MC}" xmlns:w16se="${W16SE}"><w:body>${body}<w:sectPr/></w:body></w:document>`,
  });
}

const p = (...runs: string[]): string => `<w:p>${runs.join('')}</w:p>`;
const r = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const tc = (text: string): string => `<w:tc>${text.startsWith('<') ? text : p(r(text))}</w:tc>`;
const tr = (...cells: string[]): string => `<w:tr>${cells.map(tc).join('')}</w:tr>`;
const tbl = (...rows: string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`;
const HEAD = tr('id', 'source', 'target', 'status', 'comment');
const REFERENCE = 'Hexapla · locales/en/a.md · en → hy · 0123456789abcdef';
const reference = (text: string): string =>
  `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="5"/></w:tcPr>${p(r(text))}</w:tc></w:tr>`;

const read = (...rows: string[]): Returned[] => readDocx(word(tbl(...rows)), 'f.docx');
/** The target of one row, and what keeps it from being read. */
const one = (target: string): unknown => {
  const [row] = rowsOf(read(HEAD, tr('s1', 'x', target, 'final', ''))[0]) as unknown[][];
  return row?.[4] === null ? row[2] : [row?.[2], row?.[4]];
};
const remark = (comment: string): unknown =>
  read(HEAD, tr('s1', 'x', 'y', 'final', comment))[0]?.segments[0]?.comment;

/** A written document, its text changed. */
async function edited(
  transfers: readonly Transfer[],
  change: (text: string) => string,
  options = OPTIONS,
): Promise<Returned[]> {
  const parts = unzipSafely(await writeDocx(transfers, options), 'f', () => true);
  const before = new TextDecoder().decode(parts.get('word/document.xml'));
  const after = change(before);
  expect(after).not.toBe(before);
  parts.set('word/document.xml', new TextEncoder().encode(after));
  return readDocx(zipDeterministic(parts), 'f.docx');
}

describe('a Word table for translators', () => {
  const transfers = [statement('hy', ARMENIAN), statement('ar', ARABIC)];
  const documentOf = async (): Promise<string> => {
    const parts = unzipSafely(await writeDocx(transfers, OPTIONS), 'f', () => true);
    return new TextDecoder().decode(parts.get('word/document.xml'));
  };

  it('tells document, handoff and languages when it comes back', async () => {
    const returned = readDocx(await writeDocx(transfers, OPTIONS), 'f.docx');
    const head = {
      format: 'docx',
      document: 'locales/en/statement.md',
      handoff: '0123456789abcdef',
      sourceLocale: 'en',
    };
    expect(returned).toMatchObject([
      { ...head, targetLocale: 'hy', segments: { length: 5 } },
      { ...head, targetLocale: 'ar', segments: { length: 5 } },
    ]);
    const source = 'About <1>200 people</1>, says <3>the report</3>.';
    expect(rowsOf(returned[1])[1]).toEqual(['s9d1x0ta7', source, ARABIC[1], 'translated', null, '']);
    expect(rowsOf(returned[0])[3]).toEqual([
      's9d1x0ta9',
      'Run <2/> &amp; =1+1; co\u00ADop\u2011x',
      '',
      'initial',
      null,
      '',
    ]);
  });

  it('is across, with titles on each page, rows in one piece, marks in a style of their own', async () => {
    const text = await documentOf();
    expect(text).toMatch(/<w:pgSz [^>]*w:orient="landscape"/);
    expect(text.match(/<w:tblHeader\/>/g)).toHaveLength(4);
    expect(text.match(/<w:cantSplit\/>/g)).toHaveLength(14);
    expect(text).toMatch(/<w:rStyle w:val="HexaplaMark"\/>(?:(?!<w:t).)*<w:t[^>]*>⟨1⟩<\/w:t>/);
    expect(text).toContain('Keep names as they are.');
  });

  it('has each text in its language, from right to left where it is', async () => {
    const text = await documentOf();
    const paragraphOf = (words: string): string =>
      text.split('<w:p>').find((one) => one.includes(words)) ?? '';
    expect(paragraphOf('Joint statement')).toMatch(/<w:lang w:val="en"/);
    expect(paragraphOf('Joint statement')).not.toMatch(/<w:bidi\/>|<w:rtl\/>/);
    expect(paragraphOf('Համատեղ')).toMatch(/<w:lang w:val="hy"/);
    expect(paragraphOf('بيان')).toMatch(/<w:bidi\/>.*<w:rtl\/>.*<w:lang [^>]*w:bidi="ar"/);
  });

  it('is read with titles in another language, by styles or by the order of its columns', async () => {
    const whole = rowsOf(readDocx(await writeDocx(transfers, OPTIONS), 'f')[0]);
    const plain = (text: string): string => text.replace(/<w:pStyle [^>]*>/g, '');
    expect(rowsOf((await edited(transfers, plain, FOREIGN))[0])).toEqual(whole);
    // The columns of source and target change places.
    const swapped = (text: string): string =>
      text.replace(/<w:tr>.*?<\/w:tr>/g, (row) => {
        const [start = '', id = '', source = '', target = '', ...rest] = row.split('<w:tc>');
        return rest.length === 0 ? row : [start, id, target, source, ...rest].join('<w:tc>');
      });
    expect(rowsOf((await edited(transfers, swapped, FOREIGN))[0])).toEqual(whole);
    expect(rowsOf((await edited(transfers, swapped))[0])).toEqual(whole);
  });

  it('is known again without its first row, by the document’s properties', async () => {
    const without = (text: string): string =>
      text.replaceAll(/<w:tr>(?:(?!<\/w:tr>).)*Hexapla · (?:(?!<\/w:tr>).)*<\/w:tr>/g, '');
    expect(await edited(transfers, without)).toMatchObject(
      transfers.map(({ document, handoff, targetLocale }) => ({
        document,
        handoff,
        targetLocale,
        sourceLocale: 'en',
      })),
    );
  });

  it('takes tables that Word made one for two handoffs', async () => {
    const together = (text: string): string => text.replace(/<\/w:tbl>.*?<w:tr>/, '<w:tr>');
    expect(await edited(transfers, together)).toMatchObject([
      { targetLocale: 'hy', segments: { length: 5 } },
      { targetLocale: 'ar', segments: { length: 5 } },
    ]);
  });

  it('tells a reference by its form, whatever the path', () => {
    for (const document of ['a.md', 'a · b → c.md', 'Հա/a  b.md']) {
      for (const handoff of ['', '0123456789abcdef']) {
        const transfer = { ...statement('zh-Hant-TW', ARMENIAN, document), handoff };
        const known = { document, sourceLocale: 'en', targetLocale: 'zh-Hant-TW', handoff: handoff || null };
        expect(parseReference(writeReference(transfer))).toEqual(known);
      }
    }
    for (const text of [
      '',
      'Hexapla',
      'Hexapla · a',
      'Hexapla · a · en',
      'Hexapla · a · en → ',
      'x · a · en → hy',
    ]) {
      expect(parseReference(text)).toBeNull();
    }
  });
});

describe('a Word table that came back', () => {
  it.each([
    ['runs split anywhere', p(r('⟨'), r('1'), r('⟩a⟨/1'), r('⟩ b')), '<1>a</1> b'],
    [
      'proofing and bookmarks between runs',
      p(r('a'), '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="x"/>', r('b')),
      'ab',
    ],
    ['tracked insertions', p(r('a'), `<w:ins w:id="1">${r(' b')}</w:ins>`), 'a b'],
    [
      'no tracked deletions',
      p(r('a'), '<w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del>', r('b')),
      'ab',
    ],
    [
      'a deletion within an insertion',
      p(
        `<w:ins w:id="1">${r('a')}<w:del w:id="2"><w:r><w:delText>x</w:delText><w:t>y</w:t></w:r></w:del></w:ins>`,
      ),
      'a',
    ],
    [
      'what was moved, once',
      p(`<w:moveFrom w:id="1">${r('x')}</w:moveFrom><w:moveTo w:id="2">${r('a')}</w:moveTo>`),
      'a',
    ],
    ['smart tags', p(`<w:smartTag w:element="place">${r('a')}</w:smartTag>`), 'a'],
    ['links of the autocorrection', p(`<w:hyperlink>${r('https://a.org')}</w:hyperlink>`), 'https://a.org'],
    [
      'no marks of comments',
      p(
        '<w:commentRangeStart w:id="0"/>',
        r('a'),
        '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>',
      ),
      'a',
    ],
    [
      'hyphens that break or do not',
      p('<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>'),
      'a\u2011b\u00ADc',
    ],
    [
      'tabs and breaks',
      p('<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:cr/><w:t>d</w:t></w:r>'),
      'a\tb c d',
    ],
    [
      'tab stops as none',
      '<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="20"/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r></w:p>',
      'a',
    ],
    ['several paragraphs', p(r('a')) + p() + p(r('b')), 'a b'],
    [
      'paragraphs whose mark was deleted',
      `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${r('a')}</w:p>${p(r('b'))}`,
      'ab',
    ],
    ['a simple field', p(`<w:fldSimple w:instr="DATE">${r('a')}</w:fldSimple>`), 'a'],
    [
      'the result of a field',
      p(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText><w:t>x</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>',
        r('a'),
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        r('b'),
      ),
      'ab',
    ],
    [
      'a field within a field',
      p(
        '<w:r><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>x</w:t><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/><w:t>a</w:t><w:fldChar w:fldCharType="end"/></w:r>',
      ),
      'a',
    ],
    [
      'content controls',
      `<w:sdt><w:sdtPr/><w:sdtContent>${p(`<w:sdt><w:sdtContent>${r('a')}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
      'a',
    ],
    [
      'no placeholder of a content control',
      p(
        `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('Click here')}</w:sdtContent></w:sdt>`,
        r('a'),
      ),
      'a',
    ],
    [
      'the fallback of alternatives',
      p(
        '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:char="1F600"/></mc:Choice><mc:Fallback><w:t>😀</w:t></mc:Fallback></mc:AlternateContent></w:r>',
        r('a'),
      ),
      '😀a',
    ],
    [
      'a choice without a fallback',
      p(`<mc:AlternateContent><mc:Choice Requires="w16se">${r('a')}</mc:Choice></mc:AlternateContent>`),
      'a',
    ],
    [
      'no text of drawings',
      p(
        `<w:r><w:drawing><w:txbxContent>${p(r('x'))}</w:txbxContent></w:drawing><w:pict>${p(r('x'))}</w:pict></w:r>`,
        r('a'),
      ),
      'a',
    ],
    [
      'no hidden text',
      p(
        '<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>',
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>a</w:t></w:r>',
        r('b'),
      ),
      'ab',
    ],
    [
      'formatting that was',
      p(
        '<w:r><w:rPr><w:rPrChange w:id="1"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>a</w:t></w:r>',
      ),
      'a',
    ],
    [
      'what stands under what is read aloud',
      p(`<w:ruby><w:rt>${r('x')}</w:rt><w:rubyBase>${r('a')}</w:rubyBase></w:ruby>`),
      'a',
    ],
    [
      'symbols',
      p('<w:r><w:sym w:font="Arial" w:char="2192"/><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>'),
      '→\uFFFD',
    ],
    ['a table in the cell', tbl(tr('a', 'b')) + p(), 'a b'],
    [
      'characters of XML',
      p('<w:r><w:t>a &lt;b&gt; &amp;amp; <![CDATA[<i>]]></w:t></w:r>'),
      'a &lt;b> &amp;amp; &lt;i>',
    ],
    ['marks typed by hand', p(r('⟨1⟩a⟨/1⟩ ⟨2/⟩ &lt;3/&gt;')), '<1>a</1> <2/> &lt;3/>'],
  ])('reads %s', (_, cell, expected) => {
    expect(one(cell)).toBe(expected);
  });

  it('keeps what stands around paragraphs in its cell', () => {
    const around = `<mc:AlternateContent><mc:Choice Requires="w16se">${p(r('a'))}</mc:Choice></mc:AlternateContent>`;
    const joined = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${r('b')}</w:p>`;
    expect(rowsOf(read(HEAD, tr('s1', around, joined, 'final', ''))[0])).toEqual([
      ['s1', 'a', 'b', 'final', null, ''],
    ]);
  });

  it('keeps a mistake in marks to its segment', () => {
    expect(one(p(r('⟨1⟩ open')))).toEqual(['<1> open</1>', 'code-unpaired']);
  });

  it('is read with rows in another order, twice, deleted and added, and columns merged', () => {
    const deleted = '<w:tr><w:trPr><w:del w:id="1"/></w:trPr><w:tc><w:p/></w:tc></w:tr>'.replace(
      '<w:tc><w:p/></w:tc>',
      ['s0', 'x', 'y', '', ''].map(tc).join(''),
    );
    const merged = `<w:tr>${tc('s3')}<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>${p(r('z'))}</w:tc>${tc('final')}${tc('')}</w:tr>`;
    const [returned, ...others] = read(
      reference(REFERENCE),
      HEAD,
      tr('s2', 'b', 'B', 'Final', ''),
      deleted,
      tr('', '', '', '', ''),
      HEAD,
      tr('s1', 'a', 'A', 'x', ''),
      tr('s2', 'b', 'B', '', ''),
      merged,
    );
    expect(others).toEqual([]);
    expect(returned).toMatchObject({
      document: 'locales/en/a.md',
      handoff: '0123456789abcdef',
      sourceLocale: 'en',
      targetLocale: 'hy',
    });
    expect(rowsOf(returned)).toEqual([
      ['s2', 'b', 'B', 'final', null, ''],
      ['s1', 'a', 'A', null, null, ''],
      ['s2', 'b', 'B', null, null, ''],
      ['s3', 'z', '', 'final', null, ''],
    ]);
    expect(returned?.segments.map(({ line }) => line)).toEqual([3, 7, 8, 9]);
  });

  it('is read from a table within a table, and beside other tables', () => {
    const inner = tbl(HEAD, tr('s1', 'a', 'A', 'final', ''));
    const body = tbl(tr('Our', 'letterhead')) + tbl(tr(inner + p(), 'note')) + p(r('bye'));
    expect(readDocx(word(body), 'f').map(rowsOf)).toEqual([[['s1', 'a', 'A', 'final', null, '']]]);
  });

  it('joins tables of one handoff, and keeps those of two apart', () => {
    const table = (id: string, text: string): string => tbl(reference(text), HEAD, tr(id, 'a', 'A', '', ''));
    const other = REFERENCE.replace('a.md', 'b.md');
    const returned = readDocx(
      word(table('s1', REFERENCE) + table('s2', other) + table('s3', REFERENCE)),
      'f',
    );
    expect(returned.map(({ document, segments }) => [document, segments.map(({ id }) => id)])).toEqual([
      ['locales/en/a.md', ['s1', 's3']],
      ['locales/en/b.md', ['s2']],
    ]);
  });

  it('takes for a remark what stands outside of our brackets', () => {
    expect(remark('')).toBeUndefined();
    expect(remark(p(r('⟦Heading⟧')) + p())).toBeUndefined();
    expect(remark(p(r('⟦Heading⟧')) + p(r('Is this')) + p(r('right?')))).toBe('Is this\nright?');
    expect(remark(p(r('⟦Heading⟧ Is this right?')))).toBe('Is this right?');
    expect(remark(p(r('Yes ⟦a⟧'), r('⟦b'), r('⟧ no')))).toBe('Yes\nno');
    expect(remark('plain')).toBe('plain');
  });

  it.each([
    ['no table', word(p(r('x'))), 'return-invalid', { reason: 'table' }],
    ['another table', word(tbl(tr('a', 'b', 'c'))), 'return-invalid', { reason: 'table' }],
    [
      'no target',
      word(tbl(tr('id', 'source', 'comment'))),
      'return-invalid',
      { reason: 'columns', column: 'target' },
    ],
    ['no document', zipTexts({ 'a.xml': '<a/>' }), 'return-invalid', { reason: 'format' }],
    ['no archive', new TextEncoder().encode('{\\rtf1'), 'archive-invalid', { reason: 'damaged' }],
    ['an old format', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), 'return-invalid', { reason: 'format' }],
    ['a document type', zipTexts({ 'word/document.xml': '<!DOCTYPE x><x/>' }), 'xml-doctype', {}],
    ['depth', word('<w:sdt>'.repeat(300) + '</w:sdt>'.repeat(300)), 'xml-depth', { limit: 256 }],
    ['a cut part', zipTexts({ 'word/document.xml': '<a><b>' }), 'xml-syntax', {}],
  ])('is refused with one clear error for %s', (_, bytes, code, values) => {
    let thrown: unknown;
    try {
      readDocx(bytes, 'f.docx');
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(HexaplaError);
    expect(thrown).toMatchObject({ code, values, place: { file: 'f.docx' } });
  });

  it('is read in linear time: many rows, many paragraphs, a deep nest of tables, fields without an end', () => {
    const start = performance.now();
    const rows = Array.from({ length: 20_000 }, (_, index) => tr(`s${index}`, 'a', 'b', 'final', '⟦x⟧'));
    expect(read(HEAD, ...rows)[0]?.segments).toHaveLength(20_000);
    expect(one(p(r('a')).repeat(200_000))).toHaveLength(399_999);
    const deep = (level: number): string =>
      level === 0 ? p(r('a')).repeat(2000) : tbl(`<w:tr><w:tc>${deep(level - 1)}</w:tc></w:tr>`);
    expect(one(deep(60))).toHaveLength(3999);
    expect(one(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(50_000), r('x')))).toBe('');
    expect(remark('⟦'.repeat(300_000))).toHaveLength(300_000);
    expect(performance.now() - start).toBeLessThan(45_000);
  });
});

describe.skipIf(!hasOffice)('LibreOffice (needs soffice)', () => {
  it.each([
    ['resaves it', ['docx']],
    ['makes an OpenDocument text of it and that a Word document again', ['odt', 'docx']],
  ])('%s, and it reads the same', { timeout: 240_000 }, async (_, formats) => {
    const odd = statement('hy', ['=1+1', '⟨ \t"x"  z', '‘1’ — <1>…</1>'], 'Ձև & "b" · c.md');
    const transfers = [
      statement('hy', ARMENIAN),
      statement('ar', ARABIC),
      odd,
      { ...odd, handoff: '', document: 'a.md', units: [] },
    ];
    const bytes = await writeDocx(transfers, OPTIONS);
    const again = resaved(bytes, 'docx', ...formats);
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(false);
    expect(summaryOf(readDocx(again, 'f.docx'))).toEqual(summaryOf(readDocx(bytes, 'f.docx')));
  });

  it('lets a translator work in it', { timeout: 240_000 }, async () => {
    const bytes = await writeDocx([statement('hy', ARMENIAN)], OPTIONS);
    // LibreOffice's own format as one XML file: what is changed there is what somebody changes in its window.
    const flat = new TextDecoder().decode(resaved(bytes, 'docx', 'fodt'));
    const typed = flat
      .replace('Զինադադար կնքվեց։', 'Կնքվեց <text:s text:c="1"/>հրադադար։')
      .replace('⟦Heading⟧', '⟦Heading⟧ Which one?');
    const again = resaved(new TextEncoder().encode(typed), 'fodt', 'docx');
    const [before, after] = [bytes, again].map((one) => rowsOf(readDocx(one, 'f.docx')[0]) as unknown[][]);
    const expected = before?.map((cells) => [...cells]) ?? [];
    expected[0]?.splice(5, 1, 'Which one?');
    expected[2]?.splice(2, 1, 'Կնքվեց  հրադադար։');
    expect(after).toEqual(expected);
  });

  it('keeps titles in another language', { timeout: 240_000 }, async () => {
    const bytes = await writeDocx([statement('ar', ARABIC)], FOREIGN);
    expect(summaryOf(readDocx(resaved(bytes, 'docx', 'docx'), 'f'))).toEqual(summaryOf(readDocx(bytes, 'f')));
  });
});
