import { describe, expect, it } from 'vitest';
import { joinTargets } from '../../src/catalogue/join.ts';
import { formatTarget } from '../../src/catalogue/json.ts';
import { parseTarget } from '../../src/catalogue/parse.ts';
import { reviewTargets } from '../../src/catalogue/review.ts';
import { countSuggestions, dropSuggestion, takeSuggestion } from '../../src/catalogue/suggestions.ts';
import {
  importMark,
  nextImport,
  returnDigest,
  standingImports,
  undoImport,
} from '../../src/catalogue/undo.ts';
import {
  back,
  begin,
  filled,
  idsOf,
  segment,
  sent,
  unitFile,
  unitOf,
  type World,
  written,
} from '../support/return-world.ts';

const world = begin('The council met. It rose. It slept.\n');
const [met = '', rose = '', slept = ''] = idsOf(world);
const before = written(world, ['Le conseil.', null, 'Il dormit.']);
const handoff = sent(before, 'xliff-1.2');
const { record } = handoff;
const xml = filled(filled(handoff.text, met, 'Le conseil siégea.'), rose, 'Il se leva.');
const digest = returnDigest(new TextEncoder().encode(xml));
const mark = (at: World, of = digest) => importMark(nextImport([formatTarget(at.target, [])]), of);
const imported = back(before, xml, { record, mark: mark(before) });

describe('an import', () => {
  it('leaves its mark on what it stores, which a file keeps', () => {
    expect(imported.target.targets[met]?.import).toBe(`1-${digest}`);
    expect(imported.target.targets[slept]?.import).toBeUndefined();
    expect(standingImports(imported.target)).toEqual([{ number: 1, digest, ids: [met, rose] }]);
    expect(nextImport([before, imported].map(({ target }) => formatTarget(target, [])))).toBe(2);
    expect(parseTarget(formatTarget(imported.target, []), 'f')).toEqual(imported.target);
  });

  it('without a mark leaves none', () => {
    expect(standingImports(back(before, xml, { record }).target)).toEqual([]);
  });
});

describe('undoing it', () => {
  it('brings the earlier targets back, and loses no text', () => {
    const { target, undone, kept } = undoImport(imported.target, { digest });
    expect([undone, kept]).toEqual([[met, rose], []]);
    expect(target.targets).toEqual(before.target.targets);
    expect(target.suggestions[met]).toMatchObject([
      { text: 'Le conseil siégea.', base: 'Le conseil.', reason: 'undone' },
    ]);
    expect(target.suggestions[rose]).toMatchObject([{ text: 'Il se leva.', reason: 'undone' }]);
    expect(countSuggestions(target)).toBe(0);
    expect(standingImports(target)).toEqual([]);
    expect(parseTarget(formatTarget(target, []), 'f')).toEqual(target);
  });

  it('and importing again gives the same bytes as the first time', () => {
    const { target } = undoImport(imported.target, { number: 1 });
    const again = back({ ...before, target }, xml, { record, mark: mark({ ...before, target }) });
    expect(again.report.applied).toEqual([met, rose]);
    expect(formatTarget(again.target, [])).toBe(formatTarget(imported.target, []));
  });

  it('twice changes nothing more', () => {
    const { target } = undoImport(imported.target, { digest });
    expect(undoImport(target, { digest })).toEqual({ target, undone: [], kept: [], suggestions: [] });
  });

  it('of another import changes nothing', () => {
    expect(undoImport(imported.target, { number: 2 }).target).toBe(imported.target);
    expect(undoImport(imported.target, { digest: '0'.repeat(16) }).target).toBe(imported.target);
  });

  it('leaves what somebody changed since', () => {
    const { target: reviewed } = reviewTargets(imported.source, imported.target, {
      ids: [met],
      state: 'reviewed',
      confirm: false,
      by: 'R',
    });
    const { target, undone, kept } = undoImport(reviewed, { number: 1 });
    expect([undone, kept]).toEqual([[rose], [met]]);
    expect(target.targets[met]).toBe(reviewed.targets[met]);
  });

  it('goes import by import, the last first', () => {
    const next = sent(imported, 'xliff-1.2');
    const second = back(imported, filled(next.text, met, 'Encore.'), {
      record: next.record,
      mark: mark(imported, 'f'.repeat(16)),
    });
    expect(standingImports(second.target).map(({ number, ids }) => [number, ids])).toEqual([
      [2, [met]],
      [1, [rose]],
    ]);
    const once = undoImport(second.target, { number: 2 });
    expect(once.target.targets).toEqual(imported.target.targets);
    expect(undoImport(once.target, { number: 1 }).target.targets).toEqual(before.target.targets);
  });

  it('of a return that raised states brings the states back', () => {
    const raised = handoff.text.replace('state="translated">Le conseil.', 'state="signed-off">Le conseil.');
    const after = back(before, raised, { record, acceptState: true, mark: mark(before) });
    expect(after.target.targets[met]?.state).toBe('reviewed');
    const { target } = undoImport(after.target, { number: 1 });
    expect(target).toEqual(before.target);
  });
});

