import { describe, expect, it } from 'vitest';
import { approvalsOf } from '../../src/catalogue/approvals.ts';
import { formatTarget } from '../../src/catalogue/json.ts';
import { parseTarget } from '../../src/catalogue/parse.ts';
import { createJudge, standings } from '../../src/catalogue/progress.ts';
import { reviewTargets, setTarget } from '../../src/catalogue/review.ts';
import type { SourceCatalogue, TargetCatalogue } from '../../src/model/catalogue.ts';
import { extract, liveIds } from '../support/settings.ts';

const { catalogue } = extract('One is here. Two is here.\n\nThree is here.\n');
const [one = '', two = '', three = ''] = liveIds(catalogue).map(([id]) => id);
const none: TargetCatalogue = { document: 'doc.md', locale: 'hy', targets: {}, suggestions: {} };
const full = [one, two, three].reduce(
  (target, id) => setTarget(catalogue, target, id, { text: `Ա ${id}`, origin: 'human', by: 'T' }),
  none,
);
const review = (target: TargetCatalogue, ids: readonly string[], by: string, on: string | undefined) =>
  reviewTargets(catalogue, target, {
    ...{ ids, by, state: 'reviewed', confirm: false },
    ...(on !== undefined && { on }),
  });
const approvals = (target: TargetCatalogue, source: SourceCatalogue = catalogue) =>
  approvalsOf(standings(source, target, createJudge(source)));

describe('approvals', () => {
  it('tell who, when and of which segments, in the order of the document', () => {
    const first = review(full, [three, one], 'Rita', '2026-02-01').target;
    const { target } = review(first, [two], 'Rolf', '2026-02-03');
    expect(approvals(target)).toEqual([
      { by: 'Rita', on: '2026-02-01', state: 'reviewed', segments: [one, three], digest: expect.any(String) },
      { by: 'Rolf', on: '2026-02-03', state: 'reviewed', segments: [two], digest: expect.any(String) },
    ]);
    expect(approvals(full)).toEqual([]);
  });

  it('are of a wording: another text, or another source, is another approval', () => {
    const digest = (target: TargetCatalogue, source?: SourceCatalogue) =>
      approvals(target, source)[0]?.digest;
    const { target } = review(full, [one], 'Rita', '2026-02-01');
    const other = review(
      setTarget(catalogue, full, one, { text: 'Բ', origin: 'human' }),
      [one],
      'Rita',
      '2026-02-01',
    );
    expect(digest(other.target)).not.toBe(digest(target));
    const later = extract('One is over here. Two is here.\n\nThree is here.\n', catalogue).catalogue;
    expect(digest(target, later)).not.toBe(digest(target));
  });

  it('keep their day when the same person approves the same again', () => {
    const { target } = review(full, [one], 'Rita', '2026-02-01');
    expect(review(target, [one], 'Rita', '2026-05-05')).toEqual({ target, changed: [] });
    // One that has no day gets one.
    const undated = review(full, [one], 'Rita', undefined).target;
    expect(review(undated, [one], 'Rita', '2026-05-05').target.targets[one]?.on).toBe('2026-05-05');
    expect(review(target, [one], 'Rolf', '2026-05-05').target.targets[one]).toMatchObject({
      by: 'Rolf',
      on: '2026-05-05',
      was: [{ by: 'T' }, { by: 'Rita', on: '2026-02-01' }],
    });
  });

  it('go with a new text, stay in its history, and are stored', () => {
    const { target } = review(full, [one], 'Rita', '2026-02-01');
    const after = setTarget(catalogue, target, one, { text: 'Գ', origin: 'human' });
    expect(after.targets[one]).not.toHaveProperty('on');
    expect(after.targets[one]?.was?.at(-1)).toMatchObject({ by: 'Rita', on: '2026-02-01' });
    expect(parseTarget(formatTarget(after, [one, two, three]), 'x')).toEqual(after);
    expect(formatTarget(target, [one])).toContain('"by":"Rita","on":"2026-02-01","madeFrom"');
  });
});
