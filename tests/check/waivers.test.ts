import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { applyWaivers, type Looked, staleWaivers } from '../../src/check/waivers.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Waiver } from '../../src/model/waiver.ts';
import { formatWaivers, readWaivers } from '../../src/project/waivers.ts';
import { newFolder } from '../support/folder.ts';
import { runs } from '../support/settings.ts';

const finding = (segment: string | null, rule: Finding['rule'] = 'numbers'): Finding => ({
  ...{ rule, severity: 'error', locale: 'fr', document: 'doc.md', segment, values: {} },
});
const waiver = (segment: string | null, rule: Finding['rule'] = 'numbers'): Waiver => ({
  ...{ rule, document: 'doc.md', locale: 'fr', segment, reason: 'Rounded on purpose.', by: 'Ani' },
  ...(segment === null ? {} : { source: `Source ${segment}`, target: `Target ${segment}` }),
});
const looked: Looked = {
  rule: () => true,
  document: () => true,
  locale: () => true,
  wordings: ({ segment }) =>
    segment === 'gone' ? null : { source: `Source ${segment}`, target: `Target ${segment}` },
};

describe('waivers', () => {
  test('lets the findings of its rule in its segment stand, and no others', () => {
    const findings = [finding('s1'), finding('s1', 'urls'), finding('s2'), finding('s1')];
    const { findings: left, waived, stale } = applyWaivers(findings, [waiver('s1')], looked);
    expect(left).toEqual([finding('s1', 'urls'), finding('s2')]);
    expect(waived.map(({ finding: { segment } }) => segment)).toEqual(['s1', 's1']);
    expect(stale).toEqual([]);
  });

  test('holds no longer when either side is worded otherwise: the finding comes back, and the waiver is one too', () => {
    const changed = { ...looked, wordings: () => ({ source: 'Source s1', target: 'Another target' }) };
    const result = applyWaivers([finding('s1')], [waiver('s1')], changed);
    expect(result.findings).toEqual([finding('s1')]);
    expect(staleWaivers(result, 'warning')).toEqual([
      {
        ...finding('s1', 'waiver-stale'),
        severity: 'warning',
        values: { kind: 'changed', rule: 'numbers', by: 'Ani' },
      },
    ]);
  });

  test('is stale when nothing is found, or its segment is gone', () => {
    const { stale } = applyWaivers([], [waiver('s1'), waiver('gone'), waiver(null)], looked);
    expect(stale.map(({ kind, waiver: { segment } }) => [kind, segment])).toEqual([
      ['gone', 'gone'],
      ['unused', 's1'],
      ['unused', null],
    ]);
  });

  test('is not judged by a run that did not look at it', () => {
    for (const what of ['rule', 'document', 'locale'] as const) {
      const partly = { ...looked, [what]: () => false };
      expect(applyWaivers([finding('s2')], [waiver('s1')], partly)).toEqual({
        ...{ findings: [finding('s2')], waived: [], stale: [] },
      });
    }
  });

  const segments = fc.constantFrom('s1', 's2', 's3', 's4', null);
  const rules = fc.constantFrom('numbers' as const, 'urls' as const, 'double-space' as const);
  test.prop([fc.array(fc.tuple(segments, rules)), fc.array(fc.tuple(segments, rules))], { numRuns: runs })(
    'every finding is left or waived, and every waiver holds or is told to be stale',
    (found, given) => {
      const findings = found.map(([segment, rule]) => finding(segment, rule));
      const waivers = [...new Map(given.map((one) => [JSON.stringify(one), waiver(...one)])).values()];
      const result = applyWaivers(findings, waivers, looked);
      expect(result.findings.length + result.waived.length).toBe(findings.length);
      const used = new Set(result.waived.map((one) => one.waiver));
      expect(used.size + result.stale.length).toBe(waivers.length);
    },
  );
});

describe('the file of waivers', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => one.trim() === one);
  const any = fc.record({
    rule: fc.constantFrom('numbers' as const, 'structure' as const),
    document: fc.constantFrom('', 'a.md', 'b.md'),
    locale: fc.constantFrom(null, 'fr', 'hy'),
    segment: fc.constantFrom(null, 's1', 's2'),
    reason: text,
    by: text,
  });
  test.prop([fc.array(any)], { numRuns: runs })('is read as it was written, sorted', (waivers) => {
    const written = formatWaivers(waivers as Waiver[]);
    const folder = newFolder({ 'locales/waivers.json': written });
    const read = readWaivers(folder, { catalogues: 'locales/{locale}/{name}.json' });
    expect(formatWaivers(read)).toBe(written);
    expect(read.length).toBe(waivers.length);
  });

  test('a mistake in it is told with its line and name', () => {
    const folder = newFolder({
      'locales/waivers.json': '{\n  "hexapla": 1,\n  "waivers": [\n    { "rule": "number" }\n  ]\n}\n',
    });
    const read = () => readWaivers(folder, { catalogues: 'locales/{locale}/{name}.json' });
    expect(read).toThrow(
      expect.objectContaining({
        code: 'catalogue-invalid',
        values: { detail: 'waivers.0.rule' },
        place: { file: 'locales/waivers.json', line: 4 },
      }),
    );
  });
});
