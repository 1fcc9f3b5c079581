import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import { guardCell } from '../../src/exchange/tables/csv-guard.ts';
import { readTable } from '../../src/exchange/tables/csv-read.ts';
import { writeTable } from '../../src/exchange/tables/csv-write.ts';
import type { Returned } from '../../src/model/transfer.ts';
import { thrown } from '../support/thrown.ts';
import { letter } from './letter-transfer.ts';
import { texts } from './support.ts';
import { fixture, fixtureBytes, OPTIONS, secondsOf, utf8 } from './tables-support.ts';

const read = (text: string): Returned[] => readTable(utf8(text), 'f.csv');

function rows([returned]: readonly Returned[]): unknown[] {
  return (returned?.segments ?? []).map((one) => [
    one.id,
    one.line,
    texts(one).target,
    one.state,
    one.problem,
  ]);
}

describe('a table that is sent', () => {
  it.each(['csv', 'tsv'] as const)('is the one in letter.fr.%s', (format) => {
    expect(writeTable([letter('fr')], { ...OPTIONS, toolVersion: '0.1.0' }, format)).toBe(
      fixture(`letter.fr.${format}`),
    );
  });

  it('refuses two languages', () => {
    expect(() => writeTable([letter('fr'), letter('hy')], OPTIONS, 'csv')).toThrow('one target locale');
  });

  it.each([
    ['=1+1', true],
    [' @SUM(A1)', true],
    ["'=1", true],
    ['−5', true],
    ['12 May 2020', true],
    ['May 2020', true],
    ['1/2', true],
    ['1e5', true],
    ['٣', true],
    ["'twas", false],
    ['s12345678', false],
    ['Both 200 people died.', false],
    ['', false],
  ])('guards %s: %s', (text, guarded) => {
    expect(guardCell(text)).toBe(guarded ? `'${text}` : text);
  });
});

