import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readXliff, readXliffBytes } from '../../src/exchange/xliff/read.ts';
import { stateFrom12 } from '../../src/exchange/xliff/states.ts';
import type { ReturnedSegment } from '../../src/model/transfer.ts';
import { back, begin, filled, idsOf, sent, written } from '../support/return-world.ts';
import { segmentOf, texts } from './support.ts';

const file12 = (body: string, root = ''): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"${root}><file original="d" source-language="en" target-language="fr" datatype="plaintext"><body>${body}</body></file></xliff>`;
const file2 = (unit: string): string =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="fr"><file id="f">${unit}</file></xliff>`;
const read12 = (inner: string, attributes = '', root = ''): ReturnedSegment =>
  segmentOf(readXliff(file12(`<trans-unit id="s"${attributes}>${inner}</trans-unit>`, root), 'f'), 's');
const read2 = (unit: string): ReturnedSegment => segmentOf(readXliff(file2(unit), 'f'), 's');

const SDL = ' xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"';
const MQ = ' xmlns:memo="MQXliff"';
const PHRASE = ' xmlns:m="http://www.memsource.com/mxlf/2.0"';
const PAIR = '<source>a</source><target>b</target>';

describe('states in the words of tools', () => {
  it.each<[string, string, string, string, string | null]>([
    [
      'Trados, not translated',
      '<sdl:seg-defs><sdl:seg id="1" origin="not-translated"/></sdl:seg-defs>',
      '',
      SDL,
      'initial',
    ],
    [
      'Trados, translated',
      '<sdl:seg-defs><sdl:seg id="1" conf="Translated" locked="true"/></sdl:seg-defs>',
      '',
      SDL,
      'translated',
    ],
    [
      'Trados, the lowest of several',
      '<sdl:seg-defs><sdl:seg id="1" conf="ApprovedSignOff"/><sdl:seg id="2" conf="Draft"/></sdl:seg-defs>',
      '',
      SDL,
      'initial',
    ],
    [
      'Trados, approved',
      '<sdl:seg-defs><sdl:seg id="1" conf="ApprovedTranslation"/></sdl:seg-defs>',
      '',
      SDL,
      'reviewed',
    ],
    [
      'Trados, an unknown word',
      '<sdl:seg-defs><sdl:seg id="1" conf="toString"/></sdl:seg-defs>',
      '',
      SDL,
      null,
    ],
    [
      'Trados by its default namespace',
      '<seg-defs xmlns="http://sdl.com/FileTypes/SdlXliff/1.0"><seg id="1" conf="ApprovedSignOff"/></seg-defs>',
      '',
      '',
      'final',
    ],
    ['memoQ under another prefix', '', ' memo:status="ManuallyConfirmed"', MQ, 'translated'],
    ['memoQ, proofread', '', ' memo:status="Proofread"', MQ, 'final'],
    ['memoQ’s word in another namespace', '', ' x:status="Proofread"', ' xmlns:x="urn:x"', null],
    ['Phrase, open', '', ' m:confirmed="0"', PHRASE, 'initial'],
    ['Phrase, confirmed', '', ' m:confirmed="1"', PHRASE, 'translated'],
    ['Phrase, confirmed in a second step', '', ' m:confirmed="2"', PHRASE, 'reviewed'],
    ['approval alone', '', ' approved="yes"', '', 'reviewed'],
  ])('%s', (_name, more, attributes, root, state) => {
    expect(read12(PAIR + more, attributes, root).state).toBe(state);
  });

  it.each<[string | undefined, string | undefined, string | undefined, string | null]>([
    ['needs-review-translation', 'yes', undefined, 'translated'],
    ['translated', undefined, 'rejected-grammar', 'initial'],
    ['translated', undefined, 'exact-match', 'translated'],
    [undefined, undefined, 'mt-suggestion', 'initial'],
    [undefined, undefined, 'id-match', null],
    [undefined, 'no', undefined, null],
    ['x-reviewed', undefined, undefined, 'reviewed'],
    ['X-Signed-Off', undefined, undefined, 'reviewed'],
    ['needs-work', undefined, undefined, 'initial'],
    ['unreviewed', undefined, undefined, 'translated'],
    ['x-constructor', undefined, undefined, null],
    ['', 'yes', undefined, null],
  ])('1.2 state %s, approved %s, qualifier %s is %s', (state, approved, qualifier, expected) => {
    expect(stateFrom12(state, approved, qualifier)).toBe(expected);
  });
});

describe('what translators remark', () => {
  it.each<[string, ReturnedSegment, string | undefined]>([
    [
      '1.2: a note',
      read12(
        `${PAIR}<note from="hexapla">Ours.</note><note from="hexapla check">Ours.</note><note>Is it\n  so?</note>`,
      ),
      'Is it so?',
    ],
    [
      '1.2: two',
      read12(`${PAIR}<note from="Ann">One.</note><note priority="1">Two.</note><note> </note>`),
      'One.\nTwo.',
    ],
    [
      '1.2: none in matches',
      read12(`${PAIR}<alt-trans><target>c</target><note>No.</note></alt-trans>`),
      undefined,
    ],
    [
      'memoQ',
      read12(
        `${PAIR}<memo:comments><memo:comment id="1" deleted="false">Yes.</memo:comment><memo:comment deleted="true">Gone.</memo:comment></memo:comments>`,
        '',
        MQ,
      ),
      'Yes.',
    ],
    [
      '2: a note on the unit',
      read2(
        '<unit id="u"><notes><note category="kind">Ours.</note><note category="hexapla:finding">Ours.</note><note>Theirs.</note></notes><segment id="s"><source>a</source></segment></unit>',
      ),
      'Theirs.',
    ],
    [
      '2: a note on another segment',
      read2(
        '<unit id="u"><notes><note ref="#t">Theirs.</note></notes><segment id="s"><source>a</source></segment><segment id="t"><source>b</source></segment></unit>',
      ),
      undefined,
    ],
    [
      '2: a comment in the target',
      read2(
        '<unit id="u"><segment id="s"><source>a</source><target><mrk id="m1" type="comment" value="Why?">b</mrk></target></segment></unit>',
      ),
      'Why?',
    ],
    [
      '2: a note on the file',
      read2(
        '<notes><note>For all.</note></notes><unit id="u"><segment id="s"><source>a</source></segment></unit>',
      ),
      undefined,
    ],
  ])('%s', (_name, segment, comment) => {
    expect(segment.comment).toBe(comment);
    expect(segment.problem).toBeNull();
  });
});

describe('codes as tools return them', () => {
  const target12 = (inner: string, root = ''): [string | null, string | null] => {
    const segment = read12(`<source>a</source><target>${inner}</target>`, '', root);
    return [segment.problem, texts(segment).target];
  };

  it.each<[string, string, string]>([
    ['a pair as bpt and ept', '<bpt id="1">&lt;b></bpt>x<ept id="1">&lt;/b></ept>', '<1>x</1>'],
    ['a pair linked by rid alone', '<bpt rid="1">&lt;b></bpt>x<ept rid="1">&lt;/b></ept>', '<1>x</1>'],
    ['a pair as its', '<it id="1" pos="begin">&lt;b></it>x<it id="1" pos="end">&lt;/b></it>', '<1>x</1>'],
    ['bx and ex', '<bx id="1" rid="7"/>x<ex id="2" rid="7"/>', '<1>x</1>'],
    [
      'a code closed and opened again between sentences',
      '<mrk mtype="seg" mid="0"><g id="1">A.</g></mrk> <mrk mtype="seg" mid="1"><g id="1">B.</g></mrk>',
      '<1>A. B.</1>',
    ],
    ['a code within one that goes on', '<g id="1"><g id="2">A</g></g><g id="1">B</g>', '<1><2>A</2>B</1>'],
    ['two codes with text between', '<g id="1">A</g> and <g id="1">B</g>', '<1>A</1> and <1>B</1>'],
    ['text within sub of a ph', '<ph id="1">x<sub>y</sub></ph>', '<1/>'],
    [
      'marks of every kind',
      '<mrk mtype="protected">A</mrk><mrk mtype="x-sdl-comment" sdl:cid="1">B</mrk><mrk mtype="x-sdl-added">C</mrk>',
      'ABC',
    ],
    [
      'references and sections',
      'a&#x26;b&lt;<![CDATA[<g id="9"/>&amp;]]>',
      'a&amp;b&lt;&lt;g id="9"/>&amp;amp;',
    ],
  ])('1.2: %s', (_name, inner, expected) => {
    expect(target12(inner, SDL)).toEqual([null, expected]);
  });

  it.each([
    ['nbsp', 'a\u00A0b'],
    ['\\t', 'a\tb'],
    ['\u2009', 'a\u2009b'],
  ])('memoQ’s character %j', (val, expected) => {
    expect(target12(`a<memo:ch val="${val}"/>b`, MQ)).toEqual([null, expected]);
  });

  it.each([
    '<memo:ch val="many"/>',
    '<memo:it/>',
    '<html:b xmlns:html="http://www.w3.org/1999/xhtml">x</html:b>',
    '<script>x</script>',
  ])('an element that is none of the format’s makes its segment unreadable: %s', (inner) => {
    expect(target12(inner, MQ)[0]).toBe('element');
  });

  const target2 = (inner: string): [string | null, string | null] => {
    const segment = read2(
      `<unit id="u"><segment id="s"><source><pc id="s-1">a</pc></source><target>${inner}</target></segment></unit>`,
    );
    return [segment.problem, texts(segment).target];
  };

  it.each<[string, string, string]>([
    ['a copy under another id', '<pc id="c1" copyOf="s-1">x</pc>', '<1>x</1>'],
    ['a copy of a copy', '<ph id="c1" copyOf="s-1"/>, <ph id="c2" copyOf="c1"/>', '<1/>, <1/>'],
    ['a copy as sc and ec', '<sc id="c1" copyOf="s-1"/>x<ec startRef="c1"/>', '<1>x</1>'],
    ['copies side by side', '<pc id="s-1">x</pc> <pc id="c1" copyOf="s-1">y</pc>', '<1>x y</1>'],
    ['sc and ec across a pc', '<sc id="s-1"/><pc id="s-2">x</pc><ec startRef="s-1"/>', '<1><2>x</2></1>'],
    [
      'annotations',
      '<mrk id="m" type="term">x</mrk><sm id="n" type="comment" value="y"/>z<em startRef="n"/>',
      'xz',
    ],
  ])('2: %s', (_name, inner, expected) => {
    expect(target2(inner)).toEqual([null, expected]);
  });
});

describe('files of older versions and other habits', () => {
  it.each([
    ['1.0', '<xliff version="1.0">'],
    ['1.1 without a namespace', '<xliff version="1.1">'],
    ['1.1', '<xliff version="1.1" xmlns="urn:oasis:names:tc:xliff:document:1.1">'],
    ['1.1 by its namespace', '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.1">'],
  ])('%s is read as 1.2', (_name, root) => {
    const xml = `${root}<file original="d" source-language="en" target-language="fr" datatype="plaintext"><body><trans-unit id="s"><source>a</source><target>b</target></trans-unit></body></file></xliff>`;
    expect(readXliff(xml, 'f')[0]).toMatchObject({ format: 'xliff-1.2', segments: [{ id: 's' }] });
  });

  it.each([
    [
      '1.2',
      file12('<trans-unit id="s"><source>a</source><target xml:lang="fr-CA">b</target></trans-unit>').replace(
        ' target-language="fr"',
        '',
      ),
    ],
    [
      '2',
      file2(
        '<unit id="u"><segment id="s"><source>a</source><target xml:lang="fr-CA">b</target></segment></unit>',
      ).replace(' trgLang="fr"', ''),
    ],
  ])('%s: the targets tell a language that the file does not', (_name, xml) => {
    expect(readXliff(xml, 'f')[0]?.targetLocale).toBe('fr-CA');
  });
});

describe('a whole return, as a tool may write it', () => {
  const world = written(begin('# Title\n\nBoth **parties** agree. Use `x` here.\n'), ['Titre', null, null]);
  const [title = '', parties = '', use = ''] = idsOf(world);
  const targets = {
    [parties]: 'Les <1>parties</1> sont d’accord.',
    [use]: 'Ici <1/>.',
  };

  const returned12 = (change: (xml: string) => string): void => {
    const { text, record } = sent(world, 'xliff-1.2');
    const one = filled(text, parties, 'Les <g id="1">parties</g> sont d’accord.');
    const xml = filled(one, use, 'Ici <x id="1"/>.');
    const { report, target } = back(world, change(xml), { record });
    expect(report.rejected).toEqual([]);
    expect(report.applied.toSorted()).toEqual([parties, use].toSorted());
    for (const [id, stored] of Object.entries(targets)) expect(target.targets[id]?.text).toBe(stored);
    expect(target.targets[title]?.text).toBe('Titre');
  };

  it.each<[string, (xml: string) => string]>([
    ['as it is', (xml) => xml],
    [
      're-indented, with space in the texts',
      (xml) =>
        xml
          .replace(/ xml:space="preserve"/g, '')
          .replace(/<(source|target[^>]*)>(?!<\/)/g, '<$1>\n              ')
          .replace(/<\/(source|target)>/g, '\n            </$1>'),
    ],
    [
      'under another prefix',
      (xml) => xml.replace(/<(\/?)(?=[a-z])/g, '<$1x:').replace('<x:xliff xmlns=', '<x:xliff xmlns:x='),
    ],
    [
      'segmented',
      (xml) =>
        xml
          .replace(
            /(<source>)([\s\S]*?)(<\/source>)/g,
            '$1$2$3<seg-source><mrk mtype="seg" mid="1">$2</mrk></seg-source>',
          )
          .replace(/(<target[^>]*>)([\s\S]*?)(<\/target>)/g, '$1<mrk mtype="seg" mid="1">$2</mrk>$3'),
    ],
    [
      'with bpt and ept for g',
      (xml) =>
        xml
          .replace(/<g id="(\d+)"[^>]*>([\s\S]*?)<\/g>/g, '<bpt id="$1">{</bpt>$2<ept id="$1">}</ept>')
          .replace(/<x id="(\d+)"[^>]*\/>/g, '<ph id="$1">{}</ph>'),
    ],
    [
      'with sections for texts',
      (xml) =>
        xml.replaceAll('agree.', '<![CDATA[agree.]]>').replaceAll('d’accord.', '<![CDATA[d’accord.]]>'),
    ],
    [
      'with foreign attributes and elements',
      (xml) =>
        xml
          .replace('<xliff ', '<xliff xmlns:t="urn:t" t:a="1" ')
          .replaceAll('<trans-unit ', '<trans-unit t:b="2" ')
          .replaceAll('</trans-unit>', '<t:c><t:d>x</t:d></t:c></trans-unit>')
          .replaceAll('<g ', '<g t:e="3" '),
    ],
    ['with Windows’ line ends', (xml) => xml.replaceAll('\n', '\r\n')],
    [
      'as 1.1',
      (xml) => xml.replaceAll('document:1.2', 'document:1.1').replace('version="1.2"', 'version="1.1"'),
    ],
    ['with a mark before it', (xml) => `\uFEFF${xml}`],
  ])('%s', (_name, change) => {
    returned12(change);
  });
});

const folder = '../shared/xliff/samples-1.2';

describe.skipIf(!existsSync(folder))('samples (needs ../shared/xliff)', () => {
  const read = (name: string): readonly ReturnedSegment[] =>
    readXliffBytes(readFileSync(join(folder, name)), name).flatMap(({ segments }) => segments);

  it('Trados: segments in marks, codes by their ids, states of the segments', () => {
    const segments = read('okapi/simpleTest15984.sdlxliff');
    const item = segments.find(({ source }) => JSON.stringify(source).includes('Text of item 1'));
    expect(item).toMatchObject({ state: 'initial', problem: null, target: [] });
    const pre = segments.find(({ id }) => id === 'f82d6e29-1e38-42fe-8732-462223f6021f');
    expect(pre?.source).toMatchObject([{ kind: 'code', id: '33' }]);
    expect(segments.filter(({ problem }) => problem !== null)).toEqual([]);
  });

  it('Okapi: several segments within a code', () => {
    const [segment] = read('okapi/MultipleSegments.xlf');
    expect(segment?.problem).toBeNull();
    expect(segment && texts(segment).target).toBe('<1>Wie schützt man sich gegen Erdbeben?</1>');
  });

  it('XLIFF 1.1 of OmegaT and translate-toolkit', () => {
    expect(read('omegat/file-XLIFFFilter-tags.xlf').map(({ problem }) => problem)).toContain(null);
    const states = read('translate-toolkit/states_no.xlf').map(({ state }) => state);
    expect(states).toEqual([
      null,
      'initial',
      'initial',
      'translated',
      'translated',
      'final',
      'translated',
      null,
    ]);
  });
});
