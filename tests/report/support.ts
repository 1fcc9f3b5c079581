import fc from 'fast-check';
import { commandWords } from '../../src/cli/words.ts';
import { SEVERITIES } from '../../src/model/finding.ts';
import { RULE_IDS } from '../../src/model/rules.ts';
import type { CheckRun, MatrixCell, ReportedFinding, ReportWords } from '../../src/report/input.ts';

/** The words of reports in a language. */
export function wordsIn(locale: string): ReportWords {
  return commandWords(locale);
}

const STATEMENT = 'locales/en/statement.md';
const REPORT = 'locales/en/annual report.md';

/** A finding, with what is not said as in a number that is wrong in French. */
export function finding(over: Partial<ReportedFinding> = {}): ReportedFinding {
  return {
    rule: 'numbers',
    severity: 'error',
    locale: 'fr',
    document: STATEMENT,
    segment: 's4k7qz2m1',
    values: { lost: '200', found: '2000' },
    message: 'The number 200 is missing, and 2000 is not in the source.',
    excerpt: {
      source: 'At least 200 people were injured.',
      target: 'Au moins 2000 personnes ont été blessées.',
    },
    file: 'locales/fr/statement.json',
    line: 12,
    at: { start: 9, end: 13 },
    ...over,
  };
}

/** How far a locale is. */
export function cell(over: Partial<MatrixCell> = {}): MatrixCell {
  return {
    document: STATEMENT,
    locale: 'fr',
    ...{ segments: 40, missing: 0, stale: 0, translated: 0, reviewed: 0, final: 40, ready: 40, machine: 0 },
    ...{ errors: 0, warnings: 0, infos: 0 },
    ...over,
  };
}

/** A run of the checks with something of everything: findings of all severities, right-to-left texts, hostile ones. */
export function sampleRun(over: Partial<CheckRun> = {}): CheckRun {
  return {
    version: '1.2.3',
    language: 'en',
    sourceLocale: 'en',
    documents: [STATEMENT, REPORT],
    locales: ['fr', 'hy', 'ar', 'zh-Hant'],
    matrix: [
      cell({
        final: 20,
        reviewed: 12,
        translated: 4,
        stale: 2,
        missing: 1,
        ready: 32,
        errors: 2,
        warnings: 1,
      }),
      cell({ locale: 'hy', final: 0, reviewed: 0, translated: 40, ready: 0, warnings: 1 }),
      cell({ locale: 'ar', final: 0, reviewed: 21, missing: 9, ready: 21, errors: 1 }),
      cell({ document: REPORT, segments: 310, final: 310, ready: 310 }),
      cell({ document: REPORT, locale: 'hy', segments: 310, final: 0, missing: 310, ready: 0, errors: 1 }),
      cell({ document: REPORT, locale: 'ar', segments: 310, final: 200, stale: 60, ready: 200, infos: 1 }),
      cell({ document: REPORT, locale: 'zh-Hant', segments: 310, final: 309, reviewed: 1, ready: 310 }),
    ],
    findings: sampleFindings(),
    waived: 1,
    waivedFindings: [
      {
        ...finding({ rule: 'same-as-source', severity: 'warning', segment: 's00000009', values: {} }),
        ...{ reason: 'The title is the same in French.', by: 'A. Reviewer' },
      },
    ],
    rules: RULE_IDS.map((id) => ({ id, summary: `What ${id} is for.` })),
    ...over,
  };
}

