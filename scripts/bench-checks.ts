// Measures the checks on a large project in ten languages: wall time, CPU, peak memory and the cost of each rule; the
// second run with nothing changed and with one target changed; the floor is a bare parse of the same catalogues.
// Usage: npx tsx scripts/bench-checks.ts [--segments 100000] [--documents 100] [--keep] [--no-build] [--cli FILE] [--in-process]
// `--documents 1` makes one document of all segments; `--in-process` measures the rules alone, without the command.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { parseSource, parseTarget } from '../src/catalogue/parse.ts';
import type { RuleId } from '../src/model/rules.ts';
import { openDocument } from '../src/pipeline.ts';
import { checkReports, checkSettings } from '../src/pipeline-check.ts';
import { identifier } from '../tests/support/clean/identifier.ts';
import { settings as defaults } from '../tests/support/settings.ts';
import { LOCALES, writeProject } from './bench-checks-project.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    segments: { type: 'string', default: '100000' },
    documents: { type: 'string', default: '100' },
    keep: { type: 'boolean', default: false },
    'no-build': { type: 'boolean', default: false },
    cli: { type: 'string' },
    'in-process': { type: 'boolean', default: false },
  },
});
const segments = Number(values.segments);
const documents = Number(values.documents);
const folder = mkdtempSync(join(tmpdir(), 'hexapla-bench-checks-'));
const catalogues: string[] = [];
const identify = values['in-process'] ? await identifier() : null;

/** A process's own figures when it ends; those of its threads are among them. */
const USAGE = `process.on('exit',()=>{const{user,system}=process.cpuUsage();process.stderr.write('\\nusage='+(user+system)/1e6+' '+process.resourceUsage().maxRSS/1024+'\\n')})`;

interface Timed {
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
  readonly out: string;
}

try {
  main();
} finally {
  if (values.keep) console.log(folder);
  else rmSync(folder, { recursive: true, force: true });
}

