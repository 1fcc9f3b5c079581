import type { CatalogueUnit, SourceEntry } from '../model/catalogue.ts';
import type { Content } from '../model/content.ts';
import { groupCodes, groupContent } from '../model/group.ts';
import type { Standing } from '../model/row.ts';
import type { Pair } from './rule.ts';
import { createText, type Text } from './text.ts';

/** What pairs are made of. */
export interface PairInput {
  readonly locale: string;
  readonly sourceLocale: string;
  readonly units: readonly CatalogueUnit[];
  readonly texts: ReadonlyMap<string, Text>;
  readonly standings: readonly Standing[];
  readonly read: (stored: string) => Content;
}

/**
 * The targets of an edition with what each translates, in document order: where a target covers several segments, these
 * together, with a space between their texts. It is stale where one of them is. Linear.
 */
export function pairsOf(input: PairInput): Pair[] {
  const { locale, standings, read } = input;
  const kinds = unitsById(input.units);
  const pairs: Pair[] = [];
  for (let at = 0; at < standings.length; at++) {
    const first = standings[at];
    if (!first?.target || first.holder !== first.id) continue;
    const covered = coveredBy(standings, at);
    const all = [first, ...covered];
    const unit = kinds.get(first.id);
    if (!unit) throw new Error(`segment ${first.id} has no unit`);
    pairs.push({
      id: first.id,
      ids: all.map(({ id }) => id),
      unit: unit.id,
      kind: unit.kind,
      source: sourceText(all, input),
      target: createText(locale, read(first.target.text)),
      entry: first.entry,
      stored: first.target,
      codes: covered.length === 0 ? first.entry.codes : groupCodes(all.map(({ entry }) => entry.codes)),
      stale:
        all.find(({ stale }) => stale === 'meaning')?.stale ?? all.find(({ stale }) => stale)?.stale ?? null,
    });
  }
  return pairs;
}

function coveredBy(standings: readonly Standing[], at: number): Standing[] {
  const holder = standings[at]?.id;
  const covered: Standing[] = [];
  for (let next = at + 1; standings[next]?.holder === holder; next++) {
    const standing = standings[next];
    if (standing) covered.push(standing);
  }
  return covered;
}

function unitsById(units: readonly CatalogueUnit[]): Map<string, CatalogueUnit> {
  const found = new Map<string, CatalogueUnit>();
  for (const unit of units) for (const id in unit.segments) found.set(id, unit);
  return found;
}

function sourceText(all: readonly { id: string; entry: SourceEntry }[], input: PairInput): Text {
  const { texts, sourceLocale, read } = input;
  const [first] = all;
  const own = texts.get(first?.id ?? '');
  if (all.length === 1 && own) return own;
  const pieces = all.map(({ entry }, index) => groupContent(read(entry.text), index) ?? read(entry.text));
  const joined = pieces.flatMap(
    (content, index): Content => (index === 0 ? content : [{ kind: 'text', text: ' ' }, ...content]),
  );
  return createText(sourceLocale, joined);
}
