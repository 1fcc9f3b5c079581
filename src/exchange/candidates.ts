import type { SourceEntry, Target } from '../model/catalogue.ts';
import { type Code, type Codes, type Content, hasText, type Inline } from '../model/content.ts';
import type { MemoryPair } from '../model/memory.ts';
import type { Candidate } from '../model/transfer.ts';
import type { Surroundings } from './context.ts';
import type { TransferInput } from './input.ts';
import { contentOf, wordingOf } from './stored.ts';

/** What a segment was translated by before: the translation, and the segment that held it. */
export interface Earlier {
  readonly id: string;
  /** Undefined where the catalogue has forgotten it. */
  readonly entry: SourceEntry | undefined;
  readonly target: Target;
}

/**
 * The translations of the project that are offered for a segment, their codes made those of the segment: one that the
 * segment has not is left out, its text stays.
 */
export function candidatesFor(
  [id, entry]: readonly [string, SourceEntry],
  earlier: readonly Earlier[],
  input: TransferInput,
  surroundings: Surroundings,
): readonly Candidate[] {
  const { memory, source } = input;
  if (memory === undefined) return [];
  const { before, after } = surroundings.around(id);
  const found = memory.candidates({
    document: source.document,
    id,
    source: entry.text,
    codes: entry.codes,
    before,
    after,
    previous: earlier.flatMap((one) => previousPair(one, input)),
  });
  const own = contentOf(entry.text);
  return found.flatMap(({ pair, similarity, kind }): Candidate[] => {
    const fitted = fitter(pair, own, entry.codes);
    const target = fitted(contentOf(pair.target));
    if (!hasText(target)) return [];
    const { document, id: segment, state, origin } = pair;
    return [
      { source: fitted(contentOf(pair.source)), target, similarity, kind, document, segment, state, origin },
    ];
  });
}

function previousPair({ id, entry, target }: Earlier, { source, hash }: TransferInput): MemoryPair[] {
  const wording = entry && wordingOf(entry, target.madeFrom, hash);
  // A target of several segments is no translation of the one.
  if (wording === undefined || (target.covers ?? []).length > 0) return [];
  const { text, state, origin } = target;
  const { codes } = wording;
  const place = { document: source.document, id, before: null, after: null };
  return [{ ...place, source: wording.text, target: text, codes, state, origin }];
}

/** Renumbers a pair's contents for a segment: each code becomes a like one of the segment's, or is left out. */
function fitter(pair: MemoryPair, own: Content, ownCodes: Codes): (content: Content) => Content {
  const numbers = new Map<string, string>();
  const theirs = placesOf(contentOf(pair.source));
  const ours = placesOf(own);
  for (const like of [sameCode, sameType]) {
    const free = new Map<string, string[]>();
    const taken = new Set(numbers.values());
    for (const { id, single } of ours) {
      const key = taken.has(id) ? null : like(ownCodes[id], single);
      if (key === null) continue;
      const list = free.get(key);
      if (list === undefined) free.set(key, [id]);
      else list.push(id);
    }
    for (const list of free.values()) list.reverse();
    for (const { id, single } of theirs) {
      const key = numbers.has(id) ? null : like(pair.codes[id], single);
      const mine = key === null ? undefined : free.get(key)?.pop();
      if (mine !== undefined) numbers.set(id, mine);
    }
  }
  return (content) => renumber(content, numbers);
}

interface CodePlace {
  readonly id: string;
  readonly single: boolean;
}

function placesOf(content: Content): CodePlace[] {
  return content.flatMap((node): CodePlace[] =>
    node.kind === 'text'
      ? []
      : [{ id: node.id, single: node.children === null }, ...placesOf(node.children ?? [])],
  );
}

function sameCode(code: Code | undefined, single: boolean): string | null {
  if (code === undefined) return null;
  const { type, href = '', text = '', parts } = code;
  return JSON.stringify([type, single, href, text, type === 'html' ? parts : null]);
}

// Markup that is written out is what it is: only the very same will do.
function sameType(code: Code | undefined, single: boolean): string | null {
  return code === undefined || code.type === 'html' ? null : `${code.type} ${single}`;
}

function renumber(content: Content, numbers: ReadonlyMap<string, string>): Content {
  const nodes: Inline[] = [];
  const add = (list: Content): void => {
    for (const node of list) {
      const id = node.kind === 'text' ? undefined : numbers.get(node.id);
      const last = nodes.at(-1);
      if (node.kind === 'text') {
        if (last?.kind === 'text') nodes[nodes.length - 1] = { kind: 'text', text: last.text + node.text };
        else nodes.push(node);
      } else if (id === undefined) add(node.children ?? []);
      else nodes.push({ kind: 'code', id, children: node.children && renumber(node.children, numbers) });
    }
  };
  add(content);
  return nodes;
}
