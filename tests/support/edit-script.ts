import fc from 'fast-check';

/** A sentence under an edit script: what it says, and which sentence of the first revision it continues. */
export interface Line {
  readonly text: string;
  /** Number of the first revision's sentence; null for a new one. */
  readonly origin: number | null;
  /** Number of the sentence whose other half this is. */
  readonly half?: number;
  /** Sentences that were joined into this one, besides its origin. */
  readonly joined?: readonly number[];
  /** Worded differently than its origin. */
  readonly edited?: true;
}

/** A document under an edit script: paragraphs of lines. */
export type Draft = readonly (readonly Line[])[];

const NOUNS = (
  'council,teacher,border,doctor,election,river,harvest,court,bridge,ledger,verdict,vineyard,orchestra,aqueduct,census,' +
  'treaty,lantern,archive,quarry,telegram,seminar,granary,monastery,railway,dictionary,curfew,festival,hospital,' +
  'petition,glacier,workshop,pension,satellite,ceramics,witness,corridor,convoy,medicine,statement,village,winter,' +
  'market,language,mission,forest,engineer,notary,museum,passport,reservoir,shepherd,tariff,university,volcano'
).split(',');
const VERBS = (
  'condemned,published,postponed,described,rejected,measured,protected,repaired,inherited,questioned,supported,' +
  'translated,counted,abandoned,financed,photographed,surveyed,mentioned,restored,forgot'
).split(',');
const PLACES =
  'Gyumri,Lachin,Odesa,Minsk,Tbilisi,Chisinau,Geneva,Bremen,Lyon,Kutaisi,Brest,Ganja,Iasi,Lviv'.split(',');
const MANNERS = 'quietly,again,without delay,under protest,twice,in public,at dawn,for good'.split(',');

/** Clauses of several makes, so that they do not share their small words. */
const clause: fc.Arbitrary<string> = fc
  .tuple(
    fc.uniqueArray(fc.constantFrom(...NOUNS), { minLength: 6, maxLength: 6 }),
    fc.uniqueArray(fc.constantFrom(...VERBS), { minLength: 2, maxLength: 2 }),
    fc.constantFrom(...PLACES),
    fc.integer({ min: 11, max: 9999 }),
    fc.constantFrom(...MANNERS),
    fc.nat(4),
  )
  .map(([[a, b, c, d, e, f], [verb, also], place, number, manner, make]) => {
    if (make === 0) return `the ${a} ${verb} "${b}" - the ${c} of ${place} - ${manner} for ${d} ${number}`;
    if (make === 1)
      return `every ${a} in ${place} ${verb} its ${b} ${manner} while ${c} ${also} ${number} ${d}s`;
    if (make === 2)
      return `our ${a} ${manner} ${verb} ${number} ${b}s from ${place} with "${c}" or ${d} ${e}`;
    if (make === 3)
      return `${manner} a ${a} ${also} ${b} after ${c}, ${d} before ${e} near ${place} ${number}`;
    return `${number} ${a}s and ${b}s ${verb} that ${place} ${also} ${c}, ${d}, ${e} or even ${f} ${manner}`;
  });

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
/** A sentence of two clauses, so that it can be cut. */
const sentence: fc.Arbitrary<string> = fc.tuple(clause, clause).map(([a, b]) => `${capital(a)}, and ${b}.`);

const bag = (text: string): string[] => text.toLowerCase().match(/\p{L}+|\d+|[^\s\p{L}\d]/gu) ?? [];

/** Shares of words in common, order left aside. */
function likeness(a: string, b: string): number {
  const [x, y] = [bag(a), bag(b)];
  const left = [...y];
  const common = x.filter((word) => left.includes(word) && left.splice(left.indexOf(word), 1)).length;
  return (2 * common) / (x.length + y.length);
}

