import { join, type Markup, NOTHING, tag, text } from '../model/html.ts';
import { headCell } from './html-matrix.ts';
import { code, excerptMarkup, visible } from './html-text.ts';
import type { CheckRun, LinkOf, ReportedFinding, ReportWords, WaivedFinding } from './input.ts';
import { GRAVEST, gather, placeKey } from './lists.ts';
import { plainLine, spanIn } from './texts.ts';

/** Texts are shown up to here, in UTF-16 units. */
const EXCERPT = 400;
/** So many of the findings that are let stand are shown. */
const MOST_WAIVED = 1000;

/** What a page of findings is made with. */
export interface FindingsView {
  readonly run: CheckRun;
  readonly report: ReportWords;
  readonly linkOf: LinkOf | null;
  /** The class of what is about a locale, by which it is filtered. */
  readonly localeClass: (locale: string | null) => string;
}

/** The findings by severity, the gravest first, then by document and locale. */
export function findingsMarkup(findings: readonly ReportedFinding[], view: FindingsView): Markup {
  const { words } = view.report;
  const { run } = view;
  return join(
    GRAVEST.map((severity) => {
      const own = findings.filter((finding) => finding.severity === severity);
      if (own.length === 0) return NOTHING;
      const count = run.findings.filter((finding) => finding.severity === severity).length;
      const places = gather(own, ({ document, locale }) => placeKey(document, locale));
      return tag(
        'details',
        { open: true, class: `s-${severity}` },
        tag(
          'summary',
          {},
          tag('h2', { class: severity }, text(words(`report.heading.${severity}`, { count }))),
        ),
        ...[...places.values()].map((list) => placeMarkup(list, view)),
      );
    }),
    '\n',
  );
}

/** The findings that are let stand, with who decided it and why; closed until somebody asks. */
export function waivedMarkup({ run, report, ...view }: FindingsView): Markup {
  const { waived, waivedFindings = [] } = run;
  if (waivedFindings.length === 0) return NOTHING;
  const places = gather(waivedFindings.slice(0, MOST_WAIVED), ({ document, locale }) =>
    placeKey(document, locale),
  );
  return tag(
    'details',
    {},
    tag('summary', {}, tag('h2', {}, text(report.words('report.waived', { count: waived })))),
    ...[...places.values()].map((list) => placeMarkup(list, { run, report, ...view })),
  );
}

/** The name of what a finding is about: a language, the source, or the project. */
export function placeName(
  { document, locale }: Pick<ReportedFinding, 'document' | 'locale'>,
  { run, report }: Pick<FindingsView, 'run' | 'report'>,
): string {
  if (locale !== null) return report.language(locale);
  if (document === '') return report.words('report.project');
  return report.words('report.source', { language: report.language(run.sourceLocale) });
}

function placeMarkup(findings: readonly ReportedFinding[], view: FindingsView): Markup {
  const [first] = findings;
  if (!first) return NOTHING;
  const { words } = view.report;
  const hasTexts = findings.some(({ excerpt }) => excerpt.source !== null || excerpt.target !== null);
  const columns = ['finding', ...(hasTexts ? ['source', 'translation'] : []), 'place'];
  const titles = columns.map((key) => words(`report.column.${key}`));
  const name = placeName(first, view);
  const heading = [text(name), ...(first.document === '' ? [] : [code(first.document, 'quiet')])];
  const caption = first.document === '' ? name : `${name}, ${plainLine(first.document, EXCERPT)}`;
  return tag(
    'section',
    { class: `place ${view.localeClass(first.locale)}` },
    tag('h3', {}, join(heading, ' ')),
    tag(
      'table',
      { role: 'table', class: 'findings' },
      tag('caption', { class: 'vh' }, text(caption)),
      tag('thead', { role: 'rowgroup' }, tag('tr', { role: 'row' }, ...titles.map(headCell))),
      tag(
        'tbody',
        { role: 'rowgroup' },
        join(
          findings.map((finding) => rowMarkup(finding, hasTexts, titles, view)),
          '\n',
        ),
      ),
    ),
  );
}

function rowMarkup(
  finding: ReportedFinding,
  hasTexts: boolean,
  titles: readonly string[],
  view: FindingsView,
): Markup {
  const { sourceLocale } = view.run;
  const { locale } = finding;
  const cells = [
    ruleMarkup(finding, view),
    ...(hasTexts
      ? [sideMarkup(finding, 'source', sourceLocale), targetMarkup(finding, locale ?? sourceLocale, view)]
      : []),
    whereMarkup(finding, view),
  ];
  return tag(
    'tr',
    { role: 'row' },
    ...cells.map((cell, index) =>
      tag('td', { role: 'cell', 'data-label': index === 0 ? undefined : titles[index] }, cell),
    ),
  );
}

type Shown = ReportedFinding & Partial<Pick<WaivedFinding, 'reason' | 'by'>>;

function ruleMarkup(
  { rule, title, message, reason, by = 'none' }: Shown,
  { run, report }: FindingsView,
): Markup {
  const named = title === undefined ? code(rule) : join([visible(title), code(rule)], ' ');
  const isKnown = run.rules.some(({ id }) => id === rule);
  const link = isKnown ? tag('a', { href: `#rule-${rule}` }, named) : named;
  const decided =
    reason === undefined
      ? NOTHING
      : tag('span', { class: 'reason' }, visible(report.words('report.reason.waived', { reason, by })));
  return join([visible(message), decided, tag('span', { class: 'rule' }, link)]);
}

function sideMarkup(finding: ReportedFinding, side: 'source' | 'target', locale: string): Markup {
  const excerpt = finding.excerpt[side];
  return excerpt === null ? NOTHING : excerptMarkup(excerpt, locale, spanIn(finding, side), EXCERPT);
}

/** The translation, marked where it is an unreviewed machine draft. */
function targetMarkup(finding: ReportedFinding, locale: string, { report }: FindingsView): Markup {
  const target = sideMarkup(finding, 'target', locale);
  if (!finding.draft || finding.excerpt.target === null) return target;
  return join([target, tag('span', { class: 'rule' }, text(report.words('note.machineDraft')))], ' ');
}

function whereMarkup({ document, segment, file, line }: ReportedFinding, { linkOf }: FindingsView): Markup {
  const href = segment === null ? null : (linkOf?.(document, segment) ?? null);
  const id = segment === null ? NOTHING : code(segment);
  return tag(
    'span',
    { class: 'where' },
    ...(segment === null ? [] : [href === null ? id : tag('a', { href }, id)]),
    code(`${file}${line === null ? '' : `:${line}`}`, 'quiet'),
  );
}
