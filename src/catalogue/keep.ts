import type { UnitKind } from '../model/block.ts';
import type { SourceCatalogue, Target, TargetCatalogue } from '../model/catalogue.ts';
import { hasStoredText, normalizeText, plainText } from '../model/content.ts';
import { coveredSegments } from '../model/cover.ts';
import { contentOf, hashWording } from './hash.ts';

/** What the configuration says of texts that stay as they are in every language. */
export interface Keep {
  /** Whole segments, without their codes. */
  readonly texts: readonly string[];
  readonly kinds: readonly UnitKind[];
}

/** Whether the text of a segment in a unit of a kind stays as it is. */
export function keptTexts({ texts, kinds }: Keep): (plain: string, kind: UnitKind) => boolean {
  const whole = new Set(texts.map(normalizeText));
  const all = new Set(kinds);
  return (plain, kind) => all.has(kind) || (whole.size > 0 && whole.has(normalizeText(plain)));
}

/**
 * The catalogue as if each kept segment without a target had been given its own text in state final. It is for
 * looking at (status, check, build, export) and is not stored: what is kept is the configuration's to say. The very
 * catalogue where nothing is added.
 */
export function withKept(
  target: TargetCatalogue | null,
  source: SourceCatalogue,
  isKept: (plain: string, kind: UnitKind) => boolean,
  locale: string = target?.locale ?? '',
): TargetCatalogue {
  const held = target?.targets ?? {};
  const covered = coveredSegments(source.units, held);
  const added: Record<string, Target> = {};
  for (const { kind, segments } of source.units) {
    for (const id in segments) {
      const entry = segments[id];
      const own = Object.hasOwn(held, id) ? held[id] : undefined;
      if (!entry || (own !== undefined && own.text !== '') || covered.has(id)) continue;
      if (!hasStoredText(entry.text) || !isKept(plainText(contentOf(entry.text)), kind)) continue;
      added[id] = { text: entry.text, state: 'final', origin: 'human', madeFrom: hashWording(entry) };
    }
  }
  const none: TargetCatalogue = { document: source.document, locale, targets: {}, suggestions: {} };
  const base = target ?? none;
  return Object.keys(added).length === 0 ? base : { ...base, targets: { ...held, ...added } };
}
