import { file, type Snippet, unit } from './validate-modules-text.ts';

function match(attributes: string, source = 'text', target = 'texte', before = ''): string {
  return unit(
    `<mtc:matches><mtc:match ${attributes}>${before}<source>${source}</source><target>${target}</target></mtc:match></mtc:matches>`,
  );
}

const DATA = '<originalData><data id="d1">x</data></originalData>';

/** Translation candidates. */
export const MTC: readonly Snippet[] = [
  ['mtc', 'a segment', match('ref="#s1" similarity="99.5" matchQuality="100" type="tm"'), []],
  ['mtc', 'a mark', match('ref="#m1"'), []],
  ['mtc', 'a mark of the target', match('ref="#t=m1"'), []],
  ['mtc', 'the whole way', match('ref="#f=f1/u=u1/s1"'), []],
  ['mtc', 'from the unit', match('ref="#u=u1/m1"'), []],
  ['mtc', 'another unit', match('ref="#u=u2/s1"'), ['mtc-ref-unresolved']],
  ['mtc', 'another file', match('ref="#f=f2/u=u1/s1"'), ['mtc-ref-unresolved']],
  ['mtc', 'nothing', match('ref="#nowhere"'), ['mtc-ref-unresolved']],
  ['mtc', 'no fragment', match('ref="s1"'), ['mtc-ref-syntax']],
  ['mtc', 'no reference', match('id="a"'), ['attribute-missing']],
  ['mtc', 'too alike', match('ref="#s1" similarity="100.1"'), ['value-malformed']],
  ['mtc', 'less than unlike', match('ref="#s1" matchQuality="-1"'), ['value-malformed']],
  ['mtc', 'a word for a number', match('ref="#s1" matchSuitability="good"'), ['value-malformed']],
  ['mtc', 'a type of nobody', match('ref="#s1" type="TM"'), ['value-not-listed']],
  ['mtc', 'a subtype', match('ref="#s1" type="tm" subType="my:x"'), []],
  ['mtc', 'a subtype alone', match('ref="#s1" subType="my:x"'), ['mtc-subtype-alone']],
  ['mtc', 'a subtype without authority', match('ref="#s1" type="tm" subType="x"'), ['value-malformed']],
  [
    'mtc',
    'a subtype of the standard',
    match('ref="#s1" type="tm" subType="xlf:x"'),
    ['mtc-subtype-reserved'],
  ],
  ['mtc', 'a language', match('ref="#s1" xml:lang="fr"'), ['mtc-language-set']],
  ['mtc', 'attributes of others', match('ref="#s1" my:a="1"'), []],
  [
    'mtc',
    'a language of its target',
    unit(
      '<mtc:matches><mtc:match ref="#s1"><source>a</source><target xml:lang="de">b</target></mtc:match></mtc:matches>',
    ),
    ['mtc-language-wrong'],
  ],
  [
    'mtc',
    'a language of its source',
    unit(
      '<mtc:matches><mtc:match ref="#s1"><source xml:lang="de">a</source><target>b</target></mtc:match></mtc:matches>',
    ),
    ['mtc-language-wrong'],
  ],
  [
    'mtc',
    'a reference in another language',
    unit(
      '<mtc:matches><mtc:match ref="#s1" reference="yes"><source>a</source><target xml:lang="de">b</target></mtc:match></mtc:matches>',
    ),
    [],
  ],
  [
    'mtc',
    'ids',
    unit(
      '<mtc:matches><mtc:match id="a" ref="#s1"><source>a</source><target>b</target></mtc:match><mtc:match id="b" ref="#s1"><source>a</source><target>b</target></mtc:match></mtc:matches>',
    ),
    [],
  ],
  [
    'mtc',
    'an id twice',
    unit(
      '<mtc:matches><mtc:match id="a" ref="#s1"><source>a</source><target>b</target></mtc:match><mtc:match id="a" ref="#s1"><source>a</source><target>b</target></mtc:match></mtc:matches>',
    ),
    ['mtc-id-repeated'],
  ],
  ['mtc', 'none', unit('<mtc:matches/>'), ['element-missing']],
  [
    'mtc',
    'no target',
    unit('<mtc:matches><mtc:match ref="#s1"><source>a</source></mtc:match></mtc:matches>'),
    ['element-missing'],
  ],
  [
    'mtc',
    'twice in a unit',
    unit(
      '<mtc:matches><mtc:match ref="#s1"><source>a</source><target>b</target></mtc:match></mtc:matches><mtc:matches><mtc:match ref="#s1"><source>a</source><target>b</target></mtc:match></mtc:matches>',
    ),
    ['element-repeated'],
  ],
  [
    'mtc',
    'in a group',
    file(
      '<group id="g1"><mtc:matches><mtc:match ref="#s1"><source>a</source><target>b</target></mtc:match></mtc:matches><unit id="u1"><segment id="s1"><source>a</source><target>b</target></segment></unit></group>',
    ),
    ['element-misplaced'],
  ],
  [
    'mtc',
    'data of its own',
    match('ref="#s1"', '<ph id="1" dataRef="d1"/>', '<ph id="1" dataRef="d1"/>', DATA),
    [],
  ],
  [
    'mtc',
    'data of nobody',
    match('ref="#s1"', '<ph id="1" dataRef="d2"/>', 'x', DATA),
    ['mtc-data-unresolved'],
  ],
  [
    'mtc',
    'data twice',
    match('ref="#s1"', 'x', 'x', DATA.replace('</originalData>', '<data id="d1">y</data></originalData>')),
    ['mtc-data-repeated'],
  ],
  ['mtc', 'a code twice', match('ref="#s1"', '<ph id="1"/><ph id="1"/>'), ['mtc-code-repeated']],
  [
    'mtc',
    'a pair',
    match('ref="#s1"', '<sc id="1"/>a<ec startRef="1"/><sm id="2" translate="yes"/>b<em startRef="2"/>'),
    [],
  ],
  ['mtc', 'half a pair', match('ref="#s1"', '<sc id="1"/>a'), ['mtc-code-unpaired']],
  ['mtc', 'the other half', match('ref="#s1"', 'a<em startRef="2"/>'), ['mtc-code-unpaired']],
  ['mtc', 'a lone code', match('ref="#s1"', '<sc id="1" isolated="yes"/>a<ec id="2" isolated="yes"/>'), []],
];

