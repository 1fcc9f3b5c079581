import fc from 'fast-check';
import { hashWording } from '../../src/catalogue/hash.ts';
import { liveSegments } from '../../src/catalogue/update.ts';
import { pageWords } from '../../src/cli/words.ts';
import type { SourceCatalogue, State, Target, TargetCatalogue } from '../../src/model/catalogue.ts';
import type { Policy } from '../../src/model/publication.ts';
import { type Open, openDocument, type Settings } from '../../src/pipeline.ts';
import type { Edited } from '../../src/pipeline-edition.ts';
import { type Publication, publishEdition } from '../../src/pipeline-publish.ts';
import { extract, settings } from './settings.ts';

const VERSIONS = { hexapla: '0', icu: '1', cldr: '2', unicode: '3' };
const words = pageWords(['en', 'hy']);

/** A document's text with the catalogue that it has after some earlier texts, opened. */
export function openAfter(texts: readonly string[], over: Partial<Settings> = {}): Open {
  let previous: SourceCatalogue | null = null;
  for (const text of texts) previous = extract(text, previous, over).catalogue;
  const bytes = new TextEncoder().encode(texts.at(-1) ?? '');
  const all = { ...settings, ...over };
  return openDocument({ document: 'doc.md', bytes, catalogue: previous as SourceCatalogue, settings: all });
}

/** How a segment is translated: null for not at all; `covers` takes the next one of its unit in. */
export interface Made {
  readonly state: State;
  readonly origin: 'human' | 'machine';
  readonly covers: boolean;
}

export const arbitraryMade: fc.Arbitrary<Made | null> = fc.option(
  fc.record({
    state: fc.constantFrom<State>('initial', 'translated', 'reviewed', 'final'),
    origin: fc.constantFrom('human' as const, 'machine' as const),
    covers: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
  }),
  { freq: 6 },
);

/** A target catalogue of a source catalogue, made as `made` says, again and again. */
export function targetOf(source: SourceCatalogue, made: readonly (Made | null)[]): TargetCatalogue {
  const targets: Record<string, Target> = {};
  let skip = '';
  const live = liveSegments(source);
  for (const [i, { id, unit, entry }] of live.entries()) {
    const how = made[i % Math.max(1, made.length)];
    if (!how || skip === id) continue;
    const next = live[i + 1];
    const joins = how.covers && next?.unit === unit && next !== undefined;
    const text =
      entry.text.replace(/[A-Za-z]+/g, 'բառ') +
      (joins ? next.entry.text.replace(/<[^>]*>|[A-Za-z]+/g, 'ն') : '');
    const approved = how.state === 'reviewed' || how.state === 'final';
    targets[id] = {
      ...{ text, state: how.state, origin: how.origin, madeFrom: hashWording(entry), by: 'Ա' },
      ...(approved && { on: '2026-01-02' }),
      ...(joins && { covers: [{ id: next.id, madeFrom: hashWording(next.entry) }] }),
    };
    if (joins) skip = next.id;
  }
  return { document: 'doc.md', locale: 'hy', targets, suggestions: {} };
}

/** A document that can be published, and its policy. */
export function editedOf(open: Open, over: Partial<Settings> = {}): Edited {
  return { open, name: 'doc', settings: { ...settings, ...over }, ...words };
}

/** Publishes the Armenian edition. */
export function publish(
  edited: Edited,
  target: TargetCatalogue | null,
  policy: Policy = 'fallback',
): Publication {
  const { minState } = edited.settings;
  return publishEdition({
    ...{ edited, locale: 'hy', target, date: '2026-03-04', by: 'P', note: null, versions: VERSIONS },
    rules: { policy, minState, thresholds: null },
    inputs: [{ path: 'hexapla.json', digest: '0'.repeat(64) }],
    before: null,
  });
}
