import { describe, expect, it } from 'vitest';
import { RULE_IDS } from '../../src/model/rules.ts';
import { ISSUE_TYPES, issuesOf } from '../../src/report/issues.ts';
import { finding } from './support.ts';

const place = { document: 'locales/en/statement.md', locale: 'fr' };

describe('findings as localization quality issues', () => {
  it('are told by segment, the gravest first, and by nobody else’s', () => {
    const found = issuesOf(
      [
        finding({ rule: 'double-space', severity: 'info', message: 'Two spaces.' }),
        finding({ rule: 'quotes-style', severity: 'warning', message: 'Other marks.', segment: 's2' }),
        finding({ message: 'A number.' }),
        finding({ locale: 'hy' }),
        finding({ locale: null }),
        finding({ document: 'other.md' }),
        finding({ rule: 'metadata', segment: null }),
      ],
      place,
    );
    expect([...found]).toEqual([
      [
        's4k7qz2m1',
        [
          { type: 'numbers', comment: 'A number.', severity: 100 },
          { type: 'whitespace', comment: 'Two spaces.', severity: 10 },
        ],
      ],
      ['s2', [{ type: 'locale-violation', comment: 'Other marks.', severity: 50 }]],
    ]);
  });

  it('leave out what a handoff says by its states', () => {
    const states = [
      'missing',
      'stale',
      'stale-meaning',
      'unreviewed',
      'machine-drafts',
      'self-approved',
    ] as const;
    const told = RULE_IDS.filter((rule) => issuesOf([finding({ rule })], place).size > 0);
    expect(RULE_IDS.filter((rule) => !told.includes(rule))).toEqual(states);
    expect(Object.keys(ISSUE_TYPES)).toEqual([...RULE_IDS]);
  });
});
