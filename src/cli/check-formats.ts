import { dirname, relative, resolve, sep } from 'node:path';
import { HexaplaError } from '../model/error.ts';
import type { Severity } from '../model/finding.ts';
import { hasFile, replaceFile } from '../project/files.ts';
import { joinPath } from '../project/layout.ts';
import { pathFrom } from '../project/place.ts';
import type { Project } from '../project/project.ts';
import { badgeJson, badgeOf, badgeSvg } from '../report/badge.ts';
import { checkstyle } from '../report/checkstyle.ts';
import { csv } from '../report/csv.ts';
import { githubAnnotations } from '../report/github.ts';
import { gitlabCodeQuality } from '../report/gitlab.ts';
import { htmlReport } from '../report/html-report.ts';
import type { CheckRun, LinkOf, ReportWords } from '../report/input.ts';
import { checkJson } from '../report/json.ts';
import { junit } from '../report/junit.ts';
import { markdownReport, markdownSummary } from '../report/markdown.ts';
import { sarif } from '../report/sarif.ts';
import type { Call } from './call.ts';
import { CHECK_FORMATS } from './command-parts.ts';

/** A run of the checks in one of the formats for programs and pages; null for `text`, which the terminal's width shapes. */
export function formatRun(
  call: Call,
  run: CheckRun,
  { format, path }: Report,
  project: Project,
): string | null {
  const report: ReportWords = call;
  const [locale = null] = run.locales.length === 1 ? run.locales : [];
  const badge = () => badgeOf(run, report, { kind: 'ready', locale });
  switch (format) {
    case 'json':
      return checkJson(run);
    case 'sarif':
      return sarif(run, report);
    case 'junit':
      return junit(run, (call.text('fail-on') ?? 'error') as Severity);
    case 'github':
      return githubAnnotations(run, report);
    case 'summary':
      return markdownSummary(run, report);
    case 'gitlab':
      return gitlabCodeQuality(run);
    case 'checkstyle':
      return checkstyle(run);
    case 'csv':
      return csv(run);
    case 'markdown':
      return markdownReport(run, report);
    case 'html':
      return htmlReport(run, report, path === null ? null : linksFrom(project, path));
    case 'badge':
      return badgeSvg(badge());
    case 'badge-json':
      return badgeJson(badge());
    default:
      return null;
  }
}

/** A report: its format, and its file (from the project's root on); null for standard output. */
export interface Report {
  readonly format: string;
  readonly path: string | null;
}

/** Where a segment is in the parallel edition that `build` wrote, as a link from a report. */
function linksFrom({ root, config, documents }: Project, path: string): LinkOf {
  const folder = dirname(resolve(root, path));
  const pages = new Map(
    documents.flatMap(({ path: document, name }): (readonly [string, string])[] => {
      const page = joinPath(config.editions, `parallel/${name}.html`);
      return hasFile(root, page) ? [[document, relative(folder, resolve(root, page))]] : [];
    }),
  );
  return (document, segment) => {
    const page = pages.get(document);
    return page === undefined ? null : `${page.split(sep).map(encodeURIComponent).join('/')}#${segment}`;
  };
}

/** The reports that `--also FORMAT=FILE` asks for. Throws `bad-option-value`. */
export function alsoAsked(call: Call): readonly Report[] {
  return call.list('also').map((value) => {
    const at = value.indexOf('=');
    const [format, path] = [value.slice(0, Math.max(0, at)), value.slice(at + 1)];
    const allowed = CHECK_FORMATS.filter((one) => one !== 'text').map((one) => `${one}=FILE`);
    if (path === '' || format === 'text' || !CHECK_FORMATS.includes(format)) {
      throw new HexaplaError('bad-option-value', { option: '--also', value, allowed });
    }
    return { format, path: pathFrom(call.root, resolve(call.folder, path)) };
  });
}

/** Writes the reports that go into files. */
export function writeReports(call: Call, project: Project, run: CheckRun, also: readonly Report[]): void {
  for (const report of also) {
    if (report.path !== null)
      replaceFile(call.root, report.path, formatRun(call, run, report, project) ?? '');
  }
}
