// Measures how well ids survive real edits: `tsx scripts/identity-eval.ts [--errors NAME] [FOLDER]`. Extracts the
// successive revisions of every document below FOLDER (../shared/revisions) one after the other, and compares the ids
// with what the definition in that folder's README says became of each segment.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { SourceCatalogue } from '../src/model/catalogue.ts';
import { plainText } from '../src/model/content.ts';
import { extractDocument, openDocument, type Settings } from '../src/pipeline.ts';
import { settings } from '../tests/support/settings.ts';
import { type Label, oracle, type Seen, type Verdict } from './identity-oracle.ts';

const { values, positionals } = parseArgs({
  options: { errors: { type: 'string' } },
  allowPositionals: true,
});
const folder = positionals[0] ?? fileURLToPath(new URL('../../shared/revisions', import.meta.url));
const LABELS: readonly Label[] = ['same', 'edit', 'move', 'moveedit', 'new'];

type Tally = Record<Label, { due: number; kept: number }>;

interface Score {
  readonly tally: Tally;
  carries: number;
  wrong: number;
  /** Wrong carries whose words are equal, an author's anchor left aside: the oracle would have another twin, or none. */
  alike: number;
  pairs: number;
  /** Invariants that did not hold, by name. */
  readonly broken: Map<string, number>;
  chain: { agree: number; all: number };
  extract: number;
}

function emptyScore(): Score {
  const tally = Object.fromEntries(LABELS.map((label) => [label, { due: 0, kept: 0 }])) as Tally;
  return {
    tally,
    carries: 0,
    wrong: 0,
    alike: 0,
    pairs: 0,
    broken: new Map(),
    chain: { agree: 0, all: 0 },
    extract: 0,
  };
}

interface Revision {
  readonly bytes: Uint8Array;
  readonly settings: Settings;
}

function extract({ bytes, settings }: Revision, previous: SourceCatalogue | null): SourceCatalogue {
  return extractDocument({ document: 'document.md', bytes, previous, settings }).catalogue;
}

/** A catalogue's segments as the oracle sees them, with the headings above each. */
function seenOf({ bytes, settings }: Revision, catalogue: SourceCatalogue): Seen[] {
  const { units, parsed } = openDocument({ document: 'document.md', bytes, settings, catalogue });
  const headings: string[] = [];
  return units.flatMap(({ kind, block, segments }) => {
    const texts = segments.map(({ content }) =>
      plainText(content).normalize('NFC').replace(/\s+/gu, ' ').trim(),
    );
    const level = parsed.blocks[block]?.level ?? 1;
    if (kind === 'heading') headings.splice(level - 1, headings.length, texts.join(' '));
    const path = headings.join(' / ');
    return segments.map(({ id }, k) => ({ id, text: texts[k] ?? '', path }));
  });
}

function judge(score: Score, name: string, old: readonly Seen[], now: readonly Seen[]): void {
  const place = new Map(old.map(({ id }, i) => [id, i]));
  oracle(old, now).forEach((verdict: Verdict, j) => {
    const got = place.get(now[j]?.id ?? '') ?? -1;
    const fine = got === verdict.from || verdict.also.has(got);
    const entry = score.tally[verdict.label];
    entry.due++;
    if (fine) entry.kept++;
    if (got >= 0) score.carries++;
    if (got >= 0 && !fine) score.wrong++;
    if (got >= 0 && !fine && bare(old[got]?.text) === bare(now[j]?.text)) score.alike++;
    if (!fine && values.errors !== undefined && name.includes(values.errors)) {
      const text = (i: number): string => (i < 0 ? '—' : (old[i]?.text ?? ''));
      console.log(
        `${name}: ${verdict.label}\n  now  ${now[j]?.text}\n  due  ${text(verdict.from)}\n  got  ${text(got)}`,
      );
    }
  });
}

