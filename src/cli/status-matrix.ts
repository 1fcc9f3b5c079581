import type { Progress } from '../model/row.ts';
import type { Call } from './call.ts';
import { hasUnicode, type Tone } from './colours.ts';
import { type Cell, layTable } from './columns.ts';
import { forTerminal, shorten, widthOf } from './width.ts';
import { wrapText } from './wrap.ts';

/** Why a locale of a document is not complete. */
export type Reason = 'alarm' | 'missing' | 'stale' | 'below-state';

const SIGNS: Readonly<Record<Reason | 'done', { unicode: string; ascii: string; tone: Tone }>> = {
  alarm: { unicode: '!', ascii: '!', tone: 'error' },
  missing: { unicode: '·', ascii: '.', tone: 'error' },
  stale: { unicode: '▚', ascii: '~', tone: 'warning' },
  'below-state': { unicode: '<', ascii: '<', tone: 'note' },
  done: { unicode: '✓', ascii: 'ok', tone: 'good' },
};
const REASONS: readonly Reason[] = ['alarm', 'missing', 'stale', 'below-state'];

/** The gravest reason why a locale is not complete, with how many segments it concerns; null where it is complete. */
export function reasonOf(progress: Progress): { readonly reason: Reason; readonly count: number } | null {
  const { alarms, missing, stale, below } = progress;
  const counts: Readonly<Record<Reason, number>> = { alarm: alarms, missing, stale, 'below-state': below };
  const reason = REASONS.find((one) => counts[one] > 0);
  return reason ? { reason, count: counts[reason] } : null;
}

/** The reason in a word, for a table in a file. */
export function reasonCell({ words }: Call, progress: Progress): string[] {
  const found = reasonOf(progress);
  return [found ? words(`cli.status.reason.${keyOf(found.reason)}`) : ''];
}

/** Reasons in the keys of words. */
function keyOf(reason: Reason): string {
  return reason === 'below-state' ? 'below' : reason;
}

/** One locale of one document. */
interface Place {
  readonly document: string;
  readonly locale: string;
  readonly status: Progress;
}

const INDENT = '  ';
/** The least room for a document's path, in columns. */
const LEAST_PATH = 12;
/** What parts two columns. */
const GAP = 2;

/**
 * The documents × languages matrix of a project with several documents: in each cell the gravest reason why it is not
 * complete, and how many segments it concerns; below it what the signs mean. Nothing for a single document.
 */
export function overview(call: Call, places: readonly Place[], width: number): string[] {
  const documents = [...new Set(places.map(({ document }) => document))];
  const locales = [...new Set(places.map(({ locale }) => locale))];
  if (documents.length < 2) return [];
  const at = new Map(places.map((place) => [`${place.document}\n${place.locale}`, place.status]));
  const statusOf = (document: string, locale: string): Progress | undefined =>
    at.get(`${document}\n${locale}`);
  const table = (some: readonly string[], most: number): readonly string[] | null => {
    const rows = documents.map((document): Cell[] => [
      shorten(forTerminal(document), most),
      ...some.map((locale) => signCell(call, statusOf(document, locale))),
    ]);
    const titles = [{ title: '' }, ...some.map((title) => ({ title, right: true }))];
    const laid = layTable(titles, rows, width - INDENT.length, (line) => call.paint('quiet', line));
    return laid && [...laid.head, ...laid.body].map((line) => INDENT + line);
  };
  const lines = chunks(locales, width).flatMap((some) => {
    const taken = some.reduce((all, locale) => all + GAP + cellWidth(locale), 0);
    return table(some, width) ?? table(some, Math.max(LEAST_PATH, width - INDENT.length - taken)) ?? [];
  });
  return lines.length === 0 ? [] : [...lines, ...legend(call, places, width), ''];
}

/** The least width of a cell: a sign and a number of three digits. */
function cellWidth(locale: string): number {
  return Math.max(widthOf(locale), 5);
}

/** The locales in lots that fit beside a document's path. */
function chunks(locales: readonly string[], width: number): string[][] {
  const lots: string[][] = [];
  let left = 0;
  for (const locale of locales) {
    const needs = GAP + cellWidth(locale);
    if (lots.length === 0 || left < needs) {
      lots.push([]);
      left = width - INDENT.length - LEAST_PATH;
    }
    lots.at(-1)?.push(locale);
    left -= needs;
  }
  return lots;
}

function signCell(call: Call, status: Progress | undefined): Cell {
  const found = status ? reasonOf(status) : null;
  const { tone } = SIGNS[found?.reason ?? 'done'];
  const count = found ? call.number(found.count) : '';
  return { text: signOf(call, found?.reason ?? 'done') + count, style: (line) => call.paint(tone, line) };
}

function signOf({ terminal }: Call, what: Reason | 'done'): string {
  const { unicode, ascii } = SIGNS[what];
  return hasUnicode(terminal.env) ? unicode : ascii;
}

function legend(call: Call, places: readonly Place[], width: number): string[] {
  const found = new Set(places.map(({ status }) => reasonOf(status)?.reason ?? 'done'));
  const lines: string[] = [];
  for (const one of [...REASONS, 'done' as const]) {
    if (!found.has(one)) continue;
    const entry = `${signOf(call, one)} ${call.words(`cli.status.reason.${one === 'done' ? 'done' : keyOf(one)}`)}`;
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last) + GAP + widthOf(entry) <= width - INDENT.length) {
      lines[lines.length - 1] = `${last}${' '.repeat(GAP)}${entry}`;
    } else lines.push(...wrapText(entry, width - INDENT.length));
  }
  return lines.map((line) => INDENT + call.paint('quiet', line));
}
