import type { HandoffStatus } from '../exchange/handoffs.ts';
import { handoffsOf } from '../pipeline-exchange.ts';
import { changedAt } from '../project/files.ts';
import { recordPath } from '../project/layout.ts';
import { chooseDocuments, chooseLocales, openProject } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import { formatTable } from './columns.ts';
import { readRecords, readSource, readTarget } from './store.ts';

interface Out extends HandoffStatus {
  /** When its record was written on this machine; git does not keep that. */
  readonly since: Date | null;
}

/** `hexapla handoffs`: what is out, since when, and what each still lacks. */
export function run(call: Call): Outcome {
  const project = openProject(call.root);
  const locales = chooseLocales(project.config, call.list('locale'));
  const found = chooseDocuments(project, call.args).flatMap((document) => {
    const source = readSource(project, document);
    return locales.flatMap((locale) => {
      const records = readRecords(project, document, locale);
      const target = readTarget(project, document, locale);
      return handoffsOf({ records, source, target }).map((status): Out => {
        const path = recordPath(project.config, document, locale, status.handoff);
        return { ...status, since: changedAt(project.root, path) };
      });
    });
  });
  const handoffs = call.flag('all') ? found : found.filter(({ out }) => out);
  return {
    exit: 0,
    data: { handoffs: handoffs.map((one) => ({ ...one, since: one.since?.toISOString() ?? null })) },
    text: () => handoffsText(call, handoffs),
  };
}

const COUNTS = ['missing', 'stale', 'returned', 'untouched', 'retired'] as const;

function handoffsText(call: Call, handoffs: readonly Out[]): string {
  const { words, number, terminal, paint } = call;
  if (handoffs.length === 0) return `${words('cli.handoffs.none')}\n`;
  const titles = ['document', 'locale', 'handoff', 'since', 'segments', ...COUNTS].map((key) => ({
    title: words(`cli.column.${key}`),
    right: key === 'segments' || COUNTS.some((count) => count === key),
  }));
  const rows = handoffs.map((one) => [
    one.document,
    one.locale,
    one.handoff,
    one.since === null ? '' : words('cli.handoffs.since', { date: one.since }),
    ...[one.segments, ...COUNTS.map((key) => one[key].length)].map((count) =>
      terminal.columns === null ? String(count) : number(count),
    ),
  ]);
  return formatTable(titles, rows, terminal.columns, (line) => paint('quiet', line));
}
