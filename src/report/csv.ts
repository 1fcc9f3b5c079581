import type { CheckRun, ReportedFinding } from './input.ts';
import { bySeverity } from './lists.ts';

const COLUMNS = [
  'severity',
  'rule',
  'locale',
  'document',
  'segment',
  'message',
  'source',
  'target',
  'draft',
  'file',
  'line',
] as const;
// What a spreadsheet takes for a formula, also behind white space and in full width, or for its own line break.
// https://owasp.org/www-community/attacks/CSV_Injection
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;
// Spreadsheets tell UTF-8 by it.
const MARK = '\uFEFF';

/**
 * The findings as a table in CSV (RFC 4180), the gravest first. What a spreadsheet would run as a formula has a `'`
 * before it.
 */
export function csv({ findings }: CheckRun): string {
  const rows = [COLUMNS, ...bySeverity(findings).map(rowOf)];
  return MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function rowOf(finding: ReportedFinding): readonly string[] {
  const { severity, rule, locale, document, segment, message, excerpt, file, line } = finding;
  const texts = [message, excerpt.source ?? '', excerpt.target ?? '', finding.draft ? 'machine' : ''];
  return [severity, rule, locale ?? '', document, segment ?? '', ...texts, file, String(line ?? '')];
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
