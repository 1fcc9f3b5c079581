import { describe, expect, it } from 'vitest';
import { formatTarget } from '../../src/catalogue/json.ts';
import { parseTarget } from '../../src/catalogue/parse.ts';
import { createJudge, standings } from '../../src/catalogue/progress.ts';
import {
  countSuggestions,
  dropSuggestion,
  listSuggestions,
  takeSuggestion,
} from '../../src/catalogue/suggestions.ts';
import type { SourceCatalogue, Suggestion, TargetCatalogue } from '../../src/model/catalogue.ts';
import { begin, edited, hashAt, idsOf, type World, written } from '../support/return-world.ts';
import { thrown } from '../support/thrown.ts';

const world = begin('The council **met**. It rose. It slept.\n');
const [met = '', rose = '', slept = ''] = idsOf(world);

function waiting(text: string, madeFrom: string, more: Partial<Suggestion> = {}): Suggestion {
  return { text, state: 'translated', origin: 'human', by: 'Bob', madeFrom, reason: 'conflict', ...more };
}

function withSuggestions(at: World, suggestions: TargetCatalogue['suggestions']): World {
  return { ...at, target: { ...at.target, suggestions } };
}

const FIRST = waiting('Premier <1>x</1>.', hashAt(world, met), { base: 'Base <1>x</1>.' });
const SECOND = waiting('Second <1>x</1>.', hashAt(world, met), { reason: 'stale' });
const OLD = waiting('Refusé <1>x</1>.', hashAt(world, met), { reason: 'declined' });
const both = withSuggestions(written(world, ['Le <1>nôtre</1>.', 'Il se leva.', null]), {
  [met]: [OLD, FIRST, SECOND],
  [rose]: [waiting('Levé.', hashAt(world, rose), { reason: 'undone' })],
});

describe('the list of what waits', () => {
  it('says what each is, and leaves out what is decided', () => {
    expect(listSuggestions(both.source, both.target)).toEqual([
      {
        id: met,
        number: 1,
        text: 'Premier <1>x</1>.',
        state: 'translated',
        origin: 'human',
        by: 'Bob',
        madeFrom: hashAt(world, met),
        why: 'conflict',
        base: 'Base <1>x</1>.',
        ours: 'Le <1>nôtre</1>.',
        covers: [],
        heirs: [],
        retired: false,
      },
      expect.objectContaining({ id: met, number: 2, text: 'Second <1>x</1>.', why: 'stale', base: null }),
    ]);
    expect(countSuggestions(both.target)).toBe(2);
  });

  it('names the heirs of a retired segment, however many steps away, and does not run in circles', () => {
    const retired = {
      s0000000a: { text: 'A.', codes: {}, became: ['s0000000b', rose] },
      s0000000b: { text: 'B.', codes: {}, became: ['s0000000a', met, 's0000000x'] },
    };
    const source: SourceCatalogue = { ...world.source, retired };
    const at = withSuggestions(world, { s0000000a: [waiting('Un.', 'x')] });
    expect(listSuggestions(source, at.target)).toMatchObject([
      { id: 's0000000a', retired: true, heirs: [rose, met] },
    ]);
  });
});

describe('taking one', () => {
  it('makes it the target, and the earlier one goes to was', () => {
    const taken = takeSuggestion(both.source, both.target, { id: met, number: 1 });
    expect(taken.targets[met]).toEqual({
      text: 'Premier <1>x</1>.',
      state: 'translated',
      origin: 'human',
      by: 'Bob',
      madeFrom: hashAt(world, met),
      was: [both.target.targets[met]],
    });
    expect(taken.suggestions[met]).toEqual([OLD, SECOND]);
    expect(taken.targets[rose]).toBe(both.target.targets[rose]);
  });

  it('keeps what it was made from: a late one is a stale target', () => {
    const since = edited(both, 'It rose', 'It sat');
    const at = withSuggestions(since, {
      [rose]: [waiting('Levé.', hashAt(world, rose), { reason: 'stale' })],
    });
    const target = takeSuggestion(at.source, at.target, { id: rose, number: 1 });
    expect(target.suggestions).toEqual({});
    const list = standings(at.source, target, createJudge(at.source));
    expect(list.find(({ id }) => id === rose)).toMatchObject({ stale: 'wording', target: { text: 'Levé.' } });
  });

  it('that covers a second segment takes that one’s target along', () => {
    const covers = [{ id: slept, madeFrom: hashAt(world, slept) }];
    const own = written(both, [null, null, 'Il dormit.']);
    const at = withSuggestions(own, {
      [rose]: [waiting('Il fit les deux.', hashAt(world, rose), { covers })],
    });
    const target = takeSuggestion(at.source, at.target, { id: rose, number: 1 });
    expect(target.targets[rose]).toMatchObject({
      covers,
      was: [{ text: 'Il se leva.' }, { text: 'Il dormit.', of: slept }],
    });
    expect(Object.hasOwn(target.targets, slept)).toBe(false);
    expect(parseTarget(formatTarget(target, []), 'f')).toEqual(target);
  });

  it('of a retired segment needs an heir whose codes it fits', () => {
    const gone = waiting('Parti.', 'x');
    const at = withSuggestions(both, { s0000000a: [gone] });
    const take = (into?: string) =>
      takeSuggestion(at.source, at.target, { id: 's0000000a', number: 1, ...(into && { into }) });
    expect(thrown(() => take())).toMatchObject({ code: 'segment-unknown' });
    expect(thrown(() => take(met))).toMatchObject({ code: 'text-invalid', values: { reason: 'lost' } });
    const target = take(rose);
    expect(target.targets[rose]).toMatchObject({ text: 'Parti.', madeFrom: 'x' });
    expect(target.suggestions).toEqual({});
  });
});

describe('dropping one', () => {
  it('keeps it as declined, and it waits no more', () => {
    const target = dropSuggestion(both.target, { id: met, number: 2 });
    expect(target.suggestions[met]).toEqual([OLD, FIRST, { ...SECOND, reason: 'declined' }]);
    expect(countSuggestions(target)).toBe(1);
    expect(parseTarget(formatTarget(target, []), 'f')).toEqual(target);
    expect(thrown(() => dropSuggestion(target, { id: met, number: 2 }))).toMatchObject({
      code: 'segment-unknown',
    });
  });
});
