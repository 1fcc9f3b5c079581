import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, type Scalar } from 'yaml';
import type { Block, Opaque, SourceInline } from '../model/block.ts';

/** The YAML at a document's beginning (UTF-16 offsets): all of it with its fences, and what stands between them. */
export interface FrontMatter {
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** What is translatable in front matter, and what should be but cannot be read. */
export interface FrontMatterRead {
  readonly blocks: readonly Block[];
  readonly opaque: readonly Opaque[];
}

/** Longer front matter (UTF-16 units) is not read but reported. */
const MAX_LENGTH = 65_536;
const MAX_DEPTH = 32;
const MANY_MARKS = /^[ \t]*(?:[-?:][ \t]+){33}/m;
const FENCED = /^---[ \t]*\n((?:[\s\S]*?\n)?)---[ \t]*(?:\n|$)/;
const KEY = /^(?:[ \t]*#.*\n)*(?:["'{]|[^\s#>|`*[\]-][^\n:]*:(?:[ \t]|\n|$))/;

/**
 * Finds the front matter. What stands between two rules at the beginning counts only where it begins with a key
 * or is empty: so that a text between two thematic breaks is not taken away from the translators.
 */
export function findFrontMatter(text: string): FrontMatter | null {
  const match = text.startsWith('---') ? FENCED.exec(text) : null;
  if (!match) return null;
  const yaml = match[1]!;
  if (yaml.trim() !== '' && !KEY.test(yaml)) return null;
  const from = text.indexOf('\n') + 1;
  return { end: match[0].length, from, to: from + yaml.length };
}

/**
 * Reads the string values of the chosen keys: `title`, `seo.title`, `tags.0`; `tags` and `authors.name` choose
 * from all the entries of a list. A value that cannot be given back in place (a block scalar, an alias) and
 * YAML that is broken are opaque.
 */
export function readFrontMatter(text: string, matter: FrontMatter, keys: readonly string[]): FrontMatterRead {
  if (keys.length === 0) return { blocks: [], opaque: [] };
  const whole: Opaque = { kind: 'frontMatter', start: matter.from, end: matter.to };
  const root = matter.to - matter.from > MAX_LENGTH ? null : parseYaml(text.slice(matter.from, matter.to));
  if (root === null) return { blocks: [], opaque: [whole] };
  const blocks: Block[] = [];
  const opaque: Opaque[] = [];
  for (const { key, scalar } of chosenValues(root, new Set(keys))) {
    const [start, end] = [scalar.range![0] + matter.from, scalar.range![1] + matter.from];
    const block = scalarBlock(text, start, end, key, scalar);
    if (block) blocks.push(block);
    else opaque.push({ kind: 'frontMatter', start, end });
  }
  return { blocks, opaque };
}

function parseYaml(yaml: string): unknown {
  if (nestsTooDeep(yaml)) return null;
  const document = parseDocument(yaml, { stringKeys: true, logLevel: 'silent', prettyErrors: false });
  return document.errors.length > 0 ? null : (document.contents ?? undefined);
}

/** The YAML library's recursion must not meet ten thousand brackets, nor as many list marks on a line. */
function nestsTooDeep(yaml: string): boolean {
  let depth = 0;
  for (const [mark] of yaml.matchAll(/[[\]{}]/g)) {
    depth += mark === '[' || mark === '{' ? 1 : -1;
    if (depth > MAX_DEPTH) return true;
  }
  return MANY_MARKS.test(yaml);
}

interface Chosen {
  readonly key: string;
  readonly scalar: Scalar;
}

function chosenValues(root: unknown, keys: ReadonlySet<string>): Chosen[] {
  const out: Chosen[] = [];
  const stack: {
    readonly node: unknown;
    readonly path: readonly string[];
    readonly bare: readonly string[];
  }[] = [{ node: root, path: [], bare: [] }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, path, bare } = next;
    if (isScalar(node)) {
      const chosen = keys.has(path.join('.')) || keys.has(bare.join('.'));
      if (chosen && typeof node.value === 'string' && node.range && node.value.trim() !== '') {
        out.push({ key: path.join('.'), scalar: node });
      }
    } else if (isSeq(node)) {
      const items = node.items.map((item, index) => ({ node: item, path: [...path, String(index)], bare }));
      stack.push(...items.reverse());
    } else if (isMap(node) && path.length < MAX_DEPTH) {
      const items = node.items.filter((item) => isPair(item) && !isAlias(item.value));
      stack.push(
        ...items
          .map(({ key, value }) => ({
            node: value,
            path: [...path, String(key)],
            bare: [...bare, String(key)],
          }))
          .reverse(),
      );
    }
  }
  return out;
}

/** The block of a flow scalar (plain or quoted), or null where its tokens would not say what YAML says. */
function scalarBlock(text: string, from: number, to: number, key: string, scalar: Scalar): Block | null {
  const quote = text.charAt(from);
  const double = scalar.type === 'QUOTE_DOUBLE' && quote === '"';
  const single = scalar.type === 'QUOTE_SINGLE' && quote === "'";
  if (!double && !single && scalar.type !== 'PLAIN') return null;
  let [start, end] = double || single ? [from + 1, to - 1] : [from, to];
  while (/\s/.test(text.charAt(start))) start++;
  while (/\s/.test(text.charAt(end - 1)) && text.charAt(end - 2) !== '\\') end--;
  const inlines = scalarTokens(text, start, end, double ? DOUBLE : single ? SINGLE : PLAIN);
  const shown = inlines.map((token) =>
    token.kind === 'text' ? token.text : token.kind === 'hard' ? '\n' : ' ',
  );
  if (shown.join('') !== (scalar.value as string).trim()) return null;
  return { kind: 'frontMatter', form: 'yaml', start, end, inlines, parent: null, key };
}

const PLAIN = /[ \t]*\n[ \t]*/;
const SINGLE = /''|[ \t]*\n[ \t]*/;
const DOUBLE = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\n[ \t]*|[\s\S])|[ \t]*\n[ \t]*/;

/** https://yaml.org/spec/1.2.2/#57-escaped-characters */
const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

function scalarTokens(text: string, from: number, to: number, special: RegExp): SourceInline[] {
  const out: SourceInline[] = [];
  let at = from;
  const plain = (end: number): void => {
    if (end > at) out.push({ kind: 'text', start: at, end, text: text.slice(at, end) });
  };
  for (const { 0: raw, index } of text.slice(from, to).matchAll(new RegExp(special, 'g'))) {
    const start = from + index;
    const end = start + raw.length;
    plain(start);
    if (/^[ \t]*\n/.test(raw)) out.push({ kind: 'soft', start, end });
    else if (raw === '\\n') out.push({ kind: 'hard', start, end });
    else out.push({ kind: 'text', start, end, text: raw === "''" ? "'" : unescapeDouble(raw) });
    at = end;
  }
  plain(to);
  return out;
}

function unescapeDouble(raw: string): string {
  const code = raw.charAt(1);
  if (/[xuU]/.test(code) && raw.length > 2) {
    const point = Number.parseInt(raw.slice(2), 16);
    return point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point);
  }
  if (code === '\n') return '';
  return ESCAPES[code] ?? code;
}
