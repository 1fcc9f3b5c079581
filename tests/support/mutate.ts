/** A source of numbers: the same seed gives the same ones. */
interface Dice {
  /** A whole number from 0 to below `sides`. */
  roll(sides: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

/** Mulberry32, for runs that are repeated by their seed. */
function dice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const roll = (sides: number): number => (sides <= 0 ? 0 : next() % sides);
  return { roll, pick: (items) => items[roll(items.length)] as (typeof items)[number] };
}

type Mutator = (bytes: Buffer, by: Dice, others: readonly Buffer[]) => Buffer;

const NAMES = [
  'xliff',
  'file',
  'body',
  'group',
  'trans-unit',
  'unit',
  'segment',
  'ignorable',
  'source',
  'target',
  'seg-source',
  'mrk',
  'g',
  'x',
  'bx',
  'ex',
  'bpt',
  'ept',
  'ph',
  'it',
  'sub',
  'pc',
  'sc',
  'ec',
  'sm',
  'em',
  'cp',
  'note',
  'notes',
  'originalData',
  'data',
  'alt-trans',
  'skeleton',
];
const TOKENS = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '&lt;',
  '&#0;',
  '&#x10FFFF;',
  '&#xD800;',
  '&#99999999999;',
  '&a;',
  '&constructor;',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '--',
  '<?',
  '?>',
  '<?xml version="1.0"?>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '\0',
  '\uFFFE',
  '\uD83D\uDE00',
  '\u202E',
  ' xmlns=""',
  ' xmlns:x="urn:x"',
  ' id="__proto__"',
  ' id=""',
  ' id="../../a"',
  ' xml:lang="x"',
  ' state="final"',
  ' hex="D800"',
  ' startRef="1"',
  ' copyOf="1"',
  ' version="1.2"',
  '/>',
  '</',
];
const VALUES = [
  '',
  '__proto__',
  'constructor',
  '1',
  '-1',
  '99999999999999999999',
  'a b',
  '&lt;',
  '../../x',
  'x'.repeat(5000),
  '\u202E',
  'no',
  'yes',
  '#f=1/u=2',
];

const slice = (bytes: Buffer, by: Dice): [number, number] => {
  const from = by.roll(bytes.length + 1);
  return [from, Math.min(bytes.length, from + by.roll(by.pick([2, 8, 64, 600])))];
};

const splice = (bytes: Buffer, from: number, to: number, insert: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, from), insert, bytes.subarray(to)]);

/** Changes one of the stretches that an expression finds. */
function edit(bytes: Buffer, by: Dice, expression: RegExp, change: (found: string) => string): Buffer {
  const text = bytes.toString('latin1');
  const all = [...text.matchAll(expression)];
  if (all.length === 0) return bytes;
  const found = by.pick(all);
  const insert = Buffer.from(change(found[0]), 'latin1');
  return splice(bytes, found.index, found.index + found[0].length, insert);
}

const MUTATORS: readonly Mutator[] = [
  (bytes, by) => {
    const out = Buffer.from(bytes);
    for (let count = 1 + by.roll(8); count > 0 && out.length > 0; count -= 1)
      out[by.roll(out.length)] = by.roll(256);
    return out;
  },
  (bytes, by) => bytes.subarray(0, by.roll(bytes.length + 1)),
  (bytes, by) => bytes.subarray(by.roll(bytes.length + 1)),
  (bytes, by) => splice(bytes, ...slice(bytes, by), Buffer.alloc(0)),
  (bytes, by) => {
    const [from, to] = slice(bytes, by);
    const at = by.roll(bytes.length + 1);
    return splice(bytes, at, at, bytes.subarray(from, to));
  },
  (bytes, by) => {
    const at = by.roll(bytes.length + 1);
    return splice(bytes, at, at, Buffer.from(by.pick(TOKENS)));
  },
  (bytes, by) =>
    edit(bytes, by, /<\/?[\w:.-]+/g, (tag) => `${tag.startsWith('</') ? '</' : '<'}${by.pick(NAMES)}`),
  (bytes, by) => edit(bytes, by, /<\/?[\w:.-]+[^<>]*>/g, () => ''),
  (bytes, by) =>
    edit(bytes, by, /<\/?[\w:.-]+[^<>]*>/g, (tag) => tag.repeat(1 + by.roll(by.pick([3, 3, 300])))),
  (bytes, by) =>
    edit(bytes, by, /<([\w:.-]+)[^<>]*>[^<]*<\/\1>/g, (element) => element.repeat(2 + by.roll(40))),
  (bytes, by) =>
    edit(bytes, by, /<([\w:.-]+)[^<>]*>[^<]*<\/\1>/g, (element) => element.replace('>', `>${element}`)),
  (bytes, by) => edit(bytes, by, /="[^"]*"/g, () => `="${by.pick(VALUES)}"`),
  (bytes, by) =>
    edit(bytes, by, / [\w:.-]+="[^"]*"/g, (one) =>
      by.pick(['', one + one, one.replace('=', ' = '), one.replaceAll('"', "'")]),
    ),
  (bytes, by) =>
    edit(bytes, by, /xmlns(?::\w+)?="[^"]*"/g, () =>
      by.pick(['xmlns="urn:oasis:names:tc:xliff:document:2.2"', 'xmlns="urn:x"', '']),
    ),
  (bytes, by) =>
    edit(
      bytes,
      by,
      /version="[^"]*"/g,
      () => `version="${by.pick(['1.0', '1.1', '1.2', '2.0', '2.1', '2.2', '3'])}"`,
    ),
  (bytes, by) => {
    const name = by.pick(NAMES);
    const depth = by.pick([3, 40, 300]);
    const at = by.roll(bytes.length + 1);
    return splice(
      bytes,
      at,
      at,
      Buffer.from(`<${name} id="1">`.repeat(depth) + (by.roll(2) === 0 ? `</${name}>`.repeat(depth) : '')),
    );
  },
  (bytes, by) => {
    const text = (by.roll(2) === 0 ? '\uFEFF' : '') + bytes.toString('utf8');
    const wide = Buffer.from(text, 'utf16le');
    return by.roll(2) === 0 ? wide : wide.swap16();
  },
  (bytes) => Buffer.concat([Buffer.from('\uFEFF'), bytes]),
  (bytes, by, others) => {
    const at = by.roll(bytes.length + 1);
    return splice(bytes, at, at, by.pick(others));
  },
  (bytes, by, others) => {
    const other = by.pick(others);
    return Buffer.concat([
      bytes.subarray(0, by.roll(bytes.length + 1)),
      other.subarray(by.roll(other.length + 1)),
    ]);
  },
];

/** What no mutated file is longer than: mutations double what they find. */
const LIMIT = 400_000;

/** One of the files, damaged or forged in one to four ways. */
export function mutated(files: readonly Buffer[], seed: number): Buffer {
  const by = dice(seed);
  let bytes: Buffer = by.pick(files);
  for (let count = 1 + by.roll(4); count > 0; count -= 1)
    bytes = by.pick(MUTATORS)(bytes, by, files).subarray(0, LIMIT);
  return bytes;
}
