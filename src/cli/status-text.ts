import type { Progress } from '../model/row.ts';
import { formatBar, PARTS, type Part, type Parts, signOf } from './bar.ts';
import type { Call } from './call.ts';
import { hasUnicode, noColours, type Tone } from './colours.ts';
import { type Cell, type Column, formatTable, layTable } from './columns.ts';
import { overview, reasonCell } from './status-matrix.ts';
import { forTerminal, isolated, onOneLine, pad, widthOf } from './width.ts';
import { wrapText } from './wrap.ts';

/** How far a locale is with a document. */
interface LocaleStatus extends Progress {
  /** Source characters: code points, codes left aside. */
  readonly characters: number;
  /** Digests of the handoffs that something is still awaited from. */
  readonly handoffs: readonly string[];
  readonly suggestions: number;
}

/** The same with what only people look at. */
export interface Seen {
  readonly document: string;
  readonly locale: string;
  readonly status: LocaleStatus;
  readonly parts: Parts;
  /** Segments that are current and have reached the asked state. */
  readonly ready: number;
  /** Ids of the segments whose source changed its meaning since they were translated. */
  readonly alarms: readonly string[];
}

const NUMBERS = [
  'segments',
  'missing',
  'stale',
  'alarms',
  'initial',
  'translated',
  'reviewed',
  'final',
  'machine',
  'words',
] as const;

/** Where the results go to a file or another program: a line for each locale of each document, every number plain. */
export function statusForFile(call: Call, seen: readonly Seen[], next: string): string {
  const { words } = call;
  const rows = seen.map(({ document, locale, status }) => [
    document,
    locale,
    ...NUMBERS.map((key) => String(status[key])),
    String(status.below + status.missing),
    String(status.handoffs.length),
    String(status.suggestions),
    String(status.characters),
    ...reasonCell(call, status),
  ]);
  const left = ['document', 'locale'].map((key) => ({ title: words(`cli.column.${key}`) }));
  const right = [...NUMBERS, 'unfinished', 'handoffs', 'suggestions', 'characters'].map((key) => ({
    title: words(`cli.column.${key}`),
    right: true,
  }));
  const reason = { title: words('cli.column.left') };
  const alarms = alarmsOf(call, seen).map((line) => `${onOneLine(line)}\n`);
  return [...alarms, formatTable([...left, ...right, reason], rows, null), next].join('');
}

/** How many alarms are told on a terminal. */
const MOST_ALARMS = 5;

/** A document's heading, then a line for each locale: what one wants to know first stands first. */
export function statusForTerminal(call: Call, seen: readonly Seen[], next: string, width: number): string {
  const alarms = alarmsOf(call, seen);
  const rest = alarms.length - MOST_ALARMS;
  const told =
    rest > 0
      ? [...alarms.slice(0, MOST_ALARMS), call.words('cli.status.moreAlarms', { count: rest })]
      : alarms;
  const lines = [
    ...told
      .flatMap((text) => hanging(`! ${forTerminal(text)}`, width))
      .map((line) => call.paint('error', line)),
    ...(told.length === 0 ? [] : ['']),
    ...overview(call, seen, width),
    ...(matrix(call, seen, width) ?? blocks(call, seen, width)),
    '',
    ...legend(call, seen, width),
  ];
  return lines.map((line) => `${line}\n`).join('') + next;
}

function hanging(text: string, width: number): string[] {
  const [first = '', ...rest] = wrapText(text, width - INDENT.length);
  return [first, ...rest.map((line) => INDENT + line)];
}

/** Each sentence whose translations may say something wrong by now, and the languages of these. */
function alarmsOf({ words, language }: Call, seen: readonly Seen[]): string[] {
  const found = new Map<string, { document: string; id: string; languages: string[] }>();
  for (const { document, locale, alarms } of seen) {
    for (const id of alarms) {
      const key = `${document}\n${id}`;
      const alarm = found.get(key) ?? { document, id, languages: [] };
      alarm.languages.push(language(locale));
      found.set(key, alarm);
    }
  }
  return [...found.values()].map((alarm) => words('cli.status.alarm', { ...alarm }));
}

