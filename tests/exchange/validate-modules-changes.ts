import { file, type Snippet, UNIT, unit } from './validate-modules-text.ts';

const NOTES = '<notes><note id="n1" category="c">a</note><note id="n2">b</note></notes>';
const track = (
  attributes: string,
  revisions = '<ctr:revision><ctr:item property="content">x</ctr:item></ctr:revision>',
): string =>
  unit(
    `<ctr:changeTrack><ctr:revisions ${attributes}>${revisions}</ctr:revisions></ctr:changeTrack>${NOTES}`,
  );
const revision = (property: string, version = ''): string =>
  `<ctr:revision${version}><ctr:item property="${property}">x</ctr:item></ctr:revision>`;

/** Change tracking. */
export const CTR: readonly Snippet[] = [
  ['ctr', 'a note', track('appliesTo="note" ref="n1"'), []],
  ['ctr', 'a source', track('appliesTo="source"'), []],
  ['ctr', 'a segment', track('appliesTo="segment" ref="s1"'), []],
  ['ctr', 'what is no element', track('appliesTo="sentence"'), ['value-not-listed']],
  ['ctr', 'which note', track('appliesTo="note"'), ['ctr-ref-missing']],
  ['ctr', 'no such note', track('appliesTo="note" ref="n3"'), ['ctr-ref-unresolved']],
  ['ctr', 'a segment for a note', track('appliesTo="note" ref="s1"'), ['ctr-ref-unresolved']],
  ['ctr', 'an attribute', track('appliesTo="note" ref="n1"', revision('category')), []],
  [
    'ctr',
    'an attribute that is not there',
    track('appliesTo="note" ref="n2"', revision('category')),
    ['ctr-property-unknown'],
  ],
  [
    'ctr',
    'the version',
    track(
      'appliesTo="note" ref="n1" currentVersion="2"',
      revision('content', ' version="1"') + revision('content', ' version="2"'),
    ),
    [],
  ],
  [
    'ctr',
    'a version that is not there',
    track('appliesTo="note" ref="n1" currentVersion="3"', revision('content', ' version="1"')),
    ['ctr-version-unresolved'],
  ],
  [
    'ctr',
    'a property twice',
    track(
      'appliesTo="note" ref="n1"',
      '<ctr:revision><ctr:item property="content">x</ctr:item><ctr:item property="content">y</ctr:item></ctr:revision>',
    ),
    ['ctr-item-repeated'],
  ],
  [
    'ctr',
    'a time',
    track('appliesTo="note" ref="n1"', revision('content', ' datetime="2013-07-16T10:30:00+08:00"')),
    [],
  ],
  [
    'ctr',
    'no time',
    track('appliesTo="note" ref="n1"', revision('content', ' datetime="yesterday"')),
    ['date-malformed'],
  ],
  ['ctr', 'for nothing', track('ref="n1"'), ['attribute-missing']],
  ['ctr', 'no revision', track('appliesTo="note" ref="n1"', ''), ['element-missing']],
  [
    'ctr',
    'notes of a file',
    file(
      `<ctr:changeTrack><ctr:revisions appliesTo="note" ref="n9">${revision('content')}</ctr:revisions></ctr:changeTrack>${NOTES}${UNIT}`,
    ),
    ['ctr-ref-unresolved'],
  ],
  [
    'ctr',
    'in another version',
    track('appliesTo="note" ref="n1"').replace('version="2.1"', 'version="2.0"'),
    [],
  ],
];

const variants = (selector: string, one: string, other: string): string =>
  file(
    `<unit id="u1" canResegment="no" pgs:switch="${selector}"><segment id="s1" pgs:case="${one}"><source>a</source><target>b</target></segment><segment id="s2" pgs:case="${other}"><source>a</source><target>b</target></segment></unit>`,
    '2.2',
  );

/** Plural, gender and select. */
export const PGS: readonly Snippet[] = [
  ['pgs', 'plural', variants('plural:n', '1', 'other'), []],
  ['pgs', 'two', variants('gender:g,plural:n', 'feminine 0', 'other,other'), []],
  [
    'pgs',
    'units of a group',
    file(
      '<group id="g1" pgs:switch="select:x"><unit id="u1" pgs:case="red"><segment><source>a</source><target>b</target></segment></unit></group>',
      '2.2',
    ),
    [],
  ],
  ['pgs', 'a selector of nobody', variants('number:n', '1', 'other'), ['pgs-switch-malformed']],
  ['pgs', 'no variable', variants('plural', '1', 'other'), ['pgs-switch-malformed']],
  ['pgs', 'a form of nobody', variants('plural:n', 'single', 'other'), ['pgs-case-value']],
  ['pgs', 'too many values', variants('plural:n', '1 2', 'other'), ['pgs-case-count']],
  [
    'pgs',
    'a case of nothing',
    file('<unit id="u1"><segment pgs:case="1"><source>a</source><target>b</target></segment></unit>', '2.2'),
    ['pgs-switch-missing'],
  ],
  [
    'pgs',
    'foreign to 2.1',
    file('<unit id="u1" pgs:switch="number"><segment><source>a</source><target>b</target></segment></unit>'),
    [],
  ],
];
