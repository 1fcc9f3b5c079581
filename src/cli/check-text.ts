import { SEVERITIES, type Severity } from '../model/finding.ts';
import type { RuleId } from '../model/rules.ts';
import type { ReportedFinding } from '../report/input.ts';
import type { Call } from './call.ts';
import type { Tone } from './colours.ts';
import { type Cell, formatTable, layTable } from './columns.ts';
import { forTerminal, isolated, shorten, widthOf } from './width.ts';
import { wrapText } from './wrap.ts';

/** A finding in words, with its texts. */
type Worded = ReportedFinding;

/** The gravest first. */
const GRAVEST: readonly Severity[] = [...SEVERITIES].reverse();

const TONES: Readonly<Record<Severity, Tone>> = { error: 'error', warning: 'warning', info: 'note' };

/** What was found, and how much of it in each locale of each document. */
export function checkText(call: Call, findings: readonly Worded[]): string {
  const { columns } = call.terminal;
  const list =
    columns === null ? findingsForFile(call, findings) : findingsForTerminal(call, findings, columns);
  return `${list}\n${summaryTable(call, findings, columns)}`;
}

/** Where results go to a file or another program: a line for each finding, nothing left out. */
function findingsForFile({ words }: Call, findings: readonly Worded[]): string {
  const titles = ['severity', 'rule', 'document', 'locale', 'segment', 'finding', 'text'].map((key) => ({
    title: words(`cli.column.${key}`),
  }));
  const rows = bySeverity(findings).map(({ severity, rule, document, locale, segment, message, excerpt }) => [
    words(`severity.${severity}`),
    rule,
    document,
    locale ?? '',
    segment ?? '',
    message,
    (NOT_IN_THE_TEXT.has(rule) ? null : excerpt.target) ?? excerpt.source ?? '',
  ]);
  return formatTable(titles, rows, null);
}

/** What one rule says alike of the same segments of a document, and the locales in which it does. */
interface Group {
  readonly severity: Severity;
  readonly document: string;
  readonly locales: readonly string[];
  readonly rule: string;
  readonly message: string;
  readonly segments: readonly Shown[];
}

interface Shown {
  readonly id: string;
  readonly source: string;
  /** Null where the source says more: nothing is wrong with the target, or the same is said of several languages. */
  readonly target: string | null;
}

/** What is wrong is not in the target's text. */
const NOT_IN_THE_TEXT: ReadonlySet<RuleId> = new Set([
  ...(['missing', 'lost-translation', 'stale', 'stale-meaning', 'unreviewed'] as const),
  ...(['machine-drafts', 'self-approved'] as const),
]);

/** How many segments of a group are shown; the rest is counted. */
const SHOWN = 3;

/** By severity, then document and locale: what is found, and the first segments that it is found in. */
function findingsForTerminal(call: Call, findings: readonly Worded[], width: number): string {
  const groups = groupsOf(bySeverity(findings));
  const lines = groups.flatMap((group, i) => {
    const before = groups[i - 1];
    const begins = before?.severity !== group.severity;
    const moves = begins || placeKey(before) !== placeKey(group);
    return [
      ...(begins ? [...(i > 0 ? [''] : []), headingOf(call, findings, group.severity)] : []),
      ...(moves ? ['', ...placeOf(call, group, width)] : []),
      ...groupLines(call, group, width),
    ];
  });
  return lines.map((line) => `${line}\n`).join('');
}

/** The gravest first, and among them those that say that a meaning changed; otherwise as they were found. */
function bySeverity(findings: readonly Worded[]): readonly Worded[] {
  const rank = ({ severity, values }: Worded): number =>
    GRAVEST.indexOf(severity) * 2 + (values['reason'] === 'meaning' ? 0 : 1);
  const ranks = new Map(findings.map((finding) => [finding, rank(finding)]));
  return [...findings].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
}

function groupsOf(findings: readonly Worded[]): readonly Group[] {
  const alike = gather(findings, ({ severity, document, locale, message }) => [
    severity,
    document,
    locale,
    message,
  ]);
  const idsOf = (own: readonly Worded[]): string[] =>
    own.flatMap(({ segment }) => (segment === null ? [] : [segment]));
  const same = gather(alike, ([first, ...rest]) => [
    first?.severity,
    first?.document,
    first?.message,
    idsOf(first ? [first, ...rest] : []),
  ]);
  const groups = same.flatMap((lists): Group[] => {
    const [first] = lists[0] ?? [];
    if (!first) return [];
    const locales = lists.flatMap(([one]) => (one && one.locale !== null ? [one.locale] : []));
    return [{ ...first, locales, segments: shownOf(lists[0] ?? [], locales.length > 1) }];
  });
  return gather(groups, ({ severity, document, locales }) => [severity, document, locales]).flat();
}

function shownOf(findings: readonly Worded[], several: boolean): Shown[] {
  return findings.flatMap(({ rule, segment, excerpt }) => {
    if (segment === null) return [];
    const target = several || NOT_IN_THE_TEXT.has(rule) ? null : excerpt.target;
    return [{ id: segment, source: excerpt.source ?? '', target }];
  });
}