const entry = (inner: string, attributes = ''): string =>
  unit(`<gls:glossary><gls:glossEntry${attributes}>${inner}</gls:glossEntry></gls:glossary>`);
const TERM = '<gls:term>a</gls:term>';

/** Glossaries. */
export const GLS: readonly Snippet[] = [
  ['gls', 'a translation', entry(`${TERM}<gls:translation>b</gls:translation>`), []],
  ['gls', 'a definition', entry(`${TERM}<gls:definition>b</gls:definition>`), []],
  ['gls', 'neither', entry(TERM), ['gls-entry-empty']],
  ['gls', 'no term', entry('<gls:translation>b</gls:translation>'), ['element-missing']],
  ['gls', 'a reference', entry(`${TERM}<gls:definition>b</gls:definition>`, ' ref="#m1"'), []],
  [
    'gls',
    'a reference to nothing',
    entry(`${TERM}<gls:definition>b</gls:definition>`, ' ref="#m2"'),
    ['gls-ref-unresolved'],
  ],
  [
    'gls',
    'a reference without #',
    entry(`${TERM}<gls:definition>b</gls:definition>`, ' ref="m1"'),
    ['gls-ref-syntax'],
  ],
  [
    'gls',
    'a translation that refers',
    entry(`${TERM}<gls:translation ref="#t=m9">b</gls:translation>`),
    ['gls-ref-unresolved'],
  ],
  [
    'gls',
    'an id twice',
    entry(`${TERM}<gls:translation id="x">b</gls:translation>`, ' id="x"'),
    ['gls-id-repeated'],
  ],
  ['gls', 'extensions', entry(`${TERM}<gls:definition>b</gls:definition><my:x id="1"/>`, ' my:y="1"'), []],
  ['gls', 'text', entry(`${TERM}text<gls:definition>b</gls:definition>`), ['text-misplaced']],
  ['gls', 'order', entry(`<gls:definition>b</gls:definition>${TERM}`), ['element-order']],
  [
    'gls',
    'in a file',
    file(
      '<gls:glossary><gls:glossEntry><gls:term>a</gls:term><gls:translation>b</gls:translation></gls:glossEntry></gls:glossary><unit id="u1"><segment><source>a</source><target>b</target></segment></unit>',
    ),
    ['element-misplaced'],
  ],
];
