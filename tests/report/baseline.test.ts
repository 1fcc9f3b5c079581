import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HexaplaError } from '../../src/model/error.ts';
import {
  baselinePath,
  formatBaseline,
  parseBaseline,
  readBaseline,
  writeBaseline,
} from '../../src/project/baseline.ts';
import { makeBaseline, withoutBaseline } from '../../src/report/baseline.ts';
import { newFolder } from '../support/folder.ts';
import { runs } from '../support/settings.ts';
import { finding, hostileRun } from './support.ts';

const old = [
  finding(),
  finding(),
  finding({ rule: 'end-punctuation', locale: 'hy', values: { expected: '։' } }),
  finding({ rule: 'machine-drafts', locale: 'hy', segment: null, values: { count: 33 } }),
  finding({ rule: 'opaque', locale: null, segment: null, values: { kind: 'html', line: 7 } }),
];
const TEXT = `{
  "hexapla": 1,
  "findings": {
    "locales/en/statement.md": {
      "": {
        "opaque":
          {"b1d53ac7b2a18b4e":1}
      },
      "fr": {
        "s4k7qz2m1 numbers":
          {"5bb67c5ec9d9f3ce":2}
      }
    }
  }
}
`;

describe('a baseline', () => {
  it('knows what was there, however it is ordered, and nothing else', () => {
    const baseline = makeBaseline(old);
    expect(makeBaseline([...old].reverse())).toEqual(baseline);
    expect(withoutBaseline(old, baseline)).toEqual({ fresh: [], known: old, gone: [] });
    const worse = finding({ values: { lost: '200', found: '2' } });
    const other = finding({ rule: 'dates' });
    const third = finding();
    const { fresh, known } = withoutBaseline([worse, ...old, other, third], baseline);
    expect(fresh).toEqual([worse, other, third]);
    expect(known).toEqual(old);
  });

  it('knows a finding again when lines move and words change', () => {
    const moved = old.map((one) => ({
      ...one,
      line: 99,
      message: 'Another language.',
      severity: 'info' as const,
    }));
    expect(withoutBaseline(moved, makeBaseline(old)).fresh).toEqual([]);
    const more = finding({ rule: 'machine-drafts', locale: 'hy', segment: null, values: { count: 34 } });
    expect(withoutBaseline([more], makeBaseline(old)).known).toEqual([more]);
  });

  it('tells what is gone', () => {
    const { gone } = withoutBaseline(old.slice(1, 4), makeBaseline(old));
    expect(gone.map(({ rule, locale, said }) => [rule, locale, Object.values(said)])).toEqual([
      ['opaque', null, [1]],
      ['numbers', 'fr', [1]],
    ]);
  });

  it('takes two lines an entry, and reads as it was written', () => {
    const text = formatBaseline(makeBaseline(old));
    expect(text.split('\n').filter((line) => /^ {8}"/.test(line))).toHaveLength(4);
    expect(text.split('\n').filter((line) => /^ {10}\{/.test(line))).toHaveLength(4);
    expect(formatBaseline([])).toBe('{\n  "hexapla": 1,\n  "findings": {}\n}\n');
    fc.assert(
      fc.property(hostileRun, ({ findings }) => {
        const ids = findings.map((one) => ({
          ...one,
          segment: one.segment === null ? null : `s${one.segment.length}`,
        }));
        const baseline = makeBaseline(ids);
        const written = formatBaseline(baseline);
        expect(parseBaseline(written, 'b')).toEqual(baseline);
        expect(withoutBaseline(ids, parseBaseline(written, 'b'))).toEqual({
          fresh: [],
          known: ids,
          gone: [],
        });
      }),
      { numRuns: runs },
    );
  });

  it('is above the folders of the locales, and there need not be one', () => {
    const config = { catalogues: 'locales/{locale}/{name}.json' };
    const folder = newFolder({});
    expect(baselinePath(config)).toBe('locales/baseline.json');
    expect(readBaseline(folder, baselinePath(config), false)).toBeNull();
    expect(() => readBaseline(folder, 'other.json', true)).toThrow(
      expect.objectContaining({ code: 'file-missing' }) as Error,
    );
    writeBaseline(folder, baselinePath(config), makeBaseline(old));
    expect(readBaseline(folder, baselinePath(config), true)).toEqual(makeBaseline(old));
  });

  it.each([
    ['no JSON', TEXT.replace('"fr":', '"fr"'), 'json', 9],
    ['no version', TEXT.replace('  "hexapla": 1,\n', ''), 'hexapla', 1],
    ['an unknown key', TEXT.replace('"findings"', '"found"'), 'findings', 1],
    ['a locale that is none', TEXT.replace('"fr"', '"f_r"'), 'findings.locales/en/statement.md.f_r', 9],
    [
      'a name that is none',
      TEXT.replace('s4k7qz2m1 numbers', 'Numbers'),
      'findings.locales/en/statement.md.fr.Numbers',
      10,
    ],
    [
      'no count',
      TEXT.replace(':2}', ':0}'),
      'findings.locales/en/statement.md.fr.s4k7qz2m1 numbers.5bb67c5ec9d9f3ce',
      11,
    ],
    ['a list', '[]', 'hexapla', 1],
  ])('names the place of %s', (_, text, detail, line) => {
    try {
      parseBaseline(text, 'locales/baseline.json');
    } catch (error) {
      if (!(error instanceof HexaplaError)) throw error;
      expect([error.code, error.values['detail'], error.place.line]).toEqual([
        'catalogue-invalid',
        detail,
        line,
      ]);
      return;
    }
    throw new Error('the baseline was taken');
  });

  it('of a newer version is refused as such', () => {
    expect(() => parseBaseline(TEXT.replace('1,', '2,'), 'b')).toThrow(
      expect.objectContaining({ code: 'catalogue-newer' }) as Error,
    );
  });
});
