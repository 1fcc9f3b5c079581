import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  mapSentences,
  markdownOf,
  paragraphs,
  sentence,
  sentencesOf,
} from '../support/arbitrary-document.ts';
import { extract, liveIds, runs } from '../support/settings.ts';

const pick = fc.nat(1_000_000);

function idsByText(catalogue: Parameters<typeof liveIds>[0]): Map<string, string> {
  return new Map(liveIds(catalogue).map(([id, text]) => [text, id]));
}

describe('law 3: ids stay', () => {
  test('the same document gives the same ids, and extracting again changes nothing', () => {
    fc.assert(
      fc.property(paragraphs, (document) => {
        const first = extract(markdownOf(document));
        expect(extract(markdownOf(document)).catalogue).toEqual(first.catalogue);
        const again = extract(markdownOf(document), first.catalogue);
        expect(again.catalogue).toBe(first.catalogue);
        expect(again.changes.unchanged).toBe(sentencesOf(document).length);
      }),
      { numRuns: runs },
    );
  });

  test('an inserted sentence gets an id of its own and moves no other', () => {
    fc.assert(
      fc.property(paragraphs, sentence, pick, (document, added, at) => {
        const texts = sentencesOf(document);
        fc.pre(!texts.includes(added));
        const first = extract(markdownOf(document)).catalogue;
        const index = at % texts.length;
        const edited = mapSentences(document, (one, i) => (i === index ? [added, one] : [one]));
        const { catalogue, changes } = extract(markdownOf(edited), first);
        const [before, after] = [idsByText(first), idsByText(catalogue)];
        for (const text of texts) expect(after.get(text)).toBe(before.get(text));
        expect([...before.values()]).not.toContain(after.get(added));
        expect(changes.added).toEqual([after.get(added)]);
      }),
      { numRuns: runs },
    );
  });

  test('a deleted sentence is retired, and comes back under its old id', () => {
    fc.assert(
      fc.property(paragraphs, pick, (document, at) => {
        const texts = sentencesOf(document);
        const index = at % texts.length;
        const first = extract(markdownOf(document)).catalogue;
        const gone = idsByText(first).get(texts[index] ?? '') ?? '';
        const shorter = mapSentences(document, (one, i) => (i === index ? [] : [one]));
        const second = extract(markdownOf(shorter), first);
        expect(second.changes.retired).toEqual([gone]);
        expect(Object.keys(second.catalogue.retired)).toEqual([gone]);
        const third = extract(markdownOf(document), second.catalogue);
        expect(liveIds(third.catalogue)).toEqual(liveIds(first));
        expect(third.changes.restored).toEqual([gone]);
        expect(third.catalogue.retired).toEqual({});
      }),
      { numRuns: runs },
    );
  });

  test('a moved sentence keeps its id wherever it goes', () => {
    fc.assert(
      fc.property(paragraphs, pick, pick, (document, from, to) => {
        const texts = sentencesOf(document);
        const [i, j] = [from % texts.length, to % texts.length];
        fc.pre(i !== j);
        const moving = texts[i] ?? '';
        const first = extract(markdownOf(document)).catalogue;
        const moved = mapSentences(document, (one, k) => {
          if (k === i) return [];
          return k === j ? (i < j ? [one, moving] : [moving, one]) : [one];
        });
        const { catalogue, changes } = extract(markdownOf(moved), first);
        expect(idsByText(catalogue)).toEqual(idsByText(first));
        expect(changes.added.length + changes.retired.length).toBe(0);
      }),
      { numRuns: runs },
    );
  });

  test('an edited sentence keeps its id and remembers its earlier wording', () => {
    fc.assert(
      fc.property(paragraphs, pick, (document, at) => {
        const texts = sentencesOf(document);
        const index = at % texts.length;
        const old = texts[index] ?? '';
        const renewed = old.replace(' near ', ' quite far from ');
        const first = extract(markdownOf(document)).catalogue;
        const edited = mapSentences(document, (one, i) => [i === index ? renewed : one]);
        const { catalogue, changes } = extract(markdownOf(edited), first);
        const id = idsByText(first).get(old) ?? '';
        expect(liveIds(catalogue).map(([one]) => one)).toEqual(liveIds(first).map(([one]) => one));
        expect(changes.edited).toEqual([{ id, class: 'wording', from: old, to: renewed }]);
        const entry = catalogue.units.find(({ segments }) => segments[id])?.segments[id];
        expect(entry?.was?.map(({ text }) => text)).toEqual([old]);
      }),
      { numRuns: runs },
    );
  });

  test('a duplicate gets an id of its own; the first holder keeps its id', () => {
    fc.assert(
      fc.property(paragraphs, pick, pick, (document, from, to) => {
        const texts = sentencesOf(document);
        const [i, j] = [from % texts.length, to % texts.length];
        const copied = texts[i] ?? '';
        const first = extract(markdownOf(document)).catalogue;
        const doubled = mapSentences(document, (one, k) => (k === j ? [one, copied] : [one]));
        const { catalogue, changes } = extract(markdownOf(doubled), first);
        const ids = liveIds(catalogue).map(([id]) => id);
        expect(new Set(ids).size).toBe(texts.length + 1);
        for (const id of idsByText(first).values()) expect(ids).toContain(id);
        expect(changes.added.length).toBe(1);
        expect(changes.retired).toEqual([]);
      }),
      { numRuns: runs },
    );
  });

  test('a retired id is never given to other text', () => {
    fc.assert(
      fc.property(paragraphs, paragraphs, (one, other) => {
        const first = extract(markdownOf(one)).catalogue;
        const second = extract(markdownOf(other), first).catalogue;
        const live = new Set(liveIds(second).map(([id]) => id));
        for (const id of Object.keys(second.retired)) expect(live.has(id)).toBe(false);
        const back = extract(markdownOf(one), second).catalogue;
        expect(idsByText(back)).toEqual(idsByText(first));
      }),
      { numRuns: runs },
    );
  });
});

