import { STATES, type State } from '../model/catalogue.ts';
import { type Content, hasText, plainText } from '../model/content.ts';
import { groupNumber } from '../model/group.ts';
import type { Loose, ReturnedGap, ReturnedSegment } from '../model/transfer.ts';
import { ContentBuilder } from './xliff/content.ts';
import { withoutForbidden } from './xml/escape.ts';

const NOT_LOOSE: Loose = { before: [], after: [] };

/** What a key is made of: a segment of its own, or one that came back, with what stands around it. */
interface Keyed {
  readonly id: string;
  readonly source: Content;
  readonly loose?: ReturnedSegment['loose'];
  readonly before?: ReturnedGap;
  readonly after?: ReturnedGap;
}

/**
 * A source's text to lay texts side by side: without white space, its codes named by their segment and number, the
 * ends that stand in other pieces left out. With it go the codes and texts that a tool put between two segments.
 */
export function contentKey({ id, source, loose, before, after }: Keyed, last: boolean): string {
  const ends = loose?.source ?? NOT_LOOSE;
  const own = keyOf(source, id, new Set(ends.before), new Set(ends.after));
  const lead = before === undefined ? '' : keyOf(before.source, id);
  return lead + own + (last && after !== undefined ? keyOf(after.source, id) : '');
}

function keyOf(
  content: Content,
  id: string,
  before: ReadonlySet<string> = new Set(),
  after: ReadonlySet<string> = new Set(),
): string {
  let out = '';
  for (const node of content) {
    if (node.kind === 'text') {
      out += withoutForbidden(node.text.normalize('NFC')).replace(/\s+/gu, '');
      continue;
    }
    const name = codeName(node.id, id);
    if (node.children === null) {
      out += `\u0001${name}\u0004`;
      continue;
    }
    if (!before.has(node.id)) out += `\u0001${name}\u0002`;
    out += keyOf(node.children, id, before, after);
    if (!after.has(node.id)) out += `\u0001${name}\u0003`;
  }
  return out;
}

/** A code by its segment and its number, as XLIFF 2 files name it. */
export function codeName(code: string, segment: string): string {
  return /^[0-9]+$/.test(code) ? `${segment}-${code}` : code;
}

/** Whether one of two keys begins with the other. */
export function startsAlike(one: string, other: string): boolean {
  return one.length < other.length ? other.startsWith(one) : one.startsWith(other);
}

/**
 * Pieces that came back for a group of source segments as one: sources and targets put together, the latter in their
 * own order, codes numbered for the group, codes that one piece begins and another ends paired again. It has the
 * group's first id, the lowest state, and a `problem` where the pieces do not fit or only some have a target.
 */
export function mergePieces(pieces: readonly ReturnedSegment[], ids: readonly string[]): ReturnedSegment {
  const [first] = pieces;
  if (first === undefined) throw new Error('a group has a piece');
  const target = mergeTargets(pieces, ids);
  const source = mergeSide(pieces, ids, 'source');
  const states = pieces.flatMap(({ state }) => (state === null ? [] : [STATES.indexOf(state)]));
  const state: State | null = STATES[Math.min(...states)] ?? null;
  const own = pieces.find(({ problem }) => problem !== null && problem !== 'code-unpaired')?.problem ?? null;
  const orders = pieces.flatMap(({ order }) => order ?? []);
  const { unit, line, column } = first;
  return {
    id: ids[0] ?? first.id,
    unit,
    line,
    column,
    source: source.content,
    target: target.content,
    state,
    problem: own ?? source.problem ?? target.problem,
    ...(orders.length > 0 && { order: Math.min(...orders) }),
  };
}

interface Merged<Side> {
  readonly content: Side;
  readonly problem: string | null;
}

function mergeTargets(pieces: readonly ReturnedSegment[], ids: readonly string[]): Merged<Content | null> {
  const lacking = pieces.filter(({ source, target }) => hasText(source) && !hasText(target ?? []));
  if (lacking.length === 0) {
    const told = pieces.toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0));
    return mergeSide(told, ids, 'target', pieces);
  }
  const none = pieces.every(({ target }) => !hasText(target ?? []));
  return none ? { content: null, problem: null } : { content: null, problem: 'incomplete' };
}

/** One side of the pieces in the order given; what stands between them stays between them. */
function mergeSide(
  pieces: readonly ReturnedSegment[],
  ids: readonly string[],
  side: 'source' | 'target',
  inFile: readonly ReturnedSegment[] = pieces,
): Merged<Content> {
  const builder = new ContentBuilder();
  for (const [at, piece] of pieces.entries()) {
    const { before } = inFile[at] ?? {};
    if (at > 0 || (before !== undefined && hasCode(before.source))) {
      addGap(builder, side, pieces[at - 1], piece, before, ids);
    }
    add(builder, piece[side] ?? [], piece.id, ids, piece.loose?.[side]);
  }
  const { after } = inFile.at(-1) ?? {};
  if (after !== undefined && hasCode(after.source)) add(builder, gapSide(after, side), '', ids);
  const content = builder.finish();
  const unpaired = builder.takeLoose() !== null;
  return { content, problem: builder.problem ?? (unpaired ? 'code-unpaired' : null) };
}

function hasCode(content: Content): boolean {
  return content.some(({ kind }) => kind === 'code');
}

function gapSide(gap: ReturnedGap, side: 'source' | 'target'): Content {
  return side === 'source' ? gap.source : (gap.target ?? gap.source);
}

// A translator's text often comes back without the space that the source has at its end.
function addGap(
  builder: ContentBuilder,
  side: 'source' | 'target',
  one: ReturnedSegment | undefined,
  other: ReturnedSegment,
  gap: ReturnedGap | undefined,
  ids: readonly string[],
): void {
  if (gap !== undefined) add(builder, gapSide(gap, side), '', ids);
  if (gap !== undefined || one === undefined) return;
  const spaced = (of: 'source' | 'target'): boolean =>
    /\s$/u.test(plainText(one[of] ?? [])) || /^\s/u.test(plainText(other[of] ?? []));
  if (!spaced(side) && spaced('source')) builder.text(' ');
}

function add(
  builder: ContentBuilder,
  content: Content,
  segment: string,
  ids: readonly string[],
  loose: Loose = NOT_LOOSE,
): void {
  const before = new Set(loose.before);
  const after = new Set(loose.after);
  const visit = (nodes: Content): void => {
    for (const node of nodes) {
      if (node.kind === 'text') {
        builder.text(node.text);
        continue;
      }
      const id = numberIn(codeName(node.id, segment), ids);
      if (node.children === null) {
        builder.single(id);
        continue;
      }
      if (!before.has(node.id)) builder.start(id, id);
      visit(node.children);
      if (!after.has(node.id)) builder.end(id, id);
    }
  };
  visit(content);
}

/** `s4k7qz2m1-2` as the number that it has in the group; any other name stays, and is no code of the group. */
function numberIn(name: string, ids: readonly string[]): string {
  const cut = name.lastIndexOf('-');
  const index = ids.indexOf(name.slice(0, cut));
  const id = name.slice(cut + 1);
  if (index === -1 || !/^[1-9][0-9]{0,8}$/.test(id)) return name;
  return groupNumber(index, id) ?? name;
}
