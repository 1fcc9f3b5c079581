import { spawnSync } from 'node:child_process';
import { closeSync, createReadStream, existsSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { SaxesParser } from 'saxes';
import { validateXliff } from '../src/exchange/validate/validate.ts';

// A file of any size on disk, read by a function or by a program: its time, its throughput and its peak memory.
//
//   tsx scripts/big-xliff.ts --size 1                          validates 1 GB of XLIFF 2.1
//   tsx scripts/big-xliff.ts --size 1 --reader saxes           parses it and does nothing else
//   tsx scripts/big-xliff.ts --size 1 --module ./a.ts#read     calls `read(path)` of a module
//   tsx scripts/big-xliff.ts --size 1 -- node hexapla.js validate {}     runs a program; {} is the path
//   tsx scripts/big-xliff.ts --size 1 --keep big.xlf           keeps the file, or takes the one that is there

const USAGE =
  'tsx scripts/big-xliff.ts [--size GB] [--keep FILE] [--reader validate|saxes] [--module FILE#NAME] [-- COMMAND]';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: 'string', default: '1' },
    keep: { type: 'string' },
    reader: { type: 'string', default: 'validate' },
    module: { type: 'string' },
  },
});

const GB = 1 << 30;
const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="fr">
  <file id="f1" original="statement.md">
`;
const TAIL = '  </file>\n</xliff>\n';

function unit(number: number): string {
  const id = `u${number.toString(36).padStart(8, '0')}`;
  const first = `s${number.toString(36).padStart(8, '0')}`;
  return `    <unit id="${id}" type="hexapla:paragraph" canResegment="yes" xml:space="preserve">
      <notes>
        <note id="n1" appliesTo="source" category="kind">paragraph ${number}, before: “the text that comes before it”</note>
      </notes>
      <segment id="${first}" state="translated">
        <source><pc id="${first}-1" type="fmt" subType="xlf:b">Throughout the ${number % 24} hours</pc> that followed, <ph id="${first}-2" type="other" equiv="x&lt;y"/> people were wounded &amp; taken away.</source>
        <target><pc id="${first}-1" type="fmt" subType="xlf:b">Pendant les ${number % 24} heures</pc> qui ont suivi, <ph id="${first}-2" type="other" equiv="x&lt;y"/> personnes ont été blessées &amp; emmenées.</target>
      </segment>
      <ignorable><source> </source></ignorable>
      <segment id="${first}b" state="initial">
        <source>The attack took place in the early morning, before anyone was awake.</source>
      </segment>
    </unit>
`;
}

function generate(path: string, bytes: number): void {
  const file = openSync(path, 'w');
  let written = writeSync(file, HEAD);
  let piece = '';
  for (let number = 0; written < bytes; number += 1) {
    piece += unit(number);
    if (piece.length < 1 << 20) continue;
    written += writeSync(file, piece);
    piece = '';
  }
  writeSync(file, piece + TAIL);
  closeSync(file);
}

async function feed(path: string, sink: { write(text: string): void; end(): unknown }): Promise<unknown> {
  for await (const piece of createReadStream(path, { encoding: 'utf8', highWaterMark: 1 << 20 }))
    sink.write(piece);
  return sink.end();
}

async function validate(path: string): Promise<unknown> {
  const validation = await feed(path, validateXliff(path));
  return validation;
}

async function parse(path: string): Promise<unknown> {
  const parser = new SaxesParser();
  let elements = 0;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', () => {
    elements += 1;
  });
  await feed(path, { write: (text) => parser.write(text), end: () => parser.close() });
  return { elements };
}

async function readerOf(): Promise<(path: string) => unknown> {
  if (values.module !== undefined) {
    const [file = '', name = 'default'] = values.module.split('#');
    return (await import(pathToFileURL(file).href))[name];
  }
  if (values.reader === 'saxes') return parse;
  if (values.reader === 'validate') return validate;
  throw new Error(USAGE);
}

// The peak of a program that was run comes from the system: ru_maxrss is in KB.
function runProgram(command: readonly string[], path: string): void {
  const [program = '', ...rest] = command.map((word) => word.replaceAll('{}', path));
  const timed = existsSync('/usr/bin/time');
  const { status } = timed
    ? spawnSync('/usr/bin/time', ['-f', 'peak %M KB', program, ...rest], { stdio: 'inherit' })
    : spawnSync(program, rest, { stdio: 'inherit' });
  console.log(`exit code ${status}`);
}

const kept = values.keep !== undefined;
const path = values.keep ?? join(tmpdir(), `big-${process.pid}.xlf`);
try {
  if (!(kept && existsSync(path))) generate(path, Number(values.size) * GB);
  const size = statSync(path).size;
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  const start = performance.now();
  if (positionals.length > 0) runProgram(positionals, path);
  else console.log(JSON.stringify(await (await readerOf())(path)).slice(0, 600));
  clearInterval(watch);
  const seconds = (performance.now() - start) / 1000;
  peak = Math.max(peak, process.resourceUsage().maxRSS * 1024);
  console.log(
    `${(size / GB).toFixed(2)} GB in ${seconds.toFixed(1)} s: ${(size / (1 << 20) / seconds).toFixed(1)} MB/s`,
  );
  if (positionals.length === 0) console.log(`peak ${(peak / (1 << 20)).toFixed(0)} MB`);
} finally {
  if (!kept) rmSync(path, { force: true });
}
