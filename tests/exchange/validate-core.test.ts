import { describe, expect, it } from 'vitest';
import { codesOf, document, problemsOf, segment, validate } from './validate-support.ts';

type Case = readonly [what: string, text: string, ...problems: string[]];

const UNIT = '<unit id="u1"><segment><source>a</source></segment></unit>';
const DATA = '<originalData><data id="d1">x</data></originalData>';
const KEPT = 'canCopy="no" canDelete="no"';

function unit(content: string): string {
  return document(`<unit id="u1">\n${content}\n</unit>`);
}

function parts(...sources: (readonly [source: string, target?: string])[]): string {
  return unit(
    sources
      .map(([source, target]) => {
        const translated = target === undefined ? '' : `<target>${target}</target>`;
        return `<segment><source>${source}</source>${translated}</segment>`;
      })
      .join('\n'),
  );
}

function check(cases: readonly Case[]): void {
  it.each(cases)('%s', (_, text, ...problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });
}

describe('the root element', () => {
  const root = (attributes: string): string => `<xliff ${attributes}><file id="f1">${UNIT}</file></xliff>`;
  const NEW = 'xmlns="urn:oasis:names:tc:xliff:document:2.0"';
  check([
    [
      'a prefix',
      '<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en"><x:file id="f"><x:group id="g"/></x:file></x:xliff>',
    ],
    ['another element', '<html xmlns="http://www.w3.org/1999/xhtml"/>', '1 root-unknown'],
    ['an undeclared prefix', '<x:xliff version="2.0"/>', '1 root-unknown'],
    ['no version', root(`${NEW} srcLang="en"`), '1 version-missing'],
    ['an unknown version', root(`${NEW} version="2.7" srcLang="en"`), '1 version-unknown'],
    ['the version of another namespace', root(`${NEW} version="2.2" srcLang="en"`), '1 version-namespace'],
    ['no source language', root(`${NEW} version="2.1"`), '1 attribute-missing'],
    [
      'languages that are none',
      root(`${NEW} version="2.1" srcLang="en_US" trgLang="fr-"`),
      '1 language-malformed',
      '1 language-malformed',
    ],
  ]);

  it('tells the version that the file says', () => {
    expect(validate(root(`${NEW} version="2.1" srcLang="en"`)).version).toBe('2.1');
    expect(validate(root(`${NEW} version="9" srcLang="en"`)).version).toBe(null);
  });
});

