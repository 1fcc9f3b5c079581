import { loadIdentifier } from '../../../src/check/identify/identify.ts';
import type { Identify } from '../../../src/check/rule.ts';

/** The identifier of languages that the checks use. */
export async function identifier(): Promise<Identify> {
  return await loadIdentifier();
}