describe('a table that comes back', () => {
  it('from Excel: semicolons, other columns, its comments, and what is wrong in one row', () => {
    const returned = readTable(fixtureBytes('letter.excel.csv'), 'f.csv');
    expect(returned).toHaveLength(1);
    expect(returned[0]).toMatchObject({
      format: 'csv',
      document: 'locales/en/letter.md',
      sourceLocale: 'en',
      targetLocale: 'fr',
      handoff: '0123456789abcdef',
    });
    expect(rows(returned)).toEqual([
      ['s00000031', 2, '=2', 'final', null],
      ['s00000022', 3, 'Utilisez <2/>; arrêtez\r\ntout "là".', null, null],
      ['s00000021', 8, 'Les deux <1>parties sont d’accord.</1>', 'reviewed', 'code-unpaired'],
    ]);
    expect(returned[0]?.segments.map(({ comment }) => comment)).toEqual([
      undefined,
      'What is ⟨2/⟩?',
      undefined,
    ]);
    expect(texts(returned[0]?.segments[0] as never).source).toBe('=1+1');
  });

  it('from Google Sheets: tabs without quotes, guards gone', () => {
    const returned = readTable(fixtureBytes('letter.sheets.tsv'), 'f.tsv');
    expect(returned[0]).toMatchObject({ format: 'tsv', handoff: null });
    expect(rows(returned)).toEqual([
      ['s00000021', 2, '"Oui" a dit', null, null],
      ['s00000031', 3, '=2', null, null],
    ]);
  });

  it.each([
    ['LibreOffice: LF, every cell in quotes', (text: string) => utf8(quoted(text))],
    ['Excel: Unicode text', (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'))],
    ['big-endian UTF-16', (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le').swap16())],
    ['an old Mac: CR', (text: string) => utf8(text.replaceAll('\r\n', '\r'))],
    ['no byte order mark, no last line end', (text: string) => utf8(text.slice(1).trimEnd())],
    ['Excel: a line that names the separator', (text: string) => utf8(`\uFEFFsep=\t\r\n${text.slice(1)}`)],
    ['rows above the titles', (text: string) => utf8(`Letter\t\t\r\n\r\n${text.slice(1)}`)],
  ])('from %s: the same', (_name, bytes) => {
    const text = fixture('letter.fr.tsv');
    const bare = (all: readonly Returned[]): unknown =>
      all.map((one) => ({
        ...one,
        format: '',
        segments: one.segments.map(({ line: _line, ...rest }) => rest),
      }));
    expect(bare(readTable(bytes(text), 'f'))).toEqual(bare(readTable(utf8(text), 'f')));
  });

  function quoted(text: string): string {
    return stringify(parse(text.slice(1), { delimiter: '\t' }), { quoted: true, record_delimiter: '\n' });
  }

  it('needs an id and a target, and says of each row that its source is not there', () => {
    const [returned] = read('TARGET;ID\nx;s1\ny;\n;s2\n');
    expect(returned).toMatchObject({ document: null, sourceLocale: '', targetLocale: null, handoff: null });
    expect(returned?.segments.map((one) => [one.id, texts(one).target, one.problem])).toEqual([
      ['s1', 'x', 'no-source'],
      ['', 'y', 'no-source'],
      ['s2', '', 'no-source'],
    ]);
  });

  it.each([
    ['source (en),target (zh-Hant-TW),id', 'en', 'zh-Hant-TW'],
    ['Source: en,Target fr_CA,ID', 'en', 'fr_CA'],
    ['id,source [en] ,target', 'en', null],
  ])('reads the titles %s', (titles, sourceLocale, targetLocale) => {
    expect(read(`${titles}\na,b,c\n`)[0]).toMatchObject({ sourceLocale, targetLocale });
  });

  it('gives a return for each document and handoff', () => {
    const text =
      'id,source,target,document,handoff\na,b,c,d.md,handoff-1\na,b,c,e.md,2\na,b,c,d.md,handoff-1\n';
    expect(read(text).map((one) => [one.document, one.handoff, one.segments.length])).toEqual([
      ['d.md', '1', 2],
      ['e.md', '2', 1],
    ]);
  });
});

describe('a table that cannot be read', () => {
  it.each([
    ['no titles', 'a,b\nc,d\n', 'columns', 'id', undefined],
    ['no target', 'id,source\na,b\n', 'columns', 'target', undefined],
    ['nothing', '', 'columns', 'id', undefined],
    ['no rows', 'id,target\n,\n', 'rows', undefined, undefined],
    ['an open quote', 'id,target\na,b\nc,"d\ne,f\n', 'cut-off', undefined, 3],
  ])('%s: one error', (_name, text, reason, column, line) => {
    const error = thrown(() => read(text));
    expect(error.code).toBe('return-invalid');
    expect([error.values['reason'], error.values['column'], error.place.line]).toEqual([
      reason,
      column,
      line,
    ]);
  });

  it('is refused in another encoding', () => {
    const bytes = Uint8Array.from([...utf8('id,target\ns1,'), 0xe9, 0x0a]);
    expect(thrown(() => readTable(bytes, 'f.csv'))).toMatchObject({
      code: 'not-utf8',
      place: { file: 'f.csv' },
    });
  });

  const titles = 'id,source,target\n';
  it.each([
    ['rows', `${titles}${'s1,a,b\n'.repeat(100_000)}`],
    ['quotes', `${titles}${'"'.repeat(1_000_000)}`],
    ['open quotes', `${titles}${'"a'.repeat(500_000)}`],
    ['empty rows', `${titles}${'\n'.repeat(1_000_000)}`],
    ['rows of one cell', `${titles}${'x\n'.repeat(500_000)}`],
    ['columns', `${titles}${','.repeat(1_000_000)}`],
    ['titles', `${'id,'.repeat(200_000)}target\n`],
    ['apostrophes', `${titles}s1,a,${"'".repeat(1_000_000)}`],
    ['marks', `${titles}s1,a,${'⟨1⟩'.repeat(200_000)}`],
    ['spaces', `${titles}s1,a,${' '.repeat(1_000_000)}b`],
  ])('takes no more time than its length: many %s', (_name, text) => {
    const run = (): void => {
      try {
        expect(read(text)).toHaveLength(1);
      } catch (error) {
        expect(error).toMatchObject({ code: 'return-invalid' });
      }
    };
    expect(secondsOf(run)).toBeLessThan(5);
  });
});
