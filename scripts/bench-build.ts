// Measures a build of many documents in ten languages: time per segment at a quarter of the documents and at all of them
// (it must stay flat), how many cores were busy, and the time of a build when nothing, or one document, has changed.
// Usage: npx tsx scripts/bench-build.ts [--documents 1000] [--segments 20]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { hashWording } from '../src/catalogue/hash.ts';
import { formatTarget } from '../src/catalogue/json.ts';
import { parseSource } from '../src/catalogue/parse.ts';
import { liveSegments } from '../src/catalogue/update.ts';
import type { Target } from '../src/model/catalogue.ts';

const LOCALES = ['hy', 'ka', 'az', 'be', 'ro', 'uk', 'ru', 'fr', 'de', 'ar'];
const WORDS = 'we demand that the road be opened at once and every family may go home in peace'.split(' ');

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist', 'cli', 'main.js');
const { values } = parseArgs({ options: { documents: { type: 'string' }, segments: { type: 'string' } } });
const documents = Number(values.documents ?? 1000);
const segments = Number(values.segments ?? 20);

interface Timed {
  readonly wall: number;
  readonly cpu: number;
}

const folder = mkdtempSync(join(tmpdir(), 'hexapla-bench-build-'));
try {
  main();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function main(): void {
  spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
  const few = project('few', Math.ceil(documents / 4));
  const many = project('many', documents);
  const first = build(few.path);
  const full = build(many.path);
  const again = build(many.path);
  change(many.path);
  const one = build(many.path);
  const perSegment = ({ wall }: Timed, count: number): string =>
    `${((wall / (count * LOCALES.length)) * 1e6).toFixed(0)} µs`;
  console.log(`${documents} documents × ${LOCALES.length} languages, ${availableParallelism()} cores`);
  console.table([
    row('a quarter of the documents', first, `${perSegment(first, few.count)} a segment and language`),
    row('all', full, `${perSegment(full, many.count)} a segment and language (flat is wanted)`),
    row(
      'all again, nothing changed',
      again,
      `${(again.wall / full.wall).toFixed(3)} of the full time (< 0.1)`,
    ),
    row('all again, one document changed', one, `${(one.wall / full.wall).toFixed(3)} of the full time`),
  ]);
}

function row(what: string, { wall, cpu }: Timed, figure: string): Record<string, string> {
  return { what, s: wall.toFixed(2), 'cores busy': (cpu / wall).toFixed(2), figure };
}

/** A project of which everything is translated and reviewed; `count` is its segments. */
function project(name: string, size: number): { readonly path: string; readonly count: number } {
  const path = join(folder, name);
  mkdirSync(join(path, 'docs'), { recursive: true });
  const config = {
    sourceLocale: 'en',
    targetLocales: LOCALES,
    documents: ['docs/*.md'],
    catalogues: 'l/{locale}/{name}.json',
  };
  writeFileSync(join(path, 'hexapla.json'), JSON.stringify(config));
  for (let i = 0; i < size; i++) writeFileSync(join(path, 'docs', `d${i}.md`), documentOf(i));
  command(path, ['extract']);
  for (const locale of LOCALES) mkdirSync(join(path, 'l', locale));
  let count = 0;
  for (let i = 0; i < size; i++) {
    const file = join(path, 'l', 'en', `d${i}.json`);
    const source = parseSource(readFileSync(file, 'utf8'), file);
    const live = liveSegments(source);
    count += live.length;
    for (const locale of LOCALES) {
      const targets = Object.fromEntries(
        live.map(({ id, entry }): [string, Target] => [
          id,
          {
            ...{
              text: entry.text.replace(/[a-z]+(?![^<]*>)/g, (word) => `${word}${locale}`),
              state: 'reviewed',
            },
            ...{ origin: 'human', by: 'R', on: '2026-01-31', madeFrom: hashWording(entry) },
          },
        ]),
      );
      const target = { document: source.document, locale, targets, suggestions: {} };
      writeFileSync(
        join(path, 'l', locale, `d${i}.json`),
        formatTarget(
          target,
          live.map(({ id }) => id),
        ),
      );
    }
  }
  return { path, count };
}

/** A letter of paragraphs, a list and a table, unlike any other. */
function documentOf(number: number): string {
  const sentence = (i: number): string => {
    const words = Array.from(
      { length: 12 },
      (_, w) => WORDS[(number * 7 + i * 5 + w * (1 + (i % 3))) % WORDS.length],
    );
    return `In part ${i} of letter ${number} **${words[0]}** ${words.slice(1).join(' ')}.`;
  };
  const all = Array.from({ length: segments }, (_, i) => sentence(i));
  const paragraphs = all
    .slice(0, Math.ceil(segments / 2))
    .join(' ')
    .replace(/((?:[^.]+\.){3}) /g, '$1\n\n');
  const items = all.slice(Math.ceil(segments / 2)).map((one) => `- ${one}`);
  return `# Letter ${number}\n\n${paragraphs}\n\n${items.join('\n')}\n`;
}

function change(path: string): void {
  const file = join(path, 'docs', 'd0.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('In part 0', 'In the part 0'));
  command(path, ['extract']);
}

function build(path: string): Timed {
  const before = childCpu();
  const start = performance.now();
  command(path, ['build']);
  return { wall: (performance.now() - start) / 1000, cpu: childCpu() - before };
}

function command(path: string, words: readonly string[]): void {
  const env = { ...process.env, XDG_CACHE_HOME: join(path, '.cache') };
  const done = spawnSync(process.execPath, [cli, ...words], {
    cwd: path,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (done.status !== 0 && done.status !== 1) throw new Error(`hexapla ${words.join(' ')}: ${done.stderr}`);
}

/** CPU seconds of all processes that this one has started and seen end (Linux: fields 16 and 17 of /proc/self/stat). */
function childCpu(): number {
  const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[13]) + Number(fields[14])) / 100;
}
