import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import ajvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprints } from '../../src/report/fingerprint.ts';
import { sarif } from '../../src/report/sarif.ts';
import { runs } from '../support/settings.ts';
import { finding, hostileRun, sampleRun, wordsIn } from './support.ts';

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
      readonly region: { readonly startLine: number; readonly startColumn?: number };
    };
    readonly logicalLocations: readonly { readonly name: string; readonly fullyQualifiedName: string }[];
  }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly { readonly justification: string }[];
}
interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly invocations: readonly {
      readonly toolExecutionNotifications?: readonly { readonly message: { readonly text: string } }[];
    }[];
    readonly results: readonly Result[];
  }[];
}

// The schema of the standard itself, as it is packaged for tests of SARIF.
const ajv = new ajvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

const english = wordsIn('en');
const log = (text: string): Log => JSON.parse(text) as Log;
const results = (text: string): readonly Result[] => log(text).runs[0]?.results ?? [];
const mistakes = (text: string): unknown => (validate(JSON.parse(text)) ? [] : validate.errors);

describe('SARIF', () => {
  it('is valid by the schema of the standard', () => {
    expect(mistakes(sarif(sampleRun(), english))).toEqual([]);
    expect(mistakes(sarif(sampleRun({ findings: [], language: 'zh-Hant' }), english))).toEqual([]);
    fc.assert(
      fc.property(hostileRun, (run) => {
        expect(mistakes(sarif(run, english))).toEqual([]);
      }),
      { numRuns: Math.min(runs, 400) },
    );
  });

  it('would not be with other levels or addresses', () => {
    const text = sarif(sampleRun(), english);
    expect(mistakes(text.replaceAll('"level": "error"', '"level": "grave"'))).not.toEqual([]);
    expect(mistakes(text.replaceAll('"startLine": 12', '"startLine": 0'))).not.toEqual([]);
    expect(mistakes(text.replaceAll('annual%20report', 'annual report'))).not.toEqual([]);
  });

  it('tells the gravest first, what is let stand last, each at the place that a translator edits', () => {
    const found = results(sarif(sampleRun({ prefix: 'docs/' }), english));
    expect(found.map(({ level }) => level)).toEqual([
      ...['error', 'error', 'error', 'error', 'warning', 'warning', 'note', 'note'],
      'warning',
    ]);
    expect(found.map(({ suppressions }) => suppressions?.[0]?.justification)).toEqual([
      ...Array(8).fill(undefined),
      'The title is the same in French. (A. Reviewer)',
    ]);
    expect(found[0]?.locations[0]).toMatchObject({
      physicalLocation: {
        artifactLocation: { uri: 'docs/locales/fr/statement.json', uriBaseId: '%SRCROOT%' },
        region: { startLine: 12 },
      },
      logicalLocations: [
        { name: 's4k7qz2m1', fullyQualifiedName: 'locales/en/statement.md#fr#s4k7qz2m1', kind: 'segment' },
      ],
    });
    const { rules } = log(sarif(sampleRun(), english)).runs[0]?.tool.driver ?? { rules: [] };
    expect(found.map(({ ruleIndex }) => rules[ruleIndex]?.id)).toEqual(found.map(({ ruleId }) => ruleId));
  });

  it('encodes what is not a part of an address, and lets no text become a link', () => {
    const [first] = results(
      sarif(sampleRun({ findings: [finding({ file: "a b/c:d'(é)%.json" })] }), english),
    );
    expect(first?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(
      'a%20b/c%3Ad%27%28%C3%A9%29%25.json',
    );
    const link = finding({ message: 'A [link](https://example.org)' });
    expect(results(sarif(sampleRun({ findings: [link] }), english))[0]?.message.text).toBe(
      'A \\[link\\](https://example.org)',
    );
  });

  it('tells no more than 25,000 results, and how many are left out', () => {
    const many = Array.from({ length: 25_010 }, (_, index) =>
      finding({ severity: index < 12 ? 'info' : 'error', segment: `s${index}` }),
    );
    const { results: shown = [], invocations = [] } =
      log(sarif(sampleRun({ findings: many }), english)).runs[0] ?? {};
    expect(shown).toHaveLength(25_000);
    expect(shown.filter(({ level }) => level === 'note')).toHaveLength(2);
    expect(invocations[0]?.toolExecutionNotifications?.[0]?.message.text).toBe(
      '11 more findings are not shown here.',
    );
    expect(results(sarif(sampleRun(), english)).length).toBe(9);
  });
});

describe('fingerprints', () => {
  const [name = ''] = fingerprints([finding()]);

  it('stay when lines move, and when other findings come and go', () => {
    expect(fingerprints([finding({ segment: 's0' }), finding({ line: 99, column: 4 })])[1]).toBe(name);
    expect(fingerprints([finding({ message: 'Le nombre 200 manque.', severity: 'warning' })])).toEqual([
      name,
    ]);
    const opaque = (line: number) =>
      finding({ rule: 'opaque', locale: null, values: { kind: 'html', line } });
    expect(fingerprints([opaque(7)])).toEqual(fingerprints([opaque(70)]));
  });

  it('of a document as a whole stay when a count changes', () => {
    const drafts = (count: number) => finding({ rule: 'machine-drafts', segment: null, values: { count } });
    expect(fingerprints([drafts(33)])).toEqual(fingerprints([drafts(34)]));
  });

  it.each([
    ['rule', { rule: 'dates' }],
    ['document', { document: 'other.md' }],
    ['locale', { locale: 'hy' }],
    ['segment', { segment: 's0' }],
    ['values', { values: { lost: '200', found: '20' } }],
  ] as const)('change with the %s', (_, over) => {
    expect(fingerprints([finding(over)])).not.toEqual([name]);
  });

  it('are never the same twice', () => {
    fc.assert(
      fc.property(hostileRun, ({ findings }) => {
        const twice = fingerprints([...findings, ...findings]);
        expect(new Set(twice).size).toBe(twice.length);
        expect(twice.slice(0, findings.length)).toEqual(fingerprints(findings));
      }),
      { numRuns: runs },
    );
  });
});
