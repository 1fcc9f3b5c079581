import { describe, expect, it } from 'vitest';
import { hashWording } from '../../src/catalogue/hash.ts';
import { keptTexts, withKept } from '../../src/catalogue/keep.ts';
import { createJudge, progressOf, standings } from '../../src/catalogue/progress.ts';
import type { SourceCatalogue, TargetCatalogue } from '../../src/model/catalogue.ts';

const STRONG = { '1': { type: 'strong', parts: ['**', '**'] } } as const;
const source: SourceCatalogue = {
  document: 'a.md',
  locale: 'en',
  softBreaks: 'space',
  profile: 'sentence/1',
  units: [
    { id: 'u1', kind: 'paragraph', segments: { s1: { text: '<1>EaP  CSF</1>', codes: STRONG } } },
    { id: 'u2', kind: 'paragraph', segments: { s2: { text: 'EaP CSF is a forum.', codes: {} } } },
    { id: 'u3', kind: 'cell', segments: { s3: { text: '42', codes: {} }, s4: { text: 'x', codes: {} } } },
  ],
  retired: {},
};
const target = (targets: TargetCatalogue['targets']): TargetCatalogue => ({
  document: 'a.md',
  locale: 'fr',
  targets,
  suggestions: {},
});
const isKept = keptTexts({ texts: ['EaP CSF'], kinds: ['cell'] });

describe('what is kept', () => {
  it('is a whole text, white space aside, or a kind', () => {
    expect(isKept(' EaP\u00A0 CSF', 'paragraph')).toBe(true);
    expect(isKept('eap csf', 'paragraph')).toBe(false);
    expect(isKept('The EaP CSF', 'heading')).toBe(false);
    expect(isKept('anything', 'cell')).toBe(true);
    expect(keptTexts({ texts: [], kinds: [] })('', 'cell')).toBe(false);
  });

  it('counts as done, in its own words', () => {
    const kept = withKept(null, source, isKept, 'fr');
    expect(kept.locale).toBe('fr');
    expect(Object.keys(kept.targets)).toEqual(['s1', 's3', 's4']);
    expect(kept.targets['s1']).toEqual({
      text: '<1>EaP  CSF</1>',
      state: 'final',
      origin: 'human',
      madeFrom: hashWording({ text: '<1>EaP  CSF</1>', codes: STRONG }),
    });
    const list = standings(source, kept, createJudge(source));
    expect(progressOf(list, 'final')).toMatchObject({
      segments: 4,
      missing: 1,
      final: 3,
      stale: 0,
      below: 0,
    });
  });

  it('does not take the place of a target, nor of one that covers it', () => {
    const own = { text: 'FSC', state: 'reviewed', origin: 'human', madeFrom: '?' } as const;
    expect(withKept(target({ s1: own }), source, isKept).targets['s1']).toBe(own);
    const covers = [{ id: 's4', madeFrom: '?' }];
    expect(Object.keys(withKept(target({ s3: { ...own, covers } }), source, isKept).targets)).toEqual([
      's3',
      's1',
    ]);
  });

  it('leaves a catalogue as it is where there is nothing to add', () => {
    const before = target({});
    expect(withKept(before, source, () => false)).toBe(before);
    expect(before.targets).toEqual({});
  });
});
