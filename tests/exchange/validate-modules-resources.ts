import { file, type Snippet, source, UNIT } from './validate-modules-text.ts';

const item = (inner: string, attributes = ' id="r1" mimeType="image/png"'): string =>
  `<res:resourceData><res:resourceItem${attributes}>${inner}</res:resourceItem></res:resourceData>`;
const RES_FILE = item('<res:source href="a.png"/>');
const res = (inner: string, attributes?: string): string => file(item(inner, attributes) + UNIT);

/** Resource data. */
export const RES: readonly Snippet[] = [
  [
    'res',
    'an address',
    res('<res:source href="a.png"/><res:target href="b.png"/><res:reference href="c.png" xml:lang="de"/>'),
    [],
  ],
  ['res', 'content', res('<res:source><my:x/></res:source>'), []],
  ['res', 'content of the core', res('<res:source><note>x</note></res:source>'), []],
  ['res', 'both', res('<res:source href="a.png"><my:x/></res:source>'), ['res-href-and-content']],
  ['res', 'neither', res('<res:target/>'), ['res-href-missing']],
  ['res', 'nothing', res(''), ['res-item-empty']],
  ['res', 'no type of file', res('<res:source href="a"/>', ' id="r1"'), ['res-mime-type-missing']],
  ['res', 'content says its type', res('<res:source><my:x/></res:source>', ' id="r1"'), []],
  [
    'res',
    'languages',
    res('<res:source href="a" xml:lang="EN"/><res:target xml:lang="fr"><my:x/></res:target>'),
    [],
  ],
  ['res', 'another source', res('<res:source href="a" xml:lang="de"/>'), ['res-language-wrong']],
  ['res', 'another target', res('<res:target xml:lang="de"><my:x/></res:target>'), ['res-language-wrong']],
  ['res', 'a reference without address', res('<res:reference/>'), ['attribute-missing']],
  [
    'res',
    'a context of nobody',
    res('<res:source href="a"/>', ' mimeType="a" context="maybe"'),
    ['value-not-listed'],
  ],
  [
    'res',
    'an id twice',
    file(
      `<res:resourceData><res:resourceItemRef id="r1" ref="r1"/><res:resourceItem id="r1" mimeType="a"><res:source href="a"/></res:resourceItem></res:resourceData>${UNIT}`,
    ),
    ['res-id-repeated'],
  ],
  [
    'res',
    'a reference to the file',
    file(
      `${RES_FILE}<unit id="u1"><res:resourceData><res:resourceItemRef ref="r1"/></res:resourceData><segment><source>a</source><target>b</target></segment></unit>`,
    ),
    [],
  ],
  [
    'res',
    'a reference to nothing',
    file(
      `${RES_FILE}<unit id="u1"><res:resourceData><res:resourceItemRef ref="r2"/></res:resourceData><segment><source>a</source><target>b</target></segment></unit>`,
    ),
    ['res-ref-unresolved'],
  ],
  [
    'res',
    'notes in 2.2',
    file(item('<notes><note>x</note></notes><res:source href="a"/>') + UNIT, '2.2'),
    [],
  ],
  [
    'res',
    'notes in 2.1',
    file(item('<notes><note>x</note></notes><res:source href="a"/>') + UNIT, '2.1'),
    ['element-misplaced'],
  ],
  ['res', 'in a group', file(`<group id="g1">${RES_FILE}${UNIT}</group>`), ['element-misplaced']],
  [
    'res',
    'a reference to nothing at all',
    file(
      '<unit id="u1"><res:resourceData><res:resourceItemRef ref="r2"/></res:resourceData><segment><source>a</source><target>b</target></segment></unit>',
    ),
    ['res-ref-unresolved'],
  ],
  [
    'res',
    'another target that is to be translated',
    res('<res:target href="b.png" xml:lang="de"/>', ' mimeType="image/png" context="no"'),
    ['res-language-wrong'],
  ],
  ['res', 'another target for context', res('<res:target href="b.png" xml:lang="de"/>'), []],
];

const PROFILES = '<slr:profiles generalProfile="xliff:codepoints" storageProfile="xliff:utf8"/>';
const slr = (attributes: string, profiles = PROFILES): string =>
  file(
    `${profiles}<unit id="u1" ${attributes}><segment><source>a</source><target>b</target></segment></unit>`,
  );
const SLR_DATA = '<slr:data profile="my:p"><my:x><my:y id="z"/></my:x></slr:data>';

