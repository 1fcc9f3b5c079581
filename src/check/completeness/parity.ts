import type { UnitKind } from '../../model/block.ts';
import type { CodeType } from '../../model/content.ts';
import { codeSpansOf } from '../markup/spans.ts';
import type { Edition } from '../rule.ts';

/** How many of a kind of piece an edition has, and how many it should have. */
export interface Parity {
  /** A kind of unit or of inline code; headings with their level, as `heading-2`. */
  readonly kind: string;
  readonly want: number;
  readonly have: number;
  /** The first segment that lacks it. */
  readonly segment: string;
}

/** Pieces by which readers find their way, so that their number must be the same in every language. */
const UNITS: ReadonlySet<UnitKind> = new Set<UnitKind>(['heading', 'item', 'footnote', 'alt', 'title']);
const CODES: readonly CodeType[] = ['link', 'image', 'footnote'];

interface Tally {
  want: number;
  have: number;
  segment: string | null;
}

/** Where an edition has fewer or more of a kind than its source; nothing for one without any translation. Linear. */
export function parityOf(edition: Edition): readonly Parity[] {
  if (edition.pairs.length === 0) return [];
  const tallies = new Map<string, Tally>();
  countUnits(edition, tallies);
  countCodes(edition, tallies);
  return [...tallies].flatMap(([kind, { want, have, segment }]) =>
    want === have || segment === null ? [] : [{ kind, want, have, segment }],
  );
}

function tallyOf(tallies: Map<string, Tally>, kind: string): Tally {
  const known = tallies.get(kind) ?? { want: 0, have: 0, segment: null };
  tallies.set(kind, known);
  return known;
}

function countUnits({ units, standings, parsed }: Edition, tallies: Map<string, Tally>): void {
  const counted = units.filter(({ kind }) => UNITS.has(kind));
  if (counted.length === 0) return;
  const shown = new Map(standings.map(({ id, target }) => [id, target !== null]));
  for (const { kind, block, segments } of counted) {
    const texts = segments.filter(({ id }) => shown.has(id));
    const [first] = texts;
    if (!first) continue;
    const level = parsed.blocks[block]?.level;
    const tally = tallyOf(tallies, kind === 'heading' && level ? `heading-${level}` : kind);
    tally.want++;
    if (texts.some(({ id }) => shown.get(id))) tally.have++;
    else tally.segment ??= first.id;
  }
}

/** Links, images and references to footnotes within the text that is translated. */
function countCodes({ pairs }: Edition, tallies: Map<string, Tally>): void {
  for (const { id, source, target, codes, stale } of pairs) {
    const own = codeSpansOf(source);
    const there = codeSpansOf(target);
    if (stale || own.size + there.size === 0) continue;
    for (const type of CODES) {
      const want = countOf(own.keys(), codes, type);
      const have = countOf(there.keys(), codes, type);
      if (want + have === 0) continue;
      const tally = tallyOf(tallies, type === 'footnote' ? 'reference' : type);
      tally.want += want;
      tally.have += have;
      if (want !== have) tally.segment ??= id;
    }
  }
}

function countOf(ids: Iterable<string>, codes: Edition['pairs'][number]['codes'], type: CodeType): number {
  let count = 0;
  for (const id of ids) {
    const own = codes[id]?.type;
    if (own === type || (type === 'link' && own === 'autolink')) count++;
  }
  return count;
}
