import { hasText } from '../../model/content.ts';
import { own } from '../../model/table.ts';
import type { Edition, EditionRule, FoundInEdition } from '../rule.ts';

/** What a catalogue holds for segments that the source never had, or that have nothing to translate. */
export const extra: EditionRule = {
  id: 'extra',
  scope: 'edition',
  severity: 'error',
  check: (edition) => [...unknown(edition), ...idle(edition)],
};

function unknown({ source, target }: Edition): readonly FoundInEdition[] {
  if (target === null) return [];
  const known = new Set(Object.keys(source.retired));
  for (const { segments } of source.units) for (const id in segments) known.add(id);
  const held: [string, string][] = [
    ...Object.keys(target.targets).map((id): [string, string] => [id, 'target']),
    ...Object.values(target.targets).flatMap(({ covers = [] }) =>
      covers.map(({ id }): [string, string] => [id, 'cover']),
    ),
    ...Object.keys(target.suggestions).map((id): [string, string] => [id, 'suggestion']),
    ...Object.keys(target.remarks ?? {}).map((id): [string, string] => [id, 'remark']),
  ];
  const told = new Set<string>();
  return held.flatMap(([id, kind]): FoundInEdition[] => {
    if (known.has(id) || told.has(id)) return [];
    told.add(id);
    return [{ segment: id, values: { kind, id } }];
  });
}

/** Targets with text whose source has none: a target that was stored under the wrong id. */
function idle({ source, target, read }: Edition): readonly FoundInEdition[] {
  if (target === null) return [];
  const found: FoundInEdition[] = [];
  for (const { segments } of source.units) {
    for (const id in segments) {
      const stored = own(target.targets, id);
      if (!stored || hasWords(segments[id]?.text ?? '')) continue;
      if (!hasText(read(segments[id]?.text ?? '')) && hasText(read(stored.text))) {
        found.push({ segment: id, values: { kind: 'idle', id } });
      }
    }
  }
  return found;
}

/** Told without reading the text: nearly all begin with a letter. */
function hasWords(stored: string): boolean {
  return /^[^<\s]/.test(stored);
}