describe('structure', () => {
  check([
    ['an unknown element', unit('<segment><source>a</source></segment>\n<section/>'), '5 element-unknown'],
    [
      'an element in the wrong place',
      unit('<segment><source>a</source></segment>\n<note>a</note>'),
      '5 element-misplaced',
    ],
    [
      'a unit in a unit',
      unit('<segment><source>a</source></segment>\n<unit id="u2"/>'),
      '5 element-misplaced',
    ],
    [
      'target before source',
      unit('<segment><target>a</target>\n<source>a</source></segment>'),
      '5 element-order',
    ],
    [
      'original data after the segments',
      unit(`<segment><source>a</source></segment>\n${DATA}`),
      '5 element-order',
    ],
    [
      'an extension after the notes',
      unit('<notes><note>a</note></notes>\n<my:x/><segment><source>a</source></segment>'),
      '5 element-order',
    ],
    ['a skeleton after an extension', document(`<my:x/>\n<skeleton href="a"/>\n${UNIT}`), '4 element-order'],
    [
      'two targets',
      unit('<segment><source>a</source><target>a</target>\n<target>a</target></segment>'),
      '5 element-repeated',
    ],
    [
      'two lists of notes in a group',
      document('<group id="g"><notes><note>a</note></notes>\n<notes><note>a</note></notes></group>'),
      '4 element-repeated',
    ],
    ['an empty file', document(''), '2 element-missing'],
    ['an empty group', document('<group id="g"/>')],
    ['text in a unit', unit('text<segment><source>a</source></segment>more'), '3 text-misplaced'],
    ['text in a code', segment('<ph id="1">x</ph>'), '5 text-misplaced'],
    ['CDATA in a file', document(`<![CDATA[x]]>${UNIT}`), '2 text-misplaced'],
    ['CDATA in a source', segment('<![CDATA[<x>]]>')],
    ['an element of another namespace in a source', segment('<my:x/>'), '5 element-foreign'],
    [
      'an extension in notes',
      unit('<notes>\n<my:x/><note>a</note></notes><segment><source>a</source></segment>'),
      '5 element-foreign',
    ],
    ['any content in an extension', document(`<my:x a="1"><unit/><my:y xml:lang="?">t</my:y></my:x>${UNIT}`)],
    ['an undeclared prefix of an element', document(`<no:x/>${UNIT}`), '3 prefix-undeclared'],
    ['an undeclared prefix of an attribute', document('<group id="g" no:x="1"/>'), '3 prefix-undeclared'],
    [
      'a prefix that is declared elsewhere',
      document('<group id="g" xmlns:q="urn:q" q:x="1"/>\n<group id="h" q:x="1"/>'),
      '4 prefix-undeclared',
    ],
    [
      'an attribute with the prefix of the core',
      document('<group xmlns:x="urn:oasis:names:tc:xliff:document:2.0" id="g" x:name="1"/>'),
      '3 attribute-unknown',
    ],
    [
      'attributes of other namespaces where they may be',
      unit(
        '<notes><note my:a="1">a</note></notes><segment><source><mrk id="m" my:a="1">a</mrk></source></segment>',
      ),
    ],
    [
      'one on an ignorable',
      unit('<segment><source>a</source></segment>\n<ignorable my:a="1"><source>a</source></ignorable>'),
      '5 attribute-foreign',
    ],
    [
      'xml:lang on a marker',
      segment('<mrk id="m" translate="no" xml:lang="en">a</mrk>'),
      '5 attribute-misplaced',
    ],
    [
      'xml:lang on a segment',
      unit('<segment xml:lang="en"><source>a</source></segment>'),
      '4 attribute-misplaced',
    ],
    [
      'xml:space on a note',
      unit('<notes><note xml:space="default">a</note></notes><segment><source>a</source></segment>'),
    ],
  ]);
});

describe('values', () => {
  check([
    ['yes and no', document('<group id="g" translate="true"/>'), '3 value-not-listed'],
    ['a direction', document('<group id="g" srcDir="LTR" trgDir="auto"/>'), '3 value-not-listed'],
    [
      'a priority',
      unit(
        '<notes><note priority="10">a</note>\n<note priority="11">a</note>\n<note priority="0">a</note></notes><segment><source>a</source></segment>',
      ),
      '5 value-malformed',
      '6 value-malformed',
    ],
    [
      'what a note applies to',
      unit('<notes><note appliesTo="both">a</note></notes><segment><source>a</source></segment>'),
      '4 value-not-listed',
    ],
    ['an id of letters of any script', document('<group id="գ1"/><group id="§"/>'), '3 nmtoken-malformed'],
    ['an empty id', document('<group id=""/>'), '3 nmtoken-malformed'],
    [
      'the place of a target',
      unit('<segment><source>a</source><target order="0">a</target></segment>'),
      '4 number-malformed',
    ],
    [
      'white space of data',
      unit(
        '<originalData><data id="d" xml:space="default">x</data></originalData><segment><source>a</source></segment>',
      ),
      '4 value-fixed',
    ],
    [
      'the type of a unit',
      document('<unit id="u1" type="title"><segment><source>a</source></segment></unit>'),
      '3 type-malformed',
    ],
    ['the reserved type of a group', document('<group id="g" type="xlf:a"/>'), '3 prefix-reserved'],
    ['the type of a code', segment('<ph id="1" type="my:a"/>'), '5 type-unknown'],
    [
      'the type of a marker',
      segment('<mrk id="1" type="my:a">a</mrk><mrk id="2" type="note">a</mrk>'),
      '5 type-unknown',
    ],
    [
      'an address',
      segment('<mrk id="1" type="term" ref="a b">a</mrk><mrk id="2" type="term" ref="a%zz">a</mrk>'),
      '5 uri-malformed',
    ],
  ]);
});