const bare = (text = ''): string => text.replace(/\s*\{#[^\s{}]+\}$/u, '');

function expectThat(score: Score, name: string, holds: boolean): void {
  if (!holds) score.broken.set(name, (score.broken.get(name) ?? 0) + 1);
}

const liveIds = (catalogue: SourceCatalogue): string[] =>
  catalogue.units.flatMap(({ segments }) => Object.keys(segments));
const unitIds = (catalogue: SourceCatalogue): string[] => catalogue.units.map(({ id }) => id);
const alike = (a: readonly string[], b: readonly string[]): boolean => a.join(' ') === b.join(' ');

/** Whether going to another revision and back gives every id back, for the steps and for the first and last. */
function thereAndBack(score: Score, revisions: readonly Revision[]): void {
  const last = revisions.length - 1;
  const trips = revisions.slice(1).map((_, k): [number, number] => [k, k + 1]);
  for (const [a, b] of [...trips, [0, last], [last, 0]] as [number, number][]) {
    const [one, other] = [revisions[a], revisions[b]];
    if (!one || !other) continue;
    const before = extract(one, null);
    const after = extract(one, extract(other, before));
    expectThat(score, 'A→B→A segments', alike(liveIds(before), liveIds(after)));
    expectThat(score, 'A→B→A units', alike(unitIds(before), unitIds(after)));
  }
}

function evaluate(name: string): Score {
  const score = emptyScore();
  const files = readdirSync(join(folder, name)).filter((file) => file.endsWith('.md'));
  const { lang } = JSON.parse(readFileSync(join(folder, name, 'SOURCE.json'), 'utf8')) as { lang: string };
  const revisions = files.sort().map((file): Revision => {
    return { bytes: readFileSync(join(folder, name, file)), settings: { ...settings, sourceLocale: lang } };
  });
  let catalogue: SourceCatalogue | null = null;
  let before: Seen[] = [];
  for (const revision of revisions) {
    const start = performance.now();
    const next = extract(revision, catalogue);
    score.extract += performance.now() - start;
    expectThat(score, 'ids unique', new Set(liveIds(next)).size === liveIds(next).length);
    expectThat(score, 'units unique', new Set(unitIds(next)).size === unitIds(next).length);
    expectThat(score, 'same input, same ids', alike(liveIds(extract(revision, catalogue)), liveIds(next)));
    // Another document's catalogue makes the extraction compare every segment again.
    const again = extract(revision, { ...next, document: 'other.md' });
    expectThat(score, 'unchanged changes nothing', JSON.stringify(again) === JSON.stringify(next));
    const seen = seenOf(revision, next);
    if (catalogue) {
      score.pairs++;
      judge(score, name, before, seen);
    }
    [catalogue, before] = [next, seen];
  }
  thereAndBack(score, revisions);
  chain(score, revisions, catalogue);
  return score;
}

/** Step by step against directly: which share of the last revision's segments has the same id. */
function chain(score: Score, revisions: readonly Revision[], stepped: SourceCatalogue | null): void {
  const [first] = revisions;
  const last = revisions.at(-1);
  if (!first || !last || !stepped) return;
  const direct = liveIds(extract(last, extract(first, null)));
  const steps = liveIds(stepped);
  score.chain.all += steps.length;
  score.chain.agree += steps.filter((id, j) => direct[j] === id).length;
}

function add(total: Score, one: Score): void {
  for (const label of LABELS) {
    total.tally[label].due += one.tally[label].due;
    total.tally[label].kept += one.tally[label].kept;
  }
  for (const key of ['carries', 'wrong', 'alike', 'pairs', 'extract'] as const) total[key] += one[key];
  for (const [name, count] of one.broken) total.broken.set(name, (total.broken.get(name) ?? 0) + count);
  total.chain.agree += one.chain.agree;
  total.chain.all += one.chain.all;
}

const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

function line(score: Score): Record<string, string | number> {
  const { same, edit, move, moveedit } = score.tally;
  const rate = (label: Label): string => {
    const { due, kept } = score.tally[label];
    return `${share(kept, due)} of ${due}`;
  };
  const due = same.due + edit.due + move.due + moveedit.due;
  const right = score.carries - score.wrong;
  return {
    unchanged: rate('same'),
    edited: rate('edit'),
    moved: rate('move'),
    'moved, edited': rate('moveedit'),
    new: rate('new'),
    'wrong carries': `${score.wrong} of ${score.carries} (${((100 * score.wrong) / Math.max(1, score.carries)).toFixed(2)} %)`,
    'of equal words': score.alike,
    SIS: share(2 * right, score.carries + due),
    chain: share(score.chain.agree, score.chain.all),
    'ms a revision': (score.extract / (score.pairs + 1)).toFixed(1),
    invariants: [...score.broken].map(([name, count]) => `${name}: ${count} broken`).join('; ') || 'hold',
  };
}

if (!existsSync(folder)) {
  console.error(
    `NOTHING WAS MEASURED: the histories are absent (${folder}). Name their folder as an argument.`,
  );
  process.exit(2);
}
const total = emptyScore();
const table: Record<string, Record<string, string | number>> = {};
for (const name of readdirSync(folder).filter((entry) => existsSync(join(folder, entry, 'SOURCE.json')))) {
  const score = evaluate(name);
  add(total, score);
  table[name] = line(score);
}
table['TOTAL'] = line(total);
console.table(table);
process.exitCode = total.broken.size > 0 ? 1 : 0;
