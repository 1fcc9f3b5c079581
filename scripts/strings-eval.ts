// Sends real resource files of other projects through `hexapla strings` and back, and counts what was refused and why.
// npx tsx scripts/strings-eval.ts
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exportStrings } from '../src/exchange/strings/export.ts';
import { importStrings } from '../src/exchange/strings/import.ts';
import { readResource } from '../src/exchange/strings/json-read.ts';
import { writeResource } from '../src/exchange/strings/json-write.ts';
import { nameOf } from '../src/exchange/strings/key.ts';
import { STRINGS_FORMATS, type StringsFormat } from '../src/exchange/strings/package.ts';
import { readStrings } from '../src/exchange/strings/read.ts';
import type { KeyPath, Resource, ResourceNode } from '../src/exchange/strings/tree.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where installed packages keep resource files: `*` is the language. */
const PLACES = [
  'node_modules/zod-i18n-map/locales/*/zod.json',
  'node_modules/axe-core/locales/*.json',
  'node_modules/typescript/lib/*/diagnosticMessages.generated.json',
  'locales/*/ui.json',
];

/** Languages with few and many forms of plurals, and scripts in both directions. */
const TARGETS = ['hy', 'uk', 'ar', 'ja', 'ro', 'de', 'ga', 'he'];

/** What became of one file in one format. */
export interface Trip {
  readonly file: string;
  readonly format: StringsFormat;
  readonly source: string;
  readonly target: string;
  readonly texts: number;
  readonly kept: number;
  readonly unused: number;
  /** Plural forms that only the target language has. */
  readonly added: number;
  readonly refused: readonly { readonly key: string; readonly reason: string }[];
  /** What came back otherwise than it should have, in words; nothing where all is well. */
  readonly wrong: readonly string[];
}

/** The real resource files that are installed here, each with its language. */
export function realFiles(): readonly (readonly [file: string, locale: string])[] {
  return PLACES.flatMap((place) => {
    const [before = '', after = ''] = place.split('*');
    const names = readdirSync(root + before).sort();
    const tags = names.map((name) => (after.startsWith('/') ? name : name.slice(0, -after.length)));
    return tags.flatMap((tag) => {
      const file = before + tag + after;
      const locale = localeOf(tag);
      return locale !== null && existsSync(root + file) ? [[file, locale] as const] : [];
    });
  });
}

