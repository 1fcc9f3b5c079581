import type { SourceCatalogue } from '../../model/catalogue.ts';
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
  const known = idsOf(source);
  const found = new Map<string, FoundInEdition>();
  const look = (id: string, kind: string): void => {
    if (!known.has(id) && !found.has(id)) found.set(id, { segment: id, values: { kind, id } });
  };
  for (const id in target.targets) {
    look(id, 'target');
    for (const cover of target.targets[id]?.covers ?? []) look(cover.id, 'cover');
  }
  for (const id in target.suggestions) look(id, 'suggestion');
  for (const id in target.remarks) look(id, 'remark');
  return [...found.values()];
}

const knownIds = new WeakMap<SourceCatalogue, ReadonlySet<string>>();

/** All that the source has ever had, live or retired; found out once for all its locales. */
function idsOf(source: SourceCatalogue): ReadonlySet<string> {
  const found = knownIds.get(source);
  if (found) return found;
  const ids = new Set(Object.keys(source.retired));
  for (const { segments } of source.units) for (const id in segments) ids.add(id);
  knownIds.set(source, ids);
  return ids;
}

/** Targets with text whose source has none: a target that was stored under the wrong id. */
function idle({ source, target, read }: Edition): readonly FoundInEdition[] {
  if (target === null) return [];
  const found: FoundInEdition[] = [];
  for (const { segments } of source.units) {
    for (const id in segments) {
      const text = segments[id]?.text ?? '';
      if (hasWords(text) || hasText(read(text))) continue;
      const stored = own(target.targets, id);
      if (stored && hasText(read(stored.text))) found.push({ segment: id, values: { kind: 'idle', id } });
    }
  }
  return found;
}

/** Told without reading the text: nearly all begin with a letter. */
function hasWords(stored: string): boolean {
  return /^[^<\s]/.test(stored);
}
