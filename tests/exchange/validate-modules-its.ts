import { file, type Snippet, source, WITH_ITS } from './validate-modules-text.ts';

const mark = (attributes: string, root: string = WITH_ITS): string =>
  source(`<mrk id="m1" ${attributes}>a</mrk>`, '', root);
const ISSUES =
  '<its:locQualityIssues xml:id="q"><its:locQualityIssue locQualityIssueType="grammar"/></its:locQualityIssues>';
const RECORDS =
  '<its:provenanceRecords xml:id="p"><its:provenanceRecord person="A"/></its:provenanceRecords>';

/** Internationalization Tag Set. */
export const ITS: readonly Snippet[] = [
  ['its', 'text analysis', mark('its:taIdentRef="http://a/b" its:taClassRef="http://a/c"'), []],
  ['its', 'no version', mark('its:taIdentRef="http://a/b"', ''), ['its-version-missing']],
  ['its', 'a version of its own', mark('its:version="2.0" its:taIdentRef="http://a/b"', ''), []],
  ['its', 'another version', mark('its:version="1.0"', ''), ['value-not-listed']],
  [
    'its',
    'foreign to 2.0',
    file(
      '<unit id="u1" its:taConfidence="lots"><segment><source>a</source><target>b</target></segment></unit>',
      '2.0',
    ),
    [],
  ],
  [
    'its',
    'two identities',
    mark('its:taIdentRef="http://a/b" its:taSource="w" its:taIdent="x"'),
    ['its-exclusive'],
  ],
  ['its', 'half an identity', mark('its:taSource="w"'), ['its-incomplete']],
  [
    'its',
    'sure of nothing',
    mark('its:annotatorsRef="text-analysis|http://a" its:taConfidence="0.5"'),
    ['its-incomplete'],
  ],
  [
    'its',
    'sure without a name',
    mark('its:taIdentRef="http://a/b" its:taConfidence="0.5"'),
    ['its-annotator-missing'],
  ],
  [
    'its',
    'sure with the name of the unit',
    source('<mrk id="m1" its:mtConfidence="1.0">a</mrk>', '', WITH_ITS).replace(
      '<unit ',
      '<unit its:annotatorsRef="mt-confidence|http://a" ',
    ),
    [],
  ],
  [
    'its',
    'too sure',
    mark('its:annotatorsRef="mt-confidence|http://a" its:mtConfidence="1.5"'),
    ['value-malformed'],
  ],
  [
    'its',
    'sure in another way of writing',
    mark('its:annotatorsRef="mt-confidence|http://a" its:mtConfidence="5e-1"'),
    [],
  ],
  [
    'its',
    'a type of its own',
    mark('type="its:generic" its:mtConfidence="0" its:annotatorsRef="mt-confidence|http://a"'),
    [],
  ],
  [
    'its',
    'a type of others',
    mark('type="comment" value="x" its:taIdentRef="http://a/b"'),
    ['its-type-wrong'],
  ],
  [
    'its',
    'a term',
    mark('type="term" its:termConfidence="0.9" its:annotatorsRef="terminology|http://a"'),
    [],
  ],
  ['its', 'a category of nobody', mark('its:annotatorsRef="terms|http://a"'), ['its-annotator-malformed']],
  ['its', 'no bar', mark('its:annotatorsRef="terminology"'), ['its-annotator-malformed']],
  [
    'its',
    'a category twice',
    mark('its:annotatorsRef="terminology|http://a terminology|http://b"'),
    ['its-annotator-repeated'],
  ],
  ['its', 'issues', source('<mrk id="m1" its:locQualityIssuesRef="#its=q">a</mrk>', ISSUES, WITH_ITS), []],
  [
    'its',
    'issues elsewhere',
    source('<mrk id="m1" its:locQualityIssuesRef="#its=z">a</mrk>', ISSUES, WITH_ITS),
    ['its-ref-unresolved'],
  ],
  [
    'its',
    'records for issues',
    source('<mrk id="m1" its:locQualityIssuesRef="#its=p">a</mrk>', RECORDS, WITH_ITS),
    ['its-ref-unresolved'],
  ],
  [
    'its',
    'a reference of another form',
    source('<mrk id="m1" its:locQualityIssuesRef="#q">a</mrk>', ISSUES, WITH_ITS),
    ['its-ref-syntax'],
  ],
  ['its', 'issues twice', source('a', ISSUES + ISSUES, WITH_ITS), ['its-id-repeated']],
  [
    'its',
    'issues and an issue',
    source(
      '<mrk id="m1" its:locQualityIssuesRef="#its=q" its:locQualityIssueComment="x">a</mrk>',
      ISSUES,
      WITH_ITS,
    ),
    ['its-exclusive'],
  ],
  ['its', 'an issue of a kind of nobody', mark('its:locQualityIssueType="bad"'), ['value-not-listed']],
  ['its', 'grave, but what', mark('its:locQualityIssueSeverity="50"'), ['its-incomplete']],
  [
    'its',
    'an issue that is none',
    source('a', ISSUES.replace('locQualityIssueType', 'locQualityIssueProfileRef'), WITH_ITS),
    ['its-issue-empty'],
  ],
  ['its', 'records', source('<mrk id="m1" its:provenanceRecordsRef="#its=p">a</mrk>', RECORDS, WITH_ITS), []],
  [
    'its',
    'records of the file',
    file(
      `${RECORDS}<unit id="u1" its:provenanceRecordsRef="#its=p"><segment><source>a</source><target>b</target></segment></unit>`,
      '2.2',
      WITH_ITS,
    ),
    [],
  ],
  [
    'its',
    'records of its own',
    file(
      `<unit id="u1" its:provenanceRecordsRef="#its=p">${RECORDS}<segment><source>a</source><target>b</target></segment></unit>`,
      '2.1',
      WITH_ITS,
    ),
    [],
  ],
  [
    'its',
    'records of another',
    file(
      `<unit id="u0">${RECORDS}<segment><source>a</source><target>b</target></segment></unit><unit id="u1" its:provenanceRecordsRef="#its=p"><segment><source>a</source><target>b</target></segment></unit>`,
      '2.1',
      WITH_ITS,
    ),
    ['its-ref-unresolved'],
  ],
  [
    'its',
    'records and a person',
    source('<mrk id="m1" its:provenanceRecordsRef="#its=p" its:person="B">a</mrk>', RECORDS, WITH_ITS),
    ['its-exclusive'],
  ],
  [
    'its',
    'a record of nobody',
    source('a', RECORDS.replace(' person="A"', ''), WITH_ITS),
    ['its-record-empty'],
  ],
  [
    'its',
    'records without an id',
    source('a', RECORDS.replace(' xml:id="p"', ''), WITH_ITS),
    ['attribute-missing'],
  ],
  ['its', 'a score', mark('its:locQualityRatingScore="90" its:locQualityRatingScoreThreshold="95"'), []],
  [
    'its',
    'a score and a vote',
    mark('its:locQualityRatingScore="90" its:locQualityRatingVote="-3"'),
    ['its-exclusive'],
  ],
  ['its', 'a threshold for nothing', mark('its:locQualityRatingVoteThreshold="3"'), ['its-threshold-alone']],
  [
    'its',
    'a threshold within',
    source('<mrk id="m1" its:locQualityRatingScoreThreshold="3">a</mrk>', '', WITH_ITS).replace(
      '<unit ',
      '<unit its:locQualityRatingScore="5" ',
    ),
    [],
  ],
  ['its', 'locales', mark('its:localeFilterList="fr-CA, *-DE" its:localeFilterType="exclude"'), []],
  ['its', 'locales of no form', mark('its:localeFilterList="fr_CA"'), ['its-locales-malformed']],
  ['its', 'filtering without a list', mark('its:localeFilterType="exclude"'), ['its-incomplete']],
  ['its', 'domains and a language', mark('itsm:domains="law" itsm:lang="pt-BR"'), []],
  ['its', 'a language of no form', mark('itsm:lang="pt_BR"'), ['language-malformed']],
  [
    'its',
    'a placeholder',
    source('<ph id="1" its:taIdentRef="http://a"/>', '', WITH_ITS),
    ['attribute-misplaced'],
  ],
  [
    'its',
    'sure that a mark is a term',
    mark('its:termConfidence="0.9" its:annotatorsRef="terminology|http://a"'),
    ['its-type-wrong'],
  ],
  [
    'its',
    'sure that it is none',
    mark('type="its:term-no" its:termConfidence="0.9" its:annotatorsRef="terminology|http://a"'),
    [],
  ],
];
