import { direction } from '../model/locale.ts';
import { join, type Markup, NOTHING, tag, text } from './html.ts';
import { headCell } from './html-matrix.ts';
import type { CheckRun, LinkOf, ReportedFinding, ReportWords } from './input.ts';
import { GRAVEST, gather, placeKey } from './lists.ts';
import { piecesOf, spanIn } from './texts.ts';

/** Texts are shown up to here, in UTF-16 units. */
const EXCERPT = 400;

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
  const heading = [
    text(name),
    ...(first.document === '' ? [] : [tag('code', { class: 'quiet' }, text(first.document))]),
  ];
  const caption = first.document === '' ? name : `${name}, ${first.document}`;
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
  const { excerpt, locale } = finding;
  const cells = [
    ruleMarkup(finding, view),
    ...(hasTexts
      ? [
          excerptMarkup(finding, excerpt.source, sourceLocale, 'source'),
          excerptMarkup(finding, excerpt.target, locale ?? sourceLocale, 'target'),
        ]
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

function ruleMarkup({ rule, title, message }: ReportedFinding, { run }: FindingsView): Markup {
  const code = tag('code', {}, text(rule));
  const named = title === undefined ? code : join([text(title), code], ' ');
  const isKnown = run.rules.some(({ id }) => id === rule);
  const link = isKnown ? tag('a', { href: `#rule-${rule}` }, named) : named;
  return join([text(message), tag('span', { class: 'rule' }, link)]);
}

function excerptMarkup(
  finding: ReportedFinding,
  excerpt: string | null,
  locale: string,
  side: 'source' | 'target',
): Markup {
  if (excerpt === null) return NOTHING;
  const pieces = piecesOf(excerpt, spanIn(finding, side), EXCERPT).map(({ kind, text: piece }) => {
    if (kind === 'text') return text(piece);
    return kind === 'marked' ? tag('mark', {}, text(piece)) : tag('span', { class: 'sign' }, text(piece));
  });
  return tag('span', { class: 'excerpt', lang: locale, dir: direction(locale) }, ...pieces);
}

function whereMarkup({ document, segment, file, line }: ReportedFinding, { linkOf }: FindingsView): Markup {
  const place = text(`${file}${line === null ? '' : `:${line}`}`);
  const href = segment === null ? null : (linkOf?.(document, segment) ?? null);
  const id = segment === null ? NOTHING : tag('code', {}, text(segment));
  return tag(
    'span',
    { class: 'where' },
    ...(segment === null ? [] : [href === null ? id : tag('a', { href }, id)]),
    tag('code', { class: 'quiet' }, place),
  );
}