describe('ids', () => {
  check([
    [
      'the same unit in two files',
      `${document(UNIT).slice(0, -'</xliff>'.length)}<file id="f2">${UNIT}</file></xliff>`,
    ],
    [
      'two files',
      `${document(UNIT).slice(0, -'</xliff>'.length)}\n<file id="f1">${UNIT}</file></xliff>`,
      '6 id-not-unique',
    ],
    [
      'a unit in a group',
      document(`${UNIT}<group id="g"><group id="h">\n${UNIT}</group></group>`),
      '4 id-not-unique',
    ],
    ['a group and a unit', document(`<group id="u1"/>${UNIT}`)],
    ['a nested group', document('<group id="g">\n<group id="g"/></group>'), '4 id-not-unique'],
    [
      'a segment and a code of another',
      unit('<segment id="1"><source>a</source></segment>\n<segment><source><ph id="1"/></source></segment>'),
      '5 id-not-unique',
    ],
    ['a code and a marker', segment('<ph id="1"/><mrk id="1" translate="no">a</mrk>'), '5 id-not-unique'],
    [
      'a code and a note',
      unit('<notes><note id="1">a</note></notes><segment><source><ph id="1"/></source></segment>'),
    ],
    [
      'codes that a target repeats',
      segment('<ph id="1"/><pc id="2">a</pc>', '<pc id="2">a</pc><ph id="1"/>'),
    ],
    ['a pair that a target has as two', segment('<pc id="2">a</pc>', '<sc id="2"/>a<ec startRef="2"/>')],
    [
      'a code that a target repeats twice',
      segment('<ph id="1"/>', '<ph id="1"/><ph id="1"/>'),
      '6 id-not-unique',
    ],
    [
      'a code that a target turns into another',
      segment('<ph id="1"/>', '<pc id="1">a</pc>'),
      '6 target-id-taken',
    ],
    ['a code of a target with the id of a segment', segment('a', '<ph id="s1"/>'), '6 target-id-taken'],
    [
      'a code that moved to the target of another segment',
      parts(['<ph id="1"/>', 'a'], ['b', '<ph id="1"/>']),
    ],
    [
      'notes of a file and of its unit',
      document(
        '<notes><note id="n">a</note></notes><unit id="u1"><notes><note id="n">a</note></notes><segment><source>a</source></segment></unit>',
      ),
    ],
    [
      'extensions of two units',
      document(
        `<unit id="u1"><my:x id="x"/><segment><source>a</source></segment></unit><unit id="u2"><my:x id="x"/><segment><source>a</source></segment></unit>`,
      ),
    ],
    [
      'an extension deep within another',
      document(`<my:x id="x"><my:y><my:z id="x"/></my:y></my:x>${UNIT}`),
      '3 extension-id-not-unique',
    ],
    ['an extension id that is none', document(`<my:x id="a b"/>${UNIT}`), '3 extension-id-malformed'],
  ]);
});