function sampleFindings(): readonly ReportedFinding[] {
  return [
    finding({ rule: 'double-space', severity: 'info', segment: 's9d1x0ta7', line: 14, values: { count: 2 } }),
    finding(),
    finding({
      ...{ rule: 'end-punctuation', severity: 'warning', locale: 'hy', segment: 's5xt6ekqt', line: 30 },
      ...{
        file: 'locales/hy/statement.json',
        title: 'Final mark',
        values: { expected: '։' },
        at: { start: 74, end: 75 },
      },
      message: 'The sentence ends in “.”, where the language writes “։”.',
      excerpt: {
        source: 'The attack led to a sharp deterioration of the humanitarian situation.',
        target: 'Հարձակումը հանգեցրեց հումանիտար իրավիճակի կտրուկ վատթարացման և բնակչության.',
      },
    }),
    finding({
      ...{
        rule: 'bidi-control',
        locale: 'ar',
        segment: 's1para001',
        line: 8,
        column: 3,
        values: { code: 'U+202E' },
      },
      ...{ file: 'locales/ar/statement.json', at: { start: 5, end: 6 } },
      message: 'The text turns its own direction by a control character (U+202E).',
      excerpt: { source: 'Read the statement.', target: 'اقرأ \u202Eالبيان السابق' },
    }),
    finding({
      ...{ rule: 'missing', locale: 'hy', document: REPORT, segment: 's2para001', line: null, values: {} },
      ...{ file: 'locales/hy/annual report.json', message: 'There is no translation.' },
      excerpt: { source: 'Contents', target: null },
    }),
    finding({
      ...{ rule: 'markdown', locale: 'fr', segment: 's3<&>', line: 40, values: { x: '</script>|`' } },
      message: 'A | table, `code`, [link](javascript:alert(1)) & <script>alert("x")</script>\r\n::error::%0A',
      excerpt: { source: '<b>=1+1</b>', target: '=HYPERLINK("http://example.org"),\n"x"\u0000\uD800]]>' },
    }),
    finding({
      ...{
        rule: 'opaque',
        severity: 'info',
        locale: null,
        segment: null,
        line: 7,
        values: { kind: 'html', line: 7 },
      },
      ...{ file: STATEMENT, message: 'An HTML block in line 7 cannot be split.' },
      excerpt: { source: null, target: null },
    }),
    finding({
      ...{
        rule: 'machine-drafts',
        severity: 'warning',
        locale: 'ar',
        document: REPORT,
        segment: null,
        line: null,
      },
      ...{
        file: 'locales/ar/annual report.json',
        values: { count: 33 },
        message: '33 drafts are not reviewed.',
      },
      excerpt: { source: null, target: null },
    }),
  ];
}

const PIECES = [
  ...[
    'a',
    'word',
    ' ',
    '\n',
    '\r\n',
    '\t',
    '=1+1',
    '-',
    '@x',
    '|',
    '`',
    '``',
    '](',
    '[',
    '*_~',
    '<b>',
    '</td>',
    ']]>',
  ],
  ...[
    '&',
    '"',
    "'",
    '%',
    ':',
    ',',
    '::error::',
    '\\',
    '$',
    '#',
    '{0}',
    '<!--',
    'http://e.org',
    '\u0000',
    '\u0008',
    '\u0085',
  ],
  ...[
    '\uFFFE',
    '\uFFFF',
    '\uD800',
    '\uDC00',
    '👩‍👩‍👧',
    'e\u0301',
    'שלום',
    '\u202E',
    '\u2066',
    '\u200B',
    'ՀԱՅ։',
    '\uFFFC',
    '\u2028',
  ],
];

/** Text with everything that makes a format hard to write. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 8 })
  .map((parts) => parts.join(''));

const hostileFinding: fc.Arbitrary<ReportedFinding> = fc
  .record({
    rule: fc.constantFrom(...RULE_IDS),
    severity: fc.constantFrom(...SEVERITIES),
    locale: fc.constantFrom('fr', 'hy', 'ar', null),
    document: fc.constantFrom(STATEMENT, REPORT, 'a&"b%,:\u202E.md'),
    segment: fc.oneof(fc.constantFrom('s00000001', 's00000002', null), hostileText),
    values: fc.dictionary(fc.constantFrom('lost', 'found', 'line'), fc.oneof(hostileText, fc.nat())),
    message: hostileText,
    title: fc.option(hostileText, { nil: undefined }),
    excerpt: fc.record({ source: fc.option(hostileText), target: fc.option(hostileText) }),
    file: fc.oneof(fc.constantFrom('locales/fr/statement.json', 'a b/c:d%.json'), hostileText),
    line: fc.option(fc.integer({ min: 1, max: 99_999 })),
    at: fc.option(
      fc.tuple(fc.nat(20), fc.nat(20)).map(([start, more]) => ({ start, end: start + more })),
      { nil: undefined },
    ),
  })
  .map(({ title, at, ...rest }) => ({
    ...rest,
    ...(title !== undefined && { title }),
    ...(at !== undefined && { at }),
  }));

/** A run whose texts are anything. */
export const hostileRun: fc.Arbitrary<CheckRun> = fc
  .record({
    findings: fc.array(hostileFinding, { maxLength: 12 }),
    waived: fc.array(hostileFinding, { maxLength: 3 }),
  })
  .map(({ findings, waived }) =>
    sampleRun({
      findings,
      waived: waived.length,
      waivedFindings: waived.map((one) => ({ ...one, reason: one.message })),
    }),
  );
