import type { ImportReport, Outcome, SegmentAccount } from '../model/transfer.ts';
import type { Call } from './call.ts';
import type { Tone } from './colours.ts';
import { type Cell, formatTable } from './columns.ts';

/** What became of one file of a return. */
export interface Imported extends ImportReport {
  readonly path: string;
  readonly locale: string;
  readonly document: string;
  /** How many segments of the file its document does not know; the first of them are among `rejected`. */
  readonly unknown: number;
}

/** A place where a file could not be read. */
export interface Damaged {
  readonly path: string;
  readonly line: number;
  readonly endLine: number;
  readonly units: readonly string[];
}

/** A line for each place where a file is damaged; nothing where none is. */
export function damageText({ words, paint }: Call, damage: readonly Damaged[]): string {
  return damage
    .map(({ path: file, line, endLine, units }) => {
      const told = words('cli.import.damage', { file, line, endLine, units, count: units.length });
      return `${paint('error', told)}\n`;
    })
    .join('');
}

/** The tone of a count that is not zero. */
const LIST_TONES: Readonly<Partial<Record<(typeof LISTS)[number], Tone>>> = {
  applied: 'good',
  stale: 'warning',
  conflicts: 'error',
  rejected: 'error',
};

const LISTS = ['applied', 'unchanged', 'stale', 'conflicts', 'rejected', 'missing'] as const;

/** What an import did, or with `dry` would do: a line a file, then what needs a person, then (dry) segment by segment. */
export function importText(
  { words, terminal, paint, number }: Call,
  files: readonly Imported[],
  dry: boolean,
): string {
  const titles = ['file', 'document', 'locale', ...LISTS].map((key) => ({
    title: words(`cli.column.${key}`),
    right: LISTS.some((list) => list === key),
  }));
  const rows = files.map((file) => [
    file.path,
    file.document,
    file.locale,
    ...LISTS.map((list): Cell => {
      const count = file[list].length;
      if (terminal.columns === null) return String(count);
      const tone = count === 0 ? 'quiet' : LIST_TONES[list];
      return { text: number(count), style: (line) => (tone ? paint(tone, line) : line) };
    }),
  ]);
  const call = { words, terminal, paint, number };
  const problems = [...accountRows(call, files, dry), ...strangerRows(call, files)];
  const list = problems.length === 0 ? '' : `\n${formatTable(PLAIN, problems, terminal.columns)}\n`;
  const remarks = remarkRows(files);
  const said =
    remarks.length === 0
      ? ''
      : `${words('cli.import.comments')}\n${formatTable(PLAIN, remarks, terminal.columns)}\n`;
  const unchanged = files.reduce((sum, file) => sum + file.unchanged.length, 0);
  const rest = unchanged === 0 ? '' : `${words('cli.import.outcomes', { unchanged }).trim()}\n`;
  const dryLine = `${rest}${words('cli.import.dry')}\n`;
  const refused = files.some(({ rejected }) => rejected.length > 0);
  const last = dry ? dryLine : refused ? `${words('cli.import.mend')}\n` : '';
  return `${formatTable(titles, rows, terminal.columns, (line) => paint('quiet', line))}${list}${said}${last}`;
}

type Shown = Pick<Call, 'words' | 'terminal' | 'paint' | 'number'>;

const TO_DECIDE: readonly Outcome[] = ['stale', 'conflict', 'rejected'];

/** What a person has to look at; with `dry`, what would become of each segment that is not as it was. */
function accountRows({ words, paint }: Shown, files: readonly Imported[], dry: boolean): Cell[][] {
  return files.flatMap(({ path, account, rejected, conflicts }) => {
    const refusals = new Map(rejected.map(({ id, line, codes }) => [`${id}:${line}`, codes ?? []]));
    const rivals = new Map(conflicts.map((one) => [one.id, one]));
    const shown = account.filter(({ outcome }) =>
      dry ? outcome !== 'unchanged' : TO_DECIDE.includes(outcome),
    );
    return shown.flatMap((one): Cell[][] => {
      const { id, outcome, covers, after, theirs, line } = one;
      const told = toldOf(words, one, { codes: refusals.get(`${id}:${line}`) ?? [], dry });
      const now = rivals.get(id)?.ours ?? one.before;
      const come = theirs ?? after;
      const texts = outcome === 'rejected' && !dry ? [] : textsOf(now, come);
      return [
        [
          `${path}:${line}`,
          [id, ...covers].join(' '),
          { text: told, style: (text) => paint(OUTCOME_TONES[outcome], text) },
        ],
        ...texts.map((text) => ['', '', text]),
      ];
    });
  });
}

/** The first segments that no document knows, and how many more there are. */
function strangerRows({ words, paint }: Shown, files: readonly Imported[]): Cell[][] {
  return files.flatMap(({ path, rejected, account, unknown }) => {
    if (unknown === 0) return [];
    const told = new Set(account.map(({ id, line }) => `${id}:${line}`));
    const strangers = rejected.filter(({ id, line }) => !told.has(`${id}:${line}`)).slice(0, SHOWN);
    const reason = words('cli.import.reason.unknown-id');
    const rest = words('cli.import.unknown', { count: unknown });
    return [
      ...strangers.map(({ id, line }): Cell[] => [
        `${path}:${line}`,
        id,
        { text: reason, style: (text) => paint('error', text) },
      ]),
      ...(unknown > strangers.length ? [[path, '', rest]] : []),
    ];
  });
}

const SHOWN = 20;

function remarkRows(files: readonly Imported[]): Cell[][] {
  return files.flatMap(({ path, comments }) =>
    comments.map(({ id, text, line }): Cell[] => [`${path}:${line}`, id, text]),
  );
}

function textsOf(now: string | null, come: string | null): string[] {
  if (now === come) return [];
  return [...(now === null ? [] : [`− ${now}`]), ...(come === null ? [] : [`+ ${come}`])];
}

function toldOf(
  words: Shown['words'],
  { outcome, reason }: SegmentAccount,
  { codes, dry }: { readonly codes: readonly string[]; readonly dry: boolean },
): string {
  if (outcome === 'rejected') return words(`cli.import.reason.${reason}`, { codes });
  // Taken as the target though its source has changed: nothing waits.
  if (outcome === 'stale' && reason === null) return words('cli.column.stale');
  if (outcome === 'conflict' && !dry) return words('cli.import.conflict');
  return words(`cli.import.outcome.${outcome}`);
}

const OUTCOME_TONES: Readonly<Record<Outcome, Tone>> = {
  applied: 'good',
  unchanged: 'quiet',
  stale: 'warning',
  conflict: 'error',
  rejected: 'error',
  missing: 'quiet',
};

const PLAIN = [{ title: '' }, { title: '' }, { title: '' }];
