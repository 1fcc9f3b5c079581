import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readXliff, readXliffBytes } from '../../src/exchange/xliff/read.ts';
import { writeXliff } from '../../src/exchange/xliff/write.ts';
import { HexaplaError } from '../../src/model/error.ts';
import { PLAIN, sample, segmentOf, summary, texts } from './support.ts';

const fixture = (name: string): string => readFileSync(`tests/fixtures/xliff/${name}`, 'utf8');

function errorOf(read: () => unknown): HexaplaError {
  try {
    read();
  } catch (error) {
    if (error instanceof HexaplaError) return error;
    throw error;
  }
  throw new Error('no error');
}

const file12 = (body: string): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="d" source-language="en" target-language="fr" datatype="plaintext"><body>${body}</body></file></xliff>`;
const file2 = (body: string): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr"><file id="f">${body}</file></xliff>`;

describe('files that tools have worked on', () => {
  it('reads a mangled 1.2', () => {
    const [file, ...more] = readXliff(fixture('mangled-1.2.xlf'), 'f');
    expect(more).toEqual([]);
    expect(file).toMatchObject({
      format: 'xliff-1.2',
      document: 'locales/en/statement.md',
      sourceLocale: 'en',
      targetLocale: 'fr',
      handoff: '0123456789abcdef',
    });
    const [title, parties, use] = file?.segments ?? [];
    expect(title).toMatchObject({
      id: 's00000003',
      unit: null,
      line: 11,
      column: 7,
      state: 'final',
      problem: null,
    });
    expect(title && texts(title)).toEqual({
      source: '\n          A new\n          title\n        ',
      target: 'Un nouveau titre',
    });
    expect(parties).toMatchObject({
      id: 's4k7qz2m1',
      unit: 'u7f3kq2m4',
      line: 22,
      state: 'reviewed',
      problem: null,
    });
    expect(parties && texts(parties)).toEqual({
      source: 'Both <1>parties</1> agree.',
      target: "Les <1>deux</1> parties sont d'accord &lt;&amp;>.",
    });
    expect(use).toMatchObject({ state: null, problem: null });
    expect(use && texts(use)).toEqual({ source: 'Use <2/> &amp; stop.', target: null });
  });

  it('reads a mangled 2.1 with two files', () => {
    const [file, other] = readXliff(fixture('mangled-2.1.xlf'), 'f');
    expect(file).toMatchObject({ format: 'xliff-2.1', handoff: '0123456789abcdef', targetLocale: 'fr' });
    const [use, parties] = file?.segments ?? [];
    expect(use).toMatchObject({ id: 's9d1x0ta7', unit: 'u7f3kq2m4', state: 'reviewed', problem: null });
    expect(use && texts(use)).toEqual({ source: 'Use <2/> &amp; stop.', target: 'Arrêtez\u0001 avec <2/>.' });
    expect(parties && texts(parties)).toEqual({
      source: 'Both <1>parties</1> agree.',
      target: 'Les <1>parties</1> sont d’accord.',
    });
    expect(other).toMatchObject({ document: 'other.md', handoff: null });
    expect(other?.segments[0]).toMatchObject({ id: 'u1', unit: 'u1', state: null });
  });

  it.each([
    ['state="new"', 'initial'],
    ['state="needs-translation"', 'initial'],
    ['state="needs-adaptation"', 'initial'],
    ['state="needs-review-translation"', 'translated'],
    ['state="needs-review-l10n"', 'translated'],
    ['state="translated"', 'translated'],
    ['state="signed-off"', 'reviewed'],
    ['state="final"', 'final'],
    ['state="x-mine"', null],
    ['', null],
  ])('1.2 target %s is %s', (attribute, state) => {
    const xml = file12(`<trans-unit id="s"><source>a</source><target ${attribute}>b</target></trans-unit>`);
    expect(segmentOf(readXliff(xml, 'f'), 's').state).toBe(state);
  });

  it.each([
    ['<source>a</source><target><foo>b</foo></target>', 'element'],
    ['<source>a</source><target><bx id="1"/>b</target>', 'code-unpaired'],
    ['<source>a</source><target>b<ex id="1"/></target>', 'code-unpaired'],
    ['<source>a</source><target><bx id="1"/><bx id="2"/>b<ex id="1"/><ex id="2"/></target>', 'code-overlap'],
    [`<source>a</source><target>${'<bx id="1"/>'.repeat(300)}</target>`, 'code-depth'],
    ['<source>a</source><target><x/></target>', 'code-id'],
    ['<source>a</source><target><mrk mtype="x-sdl-deleted">b</mrk></target>', 'tracked-change'],
    ['<source>a</source><target>b</target><target>c</target>', 'twice'],
    ['<target>b</target>', 'no-source'],
  ])('1.2 %s: this segment alone is unreadable', (inner, problem) => {
    const xml = file12(
      `<trans-unit id="s1">${inner}</trans-unit><trans-unit id="s2"><source>a</source></trans-unit>`,
    );
    const returned = readXliff(xml, 'f');
    expect(segmentOf(returned, 's1').problem).toBe(problem);
    expect(segmentOf(returned, 's2').problem).toBeNull();
  });

  it.each([
    ['<source>a</source><target><foo/></target>', 'element'],
    ['<source>a</source><target><cp hex="110000"/></target>', 'character'],
    ['<source>a</source><target><cp/></target>', 'character'],
    ['<source>a</source><target><sc id="1"/></target>', 'code-unpaired'],
  ])('2.0 %s: this segment alone is unreadable', (inner, problem) => {
    const xml = file2(`<unit id="u"><segment id="s">${inner}</segment></unit>`);
    expect(segmentOf(readXliff(xml, 'f'), 's').problem).toBe(problem);
  });

  it('takes a code of another segment for what it is', () => {
    const xml = file2('<unit id="u"><segment id="s1"><source><ph id="s2-1"/></source></segment></unit>');
    expect(texts(segmentOf(readXliff(xml, 'f'), 's1')).source).toBe('<s2-1/>');
  });

  it('reads a file without a version', () => {
    const body = '<trans-unit id="s"><source>a</source></trans-unit>';
    expect(readXliff(file12(body).replace('version="1.2"', ''), 'f')[0]?.format).toBe('xliff-1.2');
    expect(readXliff(file2('').replace('version="2.0"', ''), 'f')[0]?.format).toBe('xliff-2.0');
  });

  it('reads a file without a namespace', () => {
    const xml = file12('<trans-unit id="s"><source>a</source></trans-unit>').replace(/ xmlns="[^"]*"/, '');
    expect(readXliff(xml, 'f')[0]?.segments).toHaveLength(1);
  });
});

