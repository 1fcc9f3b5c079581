import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkData, checkJson } from '../../src/report/json.ts';
import { checkSchema } from '../../src/report/json-schema.ts';
import { runs } from '../support/settings.ts';
import { finding, hostileRun, sampleRun } from './support.ts';

const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(checkSchema());
const mistakes = (text: string): unknown => (validate(JSON.parse(text)) ? [] : validate.errors);

describe('the report in JSON', () => {
  it('is valid by its schema', () => {
    expect(mistakes(checkJson(sampleRun()))).toEqual([]);
    expect(mistakes(checkJson(sampleRun({ findings: [], matrix: [], documents: [] })))).toEqual([]);
    fc.assert(
      fc.property(hostileRun, (run) => {
        expect(mistakes(checkJson(run))).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  it.each([
    ['a key that is not known', (data: Record<string, unknown>) => ({ ...data, more: 1 })],
    ['another version', (data: Record<string, unknown>) => ({ ...data, version: 2 })],
    ['no findings', ({ findings: _, ...data }: Record<string, unknown>) => data],
    [
      'a rule that there is not',
      (data: Record<string, unknown>) => ({ ...data, findings: [{ ...finding(), rule: 'nothing' }] }),
    ],
  ])('is not valid with %s', (_, change) => {
    const data = JSON.parse(checkJson(sampleRun())) as Record<string, unknown>;
    expect(validate(change(data))).toBe(false);
  });

  it('has the findings as the contract names them, and counts them', () => {
    const data = checkData(sampleRun());
    expect(data.version).toBe(1);
    expect(data.counts).toEqual({ errors: 4, warnings: 2, infos: 2, waived: 1 });
    expect(data.findings[1]).toMatchObject({
      ...{ rule: 'numbers', severity: 'error', locale: 'fr', document: 'locales/en/statement.md' },
      ...{
        segment: 's4k7qz2m1',
        values: { lost: '200', found: '2000' },
        file: 'locales/fr/statement.json',
        line: 12,
      },
      message: 'The number 200 is missing, and 2000 is not in the source.',
      target: 'Au moins 2000 personnes ont été blessées.',
    });
  });

  it('takes a line a finding', () => {
    const text = checkJson(sampleRun());
    expect(text.split('\n').filter((line) => line.includes('"fingerprint"'))).toHaveLength(8);
    expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(checkData(sampleRun()))));
  });
});
