import type { Validation } from '../exchange/validate/problem.ts';
import { validateXliff } from '../exchange/validate/validate.ts';
import { decodeXmlPieces } from '../exchange/xml/bytes.ts';
import { HexaplaError } from '../model/error.ts';
import { shownPath } from '../project/files.ts';
import { openPieces } from '../project/pieces.ts';
import type { Call, Outcome } from './call.ts';
import { describeProblem, selectable } from './problem.ts';
import { withoutControls } from './width.ts';

/** One breach of the standard in words. */
interface Worded {
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly clause: string | null;
  readonly unit: string | null;
  readonly segment: string | null;
  readonly message: string;
}

interface Validated {
  readonly path: string;
  readonly version: string | null;
  readonly valid: boolean;
  /** How many problems there are; the first of them are in `problems`. */
  readonly total: number;
  readonly problems: readonly Worded[];
}

/** `hexapla validate`: XLIFF files against the standard. They need not be in a project. */
export function run(call: Call): Outcome {
  const step = call.progress(call.args.length);
  const files = call.args.map((file) => {
    const path = shownPath(call.root, file);
    step(path);
    return validate(call, file, path);
  });
  const exit = files.every(({ valid }) => valid) ? 0 : 1;
  return { exit, data: { files }, text: () => files.map((file) => validatedText(call, file)).join('\n') };
}

/** What is not well formed ends the reading: it is the file's last problem. */
function validate(call: Call, file: string, path: string): Validated {
  const validating = validateXliff(path);
  const { pieces } = openPieces(call.root, file);
  let broken: Worded | null = null;
  let found: Validation | null = null;
  try {
    const decoder = decodeXmlPieces(path);
    for (const bytes of pieces) validating.write(decoder.write(bytes));
    validating.write(decoder.end());
    found = validating.end();
  } catch (error) {
    broken = unreadable(error, call);
  }
  // What had been found until the reading ended still counts.
  const { version, problems, total } = found ?? validating.end();
  const worded = problems.map(({ values, unit, segment, ...problem }) => ({
    ...problem,
    unit: unit ?? null,
    segment: segment ?? null,
    message: call.words(`validate.${problem.code}`, selectable(values)),
  }));
  const all = broken === null ? worded : [...worded, broken];
  const count = total + (broken === null ? 0 : 1);
  return { path, version, valid: count === 0, total: count, problems: all };
}

/** A mistake that keeps a file from being read further, as a problem; any other error is thrown on. */
function unreadable(error: unknown, { words }: Call): Worded {
  if (!(error instanceof HexaplaError) || error.place.line === undefined) throw error;
  const { line, column = 1, unit, segment } = error.place;
  const message = describeProblem(error, words).problem.message;
  const [unitOrNull, segmentOrNull] = [unit ?? null, segment ?? null];
  return { line, column, code: error.code, clause: null, unit: unitOrNull, segment: segmentOrNull, message };
}

/** A line for the file, or one for each problem as compilers write them, with the clause below it. */
function validatedText(call: Call, { path, version, total, problems }: Validated): string {
  const { words, paint } = call;
  const name = withoutControls(path);
  const lines = problems.flatMap(({ line, column, code, clause, message }) => [
    `${paint('strong', `${name}:${line}:${column}:`)} ${withoutControls(message)} ${paint('quiet', `[${code}]`)}`,
    ...(clause === null ? [] : [`    ${paint('quiet', clause)}`]),
  ]);
  const rest = total - problems.length;
  if (rest > 0) lines.push(words('cli.validate.more', { count: rest }));
  const facts = { file: name, version: version ?? 'none', count: total };
  const verdict = words('cli.validate.verdict', facts);
  lines.push(paint(total === 0 ? 'good' : 'error', verdict));
  return `${lines.join('\n')}\n`;
}
