import type { CheckRun, ReportedFinding } from './input.ts';
import { gather, repositoryPath } from './lists.ts';
import { element, XML_HEAD } from './xml.ts';

/** The findings as Checkstyle's XML, a `file` for each file that is to be edited. */
export function checkstyle(run: CheckRun): string {
  const files = gather(run.findings, (finding) => repositoryPath(run, finding));
  const content = [...files].map(([name, findings]) => {
    const errors = findings.map((finding) => `    ${errorOf(finding)}\n`).join('');
    return `  ${element('file', { name }, `\n${errors}  `)}\n`;
  });
  return `${XML_HEAD}${element('checkstyle', { version: '10.0' }, `\n${content.join('')}`)}\n`;
}

function errorOf({ rule, severity, segment, message, line, column }: ReportedFinding): string {
  return element('error', {
    line: line ?? 1,
    column: line === null ? undefined : column,
    severity,
    message: segment === null ? message : `${message} (${segment})`,
    source: `hexapla.${rule}`,
  });
}
