import type { UnitKind } from '../../model/block.ts';
import { isUndated } from '../completeness/dated.ts';
import { isUntranslated } from '../completeness/untranslated.ts';
import type { AcrossRule, Edition, FoundAcross, FoundInEdition } from '../rule.ts';

/** What readers are served besides the text itself. */
const KINDS: ReadonlySet<UnitKind> = new Set<UnitKind>(['frontMatter', 'alt', 'title', 'footnote']);

/** What is noted of an edition. */
interface Notes {
  readonly found: readonly FoundInEdition[];
  readonly undated: boolean;
}

/** Titles, descriptions, alternative texts and notes that are not translated; a document without date or version. */
export const metadata: AcrossRule = {
  id: 'metadata',
  scope: 'across',
  severity: 'warning',
  gather: (edition) => {
    const found = edition.pairs.length === 0 ? [] : [...missing(edition), ...same(edition)];
    const undated = isUndated(edition.parsed.text);
    return found.length > 0 || undated ? ({ found, undated } satisfies Notes) : null;
  },
  judge: (gathered) => {
    const undated = new Set<string>();
    return gathered.flatMap(({ document, locale, notes }): FoundAcross[] => {
      const noted = notes as Notes;
      const own = noted.found.map((found) => ({ ...found, document, locale }));
      if (!noted.undated || undated.has(document)) return own;
      undated.add(document);
      const values = { kind: 'undated', what: 'document' };
      return [...own, { severity: 'info', document, locale: null, segment: null, values }];
    });
  },
};

function missing({
  units,
  standings,
  settings: { stage, required },
  locale,
}: Edition): readonly FoundInEdition[] {
  const kinds = new Map<string, UnitKind>();
  for (const { kind, segments } of units)
    if (KINDS.has(kind)) for (const { id } of segments) kinds.set(id, kind);
  if (kinds.size === 0) return [];
  const isDraft = stage === 'draft' || (required !== null && !required.includes(locale ?? ''));
  return standings.flatMap(({ id, target }): FoundInEdition[] => {
    const what = kinds.get(id);
    if (target !== null || what === undefined) return [];
    return [{ ...(isDraft && { severity: 'info' }), segment: id, values: { kind: 'missing', what } }];
  });
}

function same({ pairs, settings: { keep } }: Edition): readonly FoundInEdition[] {
  return pairs.flatMap((pair): FoundInEdition[] => {
    const what = pair.kind;
    if (!KINDS.has(what) || keep.kinds.includes(what) || !isUntranslated(pair, keep.texts)) return [];
    return [{ segment: pair.id, values: { kind: 'same', what } }];
  });
}
