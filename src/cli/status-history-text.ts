import type { Call } from './call.ts';
import { hasUnicode } from './colours.ts';
import { type Cell, type Column, formatTable, layTable } from './columns.ts';
import { type Moment, sharesOf } from './status-history.ts';

/** Levels of a share, from nothing to all. */
const LEVELS = { unicode: [...' ▁▂▃▄▅▆▇█'], ascii: [...' .:-=+*%#'] };
/** How wide a curve may be, and how narrow, in columns. */
const WIDEST = 40;
const NARROWEST = 6;

/** Where the history goes to a file or another program: a line for each locale of each commit. */
export function historyForFile({ words }: Call, history: readonly Moment[]): string {
  const left = ['commit', 'date', 'locale'].map((key) => ({ title: words(`cli.column.${key}`) }));
  const right = ['segments', 'missing', 'stale', 'ready'].map((key) => ({
    title: words(`cli.column.${key}`),
    right: true,
  }));
  const rows = history.flatMap(({ commit, date, locales }) =>
    Object.entries(locales).map(([locale, { segments, missing, stale, ready }]) => [
      ...[commit.slice(0, 12), date, locale],
      ...[segments, missing, stale, ready].map(String),
    ]),
  );
  return formatTable([...left, ...right], rows, null);
}

/** From when to when, and for each locale the curve of what is ready, how it began and how it stands. */
export function historyForTerminal(call: Call, history: readonly Moment[], width: number): string {
  const { words } = call;
  const locales = [...new Set(history.flatMap((moment) => Object.keys(moment.locales)))];
  const [first] = history;
  const last = history.at(-1);
  if (!first || !last || locales.length === 0) return `${words('cli.status.history.none')}\n`;
  const dates = { from: first.date.slice(0, 10), to: last.date.slice(0, 10), count: history.length };
  const head = `${words('cli.status.history.span', dates)}\n`;
  for (let curve = WIDEST; curve >= NARROWEST; curve -= 2) {
    const rows = locales.map((locale) => cellsOf(call, history, locale, curve));
    const laid = layTable(columnsOf(call), rows, width, (line) => call.paint('quiet', line));
    if (laid) return `${head}${[...laid.head, ...laid.body].map((line) => `${line}\n`).join('')}`;
  }
  const rows = locales.map((locale) => cellsOf(call, history, locale, NARROWEST));
  return head + formatTable(columnsOf(call), rows, width);
}

function columnsOf({ words }: Call): Column[] {
  return [
    { title: '' },
    { title: '' },
    { title: words('cli.column.ready') },
    ...['before', 'now', 'translated', 'stale'].map((key) => ({
      title: words(`cli.column.${key}`),
      right: true,
    })),
  ];
}

function cellsOf(call: Call, history: readonly Moment[], locale: string, curve: number): Cell[] {
  const own = history.map(({ locales }) => locales[locale] ?? null);
  const known = own.filter((one) => one !== null);
  const [before, now] = [known[0], known.at(-1)];
  const share = (value: number | undefined): string =>
    value === undefined
      ? ''
      : call.words('cli.status.share', { share: Math.floor(value * 100 + 1e-6) / 100 });
  const levels = hasUnicode(call.terminal.env) ? LEVELS.unicode : LEVELS.ascii;
  const line = spread(own, curve)
    .map((one) => levels[one === null ? 0 : Math.floor(sharesOf(one).ready * (levels.length - 1))] ?? '')
    .join('');
  return [
    { text: locale, style: (text) => call.paint('strong', text) },
    call.language(locale),
    { text: line, style: (text) => call.paint('good', text) },
    share(before && sharesOf(before).ready),
    { text: share(now && sharesOf(now).ready), style: (text) => call.paint('strong', text) },
    share(now && sharesOf(now).translated),
    share(now && sharesOf(now).stale),
  ];
}

/** At most `width` of some values, evenly, the first and the last among them. */
function spread<T>(values: readonly T[], width: number): readonly T[] {
  if (values.length <= width) return values;
  const step = (values.length - 1) / (width - 1);
  return Array.from({ length: width }, (_, at) => values[Math.round(at * step)] as T);
}
