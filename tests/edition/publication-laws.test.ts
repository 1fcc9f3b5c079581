import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatPublication } from '../../src/catalogue/record.ts';
import { parsePublication } from '../../src/catalogue/record-parse.ts';
import { withoutNotices } from '../../src/edition/assemble-notices.ts';
import type { PublicationRecord } from '../../src/model/publication.ts';
import { buildDocument } from '../../src/pipeline-build.ts';
import { ownFiles, type Published, reopen } from '../../src/pipeline-publish.ts';
import { verifyPublication } from '../../src/pipeline-record.ts';
import { mapSentences, markdownOf, paragraphs } from '../support/arbitrary-document.ts';
import { arbitraryMade, editedOf, openAfter, publish, targetOf } from '../support/publication.ts';
import { runs } from '../support/settings.ts';

const CODES =
  'See the [report](https://e.org/a "A title") and **all** of `it`.\n\n| a | b |\n|---|---|\n| one | two |\n';
const utf8 = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

const world = fc.record({
  document: paragraphs,
  made: fc.array(arbitraryMade, { minLength: 1, maxLength: 9 }),
  crlf: fc.boolean(),
  bom: fc.boolean(),
  matter: fc.boolean(),
});

function textOf(
  document: readonly (readonly string[])[],
  { crlf, bom, matter }: { crlf: boolean; bom: boolean; matter: boolean },
): string {
  const text = `${matter ? '---\ntitle: A letter\n---\n\n' : ''}${markdownOf(document)}\n${CODES}`;
  return (bom ? '\uFEFF' : '') + (crlf ? text.replaceAll('\n', '\r\n') : text);
}

/** A cosmetic edit here, a rewrite there: some targets stay current through history alone, others do not. */
function edited(sentence: string, index: number): string[] {
  if (index % 4 === 1) return [sentence.replace(' and ', '  and ').replace(/\.$/, '…')];
  if (index % 5 === 2) return [sentence.replace(/\d+/, '77777')];
  if (index % 7 === 3) return [];
  return [sentence];
}

function published(record: PublicationRecord | null, bytes: Uint8Array): Published {
  if (!record) throw new Error('it was held back');
  return { record, bytes };
}

