import type { Severity } from '../model/finding.ts';
import { fingerprints } from './fingerprint.ts';
import type { CheckRun } from './input.ts';
import { repositoryPath } from './lists.ts';

const SEVERITY: Readonly<Record<Severity, 'critical' | 'major' | 'info'>> = {
  error: 'critical',
  warning: 'major',
  info: 'info',
};

/** The findings as GitLab's code quality report. https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export function gitlabCodeQuality(run: CheckRun): string {
  const names = fingerprints(run.findings);
  const issues = run.findings.map((finding, index) => {
    const { rule, severity, locale, segment, message, line } = finding;
    const place = [...(locale === null ? [] : [locale]), ...(segment === null ? [] : [segment])];
    return {
      description: place.length === 0 ? message : `${message} (${place.join(', ')})`,
      check_name: rule,
      fingerprint: names[index] ?? '',
      severity: SEVERITY[severity],
      location: { path: repositoryPath(run, finding), lines: { begin: line ?? 1 } },
    };
  });
  const lines = issues.map((issue) => `  ${JSON.stringify(issue)}`);
  return lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`;
}