describe('undoing suggestions', () => {
  const ours = written(imported, ['Le nôtre.']);
  const conflict = back({ ...ours, target: { ...ours.target } }, xml.replace('siégea', 'vota'), {
    record,
    mark: '7-aaaaaaaaaaaaaaaa',
  });

  it('they no longer wait, and come again with the file', () => {
    expect(countSuggestions(conflict.target)).toBe(1);
    const { target, suggestions } = undoImport(conflict.target, { number: 7 });
    expect(countSuggestions(target)).toBe(0);
    expect(suggestions).toEqual([{ id: met, text: 'Le conseil vota.' }]);
    expect(target.suggestions[met]).toMatchObject([{ text: 'Le conseil vota.', reason: 'undone' }]);
    const again = back({ ...ours, target }, xml.replace('siégea', 'vota'), { record });
    expect(again.report.conflicts).toMatchObject([{ id: met }]);
    expect(countSuggestions(again.target)).toBe(1);
  });

  it('but those that somebody declined do not come again, and one that was taken stays', () => {
    const declined = dropSuggestion(conflict.target, { id: met, number: 1 });
    const again = back({ ...ours, target: declined }, xml.replace('siégea', 'vota'), { record });
    expect(again.target).toBe(declined);
    const taken = takeSuggestion(ours.source, conflict.target, { id: met, number: 1 });
    expect(undoImport(taken, { number: 7 }).target).toBe(taken);
  });
});

describe('undoing a return that joined segments', () => {
  const joined = unitFile(unitOf(world), segment(rose, 'It rose. It slept.', 'Il se leva et dormit.'));
  const after = back(before, joined, { record, mark: mark(before) });

  it('gives each its own target back', () => {
    expect(after.target.targets[rose]).toMatchObject({ covers: [{ id: slept }], was: [{ of: slept }] });
    const { target, undone } = undoImport(after.target, { number: 1 });
    expect(undone).toEqual([rose]);
    expect(target.targets).toEqual(before.target.targets);
    expect(target.suggestions[rose]).toMatchObject([
      { text: 'Il se leva et dormit.', reason: 'undone', covers: [{ id: slept }] },
    ]);
  });

  it('leaves it where somebody has given a covered segment a target since', () => {
    const since = written({ ...world, target: after.target }, [null, null, 'Il ronfla.']);
    const { target, kept } = undoImport(since.target, { number: 1 });
    expect(kept).toEqual([rose]);
    expect(target).toBe(since.target);
  });

  it('and one that took them apart joins them again', () => {
    const whole = joinTargets(before.source, before.target, {
      ids: [met, rose],
      text: 'Tous deux.',
      origin: 'human',
    });
    const at = { ...before, target: whole };
    const out = sent(at, 'xliff-1.2');
    const apart = back(at, filled(filled(out.text, met, 'Un.'), rose, 'Deux.'), {
      record: out.record,
      mark: mark(at),
    });
    expect(apart.report.applied).toEqual([met, rose]);
    expect(undoImport(apart.target, { number: 1 }).target.targets).toEqual(whole.targets);
  });
});
