import { existsSync } from 'node:fs';
import type { Identify } from '../../../src/check/rule.ts';

/** The identifier of languages that the checks use; null while there is none. */
export async function identifier(): Promise<Identify | null> {
  for (const path of [
    '../../../src/check/identify.ts',
    '../../../src/check/identify/identify.ts',
    '../../../src/check/language/identify.ts',
  ]) {
    const url = new URL(path, import.meta.url);
    if (!existsSync(url)) continue;
    const module = await import(url.href);
    if (module.loadIdentifier) return module.loadIdentifier();
  }
  return null;
}
