import type { ProblemCode } from '../../src/exchange/validate/problem.ts';

const NAMESPACE = 'urn:oasis:names:tc:xliff:document:1.2';
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const STRICT = `${XSI} xsi:schemaLocation="${NAMESPACE} xliff-core-1.2-strict.xsd"`;

/** A file of XLIFF 1.2 with every element and attribute; `ts`, `tool`, `prop-group` and foreign names only where not strict. */
function rich(old: (text: string) => string, root: string): string {
  const inline = (id: string): string =>
    `a <g id="${id}g" ctype="bold" clone="no"${old(' ts="1"')}>b<x id="${id}x" ctype="image" equiv-text="pic"/></g><bx id="${id}b" rid="${id}1" ctype="x-own"/>c<ex id="${id}e" rid="${id}1"/><bpt id="${id}p" rid="${id}2" ctype="link" crc="1">[a]<sub datatype="html" ctype="italic" xid="t2">s</sub></bpt>d<ept id="${id}q" rid="${id}2" crc="2">[/a]</ept><ph id="${id}h" ctype="lb" assoc="both" crc="3">[br]</ph><it id="${id}i" pos="open" ctype="underlined" rid="${id}3">[i]</it><mrk mtype="term" comment="c">t</mrk>`;
  return `<?xml version="1.0" encoding="utf-8"?>
<xliff xmlns="${NAMESPACE}" ${root} version="1.2" xml:lang="en">${old('<my:x xmlns:my="urn:my"/>')}
<file original="a.html" source-language="en" target-language="fr-CA" datatype="html" tool-id="tl" date="2026-03-31T12:00:00Z" xml:space="preserve" category="c" product-name="n" product-version="1" build-num="2"${old(' tool="t" ts="1"')}>
<header>
<skl><internal-file form="text" crc="1">x</internal-file></skl>
<phase-group><phase phase-name="p1" process-name="tr" company-name="c" tool-id="tl" date="2026-03-31T12:00:00" job-id="j" contact-name="n" contact-email="e" contact-phone="1"><note>x</note></phase><phase phase-name="p2" process-name="rv"/></phase-group>
<glossary><external-file href="g.tbx" crc="1" uid="u1"/></glossary>
<reference><external-file href="r.pdf" uid="u2"/></reference>
<count-group name="cg1"><count count-type="total" phase-name="p1" unit="word">12</count></count-group>
${old('<prop-group name="pg"><prop prop-type="x" xml:lang="en">y</prop></prop-group>')}<note xml:lang="en" priority="2" from="me" annotates="source">x</note>
<tool tool-id="tl" tool-name="T" tool-version="1" tool-company="C">x</tool>
</header>
<body>
<group id="g1" datatype="html" xml:space="default" restype="x-para" resname="r" extradata="e" extype="t" help-id="h" menu="m" menu-option="o" menu-name="n" coord="1;2;3;#" font="f" css-style="s" style="s" exstyle="e" translate="yes" reformat="coord font" size-unit="char" maxwidth="9" minwidth="1" maxheight="9" minheight="1" maxbytes="9" minbytes="1" charclass="c" merged-trans="no"${old(' ts="1"')}>
<context-group name="cx" crc="1" purpose="location match"><context context-type="sourcefile" match-mandatory="no" crc="1">f</context></context-group>
<count-group name="cg2"/>
<note>x</note>
<trans-unit id="t1" approved="yes" translate="yes" reformat="no" xml:space="preserve" datatype="html" phase-name="p1" restype="label" resname="r" maxwidth="9" size-unit="pixel"${old(' ts="1"')}>
<source xml:lang="en"${old(' ts="1"')}>${inline('s')}</source>
<seg-source><mrk mtype="seg" mid="1">${inline('m')}</mrk></seg-source>
<target state="needs-review-translation" state-qualifier="fuzzy-match" phase-name="p2" xml:lang="fr-CA" resname="r" coord="#;#;#;#" font="f" css-style="s" style="s" exstyle="e" equiv-trans="no"${old(' ts="1" restype="label"')}><mrk mtype="seg" mid="1">${inline('t')}</mrk></target>
<context-group><context context-type="x-own">c</context></context-group>
<count-group name="cg3"><count>1</count></count-group>
${old('<prop-group><prop prop-type="x">y</prop></prop-group>')}<note priority="10">n</note>
<alt-trans match-quality="90%" tool-id="tl" crc="1" xml:lang="fr" origin="tm" datatype="html" xml:space="default" restype="label" mid="1" phase-name="p1" alttranstype="proposal"${old(' tool="t" ts="1"')}><source>a</source><seg-source><mrk mtype="seg" mid="1">a</mrk></seg-source><target><mrk mtype="seg" mid="1">b</mrk></target>${old('<target>c</target>')}<context-group><context context-type="record">c</context></context-group><note>x</note></alt-trans>
${old('<my:x xmlns:my="urn:my"><my:y/></my:x>')}</trans-unit>
<trans-unit id="t2"><source>b</source></trans-unit>
</group>
<bin-unit id="b1" mime-type="image/png" approved="no" translate="no" reformat="yes" restype="icon" resname="r" phase-name="p1"${old(' ts="1"')}><bin-source${old(' ts="1"')}><internal-file>x</internal-file></bin-source><bin-target mime-type="image/png" state="new" state-qualifier="x-own" phase-name="p1" restype="icon" resname="r"${old(' ts="1"')}><external-file href="b.png"/></bin-target><note>x</note><trans-unit id="t3"><source>c</source></trans-unit></bin-unit>
</body>
</file>
<file original="b" source-language="en" datatype="x-own"><body/></file>
</xliff>`;
}

