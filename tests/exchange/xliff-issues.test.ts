import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeTransfer } from '../../src/exchange/transfer.ts';
import { readXliffBytes } from '../../src/exchange/xliff/read.ts';
import { updateXliff } from '../../src/exchange/xliff/update.ts';
import { writeXliff } from '../../src/exchange/xliff/write.ts';
import type { TargetCatalogue } from '../../src/model/catalogue.ts';
import {
  type Transfer,
  type TransferIssue,
  type TransferSegment,
  XLIFF_FORMATS,
} from '../../src/model/transfer.ts';
import { arbitraryTransfers } from '../support/arbitrary-transfer.ts';
import { catalogue, hash, isStale, PLAIN, runs, sample, summary } from './support.ts';
import { codesOf } from './validate-support.ts';
import { canLint, lint } from './validate-v12-lint.ts';

const ISSUES: readonly TransferIssue[] = [
  { type: 'numbers', comment: 'The number 200 is missing.', severity: 100 },
  { type: 'whitespace', comment: 'Two spaces <"&">\u0001.', severity: 10 },
];

/** A segment with what was found in it, as `makeTransfer` makes it. */
function withIssues(segment: TransferSegment, issues: readonly TransferIssue[]): TransferSegment {
  if (issues.length === 0) return segment;
  const notes = issues.map(({ comment }) => ({ category: 'finding' as const, text: comment }));
  return { ...segment, notes: [...segment.notes, ...notes], issues };
}

/** A handoff in which something was found in every `step`-th segment. */
function found(transfer: Transfer, step: number): Transfer {
  let index = 0;
  return {
    ...transfer,
    units: transfer.units.map((unit) => ({
      ...unit,
      segments: unit.segments.map((segment) =>
        withIssues(segment, index++ % step === 0 ? ISSUES.slice(0, 1 + (index % 2)) : []),
      ),
    })),
  };
}

describe('a handoff made with issues', () => {
  const source = catalogue([
    { s00000001: { text: 'One.', codes: {} }, s00000002: { text: 'Two.', codes: {} } },
  ]);
  const target: TargetCatalogue = {
    ...{ document: source.document, locale: 'fr', suggestions: {} },
    targets: {
      s00000001: {
        ...{ text: 'Un.', state: 'translated', origin: 'human' },
        madeFrom: hash({ text: 'One.', codes: {} }),
      },
    },
  };
  const input = {
    ...{ source, target, targetLocale: 'fr', only: null, instruction: null, hash, isStale },
    gaps: () => [' '],
    words: (key: string) => key,
  };

  it('has them in its segments, and in the notes that every format shows', () => {
    const { units } = makeTransfer({ ...input, issues: new Map([['s00000001', ISSUES]]) });
    const [one, two] = units[0]?.segments ?? [];
    expect(one?.issues).toEqual(ISSUES);
    expect(one?.notes.filter(({ category }) => category === 'finding').map(({ text }) => text)).toEqual(
      ISSUES.map(({ comment }) => comment),
    );
    expect(two).not.toHaveProperty('issues');
    expect(makeTransfer({ ...input, issues: new Map() })).toEqual(makeTransfer(input));
  });
});

