import { join, type Markup, NOTHING, tag, text } from '../model/html.ts';
import { code } from './html-text.ts';
import type { CheckRun, MatrixCell, ReportWords } from './input.ts';
import { gather } from './lists.ts';
import { PARTS, shareOf, type Totals, totalsOf } from './progress.ts';
import { plainLine } from './texts.ts';

/** A document's path is shown up to here, in UTF-16 units. */
const TITLE = 200;

/** Languages and documents: in each cell how much can be published, and why not the rest. */
export function matrixMarkup({ matrix, documents }: CheckRun, report: ReportWords): Markup {
  if (matrix.length === 0) return NOTHING;
  const { words } = report;
  const shown = documents.filter((document) => matrix.some((cell) => cell.document === document));
  const columns = shown.length > 1 ? [null, ...shown] : shown;
  const titles = columns.map((document) =>
    document === null ? words('report.column.all') : plainLine(document, TITLE),
  );
  const rows = [...gather(matrix, ({ locale }) => locale)].map(([locale, cells]) =>
    tag(
      'tr',
      { role: 'row' },
      tag(
        'th',
        { role: 'rowheader', scope: 'row' },
        join([text(report.language(locale)), code(locale, 'quiet')], ' '),
      ),
      ...columns.map((document, index) =>
        tag(
          'td',
          { role: 'cell', 'data-label': columns.length > 1 ? titles[index] : undefined },
          cellMarkup(
            cells.filter((cell) => document === null || cell.document === document),
            report,
          ),
        ),
      ),
    ),
  );
  const heads = [words('report.column.language'), ...titles];
  return tag(
    'section',
    {},
    tag('h2', { id: 'progress' }, text(words('report.progress'))),
    legendMarkup(report),
    tag(
      'div',
      { class: 'scroll', role: 'region', tabindex: 0, 'aria-labelledby': 'progress' },
      tag(
        'table',
        // With few columns, each is as wide as the others.
        { role: 'table', class: columns.length < 5 ? 'few' : undefined },
        tag('caption', { class: 'vh' }, text(words('report.progress'))),
        tag('thead', { role: 'rowgroup' }, tag('tr', { role: 'row' }, ...heads.map(headCell))),
        tag('tbody', { role: 'rowgroup' }, join(rows, '\n')),
      ),
    ),
  );
}

/** A cell of a table's head. */
export function headCell(title: string): Markup {
  return tag('th', { role: 'columnheader', scope: 'col' }, text(title));
}

function legendMarkup({ words }: ReportWords): Markup {
  const items = PARTS.map((part) =>
    tag('li', {}, tag('span', { class: `key ${part}` }), text(words(`report.column.${part}`))),
  );
  return tag('ul', { class: 'legend' }, ...items);
}

function cellMarkup(cells: readonly MatrixCell[], report: ReportWords): Markup {
  if (cells.length === 0) return NOTHING;
  const { words } = report;
  const totals = totalsOf(cells);
  const share = words('report.ready', { share: shareOf(totals.ready, totals.segments) });
  const reasons = reasonsOf(totals, report);
  return join([
    barMarkup(totals),
    tag('span', { class: 'share' }, text(share)),
    reasons.length === 0 ? NOTHING : tag('ul', { class: 'why' }, ...reasons),
  ]);
}

function reasonsOf(totals: Totals, { words }: ReportWords): Markup[] {
  const { segments, ready, missing, stale, draft, machine, errors, warnings } = totals;
  // Where drafts may be published, some of them are ready.
  const waiting = Math.max(0, segments - ready - missing - stale - draft);
  const unready = Math.min(draft, Math.max(0, segments - ready - missing - stale));
  const reason = (kind: string, count: number, tone?: string): Markup[] =>
    count === 0 ? [] : [tag('li', { class: tone }, text(words(`report.reason.${kind}`, { count })))];
  return [
    ...reason('missing', missing),
    ...reason('stale', stale),
    ...reason('draft', unready - Math.min(unready, machine)),
    ...(machine === 0 ? [] : [tag('li', {}, text(words('cli.status.count.machine', { count: machine })))]),
    ...reason('waiting', waiting),
    ...reason('errors', errors, 'error'),
    ...reason('warnings', warnings, 'warning'),
  ];
}

/** The parts as a bar; its words are beside it. */
function barMarkup(totals: Totals): Markup {
  let at = 0;
  const parts = PARTS.flatMap((part) => {
    if (totals[part] === 0 || totals.segments === 0) return [];
    const width = (totals[part] / totals.segments) * 100;
    const x = at;
    at += width;
    return [tag('rect', { class: part, x: rounded(x), width: rounded(width), height: 6 })];
  });
  const frame = { class: 'bar', viewBox: '0 0 100 6', preserveAspectRatio: 'none', 'aria-hidden': 'true' };
  return tag('svg', frame, ...parts);
}

function rounded(value: number): string {
  return String(Math.round(value * 100) / 100);
}