function main(): void {
  if (!values['no-build'] && !values.cli && !values['in-process'])
    spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
  const started = performance.now();
  const size = writeProject(folder, segments, documents);
  catalogues.push(...size.catalogues);
  console.log(
    `${documents} documents, ${segments} segments, ${LOCALES.length} languages besides English; ${(size.bytes / 1e6).toFixed(0)} MB of catalogues, ${(size.letters / size.texts).toFixed(0)} characters a text; ${availableParallelism()} cores, Node ${process.version}; made in ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
  if (values['in-process']) inProcess();
  else withCommand();
}

/** The command on the project: from the beginning, again, and after a change. */
function withCommand(): void {
  const floor = node([
    '-e',
    `for(const f of process.argv.slice(1).flatMap(f=>require('fs').readFileSync(f,'utf8').split('\\n')))JSON.parse(require('fs').readFileSync(f,'utf8'))`,
    listFile(),
  ]);
  const first = check();
  const again = check();
  changeOne();
  const one = check();
  console.table([
    row('JSON.parse of the catalogues', floor),
    row('check', first),
    row('check again, nothing changed', again),
    row('check again, one target changed', one),
  ]);
  console.log(counts(first.out));
  const timed = check('--timing', '--json');
  console.table([row('check --timing', timed)]);
  console.log(costs(timed.out));
}

/** The processor's time so far in milliseconds: another process's load does not count. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The rules alone, document after document. */
function inProcess(): void {
  const spent = new Map<RuleId, number>();
  const order = { choice: () => null, timing: { clock: cpuTime, spent } };
  const started = cpuTime();
  const found = new Map<string, number>();
  for (let number = 0; number < documents; number++) {
    const document = `docs/d${number}.md`;
    const bytes = readFileSync(join(folder, document));
    const read = (locale: string): string =>
      readFileSync(join(folder, 'locales', locale, `d${number}.json`), 'utf8');
    const settings = { ...defaults, segmentation: 'block' } as const;
    const open = openDocument({ document, bytes, catalogue: parseSource(read('en'), document), settings });
    const targets = Object.fromEntries(LOCALES.map((locale) => [locale, parseTarget(read(locale), locale)]));
    const checks = checkSettings(settings, { identify });
    for (const { findings } of checkReports({ open, targets, settings, checks, order })) {
      for (const { rule } of findings) found.set(rule, (found.get(rule) ?? 0) + 1);
    }
  }
  const rules = [...spent]
    .sort(([, a], [, b]) => b - a)
    .map(([rule, milliseconds]) => ({ rule, milliseconds }));
  console.log(`${((cpuTime() - started) / 1000).toFixed(1)} s of CPU in all`);
  console.log(costs(JSON.stringify({ timing: { targets: segments * LOCALES.length, rules } })));
  console.log([...found].map(([rule, count]) => `${rule} ${count}`).join(', '));
}

function row(what: string, { wall, cpu, peak }: Timed): Record<string, string> {
  const pairs = segments * LOCALES.length;
  return {
    what,
    s: wall.toFixed(1),
    'CPU s': cpu.toFixed(1),
    'peak MB': peak.toFixed(0),
    'µs CPU a pair': ((cpu / pairs) * 1e6).toFixed(1),
  };
}

function check(...more: string[]): Timed {
  return node([
    values.cli ?? join(root, 'dist', 'cli', 'main.js'),
    'check',
    '--format',
    'json',
    '-C',
    folder,
    ...more,
  ]);
}

function node(args: readonly string[]): Timed {
  const started = performance.now();
  const ran = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(USAGE)}`, ...args],
    { encoding: 'utf8', maxBuffer: 2 ** 31 - 1 },
  );
  const usage = [...ran.stderr.matchAll(/usage=([\d.]+) ([\d.]+)/g)].at(-1);
  if (!usage || (ran.status !== 0 && ran.status !== 1))
    throw new Error(`exit ${ran.status}: ${ran.stderr.slice(0, 2000)}${ran.stdout.slice(0, 1000)}`);
  return {
    wall: (performance.now() - started) / 1000,
    cpu: Number(usage[1]),
    peak: Number(usage[2]),
    out: ran.stdout,
  };
}

/** How many findings there are of each rule. */
function counts(out: string): string {
  const { findings } = JSON.parse(out) as { findings: { rule: string; severity: string }[] };
  const by = new Map<string, number>();
  for (const { rule, severity } of findings)
    by.set(`${severity} ${rule}`, (by.get(`${severity} ${rule}`) ?? 0) + 1);
  return `findings: ${[...by]
    .sort()
    .map(([rule, count]) => `${rule} ${count}`)
    .join(', ')}`;
}

/** What each rule cost. */
function costs(out: string): string {
  const { timing } = JSON.parse(out) as {
    timing?: { targets: number; rules: { rule: string; milliseconds: number }[] };
  };
  if (!timing) return 'no timing';
  const lines = timing.rules.map(
    ({ rule, milliseconds }) =>
      `${rule.padEnd(24)} ${((milliseconds * 1000) / timing.targets).toFixed(2)} µs a pair`,
  );
  const total = timing.rules.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return [
    ...lines,
    `${'all rules'.padEnd(24)} ${((total * 1000) / timing.targets).toFixed(1)} µs a pair`,
  ].join('\n');
}

function listFile(): string {
  const path = join(folder, 'list.txt');
  writeFileSync(path, catalogues.join('\n'));
  return path;
}

/** Changes the text of one target in one catalogue. */
function changeOne(): void {
  const path = catalogues.at(-1) ?? '';
  const text = readFileSync(path, 'utf8');
  const at = text.indexOf('{"text":"', text.length / 2) + '{"text":"'.length;
  const end = text.indexOf('"', at);
  writeFileSync(path, `${text.slice(0, at)}${text.slice(at, end).toUpperCase()}${text.slice(end)}`);
}
