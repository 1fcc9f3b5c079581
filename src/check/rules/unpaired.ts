import { BRACKET, QUOTE } from '../chars.ts';
import { unpairedBrackets } from '../marks/brackets.ts';
import { isApostrophe, readQuotes } from '../marks/quotes.ts';
import type { Edition, EditionRule, FoundInEdition, Pair } from '../rule.ts';
import { kindsOfText, type Text } from '../text.ts';

/** Brackets and quotation marks without their partners, over a whole block, where the source's have theirs. */
export const unpaired: EditionRule = {
  id: 'unpaired',
  scope: 'edition',
  severity: 'warning',
  check: (edition) => {
    const marked = new Set(
      edition.pairs.flatMap(({ unit, target }) => (kindsOfText(target) & (QUOTE | BRACKET) ? [unit] : [])),
    );
    if (marked.size === 0) return [];
    const needed = segmentCounts(edition, marked);
    const found: FoundInEdition[] = [];
    for (const pairs of unitsOf(edition, marked)) {
      const covered = pairs.reduce((sum, { ids }) => sum + ids.length, 0);
      const isWhole = covered === needed.get(pairs[0]?.unit ?? '');
      if (isWhole && pairs.every(({ stale }) => stale === null)) found.push(...unpairedIn(pairs));
    }
    return found;
  },
};

function segmentCounts({ source }: Edition, wanted: ReadonlySet<string>): Map<string, number> {
  const units = source.units.filter(({ id }) => wanted.has(id));
  return new Map(units.map(({ id, segments }) => [id, Object.keys(segments).length]));
}

/** The pairs of each wanted unit, in the order in which the locale tells them. */
function unitsOf({ pairs, standings }: Edition, wanted: ReadonlySet<string>): Pair[][] {
  const units = new Map<string, Pair[]>();
  for (const pair of pairs) {
    if (!wanted.has(pair.unit)) continue;
    const unit = units.get(pair.unit);
    if (unit) unit.push(pair);
    else units.set(pair.unit, [pair]);
  }
  const places = new Map(
    standings.flatMap(({ id, place }) => (place === undefined ? [] : [[id, place] as const])),
  );
  if (places.size === 0) return [...units.values()];
  const placeOf = ({ id }: Pair): number => places.get(id) ?? 0;
  return [...units.values()].map((own) =>
    own.every(({ id }) => places.has(id)) ? [...own].sort((a, b) => placeOf(a) - placeOf(b)) : own,
  );
}

function unpairedIn(pairs: readonly Pair[]): FoundInEdition[] {
  const targets = pairs.map(({ target }) => target);
  const sources = pairs.map(({ source }) => source);
  const starts: number[] = [];
  let length = 0;
  for (const { plain } of targets) {
    starts.push(length);
    length += plain.length + 1;
  }
  const single = singlesIn(targets, false);
  if (single.length === 0) return [];
  const source = singlesIn(sources, true);
  return single
    .filter(({ kind }) => !source.some((one) => one.kind === kind))
    .map(({ char, at }) => {
      const which = starts.findLastIndex((start) => start <= at);
      const start = at - (starts[which] ?? 0);
      return {
        segment: pairs[which]?.id ?? null,
        values: { mark: char },
        at: { start, end: start + char.length },
      };
    });
}

interface Single {
  readonly kind: 'bracket' | 'quote';
  readonly char: string;
  readonly at: number;
}

function singlesIn(texts: readonly Text[], isSource: boolean): Single[] {
  const plain = texts.map((text) => text.plain).join(' ');
  const brackets = unpairedBrackets(plain, isSource).map((one): Single => ({ kind: 'bracket', ...one }));
  const quotes = readQuotes(plain).single.filter(({ char }) => !isApostrophe(char) || char === '‘');
  return [...brackets, ...quotes.map(({ char, at }): Single => ({ kind: 'quote', char, at }))];
}
