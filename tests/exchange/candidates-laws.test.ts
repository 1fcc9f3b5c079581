import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashWording } from '../../src/catalogue/hash.ts';
import { keptTexts, withKept } from '../../src/catalogue/keep.ts';
import { createMemory, memoryPairs } from '../../src/catalogue/leverage.ts';
import { createJudge } from '../../src/catalogue/progress.ts';
import { setTarget } from '../../src/catalogue/review.ts';
import { commandWords } from '../../src/cli/words.ts';
import { acceptReturn } from '../../src/exchange/accept.ts';
import { makeRecord } from '../../src/exchange/record.ts';
import { createTermFinder } from '../../src/exchange/terms.ts';
import { makeTransfer } from '../../src/exchange/transfer.ts';
import { readXliff } from '../../src/exchange/xliff/read.ts';
import { writeXliff } from '../../src/exchange/xliff/write.ts';
import type { SourceCatalogue, TargetCatalogue } from '../../src/model/catalogue.ts';
import { formatContent } from '../../src/model/content.ts';
import { type Transfer, XLIFF_FORMATS, type XliffFormat } from '../../src/model/transfer.ts';
import { mapSentences, markdownOf, paragraphs } from '../support/arbitrary-document.ts';
import { extract, liveIds, runs } from '../support/settings.ts';

const { words } = commandWords('en');
const none: TargetCatalogue = { document: 'doc.md', locale: 'ru', targets: {}, suggestions: {} };
const glossary = {
  house: {
    forms: { en: ['house', 'houses'], ru: ['дом'] },
    forbidden: { ru: ['изба'] },
    definition: 'A building.',
  },
};

interface World {
  readonly source: SourceCatalogue;
  readonly target: TargetCatalogue;
  /** Another document, with the text as it was before the edit, translated as a whole. */
  readonly other: { readonly source: SourceCatalogue; readonly target: TargetCatalogue };
  readonly kept: readonly string[];
  readonly only: readonly ('missing' | 'stale')[] | null;
}

/** A document that was translated in part, and edited since; some of its sentences are kept as they are. */
const world: fc.Arbitrary<World> = fc
  .tuple(
    paragraphs,
    fc.nat(),
    fc.nat(),
    fc.constantFrom(null, ['missing'] as const, ['missing', 'stale'] as const),
  )
  .map(([document, some, keep, only]) => {
    const first = extract(markdownOf(document)).catalogue;
    const target = liveIds(first).reduce(
      (made, [id, text], index) =>
        (some >> (index % 20)) & 1
          ? setTarget(first, made, id, { text: text.replace(/[A-Za-z]+/g, 'перевод'), origin: 'human' })
          : made,
      none,
    );
    const edited = mapSentences(document, (one, index) => [
      index % 3 === 1 ? `${one.slice(0, -1)} again.` : one,
    ]);
    const source = extract(markdownOf(edited), first).catalogue;
    const kept = liveIds(source).flatMap(([, text], index) => ((keep >> (index % 20)) & 1 ? [text] : []));
    const old = { ...first, document: 'old.md' };
    const whole = liveIds(old).reduce(
      (made, [id, text]) =>
        setTarget(old, made, id, { text: text.replace(/[A-Za-z]+/g, 'дом'), origin: 'human' }),
      { ...none, document: 'old.md' },
    );
    return { source, target, other: { source: old, target: whole }, kept, only };
  });

function handoff({ source, target, other, kept, only }: World): Transfer {
  const judge = createJudge(source);
  const isKept = keptTexts({ texts: kept, kinds: [] });
  return makeTransfer({
    source,
    target: withKept(target, source, isKept),
    targetLocale: 'ru',
    only,
    instruction: null,
    gaps: ({ segments }) =>
      Object.keys(segments)
        .slice(1)
        .map(() => ' '),
    isStale: (madeFrom, entry) => judge(entry, madeFrom) !== null,
    hash: hashWording,
    words,
    memory: createMemory([...memoryPairs(source, target), ...memoryPairs(other.source, other.target)]),
    terms: createTermFinder(glossary, 'en', 'ru'),
    sizeLimits: { paragraph: 90 },
    isKept,
  });
}

function written(given: World, format: XliffFormat, profile: 'plain' | 'omegat') {
  const transfer = handoff(given);
  const record = makeRecord(transfer, format, hashWording);
  const text = writeXliff({ ...transfer, handoff: record.digest }, { format, profile, toolVersion: '1' });
  return { text, record, transfer };
}

describe.each(XLIFF_FORMATS)('%s with all that goes beside the texts', (format) => {
  it('law 6: exported twice, the same bytes; imported untouched, nothing changes', () => {
    fc.assert(
      fc.property(world, fc.constantFrom('plain', 'omegat'), (given, profile) => {
        const { text, record } = written(given, format, profile);
        expect(written(given, format, profile).text).toBe(text);
        const [returned] = readXliff(text, 'f.xlf');
        if (returned === undefined) throw new Error('nothing was read');
        const { source, target } = given;
        const judge = createJudge(source);
        const accepted = acceptReturn({
          returned,
          source,
          target,
          record,
          options: { origin: 'human', acceptState: false, acceptSame: false },
          hash: hashWording,
          isStale: (madeFrom, entry) => judge(entry, madeFrom) !== null,
        });
        expect(accepted.target).toBe(target);
        expect(accepted.report).toMatchObject({ applied: [], stale: [], conflicts: [], rejected: [] });
      }),
      { numRuns: Math.ceil(runs / 4) },
    );
  });
});

it('what is offered is text of the project, at most three a segment, never the own target', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(world, (given) => {
      const targets: Record<string, TargetCatalogue['targets']> = {
        'doc.md': given.target.targets,
        'old.md': given.other.target.targets,
      };
      for (const { id, target, candidates = [] } of handoff(given).units.flatMap(
        ({ segments }) => segments,
      )) {
        expect(candidates.length).toBeLessThanOrEqual(3);
        for (const one of candidates) {
          seen.add(one.kind);
          expect(one.kind === 'previous' || one.document !== 'doc.md' || one.segment !== id).toBe(true);
          expect(one.similarity).toBeGreaterThanOrEqual(one.kind === 'previous' ? 0 : 60);
          expect(formatContent(one.target)).toBe(targets[one.document]?.[one.segment]?.text);
          if (one.kind === 'exact' || one.kind === 'ice') expect(one.similarity).toBe(100);
        }
        if (target !== null && candidates.length > 0)
          expect(candidates.some(({ kind }) => kind === 'previous')).toBe(true);
      }
    }),
    { numRuns: runs },
  );
  expect([...seen].sort()).toEqual(['exact', 'fuzzy', 'ice', 'previous']);
});
