import { describe, expect, it } from 'vitest';
import { joinTargets, separateTargets } from '../../src/catalogue/join.ts';
import { reviewTargets, setTarget } from '../../src/catalogue/review.ts';
import { takeSuggestion } from '../../src/catalogue/suggestions.ts';
import { undoImport } from '../../src/catalogue/undo.ts';
import type { Suggestion, TargetCatalogue } from '../../src/model/catalogue.ts';
import {
  back,
  begin,
  filled,
  hashAt,
  idsOf,
  segment,
  sent,
  unitFile,
  unitOf,
  written,
} from '../support/return-world.ts';

// Whoever gives a segment its own target ends the joined one, or its text would be there twice.
const world = begin('The council met. It rose. It slept.\n');
const [met = '', rose = '', slept = ''] = idsOf(world);
const all = written(world, ['Le conseil.', 'Il se leva.', 'Il dormit.']);
const joined = joinTargets(all.source, all.target, {
  ids: [met, rose, slept],
  text: 'Tout en une phrase.',
  origin: 'human',
});
const write = (catalogue: TargetCatalogue, id: string): TargetCatalogue =>
  setTarget(world.source, catalogue, id, { text: 'Neuf.', origin: 'human' });
const textsOf = ({ targets }: TargetCatalogue) => [met, rose, slept].map((id) => targets[id]?.text);
const allTexts = (catalogue: TargetCatalogue): string => JSON.stringify(catalogue);

describe('a target for one segment of a joined target', () => {
  it.each([
    [met, ['Neuf.', 'Il se leva.', 'Il dormit.']],
    [rose, ['Le conseil.', 'Neuf.', 'Il dormit.']],
    [slept, ['Le conseil.', 'Il se leva.', 'Neuf.']],
  ])('gives the others their own again (%s)', (id, texts) => {
    const target = write(joined, id);
    expect(textsOf(target)).toEqual(texts);
    expect(Object.values(target.targets).some(({ covers }) => covers)).toBe(false);
    for (const text of ['Le conseil.', 'Il se leva.', 'Il dormit.', 'Tout en une phrase.']) {
      expect(allTexts(target)).toContain(text);
    }
  });

  it('leaves the joined text to the first, to be divided, where it never had its own', () => {
    const target = write(
      joinTargets(world.source, world.target, { ids: [met, rose], text: 'Deux.', origin: 'human' }),
      rose,
    );
    expect(target.targets[met]).toMatchObject({ text: 'Deux.', state: 'initial' });
    expect(textsOf(target)).toEqual(['Deux.', 'Neuf.', undefined]);
  });

  it('parts what comes back joined out of the history too', () => {
    const one = {
      ...all,
      target: joinTargets(all.source, all.target, { ids: [rose, slept], text: 'Deux.', origin: 'human' }),
    };
    const file = unitFile(unitOf(world), segment(met, 'The council met. It rose. It slept.', 'Tout.'));
    const { target } = back(one, file, { record: null });
    const taken = takeSuggestion(world.source, target, { id: met, number: 1 });
    expect(textsOf(taken)).toEqual(['Tout.', undefined, undefined]);
    expect(textsOf(write(taken, slept))).toEqual(['Le conseil.', 'Il se leva.', 'Neuf.']);
  });

  it('leaves other joined targets of the unit alone', () => {
    const two = joinTargets(all.source, all.target, { ids: [rose, slept], text: 'Deux.', origin: 'human' });
    expect(write(two, met).targets[rose]).toBe(two.targets[rose]);
  });

  it('is so too for a source that is its own translation', () => {
    const review = { ids: [rose], state: null, confirm: false, same: true, by: 'R' };
    const { target, changed } = reviewTargets(world.source, joined, review);
    expect([textsOf(target), changed]).toEqual([['Le conseil.', 'It rose.', 'Il dormit.'], [rose]]);
  });

  it('and for a suggestion that is taken, but not where it joins the same ones', () => {
    const made = { state: 'translated', origin: 'human', reason: 'conflict' } as const;
    const one: Suggestion = { ...made, text: 'Neuf.', madeFrom: hashAt(world, rose) };
    const take = (id: string, suggestion: Suggestion): TargetCatalogue =>
      takeSuggestion(world.source, { ...joined, suggestions: { [id]: [suggestion] } }, { id, number: 1 });
    expect(textsOf(take(rose, one))).toEqual(['Le conseil.', 'Neuf.', 'Il dormit.']);
    const covers = [rose, slept].map((id) => ({ id, madeFrom: hashAt(world, id) }));
    const same = take(met, { ...one, madeFrom: hashAt(world, met), covers });
    expect(textsOf(same)).toEqual(['Neuf.', undefined, undefined]);
    expect(same.targets[met]?.was?.at(-1)?.text).toBe('Tout en une phrase.');
    const two = take(rose, { ...one, covers: covers.slice(1) });
    expect(textsOf(two)).toEqual(['Le conseil.', 'Neuf.', undefined]);
  });
});

describe('taking a joined target apart', () => {
  it('leaves a target that a covered segment has for itself, as a merge of two branches can bring it', () => {
    const own = all.target.targets[slept];
    if (own === undefined) throw new Error('it was written');
    const both = { ...joined, targets: { ...joined.targets, [slept]: { ...own, text: 'Le mien.' } } };
    const target = separateTargets(both, met);
    expect(textsOf(target)).toEqual(['Le conseil.', 'Il se leva.', 'Le mien.']);
    expect(allTexts(target)).toContain('Il dormit.');
  });

  it('is not joined again when an import from before is undone', () => {
    const mark = '1-aaaaaaaaaaaaaaaa';
    const handoff = sent(world, 'xliff-1.2');
    const came = back(world, filled(handoff.text, met, 'Venu.'), { record: handoff.record, mark });
    const ids = [met, rose];
    const both = joinTargets(came.source, came.target, { ids, text: null, origin: 'human' });
    const apart = separateTargets(both, met);
    expect(apart.targets[met]?.import).toBeUndefined();
    expect(undoImport(apart, { number: 1 })).toMatchObject({ target: apart, undone: [], kept: [met] });
  });
});
