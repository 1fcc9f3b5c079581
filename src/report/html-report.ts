import { createHash } from 'node:crypto';
import type { Severity } from '../model/finding.ts';
import { join, type Markup, NOTHING, styleElement, tag, text } from '../model/html.ts';
import { direction } from '../model/locale.ts';
import { type FindingsView, findingsMarkup, placeName, waivedMarkup } from './html-findings.ts';
import { matrixMarkup } from './html-matrix.ts';
import { filterStyle, REPORT_STYLE } from './html-style.ts';
import { code } from './html-text.ts';
import type { CheckRun, LinkOf, ReportWords } from './input.ts';
import { bySeverity, countSeverities, GRAVEST } from './lists.ts';

/** A page with more findings is of no use to anybody: the gravest are shown, and the rest is counted. */
const MOST_FINDINGS = 5000;

/**
 * A run of the checks as a page that needs nothing else: how far each language is, and what was found, to be filtered by
 * language and severity without any script. `linkOf` leads to the segments of a parallel edition.
 */
export function htmlReport(run: CheckRun, report: ReportWords, linkOf: LinkOf | null = null): string {
  const boxes = boxesOf(run, report);
  const classes = new Map(
    boxes.flatMap(({ locale, hides }) => (locale === undefined ? [] : [[locale, hides]])),
  );
  const view: FindingsView = { run, report, linkOf, localeClass: (locale) => classes.get(locale) ?? '' };
  const shown = bySeverity(run.findings).slice(0, MOST_FINDINGS);
  const left = run.findings.length - shown.length;
  const style = `${REPORT_STYLE}${filterStyle(boxes)}`;
  const page = tag(
    'html',
    { lang: run.language, dir: direction(run.language) },
    tag('head', {}, ...headMarkup(report, style)),
    '\n' as Markup,
    tag(
      'body',
      {},
      headerMarkup(run, boxes, report),
      tag(
        'main',
        {},
        matrixMarkup(run, report),
        findingsMarkup(shown, view),
        left === 0 ? NOTHING : tag('p', {}, text(report.words('report.left-out', { count: left }))),
        waivedMarkup(view),
        rulesMarkup(run, report),
      ),
      tag('footer', {}, text(report.words('report.made', { version: run.version }))),
    ),
  );
  return `<!doctype html>\n${page}\n`;
}

// https://www.w3.org/TR/CSP3/#framework-directive-source-list
function headMarkup({ words }: ReportWords, style: string): Markup[] {
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return [
    tag('meta', { charset: 'utf-8' }),
    tag('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    tag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    tag('meta', { name: 'color-scheme', content: 'light dark' }),
    tag('meta', { name: 'referrer', content: 'no-referrer' }),
    tag('meta', { name: 'robots', content: 'noindex' }),
    tag('title', {}, text(words('report.title'))),
    styleElement(style),
  ];
}

function headerMarkup({ findings, waived }: CheckRun, boxes: readonly Box[], report: ReportWords): Markup {
  const { words } = report;
  const counts = countSeverities(findings);
  const chips = GRAVEST.filter((severity) => counts[severity] > 0).map((severity) =>
    tag('li', { class: severity }, text(words(`report.heading.${severity}`, { count: counts[severity] }))),
  );
  if (chips.length === 0) chips.push(tag('li', { class: 'good' }, text(words('report.clean'))));
  return tag(
    'header',
    {},
    tag('h1', {}, text(words('report.title'))),
    tag('ul', { class: 'verdict' }, ...chips),
    waived === 0 ? NOTHING : tag('p', { class: 'quiet' }, text(words('report.waived', { count: waived }))),
    filtersMarkup(boxes, report),
  );
}

/** A box that shows or hides the findings of a class. */
interface Box {
  readonly id: string;
  readonly hides: string;
  readonly label: string;
  /** Null for the sources, absent for a severity. */
  readonly locale?: string | null;
}

function boxesOf(run: CheckRun, report: ReportWords): readonly Box[] {
  const found = new Set(run.findings.map(({ locale }) => locale));
  const known = [null, ...run.locales];
  const locales = [...known, ...[...found].filter((locale) => !known.includes(locale))].filter((locale) =>
    found.has(locale),
  );
  const severities: readonly Severity[] = GRAVEST.filter((severity) =>
    run.findings.some((finding) => finding.severity === severity),
  );
  return [
    ...severities.map((severity) => ({
      id: `f-${severity}`,
      hides: `s-${severity}`,
      label: report.words(`severity.${severity}`),
    })),
    ...locales.map((locale, index) => ({
      id: `f-${index}`,
      hides: `l-${index}`,
      label: placeName({ document: '*', locale }, { run, report }),
      locale,
    })),
  ];
}

function filtersMarkup(boxes: readonly Box[], { words }: ReportWords): Markup {
  const group = (key: string, own: readonly Box[]): Markup => {
    if (own.length < 2) return NOTHING;
    const labels = own.map(({ id, label }) =>
      tag('label', {}, tag('input', { type: 'checkbox', id, checked: true }), text(label)),
    );
    return tag('fieldset', {}, tag('legend', {}, text(words(`report.column.${key}`))), join(labels, '\n'));
  };
  const groups = [
    group(
      'severity',
      boxes.filter(({ locale }) => locale === undefined),
    ),
    group(
      'language',
      boxes.filter(({ locale }) => locale !== undefined),
    ),
  ];
  return groups.every((one) => one === NOTHING) ? NOTHING : tag('div', { class: 'filters' }, ...groups);
}

/** What the rules are for that found something. */
function rulesMarkup({ rules, findings, waivedFindings = [] }: CheckRun, { words }: ReportWords): Markup {
  const found = new Set<string>([...findings, ...waivedFindings].map(({ rule }) => rule));
  const told = rules.filter(({ id }) => found.has(id));
  if (told.length === 0) return NOTHING;
  const list = told.flatMap(({ id, summary }) => [
    tag('dt', { id: `rule-${id}` }, code(id)),
    tag('dd', {}, text(summary)),
  ]);
  return tag(
    'section',
    { 'aria-labelledby': 'rules' },
    tag('h2', { id: 'rules' }, text(words('report.rules'))),
    tag('dl', {}, ...list),
  );
}
