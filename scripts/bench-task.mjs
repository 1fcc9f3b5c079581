// One measurement in a process of its own; prints {"cpu": seconds, "peak": kilobytes} last on standard error.
// The modules that a task needs are loaded before the clock starts.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [name, ...args] = process.argv.slice(2);
const run = await prepare(name, args);
const before = process.cpuUsage();
await run();
const { user, system } = process.cpuUsage(before);
const { maxRSS } = process.resourceUsage();
process.stderr.write(`\n${JSON.stringify({ cpu: (user + system) / 1e6, peak: maxRSS })}\n`);

async function prepare(task, rest) {
  const [path, ...more] = rest;
  if (task === 'parse') return parse(readdirSync(join(path, 'docs')).map((file) => join(path, 'docs', file)));
  if (task === 'parse-files') return parse(rest);
  if (task === 'cli') return command(path, more);
  if (task === 'fill') return () => fill(path);
  if (task === 'saxes') return saxes(path);
  if (task === 'xliff-read') return xliffRead(path);
  if (task === 'xliff-write') return xliffWrite(path);
  if (task === 'xliff-npm') return xliffNpm(path);
  if (task === 'statement') return statement(path, more[0]);
  throw new Error(`unknown task ${task}`);
}

async function parse(files) {
  const { GFM, parser } = await import('@lezer/markdown');
  const markdown = parser.configure(GFM);
  return () => {
    for (const file of files) markdown.parse(readFileSync(file, 'utf8'));
  };
}

async function command(path, words) {
  const { run: perform } = await import('../dist/cli/run.js');
  const terminal = quietTerminal(path);
  return async () => {
    const exit = await perform(words, terminal);
    if (exit > 1) throw new Error(`hexapla ${words.join(' ')} ended with ${exit}`);
  };
}

function quietTerminal(folder) {
  const err = (text) => process.stderr.write(text);
  const env = { XDG_CACHE_HOME: join(folder, '.cache') };
  const nobody = { input: async () => '', ask: async () => null, columns: null, problems: null };
  return { folder, env, out: () => {}, err, ...nobody };
}

/** Translates a handoff: every target is its source, backwards word by word. */
function fill(path) {
  const folder = join(path, 'handoff', 'hy');
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), 'utf8');
    writeFileSync(join(folder, file), filled(text));
  }
}

function filled(text) {
  return text.replace(
    /(<source[^>]*>)([\s\S]*?)(<\/source>\s*)<target[^>]*(?:\/>|>[\s\S]*?<\/target>)/g,
    (_, open, source, close) =>
      `${open}${source}${close}<target state="translated">${source.replace(/[A-Za-z]+(?![^<]*>|[a-z#0-9]*;)/g, (word) => [...word].reverse().join(''))}</target>`,
  );
}

async function saxes(file) {
  const { SaxesParser } = await import('saxes');
  const text = readFileSync(file, 'utf8');
  return () => {
    const parser = new SaxesParser();
    let events = 0;
    for (const event of ['opentag', 'closetag', 'text']) parser.on(event, () => events++);
    parser.write(text).close();
  };
}

async function xliffRead(file) {
  const { readXliffBytes } = await import('../dist/exchange/xliff/read.js');
  const bytes = readFileSync(file);
  return () => void readXliffBytes(bytes, file);
}

async function xliffWrite(path) {
  const { parseSource } = await import('../dist/catalogue/parse.js');
  const { makeTransfer } = await import('../dist/exchange/transfer.js');
  const { writeXliff } = await import('../dist/exchange/xliff/write.js');
  const source = parseSource(readFileSync(join(path, 'locales', 'en', 'd0.json'), 'utf8'), 'd0.json');
  const transfer = makeTransfer({
    source,
    target: null,
    targetLocale: 'hy',
    only: null,
    instruction: null,
    gaps: () => [],
    isStale: () => false,
    hash: () => '',
    words: (key) => key,
  });
  return () => void writeXliff(transfer, { format: 'xliff-1.2', profile: 'plain', toolVersion: '0' });
}

async function xliffNpm(file) {
  const { xliff12ToJs } = await import('xliff');
  const text = readFileSync(file, 'utf8');
  return () => xliff12ToJs(text);
}

/** The statement's whole way: extract, export, translate, import, review, check, build. */
async function statement(root, folder) {
  mkdirSync(join(folder, 'docs'), { recursive: true });
  writeFileSync(
    join(folder, 'docs', 'statement.md'),
    readFileSync(join(root, 'locales', 'en', 'statement.md')),
  );
  writeFileSync(
    join(folder, 'hexapla.json'),
    JSON.stringify({ sourceLocale: 'en', targetLocales: ['hy'], documents: ['docs/*.md'] }),
  );
  const { run: perform } = await import('../dist/cli/run.js');
  const { COMMANDS } = await import('../dist/cli/commands.js');
  const { loadCommand } = await import('../dist/cli/load.js');
  for (const command of COMMANDS) await loadCommand(command);
  const terminal = quietTerminal(folder);
  return async () => {
    for (const words of ['extract', 'export --locale hy']) await perform(words.split(' '), terminal);
    fill(folder);
    const file = join('handoff', 'hy', readdirSync(join(folder, 'handoff', 'hy'))[0]);
    await perform(['import', file], terminal);
    for (const words of ['review statement --locale hy --all --by R', 'status', 'check', 'build']) {
      const exit = await perform(words.split(' '), terminal);
      if (exit !== 0) throw new Error(`hexapla ${words} ended with ${exit}`);
    }
  };
}
