import type { Words, WordValues } from '../i18n/words.ts';
import { type ErrorValues, exitCodeOf, HexaplaError, type Place } from '../model/error.ts';
import type { Paint } from './colours.ts';
import { formatExcerpt, lineOfFile } from './excerpt.ts';
import { withoutControls } from './width.ts';

/** A problem as it is reported: what `--json` prints under `error`. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly segment: string | null;
}

/** A problem in words, with its exit code. */
export interface Told {
  readonly exit: 2 | 3 | 70;
  readonly problem: Problem;
  /** What is wrong, without what to do about it. */
  readonly what: string;
  /** What to do about it, where that is said apart. */
  readonly advice: string | null;
  /** In UTF-16 units, counted from 1. */
  readonly column: number | null;
}

/** Puts an error into words; what is not a mistake of the user's is a bug (`internal`, exit code 70). */
export function describeProblem(error: unknown, words: Words): Told {
  if (!(error instanceof HexaplaError)) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const message = words('error.internal', { detail });
    const problem = { code: 'internal', message, file: null, line: null, segment: null };
    return { exit: 70, problem, what: message, advice: null, column: null };
  }
  const { code, place } = error;
  const values = selectable(error.values);
  const message = words(`error.${code}`, values);
  const near = values['nearest'];
  const within = isNamed(place, message)
    ? []
    : [words('error.within', { unit: '', segment: 'none', ...place })];
  const what = joined([message, ...within], words);
  const next = [
    ...(near === undefined ? [] : [words('error.nearest', { nearest: near })]),
    ...optional(`advice.${code}`, words),
  ];
  return {
    exit: exitCodeOf(code),
    problem: {
      code,
      message: joined([what, ...next], words),
      file: place.file ?? null,
      line: place.line ?? null,
      segment: place.segment ?? null,
    },
    what,
    advice: next.length === 0 ? null : joined(next, words),
    column: place.column ?? null,
  };
}

/** Sentences one after the other, as the language sets them. */
function joined(sentences: readonly string[], words: Words): string {
  return sentences.reduce((first, second) => words('error.joined', { first, second }));
}

/** A text that not every error has; words give the key where there is none. */
function optional(key: string, words: Words): string[] {
  const text = words(key);
  return text === key ? [] : [text];
}

/** Values by which an ICU text may choose: a selector has no hyphen and is not empty. */
export function selectable(values: ErrorValues): WordValues {
  const { reason, allowed } = values;
  const filled = Object.entries(values).map(([key, value]) => [key, value === '' ? 'none' : value] as const);
  return {
    ...Object.fromEntries(filled),
    ...(Array.isArray(allowed) ? { allowed: { oneOf: allowed as readonly string[] } } : {}),
    ...(typeof reason === 'string' ? { reason: reason.replaceAll('-', '_') } : {}),
  };
}

/** Whether the unit or the segment that a mistake is in need not be named. */
function isNamed({ unit, segment }: Place, message: string): boolean {
  const name = segment ?? unit;
  return name === undefined || name === '' || message.includes(name);
}

/** Where a problem is told, and what may be read to show its place. */
export interface Telling {
  readonly paint: Paint;
  readonly columns: number | null;
  /** The folder that the file is named from. */
  readonly root: string;
  /** Paths that the user named, from the root on: their files may be shown wherever they are. */
  readonly named: readonly string[];
}

/** A problem for people: the place first, as compilers give it, then the line with a caret, then what to do. */
export function formatProblem(told: Told, { paint, columns, root, named }: Telling): string {
  const { problem, what, advice, column } = told;
  const { file, line } = problem;
  const place = [file, line, column].filter((part) => part !== null).map(String);
  const start = `${paint('error', 'hexapla:')} ${place.length === 0 ? '' : `${paint('strong', harmless(place.join(':')))}: `}`;
  const text = file === null || line === null ? null : lineOfFile(root, file, line, named);
  if (text === null || line === null) return `${start}${harmless(problem.message)}\n`;
  const excerpt = formatExcerpt(text, { line, column }, paint, columns);
  return `${start}${harmless(what)}\n${excerpt}${advice === null ? '' : `${harmless(advice)}\n`}`;
}

/** Messages show what a file or the user gave: only their own line breaks may act on a terminal. */
function harmless(text: string): string {
  return text.split('\n').map(withoutControls).join('\n');
}
