import type { Progress } from '../model/row.ts';

/** A file by its path below the project's root and the SHA-256 of its bytes. */
export interface Digested {
  readonly path: string;
  readonly digest: string;
}

/** What one edition was built from, and what came of it. */
export interface ManifestEdition {
  readonly locale: string;
  readonly published: boolean;
  readonly reason: string | null;
  /** The target catalogue; null for the source locale, or where there is none. */
  readonly catalogue: Digested | null;
  readonly progress: Progress | null;
  /** How many targets each origin has made. */
  readonly origins: Readonly<Record<string, number>>;
  readonly fallback: number;
  readonly files: readonly Digested[];
}

/** One document in the manifest. */
export interface ManifestDocument {
  readonly document: Digested;
  readonly catalogue: Digested;
  readonly policy: string;
  readonly minState: string;
  readonly editions: readonly ManifestEdition[];
  readonly parallel: Digested;
}

/** The manifest's text: the same editions give the same bytes. */
export function formatManifest(documents: readonly ManifestDocument[]): string {
  return `${JSON.stringify({ hexapla: 1, documents }, null, 2)}\n`;
}
