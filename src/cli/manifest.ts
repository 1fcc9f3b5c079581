import type { Digested, ManifestDocument, ManifestEdition } from '../edition/manifest.ts';
import type { TargetCatalogue } from '../model/catalogue.ts';
import type { Open, Settings } from '../pipeline.ts';
import { type Build, type BuiltEdition, digestOf, type EditionFile } from '../pipeline-build.ts';
import { joinPath } from '../project/layout.ts';

/** A stored file that a build read. */
export interface StoredFile {
  readonly path: string;
  readonly text: string;
}

/** What one document's editions were built from. Paths are below the project's root, `folder` the editions' own. */
export interface ManifestInput {
  readonly open: Open;
  readonly build: Build;
  readonly settings: Settings;
  readonly folder: string;
  readonly source: StoredFile;
  /** The target catalogues by locale; null where there is none yet. */
  readonly targets: Readonly<Record<string, (StoredFile & { readonly catalogue: TargetCatalogue }) | null>>;
}

/** A document's entry in the manifest. */
export function manifestDocument(input: ManifestInput): ManifestDocument {
  const { open, build, settings, folder, source, targets } = input;
  const live = open.catalogue.units.flatMap(({ segments }) => Object.keys(segments));
  const fileDigest = ({ path, bytes }: EditionFile): Digested => ({
    path: joinPath(folder, path),
    digest: digestOf(bytes),
  });
  const editionOf = ({
    locale,
    published,
    reason,
    progress,
    fallback,
    files,
  }: BuiltEdition): ManifestEdition => {
    const target = targets[locale] ?? null;
    return {
      locale,
      published,
      reason,
      catalogue: target && storedDigest(target),
      progress,
      origins: countOrigins(live, target?.catalogue ?? null),
      fallback,
      files: files.map(fileDigest),
    };
  };
  return {
    document: { path: open.document, digest: open.digest },
    catalogue: storedDigest(source),
    policy: settings.policy,
    minState: settings.minState,
    editions: build.editions.map(editionOf),
    parallel: fileDigest(build.parallel),
  };
}

function storedDigest({ path, text }: StoredFile): Digested {
  return { path, digest: digestOf(new TextEncoder().encode(text)) };
}

/** How many live segments each origin has translated; a segment that another covers counts with it. */
function countOrigins(live: readonly string[], target: TargetCatalogue | null): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const id of live) {
    const own = target?.targets[id];
    if (own?.text) counts[own.origin] = (counts[own.origin] ?? 0) + 1 + (own.covers?.length ?? 0);
  }
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}
