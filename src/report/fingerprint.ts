import { createHash } from 'node:crypto';
import type { Finding } from '../model/finding.ts';

// What a text is about stays when lines above it come and go; where it stands does not.
const PLACES: ReadonlySet<string> = new Set(['line', 'column']);

/**
 * What a finding says, as 16 hexadecimal digits: its values, but for places. Of a finding about a whole document,
 * numbers do not count either: with 33 drafts or with 34, it says the same.
 */
export function valuesDigest({ segment, values }: Pick<Finding, 'segment' | 'values'>): string {
  const said = Object.entries(values)
    .filter(([key, value]) => !PLACES.has(key) && (segment !== null || typeof value === 'string'))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return digest(said);
}

/**
 * A name for each finding, as 32 hexadecimal digits, by which services know it again: from its rule, document, locale
 * and segment and from what it says, so that it stays when lines move. Findings that are alike in all of this are told
 * apart by a number.
 */
export function fingerprints(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, document, locale, segment } = finding;
    const own = JSON.stringify([rule, document, locale, segment, valuesDigest(finding)]);
    const number = (seen.get(own) ?? 0) + 1;
    seen.set(own, number);
    return digest(number === 1 ? own : [own, number], 32);
  });
}

function digest(value: unknown, digits: number = 16): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, digits);
}