describe('start and end', () => {
  check([
    ['a pair across segments', parts(['<sc id="1"/>a'], ['b<ec startRef="1"/>'])],
    [
      'an isolated start and an isolated end',
      segment('<sc id="1" isolated="yes"/>a<ec id="2" isolated="yes" dir="ltr"/>'),
    ],
    [
      'a pair across units',
      document(
        '<unit id="u1"><segment><source><sc id="1"/></source></segment></unit>\n<unit id="u2"><segment><source><ec startRef="1"/></source></segment></unit>',
      ),
      '3 sc-without-ec',
      '4 ec-without-sc',
    ],
    [
      'a pair with its end on the other side',
      segment('<sc id="1"/>a<ec startRef="1"/>', '<sc id="1"/>a'),
      '6 sc-without-ec',
    ],
    [
      'an end without its start in the target',
      segment('<sc id="1"/>a<ec startRef="1"/>', 'a<ec startRef="1"/>'),
      '6 ec-without-sc',
    ],
    [
      'a half of which is not yet translated',
      parts(['<sc id="1"/>a', '<sc id="1"/>b'], ['c<ec startRef="1"/>']),
    ],
    ['two ends', segment('<sc id="1"/>a<ec startRef="1"/>b<ec startRef="1"/>'), '5 ec-repeated'],
    [
      'an end before its start in a target',
      segment('<sc id="1"/>a<ec startRef="1"/>', '<ec startRef="1"/>a<sc id="1"/>'),
      '6 ec-before-sc',
    ],
    [
      'an end of a marker for a code',
      segment('<sc id="1"/>a<em startRef="1"/>'),
      '5 sc-without-ec',
      '5 em-without-sm',
    ],
    [
      'a pair across targets that change their order',
      unit(
        '<segment><source><sc id="1"/>a</source><target order="2">b<ec startRef="1"/></target></segment><segment><source>c<ec startRef="1"/></source><target order="1"><sc id="1"/>d</target></segment>',
      ),
    ],
    ['a direction of an end', segment('<sc id="1" dir="ltr"/>a<ec startRef="1" dir="ltr"/>'), '5 ec-dir'],
    ['an isolated end without an id', segment('a<ec isolated="yes"/>'), '5 ec-isolated-id'],
    ['a start that says yes by default', segment('<sc id="1" canOverlap="yes"/>a<ec startRef="1"/>')],
    ['an end that says no', segment('a', '<sc id="1"/>a<ec startRef="1" canDelete="no"/>'), '6 pair-differs'],
    [
      'a sequence that a pair begins',
      segment(`<sc id="1" ${KEPT} canReorder="firstNo"/>a<ec startRef="1" ${KEPT} canReorder="no"/>`),
    ],
    ['markers across segments', parts(['<sm id="m" translate="no"/>a'], ['b<em startRef="m"/>'])],
    ['a lone marker in a target', segment('a', '<sm id="m" translate="no"/>a'), '6 sm-without-em'],
    [
      'two ends of a marker',
      segment('<sm id="m" translate="no"/>a<em startRef="m"/><em startRef="m"/>'),
      '5 em-repeated',
    ],
  ]);
});

