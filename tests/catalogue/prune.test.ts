import { describe, expect, it } from 'vitest';
import { hashWording } from '../../src/catalogue/hash.ts';
import { createJudge, standings } from '../../src/catalogue/progress.ts';
import { prune } from '../../src/catalogue/prune.ts';
import { setTarget } from '../../src/catalogue/review.ts';
import type { SourceCatalogue, Suggestion, TargetCatalogue } from '../../src/model/catalogue.ts';
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

  it('keeps a segment that is gone while a text waits for it, with its wording and what it became', () => {
    const first = extract('We met in spring.\n').catalogue;
    const [id = ''] = liveIds(first)[0] ?? [];
    const whole = retiredChain(first, id);
    const waiting = suggestion('stale', hashWording(whole.retired[id] ?? { text: '', codes: {} }));
    const target: TargetCatalogue = { ...empty, suggestions: { [id]: [waiting] } };
    const all = new Set(['history', 'retired'] as const);
    expect(Object.keys(prune(whole, [target], all).source.retired)).toEqual([id, 'sheir0000']);
    const decided = { ...target, suggestions: { [id]: [{ ...waiting, reason: 'declined' as const }] } };
    const { source, targets } = prune(whole, [decided], all);
    expect([source.retired, targets]).toEqual([{}, [decided]]);
  });

  it('keeps every wording that a text waiting for several segments was made from', () => {
    const { source, target } = history();
    const [met = '', agreed = ''] = liveIds(source).map(([id]) => id);
    const [oldest] = source.units[0]?.segments[met]?.was ?? [];
    if (oldest === undefined) throw new Error('the segment was edited');
    const waiting = {
      ...suggestion('conflict', 'unknown'),
      covers: [{ id: met, madeFrom: hashWording(oldest) }],
    };
    const other = { ...target, targets: {}, suggestions: { [agreed]: [waiting] } };
    const pruned = prune(source, [other], new Set(['history']));
    expect(pruned.source.units[0]?.segments[met]?.was).toEqual(source.units[0]?.segments[met]?.was);
  });

  it('forgets earlier orders, the own texts of joined segments, and marks that nothing could be undone by', () => {
    const { source } = history();
    const [met = '', agreed = ''] = liveIds(source).map(([id]) => id);
    const unit = source.units[0]?.id ?? '';
    const past = { text: 'x', state: 'translated', origin: 'human', madeFrom: 'unknown' } as const;
    const order = { ids: [agreed, met], import: '3-aaaaaaaaaaaaaaaa' } as const;
    const target: TargetCatalogue = {
      ...empty,
      targets: {
        [met]: {
          ...past,
          import: '2-aaaaaaaaaaaaaaaa',
          covers: [{ id: agreed, madeFrom: 'unknown' }],
          was: [past, { ...past, of: agreed }],
        },
      },
      orders: { [unit]: { ...order, was: [{ ids: [] }] }, ugone0000: { ids: [], was: [{ ids: [met] }] } },
    };
    const { targets, forgotten } = prune(source, [target], new Set(['history']));
    expect(forgotten.history).toBe(2 + 2 + 2);
    expect(targets[0]).toEqual({
      ...empty,
      targets: { [met]: { ...past, covers: [{ id: agreed, madeFrom: 'unknown' }] } },
      orders: { [unit]: { ids: [agreed, met] } },
    });
    expect(prune(source, [target], new Set(['retired'])).targets[0]?.orders).toEqual({
      [unit]: target.orders?.[unit],
    });
    const alone = { ...target, orders: { [unit]: order } };
    expect(prune(source, [alone], new Set(['history'])).targets[0]?.orders).toEqual({ [unit]: order });
  });
});

const empty: TargetCatalogue = { document: 'doc.md', locale: 'fr', targets: {}, suggestions: {} };

function suggestion(reason: Suggestion['reason'], madeFrom: string): Suggestion {
  return { text: 'x', state: 'translated', origin: 'human', madeFrom, reason };
}

/** A catalogue whose one segment is retired, and so is what it became; another one besides. */
function retiredChain(source: SourceCatalogue, id: string): SourceCatalogue {
  const { text = '', codes = {} } = source.units[0]?.segments[id] ?? {};
  const retired = {
    [id]: { text, codes, became: ['sheir0000'] },
    sheir0000: { text: 'Later.', codes: {}, became: [id] },
    sother000: { text: 'Other.', codes: {} },
  };
  return { ...source, units: [], retired };
}
