import type { SourceCatalogue, TargetCatalogue } from '../model/catalogue.ts';
import { coveredSegments } from '../model/cover.ts';
import { own } from '../model/table.ts';
import type { ProjectDocument } from '../project/layout.ts';
import type { Project } from '../project/project.ts';
import { readSource, readTarget } from './store.ts';

/** The stored texts of a segment; null for a side that has none. */
export interface Sides {
  readonly source: string | null;
  readonly target: string | null;
}

/** Looks the stored texts of segments up. The last document's catalogues are remembered, so ask in their order. */
export type SidesOf = (document: string, locale: string | null, segment: string) => Sides;

interface Known {
  readonly document: ProjectDocument;
  readonly source: SourceCatalogue;
  readonly texts: ReadonlyMap<string, string>;
  readonly targets: Map<string, KnownTarget>;
}

interface KnownTarget {
  readonly catalogue: TargetCatalogue | null;
  readonly holders: ReadonlyMap<string, string>;
}

const NOTHING: Sides = { source: null, target: null };

/** The stored texts of a project's segments; nothing for a document that the project does not have. */
export function sidesOf(project: Project): SidesOf {
  let last: Known | null = null;
  return (path, locale, segment) => {
    const document = project.documents.find((one) => one.path === path);
    if (!document) return NOTHING;
    if (last?.document !== document) last = knownDocument(project, document);
    const source = last.texts.get(segment) ?? null;
    if (locale === null) return { source, target: null };
    const { catalogue, holders } = last.targets.get(locale) ?? knownTarget(project, last, locale);
    const target = own(catalogue?.targets ?? {}, holders.get(segment) ?? segment);
    return { source, target: target?.text ? target.text : null };
  };
}

function knownDocument(project: Project, document: ProjectDocument): Known {
  const source = readSource(project, document);
  const texts = new Map<string, string>();
  for (const { segments } of source.units) {
    for (const id in segments) texts.set(id, segments[id]?.text ?? '');
  }
  return { document, source, texts, targets: new Map() };
}

function knownTarget(project: Project, { document, source, targets }: Known, locale: string): KnownTarget {
  const catalogue = readTarget(project, document, locale);
  const covered = coveredSegments(source.units, catalogue?.targets ?? {});
  const holders = new Map([...covered].map(([id, { holder }]) => [id, holder]));
  const found = { catalogue, holders };
  targets.set(locale, found);
  return found;
}
