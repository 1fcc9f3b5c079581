import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinTargets } from '../../src/catalogue/join.ts';
import { formatTarget } from '../../src/catalogue/json.ts';
import { parseTarget } from '../../src/catalogue/parse.ts';
import { undoImport } from '../../src/catalogue/undo.ts';
import type { TargetCatalogue } from '../../src/model/catalogue.ts';
import { groupNumber } from '../../src/model/group.ts';
import { XLIFF_FORMATS } from '../../src/model/transfer.ts';
import {
  back,
  begin,
  idsOf,
  SPACE,
  sent,
  unitFile,
  unitOf,
  type World,
  written,
} from '../support/return-world.ts';
import { runs } from './support.ts';

/** A sentence's words; the one at `bold`, if there is one, is bold. */
interface Sentence {
  readonly words: readonly string[];
  readonly bold: number;
}

const sentence = fc.record({
  words: fc.array(fc.constantFrom('peace', 'war', 'treaty', 'signed', 'late', 'houses'), {
    minLength: 2,
    maxLength: 4,
  }),
  bold: fc.integer({ min: -1, max: 1 }),
});

// The sentences begin with a number of their own, so that no two are alike.
const paragraph = fc
  .array(sentence, { minLength: 1, maxLength: 5 })
  .map((list) => list.map((one, index) => ({ ...one, words: [`Point ${index}`, ...one.words] })));

const markdownOf = (list: readonly Sentence[]): string =>
  `${list.map(({ words, bold }) => `${words.map((word, at) => (at === bold ? `**${word}**` : word)).join(' ')}.`).join(' ')}\n`;

/** One word as it stands in an XLIFF file, with the segment that it belongs to. */
interface Token {
  readonly sentence: number;
  readonly word: string;
  readonly bold: boolean;
}

const tokensOf = (list: readonly Sentence[]): Token[] =>
  list.flatMap(({ words, bold }, index) =>
    words.map((word, at) => ({
      sentence: index,
      word: at === words.length - 1 ? `${word}.` : word,
      bold: at === bold,
    })),
  );

const translated = (word: string): string => [...word].reverse().join('');

function xmlOf(tokens: readonly Token[], ids: readonly string[], say: (word: string) => string): string {
  return tokens
    .map(({ word, bold, sentence: at }) => (bold ? `<pc id="${ids[at]}-1">${say(word)}</pc>` : say(word)))
    .join(' ');
}

function storedOf(tokens: readonly Token[], first: number): string {
  return tokens
    .map(({ word, bold, sentence: at }) => {
      const code = groupNumber(at - first, '1');
      return bold ? `<${code}>${translated(word)}</${code}>` : translated(word);
    })
    .join(' ');
}

/** The pieces of a paragraph that is cut before the words at these places. */
function piecesOf(tokens: readonly Token[], cuts: ReadonlySet<number>): Token[][] {
  const pieces: Token[][] = [];
  for (const [at, token] of tokens.entries()) {
    const last = pieces.at(-1);
    if (last && !cuts.has(at)) last.push(token);
    else pieces.push([token]);
  }
  return pieces;
}

const shape = fc.record({
  list: paragraph,
  cuts: fc.array(fc.nat(24), { maxLength: 6 }),
  keep: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  gaps: fc.constantFrom('ignorable', 'space', 'mixed'),
  ids: fc.constantFrom('first', 'new', 'none'),
  earlier: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  joined: fc.nat(4),
});
type Shape = typeof shape extends fc.Arbitrary<infer Value> ? Value : never;

interface Story {
  readonly world: World;
  readonly xml: string;
  /** By the first segment: the stored text, and the segments that it translates. */
  readonly expected: ReadonlyMap<string, { readonly text: string; readonly ids: readonly string[] }>;
}

