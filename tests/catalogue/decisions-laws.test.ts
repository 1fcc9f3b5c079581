import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinTargets, separateTargets } from '../../src/catalogue/join.ts';
import { formatTarget } from '../../src/catalogue/json.ts';
import { parseTarget } from '../../src/catalogue/parse.ts';
import { createJudge, standings } from '../../src/catalogue/progress.ts';
import { type Forgettable, prune } from '../../src/catalogue/prune.ts';
import { reviewTargets, setTarget } from '../../src/catalogue/review.ts';
import { dropSuggestion, listSuggestions, takeSuggestion } from '../../src/catalogue/suggestions.ts';
import {
  importMark,
  nextImport,
  returnDigest,
  standingImports,
  undoImport,
} from '../../src/catalogue/undo.ts';
import type { TargetCatalogue } from '../../src/model/catalogue.ts';
import { HexaplaError } from '../../src/model/error.ts';
import {
  back,
  begin,
  edited,
  filled,
  idsOf,
  segment,
  sent,
  unitFile,
  unitOf,
  type World,
} from '../support/return-world.ts';
import { runs } from '../support/settings.ts';

// A document of one unit, and people and files that decide about its segments in any order.
const first = begin('The council met. It rose. It slept. It woke.\n');
const ids = idsOf(first);
const sources = ['The council met.', 'It rose.', 'It slept.', 'It woke.'];
const worlds: readonly World[] = [first, edited(first, 'It slept', 'It sat')];

/** What somebody does, and with which segments (by position). */
interface Step {
  readonly what: string;
  readonly on: readonly number[];
  readonly run: (world: World, text: string) => World;
}

const person = { origin: 'human', by: 'Zoé' } as const;
const place = fc.nat({ max: 3 });
const side = fc.tuple(place, place).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const step = (
  what: string,
  on: readonly number[],
  change: (world: World, text: string) => TargetCatalogue,
): Step => ({
  what,
  on,
  run: (world, text) => {
    try {
      return { ...world, target: change(world, text) };
    } catch (error) {
      // What a command refuses changes nothing.
      if (error instanceof HexaplaError) return world;
      throw error;
    }
  },
});
const markOf = (world: World, text: string) =>
  importMark(nextImport([formatTarget(world.target, [])]), returnDigest(new TextEncoder().encode(text)));

const steps: fc.Arbitrary<Step> = fc.oneof(
  place.map((at) =>
    step('set', [at], ({ source, target }, text) =>
      setTarget(source, target, ids[at] ?? '', { text, ...person }),
    ),
  ),
  fc
    .tuple(side, fc.boolean())
    .map(([[from, to], given]) =>
      step(given ? 'join' : 'join the present', [from, to], ({ source, target }, text) =>
        joinTargets(source, target, { ids: ids.slice(from, to + 1), text: given ? text : null, ...person }),
      ),
    ),
  place.map((at) => step('apart', [at], ({ target }) => separateTargets(target, ids[at] ?? ''))),
  fc.tuple(place, fc.boolean()).map(([at, same]) =>
    step(same ? 'same' : 'review', [at], ({ source, target }) => {
      const review = { ids: [ids[at] ?? ''], state: 'reviewed', confirm: !same, same, by: 'R' } as const;
      return reviewTargets(source, target, review).target;
    }),
  ),
  fc.tuple(place, fc.boolean()).map(([at, takes]) =>
    step(takes ? 'take' : 'drop', [at], ({ source, target }) => {
      const all = listSuggestions(source, target);
      const { id = '', number = 1 } = all[at % Math.max(1, all.length)] ?? {};
      return takes ? takeSuggestion(source, target, { id, number }) : dropSuggestion(target, { id, number });
    }),
  ),
  fc.tuple(place, fc.boolean()).map(([at, known]) =>
    step(known ? 'return' : 'return without a record', [at], (world, text) => {
      const { text: xml, record } = sent(world, 'xliff-1.2');
      const how = { record: known ? record : null, mark: markOf(world, text) };
      return back(world, filled(xml, ids[at] ?? '', text), how).target;
    }),
  ),
  side.map(([from, to]) =>
    step('return joined', [from, to], (world, text) => {
      const own = segment(ids[from] ?? null, sources.slice(from, to + 1).join(' '), text);
      return back(world, unitFile(unitOf(first), own), { mark: markOf(world, text) }).target;
    }),
  ),
  fc.constant(
    step('undo', [], ({ target }) => {
      const last = standingImports(target)[0]?.number;
      return last === undefined ? target : undoImport(target, { number: last }).target;
    }),
  ),
);

