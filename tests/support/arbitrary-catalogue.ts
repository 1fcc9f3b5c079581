import fc from 'fast-check';
import {
  type HandoffRecord,
  type ImportMark,
  type PastTarget,
  type RetiredEntry,
  type SourceCatalogue,
  type SourceEntry,
  SUGGESTION_REASONS,
  type Suggestion,
  type Target,
  type TargetCatalogue,
  type TargetOrder,
} from '../../src/model/catalogue.ts';
import type { Code } from '../../src/model/content.ts';

const base32 = '0123456789abcdefghjkmnpqrstvwxyz';
const digits = fc
  .array(fc.constantFrom(...base32), { minLength: 8, maxLength: 8 })
  .map((list) => list.join(''));
const segmentIds = fc.uniqueArray(
  digits.map((id) => `s${id}`),
  { minLength: 1, maxLength: 12 },
);
const hash = fc.stringMatching(/^[0-9a-f]{16}$/);
const text = fc
  .string({ unit: 'grapheme' })
  .map((raw) => raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
const code: fc.Arbitrary<Code> = fc.record(
  {
    type: fc.constantFrom('strong' as const, 'link' as const, 'code' as const),
    parts: fc.array(
      fc.oneof(
        fc.string(),
        digits.map((id) => ({ unit: `u${id}` })),
      ),
      { minLength: 1, maxLength: 3 },
    ),
    href: fc.string(),
    text: fc.string(),
    span: fc.constantFrom('a', 'b'),
  },
  { requiredKeys: ['type', 'parts'] },
);
const wording = fc.oneof(
  text.map((one) => ({ text: one, codes: {} })),
  fc.tuple(text, text, code).map(([a, b, one]) => ({ text: `${a}<3>${b}</3>`, codes: { '3': one } })),
);
const edit = fc.constantFrom('cosmetic' as const, 'wording' as const, 'meaning' as const);
const past = fc
  .tuple(wording, edit, fc.boolean())
  .map(([one, kind, decided]) => ({ ...one, edit: kind, ...(decided && { decided }) }));
const lineage = fc.record(
  {
    from: digits.map((id) => `s${id}`),
    copyOf: digits.map((id) => `s${id}`),
    unit: digits.map((id) => `u${id}`),
  },
  { requiredKeys: [] },
);
const entry: fc.Arbitrary<SourceEntry> = fc
  .tuple(wording, fc.array(past, { maxLength: 2 }), lineage)
  .map(([one, was, origins]) => ({ ...one, ...(was.length > 0 && { was }), ...origins }));
const afterlife: fc.Arbitrary<Pick<RetiredEntry, 'became' | 'after'>> = fc.record(
  {
    became: fc.array(
      digits.map((id) => `s${id}`),
      { minLength: 1, maxLength: 2 },
    ),
    after: digits.map((id) => `s${id}`),
  },
  { requiredKeys: [] },
);

/** A source catalogue that need not come from any document. */
export const sourceCatalogue: fc.Arbitrary<SourceCatalogue> = fc
  .tuple(
    segmentIds,
    fc.infiniteStream(entry),
    fc.uniqueArray(digits, { minLength: 12, maxLength: 12 }),
    fc.nat(12),
    fc.infiniteStream(afterlife),
  )
  .map(([ids, entries, units, live, afterlives]) => {
    const all = ids.map((id): [string, SourceEntry] => [id, entries.next().value as SourceEntry]);
    return {
      document: 'docs/a "b".md',
      locale: 'en',
      softBreaks: 'space' as const,
      profile: 'sentence/1',
      units: all.slice(0, live).map(([id, one], i) => ({
        id: `u${units[i]}`,
        kind: 'paragraph' as const,
        segments: { [id]: one },
      })),
      retired: Object.fromEntries(
        all.slice(live).map(([id, one]) => [id, { ...one, ...(afterlives.next().value as RetiredEntry) }]),
      ),
    };
  });

const mark = fc
  .tuple(fc.integer({ min: 1, max: 999 }), hash)
  .map(([number, digest]): ImportMark => `${number}-${digest}`);
const covers = fc.array(fc.record({ id: digits.map((id) => `s${id}`), madeFrom: hash }), {
  minLength: 1,
  maxLength: 2,
});
const pastTarget: fc.Arbitrary<PastTarget> = fc.record(
  {
    text,
    state: fc.constantFrom('initial' as const, 'translated' as const, 'reviewed' as const, 'final' as const),
    origin: fc.constantFrom('human' as const, 'machine' as const, 'memory' as const, 'pseudo' as const),
    by: fc.string({ minLength: 1 }),
    on: fc.constantFrom('2026-01-31', '2027-12-01'),
    madeFrom: hash,
    import: mark,
  },
  { requiredKeys: ['text', 'state', 'origin', 'madeFrom'] },
);
const target: fc.Arbitrary<Target> = fc
  .tuple(pastTarget, fc.array(pastTarget, { maxLength: 2 }), fc.option(covers, { nil: undefined }))
  .map(([one, was, covered]) => ({
    ...one,
    ...(was.length > 0 && { was }),
    ...(covered && { covers: covered }),
  }));
const suggestion: fc.Arbitrary<Suggestion> = fc
  .tuple(pastTarget, fc.constantFrom(...SUGGESTION_REASONS))
  .map(([{ on: _on, ...one }, reason]) => ({ ...one, reason }));
const order: fc.Arbitrary<TargetOrder> = fc.record(
  {
    ids: fc.array(
      digits.map((id) => `s${id}`),
      { maxLength: 3 },
    ),
    import: mark,
  },
  { requiredKeys: ['ids'] },
);

/** A target catalogue that need not fit any source. */
export const targetCatalogue: fc.Arbitrary<TargetCatalogue> = fc
  .tuple(
    segmentIds,
    fc.infiniteStream(target),
    fc.array(fc.tuple(digits, fc.array(suggestion, { minLength: 1, maxLength: 2 })), { maxLength: 2 }),
    fc.array(fc.tuple(digits, order), { maxLength: 2 }),
  )
  .map(([ids, targets, waiting, orders]) => ({
    document: 'docs/a.md',
    locale: 'hy',
    targets: Object.fromEntries(ids.map((id): [string, Target] => [id, targets.next().value as Target])),
    suggestions: Object.fromEntries(waiting.map(([id, list]) => [`s${id}`, list])),
    ...(orders.length > 0 && { orders: Object.fromEntries(orders.map(([id, one]) => [`u${id}`, one])) }),
  }));

/** A handoff's record. */
export const handoffRecord: fc.Arbitrary<HandoffRecord> = fc
  .tuple(segmentIds, text, hash, fc.option(text, { nil: undefined }))
  .map(([ids, source, one, sent]) => ({
    document: 'a.md',
    locale: 'fr',
    sourceLocale: 'en',
    format: 'xliff-1.2',
    digest: one,
    segments: Object.fromEntries(
      ids.map((id) => [
        id,
        { source, hash: one, ...(sent !== undefined && { target: sent, state: 'translated' as const }) },
      ]),
    ),
  }));
