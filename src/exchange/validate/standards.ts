import { XLIFF_12, XLIFF_20, XLIFF_22 } from '../xliff/format.ts';
import type { ProblemCode, ProblemValues, Version } from './problem.ts';
import { MODULES, V12 } from './registry.ts';
import type { Element } from './rule.ts';
import type { Standard } from './spec.ts';
import { clauseIn } from './v2/clauses.ts';
import { RULES } from './v2/rules.ts';
import { CORE_20, CORE_22 } from './v2/tables.ts';

/** By which version a file is checked, and what is wrong with how it says so. */
export interface Chosen {
  readonly standard: Standard | null;
  /** What the file's version attribute says, if it is a version. */
  readonly told: Version | null;
  readonly problem: { readonly code: ProblemCode; readonly values: ProblemValues } | null;
}

const VERSIONS: readonly string[] = ['1.2', '2.0', '2.1', '2.2'];

/** Chooses by the namespace of the root element, and between 2.0 and 2.1 by its version. */
export function standardFor(local: string, namespace: string | undefined, root: Element): Chosen {
  if (local !== 'xliff' || namespace === undefined) {
    return { standard: null, told: null, problem: { code: 'root-unknown', values: { name: root.written } } };
  }
  const version = root.attributes['version']?.trim();
  const told = versionOf(version);
  const homes = versionsOf(namespace);
  const meant = told !== null && homes.includes(told) ? told : (homes.at(-1) ?? told);
  const standard = meant === null ? null : standardOf(meant);
  const problem = problemOf(version, told, namespace, homes);
  return { standard, told: told ?? (version === undefined ? meant : null), problem };
}

function problemOf(
  version: string | undefined,
  told: Version | null,
  namespace: string,
  homes: readonly Version[],
): Chosen['problem'] {
  if (version === undefined) return { code: 'version-missing', values: { expected: homes.join(', ') } };
  if (told === null) return { code: 'version-unknown', values: { version } };
  if (homes.includes(told) || (namespace === XLIFF_22 && told !== '1.2')) return null;
  return { code: 'version-namespace', values: { version, namespace } };
}

function versionOf(text: string | undefined): Version | null {
  return text !== undefined && VERSIONS.includes(text) ? (text as Version) : null;
}

// The schema of 2.2 lets a file say 2.0 or 2.1, but its clauses are those of its namespace.
function versionsOf(namespace: string): readonly Version[] {
  if (namespace === XLIFF_12) return ['1.2'];
  if (namespace === XLIFF_20) return ['2.0', '2.1'];
  return namespace === XLIFF_22 ? ['2.2'] : [];
}

function standardOf(version: Version): Standard | null {
  if (version === '1.2') return V12;
  return {
    version,
    namespace: version === '2.2' ? XLIFF_22 : XLIFF_20,
    elements: version === '2.2' ? CORE_22 : CORE_20,
    modules: MODULES,
    rules: RULES,
    clause: clauseIn(version),
  };
}