const lives = fc.tuple(
  fc.constantFrom(...worlds),
  fc.array(steps, { minLength: 1, maxLength: 12, size: 'max' }),
);

function* live([world, list]: readonly [World, readonly Step[]]): Generator<World> {
  let now = world;
  for (const [at, one] of list.entries()) {
    now = one.run(now, `Texte ${at}.`);
    yield now;
  }
}

function textsOf({ targets, suggestions }: TargetCatalogue): Set<string> {
  const held = Object.values(targets).flatMap((target) => [target, ...(target.was ?? [])]);
  return new Set([...held, ...Object.values(suggestions).flat()].map(({ text }) => text));
}

describe('whatever people and files decide, in any order', () => {
  it('every text that was ever accepted is in the catalogue', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const ever = new Set<string>();
        for (const { target } of live(life)) {
          const now = textsOf(target);
          for (const { text } of Object.values(target.targets)) ever.add(text);
          expect([...ever].filter((text) => !now.has(text))).toEqual([]);
        }
      }),
      { numRuns: runs },
    );
  });

  it('no segment is translated by its own target and by another’s too', () => {
    fc.assert(
      fc.property(lives, (life) => {
        for (const { target } of live(life)) {
          const covered = Object.values(target.targets).flatMap(({ covers }) => covers ?? []);
          const twice = covered.filter(({ id }) => Object.hasOwn(target.targets, id));
          expect(twice).toEqual([]);
          expect(new Set(covered.map(({ id }) => id)).size).toBe(covered.length);
        }
      }),
      { numRuns: runs },
    );
  });

  it('the catalogue is read back as it was written', () => {
    fc.assert(
      fc.property(lives, (life) => {
        for (const { target } of live(life)) {
          expect(parseTarget(formatTarget(target, ids), 'f')).toEqual(target);
        }
      }),
      { numRuns: runs },
    );
  });

  it('undoing the import that was just made brings every target and order back', () => {
    fc.assert(
      fc.property(lives, place, (life, at) => {
        const [before] = [...live(life)].slice(-1);
        if (before === undefined) return;
        const mark = importMark(nextImport([formatTarget(before.target, [])]), 'f'.repeat(16));
        const { text, record } = sent(before, 'xliff-1.2');
        const after = back(before, filled(text, ids[at] ?? '', 'Nouveau.'), { record, mark });
        const undone = undoImport(after.target, { digest: 'f'.repeat(16) }).target;
        expect([undone.targets, undone.orders]).toEqual([before.target.targets, before.target.orders]);
      }),
      { numRuns: runs },
    );
  });

  it('pruning changes no current target, and nothing about how it stands', () => {
    const wanted = fc.subarray<Forgettable>(['history', 'retired', 'suggestions']);
    fc.assert(
      fc.property(lives, wanted, (life, what) => {
        const [{ source, target } = first] = [...live(life)].slice(-1);
        const pruned = prune(source, [target], new Set(what));
        const [left = target] = pruned.targets;
        const shown = (at: TargetCatalogue, from = source) =>
          standings(from, at, createJudge(from)).map(({ id, target: own, holder, stale }) => [
            id,
            own?.text,
            own?.state,
            holder,
            stale,
          ]);
        expect(shown(left, pruned.source)).toEqual(shown(target));
        const waiting = what.includes('suggestions') ? [] : listSuggestions(source, target);
        expect(listSuggestions(pruned.source, left)).toEqual(waiting);
      }),
      { numRuns: runs },
    );
  });
});
