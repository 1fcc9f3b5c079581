import type { XliffFormat } from '../../model/transfer.ts';

/** The namespace of XLIFF 1.2. */
export const XLIFF_12: string = 'urn:oasis:names:tc:xliff:document:1.2';
/** The namespace that XLIFF 2.0 and 2.1 share. */
export const XLIFF_20: string = 'urn:oasis:names:tc:xliff:document:2.0';
/** The namespace of XLIFF 2.2. */
export const XLIFF_22: string = 'urn:oasis:names:tc:xliff:document:2.2';

/** A file for OmegaT carries the source as the target of what is not translated; a plain one leaves it empty. */
export type Profile = 'plain' | 'omegat';

/** What a writer needs to know beyond the handoff itself. */
export interface WriteOptions {
  readonly format: XliffFormat;
  readonly profile: Profile;
  /** Hexapla's own version, for the file's `tool` element. */
  readonly toolVersion: string;
}

/** The `version` attribute of a format, as `1.2`. */
export function versionOf(format: XliffFormat): string {
  return format.slice('xliff-'.length);
}

/** The format that a `version` attribute names, or null for one that Hexapla does not know. */
export function formatOf(version: string): XliffFormat | null {
  switch (version.trim()) {
    case '1.2':
      return 'xliff-1.2';
    case '2.0':
      return 'xliff-2.0';
    case '2.1':
      return 'xliff-2.1';
    case '2.2':
      return 'xliff-2.2';
    default:
      return null;
  }
}

/** The version that a namespace alone tells (2.0 for the one that 2.1 shares); without a namespace it is 1.2. */
export function versionOfNamespace(namespace: string | undefined): string {
  return namespace === undefined || namespace === ''
    ? '1.2'
    : namespace.slice(namespace.lastIndexOf(':') + 1);
}

/** The namespace in which a format's elements stand. */
export function namespaceOf(format: XliffFormat): string {
  if (format === 'xliff-1.2') return XLIFF_12;
  return format === 'xliff-2.2' ? XLIFF_22 : XLIFF_20;
}

/** Before the digest in a `file` id of XLIFF 2, where every tool that writes a file back keeps it. */
export const HANDOFF_ID: string = 'handoff-';
