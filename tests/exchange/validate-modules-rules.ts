import { file, type Snippet, source, UNIT, unit } from './validate-modules-text.ts';

const rule = (attributes: string): string =>
  unit(`<val:validation><val:rule ${attributes}/></val:validation>`);

/** Validation rules. */
export const VAL: readonly Snippet[] = [
  ...['isPresent', 'isNotPresent', 'startsWith', 'endsWith', 'my:own'].map(
    (name): Snippet => ['val', name, rule(`${name}="a"`), []],
  ),
  ['val', 'none', rule('caseSensitive="no"'), ['val-rule-count']],
  ['val', 'two', rule('startsWith="a" endsWith="a"'), ['val-rule-count']],
  ['val', 'one and one’s own', rule('startsWith="a" my:x="1"'), ['val-rule-count']],
  ['val', 'one’s own in two attributes', rule('my:x="1" my:y="2"'), []],
  ['val', 'how often', rule('isPresent="a" occurs="2"'), []],
  ['val', 'how often what', rule('startsWith="a" occurs="2"'), ['val-occurs-alone']],
  ['val', 'never', rule('isPresent="a" occurs="0"'), ['number-malformed']],
  ['val', 'in the source too', rule('endsWith="a" existsInSource="yes"'), []],
  ['val', 'not in the source', rule('isNotPresent="a" existsInSource="yes"'), ['val-exists-in-source']],
  ['val', 'case', rule('endsWith="a" caseSensitive="false"'), ['value-not-listed']],
  ['val', 'normalization', rule('endsWith="a" normalization="NFC"'), ['value-not-listed']],
  ['val', 'disabled in a unit', rule('endsWith="a" disabled="yes"'), []],
  [
    'val',
    'disabled in a file',
    file(`<val:validation><val:rule endsWith="a" disabled="yes"/></val:validation>${UNIT}`),
    ['val-disabled-in-file'],
  ],
  ['val', 'no rules', unit('<val:validation/>'), ['element-missing']],
  [
    'val',
    'content',
    unit('<val:validation><val:rule isPresent="a">b</val:rule></val:validation>'),
    ['text-misplaced'],
  ],
];

const META = '<mda:meta type="t">x</mda:meta>';
const mda = (inner: string): string => unit(`<mda:metadata id="a">${inner}</mda:metadata>`);

/** Metadata. */
export const MDA: readonly Snippet[] = [
  [
    'mda',
    'groups in groups',
    mda(
      `<mda:metaGroup id="b" category="c" appliesTo="target"><mda:metaGroup id="c">${META}</mda:metaGroup>${META}</mda:metaGroup>`,
    ),
    [],
  ],
  ['mda', 'no group', mda(META), ['element-missing', 'element-misplaced']],
  ['mda', 'an empty group', mda('<mda:metaGroup/>'), ['element-missing']],
  ['mda', 'no type', mda('<mda:metaGroup><mda:meta>x</mda:meta></mda:metaGroup>'), ['attribute-missing']],
  [
    'mda',
    'an id twice',
    mda(`<mda:metaGroup id="b"><mda:metaGroup id="b">${META}</mda:metaGroup></mda:metaGroup>`),
    ['mda-id-repeated'],
  ],
  ['mda', 'the id of all', mda(`<mda:metaGroup id="a">${META}</mda:metaGroup>`), ['mda-id-repeated']],
  ['mda', 'for nobody', mda(`<mda:metaGroup appliesTo="unit">${META}</mda:metaGroup>`), ['value-not-listed']],
  [
    'mda',
    'attributes of others',
    mda(`<mda:metaGroup my:a="1">${META}</mda:metaGroup>`),
    ['attribute-foreign'],
  ],
  [
    'mda',
    'at the top in 2.2',
    file(UNIT, '2.2').replace(
      '<file ',
      `<mda:metadata><mda:metaGroup>${META}</mda:metaGroup></mda:metadata><file `,
    ),
    [],
  ],
  [
    'mda',
    'at the top in 2.1',
    file(UNIT).replace('<file ', `<mda:metadata><mda:metaGroup>${META}</mda:metaGroup></mda:metadata><file `),
    ['element-misplaced'],
  ],
];

const note = (attributes: string): string => unit(`<notes><note ${attributes}>x</note></notes>`);

/** Format style. */
export const FS: readonly Snippet[] = [
  ['fs', 'an element of HTML', note('fs:fs="img" fs:subFs="src,a.png"'), []],
  ['fs', 'pairs', note('fs:fs="img" fs:subFs="src,c:\\\\docs\\alt,Smile\\title,one\\, two"'), []],
  ['fs', 'a value of nothing', note('fs:fs="img" fs:subFs="alt,"'), []],
  ['fs', 'not of HTML', note('fs:fs="script"'), ['value-not-listed']],
  ['fs', 'in capitals', note('fs:fs="IMG"'), ['value-not-listed']],
  ['fs', 'attributes alone', note('fs:subFs="src,a.png"'), ['fs-sub-alone']],
  ['fs', 'a comma as it is', note('fs:fs="img" fs:subFs="alt,one, two"'), ['fs-sub-syntax']],
  ['fs', 'no pair', note('fs:fs="img" fs:subFs="src"'), ['fs-sub-syntax']],
  ['fs', 'a pair without a name', note('fs:fs="img" fs:subFs=",a.png"'), ['fs-sub-syntax']],
  ['fs', 'a backslash at the end', note('fs:fs="img" fs:subFs="src,a\\"'), ['fs-sub-syntax']],
  ['fs', 'the end of a pair', source('<sc id="1"/>a<ec startRef="1" fs:fs="b"/>'), ['fs-end-code']],
  ['fs', 'a lone end', source('<ec id="1" isolated="yes" fs:fs="b"/>'), []],
  [
    'fs',
    'a segment',
    file('<unit id="u1"><segment fs:fs="b"><source>a</source><target>b</target></segment></unit>'),
    ['attribute-misplaced'],
  ],
  ['fs', 'an attribute of nobody', note('fs:style="b"'), ['attribute-unknown']],
];
