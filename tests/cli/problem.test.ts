import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noColours } from '../../src/cli/colours.ts';
import { formatExcerpt, lineOfFile } from '../../src/cli/excerpt.ts';
import { describeProblem, formatProblem } from '../../src/cli/problem.ts';
import { widthOf } from '../../src/cli/width.ts';
import { commandWords } from '../../src/cli/words.ts';
import { HexaplaError, type Place } from '../../src/model/error.ts';
import { hexapla, hexaplaJson } from '../support/cli.ts';
import { newFolder } from '../support/folder.ts';
import { project } from '../support/letter.ts';

const runs = process.env['HEXAPLA_FULL'] === '1' ? 5000 : 150;
const { words } = commandWords('en');

/** What a person reads of a mistake in XML at a place of a file. */
function told(files: Record<string, string | Uint8Array>, place: Place, named: string[] = []): string {
  const root = newFolder({ 'in/.keep': '', ...files });
  const error = new HexaplaError('xml-syntax', { reason: 'unopened' }, place);
  const telling = { paint: noColours, columns: 60, root: `${root}/in`, named };
  return formatProblem(describeProblem(error, words), telling);
}

const WRONG = 'A closing tag here has no opening one.';
const ADVICE = 'Ask for the file again, or mend it.';

describe('a mistake in a file', () => {
  it('is told with its place, the line, a caret, and what to do', () => {
    expect(told({ 'in/a.xlf': '<a>\n  <b></c>\n</a>\n' }, { file: 'a.xlf', line: 2, column: 6 })).toBe(
      `hexapla: a.xlf:2:6: ${WRONG}\n 2 |   <b></c>\n   |      ^\n${ADVICE}\n`,
    );
  });

  it('has no caret where the column is not known', () => {
    expect(told({ 'in/a.xlf': '<a>\r\n</c>\r\n' }, { file: 'a.xlf', line: 2 })).toBe(
      `hexapla: a.xlf:2: ${WRONG}\n 2 | </c>\n${ADVICE}\n`,
    );
  });

  it('names the segment that it is in, before the line', () => {
    const place = { file: 'a.xlf', line: 1, column: 1, segment: 's1' };
    expect(told({ 'in/a.xlf': '</c>' }, place)).toBe(
      `hexapla: a.xlf:1:1: ${WRONG} This is in segment s1.\n 1 | </c>\n   | ^\n${ADVICE}\n`,
    );
  });

  it.each<[string, Record<string, string | Uint8Array>, Place]>([
    ['there is no place', {}, {}],
    ['there is no line', { 'in/a.xlf': 'x' }, { file: 'a.xlf' }],
    ['the file is gone', {}, { file: 'a.xlf', line: 1 }],
    ['the line is not in the file', { 'in/a.xlf': 'x' }, { file: 'a.xlf', line: 3 }],
    ['the file is outside', { 'a.xlf': 'secret' }, { file: '../a.xlf', line: 1 }],
    ['the file is huge', { 'in/a.xlf': new Uint8Array(4_000_001) }, { file: 'a.xlf', line: 1 }],
    ['it is a folder', { 'in/a.xlf/b': '' }, { file: 'a.xlf', line: 1 }],
  ])('is told in one line where %s', (_, files, place) => {
    const text = told(files, place);
    expect(text.split('\n').length).toBe(2);
    expect(text).toContain(`${WRONG} ${ADVICE}`);
    expect(text).not.toContain('secret');
  });

  it('is shown from a file outside where the user named that file', () => {
    const text = told({ 'a.xlf': '</c>' }, { file: '../a.xlf', line: 1 }, ['../a.xlf']);
    expect(text).toContain(' 1 | </c>\n');
  });

  it('is found in UTF-16 too', () => {
    const bytes = Buffer.from('\uFEFF<ա>\n</բ>', 'utf16le');
    expect(told({ 'in/a.xlf': bytes }, { file: 'a.xlf', line: 2, column: 3 })).toContain(
      ' 2 | </բ>\n   |   ^\n',
    );
  });
});

