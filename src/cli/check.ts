import { HexaplaError } from '../model/error.ts';
import { type Finding, SEVERITIES, type Severity } from '../model/finding.ts';
import { replaceFile } from '../project/files.ts';
import { chooseDocuments, chooseLocales, openProject, type Project } from '../project/project.ts';
import { checkData } from '../report/json.ts';
import type { Call, Outcome } from './call.ts';
import { type Baselined, baselined } from './check-baseline.ts';
import { explainRule } from './check-explain.ts';
import { fixFindings } from './check-fix.ts';
import { alsoAsked, formatRun, writeReports } from './check-formats.ts';
import { reportedRun } from './check-report.ts';
import { runOnReturns, splitArguments } from './check-returns.ts';
import { ruleNamed } from './check-rule.ts';
import { type CheckScope, runChecks } from './check-run.ts';
import { checkText } from './check-text.ts';
import { sidesOf } from './check-texts.ts';
import { timingData, timingText } from './check-timing.ts';
import { withoutWaived } from './check-waived.ts';
import { nextLines } from './next.ts';

/** `hexapla check`: completeness and quality; fails where something of the asked severity is found. */
export async function run(call: Call): Promise<Outcome> {
  const explained = call.text('explain');
  if (explained !== null) return explainRule(call, ruleNamed(explained, '--explain'));
  const project = openProject(call.root);
  const { documents, returns } = splitArguments(project, call.args);
  const scope = scopeOf(call, project, documents);
  if (call.flag('fix')) return fixFindings(call, scope);
  const also = alsoAsked(call);
  const asked = { format: call.text('format') ?? 'text', path: call.text('out') };
  const most = mostWarnings(call);
  const ran = returns.length > 0 ? await runOnReturns(call, scope, returns) : await runChecks(call, scope);
  const sides = sidesOf(project);
  // What a returned file would bring is not what waivers and the baseline are about.
  const waived = withoutWaived(scope, returns.length > 0 ? [] : ran.findings, sides);
  const left = returns.length > 0 ? ran.findings : waived.findings;
  const known = returns.length > 0 ? { fresh: left, known: 0, written: null } : baselined(call, scope, left);
  const report = reportedRun(call, { scope, ran, findings: known.fresh, waived: waived.waived, sides });
  writeReports(call, project, report, also);
  return {
    exit: fails(call, known.fresh, most) ? 1 : 0,
    data: { ...checkData(report), ...(scope.timed && { timing: timingData(ran) }) },
    text: () =>
      told(call, formatRun(call, report, asked, project), () => {
        const counts = { documents: report.documents.length, locales: report.locales.length };
        const clean = `${call.words('cli.check.clean', counts)}\n${nextLines(call, ['build'])}`;
        const found = report.findings.length > 0 ? checkText(call, report.findings) : clean;
        const timing = scope.timed ? `\n${timingText(call, ran)}` : '';
        return found + countsText(call, known, report.waived) + timing;
      }),
  };
}

/** A report on standard output, or in the file that was asked for. */
function told(call: Call, formatted: string | null, text: () => string): string {
  const out = call.text('out');
  const whole = formatted ?? text();
  if (out === null) return whole;
  replaceFile(call.root, out, whole);
  return `${call.words('cli.check.reported', { path: out })}\n`;
}

/** How many findings are let stand, known from before or now known. */
function countsText({ words }: Call, { known, written }: Baselined, waived: number): string {
  const lines = [
    ...(waived > 0 ? [words('cli.check.waived', { count: waived })] : []),
    ...(written !== null ? [words('cli.check.baselined', { count: known, path: written })] : []),
    ...(written === null && known > 0 ? [words('cli.check.known', { count: known })] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** What is asked for. Throws `document-unknown`, `locale-unknown`, `bad-option-value`. */
function scopeOf(call: Call, project: Project, documents: readonly string[]): CheckScope {
  const rules = call.list('rule');
  return {
    project,
    documents: chooseDocuments(project, documents),
    locales: chooseLocales(project.config, call.list('locale')),
    only: rules.length > 0 ? rules.map((id) => ruleNamed(id, '--rule')) : null,
    stage: call.flag('draft') ? 'draft' : project.config.checks.stage,
    timed: call.flag('timing'),
  };
}

/** How many warnings may be there; null for any number. Throws `bad-option-value`. */
function mostWarnings(call: Call): number | null {
  const value = call.text('max-warnings');
  if (value === null) return null;
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new HexaplaError('bad-option-value', { option: '--max-warnings', value, allowed: ['0', '10'] });
}

/** Whether a finding is as grave as asked, or there are more warnings than may be. */
function fails(call: Call, findings: readonly Finding[], most: number | null): boolean {
  const least = SEVERITIES.indexOf((call.text('fail-on') ?? 'error') as Severity);
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const tooMany = most !== null && warnings > most;
  return tooMany || findings.some(({ severity }) => SEVERITIES.indexOf(severity) >= least);
}
