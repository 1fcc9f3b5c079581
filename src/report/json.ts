import { fingerprints } from './fingerprint.ts';
import type { CheckRun, ReportedFinding } from './input.ts';
import { countSeverities } from './lists.ts';

/** The name of the form that `checkJson` has, and `checkSchema` describes. */
export const CHECK_FORMAT = 'hexapla.check/1';

/** A run of the checks as plain data, in the form `hexapla.check/1`. */
export interface CheckData {
  readonly version: 1;
  readonly format: typeof CHECK_FORMAT;
  readonly tool: { readonly name: 'Hexapla'; readonly version: string };
  readonly language: string;
  readonly sourceLocale: string;
  readonly documents: readonly string[];
  readonly locales: readonly string[];
  readonly counts: {
    readonly errors: number;
    readonly warnings: number;
    readonly infos: number;
    readonly waived: number;
  };
  readonly matrix: CheckRun['matrix'];
  readonly findings: readonly (Omit<ReportedFinding, 'excerpt'> & {
    readonly source: string | null;
    readonly target: string | null;
    readonly fingerprint: string;
  })[];
}

/** A run of the checks as plain data. Everything else that is reported can be told from it. */
export function checkData(run: CheckRun): CheckData {
  const { version, language, sourceLocale, documents, locales, matrix, findings, waived } = run;
  const { error, warning, info } = countSeverities(findings);
  const names = fingerprints(findings);
  return {
    version: 1,
    format: CHECK_FORMAT,
    tool: { name: 'Hexapla', version },
    language,
    sourceLocale,
    documents,
    locales,
    counts: { errors: error, warnings: warning, infos: info, waived },
    matrix,
    findings: findings.map((finding, index) => {
      const { rule, severity, locale, document, segment, values, message, title, excerpt } = finding;
      return {
        ...{ rule, severity, locale, document, segment, values, message },
        ...(title !== undefined && { title }),
        file: finding.file,
        line: finding.line,
        ...(finding.column !== undefined && { column: finding.column }),
        ...(finding.at && { at: finding.at }),
        ...(finding.fix && { fix: finding.fix }),
        source: excerpt.source,
        target: excerpt.target,
        ...(finding.draft && { draft: true }),
        fingerprint: names[index] ?? '',
      };
    }),
  };
}

/** The same as text, a finding a line: the same run gives the same bytes. */
export function checkJson(run: CheckRun): string {
  const { matrix, findings, ...head } = checkData(run);
  const facts = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`,
  );
  return `{\n${facts.join('')}  "matrix": ${listText(matrix)},\n  "findings": ${listText(findings)}\n}\n`;
}

function listText(items: readonly unknown[]): string {
  if (items.length === 0) return '[]';
  return `[\n${items.map((item) => `    ${JSON.stringify(item)}`).join(',\n')}\n  ]`;
}
