import type { Words } from '../i18n/words.ts';
import { type ErrorValues, exitCodeOf, HexaplaError, type Place } from '../model/error.ts';

/** A problem as it is reported: what `--json` prints under `error`. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly file: string | null;
  readonly line: number | null;
  readonly segment: string | null;
}

/** Puts an error into words; what is not a mistake of the user's is a bug (`internal`, exit code 70). */
export function describeProblem(error: unknown, words: Words): Problem & { readonly exit: 2 | 3 | 70 } {
  if (!(error instanceof HexaplaError)) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return {
      code: 'internal',
      message: words('error.internal', { detail }),
      file: null,
      line: null,
      segment: null,
      exit: 70,
    };
  }
  const { code, place } = error;
  const values = selectable(error.values);
  const message = words(`error.${code}`, values);
  const near = values['nearest'];
  const hints = [
    ...(isNamed(place, message) ? [] : [words('error.within', { unit: '', segment: 'none', ...place })]),
    ...(near === undefined ? [] : [words('error.nearest', { nearest: near })]),
  ];
  return {
    code,
    message: [message, ...hints].join(' '),
    file: place.file ?? null,
    line: place.line ?? null,
    segment: place.segment ?? null,
    exit: exitCodeOf(code),
  };
}

/** Values by which an ICU text may choose: a selector has no hyphen and is not empty. */
export function selectable(values: ErrorValues): ErrorValues {
  const { reason } = values;
  const filled = Object.entries(values).map(([key, value]) => [key, value === '' ? 'none' : value] as const);
  return {
    ...Object.fromEntries(filled),
    ...(typeof reason === 'string' ? { reason: reason.replaceAll('-', '_') } : {}),
  };
}

/** Whether the unit or the segment that a mistake is in need not be named. */
function isNamed({ unit, segment }: Place, message: string): boolean {
  const name = segment ?? unit;
  return name === undefined || name === '' || message.includes(name);
}

/** A problem for people: the place first, as compilers give it. */
export function formatProblem(problem: Problem, error: unknown): string {
  const column = error instanceof HexaplaError ? error.place.column : undefined;
  const place = [problem.file, problem.line, column].filter((part) => part !== null && part !== undefined);
  return `hexapla: ${place.length === 0 ? '' : `${place.join(':')}: `}${problem.message}\n`;
}
