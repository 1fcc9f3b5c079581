import type { Words } from '../i18n/words.ts';
import { type Finding, SEVERITIES, type Severity } from '../model/finding.ts';
import { checkDocument, openDocument } from '../pipeline.ts';
import { openProject } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import { formatTable } from './columns.ts';
import { selectable } from './problem.ts';
import { readCurrent, readTargets } from './store.ts';

/** `hexapla check`: what is missing or unsafe; fails where something of the asked severity is found. */
export function run(call: Call): Outcome {
  const project = openProject(call.root);
  const { config } = project;
  const findings = project.documents.flatMap((document) => {
    const { bytes, source } = readCurrent(project, document);
    const open = openDocument({ document: document.path, bytes, catalogue: source, settings: config });
    const targets = readTargets(project, document, config.targetLocales);
    return checkDocument({ open, targets, settings: config });
  });
  const least = SEVERITIES.indexOf((call.text('fail-on') ?? 'error') as Severity);
  const worded = findings.map((finding) => ({ ...finding, message: describeFinding(finding, call.words) }));
  const data = { version: 1, findings: worded };
  const { columns } = call.terminal;
  return {
    exit: findings.some(({ severity }) => SEVERITIES.indexOf(severity) >= least) ? 1 : 0,
    data,
    text: () => {
      if (call.text('format') === 'json') return `${JSON.stringify(data)}\n`;
      const counts = { documents: project.documents.length, locales: config.targetLocales.length };
      if (worded.length === 0) return `${call.words('cli.check.clean', counts)}\n`;
      return `${findingsTable(worded, call.words, columns)}\n${summaryTable(worded, call.words, columns)}`;
    },
  };
}

/** A finding in words. */
function describeFinding({ rule, values }: Finding, words: Words): string {
  return words(`finding.${rule}`, selectable(values));
}

type Worded = Finding & { readonly message: string };

/** How many segments are named in a line; the rest is counted. */
const NAMED = 3;

/** One line for what is found alike in a locale of a document. */
function findingsTable(findings: readonly Worded[], words: Words, limit: number | null): string {
  const lines = new Map<string, { cells: string[]; segments: string[]; message: string }>();
  for (const { severity, document, locale, segment, message } of findings) {
    const cells = [words(`severity.${severity}`), document, locale ?? ''];
    const key = JSON.stringify([cells, message]);
    const line = lines.get(key) ?? { cells, segments: [], message };
    lines.set(key, line);
    if (segment !== null) line.segments.push(segment);
  }
  const titles = ['severity', 'document', 'locale', 'segment', 'finding'].map((key) => ({
    title: words(`cli.column.${key}`),
  }));
  const rows = [...lines.values()].map(({ cells, segments, message }) => {
    const rest = segments.length - NAMED;
    return [...cells, segments.slice(0, NAMED).join(' ') + (rest > 0 ? ` +${rest}` : ''), message];
  });
  return formatTable(titles, rows, limit);
}

/** How many findings there are in each locale of each document. */
function summaryTable(findings: readonly Worded[], words: Words, limit: number | null): string {
  const counts = new Map<string, { cells: string[]; of: Record<Severity, number> }>();
  const total: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { document, locale, severity } of findings) {
    const key = JSON.stringify([document, locale]);
    const row = counts.get(key) ?? { cells: [document, locale ?? ''], of: { error: 0, warning: 0, info: 0 } };
    counts.set(key, row);
    row.of[severity]++;
    total[severity]++;
  }
  const severities = [...SEVERITIES].reverse();
  const rows = [...counts.values()].map(({ cells, of }) => [
    ...cells,
    ...severities.map((key) => String(of[key])),
  ]);
  const left = ['document', 'locale'].map((key) => ({ title: words(`cli.column.${key}`) }));
  const right = severities.map((key) => ({ title: words(`cli.column.${key}`), right: true }));
  const values = { errors: total.error, warnings: total.warning, infos: total.info };
  return `${formatTable([...left, ...right], rows, limit)}${words('cli.check.total', values)}\n`;
}
