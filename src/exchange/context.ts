import type { CatalogueUnit, SourceEntry } from '../model/catalogue.ts';
import { hasStoredText, normalizeText } from '../model/content.ts';
import type { Covered } from '../model/cover.ts';
import type { TransferNote, TransferSegment, TransferUnit } from '../model/transfer.ts';
import type { TransferInput } from './input.ts';
import { readable, targetOf } from './stored.ts';

/** A live segment that has something to translate, as others see it. */
interface Placed {
  readonly id: string;
  readonly entry: SourceEntry;
  /** Its unit's place in the document. */
  readonly unit: number;
}

/** The document's segments in order: who stands beside whom. */
export interface Surroundings {
  /** The normal texts of the segments before and after one, null at the ends of the document. */
  readonly around: (id: string) => { readonly before: string | null; readonly after: string | null };
  /** The same as notes, where the handoff itself does not show them; `sent` has the segments that are in it. */
  readonly notes: (id: string, sent: ReadonlySet<string>) => readonly TransferNote[];
}

/** How much of a neighbour's text is told, in code points. */
const CONTEXT_LIMIT = 100;

/**
 * Looks around in a document. A neighbour is told where the handoff leaves it out, or where the segment is alone in its
 * unit, so that nothing else says what it belongs to; sentences of a paragraph that are sent together are each other's
 * context. So notes grow with the segments that need them, and by no more than twice `CONTEXT_LIMIT` for each. A
 * neighbour that is left out is told with its translation, where that is current.
 */
export function surroundingsOf(input: TransferInput, covered: ReadonlyMap<string, Covered>): Surroundings {
  const list = placedSegments(input.source.units);
  const places = new Map(list.map(({ id }, index) => [id, index]));
  const textAt = (index: number): string | null => {
    const placed = list[index];
    return placed === undefined ? null : normalizeText(readable(placed.entry.text));
  };
  const alone = (index: number): boolean =>
    list[index]?.unit !== list[index - 1]?.unit && list[index]?.unit !== list[index + 1]?.unit;
  const note = (
    category: 'preceding' | 'following',
    index: number,
    sent: ReadonlySet<string>,
    lonely: boolean,
  ): readonly TransferNote[] => {
    const placed = list[index];
    if (placed === undefined || (sent.has(placed.id) && !lonely)) return [];
    const text = cut(textAt(index) ?? '', category);
    const translation = sent.has(placed.id) ? null : currentTranslation(placed, input, covered);
    const words =
      translation === null
        ? input.words(`note.${category}`, { text })
        : input.words(`note.${category}With`, { text, translation: cut(translation, category) });
    return [{ category, text: words }];
  };
  return {
    around: (id) => {
      const at = places.get(id) ?? -2;
      return { before: textAt(at - 1), after: textAt(at + 1) };
    },
    notes: (id, sent) => {
      const at = places.get(id) ?? -2;
      const lonely = alone(at);
      return [...note('preceding', at - 1, sent, lonely), ...note('following', at + 1, sent, lonely)];
    },
  };
}

/** The units with notes of what stands around their segments. */
export function withContext(units: readonly TransferUnit[], surroundings: Surroundings): TransferUnit[] {
  const sent = new Set<string>();
  for (const { segments } of units) for (const { id } of segments) sent.add(id);
  const around = (segment: TransferSegment): TransferSegment => {
    const notes = segment.translate === false ? [] : surroundings.notes(segment.id, sent);
    return notes.length === 0 ? segment : { ...segment, notes: [...segment.notes, ...notes] };
  };
  return units.map((unit) => {
    const segments = unit.segments.map(around);
    return segments.every((segment, index) => segment === unit.segments[index])
      ? unit
      : { ...unit, segments };
  });
}

function placedSegments(units: readonly CatalogueUnit[]): Placed[] {
  const list: Placed[] = [];
  for (const [unit, { segments }] of units.entries()) {
    for (const id in segments) {
      const entry = segments[id];
      if (entry !== undefined && hasStoredText(entry.text)) list.push({ id, entry, unit });
    }
  }
  return list;
}

function currentTranslation(
  { id, entry }: Placed,
  { target, isStale }: TransferInput,
  covered: ReadonlyMap<string, Covered>,
): string | null {
  const own = targetOf(target, id);
  if (own === undefined || covered.has(id) || isStale(own.madeFrom, entry)) return null;
  return normalizeText(readable(own.text));
}

/** The end of what stands before, the beginning of what stands after, at a space where there is one near. */
function cut(text: string, category: 'preceding' | 'following'): string {
  if (text.length <= CONTEXT_LIMIT) return text;
  // No more is looked at than can be told: two code units a code point.
  const near =
    category === 'preceding' ? text.slice(-2 * CONTEXT_LIMIT - 2) : text.slice(0, 2 * CONTEXT_LIMIT + 2);
  const points = [...near];
  if (points.length <= CONTEXT_LIMIT && near.length === text.length) return text;
  if (category === 'following') {
    const told = points.slice(0, CONTEXT_LIMIT).join('');
    return `${told.replace(/\s\S{0,19}$/u, '').replace(/[\uD800-\uDBFF\u200D]$/, '')}…`;
  }
  const told = points.slice(-CONTEXT_LIMIT).join('');
  return `…${told.replace(/^\S{0,19}\s/u, '').replace(/^[\uDC00-\uDFFF\p{M}\u200D]+/u, '')}`;
}