describe('annotations and references', () => {
  const notes = '<notes><note id="n1">a</note></notes>';
  const ref = (value: string, type = 'my:a'): string =>
    segment(`<mrk id="m1" type="${type}" ref="${value}">a</mrk>`, null, notes);
  check([
    ['a marker that says nothing', segment('<mrk id="m">a</mrk>'), '5 annotation-translate-missing'],
    ['a term without more', segment('<mrk id="m" type="term">a</mrk>')],
    [
      'a comment with neither',
      segment('<sm id="m" type="comment"/>a<em startRef="m"/>'),
      '5 comment-value-or-ref',
    ],
    [
      'a comment in a target to a note of the unit',
      segment('a', '<mrk id="m" type="comment" ref="#n=n1">a</mrk>', notes),
    ],
    ['a comment to its note by all steps', ref('#/f=f1/u=u1/n=n1', 'comment')],
    ['a comment to a note of another unit', ref('#u=u2/n=n1', 'comment'), '5 comment-ref-note'],
    ['a comment to another document', ref('a.xlf#n=n1', 'comment'), '5 comment-ref-note'],
    ['a comment to no note', ref('#n=n2', 'comment'), '5 comment-ref-note'],
    ['the unit itself', ref('#u=u1')],
    ['the segment', ref('#s1')],
    ['a code in the target that there is not', ref('#t=1'), '5 ref-unresolved'],
    ['a unit that there is not', ref('#/f=f1/u=u9'), '5 ref-unresolved'],
    ['a file that there is not', ref('#/f=f9'), '5 ref-unresolved'],
    ['another document', ref('other.xlf#whatever/=')],
    ['no id', ref('#n='), '5 fragment-malformed'],
    ['nothing', ref('#'), '5 fragment-malformed'],
    ['two leaves', ref('#n=n1/s1'), '5 fragment-leaf'],
    ['a unit after a leaf', ref('#n=n1/u=u1'), '5 fragment-leaf'],
    ['group before file', ref('#g=g1/f=f1'), '5 fragment-order'],
    ['file twice', ref('#f=f1/f=f1'), '5 fragment-prefix-repeated'],
    ['an unknown letter', ref('#q=1'), '5 fragment-prefix-short'],
    ['an unknown word', ref('#zzz=1'), '5 fragment-prefix-unknown'],
    ['the prefix of a module', ref('#mtc=1'), '5 ref-unresolved'],
  ]);

  it('a note refers to what it is about in 2.2 only', () => {
    const text = (version: '2.1' | '2.2'): string =>
      document(
        '<unit id="u1"><notes><note ref="#s1">a</note></notes><segment id="s1"><source>a</source></segment></unit>',
        '',
        version,
      );
    expect(codesOf(text('2.2'))).toEqual([]);
    expect(codesOf(text('2.1'))).toEqual(['attribute-unknown']);
  });

  it('a note outside units refers to what comes later', () => {
    const text = (ref: string): string =>
      document(
        `<notes>\n<note ref="${ref}">a</note></notes><group id="g"><notes><note id="n">a</note></notes>${UNIT}</group>`,
        '',
        '2.2',
      );
    for (const ref of ['#u=u1', '#/f=f1/g=g', '#g=g/n=n', 'a.xlf#??', '#f=f1'])
      expect(codesOf(text(ref))).toEqual([]);
    for (const ref of ['#u=u2', '#g=g/n=m', '#f=f2'])
      expect(problemsOf(text(ref))).toEqual(['4 ref-unresolved']);
    expect(problemsOf(text('#u1/u2'))).toEqual(['4 fragment-leaf']);
  });

  it('a reference forward in the file is found', () => {
    const text = (id: string): string =>
      document(
        `<unit id="u1"><segment><source><ph id="1" subFlows="u2 ${id}"/></source></segment></unit><group id="g"><unit id="u2"><segment><source>a</source></segment></unit></group>`,
      );
    expect(codesOf(text('u1'))).toEqual([]);
    expect(problemsOf(text('u3'))).toEqual(['3 subflow-unknown']);
  });

  it('a sub-flow in another file is not found', () => {
    const text = document(
      '<unit id="u1"><segment><source><pc id="1" subFlowsEnd="u2">a</pc></source></segment></unit>',
    );
    const other = '<file id="f2"><unit id="u2"><segment><source>a</source></segment></unit></file></xliff>';
    expect(problemsOf(text.replace('</xliff>', other))).toEqual(['3 subflow-unknown']);
  });
});

