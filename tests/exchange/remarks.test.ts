import { expect, it } from 'vitest';
import { formatTarget } from '../../src/catalogue/json.ts';
import { parseTarget } from '../../src/catalogue/parse.ts';
import { acceptReturn } from '../../src/exchange/accept.ts';
import type { SourceCatalogue, TargetCatalogue } from '../../src/model/catalogue.ts';
import type { Returned, ReturnedSegment } from '../../src/model/transfer.ts';

const source: SourceCatalogue = {
  document: 'a.md',
  locale: 'en',
  softBreaks: 'space',
  profile: 'sentence/1',
  units: [
    {
      id: 'u00000001',
      kind: 'paragraph',
      segments: { s00000001: { text: 'One.', codes: {} }, s00000002: { text: 'Two.', codes: {} } },
    },
  ],
  retired: {},
};

function returned(...segments: readonly Partial<ReturnedSegment>[]): Returned {
  const empty = {
    unit: 'u00000001',
    line: 7,
    column: 1,
    source: [],
    target: null,
    state: null,
    problem: null,
  };
  return {
    format: 'xliff-1.2',
    document: 'a.md',
    sourceLocale: 'en',
    targetLocale: 'fr',
    handoff: null,
    segments: segments.map((one) => ({ ...empty, id: '', ...one })),
  };
}

function accept(file: Returned, target: TargetCatalogue | null) {
  return acceptReturn({
    returned: file,
    source,
    target,
    record: null,
    options: { by: 'Anna', origin: 'human', acceptState: false, acceptSame: false },
    hash: ({ text }) => text,
    isStale: () => false,
  });
}

const text = (words: string) => [{ kind: 'text', text: words } as const];
const file = returned(
  { id: 's00000001', source: text('One.'), target: text('Un.'), comment: 'Masculine?' },
  { id: 's00000002', source: text('Two.'), comment: 'Two of what?' },
);

it('keeps a translator’s remark with the target, or for the segment where there is none', () => {
  const { target, report } = accept(file, null);
  expect(target.targets['s00000001']?.comments).toEqual([{ by: 'Anna', text: 'Masculine?' }]);
  expect(target.remarks).toEqual({ s00000002: [{ by: 'Anna', text: 'Two of what?' }] });
  expect(report.comments).toEqual([
    { id: 's00000001', text: 'Masculine?', line: 7 },
    { id: 's00000002', text: 'Two of what?', line: 7 },
  ]);
  expect(parseTarget(formatTarget(target, []), 'x')).toEqual(target);
});

it('takes each remark once, and changes nothing when it comes again', () => {
  const { target } = accept(file, null);
  const again = accept(file, target);
  expect(again.target).toBe(target);
  expect(again.report.comments).toEqual([]);
});

it('keeps the remark on a segment whose text is refused', () => {
  const changed = returned({
    id: 's00000001',
    source: text('Other.'),
    target: text('Autre.'),
    comment: 'Why?',
  });
  const { target, report } = accept(changed, null);
  expect(report.rejected.map(({ reason }) => reason)).toEqual(['source-changed']);
  expect(target.remarks).toEqual({ s00000001: [{ by: 'Anna', text: 'Why?' }] });
});
