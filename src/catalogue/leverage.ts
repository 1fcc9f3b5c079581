import type {
  CatalogueUnit,
  SourceCatalogue,
  SourceEntry,
  Target,
  TargetCatalogue,
  Wording,
} from '../model/catalogue.ts';
import { type Codes, hasStoredText, normalizeText, plainText } from '../model/content.ts';
import type { Memory, MemoryMatch, MemoryPair, MemoryQuery } from '../model/memory.ts';
import { isDraft } from '../model/row.ts';
import { createFuzzyIndex, type FuzzyIndex, similarityOf } from './fuzzy.ts';
import { contentOf } from './hash.ts';
import { wordingOf } from './revisions.ts';

/** Candidates that are offered for one segment. */
const OFFER_LIMIT = 3;
/** Pairs of one text that are looked at: a text that stands everywhere has its translations in the first of them. */
const SAME_TEXT_LIMIT = 16;

const RANK: Readonly<Record<MemoryMatch['kind'], number>> = { ice: 0, exact: 1, previous: 2, fuzzy: 3 };
const STATE_RANK = { final: 0, reviewed: 1, translated: 2, initial: 3 } as const;

/**
 * The memory of a project in one locale. Texts are found by themselves (exact; ICE where the neighbours are the same
 * too) and by what their words share (fuzzy, 60 % and more, where there is nothing exact); what a segment was translated by before is always
 * offered. Codes count only as kinds and targets. A segment is never offered its own target. Making it and asking it
 * for every segment is near linear: the work for one is bounded. The order of the pairs decides between equals.
 */
export function createMemory(pairs: Iterable<MemoryPair>): Memory {
  const byText = new Map<string, MemoryPair[]>();
  for (const pair of pairs) {
    const text = plainOf(pair.source);
    const list = byText.get(text);
    if (list === undefined) byText.set(text, [pair]);
    else if (list.length < SAME_TEXT_LIMIT) list.push(pair);
  }
  const texts = [...byText.keys()];
  let index: FuzzyIndex | null = null;
  return {
    candidates: (query) => {
      const text = plainOf(query.source);
      const found = sameText(byText.get(text) ?? [], query);
      for (const pair of query.previous) {
        found.push({ pair, similarity: previousSimilarity(pair, query, text), kind: 'previous' });
      }
      if (!found.some(({ kind }) => kind === 'exact' || kind === 'ice')) {
        index ??= createFuzzyIndex(texts);
        for (const { at, similarity } of index.similar(text)) {
          for (const pair of byText.get(texts[at] ?? '') ?? []) {
            if (!isOwn(pair, query)) found.push({ pair, similarity, kind: 'fuzzy' });
          }
        }
      }
      return best(found);
    },
  };
}

/**
 * What a document has translated in one locale: each target with the wording it was made from, also of segments that
 * are no longer in the document. Pseudo-translations, targets in state initial and those of several segments are left
 * out.
 */
export function* memoryPairs(source: SourceCatalogue, target: TargetCatalogue | null): Iterable<MemoryPair> {
  if (target === null) return;
  const { document } = source;
  const live = liveTexts(source.units);
  for (const [at, { id, entry, text }] of live.entries()) {
    const held = targetAt(target, id);
    const wording = held && wordingOf(entry, held.madeFrom);
    if (!held || !wording) continue;
    const current = wording === entry;
    const before = current ? (live[at - 1]?.text ?? null) : null;
    const after = current ? (live[at + 1]?.text ?? null) : null;
    if (text !== '' || !current) yield pairOf({ document, id, before, after }, wording, held);
  }
  for (const [id, entry] of Object.entries(source.retired)) {
    const held = targetAt(target, id);
    const wording = held && wordingOf(entry, held.madeFrom);
    if (held && wording) yield pairOf({ document, id, before: null, after: null }, wording, held);
  }
}

type PairPlace = Pick<MemoryPair, 'document' | 'id' | 'before' | 'after'>;

function pairOf(
  place: PairPlace,
  { text, codes }: Wording,
  { text: target, state, origin }: Target,
): MemoryPair {
  return { ...place, source: text, target, codes, state, origin };
}

function liveTexts(
  units: readonly CatalogueUnit[],
): { readonly id: string; readonly entry: SourceEntry; readonly text: string }[] {
  const list: { id: string; entry: SourceEntry; text: string }[] = [];
  for (const { segments } of units) {
    for (const id in segments) {
      const entry = segments[id];
      if (entry && hasStoredText(entry.text)) list.push({ id, entry, text: plainOf(entry.text) });
    }
  }
  return list;
}

function targetAt({ targets }: TargetCatalogue, id: string): Target | null {
  const held = Object.hasOwn(targets, id) ? targets[id] : undefined;
  if (held === undefined || held.text === '' || held.state === 'initial') return null;
  return held.origin === 'pseudo' || (held.covers ?? []).length > 0 ? null : held;
}

/** The normal text of a stored text, without its codes. */
function plainOf(stored: string): string {
  return normalizeText(/[<&]/.test(stored) ? plainText(contentOf(stored)) : stored);
}

function sameText(pairs: readonly MemoryPair[], query: MemoryQuery): MemoryMatch[] {
  const found: MemoryMatch[] = [];
  const codes = signature(query.codes);
  for (const pair of pairs) {
    if (isOwn(pair, query)) continue;
    if (signature(pair.codes) !== codes) found.push({ pair, similarity: 99, kind: 'fuzzy' });
    else found.push({ pair, similarity: 100, kind: isInContext(pair, query) ? 'ice' : 'exact' });
  }
  return found;
}

function isInContext(pair: MemoryPair, { before, after }: MemoryQuery): boolean {
  return (before !== null || after !== null) && pair.before === before && pair.after === after;
}

function isOwn({ document, id }: MemoryPair, query: MemoryQuery): boolean {
  return document === query.document && id === query.id;
}

/** What the codes are, whatever their numbers. */
function signature(codes: Codes): string {
  const kinds: string[] = [];
  for (const id in codes) {
    const code = codes[id];
    if (code) kinds.push(`${code.type} ${code.href ?? ''} ${code.text ?? ''}`);
  }
  return kinds.length < 2 ? (kinds[0] ?? '') : kinds.sort().join('\n');
}

function previousSimilarity(pair: MemoryPair, query: MemoryQuery, text: string): number {
  const before = plainOf(pair.source);
  if (before !== text) return similarityOf(before, text);
  return signature(pair.codes) === signature(query.codes) ? 100 : 99;
}

function best(found: MemoryMatch[]): readonly MemoryMatch[] {
  found.sort(
    (one, other) =>
      other.similarity - one.similarity ||
      RANK[one.kind] - RANK[other.kind] ||
      Number(isDraft(one.pair)) - Number(isDraft(other.pair)) ||
      STATE_RANK[one.pair.state] - STATE_RANK[other.pair.state],
  );
  const seen = new Set<string>();
  const chosen: MemoryMatch[] = [];
  for (const match of found) {
    if (seen.has(match.pair.target)) continue;
    seen.add(match.pair.target);
    chosen.push(match);
    if (chosen.length === OFFER_LIMIT) break;
  }
  return chosen;
}
