import { describe, expect, test } from 'vitest';
import { hashWording } from '../../src/catalogue/hash.ts';
import { createJudge, progressOf, standings } from '../../src/catalogue/progress.ts';
import { reclassify, reviewTargets, setTarget } from '../../src/catalogue/review.ts';
import type { SourceCatalogue, TargetCatalogue } from '../../src/model/catalogue.ts';
import { HexaplaError } from '../../src/model/error.ts';
import { extract, liveIds } from '../support/settings.ts';

const TEXT = 'The council met on Monday. It approved the plan of 200 houses.\n\n![](logo.png)\n';
const none: TargetCatalogue = { document: 'doc.md', locale: 'fr', targets: {}, suggestions: {} };
const human = (text: string) => ({ text, origin: 'human' as const, by: 'A' });

function idsOf(source: SourceCatalogue): string[] {
  return liveIds(source).map(([id]) => id);
}

function staleReason(source: SourceCatalogue, target: TargetCatalogue, id: string) {
  return standings(source, target, createJudge(source)).find((one) => one.id === id)?.stale;
}

describe('staleness is derived', () => {
  const first = extract(TEXT).catalogue;
  const [one = '', two = ''] = idsOf(first);
  const target = setTarget(
    first,
    setTarget(first, none, one, human('Le conseil.')),
    two,
    human('Il a approuvé 200.'),
  );

  test('a wording, a meaning, a cosmetic edit', () => {
    const worded = extract(TEXT.replace('met on', 'gathered on'), first).catalogue;
    expect(staleReason(worded, target, one)).toBe('wording');
    const meant = extract(TEXT.replace('200', '2000'), first).catalogue;
    expect([staleReason(meant, target, one), staleReason(meant, target, two)]).toEqual([null, 'meaning']);
    const shaped = extract(TEXT.replace('Monday. It', 'Monday.   It'), first).catalogue;
    expect([staleReason(shaped, target, one), staleReason(shaped, target, two)]).toEqual([null, null]);
  });

  test('many cosmetic edits do not add up unseen, and a wording that returns makes the target current', () => {
    const worded = extract(TEXT.replace('met on', 'gathered on'), first).catalogue;
    const back = extract(TEXT, worded).catalogue;
    expect(staleReason(back, target, one)).toBe(null);
  });

  test('a base that nobody knows', () => {
    const lost = {
      ...target,
      targets: { ...target.targets, [one]: { ...target.targets[one]!, madeFrom: '0'.repeat(16) } },
    };
    expect(staleReason(first, lost, one)).toBe('unknown-base');
  });

  test('a person’s decision overrules the proposal', () => {
    const worded = extract(TEXT.replace('met on', 'gathered on'), first).catalogue;
    expect(staleReason(reclassify(worded, one, 'cosmetic'), target, one)).toBe(null);
    expect(staleReason(reclassify(worded, one, 'meaning'), target, one)).toBe('meaning');
    expect(() => reclassify(first, one, 'meaning')).toThrow(HexaplaError);
  });

  test('a source edit changes the source catalogue and nothing else; confirming moves madeFrom forward', () => {
    const worded = extract(TEXT.replace('met on', 'gathered on'), first).catalogue;
    const { target: confirmed, changed } = reviewTargets(worded, target, {
      ids: [one],
      state: null,
      confirm: true,
      by: 'R',
    });
    expect(changed).toEqual([one]);
    expect(staleReason(worded, confirmed, one)).toBe(null);
    expect(confirmed.targets[one]?.was?.[0]).toEqual({ ...target.targets[one], was: undefined });
  });
});

describe('progress', () => {
  const source = extract(TEXT).catalogue;
  const [one = '', two = ''] = idsOf(source);

  test('missing and the four states add up; an image alone needs no target', () => {
    const target = setTarget(source, none, one, { text: 'Le conseil.', origin: 'machine' });
    const counts = progressOf(standings(source, target, createJudge(source)), 'reviewed');
    expect(counts).toEqual({
      segments: 2,
      missing: 1,
      stale: 0,
      alarms: 0,
      machine: 1,
      words: 12,
      below: 1,
      initial: 0,
      translated: 1,
      reviewed: 0,
      final: 0,
    });
    const { target: reviewed } = reviewTargets(source, target, {
      ids: 'all',
      state: 'reviewed',
      confirm: false,
      by: 'R',
    });
    expect(progressOf(standings(source, reviewed, createJudge(source)), 'reviewed')).toMatchObject({
      reviewed: 1,
      machine: 0,
      below: 0,
    });
    expect(reviewed.targets[one]?.was).toHaveLength(1);
  });

  test('a target that covers the next segment counts for both, and goes stale with either', () => {
    const [first, second] = liveIds(source).map(([id]) => ({ id, entry: source.units[0]!.segments[id]! }));
    const joined: TargetCatalogue = {
      ...none,
      targets: {
        [one]: {
          text: 'Les deux.',
          state: 'translated',
          origin: 'human',
          madeFrom: hashWording(first!.entry),
          covers: [{ id: second!.id, madeFrom: hashWording(second!.entry) }],
        },
      },
    };
    expect(progressOf(standings(source, joined, createJudge(source)), 'translated')).toMatchObject({
      missing: 0,
      translated: 2,
      stale: 0,
    });
    const edited = extract(TEXT.replace('200', '300'), source).catalogue;
    expect(staleReason(edited, joined, two)).toBe('meaning');
    expect(staleReason(edited, joined, one)).toBe(null);
  });
});

describe('writing one target', () => {
  const source = extract('Read the **new** report.\n').catalogue;
  const [id = ''] = idsOf(source);
  test.each([
    ['tags', 'Lisez <1>le rapport.'],
    ['lost', 'Lisez le rapport.'],
    ['invented', 'Lisez <1>le</1> <2>rapport</2>.'],
    ['nesting', 'Lisez <1/> le rapport.'],
    ['empty', ' '],
  ])('refuses %s', (reason, text) => {
    expect(() => setTarget(source, none, id, human(text))).toThrow(reason);
  });

  test('keeps what was there before', () => {
    const first = setTarget(source, none, id, human('Lisez le <1>nouveau</1> rapport.'));
    const second = setTarget(source, first, id, human('Voir le <1>nouveau</1> rapport.'));
    expect(second.targets[id]?.was?.map(({ text }) => text)).toEqual(['Lisez le <1>nouveau</1> rapport.']);
  });
});
