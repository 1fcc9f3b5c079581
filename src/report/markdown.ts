import type { CheckRun, MatrixCell, ReportedFinding, ReportWords } from './input.ts';
import { bySeverity, countSeverities, GRAVEST, gather, placeKey } from './lists.ts';
import { byteLength, code, foreign, markdown, table } from './markdown-text.ts';
import { PARTS, shareOf, totalsOf } from './progress.ts';
import { spanIn } from './texts.ts';

/** A step's summary may be 1 MiB long; what is left is for what counts the rest. In bytes. */
const SUMMARY_LIMIT = 1_000_000;
/** Texts are shown up to here, in UTF-16 units. */
const EXCERPT = 240;
const TEXT_COLUMNS = ['finding', 'source', 'translation', 'place'] as const;

/**
 * A run of the checks as a summary in Markdown, for the page of a job: how far each language is, and the findings,
 * the gravest first, as long as GitHub takes it.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary
 */
export function markdownSummary(run: CheckRun, report: ReportWords, limit: number = SUMMARY_LIMIT): string {
  const { words } = report;
  let out = head(run, report);
  let left = limit - byteLength(out) - 500;
  let shown = 0;
  if (run.findings.length > 0) {
    const titles = ['severity', 'language', ...TEXT_COLUMNS].map((key) => words(`report.column.${key}`));
    const start = `## ${markdown(words('report.findings'))}\n\n${table(titles.map(markdown), [])}`;
    left -= byteLength(start);
    if (left > 0) out += start;
    for (const finding of bySeverity(run.findings)) {
      const severity = markdown(words(`severity.${finding.severity}`));
      const row = `| ${[severity, placeOf(run, finding, report), ...cellsOf(run, finding, report)].join(' | ')} |\n`;
      left -= byteLength(row);
      if (left < 0) break;
      out += row;
      shown += 1;
    }
  }
  const count = run.findings.length - shown;
  return count === 0 ? out : `${out}\n${markdown(words('report.left-out', { count }))}\n`;
}

/** A run of the checks in Markdown, whole: how far each language is with each document, and every finding. */
export function markdownReport(run: CheckRun, report: ReportWords): string {
  const documents = gather(run.matrix, ({ document }) => document);
  const each =
    documents.size < 2
      ? []
      : [...documents].map(([document, cells]) => {
          return `### ${code(document)}\n\n${progressTable(cells, report)}\n`;
        });
  const findings =
    run.findings.length === 0
      ? []
      : GRAVEST.flatMap((severity) => {
          const own = run.findings.filter((finding) => finding.severity === severity);
          if (own.length === 0) return [];
          const heading = `## ${markdown(report.words(`report.heading.${severity}`, { count: own.length }))}\n\n`;
          return [heading, ...placesText(run, own, report)];
        });
  return [head(run, report), ...each, ...findings].join('');
}

function head(run: CheckRun, report: ReportWords): string {
  const { words } = report;
  const { error, warning, info } = countSeverities(run.findings);
  const total =
    run.findings.length === 0
      ? words('report.clean')
      : words('report.total', { errors: error, warnings: warning, infos: info });
  const waived = run.waived === 0 ? '' : ` ${markdown(words('report.waived', { count: run.waived }))}`;
  const title = `# ${markdown(words('report.title'))}\n\n**${markdown(total)}**${waived}\n\n`;
  if (run.matrix.length === 0) return title;
  return `${title}## ${markdown(words('report.progress'))}\n\n${progressTable(run.matrix, report)}\n`;
}

/** A row a language, its documents taken together. */
function progressTable(matrix: readonly MatrixCell[], { words, number, language }: ReportWords): string {
  const counts = ['segments', ...PARTS, 'errors', 'warnings', 'infos'] as const;
  const titles = ['language', 'ready', ...counts].map((key) => markdown(words(`report.column.${key}`)));
  const rows = [...gather(matrix, ({ locale }) => locale)].map(([locale, cells]) => {
    const totals = totalsOf(cells);
    const share = words('report.share', { share: shareOf(totals.ready, totals.segments) });
    return [
      `${markdown(language(locale))} ${code(locale)}`,
      markdown(share),
      ...counts.map((key) => markdown(totals[key] === 0 ? '' : number(totals[key]))),
    ];
  });
  return table(titles, rows, 1);
}

function placesText(run: CheckRun, findings: readonly ReportedFinding[], report: ReportWords): string[] {
  const titles = TEXT_COLUMNS.map((key) => markdown(report.words(`report.column.${key}`)));
  const places = gather(findings, ({ document, locale }) => placeKey(document, locale));
  return [...places.values()].map((own) => {
    const [first] = own;
    if (!first) return '';
    const document = first.document === '' ? '' : ` ${code(first.document)}`;
    const rows = own.map((finding) => cellsOf(run, finding, report));
    return `### ${placeOf(run, first, report)}${document}\n\n${table(titles, rows)}\n`;
  });
}

/** The language that a finding is about; of a source, that it is one. */
function placeOf(
  { sourceLocale }: CheckRun,
  { document, locale }: ReportedFinding,
  report: ReportWords,
): string {
  if (locale !== null) return `${markdown(report.language(locale))} ${code(locale)}`;
  if (document === '') return markdown(report.words('report.project'));
  return markdown(report.words('report.source', { language: report.language(sourceLocale) }));
}

function cellsOf(
  { sourceLocale }: CheckRun,
  finding: ReportedFinding,
  { words }: ReportWords,
): readonly string[] {
  const { rule, message, title, locale, segment, file, line, excerpt } = finding;
  const { source, target } = excerpt;
  const draft = finding.draft ? ` (${markdown(words('note.machineDraft'))})` : '';
  const name = title === undefined ? code(rule) : `${markdown(title)} ${code(rule)}`;
  const place = [`${file}${line === null ? '' : `:${line}`}`, ...(segment === null ? [] : [segment])];
  return [
    `${markdown(message)} (${name})`,
    source === null ? '' : foreign(source, sourceLocale, spanIn(finding, 'source'), EXCERPT),
    target === null
      ? ''
      : foreign(target, locale ?? sourceLocale, spanIn(finding, 'target'), EXCERPT) + draft,
    place.map(code).join('<br>'),
  ];
}
