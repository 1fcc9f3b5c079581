import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Accepted, type AcceptInput, acceptReturn } from '../../src/exchange/accept.ts';
import { makeRecord } from '../../src/exchange/record.ts';
import { makeTransfer } from '../../src/exchange/transfer.ts';
import { readXliff } from '../../src/exchange/xliff/read.ts';
import { writeXliff } from '../../src/exchange/xliff/write.ts';
import {
  type HandoffRecord,
  ORIGINS,
  type PastWording,
  type SourceCatalogue,
  type SourceEntry,
  STATES,
  type Target,
  type TargetCatalogue,
} from '../../src/model/catalogue.ts';
import { formatContent } from '../../src/model/content.ts';
import { type Returned, XLIFF_FORMATS, type XliffFormat } from '../../src/model/transfer.ts';
import { arbitraryTransfer } from '../support/arbitrary-transfer.ts';
import { hash, isStale, runs } from './support.ts';

interface World {
  readonly source: SourceCatalogue;
  readonly target: TargetCatalogue;
}

const choice = fc.record({
  origin: fc.constantFrom(...ORIGINS),
  edited: fc.boolean(),
  madeFromOld: fc.boolean(),
  retired: fc.nat(9),
  state: fc.constantFrom(...STATES),
  earlier: fc.boolean(),
});

// A handoff's generator gives segments with sources and targets that fit: here they become catalogues.
function arbitraryWorld(): fc.Arbitrary<World> {
  const choices = fc.array(choice, { minLength: 12, maxLength: 12 });
  return fc.tuple(arbitraryTransfer(true), choices).map(([transfer, picks]) => {
    const retired: Record<string, SourceEntry> = {};
    const targets: Record<string, Target> = {};
    let next = 0;
    const units = transfer.units.map((unit) => {
      const segments: Record<string, SourceEntry> = {};
      for (const segment of unit.segments) {
        const pick = picks[next++ % picks.length];
        if (pick === undefined) continue;
        const wording = { text: formatContent(segment.source), codes: segment.codes };
        const was: PastWording[] = pick.edited ? [{ text: 'Earlier.', codes: {}, edit: 'wording' }] : [];
        const entry = { ...wording, ...(was.length > 0 ? { was } : {}) };
        if (pick.retired === 0) retired[segment.id] = entry;
        else segments[segment.id] = entry;
        if (segment.target === null || segment.target.length === 0) continue;
        const madeFrom = hash(pick.madeFromOld ? (was[0] ?? wording) : wording);
        const past = { text: 'Avant.', state: pick.state, origin: pick.origin, madeFrom: 'older' };
        targets[segment.id] = {
          text: formatContent(segment.target),
          state: pick.state,
          origin: pick.origin,
          madeFrom,
          ...(pick.earlier ? { was: [past] } : {}),
        };
      }
      return { id: unit.id, kind: unit.kind, segments };
    });
    const source: SourceCatalogue = {
      document: transfer.document,
      locale: 'en',
      softBreaks: 'space',
      profile: 'sentence/1',
      units,
      retired,
    };
    return { source, target: { document: transfer.document, locale: 'hy', targets, suggestions: {} } };
  });
}

function exported({ source, target }: World, format: XliffFormat): { xml: string; record: HandoffRecord } {
  const transfer = makeTransfer({
    source,
    target,
    targetLocale: 'hy',
    only: null,
    instruction: null,
    gaps: ({ segments }) =>
      Object.keys(segments)
        .slice(1)
        .map(() => ' '),
    isStale,
    hash,
    words: (key) => key,
  });
  const record = makeRecord(transfer, format, hash);
  const xml = writeXliff(
    { ...transfer, handoff: record.digest },
    { format, profile: 'plain', toolVersion: '1' },
  );
  return { xml, record };
}

const OPTIONS = { origin: 'human', acceptState: true, acceptSame: false } as const;

function imported(world: World, returned: Returned, record: HandoffRecord | null): Accepted {
  const input: AcceptInput = { ...world, returned, record, options: OPTIONS, hash, isStale };
  return acceptReturn(input);
}

function readOne(xml: string): Returned {
  const [returned] = readXliff(xml, 'f');
  if (returned === undefined) throw new Error('no file');
  return returned;
}

// Every text that a catalogue holds for a segment, wherever it stands.
function textsOf({ targets, suggestions }: TargetCatalogue): Set<string> {
  const found = new Set<string>();
  for (const [id, target] of Object.entries(targets)) {
    for (const { text } of [target, ...(target.was ?? [])]) found.add(`${id} ${text}`);
  }
  for (const [id, list] of Object.entries(suggestions))
    for (const { text } of list) found.add(`${id} ${text}`);
  return found;
}

describe.each(XLIFF_FORMATS)('%s', (format) => {
  it('law 6: exported and imported untouched, nothing changes', () => {
    fc.assert(
      fc.property(arbitraryWorld(), fc.boolean(), (world, withRecord) => {
        const { xml, record } = exported(world, format);
        expect(exported(structuredClone(world), format).xml).toBe(xml);
        const { target, report } = imported(world, readOne(xml), withRecord ? record : null);
        expect(target).toBe(world.target);
        expect(report).toMatchObject({ applied: [], stale: [], conflicts: [], rejected: [] });
      }),
      { numRuns: runs },
    );
  });
});