/** Sentences that nobody would take for one another. */
const sentences = (min: number, max: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(sentence, {
    minLength: min,
    maxLength: max,
    comparator: (a, b) => likeness(a, b) > 0.4,
  });

interface Step {
  readonly kind: (typeof KINDS)[number];
  readonly at: number;
  readonly to: number;
}

const KINDS = [
  'insert',
  'delete',
  'move',
  'edit',
  'split',
  'merge',
  'duplicate',
  'swap',
  'cut paragraph',
  'join paragraphs',
  'move paragraph',
  'rewrap',
  'retypeset',
] as const;

/** A document's first revision, an edit script, and what the script makes of it. */
export interface Script {
  readonly before: Draft;
  readonly after: Draft;
  readonly steps: readonly Step[];
  readonly markdown: { readonly before: string; readonly after: string };
}

/** Edit scripts over documents of realistic sentences, with what became of each sentence. */
export const script: fc.Arbitrary<Script> = fc
  .tuple(
    sentences(8, 26),
    fc.infiniteStream(fc.integer({ min: 1, max: 4 })),
    fc.array(fc.record({ kind: fc.constantFrom(...KINDS), at: fc.nat(1_000_000), to: fc.nat(1_000_000) }), {
      minLength: 1,
      maxLength: 8,
    }),
  )
  .map(([all, sizes, steps]) => {
    const [spare, kept] = [all.slice(0, 4), all.slice(4)];
    const before: Line[][] = [];
    for (let at = 0; at < kept.length; ) {
      const size = sizes.next().value as number;
      before.push(kept.slice(at, at + size).map((text, k) => ({ text, origin: at + k })));
      at += size;
    }
    let after: Draft = before;
    for (const step of steps) after = perform(after, step, spare).filter((lines) => lines.length > 0);
    const width = steps.some(({ kind }) => kind === 'rewrap') ? 60 : null;
    return { before, after, steps, markdown: { before: render(before, null), after: render(after, width) } };
  });

function perform(draft: Draft, step: Step, spare: string[]): Draft {
  const flat = draft.flat();
  const count = flat.length;
  if (count === 0) return draft;
  const [at, to] = [step.at % count, step.to % count];
  const line = flat[at] as Line;
  const other = flat[to] as Line;
  const put = (change: (one: Line, k: number) => readonly Line[]): Draft => {
    let k = 0;
    return draft.map((lines) => lines.flatMap((one) => change(one, k++)));
  };
  const plain = (one: Line): boolean =>
    one.origin !== null && !one.edited && !one.joined && !isHalved(one, flat) && !isTwin(one, flat);
  switch (step.kind) {
    case 'insert': {
      const text = spare.pop();
      return text === undefined ? draft : put((one, k) => (k === at ? [{ text, origin: null }, one] : [one]));
    }
    case 'delete':
      return isHalved(line, flat) || line.joined ? draft : put((one, k) => (k === at ? [] : [one]));
    case 'move':
      if (at === to || isHalved(line, flat) || line.joined) return draft;
      return put((one, k) => (k === at ? [] : k === to ? [line, one] : [one]));
    case 'swap':
      if (![line, other].every((one) => plain(one))) return draft;
      return put((one, k) => [k === at ? other : k === to ? line : one]);
    case 'edit':
      return plain(line) ? put((one, k) => [k === at ? edit(one, step.to) : one]) : draft;
    case 'duplicate':
      return plain(line)
        ? put((one, k) => (k === to ? [one, { text: line.text, origin: line.origin }] : [one]))
        : draft;
    case 'split':
      return plain(line) ? put((one, k) => (k === at ? halves(one, step.to) : [one])) : draft;
    case 'merge': {
      const next = flat[at + 1];
      if (!next || !plain(line) || !plain(next)) return draft;
      return put((one, k) => (k === at ? [join(line, next)] : k === at + 1 ? [] : [one]));
    }
    case 'cut paragraph':
      return draft.flatMap((lines) => {
        const k = lines.indexOf(line);
        return k > 0 ? [lines.slice(0, k), lines.slice(k)] : [lines];
      });
    case 'join paragraphs': {
      const k = step.at % draft.length;
      const joined = [...(draft[k] ?? []), ...(draft[k + 1] ?? [])];
      return [...draft.slice(0, k), joined, ...draft.slice(k + 2)];
    }
    case 'move paragraph': {
      const rest = [...draft];
      const [moved = []] = rest.splice(step.at % draft.length, 1);
      rest.splice(step.to % (rest.length + 1), 0, moved);
      return rest;
    }
    case 'retypeset':
      return put((one) => [{ ...one, text: typeset(one.text) }]);
    case 'rewrap':
      return draft;
  }
}

const isHalved = (line: Line, flat: readonly Line[]): boolean =>
  line.half !== undefined || flat.some(({ half }) => half !== undefined && half === line.origin);
const isTwin = (line: Line, flat: readonly Line[]): boolean =>
  flat.filter(({ origin, half }) => half === undefined && origin === line.origin).length > 1;

/** Changes two or three words out of about thirty. */
function edit(line: Line, seed: number): Line {
  const words = line.text.split(' ');
  const at = 1 + (seed % (words.length - 3));
  words.splice(at, 2, 'recently', 'former');
  return { ...line, text: words.join(' '), edited: true };
}

function halves(line: Line, seed: number): Line[] {
  const [first = '', second = ''] = line.text.slice(0, -1).split(', and ');
  // One half in three is reworded on the way.
  const other = seed % 3 === 0 ? second.replace(/^(\S+ \S+ \S+) \S+/, '$1 newly') : second;
  return [
    { ...line, text: `${first}.`, edited: true },
    { text: `${capital(other)}.`, origin: null, ...(line.origin !== null && { half: line.origin }) },
  ];
}

function join(line: Line, next: Line): Line {
  const text = `${line.text.slice(0, -1)}; ${next.text.charAt(0).toLowerCase()}${next.text.slice(1)}`;
  return { text, origin: line.origin, joined: next.origin === null ? [] : [next.origin], edited: true };
}

function typeset(text: string): string {
  return text.replace(/"([^"]*)"/g, '“$1”').replaceAll(' - ', ' — ');
}

function render(draft: Draft, width: number | null): string {
  const wrap = (text: string): string => {
    if (width === null) return text;
    let column = 0;
    return text.replace(/(\S+)\s*/g, (_, word: string) => {
      // A dash at the start of a line would be a list.
      const turn = column > 0 && column + word.length > width && !/^[-—]/.test(word);
      const glue = column === 0 ? '' : turn ? '\n' : ' ';
      column = turn ? word.length : column + glue.length + word.length;
      return glue + word;
    });
  };
  return `${draft.map((lines) => wrap(lines.map(({ text }) => text).join(' '))).join('\n\n')}\n`;
}