type Count = Part | 'handoffs' | 'suggestions';

/** What is counted for each locale, each segment once, and the tone of a count that is not zero. */
const COUNTS: readonly (readonly [Count, Tone | null])[] = [
  ['final', 'good'],
  ['reviewed', 'good'],
  ['translated', null],
  ['initial', null],
  ['machine', 'draft'],
  ['stale', 'warning'],
  ['missing', 'error'],
  ['handoffs', 'note'],
  ['suggestions', 'note'],
];

function countOf({ parts, status }: Seen, key: Count): number {
  if (key === 'handoffs') return status.handoffs.length;
  return key === 'suggestions' ? status.suggestions : parts[key];
}

const INDENT = '  ';
/** Widths to try: of the bar, and of the whole at most (on a wide terminal long titles are broken too). */
const TRIES = [
  { bar: 20, most: 120 },
  { bar: 20, most: Number.POSITIVE_INFINITY },
  { bar: 10, most: Number.POSITIVE_INFINITY },
];

/** All numbers in columns, where they fit: those that are zero everywhere have none. */
function matrix(call: Call, seen: readonly Seen[], width: number): string[] | null {
  const shown = COUNTS.filter(([key]) => seen.some((one) => countOf(one, key) > 0));
  const none = hasUnicode(call.terminal.env) ? '·' : '-';
  for (const { bar, most } of TRIES) {
    const rows = seen.map((one) => [
      ...leadCells(call, one, bar),
      ...shown.map(([key, tone]): Cell => {
        const count = countOf(one, key);
        const text = count === 0 ? none : call.number(count);
        return { text, style: (line) => paintCount(call, count === 0 ? 'quiet' : tone, line) };
      }),
    ]);
    const titles = shown.map(([key]) => ({ title: call.words(`cli.column.${key}`), right: true }));
    const lines = layLines(call, [...leadColumns(call), ...titles], rows, Math.min(width, most));
    if (lines) return grouped(call, seen, lines.head, (_, i) => [lines.body[i] ?? ''], width);
  }
  return null;
}

function paintCount({ paint }: Call, tone: Tone | null, text: string): string {
  return tone === null ? text : paint(tone, text);
}

function leadColumns({ words }: Call): Column[] {
  return [{ title: '' }, { title: '' }, { title: '' }, { title: words('cli.column.ready'), right: true }];
}

/** The locale's tag, its name, its bar, and the share that is ready. */
function leadCells(call: Call, { locale, parts, ready, status }: Seen, bar: number): Cell[] {
  const { paint, words, language, terminal } = call;
  // Never 100 % while something is left.
  const share = status.segments === 0 ? 1 : Math.floor((ready / status.segments) * 100) / 100;
  const tone: Tone = share === 1 ? 'good' : 'strong';
  const unicode = hasUnicode(terminal.env);
  return [
    { text: locale, style: (line) => paint('strong', line) },
    language(locale),
    // The text stands for the bar's width; its parts are coloured one by one.
    {
      text: formatBar(parts, bar, unicode, (_, text) => text),
      style: () => formatBar(parts, bar, unicode, paint),
    },
    { text: words('cli.status.share', { share }), style: (line) => paint(tone, line) },
  ];
}

function layLines(call: Call, columns: readonly Column[], rows: readonly (readonly Cell[])[], width: number) {
  return layTable(columns, rows, width - INDENT.length, (line) => call.paint('quiet', line));
}

/** The least room for counts in words beside a bar, in columns. */
const LEAST_WORDS = 20;

