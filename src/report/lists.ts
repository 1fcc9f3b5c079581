import { SEVERITIES, type Severity } from '../model/finding.ts';
import type { CheckRun, ReportedFinding } from './input.ts';

/** The gravest first. */
export const GRAVEST: readonly Severity[] = [...SEVERITIES].reverse();

/** The gravest findings first, otherwise in their own order. */
export function bySeverity<T extends { readonly severity: Severity }>(findings: readonly T[]): T[] {
  return GRAVEST.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

/** Whether a severity is at least as grave as another. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);
}

/** How many findings there are of each severity. */
export function countSeverities(
  findings: readonly { readonly severity: Severity }[],
): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

/** What has the same key together, in the order in which the keys are first seen. */
export function gather<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const own = found.get(key);
    if (own) own.push(one);
    else found.set(key, [one]);
  }
  return found;
}

/** A document in a locale, or its source, as one key. */
export function placeKey(document: string, locale: string | null): string {
  return JSON.stringify([document, locale]);
}

/** The path of a finding's file from the root of the repository: what services that show a repository go by. */
export function repositoryPath({ prefix = '' }: CheckRun, { file }: Pick<ReportedFinding, 'file'>): string {
  return prefix + file;
}

/** A text of at most so many UTF-16 units, cut between characters, with a mark where something is left out. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = /[\uD800-\uDBFF]/.test(text.charAt(limit - 2)) ? limit - 2 : limit - 1;
  return `${text.slice(0, end)}…`;
}