describe('codes', () => {
  check([
    ['data of a target', segment('a', '<ph id="1" dataRef="d2"/>', DATA), '6 data-ref-unknown'],
    [
      'data of another unit',
      document(
        `<unit id="u1">${DATA}<segment><source>a</source></segment></unit>\n<unit id="u2"><segment><source><ph id="1" dataRef="d1"/></source></segment></unit>`,
      ),
      '4 data-ref-unknown',
    ],
    ['a copy in a target', segment('<pc id="1">a</pc>', '<pc id="1">a</pc><pc id="2" copyOf="1">a</pc>')],
    [
      'a copy of what is not',
      segment('<pc id="1">a</pc>', '<pc id="2" copyOf="3">a</pc>'),
      '6 copy-of-unknown',
    ],
    [
      'a copy of what may not be copied',
      segment('<ph id="1" canCopy="no"/>', '<ph id="1" canCopy="no"/><ph id="2" copyOf="1"/>'),
      '6 copy-not-allowed',
    ],
    [
      'a copy of what has data',
      segment('<ph id="1" dataRef="d1"/>', '<ph id="2" copyOf="1"/>', DATA),
      '6 copy-of-data',
    ],
    ['a code that may not be deleted', segment('<pc id="1" canDelete="no">a</pc>', 'a'), '5 code-removed'],
    [
      'one whose end is missing',
      segment('<sc id="1" canDelete="no"/>a<ec startRef="1" canDelete="no"/>', 'a'),
      '5 code-removed',
      '5 code-removed',
    ],
    ['one that the other segment has', parts([`<ph id="1" ${KEPT}/>`, 'a'], ['b', `<ph id="1" ${KEPT}/>`])],
    ['one of a segment without a target', parts([`<ph id="1" ${KEPT}/>`], ['b', 'c'])],
    [
      'one of an ignorable',
      unit(
        `<ignorable><source><ph id="1" canDelete="no"/></source><target> </target></ignorable><segment><source>a</source></segment>`,
      ),
      '4 code-removed',
    ],
    ['a character that XML has', segment('<cp hex="0041"/>'), '5 hex-valid-in-xml'],
    [
      'characters that it has not',
      segment('<cp hex="0000"/><cp hex="001B"/><cp hex="D800"/><cp hex="FFFE"/>'),
    ],
    [
      'too few digits, too many, too high',
      segment('<cp hex="1"/><cp hex="00000001"/><cp hex="110000"/>'),
      '5 hex-malformed',
      '5 hex-malformed',
      '5 hex-malformed',
    ],
    [
      'a subtype of another type',
      segment('<ph id="1" type="fmt" subType="xlf:lb"/><ph id="2" type="link" subType="xlf:lb"/>'),
      '5 subtype-type',
    ],
    ['a subtype that is not', segment('<ph id="1" type="fmt" subType="xlf:strong"/>'), '5 subtype-unknown'],
    ["a subtype of one's own", segment('<ph id="1" type="image" subType="my:a"/>')],
    ['a subtype without a prefix', segment('<ph id="1" type="fmt" subType="b"/>'), '5 subtype-malformed'],
  ]);
});

describe('sequences that may not be reordered', () => {
  const first = (id: string): string => `<ph id="${id}" ${KEPT} canReorder="firstNo"/>`;
  const next = (id: string): string => `<ph id="${id}" ${KEPT} canReorder="no"/>`;
  const free = (id: string): string => `<ph id="${id}"/>`;
  const three = first('1') + next('2') + next('3');
  check([
    ['kept', segment(three + free('4'), free('4') + three)],
    ['changed', segment(three, first('1') + next('3') + next('2')), '6 reorder-changed'],
    [
      'parted',
      segment(three + free('4'), first('1') + free('4') + next('2') + next('3')),
      '6 reorder-changed',
    ],
    [
      'two of them, in another order',
      segment(three + first('5') + next('6'), first('5') + next('6') + three),
    ],
    [
      'two of them, one within the other',
      segment(three + first('5') + next('6'), first('1') + first('5') + next('6') + next('2') + next('3')),
      '6 reorder-changed',
    ],
    ['begun in a target', segment('a', next('1')), '6 reorder-first-no'],
    ['across segments', parts([first('1') + next('2'), first('1')], [next('3'), next('2') + next('3')])],
    [
      'with text and markers between',
      segment(`${first('1')} a <mrk id="m" translate="no">${next('2')}</mrk>`),
    ],
    ['after a code that is free', segment(first('1') + free('2') + next('3')), '5 reorder-first-no'],
    ['one that may be deleted', segment('<ph id="1" canReorder="firstNo" canCopy="no"/>'), '5 reorder-hints'],
    [
      'a sequence within a pair',
      segment(
        `<pc id="1" ${KEPT} canReorder="firstNo">${next('2')}</pc>`,
        `<pc id="1" ${KEPT} canReorder="firstNo"> ${next('2')} </pc>`,
      ),
    ],
  ]);
});