/** On narrow terminals: the bar with its share, and the counts in words beside or below it. */
function blocks(call: Call, seen: readonly Seen[], width: number): string[] {
  const lead = (caller: Call, named: boolean): readonly string[] | null => {
    const columns = leadColumns(caller).map(untitled);
    const cells = seen.map((one) => leadCells(caller, one, 10));
    const keep = <T>(all: readonly T[]): T[] => all.filter((_, i) => named || i !== 1);
    return layLines(caller, keep(columns), cells.map(keep), width)?.body ?? null;
  };
  const named = lead(call, true);
  const lines = named ?? lead(call, false);
  const plain = named ? lead({ ...call, paint: noColours }, true) : null;
  const beside = (plain?.reduce((most, line) => Math.max(most, widthOf(line)), 0) ?? width) + INDENT.length;
  const room = width - INDENT.length - beside;
  const linesOf = (one: Seen, i: number): string[] => {
    const first = lines?.[i] ?? one.locale;
    const counts = countsOf(call, one);
    if (room >= LEAST_WORDS) {
      const [own = '', ...rest] = wrapText(counts, room);
      return [`${first}${INDENT}${own}`, ...rest.map((line) => ' '.repeat(beside) + line)];
    }
    const below = named ? [counts] : [call.language(one.locale), counts];
    const deeper = INDENT.repeat(3);
    const under = below.flatMap((text) => wrapText(text, width - INDENT.length - deeper.length));
    return [first, ...under.map((line) => deeper + line)];
  };
  return grouped(call, seen, [], linesOf, width);
}

/** What is not zero, in words. */
function countsOf({ words }: Call, one: Seen): string {
  const counts = COUNTS.flatMap(([key]) => {
    const count = countOf(one, key);
    return count === 0 ? [] : [words(`cli.status.count.${key}`, { count })];
  });
  return counts.length === 0 ? '' : words('cli.status.counts', { counts });
}

function untitled(column: Column): Column {
  return { ...column, title: '' };
}

/** The lines of each document's locales under its heading. */
function grouped(
  call: Call,
  seen: readonly Seen[],
  head: readonly string[],
  linesOf: (one: Seen, i: number) => readonly string[],
  width: number,
): string[] {
  return [
    ...head.map((line) => INDENT + line),
    ...seen.flatMap((one, i) => {
      const begins = seen[i - 1]?.document !== one.document;
      const heading = begins ? [...(i > 0 ? [''] : []), ...headingOf(call, one, width)] : [];
      return [...heading, ...linesOf(one, i).map((line) => INDENT + line)];
    }),
  ];
}

/** A document's path and its size, beside each other where they fit. */
function headingOf({ words, paint }: Call, { document, status }: Seen, width: number): string[] {
  const path = forTerminal(document);
  const size = words('cli.status.size', { segments: status.segments, words: status.words });
  if (widthOf(path) + INDENT.length + widthOf(size) <= width) {
    return [`${paint('strong', isolated(path))}${INDENT}${paint('quiet', size)}`];
  }
  const strong = wrapText(path, width).map((line) => paint('strong', isolated(line)));
  return [...strong, ...wrapText(size, width).map((line) => paint('quiet', line))];
}

/** What the signs of the bars stand for: those that are there. */
function legend({ words, paint, terminal }: Call, seen: readonly Seen[], width: number): string[] {
  const unicode = hasUnicode(terminal.env);
  const entries = PARTS.filter((part) => seen.some(({ parts }) => parts[part] > 0)).map((part) => ({
    sign: signOf(part, unicode, paint),
    word: words(`cli.column.${part}`),
  }));
  const lines: string[] = [];
  let used = 0;
  for (const { sign, word } of entries) {
    const own = 2 + widthOf(word);
    const begins = lines.length === 0 || used + INDENT.length + own > width;
    if (begins) lines.push('');
    lines[lines.length - 1] += `${pad('', begins ? 0 : INDENT.length, false)}${sign} ${paint('quiet', word)}`;
    used = begins ? own : used + INDENT.length + own;
  }
  return lines;
}
