import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SourceCatalogue } from '../../src/model/catalogue.ts';
import { type Draft, type Line, script } from '../support/edit-script.ts';
import { extract, liveIds } from '../support/settings.ts';

const runs = process.env.HEXAPLA_FULL === '1' ? 10_000 : 300;

const unitIds = (catalogue: SourceCatalogue): string[] => catalogue.units.map(({ id }) => id);

/** What the script says of the new revision's ids, by place. */
function judge(before: Draft, after: Draft, first: SourceCatalogue, second: SourceCatalogue): void {
  const old = liveIds(first).map(([id]) => id);
  const now = liveIds(second);
  const lines = after.flat();
  expect(now.map(([, text]) => text)).toEqual(lines.map(({ text }) => text));
  const known = new Set(old);
  const ids = now.map(([id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const entries = new Map(second.units.flatMap(({ segments }) => Object.entries(segments)));
  before.flat().forEach((_, origin) => {
    if (lines.some(({ half }) => half === origin)) return;
    const places = lines.flatMap((line, j) => (membersOf(line).includes(origin) ? [j] : []));
    const holders = places.filter((j) => ids[j] === old[origin]);
    if (places.length === 0) expect(ids).not.toContain(old[origin]);
    else if (places.every((j) => membersOf(lines[j]).length === 1)) expect(holders.length).toBe(1);
    // Of copies, one keeps the id; the others are new.
    for (const j of places) {
      if (!holders.includes(j) && membersOf(lines[j]).length === 1)
        expect(known.has(ids[j] ?? '')).toBe(false);
    }
  });
  lines.forEach((line, j) => {
    if (line.half !== undefined) expectHalves(line.half, j);
    else if (line.origin === null) expect(known.has(ids[j] ?? '')).toBe(false);
    else if (!lines.some(({ half }) => half === line.origin)) {
      expect(entries.get(ids[j] ?? '')?.from).toBeUndefined();
    }
    if (line.joined) expectJoined(membersOf(line), j);
  });

  /** One half keeps the id (the first, unless they were torn apart), and the other says where it came from. */
  function expectHalves(origin: number, second: number): void {
    const first = lines.findIndex((line) => line.origin === origin);
    const pair = [ids[first] ?? '', ids[second] ?? ''];
    const other = pair[0] === old[origin] ? pair[1] : pair[0];
    expect(pair).toContain(old[origin]);
    expect(entries.get(other ?? '')?.from).toBe(old[origin]);
    if (second === first + 1) expect(pair[0]).toBe(old[origin]);
  }

  /** One member of a join keeps its id, and the others say what they became. */
  function expectJoined(members: readonly number[], j: number): void {
    const gone = members.map((member) => old[member] ?? '').filter((id) => id !== ids[j]);
    expect(gone.length).toBe(members.length - 1);
    for (const id of gone) expect(second.retired[id]?.became).toEqual([ids[j]]);
  }
}

function membersOf(line: Line | undefined): readonly number[] {
  if (!line || line.origin === null) return [];
  return [line.origin, ...(line.joined ?? [])];
}

describe('law 3 over random edit scripts', () => {
  test('every sentence is what the script made of it', () => {
    fc.assert(
      fc.property(script, ({ before, after, markdown }) => {
        const first = extract(markdown.before).catalogue;
        const second = extract(markdown.after, first).catalogue;
        judge(before, after, first, second);
      }),
      { numRuns: runs },
    );
  });

  test('there and back again gives every id back', () => {
    fc.assert(
      fc.property(script, ({ markdown }) => {
        const first = extract(markdown.before).catalogue;
        const back = extract(markdown.before, extract(markdown.after, first).catalogue).catalogue;
        expect(liveIds(back)).toEqual(liveIds(first));
        expect(unitIds(back)).toEqual(unitIds(first));
        expect(
          Object.keys(back.retired).filter((id) => liveIds(first).some(([live]) => live === id)),
        ).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test('what is extracted again is left alone', () => {
    fc.assert(
      fc.property(script, ({ markdown }) => {
        const second = extract(markdown.after, extract(markdown.before).catalogue).catalogue;
        expect(extract(markdown.after, { ...second, document: 'other.md' }).catalogue).toEqual(second);
      }),
      { numRuns: runs / 4 },
    );
  });
});
