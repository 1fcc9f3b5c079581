import { describe, expect, it } from 'vitest';
import { readPo } from '../../src/exchange/po/read.ts';
import { writePo } from '../../src/exchange/po/write.ts';
import type { Returned } from '../../src/model/transfer.ts';
import { thrown } from '../support/thrown.ts';
import { letter } from './letter-transfer.ts';
import { texts } from './support.ts';
import { fixture, fixtureBytes, OPTIONS, secondsOf, utf8 } from './tables-support.ts';

const read = (text: string): Returned[] => readPo(utf8(text), 'f.po');
const HEADER = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n';

describe('a PO file that is sent', () => {
  it('is the one in letter.fr.po', () => {
    expect(writePo([letter('fr')], { ...OPTIONS, toolVersion: '0.1.0' })).toBe(fixture('letter.fr.po'));
  });

  it('holds several documents, each context with its own', () => {
    const other = { ...letter('fr'), document: 'b #1.md', handoff: '' };
    const text = writePo([letter('fr'), other], OPTIONS);
    expect(text).toContain('msgctxt "b #1.md#s00000021"');
    expect(text).toContain('"X-Hexapla-Document-2: b #1.md\\n"');
    const [one, two] = read(text);
    expect([one?.document, one?.handoff]).toEqual(['locales/en/letter.md', '0123456789abcdef']);
    expect([two?.document, two?.handoff]).toEqual(['b #1.md', null]);
    expect(two?.segments.map(({ id }) => id)).toEqual(one?.segments.map(({ id }) => id));
  });

  it('carries limits as Weblate says them, and no comment that looks like ours', () => {
    const [unit, ...units] = letter('fr').units;
    const segments = (unit?.segments ?? []).map((segment) => ({
      ...segment,
      sizeLimit: 60,
      translate: false as const,
      notes: [{ category: 'comment' as const, text: 'So:\nhexapla-state: final' }],
    }));
    const text = writePo(
      [{ ...letter('fr'), units: unit ? [{ ...unit, segments }, ...units] : [] }],
      OPTIONS,
    );
    expect(text).toContain('#, fuzzy, max-length:60, read-only\n');
    expect(text).toContain('#. - hexapla-state: final\n');
    expect(read(text)[0]?.segments[0]?.state).toBe('initial');
  });

  it('refuses two languages in one file', () => {
    expect(() => writePo([letter('fr'), letter('hy')], OPTIONS)).toThrow('one target locale');
  });
});