/** Size and length restriction. */
export const SLR: readonly Snippet[] = [
  ...['*', '0', '90', '10,90', '10,*'].map(
    (value): Snippet => [
      'slr',
      `sizes ${value}`,
      slr(`slr:sizeRestriction="${value}" slr:storageRestriction="${value}"`),
      [],
    ],
  ),
  ...['', 'ninety', '*6', '*,6', '10,', ',10', '1,2,3', '2.5', '-1', '10, 20'].map(
    (value): Snippet => [
      'slr',
      `sizes “${value}”`,
      slr(`slr:sizeRestriction="${value}"`),
      ['slr-restriction-malformed'],
    ],
  ),
  ['slr', 'storage', slr('slr:storageRestriction="lots"'), ['slr-restriction-malformed']],
  [
    'slr',
    'of one’s own',
    slr('slr:sizeRestriction="{10,20}"', '<slr:profiles generalProfile="my:box"/>'),
    [],
  ],
  ['slr', 'without a profile', slr('slr:sizeRestriction="{10,20}" slr:sizeInfo="some"', ''), []],
  ['slr', 'a number without a profile', slr('slr:sizeInfo="1.5"', ''), ['slr-size-malformed']],
  [
    'slr',
    'a profile that is none',
    slr('slr:sizeInfo="1"', '<slr:profiles generalProfile="xliff:glyphs"/>'),
    ['slr-profile-unknown'],
  ],
  [
    'slr',
    'storage that is none',
    slr('slr:sizeInfo="1"', '<slr:profiles storageProfile="xliff:latin1"/>'),
    ['slr-profile-unknown'],
  ],
  [
    'slr',
    'a normalization of nobody',
    slr('', '<slr:profiles><slr:normalization general="nfkc"/></slr:profiles>'),
    ['value-not-listed'],
  ],
  [
    'slr',
    'the file itself',
    file(`${PROFILES}${UNIT}`).replace('<file id="f1"', '<file id="f1" slr:sizeRestriction="lots"'),
    ['slr-restriction-malformed'],
  ],
  ['slr', 'in a group', file(`<group id="g1">${PROFILES}${UNIT}</group>`), ['element-misplaced']],
  [
    'slr',
    'codes',
    source('<pc id="1" slr:equivStorage="7" slr:sizeInfo="0">a</pc><ph id="2" slr:sizeInfo=""/>', ''),
    [],
  ],
  [
    'slr',
    'a code with a word',
    file(
      `${PROFILES}<unit id="u1"><segment><source><ph id="1" slr:equivStorage="seven"/></source></segment></unit>`,
    ).replace(' trgLang="fr"', ''),
    ['slr-size-malformed'],
  ],
  [
    'slr',
    'the end of a pair',
    source('<sc id="1"/>a<ec startRef="1" slr:equivStorage="7"/>'),
    ['slr-end-code'],
  ],
  ['slr', 'a lone end', source('<ec id="1" isolated="yes" slr:equivStorage="7"/>'), []],
  ['slr', 'storage of a unit', slr('slr:equivStorage="7"'), ['attribute-misplaced']],
  ['slr', 'a size on a placeholder', source('<ph id="1" slr:sizeRestriction="7"/>'), ['attribute-misplaced']],
  [
    'slr',
    'data beside',
    file(
      `${SLR_DATA}<unit id="u1" slr:sizeInfoRef="z"><segment><source>a</source><target>b</target></segment></unit>`,
    ),
    [],
  ],
  [
    'slr',
    'data beside what is around',
    file(
      `<unit id="u1">${SLR_DATA}<segment><source><ph id="1" slr:sizeInfoRef="z"/></source><target>b</target></segment></unit>`,
    ),
    [],
  ],
  [
    'slr',
    'data within',
    file(
      `<unit id="u1" slr:sizeInfoRef="z">${SLR_DATA}<segment><source>a</source><target>b</target></segment></unit>`,
    ),
    ['slr-info-unresolved'],
  ],
  [
    'slr',
    'data elsewhere',
    file(
      `<group id="g1">${SLR_DATA}${UNIT}</group><unit id="u2" slr:sizeInfoRef="z"><segment><source>a</source><target>b</target></segment></unit>`,
    ),
    ['slr-info-unresolved'],
  ],
  [
    'slr',
    'both infos',
    file(
      `${SLR_DATA}<unit id="u1" slr:sizeInfo="1" slr:sizeInfoRef="z"><segment><source>a</source><target>b</target></segment></unit>`,
    ),
    ['slr-info-twice'],
  ],
  ['slr', 'data of no profile', file(`<slr:data/>${UNIT}`), ['attribute-missing']],
];
