import { baselinePath, readBaseline, writeBaseline } from '../project/baseline.ts';
import { makeBaseline, withoutBaseline } from '../report/baseline.ts';
import type { Call } from './call.ts';
import type { CheckScope } from './check-run.ts';
import type { ToldFinding } from './check-told.ts';

/** Findings that are new since a baseline was made, and how many are in it. */
export interface Baselined {
  readonly fresh: readonly ToldFinding[];
  readonly known: number;
  /** The baseline's file, where everything went into it. */
  readonly written: string | null;
}

/**
 * Leaves out what the baseline has: the file that was named, else that of the project where there is one. With
 * `--write-baseline` everything that is found goes into it, and nothing is new.
 */
export function baselined(call: Call, { project }: CheckScope, findings: readonly ToldFinding[]): Baselined {
  const { root, config } = project;
  const path = call.text('baseline') ?? baselinePath(config);
  if (call.flag('write-baseline')) {
    writeBaseline(root, path, makeBaseline(findings));
    return { fresh: [], known: findings.length, written: path };
  }
  const baseline = readBaseline(root, path, call.text('baseline') !== null);
  if (baseline === null) return { fresh: findings, known: 0, written: null };
  const { fresh, known } = withoutBaseline(findings, baseline);
  return { fresh, known: known.length, written: null };
}