describe('targets', () => {
  const target = (attributes: string, state = ''): string =>
    unit(`<segment${state}><source>a</source>\n<target${attributes}>a</target></segment>`);
  check([
    ['the language of the file', target(' xml:lang="FR"')],
    ['a regional variant of it', target(' xml:lang="fr-CA"'), '5 target-language-differs'],
    [
      'a language from around',
      document(
        '<unit id="u1" xml:lang="fr"><segment>\n<source>a</source>\n<target>a</target></segment></unit>',
      ),
      '4 source-language-differs',
    ],
    [
      'a language of a note',
      unit('<notes><note xml:lang="de">a</note></notes><segment><source>a</source></segment>'),
    ],
    ['white space of its own', target(' xml:space="preserve"'), '5 space-differs'],
    [
      'white space as around',
      document(
        '<unit id="u1" xml:space="preserve"><segment><source xml:space="preserve">a</source><target>a</target></segment></unit>',
      ),
    ],
    [
      'white space of the source alone',
      document(
        '<unit id="u1" xml:space="preserve"><segment><source xml:space="default">a</source>\n<target>a</target></segment></unit>',
      ),
      '4 space-differs',
    ],
    [
      'a state without a target',
      unit('<segment state="final"><source>a</source></segment>'),
      '4 state-without-target',
    ],
    [
      'the first state without a target',
      unit('<segment state="initial" subState="my:a"><source>a</source></segment>'),
    ],
    ['a substate of the standard', target('', ' state="final" subState="xlf:a"'), '4 prefix-reserved'],
    ['a place beyond the last', target(' order="2"'), '5 order-out-of-range'],
    [
      'places that change',
      unit(
        '<segment><source>a</source><target order="2">a</target></segment><segment><source>a</source><target order="1">a</target></segment>',
      ),
    ],
    [
      'a place of an ignorable',
      unit(
        '<segment><source>a</source><target>a</target></segment><ignorable><source> </source>\n<target order="1"> </target></ignorable>',
      ),
      '5 order-not-unique',
    ],
  ]);

  it('need a language of the file', () => {
    expect(problemsOf(target('').replace(' trgLang="fr"', ''))).toEqual(['1 target-language-missing']);
  });
});

it('keeps the first problems and counts the others', () => {
  const { problems, total } = validate(document('<group id="g"/>\n'.repeat(3000)));
  expect(problems).toHaveLength(1000);
  expect(total).toBe(2999);
  expect(problems[0]).toMatchObject({
    line: 4,
    column: 1,
    code: 'id-not-unique',
    values: { element: 'group', id: 'g' },
  });
});

it("names the unit and the segment, and the clause of the file's own version", () => {
  const clauses = (['2.0', '2.1', '2.2'] as const).map((version) => {
    const text = document(
      '<unit id="u1"><segment id="s1"><source><ph id="1" dataRef="d"/></source></segment></unit>',
      '',
      version,
    );
    const [problem] = validate(text).problems;
    expect(problem).toMatchObject({ unit: 'u1', segment: 's1', line: 3, column: 40 });
    return problem?.clause;
  });
  expect(clauses).toEqual([
    'https://docs.oasis-open.org/xliff/xliff-core/v2.0/xliff-core-v2.0.html#dataref',
    'https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#dataref',
    'https://docs.oasis-open.org/xliff/xliff-core/v2.2/xliff-extended-v2.2-part2.html#dataref',
  ]);
});

it('notes and metadata of a whole document are of 2.2', () => {
  const text = (version: '2.1' | '2.2'): string =>
    document(UNIT, '', version).replace('<file ', '<notes><note id="n">a</note></notes><file ');
  expect(codesOf(text('2.2'))).toEqual([]);
  expect(codesOf(text('2.1'))).toEqual(['element-misplaced']);
});
