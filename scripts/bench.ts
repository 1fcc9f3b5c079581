// Measures the main job against a floor: a bare parse of the same bytes, in the same run. Every figure is taken in a
// process of its own (CPU seconds, user and system, and peak memory), so that no measurement warms up another.
// Usage: npm run bench [-- --mb 10 --repeat 3 --only start]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { packageLocales } from '../src/project/package.ts';
import { markdownFiles } from '../tests/support/corpus.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const task = fileURLToPath(new URL('bench-task.mjs', import.meta.url));
const cli = join(root, 'dist', 'cli', 'main.js');
const { values } = parseArgs({
  options: { mb: { type: 'string' }, repeat: { type: 'string' }, only: { type: 'string' } },
});
const bytesWanted = Number(values.mb ?? 10) * 1e6;
const repeat = Number(values.repeat ?? 3);

interface Measure {
  readonly cpu: number;
  readonly peak: number;
}

interface Job {
  readonly label: string;
  readonly aim: string;
  readonly ratio: number;
  readonly cpu: number;
  readonly floor: number;
  readonly peak: number;
}

const folder = mkdtempSync(join(tmpdir(), 'hexapla-bench-'));
const rows: Job[] = [];
try {
  main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function main(): void {
  spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
  if (values.only === 'start') {
    startUp();
    print();
    return;
  }
  const texts = corpus();
  const many = project('many', texts);
  const one = project('one', [texts.join('\n\n')]);
  console.log(
    `Corpus: ${texts.length} files, ${megabytes(many.bytes)} MB; Node ${process.version}; best of ${repeat}.`,
  );
  const floorMany = measure('parse', [many.path]);
  const floorOne = measure('parse', [one.path]);
  for (const [name, place, floor] of [
    ['many files', many, floorMany],
    ['one file', one, floorOne],
  ] as const) {
    const first = fresh(place, 'extract');
    report(`extract, ${name}`, first, floor, '< 2.5');
    const again = measure('cli', [place.path, 'extract']);
    report(`extract again, nothing changed, ${name}`, again, first, '< 0.33 of the first');
    report(`export, ${name}`, measure('cli', [place.path, 'export', '--locale', 'hy']), floor, '');
    measure('fill', [place.path]);
    report(`import, ${name}`, measure('cli', [place.path, 'import', ...handoffs(place.path)]), floor, '');
    report(`build, ${name}`, measure('cli', [place.path, 'build']), floor, '');
    if (name === 'one file') report('extract, one file : many files', first, manyExtract(), '< 1.5');
  }
  xliff(one.path);
  statementTrip();
  startUp();
  peers(many.path);
  print();
}

function manyExtract(): Measure {
  const row = rows.find(({ label }) => label === 'extract, many files');
  return { cpu: row?.cpu ?? Number.NaN, peak: 0 };
}

/** Markdown of the packages that the lock file gives, again and again with other letters until there is enough. */
function corpus(): string[] {
  const found = markdownFiles().map(({ bytes }) => new TextDecoder().decode(bytes));
  const texts: string[] = [];
  let size = 0;
  for (let turn = 0; size < bytesWanted; turn++) {
    for (const text of found) {
      const turned =
        turn === 0
          ? text
          : text.replace(/[aeiou]/g, (letter) => 'aeiou'.charAt(('aeiou'.indexOf(letter) + turn) % 5));
      texts.push(turned);
      size += Buffer.byteLength(turned);
      if (size >= bytesWanted) break;
    }
  }
  return texts;
}

function project(name: string, texts: readonly string[]): { path: string; bytes: number } {
  const path = join(folder, name);
  mkdirSync(join(path, 'docs'), { recursive: true });
  const config = {
    sourceLocale: 'en',
    targetLocales: ['hy'],
    documents: ['docs/*.md'],
    minState: 'translated',
  };
  writeFileSync(join(path, 'hexapla.json'), JSON.stringify(config));
  let bytes = 0;
  texts.forEach((text, index) => {
    bytes += Buffer.byteLength(text);
    writeFileSync(join(path, 'docs', `d${index}.md`), text);
  });
  return { path, bytes };
}

function fresh(place: { path: string }, command: string): Measure {
  let best: Measure | null = null;
  for (let turn = 0; turn < repeat; turn++) {
    rmSync(join(place.path, 'locales'), { recursive: true, force: true });
    const one = runTask('cli', [place.path, command]);
    if (!best || one.cpu < best.cpu) best = one;
  }
  return best as Measure;
}

function measure(name: string, args: readonly string[]): Measure {
  let best: Measure | null = null;
  for (let turn = 0; turn < repeat; turn++) {
    const one = runTask(name, args);
    if (!best || one.cpu < best.cpu) best = one;
  }
  return best as Measure;
}

function runTask(name: string, args: readonly string[]): Measure {
  const done = spawnSync(process.execPath, [task, name, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const line = done.stderr.split('\n').findLast((one) => one.startsWith('{"cpu"'));
  if (!line) throw new Error(`bench task ${name} failed: ${done.stderr.slice(-2000)}`);
  return JSON.parse(line) as Measure;
}

function handoffs(path: string): string[] {
  return readdirSync(join(path, 'handoff', 'hy')).map((file) => join('handoff', 'hy', file));
}

function xliff(path: string): void {
  const file = join(path, 'handoff', 'hy', 'd0.hy.xlf');
  const floor = measure('saxes', [file]);
  report(
    `XLIFF 1.2 read (${megabytes(statSync(file).size)} MB) : bare saxes`,
    measure('xliff-read', [file]),
    floor,
    '< 2',
  );
  report('XLIFF 1.2 write : bare saxes', measure('xliff-write', [path]), floor, '< 2');
  report('npm xliff read : bare saxes', measure('xliff-npm', [file]), floor, 'peer');
}

function statementTrip(): void {
  const trip = measure('statement', [root, join(folder, 'trip')]);
  rows.push({
    label: 'statement, whole round trip in one process (s)',
    aim: '< 0.3 s',
    ratio: trip.cpu,
    cpu: trip.cpu,
    floor: 1,
    peak: trip.peak,
  });
}

function startUp(): void {
  const bare = start(['-e', '0']);
  for (const locale of packageLocales()) {
    const help = start([cli, '--help', '--ui-locale', locale]);
    const label = `hexapla --help in ${locale} : node -e 0`;
    rows.push({ label, aim: '< 1.5', ratio: help / bare, cpu: help, floor: bare, peak: 0 });
  }
}

/** CPU seconds of a whole process, start included: the least of many. */
function start(args: readonly string[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 20; turn++) {
    const preload = fileURLToPath(new URL('bench-preload.cjs', import.meta.url));
    const done = spawnSync(process.execPath, ['--require', preload, ...args], { encoding: 'utf8' });
    least = Math.min(least, Number(/cpu=([\d.]+)/.exec(done.stderr)?.[1] ?? Number.NaN));
  }
  return least;
}

function peers(path: string): void {
  const po4a = (process.env.PATH ?? '')
    .split(delimiter)
    .map((place) => join(place, 'po4a-updatepo'))
    .find((file) => statSync(file, { throwIfNoEntry: false }));
  if (!po4a) {
    console.log('po4a is not installed: no figure for it.');
    return;
  }
  const files = readdirSync(join(path, 'docs'))
    .slice(0, 40)
    .map((file) => join(path, 'docs', file));
  const floor = measure('parse-files', files);
  let failed = 0;
  const before = childCpu();
  for (const file of files) {
    const args = ['-f', 'text', '-o', 'markdown', '-M', 'UTF-8', '-m', file, '-p', join(folder, 'x.pot')];
    if (spawnSync(po4a, args, { stdio: 'ignore' }).status !== 0) failed++;
  }
  const cpu = childCpu() - before;
  rows.push({
    label: `po4a-updatepo, ${files.length} files, ${failed} refused`,
    aim: 'peer',
    ratio: cpu / floor.cpu,
    cpu,
    floor: floor.cpu,
    peak: 0,
  });
}

/** CPU seconds of all processes that this one has started and seen end (Linux: fields 16 and 17 of /proc/self/stat). */
function childCpu(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

function report(label: string, { cpu, peak }: Measure, floor: Measure, aim: string): void {
  rows.push({ label, aim, ratio: cpu / floor.cpu, cpu, floor: floor.cpu, peak });
}

function print(): void {
  const table = rows.map((row) => ({
    what: row.label,
    ratio: row.ratio.toFixed(2),
    aim: row.aim,
    'CPU s': row.cpu.toFixed(3),
    'floor s': row.floor.toFixed(3),
    'peak MB': row.peak ? Math.round(row.peak / 1024) : '',
  }));
  console.table(table);
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