describe('what becomes of a segment', () => {
  const base = 'The council met on Monday in the old town hall. Nobody spoke about the new bridge.\n';

  test('a split: the first heir keeps the id, the other half says where it came from', () => {
    const whole = extract(
      'The council met on Monday in the old hall, and nobody spoke about the new bridge at all.\n',
    );
    const [[id = ''] = []] = liveIds(whole.catalogue);
    const halves = extract(
      'The council met on Monday in the old hall. Nobody spoke about the new bridge at all.\n',
      whole.catalogue,
    );
    const [first, second] = liveIds(halves.catalogue).map(([one]) => one);
    expect(first).toBe(id);
    expect(halves.changes.split).toEqual([{ from: id, into: [id, second] }]);
    expect(halves.catalogue.units[0]?.segments[second ?? '']?.from).toBe(id);
  });

  test('a merge: the first keeps the id, the other one is retired and says what it became', () => {
    const two = extract(base);
    const [[first = ''] = [], [second = ''] = []] = liveIds(two.catalogue);
    const one = extract(
      'The council met on Monday in the old town hall, and nobody spoke about the new bridge.\n',
      two.catalogue,
    );
    expect(liveIds(one.catalogue).map(([id]) => id)).toEqual([first]);
    expect(one.catalogue.retired[second]?.became).toEqual([first]);
    expect(one.changes.merged).toEqual([{ from: [first, second], into: first }]);
  });

  test('numbers of codes stay with their codes', () => {
    const before = extract('Read the *first* report and the [second](https://example.org/2) one today.\n');
    const after = extract(
      'Read **all** the [second](https://example.org/2) one and the *first* report today.\n',
      before.catalogue,
    );
    expect(liveIds(before.catalogue)[0]?.[1]).toBe(
      'Read the <1>first</1> report and the <2>second</2> one today.',
    );
    expect(liveIds(after.catalogue)[0]?.[1]).toBe(
      'Read <3>all</3> the <2>second</2> one and the <1>first</1> report today.',
    );
  });

  test('a paragraph retyped as a heading, or rewrapped, keeps its ids', () => {
    const before = extract(base);
    const heading = extract(
      base.replace('The council', '# The council').replace('. Nobody', '.\n\nNobody'),
      before.catalogue,
    );
    expect(liveIds(heading.catalogue)).toEqual(liveIds(before.catalogue));
    expect(heading.changes.edited).toEqual([]);
  });

  test('unchanged text keeps its boundaries whatever the rules say now', () => {
    const stored = extract(base, null, { segmentation: 'block' }).catalogue;
    const sentence = { ...stored, profile: 'sentence/0' };
    const again = extract(`A new paragraph stands here.\n\n${base}`, sentence);
    expect(liveIds(again.catalogue).map(([, text]) => text)).toEqual([
      'A new paragraph stands here.',
      base.trim(),
    ]);
  });
});
