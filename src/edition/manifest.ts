import type { Approval, Decision, FileDigest, Release, Versions } from '../model/publication.ts';
import type { Progress } from '../model/row.ts';

/** What one edition was built from, and what came of it. */
export interface ManifestEdition {
  readonly locale: string;
  /** Whether an edition goes out; `shows` says whether it is the current one or the last published one. */
  readonly published: boolean;
  readonly shows: 'current' | 'previous' | null;
  readonly reason: string | null;
  readonly decision: Decision;
  /** The target catalogue; null for the source locale, or where there is none. */
  readonly catalogue: FileDigest | null;
  readonly progress: Progress | null;
  /** How many live segments each origin has translated. */
  readonly origins: Readonly<Record<string, number>>;
  readonly machineShare: number;
  readonly fallback: number;
  /** The last publication, and whether it is just what is shown; null where there is none. */
  readonly release: (Pick<Release, 'date' | 'by' | 'note'> & { readonly shown: boolean }) | null;
  /** With how many segments each is of. */
  readonly approvals: readonly (Omit<Approval, 'segments'> & { readonly segments: number })[];
  /** The record of the last publication and its document. */
  readonly recorded: readonly FileDigest[];
  readonly files: readonly FileDigest[];
}

/** One document in the manifest. */
export interface ManifestDocument {
  readonly document: FileDigest;
  readonly catalogue: FileDigest;
  readonly policy: string;
  readonly minState: string;
  readonly editions: readonly ManifestEdition[];
  readonly parallel: FileDigest;
  /** The parallel edition as continuous text, texts for the search, books, data. */
  readonly further: readonly FileDigest[];
}

/** Every file that was built of a document. */
export function filesOf({ parallel, further, editions }: ManifestDocument): readonly FileDigest[] {
  return [parallel, ...further, ...editions.flatMap(({ files }) => files)];
}

/** What was built, from what and by what. */
export interface Manifest {
  readonly versions: Versions;
  readonly config: FileDigest;
  /** What the build was asked for: its locales, and a policy where it was not that of the configuration. */
  readonly locales: readonly string[];
  readonly policy: string | null;
  readonly authentic: readonly string[];
  /** What was built besides documents and pages. */
  readonly also: { readonly data: boolean; readonly epub: boolean; readonly paper: string | null };
  /** The pages of the whole site. */
  readonly site: readonly FileDigest[];
  readonly documents: readonly ManifestDocument[];
}

/** The manifest's text, an edition a line: the same editions give the same bytes. */
export function formatManifest({ documents, ...manifest }: Manifest): string {
  const head = Object.entries({ hexapla: 1, ...manifest }).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  return `{\n${head.join('')}  "documents": [\n${documents.map(documentText).join(',\n')}\n  ]\n}\n`;
}

function documentText({ editions, ...document }: ManifestDocument): string {
  const facts = Object.entries(document).map(
    ([key, value]) => `      ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  const lines = editions.map((edition) => `        ${JSON.stringify(edition)}`).join(',\n');
  return `    {\n${facts.join('')}      "editions": [\n${lines}\n      ]\n    }`;
}
