import type { Validation } from './problem.ts';
import { Report } from './report.ts';
import type { Rule } from './rule.ts';
import { Scan } from './scan.ts';
import type { Standard } from './spec.ts';
import { standardFor } from './standards.ts';
import { structureOf } from './structure.ts';
import { clauseIn } from './v2/clauses.ts';

/** Takes the pieces of a file and tells at the end what breaks the standard. */
export interface Validator {
  write(text: string): void;
  /** After an error, what was found before it. */
  end(): Validation;
}

/**
 * Validates XLIFF 1.2, 2.0, 2.1 or 2.2 with its modules, piece by piece, in memory bounded by the largest unit and by
 * 16 bytes an id. Errors: those of `XmlFeed` for a file that is not well-formed, with the place in `file`. Linear in
 * the length of the file.
 */
export function validateXliff(file: string): Validator {
  let version: string | null = null;
  let rules: readonly Rule[] = [];
  const scan = new Scan(file, (root, local, namespace, names) => {
    const { standard, told, problem } = standardFor(local, namespace, root);
    version = told;
    rules = standard === null ? [] : rulesOf(standard);
    const report = new Report(standard?.version ?? '2.1', root, standard?.clause ?? clauseIn('2.1'));
    if (problem !== null) report.report(root, problem.code, '#xliff', problem.values);
    if (standard !== null) names.settle(standard, namespace ?? '');
    return { structure: standard === null ? null : structureOf(standard, rules), report };
  });
  let ended = false;
  // After an error there is nothing more to be read.
  const reading = (read: () => void): void => {
    const before = ended;
    ended = true;
    if (before) return;
    read();
    ended = false;
  };
  return {
    write: (text) => reading(() => scan.feed.write(text)),
    end: () => {
      reading(() => scan.feed.end());
      ended = true;
      const report = scan.setting?.report;
      if (report === undefined) return { version, problems: [], total: 0 };
      for (const rule of rules) rule.end?.(report);
      const problems = report.finish();
      return { version, problems, total: report.total };
    },
  };
}

function rulesOf(standard: Standard): Rule[] {
  const modules = standard.modules.filter((module) => module.namespaces[standard.version] !== undefined);
  return [standard, ...modules].flatMap(({ rules }) => rules.map((create) => create()));
}
