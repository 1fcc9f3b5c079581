import type { ManifestDocument, ManifestEdition } from '../edition/manifest.ts';
import type { Approval, FileDigest, PublicationFacts } from '../model/publication.ts';
import type { Settings } from '../pipeline.ts';
import type { Build, BuiltEdition } from '../pipeline-build.ts';
import { digestOf, type EditionFile } from '../pipeline-edition.ts';
import { joinPath } from '../project/layout.ts';
import type { BuildInputs } from './build-inputs.ts';

/** A document's entry in the manifest; `further` are its files besides editions, `folder` is that of the editions. */
export function manifestDocument(
  build: Build,
  further: readonly EditionFile[],
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
    further: further.map(fileDigest),
  };
}

function releaseOf({ release, last }: PublicationFacts): ManifestEdition['release'] {
  const told = release ?? last;
  if (!told) return null;
  const { date, by, note } = told;
  return { date, by, note, shown: release !== null };
}

function approvalOf({ by, on, state, segments, digest }: Approval): ManifestEdition['approvals'][number] {
  return { by, on, state, segments: segments.length, digest };
}