// A return in which anything may have happened to the segments, and a catalogue that has moved on meanwhile.
const change = fc.record({
  what: fc.constantFrom(
    'leave',
    'drop',
    'empty',
    'retarget',
    'resource',
    'rename',
    'twice',
    'break',
    'problem',
  ),
  state: fc.option(fc.constantFrom(...STATES)),
});
const meanwhile = fc.constantFrom('leave', 'leave', 'edit', 'remove', 'retire');

function mangled(returned: Returned, changes: readonly { what: string; state: string | null }[]): Returned {
  const segments = returned.segments.flatMap((segment, index) => {
    const { what, state } = changes[index % changes.length] ?? { what: 'leave', state: null };
    const next = { ...segment, state: STATES.find((known) => known === state) ?? null };
    const codes = segment.source.filter((node) => node.kind === 'code');
    const other = { ...next, target: [{ kind: 'text' as const, text: `Neu ${index}. ` }, ...codes] };
    if (what === 'drop') return [];
    if (what === 'empty') return [{ ...next, target: null }];
    if (what === 'retarget') return [other];
    if (what === 'resource') return [{ ...other, source: [{ kind: 'text' as const, text: 'Else.' }] }];
    if (what === 'rename') return [{ ...other, id: `${segment.id}x` }];
    if (what === 'twice') return [next, other];
    if (what === 'break')
      return [{ ...next, target: [...codes, { kind: 'code' as const, id: '99', children: [] }] }];
    return what === 'problem' ? [{ ...other, problem: 'element' }] : [next];
  });
  return { ...returned, segments };
}

function movedOn({ source, target }: World, changes: readonly string[]): World {
  const targets = { ...target.targets };
  const retired = { ...source.retired };
  let next = 0;
  const units = source.units.map((unit) => {
    const segments = { ...unit.segments };
    for (const [id, entry] of Object.entries(unit.segments)) {
      const what = changes[next++ % changes.length];
      const ours = targets[id];
      if (what === 'edit' && ours !== undefined) {
        const { was = [], ...past } = ours;
        targets[id] = { ...past, text: `${ours.text} inzwischen`, was: [...was, past] };
      }
      if (what === 'remove') delete targets[id];
      if (what === 'retire') {
        retired[id] = entry;
        delete segments[id];
      }
    }
    return { ...unit, segments };
  });
  return { source: { ...source, units, retired }, target: { ...target, targets } };
}

const arbitraryReturn = fc
  .tuple(
    arbitraryWorld(),
    fc.constantFrom(...XLIFF_FORMATS),
    fc.array(change, { minLength: 12, maxLength: 12 }),
    fc.array(meanwhile, { minLength: 12, maxLength: 12 }),
    fc.boolean(),
  )
  .map(([world, format, changes, since, withRecord]) => {
    const { xml, record } = exported(world, format);
    return {
      world: movedOn(world, since),
      returned: mangled(readOne(xml), changes),
      record: withRecord ? record : null,
    };
  });

describe('any return', () => {
  it('law 4: loses no text that was accepted, and none that it stores', () => {
    fc.assert(
      fc.property(arbitraryReturn, ({ world, returned, record }) => {
        const { target, report } = imported(world, returned, record);
        const after = textsOf(target);
        for (const text of textsOf(world.target)) expect(after).toContain(text);
        for (const { id, theirs } of report.conflicts) expect(after).toContain(`${id} ${theirs}`);
        for (const [id, ours] of Object.entries(world.target.targets)) {
          const now = target.targets[id];
          if (now?.text !== ours.text) expect(now?.was?.at(-1)?.text).toBe(ours.text);
        }
      }),
      { numRuns: runs },
    );
  });

  it('puts a segment in one list, and touches those of `applied` and `stale` alone', () => {
    fc.assert(
      fc.property(arbitraryReturn, ({ world, returned, record }) => {
        const { target, report } = imported(world, returned, record);
        const { applied, unchanged, stale, conflicts } = report;
        const listed = [...applied, ...unchanged, ...stale, ...conflicts.map(({ id }) => id)];
        const refused = new Set(report.rejected.map(({ id }) => id));
        expect(new Set(listed).size).toBe(listed.length);
        expect(listed.filter((id) => refused.has(id))).toEqual([]);
        const changed = Object.keys(target.targets).filter(
          (id) => target.targets[id] !== world.target.targets[id],
        );
        expect(new Set([...applied, ...stale])).toEqual(new Set([...changed, ...stale]));
      }),
      { numRuns: runs },
    );
  });

  it('the second time is all unchanged', () => {
    fc.assert(
      fc.property(arbitraryReturn, ({ world, returned, record }) => {
        const first = imported(world, returned, record);
        const second = imported({ ...world, target: first.target }, returned, record);
        expect(second.target).toBe(first.target);
        expect(second.report).toMatchObject({
          applied: [],
          stale: [],
          conflicts: [],
          missing: first.report.missing,
        });
      }),
      { numRuns: runs },
    );
  });
});