describe('encodings', () => {
  const xml = writeXliff(sample(), { ...PLAIN, format: 'xliff-1.2' });
  const expected = readXliff(xml, 'f').map(summary);
  const utf16 = (text: string, big: boolean): Uint8Array => {
    const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
    return big ? bytes.swap16() : bytes;
  };

  it.each([
    ['UTF-8', Buffer.from(xml)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${xml}`)],
    ['UTF-16, little end first', utf16(xml.replace('UTF-8', 'UTF-16'), false)],
    ['UTF-16, big end first', utf16(xml.replace('UTF-8', 'UTF-16'), true)],
    ['UTF-16 without a mark, little end first', utf16(xml, false).subarray(2)],
    ['UTF-16 without a mark, big end first', utf16(xml, true).subarray(2)],
  ])('reads %s', (_name, bytes) => {
    expect(readXliffBytes(bytes, 'f').map(summary)).toEqual(expected);
  });

  it.each([
    ['another encoding', Buffer.from(xml.replace('UTF-8', 'ISO-8859-1')), 'iso-8859-1'],
    ['bytes that are not UTF-8', Buffer.from(xml.replace('’', '\u0080'), 'latin1'), 'utf-8'],
    ['UTF-32', Buffer.from([...xml.slice(0, 80)].flatMap((char) => [0, 0, 0, char.charCodeAt(0)])), 'utf-16'],
  ])('refuses %s', (_name, bytes, encoding) => {
    expect(errorOf(() => readXliffBytes(bytes, 'f.xlf'))).toMatchObject({
      code: 'not-utf8',
      values: { encoding },
      place: { file: 'f.xlf' },
    });
  });
});

describe('one clear error', () => {
  const good = writeXliff(sample(), { ...PLAIN, format: 'xliff-1.2' });
  const line = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

  it.each([
    ['</target>', { line: line(good, '<target'), unit: 'u7f3kq2m4', segment: 's4k7qz2m1' }, 'target'],
    ['</g>', { line: line(good, '<g '), unit: 'u7f3kq2m4', segment: 's4k7qz2m1' }, 'g'],
    [
      '</trans-unit>',
      { line: line(good, '<trans-unit'), unit: 'u7f3kq2m4', segment: 's4k7qz2m1' },
      'trans-unit',
    ],
    ['</group>', { line: line(good, '<group'), unit: 'u7f3kq2m4' }, 'group'],
  ])('a lost %s is named by line, unit and segment', (tag, place, element) => {
    const error = errorOf(() => readXliff(good.replace(tag, ''), 'f.xlf'));
    expect(error).toMatchObject({ code: 'xml-syntax', values: { reason: 'unclosed', element } });
    expect(error.place).toEqual({ file: 'f.xlf', column: expect.any(Number), ...place });
  });

  it('a file that is cut off', () => {
    const cut = good.slice(0, good.indexOf('stop.'));
    expect(errorOf(() => readXliff(cut, 'f'))).toMatchObject({
      code: 'xml-syntax',
      values: { reason: 'unclosed', element: 'source' },
      place: { segment: 's9d1x0ta7' },
    });
  });

  it.each([
    [
      'xml-doctype',
      `<?xml version="1.0"?>\n<!DOCTYPE xliff [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>${file12('')}`,
      2,
    ],
    ['xml-entity', file12('\n<trans-unit id="s"><source>&b;</source></trans-unit>'), 2],
    ['xml-entity', file12('<trans-unit id="s"><source>&constructor;</source></trans-unit>'), 1],
    ['xml-depth', file12('<group>'.repeat(10_000)), 1],
    ['xliff-foreign', '<a>'.repeat(10_000), 1],
    ['xml-syntax', file12('<trans-unit id="s"><source>\u0000</source></trans-unit>'), 1],
    ['xml-syntax', file12('<trans-unit id="s"><source>&#1;</source></trans-unit>'), 1],
    ['xml-syntax', file12('\n\uD800'), 2],
    ['xml-syntax', '', 1],
    ['xml-syntax', 'not XML', 1],
    ['xliff-foreign', '<html/>', 1],
    ['xliff-foreign', '<xliff xmlns="http://example.org/" version="1.2"/>', 1],
    ['xliff-foreign', '<p:xliff version="1.2"/>', 1],
    ['xliff-version', file12('').replace('"1.2"', '"1.3"'), 1],
    ['xliff-version', file2('').replace('"2.0"', '"2.3"'), 1],
    ['xliff-version', '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.9" version="2.9"/>', 1],
    ['xliff-version', file12('').replace('"1.2"', '""'), 1],
    ['xliff-invalid', file12('').replace('source-language="en"', ''), 1],
  ])('%s', (code, xml, at) => {
    expect(errorOf(() => readXliff(xml, 'f.xlf'))).toMatchObject({
      code,
      place: { file: 'f.xlf', line: at },
    });
  });

  it('a file without files', () => {
    const xml = '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"></xliff>';
    expect(errorOf(() => readXliff(xml, 'f'))).toMatchObject({ code: 'xliff-invalid', place: { file: 'f' } });
  });
});

describe('large and hostile files are read in bounded time', () => {
  const unit = '<trans-unit id="s"><source>a</source><target>b</target></trans-unit>';

  it.each([
    ['many segments', file12(unit.repeat(50_000)), 50_000],
    ['a huge attribute', file12(unit.replace('<target', `<target x="${'y'.repeat(5_000_000)}"`)), 1],
    [
      'many attributes',
      file12(`<group ${Array.from({ length: 20_000 }, (_, n) => `a${n}=""`).join(' ')}>${unit}</group>`),
      1,
    ],
    [
      'many namespaces',
      file12(Array.from({ length: 20_000 }, (_, n) => `<p${n}:a xmlns:p${n}="u"/>`).join('') + unit),
      1,
    ],
    ['many references', file12(unit.replace('b<', `${'&amp;'.repeat(200_000)}<`)), 1],
    ['many marks', file12(unit.replace('b<', `${'<mrk mtype="seg">b</mrk>'.repeat(50_000)}<`)), 1],
    ['one long comment', file12(`<!--${'- '.repeat(200_000)}-->${unit}`), 1],
  ])('%s', (_name, xml, count) => {
    const start = process.cpuUsage();
    expect(readXliff(xml, 'f')[0]?.segments).toHaveLength(count);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(5000);
  });
});
