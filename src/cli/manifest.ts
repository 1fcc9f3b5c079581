import type { ManifestDocument, ManifestEdition } from '../edition/manifest.ts';
import type { Approval, FileDigest, PublicationFacts } from '../model/publication.ts';
import type { Settings } from '../pipeline.ts';
import type { Build, BuiltEdition } from '../pipeline-build.ts';
import { digestOf, type EditionFile } from '../pipeline-edition.ts';
import { joinPath } from '../project/layout.ts';
import type { BuildInputs } from './build-inputs.ts';

/** A document's entry in the manifest; `folder` is that of the editions. */
export function manifestDocument(
  build: Build,
  inputs: BuildInputs,
  settings: Settings,
  folder: string,
): ManifestDocument {
  const fileDigest = ({ path, bytes }: EditionFile): FileDigest => ({
    path: joinPath(folder, path),
    digest: digestOf(bytes),
  });
  const editionOf = (edition: BuiltEdition): ManifestEdition => {
    const { locale, published, reason, progress, fallback, facts, files } = edition;
    const { origins, machineShare } = facts.counts;
    return {
      locale,
      published,
      shows: published ? facts.shows : null,
      reason,
      decision: facts.decision,
      catalogue: inputs.targets[locale] ?? null,
      progress,
      origins,
      machineShare,
      fallback,
      counts: facts.counts,
      release: releaseOf(facts),
      approvals: facts.approvals.map(approvalOf),
      recorded: inputs.published[locale] ?? [],
      files: files.map(fileDigest),
    };
  };
  return {
    document: inputs.document,
    catalogue: inputs.catalogue,
    policy: settings.policy,
    minState: settings.minState,
    editions: build.editions.map(editionOf),
    parallel: fileDigest(build.parallel),
  };
}

function releaseOf({ release, last }: PublicationFacts): ManifestEdition['release'] {
  if (release) return { ...release, shown: true };
  return last && { ...last, shown: false };
}

function approvalOf({ by, on, state, segments, digest }: Approval): ManifestEdition['approvals'][number] & {
  readonly count: number;
} {
  return { by, on, state, count: segments.length, digest };
}