/** The language in a path; null for what is none (`_template`). */
function localeOf(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag.replace('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

/** A translator who puts every text between marks, and knows XLIFF only from its looks. */
export function translateXliff(xml: string): string {
  return xml.replace(
    /<source>([\s\S]*?)<\/source>(?:\s*<target>[\s\S]*?<\/target>)?/g,
    (_, text: string) => `<source>${text}</source><target>${translated(text)}</target>`,
  );
}

function translated(text: string): string {
  return `«${text}»`;
}

/** Sends a file to a language and back, and compares what came with what should have. */
export function roundTrip(file: string, source: string, target: string, format: StringsFormat): Trip {
  const resource = readResource(readFileSync(root + file, 'utf8'), file);
  return tripOf(resource, { file, source, target, format });
}

/** The same for a file that has been read. */
export function tripOf(
  resource: Resource,
  { file, source, target, format }: Pick<Trip, 'file' | 'source' | 'target' | 'format'>,
): Trip {
  const send = (existing: Resource | null): ReturnType<typeof exportStrings> =>
    exportStrings([{ original: file, source: resource, target: existing, notes: null }], {
      sourceLocale: source,
      targetLocale: target,
      format,
      onlyMissing: false,
      words: (key) => key,
    });
  const { text, files } = send(null);
  const [sent] = files;
  const none = {
    file,
    format,
    source,
    target,
    texts: 0,
    kept: 0,
    unused: 0,
    added: 0,
    refused: [],
    wrong: [],
  };
  if (text === null || !sent) return none;
  const options = { origin: 'human', reviewed: false } as const;
  const units = readStrings(translateXliff(text), file).files[0]?.units ?? [];
  const made = importStrings(units, resource, null, options);
  const refused = [...sent.refused, ...made.refused.map(({ key, reason }) => ({ key, reason }))];
  const wrong = send(null).text === text ? [] : ['two exports differ'];
  if (made.resource) {
    wrong.push(
      ...differences(resource, made.resource, new Set([...sent.unused, ...refused.map(({ key }) => key)])),
    );
    const again = readStrings(send(made.resource).text ?? '', file).files[0]?.units ?? [];
    if (importStrings(again, resource, made.resource, options).resource)
      wrong.push('an untouched file changes');
    const written = writeResource(made.resource.root, made.resource.style);
    JSON.parse(written);
  }
  const added = leavesOf(made.resource?.root).size - leavesOf(resource.root).size + sent.unused.length;
  const counts = { texts: sent.strings, kept: sent.kept, unused: sent.unused.length, added };
  return { file, format, source, target, ...counts, refused, wrong };
}

function differences(before: Resource, after: Resource, left: ReadonlySet<string>): readonly string[] {
  const want = leavesOf(before.root);
  const have = leavesOf(after.root);
  const texts = new Set(
    [...want.values()].flatMap((node) => (node.kind === 'text' ? [translated(node.text)] : [])),
  );
  const wrong: string[] = [];
  for (const [name, node] of want) {
    const found = have.get(name);
    if (left.has(name)) continue;
    const wanted = node.kind === 'text' && node.text.trim() !== '' ? translated(node.text) : valueAt(node);
    if (valueAt(found) !== wanted) wrong.push(`${name}: ${valueAt(found)}, not ${wanted}`);
  }
  for (const [name, node] of have) {
    const form = /_(?:zero|one|two|few|many|other)(?:"\])?$/.test(name) && texts.has(valueAt(node));
    if (!want.has(name) && !form) wrong.push(`${name} is new`);
  }
  const common = [...have.keys()].filter((name) => want.has(name));
  const order = [...want.keys()].filter((name) => have.has(name));
  return JSON.stringify(common) === JSON.stringify(order) ? wrong : [...wrong, 'the order changes'];
}

function valueAt(node: ResourceNode | undefined): string {
  return node === undefined
    ? 'nothing'
    : node.kind === 'text'
      ? node.text
      : node.kind === 'literal'
        ? node.raw
        : node.kind;
}

function leavesOf(
  node: ResourceNode | undefined,
  path: KeyPath = [],
  into = new Map<string, ResourceNode>(),
): Map<string, ResourceNode> {
  if (node?.kind === 'group') for (const [key, child] of node.entries) leavesOf(child, [...path, key], into);
  else if (node?.kind === 'list')
    for (const [index, item] of node.items.entries()) leavesOf(item, [...path, index], into);
  else if (node && path[0] !== '$meta') into.set(nameOf(path), node);
  return into;
}

/** The largest files, of which a sample is enough for every day. */
const LARGE = /\/typescript\/lib\/(?!de|ru|ja)/;

/**
 * Real files, their target language one of several by turns: all of them in all formats, or a sample in one format each.
 */
export function evaluate(all: boolean): readonly Trip[] {
  const files = realFiles().filter(([file]) => all || !LARGE.test(file));
  return files.flatMap(([file, source], index) => {
    const target = TARGETS[index % TARGETS.length] ?? 'hy';
    const formats = all ? STRINGS_FORMATS : STRINGS_FORMATS.filter((_, turn) => turn === index % 2);
    return formats.map((format) => roundTrip(file, source, target, format));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const start = performance.now();
  const trips = evaluate(true);
  for (const { format, file, source, target, texts, kept, added, unused, refused, wrong } of trips) {
    const counts = `${texts} texts, ${kept} kept, ${added} forms added, ${unused} not needed, ${refused.length} refused`;
    console.log(
      `${format} ${source} → ${target} ${file}: ${counts}${wrong.length === 0 ? '' : `, WRONG: ${wrong.join('; ')}`}`,
    );
  }
  const reasons = new Map<string, number>();
  for (const { reason } of trips.flatMap(({ refused }) => refused))
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  const sum = (count: (trip: Trip) => number): number =>
    trips.reduce((total, trip) => total + count(trip), 0);
  console.log(
    `${new Set(trips.map(({ file }) => file)).size} files in ${STRINGS_FORMATS.length} formats: ${sum(({ texts }) => texts)} texts`,
  );
  console.log(
    `kept ${sum(({ kept }) => kept)}, forms added ${sum(({ added }) => added)}, not needed ${sum(({ unused }) => unused)}`,
  );
  console.log(
    `refused ${sum(({ refused }) => refused.length)}: ${JSON.stringify(Object.fromEntries(reasons))}`,
  );
  console.log(`wrong ${sum(({ wrong }) => wrong.length)}, ${Math.round(performance.now() - start)} ms`);
}
