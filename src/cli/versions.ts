import type { Versions } from '../model/publication.ts';
import { packageVersion } from '../project/package.ts';

/** The versions that the bytes of an edition depend on: Hexapla's, and those of what formats numbers and names. */
export function versionsHere(): Versions {
  const { icu = 'none', cldr = 'none', unicode = 'none' } = process.versions;
  return { hexapla: packageVersion(), icu, cldr, unicode };
}
