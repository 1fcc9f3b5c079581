/** The tokens of a text, as forms are looked up in it: words and marks in order, white space left out. */
export interface Tokens {
  /** Each token in the form in which it is compared. */
  readonly keys: readonly string[];
  /** Where each begins and ends in the text, in UTF-16 offsets. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly text: string;
}

/** The form in which a token is compared; it gets the token as it stands in the text. */
export type Fold = (token: string) => string;

const UNSPACED_LETTERS =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}';
/** Soft hyphens and the marks that Armenian writes within words hold a word together. */
const INNER = '\\p{M}\\p{N}\\u00ad\\u055b\\u055c\\u055e';
/** Invisible controls, joiners among them, and what stands for a code: they part words and are no token. */
const SILENT = '\\s\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff\\ufffc';
const OTHER_LETTERS = `\\p{L}--[${UNSPACED_LETTERS}\\p{Script=Latin}]`;
const TOKEN = new RegExp(
  [
    `[${UNSPACED_LETTERS}]\\p{M}*`,
    // A Latin word ends where letters of another script follow, as where a case ending is written right after a name.
    `[\\p{Script=Latin}\\p{N}][\\p{Script=Latin}${INNER}]*`,
    `[${OTHER_LETTERS}][[${OTHER_LETTERS}]${INNER}]*`,
    `[^${SILENT}\\p{M}]`,
  ].join('|'),
  'gv',
);

/** Whether a text has letters of a script that puts no spaces between words. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}
const UNSPACED = new RegExp(`[${UNSPACED_LETTERS}]`, 'u');

/**
 * The tokens of a text: words of letters and digits (hyphens and apostrophes part them), in scripts without spaces
 * single characters, and every other visible mark by itself. Linear.
 */
export function tokensOf(text: string, fold: Fold): Tokens {
  const keys: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    keys.push(fold(token));
    starts.push(index);
    ends.push(index + token.length);
  }
  return { keys, starts, ends, text };
}

/** A word of a form: its key; `stem` where longer words count too. */
export interface FormPart {
  readonly key: string;
  readonly stem: boolean;
}

/** The words and marks of a form. A star right after a word makes it a stem, one by itself stands for any word. */
export function partsOf(form: string, fold: Fold): readonly FormPart[] {
  const { keys, starts, ends } = tokensOf(form, fold);
  const parts: FormPart[] = [];
  for (const [at, key] of keys.entries()) {
    const isStar = key === '*';
    const last = parts.at(-1);
    if (isStar && last && starts[at] === ends[at - 1]) parts[parts.length - 1] = { ...last, stem: true };
    else parts.push(isStar ? { key: '', stem: true } : { key, stem: false });
  }
  return parts;
}

/** Whether a token is what a part of a form says. */
export function fitsPart(part: FormPart, key: string): boolean {
  return part.stem ? key.startsWith(part.key) : key === part.key;
}

interface Step<T> {
  readonly words: Map<string, Step<T>>;
  readonly stems: Map<string, Step<T>>;
  /** The lengths of `stems`. */
  readonly lengths: Set<number>;
  readonly values: T[];
}

/** Where forms stand in a text: tokens from `from` to before `to`, and what the forms were given with. */
export interface Match<T> {
  readonly from: number;
  readonly to: number;
  readonly values: readonly T[];
}

/** How many different words are remembered with the steps that they open. */
const REMEMBERED = 20_000;

/**
 * Many forms, found together in one walk over a text's tokens: what that costs depends on the text and on the length of
 * forms, not on how many there are. (A trie over words, as in Aho and Corasick's method without its failure links, which
 * longest matches over whole words do not need.)
 */
export class FormTree<T> {
  private readonly root: Step<T> = newStep();
  private readonly opened = new Map<string, readonly Step<T>[]>();

  /** Adds a form; nothing where it has no parts. */
  add(parts: readonly FormPart[], value: T): void {
    if (parts.length === 0) return;
    this.opened.clear();
    let step = this.root;
    for (const { key, stem } of parts) {
      const table = stem ? step.stems : step.words;
      const next = table.get(key) ?? newStep<T>();
      table.set(key, next);
      if (stem) step.lengths.add(key.length);
      step = next;
    }
    step.values.push(value);
  }

  get isEmpty(): boolean {
    return this.root.words.size + this.root.stems.size === 0;
  }

  /**
   * The longest match at each place, none within another. `others` gives further keys of a token (a word without the
   * preposition that is written with it); `fits` refuses a match, and then a shorter one may be found.
   */
  longest(tokens: Tokens, options: WalkOptions<T> = {}): Match<T>[] {
    const found: Match<T>[] = [];
    for (let at = 0; at < tokens.keys.length; ) {
      let longest: Match<T> | null = null;
      this.walk(tokens, at, options, (match) => {
        if (longest === null || match.to > longest.to) longest = match;
      });
      const match = longest as Match<T> | null;
      if (match) found.push(match);
      at = match?.to ?? at + 1;
    }
    return found;
  }

  /** Every match, in the order of where they begin. */
  all(tokens: Tokens, options: WalkOptions<T> = {}): Match<T>[] {
    const found: Match<T>[] = [];
    for (let at = 0; at < tokens.keys.length; at++) {
      this.walk(tokens, at, options, (match) => found.push(match));
    }
    return found;
  }

  private walk(tokens: Tokens, from: number, options: WalkOptions<T>, take: (match: Match<T>) => void): void {
    const { others, fits } = options;
    let steps = this.open(tokens.keys[from] ?? '', others);
    for (let to = from + 1; steps.length > 0; to++) {
      for (const { values } of steps) {
        const kept = fits ? values.filter((value) => fits(value, from, to)) : values;
        if (kept.length > 0) take({ from, to, values: kept });
      }
      const key = tokens.keys[to];
      if (key === undefined) return;
      const [only] = steps;
      steps =
        steps.length === 1 && only
          ? follow(only, key, others)
          : steps.flatMap((step) => follow(step, key, others));
    }
  }

  /** The steps from the root: most words open none, and the same words come again and again. */
  private open(key: string, others: WalkOptions<T>['others']): readonly Step<T>[] {
    const known = this.opened.get(key);
    if (known) return known;
    const steps = follow(this.root, key, others);
    if (this.opened.size >= REMEMBERED) this.opened.clear();
    this.opened.set(key, steps);
    return steps;
  }
}

/** How a tree is walked; `others` must be the same for all walks of one tree. */
export interface WalkOptions<T> {
  readonly others?: (key: string) => readonly string[];
  readonly fits?: (value: T, from: number, to: number) => boolean;
}

function newStep<T>(): Step<T> {
  return { words: new Map(), stems: new Map(), lengths: new Set(), values: [] };
}

const NONE: readonly never[] = [];

function follow<T>(step: Step<T>, key: string, others: WalkOptions<T>['others']): readonly Step<T>[] {
  const found: Step<T>[] = [];
  push(found, step, key);
  for (const other of others?.(key) ?? NONE) push(found, step, other);
  return found.length === 0 ? NONE : found;
}

function push<T>(found: Step<T>[], { words, stems, lengths }: Step<T>, key: string): void {
  const word = words.get(key);
  if (word) found.push(word);
  for (const length of lengths) {
    const stem = length <= key.length ? stems.get(key.slice(0, length)) : undefined;
    if (stem) found.push(stem);
  }
}
