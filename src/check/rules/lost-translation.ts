import { hasText } from '../../model/content.ts';
import { own } from '../../model/table.ts';
import type { Edition, EditionRule, FoundInEdition } from '../rule.ts';

/** A segment that was translated before and is not now: its target is empty, or the import that brought it was undone. */
export const lostTranslation: EditionRule = {
  id: 'lost-translation',
  scope: 'edition',
  severity: 'warning',
  check: (edition) =>
    edition.standings.flatMap(({ id, target, holder }): FoundInEdition[] => {
      if (target !== null && (holder !== id || hasText(edition.read(target.text)))) return [];
      const lost = lastText(edition, id);
      return lost ? [{ segment: id, values: lost }] : [];
    }),
};

/** The last text that a segment had, and how it went; null where it never had one. */
function lastText({ target, read }: Edition, id: string): { kind: string; text: string } | null {
  if (target === null) return null;
  // What a target that was taken apart keeps for another segment (`of`) is no earlier text of this one.
  const earlier = own(target.targets, id)?.was?.findLast(
    ({ text, of }) => of === undefined && hasText(read(text)),
  );
  if (earlier) return { kind: 'emptied', text: shown(earlier.text) };
  const undone = own(target.suggestions, id)?.findLast(
    ({ reason, text }) => reason === 'undone' && hasText(read(text)),
  );
  return undone ? { kind: 'undone', text: shown(undone.text) } : null;
}

function shown(text: string): string {
  const plain = text.replace(/<[^<>]{0,20}>/g, '');
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain;
}