function storyOf({ list, cuts: random, keep, gaps, ids: how, earlier, joined }: Shape): Story {
  const bare = begin(markdownOf(list));
  const ids = idsOf(bare);
  if (ids.length !== list.length) throw new Error('the sentences are not the segments');
  const tokens = tokensOf(list);
  const starts = tokens.flatMap(({ sentence: at }, index) =>
    tokens[index - 1]?.sentence === at ? [] : [index],
  );
  const cuts = new Set([
    ...starts.filter((_, index) => keep[index]),
    ...random.filter((at) => at < tokens.length),
  ]);
  const pieces = piecesOf(tokens, cuts);
  let inner = '';
  for (const [index, piece] of pieces.entries()) {
    const spaced = gaps === 'space' || (gaps === 'mixed' && index % 2 === 0);
    const id =
      how === 'none'
        ? ''
        : ` id="${how === 'new' && !isWhole(piece, list) ? `x${index}` : idFor(pieces, index, ids)}"`;
    const last = index === pieces.length - 1;
    const end = spaced && !last ? ' ' : '';
    const source = xmlOf(piece, ids, (word) => word) + end;
    inner += `<segment${id}><source>${source}</source><target>${xmlOf(piece, ids, translated)}</target></segment>`;
    if (!spaced && !last) inner += SPACE;
  }
  const expected = new Map<string, { text: string; ids: readonly string[] }>();
  const shared = new Set(starts.filter((at) => cuts.has(at) || at === 0));
  for (const group of piecesOf(tokens, shared)) {
    const members = [...new Set(group.map(({ sentence: at }) => at))];
    const first = members[0] ?? 0;
    expected.set(ids[first] ?? '', {
      text: storedOf(group, first),
      ids: members.map((at) => ids[at] ?? ''),
    });
  }
  const texts = list.map(({ bold }, index) =>
    earlier[index] ? `Alt ${index}${bold >= 0 ? ' <1>fett</1>' : ''}.` : null,
  );
  const before = written(bare, texts);
  return { world: joinedBefore(before, ids, texts, joined), xml: unitFile(unitOf(bare), inner), expected };
}

/** Whether a piece is one sentence: under another id it would be another segment. */
function isWhole(piece: readonly Token[], list: readonly Sentence[]): boolean {
  const at = piece[0]?.sentence ?? 0;
  return piece.length === list[at]?.words.length && piece.every(({ sentence: one }) => one === at);
}

/** The id of the sentence in which a piece begins, where no piece before it has it; a new one else. */
function idFor(pieces: readonly (readonly Token[])[], index: number, ids: readonly string[]): string {
  const at = pieces[index]?.[0]?.sentence ?? 0;
  const taken = pieces.slice(0, index).some((piece) => piece[0]?.sentence === at);
  return taken ? `y${index}` : (ids[at] ?? '');
}

function joinedBefore(
  world: World,
  ids: readonly string[],
  texts: readonly (string | null)[],
  at: number,
): World {
  const pair = ids.slice(at, at + 2);
  if (pair.length < 2 || texts[at] == null || texts[at + 1] == null) return world;
  const target = joinTargets(world.source, world.target, { ids: pair, text: null, origin: 'human' });
  return { ...world, target };
}

function textsOf({ targets, suggestions }: TargetCatalogue): Set<string> {
  const found = new Set<string>();
  for (const target of Object.values(targets)) {
    for (const { text } of [target, ...(target.was ?? [])]) found.add(text);
  }
  for (const { text } of Object.values(suggestions).flat()) found.add(text);
  return found;
}

describe('a return whose segments were joined and split at random', () => {
  it('gives each source segment the text that came back for it, and loses none', () => {
    fc.assert(
      fc.property(shape, (given) => {
        const { world, xml, expected } = storyOf(given);
        const { record } = sent(world);
        const after = back(world, xml, { record });
        expect(after.report).toMatchObject({ rejected: [], conflicts: [], missing: [] });
        for (const [id, { text, ids }] of expected) {
          expect(after.target.targets[id]?.text).toBe(text);
          expect([id, ...(after.target.targets[id]?.covers ?? []).map((cover) => cover.id)]).toEqual(ids);
        }
        expect(Object.keys(after.target.targets).sort()).toEqual([...expected.keys()].sort());
        const found = textsOf(after.target);
        for (const text of textsOf(world.target)) expect(found).toContain(text);
        expect(parseTarget(formatTarget(after.target, []), 'f')).toEqual(after.target);
      }),
      { numRuns: runs },
    );
  });

  it('changes nothing the second time, nor when it is exported and comes back untouched', () => {
    fc.assert(
      fc.property(shape, fc.constantFrom(...XLIFF_FORMATS), fc.boolean(), (given, format, known) => {
        const { world, xml } = storyOf(given);
        const { record } = sent(world);
        const after = back(world, xml, { record });
        expect(back(after, xml, { record }).target).toBe(after.target);
        const out = sent(after, format);
        const again = back(after, out.text, { record: known ? out.record : null });
        expect(again.target).toBe(after.target);
        expect(again.report).toMatchObject({ applied: [], stale: [], conflicts: [], rejected: [] });
      }),
      { numRuns: runs },
    );
  });

  it('is undone to the very targets that were there', () => {
    fc.assert(
      fc.property(shape, (given) => {
        const { world, xml } = storyOf(given);
        const { record } = sent(world);
        const after = back(world, xml, { record, mark: '3-0123456789abcdef' });
        const { target, kept } = undoImport(after.target, { number: 3 });
        expect(kept).toEqual([]);
        expect(target.targets).toEqual(world.target.targets);
        const found = textsOf(target);
        for (const text of textsOf(after.target)) expect(found).toContain(text);
      }),
      { numRuns: runs },
    );
  });
});