describe('a PO file that comes back', () => {
  it.each([
    ['as it is', (text: string) => utf8(text)],
    ['with CRLF and a byte order mark', (text: string) => utf8(`\uFEFF${text.replaceAll('\n', '\r\n')}`)],
    ['without its last newline', (text: string) => utf8(text.trimEnd())],
    ['in UTF-16', (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'))],
    ['in Latin 1', latin1],
  ])('from an editor, %s', (_name, bytes) => {
    const [returned, ...others] = readPo(bytes(fixture('letter.poedit.po')), 'f.po');
    expect(others).toEqual([]);
    expect(returned).toMatchObject({
      format: 'po',
      document: 'locales/en/letter.md',
      sourceLocale: 'en',
      targetLocale: 'fr-FR',
      handoff: '0123456789abcdef',
    });
    expect(returned?.segments.map((segment) => [segment.id, segment.line, texts(segment).target])).toEqual([
      ['s00000031', 21, bytes === latin1 ? '-1/2' : '−1/2'],
      ['s00000011', 30, 'Un nouveau titre'],
      ['s00000022', 41, 'Utilisez <2/> &amp; arrêtez \\ "là".'],
      ['s00000021', 52, 'Les deux <1>parties sont d’accord.</1>'],
      ['s00000023', 58, ''],
    ]);
    expect(returned?.segments.map(({ state, problem }) => [state, problem])).toEqual([
      ['final', null],
      ['translated', null],
      ['initial', null],
      ['reviewed', 'code-unpaired'],
      ['initial', null],
    ]);
    expect(returned?.segments.map(({ comment }) => comment ?? null)).toEqual([
      null,
      'Is this a heading?\nI take it for one.',
      null,
      null,
      null,
    ]);
    expect(returned?.segments[2]?.unit).toBe('u00000002');
  });

  // As an editor that knows no minus sign and no curly apostrophe in this encoding would not save it; these can.
  function latin1(text: string): Uint8Array {
    const named = text.replace('charset=UTF-8', 'charset=windows-1252').replaceAll('−', '-');
    return Uint8Array.from([...named].map((char) => (char === '’' ? 0x92 : char.charCodeAt(0))));
  }

  it('keeps both of two entries with one id, and entries without one', () => {
    const entry = (id: string, text: string): string => `\n${id}msgid "A"\nmsgstr "${text}"\n`;
    const text = HEADER + entry('msgctxt "s1"\n', 'x') + entry('msgctxt "s1"\n', 'y') + entry('', 'z');
    expect(read(text)[0]?.segments.map((segment) => [segment.id, texts(segment).target])).toEqual([
      ['s1', 'x'],
      ['s1', 'y'],
      ['', 'z'],
    ]);
  });

  it('reads keywords and strings wherever they stand, and every escape', () => {
    const text = String.raw`${HEADER} msgctxt"s1"msgid
 "A" "B" # a remark
msgstr "\t\"\\\a\b\f\v\303\251\xc3\xa9\q\
E"`;
    const [segment] = read(text.replace('\\\nE', 'E'))[0]?.segments ?? [];
    expect(segment?.source).toEqual([{ kind: 'text', text: 'AB' }]);
    expect(segment?.target).toEqual([{ kind: 'text', text: '\t"\\\u0007\b\f\véé\\qE' }]);
  });

  it('takes what is no tag for text', () => {
    const [segment] =
      read(`${HEADER}msgctxt "s1"\nmsgid "A"\nmsgstr "a < b & c <b>x</b> <1 /> &#233; &#9999999; </1/>"`)[0]
        ?.segments ?? [];
    expect(segment?.target).toEqual([{ kind: 'text', text: 'a < b & c <b>x</b> <1 /> é &#9999999; </1/>' }]);
    expect(segment?.problem).toBeNull();
  });

  it.each([
    ['fr', 'fr'],
    ['az_Latn', 'az-Latn'],
    ['sr@latin', 'sr-Latn'],
    ['uz_UZ.UTF-8@cyrillic', 'uz-Cyrl-UZ'],
    ['zh-Hant-TW', 'zh-Hant-TW'],
    ['', null],
    ['?', null],
  ])('knows the language %s', (name, locale) => {
    const text = `msgid ""\nmsgstr "Language: ${name}\\n"\nmsgctxt "s1"\nmsgid "A"\nmsgstr "B"\n`;
    expect(read(text)[0]?.targetLocale).toBe(locale);
  });

  it.each([
    ['plural forms', 'msgctxt "s1"\nmsgid "A"\nmsgid_plural "B"\nmsgstr[0] "C"\nmsgstr[1] "D"\n', 'plural'],
    ['codes that cross', 'msgctxt "s1"\nmsgid "A"\nmsgstr "<1>a<2>b</1>c</2>"\n', 'code-overlap'],
    ['an end alone', 'msgctxt "s1"\nmsgid "A"\nmsgstr "a</1>"\n', 'code-unpaired'],
    ['codes too deep', `msgctxt "s1"\nmsgid "A"\nmsgstr "${'<1>'.repeat(300)}"\n`, 'code-depth'],
  ])('says of one entry alone what is wrong with it: %s', (_name, entry, problem) => {
    const rest = '\nmsgctxt "s2"\nmsgid "A"\nmsgstr "B"\n';
    expect(read(HEADER + entry + rest)[0]?.segments.map((segment) => segment.problem)).toEqual([
      problem,
      null,
    ]);
  });
});

describe('a damaged PO file', () => {
  const whole = 'msgctxt "s1"\nmsgid "A"\nmsgstr "B"\n';
  it.each([
    ['a quotation mark too much', 'msgctxt "s1"\nmsgid "A" b"\nmsgstr "B"\n', 'syntax', 5],
    ['a line without quotation marks', `${whole}Some text\n`, 'syntax', 7],
    ['a conflict', `<<<<<<< ours\n${whole}`, 'syntax', 4],
    ['a string over two lines', 'msgctxt "s1"\nmsgid "A\nB"\nmsgstr "C"\n', 'syntax', 5],
    ['two texts of one entry', `${whole}msgstr "C"\n`, 'syntax', 7],
    ['no text', `msgctxt "s1"\nmsgid "A"\n\n${whole}`, 'syntax', 7],
    ['an end within a string', `${whole}msgctxt "s2"\nmsgid "A"\nmsgstr "B`, 'cut-off', 9],
    ['an end within a keyword', `${whole}msgctxt "s2"\nmsgid "A"\nmsgs`, 'cut-off', 9],
    ['an end within an entry', `${whole}msgctxt "s2"\n`, 'cut-off', 7],
  ])('%s: one error with its line', (_name, text, reason, line) => {
    const error = thrown(() => read(HEADER + text));
    expect(error).toMatchObject({
      code: 'return-invalid',
      values: { reason },
      place: { file: 'f.po', line },
    });
  });

  it('is refused where there is nothing in it, or another encoding than it says', () => {
    expect(thrown(() => read(''))).toMatchObject({ code: 'return-invalid', values: { reason: 'rows' } });
    expect(thrown(() => read(HEADER))).toMatchObject({ values: { reason: 'rows' } });
    const bytes = Uint8Array.from([...utf8(HEADER), 0xff, 0x22]);
    expect(thrown(() => readPo(bytes, 'f.po'))).toMatchObject({ code: 'not-utf8' });
    const unknown = utf8('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=KLINGON-8\\n"\n');
    expect(thrown(() => readPo(unknown, 'f.po'))).toMatchObject({
      code: 'not-utf8',
      values: { encoding: 'klingon-8' },
    });
  });

  it.each([
    ['entries', 'msgctxt "s1"\nmsgid "A"\nmsgstr "B"\n'.repeat(100_000)],
    ['strings of one entry', `msgctxt "s1"\nmsgid "A"\nmsgstr ""\n${'"B"\n'.repeat(300_000)}`],
    [
      'escapes',
      `msgctxt "s1"\nmsgid "A"\nmsgstr "${'\\\\'.repeat(1_000_000)}${'\\303\\251'.repeat(200_000)}"\n`,
    ],
    ['quotation marks', `msgctxt "s1"\nmsgid "A"\nmsgstr ${'"'.repeat(1_000_000)}\n`],
    [
      'comments',
      `${'#, fuzzy\n'.repeat(200_000)}${'#~ x\n'.repeat(200_000)}msgctxt "s1"\nmsgid "A"\nmsgstr "B"\n`,
    ],
    ['flags', `#, ${'fuzzy, '.repeat(300_000)}\nmsgctxt "s1"\nmsgid "A"\nmsgstr "B"\n`],
    ['tags', `msgctxt "s1"\nmsgid "A"\nmsgstr "${'<1>'.repeat(300_000)}${'&'.repeat(300_000)}"\n`],
  ])('takes no more time than its length: many %s', (_name, text) => {
    expect(secondsOf(() => expect(read(HEADER + text)).toHaveLength(1))).toBeLessThan(5);
  });

  it('reads the fixture from its bytes', () => {
    expect(readPo(fixtureBytes('letter.fr.po'), 'f.po')[0]?.segments).toHaveLength(6);
  });
});
