import { describe, expect, it } from 'vitest';
import { createJudge, standings } from '../../src/catalogue/progress.ts';
import { prune } from '../../src/catalogue/prune.ts';
import { setTarget } from '../../src/catalogue/review.ts';
import type { SourceCatalogue, TargetCatalogue } from '../../src/model/catalogue.ts';
import { extract, liveIds } from '../support/settings.ts';

/** A document through three revisions, translated after the first; its last sentence is gone. */
function history(): { source: SourceCatalogue; target: TargetCatalogue } {
  const first = extract('We met in spring. We agreed on ten points. We left.\n').catalogue;
  const empty: TargetCatalogue = { document: 'doc.md', locale: 'fr', targets: {}, suggestions: {} };
  const translate = (catalogue: TargetCatalogue, [id, text]: [string, string]): TargetCatalogue =>
    setTarget(first, catalogue, id, { text: `${text} (fr)`, origin: 'human' });
  const once = liveIds(first).reduce(translate, empty);
  const [id = ''] = liveIds(first)[0] ?? [];
  const twice = setTarget(first, once, id, { text: 'Mieux', origin: 'human' });
  const second = extract('We met in late spring. We agreed on ten points. We left.\n', first).catalogue;
  const source = extract('We all met in late spring. We agreed on ten points.\n', second).catalogue;
  const waiting = {
    text: 'x',
    state: 'translated',
    origin: 'human',
    madeFrom: 'unknown',
    reason: 'stale',
  } as const;
  return { source, target: { ...twice, suggestions: { [id]: [waiting] } } };
}

describe('pruning', () => {
  it('forgets only what is asked for', () => {
    const { source, target } = history();
    expect(prune(source, [target], new Set())).toEqual({
      source,
      targets: [target],
      forgotten: { history: 0, retired: 0, suggestions: 0 },
    });
    const { targets } = prune(source, [target], new Set(['suggestions']));
    expect(targets[0]).toEqual({ ...target, suggestions: {} });
  });

  it('keeps every wording that a target was made from, and all after it', () => {
    const { source, target } = history();
    const pruned = prune(source, [target], new Set(['history']));
    expect(pruned.forgotten).toEqual({ history: 1, retired: 0, suggestions: 0 });
    const before = standings(source, target, createJudge(source));
    const after = standings(pruned.source, pruned.targets[0] ?? null, createJudge(pruned.source));
    expect(after.map(({ stale }) => stale)).toEqual(before.map(({ stale }) => stale));
    expect(before.map(({ stale }) => stale)).toContain('wording');
    expect(prune(source, [], new Set(['history'])).forgotten.history).toBe(2);
  });

  it('forgets what is gone from the document, target and all', () => {
    const { source, target } = history();
    const { source: left, targets, forgotten } = prune(source, [target], new Set(['retired']));
    expect([left.retired, forgotten.retired]).toEqual([{}, 2]);
    expect(Object.keys(targets[0]?.targets ?? {})).toEqual(liveIds(source).map(([id]) => id));
  });
});