describe('a publication', () => {
  test('is read as it was written, and opened again it gives the same edition', () => {
    fc.assert(
      fc.property(world, ({ document, made, ...how }) => {
        const first = textOf(document, how);
        const later = textOf(mapSentences(document, edited), how);
        const before = openAfter([first]);
        const now = editedOf(openAfter([first, later]));
        const { record, bytes, judged } = publish(now, targetOf(before.catalogue, made));
        const done = published(record, bytes);
        const text = formatPublication(done.record);
        const read = parsePublication(text, 'x.json');
        expect(read).toEqual(done.record);
        expect(formatPublication(read)).toBe(text);
        const again = reopen(now, { record: read, bytes });
        expect(again.judged.standings.map(({ id, stale, target }) => [id, stale, target?.text])).toEqual(
          judged.standings.map(({ id, stale, target }) => [id, stale, target?.text]),
        );
        expect(utf8(ownFiles(again.edited, again.judged, again.rows)[0]?.bytes)).toBe(utf8(bytes));
        expect(verifyPublication(now, { record: read, bytes })).toEqual([]);
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  }, 300_000);

  test('is the edition that is built, and that is told of it until something changes', () => {
    fc.assert(
      fc.property(world, ({ document, made, ...how }) => {
        const open = openAfter([textOf(document, how)]);
        const now = editedOf(open, { policy: 'fallback' });
        const target = targetOf(open.catalogue, made);
        const { record, bytes } = publish(now, target);
        const done = published(record, bytes);
        const build = buildDocument({ ...now, targets: { hy: target }, published: { hy: done } });
        const edition = build.editions[1];
        expect(utf8(edition?.files[0]?.bytes)).toBe(utf8(bytes));
        expect(edition?.facts).toMatchObject({
          shows: 'current',
          release: { date: '2026-03-04' },
          last: null,
        });
        const other = { ...target, targets: { ...target.targets } };
        const [one] = Object.keys(other.targets);
        if (one === undefined) return;
        const changed = other.targets[one];
        if (changed) other.targets[one] = { ...changed, text: `${changed.text} ևս`, state: 'final' };
        const next = buildDocument({ ...now, targets: { hy: other }, published: { hy: done } });
        expect(next.editions[1]?.facts).toMatchObject({ release: null, last: { date: '2026-03-04' } });
      }),
      { numRuns: Math.ceil(runs / 3) },
    );
  }, 300_000);

  test('stays as it was under a notice while the source moves on', () => {
    fc.assert(
      fc.property(world, ({ document, made, ...how }) => {
        const first = textOf(document, how);
        const later = textOf(mapSentences(document, edited), how);
        const open = openAfter([first]);
        const target = targetOf(open.catalogue, made);
        const done = (({ record, bytes }) => published(record, bytes))(publish(editedOf(open), target));
        const now = editedOf(openAfter([first, later]), { policy: 'previous' });
        const input = { ...now, targets: { hy: target }, published: { hy: done } };
        const edition = buildDocument(input).editions[1];
        if (edition?.reason === null) return;
        expect(edition).toMatchObject({
          published: true,
          facts: { shows: 'previous', release: done.record.release },
        });
        const shown = utf8(edition?.files[0]?.bytes);
        expect(withoutNotices(shown)).toBe(withoutNotices(utf8(done.bytes)));
        expect(shown).toMatch(/2026/);
        expect(utf8(edition?.files[1]?.bytes)).toContain('<html lang="hy"');
        const files = () => buildDocument(input).editions.map((one) => one.files);
        expect(files()).toEqual(files());
      }),
      { numRuns: Math.ceil(runs / 5) },
    );
  }, 300_000);

  test('counts how the source has changed since', () => {
    const first = 'One is here. Two is here with 20 people.\n\nThree is here. Four is gone.\n';
    const later =
      'One is here. Two is here with 2000 people.\n\nThree is here now, they say. Five came.\n\nSix came too.\n';
    const open = openAfter([first]);
    const full = [{ state: 'reviewed', origin: 'human', covers: false }] as const;
    const target = targetOf(open.catalogue, full);
    const done = (({ record, bytes }) => published(record, bytes))(publish(editedOf(open), target, 'hold'));
    const now = editedOf(openAfter([first, later]), { policy: 'previous' });
    const { editions } = buildDocument({ ...now, targets: { hy: target }, published: { hy: done } });
    const { since } = editions[1]?.facts ?? {};
    expect(since?.meaning).toBe(1);
    expect((since?.changed ?? 0) + (since?.added ?? 0)).toBeGreaterThanOrEqual(3);
    const cosmetic = editedOf(openAfter([first, first.replace('One is', 'One  is')]), {
      policy: 'previous',
      minState: 'final',
    });
    const held = buildDocument({ ...cosmetic, targets: { hy: target }, published: { hy: done } }).editions[1];
    expect(held).toMatchObject({ reason: 'below-state', facts: { shows: 'previous', since: null } });
  });
});

describe('a record that somebody changed', () => {
  test('is taken, or refused by one clear error that names its line', () => {
    const open = openAfter(['One is **here**. Two is here.\n\nThree is here.\n']);
    const { record } = publish(
      editedOf(open),
      targetOf(open.catalogue, [{ state: 'final', origin: 'human', covers: false }]),
    );
    const text = formatPublication(published(record, new Uint8Array()).record);
    const paths = pathsIn(JSON.parse(text));
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, value) => {
        const changed = JSON.parse(text);
        let at = changed;
        for (const key of path.slice(0, -1)) at = at[key];
        at[path.at(-1) ?? ''] = value;
        try {
          parsePublication(JSON.stringify(changed, null, 1), 'x.json');
        } catch (error) {
          expect(error).toMatchObject({
            name: 'HexaplaError',
            code: expect.stringMatching(/^catalogue-(invalid|newer)$/),
            place: { file: 'x.json' },
          });
        }
      }),
      { numRuns: runs * 5 },
    );
  });

  test.each([
    ['"date": "2026-03-04"', '"date": "2026-02-30"', 6],
    ['"state":"final"', '"state":"finale"', null],
    ['"policy":"fallback"', '"policy":"always"', 13],
    ['"hexapla": 1', '"hexapla": 9', null],
  ])('%s → %s', (from, to, line) => {
    const open = openAfter(['One is here.\n']);
    const { record } = publish(
      editedOf(open),
      targetOf(open.catalogue, [{ state: 'final', origin: 'human', covers: false }]),
    );
    const text = formatPublication(published(record, new Uint8Array()).record);
    expect(text).toContain(from);
    const read = (): unknown => parsePublication(text.replace(from, to), 'x.json');
    expect(read).toThrow(/catalogue-/);
    if (line !== null) expect(read).toThrow(`"line":${line}`);
  });
});

function pathsIn(value: unknown, path: readonly string[] = []): string[][] {
  const own = path.length === 0 ? [] : [[...path]];
  if (typeof value !== 'object' || value === null) return own;
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, [...path, key]))];
}