describe('the caret', () => {
  const excerpt = (text: string, column: number, columns = 60): string =>
    formatExcerpt(text, { line: 7, column }, noColours, columns);

  it.each<[string, string, number, string]>([
    ['wide characters', '平和x', 3, ' 7 | 平和x\n   |     ^\n'],
    ['tabs', '\t\tx', 3, ' 7 |     x\n   |     ^\n'],
    ['combining marks', 'e\u0301x', 3, ' 7 | e\u0301x\n   |  ^\n'],
    ['the second half of a pair', '😀x', 2, ' 7 | 😀x\n   | ^\n'],
    ['the end of the line', 'abc', 4, ' 7 | abc\n   |    ^\n'],
    ['more than the end', 'abc', 99, ' 7 | abc\n   |    ^\n'],
    ['an empty line', '', 1, ' 7 | \n   | ^\n'],
    ['control characters', 'a\u001B[2Jb\u0000', 2, ' 7 | a␛[2Jb␀\n   |  ^\n'],
    ['characters that reorder', 'a\u202Eb', 3, ' 7 | a\uFFFDb\n   |   ^\n'],
  ])('stands right with %s', (_, text, column, shown) => {
    expect(excerpt(text, column)).toBe(shown);
  });

  it('stands under its character in a window of a long line', () => {
    const line = fc.string({
      unit: fc.constantFrom('a', 'b', '日', 'e\u0301', '👨‍👩‍👧', '\t'),
      maxLength: 400,
    });
    fc.assert(
      fc.property(line, line, fc.integer({ min: 24, max: 100 }), (before, after, columns) => {
        const [shown = '', caret = ''] = excerpt(`${before}X${after}`, before.length + 1, columns).split(
          '\n',
        );
        expect(widthOf(shown)).toBeLessThanOrEqual(Math.max(columns, 25));
        expect(widthOf(shown.slice(0, shown.indexOf('X')))).toBe(caret.indexOf('^'));
      }),
      { numRuns: runs },
    );
  });

  it('costs no more in a line of a million characters', () => {
    const start = performance.now();
    excerpt(`${'a'.repeat(500_000)}X${'日'.repeat(500_000)}`, 500_001);
    expect(performance.now() - start).toBeLessThan(200);
  });
});

describe('errors of commands', () => {
  it('show the place, and keep their JSON form', async () => {
    const folder = await project({ 'x.xlf': '<xliff version="1.2">\n  <a>\n</xliff>' });
    const { exit, err } = await hexapla(folder, ['import', 'x.xlf']);
    expect([exit, err]).toEqual([
      3,
      expect.stringMatching(/^hexapla: x\.xlf:2:\d+: .*\n 2 \| {3}<a>\n {3}\| +\^\nAsk for the file/),
    ]);
    const { data } = await hexaplaJson<{ error: { message: string } }>(folder, ['import', 'x.xlf']);
    expect(Object.keys(data.error)).toEqual(['code', 'message', 'file', 'line', 'segment']);
    expect(data.error.message).toContain('Ask for the file again, or mend it.');
    expect(data.error.message).not.toContain('^');
  });

  it('are coloured on a terminal only', async () => {
    const folder = newFolder();
    expect((await hexapla(folder, ['status'])).err).not.toContain('\u001B');
    const problems = { columns: 80, fd: 2 };
    expect((await hexapla(folder, ['status'], { problems })).err).toContain('\u001B[31m');
    const none = { problems, env: { NO_COLOR: '1' } };
    expect((await hexapla(folder, ['status'], none)).err).not.toContain('\u001B');
  });

  it('let no control character of the user’s through', async () => {
    const { err } = await hexapla('/', ['extr\u001B]0;x\u0007act']);
    expect(err).not.toMatch(/[\u0007\u001B]/);
  });

  it('read lines by number', () => {
    const folder = newFolder({ 'a.md': 'one\r\ntwo\n' });
    const line = (at: number): string | null => lineOfFile(folder, 'a.md', at, []);
    expect([line(1), line(2), line(3), line(4)]).toEqual(['one', 'two', '', null]);
  });
});