export const RICH: string = rich((text) => text, '');
export const RICH_STRICT: string = rich(() => '', STRICT);

type Snippet = readonly [what: string, text: string, codes: readonly ProblemCode[]];

function file(body: string, header = '', attributes = '', root = ''): string {
  return `<xliff xmlns="${NAMESPACE}" version="1.2"${root}><file original="a" source-language="en" target-language="fr" datatype="html"${attributes}>${header}<body>${body}</body></file></xliff>`;
}

function unit(inner: string, attributes = ''): string {
  return file(`<trans-unit id="1"${attributes}>${inner}</trans-unit>`);
}

const source = (content: string): string => unit(`<source>${content}</source>`);
const SEGMENTS =
  '<source>a b</source><seg-source><mrk mtype="seg" mid="1">a</mrk> <mrk mtype="seg" mid="2">b</mrk></seg-source>';

/** Small files of XLIFF 1.2, good and bad, and what is reported of them. */
export const OLD_SNIPPETS: readonly Snippet[] = [
  ['everything', RICH, []],
  ['everything that is strict', RICH_STRICT, []],
  [
    'two units',
    file('<trans-unit id="1"><source/></trans-unit><group><trans-unit id="2"><source/></trans-unit></group>'),
    [],
  ],
  [
    'an id twice',
    file('<trans-unit id="1"><source/></trans-unit><group><trans-unit id="1"><source/></trans-unit></group>'),
    ['v12-unit-id-repeated'],
  ],
  [
    'an id of a picture',
    file(
      '<trans-unit id="1"><source/></trans-unit><bin-unit id="1" mime-type="image/png"><bin-source><external-file href="a"/></bin-source></bin-unit>',
    ),
    ['v12-unit-id-repeated'],
  ],
  [
    'an id in two files',
    file('<trans-unit id="1"><source/></trans-unit>').replace(
      '</xliff>',
      '<file original="b" source-language="en" datatype="html"><body><trans-unit id="1"><source/></trans-unit></body></file></xliff>',
    ),
    [],
  ],
  ['groups', file('<group id="1"><group id="1"/></group>'), ['v12-group-id-repeated']],
  [
    'names',
    unit(
      '<source/><context-group name="n"><context context-type="element">a</context></context-group><context-group name="n"><context context-type="element">a</context></context-group>',
    ),
    ['v12-name-repeated'],
  ],
  [
    'the same name for another thing',
    unit(
      '<source/><count-group name="n"/><context-group name="n"><context context-type="element">a</context></context-group>',
    ),
    [],
  ],
  [
    'uids',
    file(
      '',
      '<header><glossary><external-file href="a" uid="u"/></glossary><reference><external-file href="b" uid="u"/></reference></header>',
    ),
    ['v12-uid-repeated'],
  ],
  ['a tool', file('', '<header><tool tool-id="t" tool-name="T"/></header>', ' tool-id="t"'), []],
  [
    'no such tool',
    file('', '<header><tool tool-id="t" tool-name="T"/></header>', ' tool-id="u"'),
    ['v12-tool-unresolved'],
  ],
  ['no tool at all', unit('<source/><alt-trans tool-id="t"><target/></alt-trans>'), ['v12-tool-unresolved']],
  [
    'a tool twice',
    file('', '<header><tool tool-id="t" tool-name="T"/><tool tool-id="t" tool-name="U"/></header>'),
    ['v12-tool-repeated'],
  ],
  [
    'a phase',
    file(
      '<trans-unit id="1" phase-name="p"><source/></trans-unit>',
      '<header><phase-group><phase phase-name="p" process-name="x"/></phase-group></header>',
    ),
    [],
  ],
  ['no such phase', unit('<source/><target phase-name="p"/>'), ['v12-phase-unresolved']],
  [
    'no such phase for a picture',
    file(
      '<bin-unit id="1" mime-type="image/png" phase-name="p"><bin-source><external-file href="a"/></bin-source></bin-unit>',
    ),
    ['v12-phase-unresolved'],
  ],
  [
    'a phase twice',
    file(
      '',
      '<header><phase-group><phase phase-name="p" process-name="x"/><phase phase-name="p" process-name="y"/></phase-group></header>',
    ),
    ['v12-phase-repeated'],
  ],
  ['a unit elsewhere', source('<ph id="1" xid="1">a</ph>'), []],
  ['a unit nowhere', source('<ph id="1" xid="2">a</ph>'), ['v12-xid-unresolved']],
  ['pairs by rid', source('<bpt id="1" rid="1">a</bpt>b<ept id="2" rid="1">c</ept>'), []],
  ['pairs by id', source('<bx id="1"/>b<ex id="1"/>'), []],
  ['a pair across', source('<bpt id="1" rid="1">a</bpt><g id="2">b<ept id="3" rid="1">c</ept></g>'), []],
  ['no end', source('<bpt id="1" rid="1">a</bpt>'), ['v12-code-unpaired']],
  ['no beginning', source('<ex id="1" rid="1"/>'), ['v12-code-unpaired']],
  ['the end first', source('<ex id="2" rid="1"/><bx id="1" rid="1"/>'), ['v12-code-unpaired']],
  ['two kinds', source('<bx id="1" rid="1"/><ept id="2" rid="1">a</ept>'), ['v12-code-unpaired']],
  [
    'a rid twice',
    source('<bx id="1" rid="1"/><ex id="2" rid="1"/><bx id="3" rid="1"/><ex id="4" rid="1"/>'),
    ['v12-rid-repeated'],
  ],
  ['a lone code', source('<it id="1" pos="open">a</it>'), []],
  ['a code twice', source('<x id="1"/><ph id="1">a</ph>'), ['v12-code-repeated']],
  ['a clone', unit('<source><x id="1"/></source><target><x id="1"/><x id="1"/></target>'), []],
  [
    'segments',
    unit(
      `${SEGMENTS}<target><mrk mtype="seg" mid="2">c</mrk></target><alt-trans mid="1"><target/></alt-trans>`,
    ),
    [],
  ],
  [
    'no such segment',
    unit(`${SEGMENTS}<target><mrk mtype="seg" mid="3">c</mrk></target>`),
    ['v12-mid-unresolved'],
  ],
  [
    'a candidate for no segment',
    unit(`${SEGMENTS}<alt-trans mid="3"><target/></alt-trans>`),
    ['v12-mid-unresolved'],
  ],
  ['a segment twice', unit(SEGMENTS.replace('mid="2"', 'mid="1"')), ['v12-mid-repeated']],
  ['languages', unit('<source xml:lang="en-US"/><target xml:lang="FR"/>'), []],
  ['another source', unit('<source xml:lang="de"/>'), ['v12-language-wrong']],
  ['another target', unit('<source/><target xml:lang="de"/>'), ['v12-language-wrong']],
  [
    'a candidate in another language',
    unit('<source/><alt-trans><source xml:lang="de"/><target xml:lang="it"/></alt-trans>'),
    [],
  ],
  ['no file', `<xliff xmlns="${NAMESPACE}" version="1.2"/>`, ['v12-file-missing']],
  [
    'something after the last file',
    file('').replace('</xliff>', '<my:x xmlns:my="urn:my"/></xliff>'),
    ['v12-file-missing'],
  ],
  ['old attributes', file('<trans-unit id="1" ts="x"><source/></trans-unit>', '', ' tool="x"'), []],
  [
    'old attributes where they are not',
    file('<trans-unit id="1" ts="x"><source/></trans-unit>', '', ' tool="x"', ` ${STRICT}`),
    ['v12-deprecated'],
  ],
  [
    'properties where they are not',
    file(
      '<trans-unit id="1"><source/><prop-group><prop prop-type="x">y</prop></prop-group></trans-unit>',
      '',
      '',
      ` ${STRICT}`,
    ),
    ['v12-deprecated'],
  ],
  [
    'attributes that nobody has where it is strict',
    file('<trans-unit id="1" novel="x"><source/></trans-unit>', '', '', ` ${STRICT}`),
    ['attribute-unknown'],
  ],
  ['attributes that nobody has', file('<trans-unit id="1" novel="x"><source/></trans-unit>'), []],
  ['two targets', unit('<source/><alt-trans><target/><target/></alt-trans>'), []],
  [
    'two targets where it is strict',
    file(
      '<trans-unit id="1"><source/><alt-trans><target/><target/></alt-trans></trans-unit>',
      '',
      '',
      ` ${STRICT}`,
    ),
    ['v12-target-repeated'],
  ],
  ['a state', unit('<source/><target state="x-own"/>'), []],
  ['a state of 2.x', unit('<source/><target state="reviewed"/>'), ['value-not-listed']],
  ['a date', file('', '', ' date="2026-02-30T00:00:00Z"'), ['date-malformed']],
  ['no id', file('<trans-unit><source/></trans-unit>'), ['attribute-missing']],
  ['no position', source('<it id="1">a</it>'), ['attribute-missing']],
  ['a kind of code of one’s own', source('<g id="1" ctype="x-own">a</g>'), []],
  ['a kind of code of nobody', source('<g id="1" ctype="own">a</g>'), ['value-not-listed']],
  [
    'a picture without a source',
    file('<bin-unit id="1" mime-type="image/png"><note>a</note></bin-unit>'),
    ['element-missing'],
  ],
  [
    'a skeleton twice',
    file('', '<header><skl><internal-file>a</internal-file><external-file href="b"/></skl></header>'),
    ['element-repeated'],
  ],
  ['a skeleton of nothing', file('', '<header><skl/></header>'), ['element-missing']],
  ['the target first', unit('<target/><source/>'), ['element-order']],
  ['text among units', file('text'), ['text-misplaced']],
];