/** What has the same key together, in the order in which the keys are first seen. */
function gather<T>(all: readonly T[], keyOf: (one: T) => unknown): T[][] {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const key = JSON.stringify(keyOf(one));
    const own = found.get(key) ?? [];
    if (own.length === 0) found.set(key, own);
    own.push(one);
  }
  return [...found.values()];
}

function placeKey(group: Group | undefined): string {
  return JSON.stringify([group?.document, group?.locales]);
}

function headingOf({ words, paint }: Call, findings: readonly Worded[], severity: Severity): string {
  const count = findings.filter((finding) => finding.severity === severity).length;
  return paint(TONES[severity], words(`cli.check.heading.${severity}`, { count }));
}

function placeOf(call: Call, { document, locales }: Group, width: number): string[] {
  const { words, language, paint } = call;
  const languages = locales.map((locale) =>
    words('cli.check.language', { locale, language: language(locale) }),
  );
  const text = forTerminal(words('cli.check.place', { document: document || 'none', languages }));
  return wrapText(text, width).map((line) => paint('strong', isolated(line)));
}

const INDENT = '  ';
const DEEPER = '    ';
/** The least room for a text beside its id, in columns. */
const LEAST_TEXT = 16;

function groupLines(
  { words, paint }: Call,
  { severity, rule, message, segments }: Group,
  width: number,
): string[] {
  const counted = forTerminal(words('cli.check.segments', { message, count: segments.length })).trim();
  const said = `${counted} [${rule}]`;
  const tone = TONES[severity];
  const [first = '', ...rest] = wrapText(said, width - DEEPER.length);
  const mark = `${INDENT}${paint(tone, '-')} `;
  const more = segments.length - SHOWN;
  return [
    mark + isolated(first),
    ...rest.map((line) => DEEPER + isolated(line)),
    ...segments.slice(0, SHOWN).map(({ id, source, target }) => {
      const room = width - DEEPER.length - widthOf(id) - INDENT.length;
      const text = room < LEAST_TEXT ? '' : shorten(forTerminal(target ?? source), room);
      return `${DEEPER}${paint('note', id)}${text === '' ? '' : `${INDENT}${isolated(text)}`}`;
    }),
    ...(more > 0 ? [DEEPER + paint('quiet', words('cli.check.more', { count: more }))] : []),
  ];
}

interface Count {
  readonly document: string;
  readonly locale: string;
  readonly of: Readonly<Record<Severity, number>>;
}

/** How many findings there are in each locale of each document, and in all. */
function summaryTable(call: Call, findings: readonly Worded[], limit: number | null): string {
  const counts = gather(findings, ({ document, locale }) => [document, locale]).map(
    (own): Count => ({
      document: own[0]?.document ?? '',
      locale: own[0]?.locale ?? '',
      of: severitiesOf(own),
    }),
  );
  const { error, warning, info } = severitiesOf(findings);
  const total = call.words('cli.check.total', { errors: error, warnings: warning, infos: info });
  const worst: Tone = error > 0 ? 'error' : warning > 0 ? 'warning' : 'note';
  const table = limit === null ? countsForFile(call, counts) : countsForTerminal(call, counts, limit);
  const { columns } = call.terminal;
  const lines = columns === null ? [total] : wrapText(total, columns);
  return `${table}${lines.map((line) => `${call.paint(worst, line)}\n`).join('')}`;
}

function severitiesOf(findings: readonly Worded[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

function countsForFile({ words }: Call, counts: readonly Count[]): string {
  const left = ['document', 'locale'].map((key) => ({ title: words(`cli.column.${key}`) }));
  const right = GRAVEST.map((key) => ({ title: words(`cli.column.${key}`), right: true }));
  const rows = counts.map(({ document, locale, of }) => [
    document,
    locale,
    ...GRAVEST.map((severity) => String(of[severity])),
  ]);
  return formatTable([...left, ...right], rows, null);
}

/** A heading for each document, and its locales below it; with their languages' names where these fit. */
function countsForTerminal(call: Call, counts: readonly Count[], limit: number): string {
  const { words, paint, number, language } = call;
  const quiet = (line: string): string => paint('quiet', line);
  const titles = GRAVEST.map((key) => ({ title: words(`cli.column.${key}`), right: true }));
  const numbers = (of: Count['of']): Cell[] =>
    GRAVEST.map((severity) => {
      const tone = of[severity] === 0 ? 'quiet' : TONES[severity];
      return { text: number(of[severity]), style: (line) => paint(tone, line) };
    });
  const untitled = { title: '' };
  const tag = { title: words('cli.column.locale') };
  return gather(counts, ({ document }) => document)
    .map((own) => {
      const named = own.map(({ locale, of }) => [
        '',
        locale,
        locale === '' ? '' : language(locale),
        ...numbers(of),
      ]);
      const bare = own.map(({ locale, of }) => ['', locale, ...numbers(of)]);
      const laid = layTable([untitled, tag, untitled, ...titles], named, limit, quiet);
      const table = laid
        ? [...laid.head, ...laid.body].map((line) => `${line}\n`).join('')
        : formatTable([untitled, tag, ...titles], bare, limit, quiet);
      const heading = wrapText(forTerminal(own[0]?.document ?? ''), limit);
      return `${heading.map((line) => `${paint('strong', isolated(line))}\n`).join('')}${table}\n`;
    })
    .join('');
}
