import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { keepKnown } from '../../src/exchange/keep-known.ts';
import { validateXliff } from '../../src/exchange/validate/validate.ts';
import { readXliffBytes } from '../../src/exchange/xliff/read.ts';
import { type Salvage, salvageXliffBytes } from '../../src/exchange/xliff/salvage.ts';
import { changeKey, updateXliffBytes } from '../../src/exchange/xliff/update.ts';
import { writeXliff } from '../../src/exchange/xliff/write.ts';
import { decodeXmlPieces } from '../../src/exchange/xml/bytes.ts';
import type { SourceCatalogue, TargetCatalogue } from '../../src/model/catalogue.ts';
import { HexaplaError } from '../../src/model/error.ts';
import { type Returned, XLIFF_FORMATS } from '../../src/model/transfer.ts';
import { importReturn } from '../../src/pipeline-exchange.ts';
import { mutated } from '../support/mutate.ts';
import { begin, sent, written } from '../support/return-world.ts';
import { PLAIN, sample } from './support.ts';

const FULL = process.env['HEXAPLA_FULL'] === '1';
const COUNT = Number(process.env['HEXAPLA_FUZZ'] ?? (FULL ? 200_000 : 2000));
/** Another seed each time in the full run; HEXAPLA_SEED tries one again. */
const START = Number(process.env['HEXAPLA_SEED'] ?? (FULL ? Math.floor(Date.now() / 1000) : 20231121));
/** Milliseconds for all of it. */
const TIMEOUT = FULL ? 7_200_000 : 300_000;
/** Milliseconds that any one reading may take. */
const BOUND = 2000;
const FOLDER = '../shared/xliff';

const world = written(begin('# Title\n\nBoth **parties** agree. Use `x` here.\n\nA [link](b) is here.\n'), [
  'Titre',
  null,
  'Ici <1/>.',
]);
const handoffs = XLIFF_FORMATS.map((format) => sent(world, format));

/** Whatever a reading gives: what it read, or the one error that it may end in. */
function outcome<Result>(what: string, seed: number, read: () => Result): Result | HexaplaError {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const result = attempt(`${what} of the file with seed ${seed}`, read);
  const { user, system } = process.cpuUsage(cpu);
  const took = Math.min(performance.now() - start, (user + system) / 1000);
  if (took > BOUND) throw new Error(`${what} of the file with seed ${seed} took ${took} ms`);
  return result;
}

function attempt<Result>(what: string, read: () => Result): Result | HexaplaError {
  try {
    return read();
  } catch (error) {
    if (error instanceof HexaplaError) return error;
    throw new Error(what, { cause: error });
  }
}

function validate(bytes: Uint8Array): number {
  const validator = validateXliff('f');
  const decoder = decodeXmlPieces('f');
  for (let at = 0; at < bytes.length; at += 50_000)
    validator.write(decoder.write(bytes.subarray(at, at + 50_000)));
  validator.write(decoder.end());
  return validator.end().problems.length;
}

function update(bytes: Uint8Array, returned: readonly Returned[]): Uint8Array {
  const changes = returned.flatMap(({ segments }, file) =>
    segments.map(({ id }) => [changeKey(file, id), { state: 'reviewed', findings: ['A < B'] }] as const),
  );
  return updateXliffBytes(bytes, 'f', new Map(changes));
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

// Everything that an import is given is frozen: a partial write would throw.
const source: SourceCatalogue = frozen(world.source);
const target: TargetCatalogue = frozen(world.target);
const records = handoffs.map(({ record }) => frozen(record));

function accept(returned: readonly Returned[], seed: number): void {
  const before = JSON.stringify(target);
  for (const one of returned) {
    const known = keepKnown(source);
    for (const segment of one.segments) known.segment(segment);
    const record = records.find(({ digest }) => digest === one.handoff) ?? null;
    const options = { origin: 'human', acceptState: seed % 2 === 0, acceptSame: seed % 3 === 0 } as const;
    const given = { returned: { ...one, segments: known.segments }, source, target, record, options };
    const accepted = importReturn(given);
    for (const [id, { text }] of Object.entries(accepted.target.targets)) {
      if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uD800-\uDFFF]/u.test(text))
        throw new Error(`${id} holds ${text}`);
    }
  }
  if (JSON.stringify(target) !== before) throw new Error('a catalogue was changed in place');
}

function tryFile(bytes: Buffer, seed: number): 'read' | 'salvaged' | 'refused' {
  const read = outcome('the reading', seed, () => readXliffBytes(bytes, 'f'));
  const salvaged = outcome<Salvage>('the salvage', seed, () => salvageXliffBytes(bytes, 'f'));
  outcome('the validation', seed, () => validate(bytes));
  if (!(read instanceof HexaplaError)) {
    if (salvaged instanceof HexaplaError || salvaged.damage.length > 0)
      throw new Error(`seed ${seed} needs no salvage`);
    const updated = outcome('the update', seed, () => update(bytes, read));
    if (updated instanceof HexaplaError) throw new Error(`the update of seed ${seed}`, { cause: updated });
    const again = outcome('the reading of the update', seed, () => readXliffBytes(updated, 'f'));
    if (again instanceof HexaplaError)
      throw new Error(`the reading of the update of seed ${seed}`, { cause: again });
  }
  if (!(salvaged instanceof HexaplaError)) outcome('the import', seed, () => accept(salvaged.returned, seed));
  return read instanceof HexaplaError ? (salvaged instanceof HexaplaError ? 'refused' : 'salvaged') : 'read';
}

function seeds(): Buffer[] {
  const own = XLIFF_FORMATS.map((format) => Buffer.from(writeXliff(sample(), { ...PLAIN, format })));
  const returns = handoffs.map(({ text }) =>
    Buffer.from(text.replace(/<target([^>]*)><\/target>/g, '<target$1>Les mots</target>')),
  );
  const fixtures = readdirSync('tests/fixtures/xliff').map((name) =>
    readFileSync(join('tests/fixtures/xliff', name)),
  );
  const all = [...own, ...returns, ...returns, ...returns, ...fixtures];
  if (!existsSync(FOLDER)) return all;
  for (const folder of ['samples-1.2', 'samples-2.x', 'testsuite']) {
    for (const name of readdirSync(join(FOLDER, folder), { recursive: true, encoding: 'utf8' }).sort()) {
      if (/\.(?:xlf|xliff|sdlxliff)$/.test(name)) all.push(readFileSync(join(FOLDER, folder, name)));
    }
  }
  return all;
}

/** Megabytes of the heap that are in use after what is not is freed. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed / 1e6;
}

describe(`${COUNT} mutated files${existsSync(FOLDER) ? '' : ' (without the samples of ../shared/xliff)'}`, () => {
  it(
    'end in a result or one clear error, in bounded time and memory, and nothing is half written',
    () => {
      const files = seeds();
      const counts = { read: 0, salvaged: 0, refused: 0 };
      const heaps: number[] = [];
      const step = Math.min(20_000, COUNT / 4);
      for (let index = 0; index < COUNT; index += 1) {
        const seed = START + index;
        counts[tryFile(mutated(files, seed), seed)] += 1;
        if ((index + 1) % step === 0) heaps.push(heap());
      }
      // All three must be there, or the mutations try nothing.
      for (const count of Object.values(counts)) expect(count).toBeGreaterThan(COUNT / 20);
      const [first = 0, ...rest] = heaps;
      for (const later of rest) expect(later).toBeLessThan(first + 20);
      if (FULL) console.log(`seed ${START}: ${JSON.stringify({ ...counts, heaps: heaps.map(Math.round) })}`);
    },
    TIMEOUT,
  );
});
