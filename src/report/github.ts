import type { Severity } from '../model/finding.ts';
import type { CheckRun, ReportedFinding, ReportWords } from './input.ts';
import { GRAVEST, repositoryPath } from './lists.ts';

/** As many annotations of each kind as GitHub shows of one step. */
const MOST = 10;

const COMMANDS: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

/**
 * The findings as commands that GitHub turns into annotations, the gravest first; where there are more than it shows, a
 * notice counts the rest.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function githubAnnotations(run: CheckRun, { words }: ReportWords): string {
  const of = (severity: Severity): readonly ReportedFinding[] =>
    run.findings.filter((finding) => finding.severity === severity);
  const isCut = GRAVEST.some((severity) => of(severity).length > MOST);
  const shown = GRAVEST.flatMap((severity) => {
    // The notice that counts the rest is one too.
    const most = isCut && severity === 'info' ? MOST - 1 : MOST;
    return of(severity).slice(0, most);
  });
  const lines = shown.map((finding) => annotation(run, finding));
  const count = run.findings.length - shown.length;
  if (count > 0) lines.push(command('notice', { title: 'Hexapla' }, words('report.left-out', { count })));
  return lines.map((line) => `${line}\n`).join('');
}

function annotation(run: CheckRun, finding: ReportedFinding): string {
  const { severity, rule, title = rule, locale, segment, message, line, column } = finding;
  const place = {
    file: repositoryPath(run, finding),
    ...(line !== null && { line, ...(column !== undefined && { col: column }) }),
    title: locale === null ? title : `${title} (${locale})`,
  };
  return command(COMMANDS[severity], place, segment === null ? message : `${message} [${segment}]`);
}

function command(
  name: string,
  properties: Readonly<Record<string, string | number>>,
  message: string,
): string {
  const list = Object.entries(properties)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeData(message)}`;
}

// As the toolkit of GitHub's actions writes commands; other line breaks than these do not end one.
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
