// Measures sentence boundaries against ../shared/segmentation: `tsx scripts/sentences-eval.ts [locale [errors]]`.
import { existsSync, readFileSync } from 'node:fs';
import { sentenceBoundaries } from '../src/segments/sentences.ts';

interface Sample {
  readonly locale: string;
  readonly text: string;
  readonly sentences: readonly string[];
}
type Split = (text: string, locale: string) => readonly number[];

const folder = new URL('../../shared/segmentation/', import.meta.url);

function samplesOf(name: string): readonly Sample[] {
  const file = new URL(name, folder);
  if (!existsSync(file)) {
    console.error(`absent: ../shared/segmentation/${name}`);
    return [];
  }
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Sample);
}

const segmenters = new Map<string, Intl.Segmenter>();

function bare(text: string, locale: string): readonly number[] {
  const segmenter = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'sentence' });
  segmenters.set(locale, segmenter);
  return [...segmenter.segment(text)].slice(1).map(({ index }) => index);
}

const solid = (text: string): number => text.replace(/\s/g, '').length;

/** Boundaries as counts of the characters before them, white space ignored. */
function places(text: string, at: readonly number[]): Set<number> {
  const end = solid(text);
  return new Set(at.map((offset) => solid(text.slice(0, offset))).filter((n) => n > 0 && n < end));
}

function wanted({ sentences }: Sample): Set<number> {
  let sum = 0;
  return new Set(sentences.slice(0, -1).map((sentence) => (sum += solid(sentence))));
}

interface Counts {
  hits: number;
  found: number;
  wanted: number;
  met: number;
  texts: number;
}

function count(samples: readonly Sample[], split: Split): Counts {
  const sum: Counts = { hits: 0, found: 0, wanted: 0, met: 0, texts: samples.length };
  for (const sample of samples) {
    const want = wanted(sample);
    const have = places(sample.text, split(sample.text, sample.locale));
    const hits = [...have].filter((place) => want.has(place)).length;
    sum.hits += hits;
    sum.found += have.size;
    sum.wanted += want.size;
    if (hits === have.size && hits === want.size) sum.met += 1;
  }
  return sum;
}

const percent = (part: number, whole: number): string =>
  (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1)).padStart(6);

function scores({ hits, found, wanted: want }: Counts): string {
  return `${percent(hits, found)} ${percent(hits, want)} ${percent(2 * hits, found + want)}`;
}

/** Each boundary missed (−) or invented (+), with the text around it. */
function errors(samples: readonly Sample[]): void {
  for (const sample of samples) {
    const want = wanted(sample);
    const have = places(sample.text, sentenceBoundaries(sample.text, sample.locale));
    let place = 0;
    for (let i = 0; i < sample.text.length; i += 1) {
      if (/\s/.test(sample.text[i] ?? '')) continue;
      const sign = want.has(place) === have.has(place) ? '' : want.has(place) ? '−' : '+';
      if (sign !== '') {
        console.log(`${sign} ${sample.text.slice(Math.max(0, i - 60), i)}▮${sample.text.slice(i, i + 40)}`);
      }
      place += 1;
    }
  }
}

function table(name: string, only: string | undefined): void {
  const samples = samplesOf(name);
  const locales = [...new Set(samples.map(({ locale }) => locale))].sort();
  console.log(
    `\n${name}\nlocale  texts |   ours: P      R     F1  texts met |   bare: P      R     F1  texts met`,
  );
  for (const locale of locales.filter((each) => only === undefined || each === only)) {
    const mine = samples.filter((sample) => sample.locale === locale);
    const [ours, theirs] = [count(mine, sentenceBoundaries), count(mine, bare)];
    const left = `${scores(ours)} ${percent(ours.met, ours.texts)}`;
    const right = `${scores(theirs)} ${percent(theirs.met, theirs.texts)}`;
    console.log(`${locale.padEnd(6)} ${String(ours.texts).padStart(6)} | ${left}     | ${right}`);
    if (process.argv[3] === 'errors') errors(mine);
  }
}

/** Repetitions of the whole sample in a measurement of speed, after ten to warm up. */
const ROUNDS = 30;

function speed(): void {
  const samples = samplesOf('treebank-dev.jsonl');
  const bytes = samples.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  for (const [name, split] of [
    ['ours', sentenceBoundaries],
    ['bare', bare],
  ] as const) {
    for (let round = 0; round < 10; round += 1)
      for (const sample of samples) split(sample.text, sample.locale);
    const from = process.cpuUsage();
    for (let round = 0; round < ROUNDS; round += 1)
      for (const sample of samples) split(sample.text, sample.locale);
    const { user, system } = process.cpuUsage(from);
    console.log(`${name}: ${((ROUNDS * bytes) / (user + system)).toFixed(1)} MB of UTF-8 a CPU second`);
  }
}

for (const name of ['treebank-dev.jsonl', 'rules.jsonl']) table(name, process.argv[2]);
if (process.argv[2] === undefined) speed();