describe('in XLIFF', () => {
  it.each(['xliff-2.1', 'xliff-2.2'] as const)(
    '%s they are records of ITS, and the target refers to them',
    (format) => {
      const [unit, ...units] = sample().units;
      if (unit === undefined) throw new Error('the sample has units');
      const segments = unit.segments.map((segment) => withIssues(segment, ISSUES));
      const text = writeXliff(
        { ...sample(), units: [{ ...unit, segments }, ...units] },
        { ...PLAIN, format },
      );
      expect(text).toMatch(
        /^.*\n<xliff [^>]* xmlns:its="http:\/\/www\.w3\.org\/2005\/11\/its" its:version="2\.0" version=/,
      );
      expect(text).toContain(`      <its:locQualityIssues xml:id="s4k7qz2m1-lqi">
        <its:locQualityIssue locQualityIssueType="numbers" locQualityIssueComment="The number 200 is missing." locQualityIssueSeverity="100"/>
        <its:locQualityIssue locQualityIssueType="whitespace" locQualityIssueComment="Two spaces &lt;&quot;&amp;&quot;&gt;\uFFFD." locQualityIssueSeverity="10"/>
      </its:locQualityIssues>
      <notes>`);
      expect(text).toContain(
        '<target><mrk id="s4k7qz2m1-lqi" type="its:generic" its:locQualityIssuesRef="#its=s4k7qz2m1-lqi">Les deux ',
      );
      const ref = format === 'xliff-2.2' ? ' ref="#s4k7qz2m1"' : '';
      expect(text).toContain(
        `<note id="s4k7qz2m1-f1"${ref} appliesTo="target" category="hexapla:finding">The number 200 is missing.</note>`,
      );
      // Nothing can be said of a target that there is not; a note says it.
      expect(text).not.toContain('s9d1x0ta7-lqi');
      expect(text).toContain('<note id="s9d1x0ta7-f2"');
    },
  );

  it.each(['xliff-1.2', 'xliff-2.0'] as const)('%s they are notes alone', (format) => {
    const text = writeXliff(found(sample(), 1), { ...PLAIN, format });
    expect(text).not.toContain('its:');
    const note =
      format === 'xliff-1.2'
        ? '<note from="hexapla check" annotates="target">The number 200 is missing.</note>'
        : 'appliesTo="target" category="hexapla:finding">The number 200 is missing.</note>';
    expect(text.split(note)).toHaveLength(4);
  });

  it.each(XLIFF_FORMATS)(
    '%s a return tells the same as without them, and no remark of a translator',
    (format) => {
      fc.assert(
        fc.property(arbitraryTransfers(true), fc.constantFrom(1, 2, 3), (transfers, step) => {
          const read = (all: readonly Transfer[]): unknown[] =>
            readXliffBytes(new TextEncoder().encode(writeXliff(all, { ...PLAIN, format })), 'f.xlf').map(
              (one) => [summary(one), one.segments.map(({ comment }) => comment)],
            );
          expect(read(transfers.map((one) => found(one, step)))).toEqual(read(transfers));
        }),
        { numRuns: runs },
      );
    },
  );

  it.each(XLIFF_FORMATS)('%s a later check replaces them', (format) => {
    const text = writeXliff(found(sample(), 1), { ...PLAIN, format });
    const updated = updateXliff(text, 'f.xlf', new Map([['0 s4k7qz2m1', { findings: ['Another thing.'] }]]));
    expect(text.match(/The number 200 is missing\.<\/note>/g)).toHaveLength(3);
    expect(updated.match(/The number 200 is missing\.<\/note>/g)).toHaveLength(2);
    expect(updated).toContain('>Another thing.</note>');
  });

  it.each(XLIFF_FORMATS)('%s is valid with them', (format) => {
    const samples = fc.sample(arbitraryTransfers(true), Math.min(runs, 300));
    const texts = new Map(
      samples.map((transfers, index): [string, string] => {
        const profile = index % 2 === 0 ? 'plain' : 'omegat';
        const all = transfers.map((one) => found(one, 1 + (index % 3)));
        return [String(index), writeXliff(all, { format, profile, toolVersion: '0.1.0' })];
      }),
    );
    // A target that lost its codes is not valid, whatever is said of it.
    for (const text of texts.values())
      expect(codesOf(text).filter((code) => code !== 'code-removed')).toEqual([]);
    if (format === 'xliff-2.1' || format === 'xliff-2.2') {
      expect([...texts.values()].some((text) => text.includes('xml:id="f2-'))).toBe(true);
    }
    if (!canLint) return;
    const schema = format === 'xliff-1.2' ? '1.2/xliff-core-1.2-strict.xsd' : `drivers/${format}-all.xsd`;
    const refused = [...lint(texts, schema)].filter(([, { accepted }]) => !accepted);
    expect(refused.map(([, { said }]) => said[0])).toEqual([]);
  });
});
