import type { HandoffRecord, State, TargetCatalogue } from '../model/catalogue.ts';
import type { Progress } from '../model/row.ts';
import { statusOf } from '../pipeline.ts';
import { openProject } from '../project/project.ts';
import type { Call, Outcome } from './call.ts';
import { formatTable } from './columns.ts';
import { readCurrent, readRecords, readTarget } from './store.ts';

interface LocaleStatus extends Progress {
  /** Digests of the handoffs that something is still awaited from. */
  readonly handoffs: readonly string[];
  readonly suggestions: number;
}

interface DocumentStatus {
  readonly document: string;
  readonly locales: Readonly<Record<string, LocaleStatus>>;
}

/** `hexapla status`: how far each locale of each document is, and which handoffs are out. */
export function run(call: Call): Outcome {
  const project = openProject(call.root);
  const minState = (call.text('min-state') as State | null) ?? project.config.minState;
  const documents = project.documents.map((document): DocumentStatus => {
    const { source } = readCurrent(project, document);
    const locales = project.config.targetLocales.map((locale) => {
      const target = readTarget(project, document, locale);
      const out = readRecords(project, document, locale).filter((record) => isOut(record, target));
      const suggestions = Object.values(target?.suggestions ?? {}).reduce(
        (sum, list) => sum + list.length,
        0,
      );
      const progress = statusOf({ source, target, minState });
      return [locale, { ...progress, handoffs: out.map(({ digest }) => digest), suggestions }] as const;
    });
    return { document: document.path, locales: Object.fromEntries(locales) };
  });
  return { exit: 0, data: { documents }, text: () => statusText(call, documents) };
}

/** Whether a segment that was sent without a target still has none. */
function isOut(record: HandoffRecord, target: TargetCatalogue | null): boolean {
  return Object.entries(record.segments).some(([id, sent]) => !sent.target && !target?.targets[id]?.text);
}

const NUMBERS = [
  'segments',
  'missing',
  'stale',
  'initial',
  'translated',
  'reviewed',
  'final',
  'machine',
  'words',
] as const;

function statusText({ words, terminal }: Call, documents: readonly DocumentStatus[]): string {
  const rows = documents.flatMap(({ document, locales }) =>
    Object.entries(locales).map(([locale, status]) => [
      document,
      locale,
      ...NUMBERS.map((key) => String(status[key])),
      String(status.below + status.missing),
      String(status.handoffs.length),
      String(status.suggestions),
    ]),
  );
  const left = ['document', 'locale'].map((key) => ({ title: words(`cli.column.${key}`) }));
  const right = [...NUMBERS, 'unfinished', 'handoffs', 'suggestions'].map((key) => ({
    title: words(`cli.column.${key}`),
    right: true,
  }));
  const open = documents.flatMap(({ locales }) =>
    Object.entries(locales).flatMap(([locale, { missing, stale }]) => (missing + stale > 0 ? [locale] : [])),
  );
  const next =
    open[0] === undefined
      ? words('cli.status.next.done')
      : words('cli.status.next.open', { locale: open[0] });
  return `${formatTable([...left, ...right], rows, terminal.columns)}${next}\n`;
}
