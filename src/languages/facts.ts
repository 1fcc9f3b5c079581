import type { Lexicon } from './lexicon.ts';
import { compose, valuesOf } from './numbers.ts';
import { isCapital, type Token, tokensOf } from './tokens.ts';

/** What a text says that must not change unseen. */
export type FactKind = 'number' | 'day' | 'negation' | 'modal' | 'name' | 'link';

export interface Fact {
  readonly kind: FactKind;
  readonly key: string;
  /** Number words that may be an article, and names at a sentence's start, where a capital letter says nothing. */
  readonly weak: boolean;
  readonly start: number;
  readonly end: number;
}

/** A text's tokens and facts, in order. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly facts: readonly Fact[];
}

/** Reads a text in a language. Linear in its length. */
export function read(text: string, lexicon: Lexicon): Reading {
  const tokens = tokensOf(text, lexicon);
  const shouted = isShouted(text, tokens, lexicon);
  const facts: Fact[] = [];
  for (let i = 0; i < tokens.length; ) {
    const taken = numberAt(text, tokens, i, lexicon, facts);
    if (taken === 0) pushFact(text, tokens, i, lexicon, shouted, facts);
    i += Math.max(1, taken);
  }
  for (const { 0: raw, index } of text.matchAll(/\p{Sc}/gu)) {
    facts.push({ kind: 'number', key: raw, weak: false, start: index, end: index + 1 });
  }
  return { text, tokens, facts: withoutPairs(facts, tokens, lexicon) };
}

/** Takes the tokens from `i` that say one number (or several in a row), and gives how many they are. */
function numberAt(
  text: string,
  tokens: readonly Token[],
  i: number,
  lexicon: Lexicon,
  facts: Fact[],
): number {
  const first = tokens[i];
  if (!first || first.kind === 'link') return 0;
  if (first.kind === 'number') return digitsAt(text, first, tokens[i + 1], lexicon, facts);
  const month = monthAt(tokens, i, lexicon);
  if (month === null) return wordsAt(text, tokens, i, lexicon, facts);
  facts.push(numberFact(month, first, first));
  return 1;
}

/** A number in digits, with the word after it where that says thousands or more: `2 million`. */
function digitsAt(
  text: string,
  first: Token,
  next: Token | undefined,
  lexicon: Lexicon,
  facts: Fact[],
): number {
  const values = valuesOf(first.word, lexicon);
  const scale = wordValue(next, lexicon) ?? 0;
  const count =
    values.length === 1 && scale >= 1000 && adjoins(text, first, next) ? Number(values[0]) : Number.NaN;
  if (next && !Number.isNaN(count)) {
    facts.push(numberFact(String(count * scale), first, next));
    return 2;
  }
  const sign = isNegative(text, first.start) ? '-' : '';
  for (const value of values) facts.push(numberFact(sign + value, first, first));
  return 1;
}

/** A number in words, as many as belong together. */
function wordsAt(text: string, tokens: readonly Token[], i: number, lexicon: Lexicon, facts: Fact[]): number {
  const first = tokens[i];
  const parts: number[] = [];
  let last = i;
  for (let at = i; at < tokens.length; at++) {
    if (at > i && !adjoins(text, tokens[at - 1], tokens[at])) break;
    const value = wordValue(tokens[at], lexicon);
    if (value !== null) {
      parts.push(value);
      last = at;
    } else if (parts.length === 0 || !isLink(tokens, at, lexicon)) break;
  }
  if (!first || parts.length === 0) return 0;
  const weak = last === i && (parts[0] === 1 || lexicon.weak.has(first.word));
  for (const value of compose(parts, lexicon.data.byTwenties === true)) {
    facts.push({ ...numberFact(value, first, tokens[last] ?? first), weak });
  }
  return last - i + 1;
}

/** Whether an `and` stands between two number words, as in `douăzeci și patru`. */
function isLink(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const before = wordValue(tokens[at - 1], lexicon);
  const after = wordValue(tokens[at + 1], lexicon);
  return (
    lexicon.and.has(tokens[at]?.word ?? '') && before !== null && after !== null && before >= 20 && after < 20
  );
}

function numberFact(key: string, from: Token, to: Token): Fact {
  return { kind: 'number', key, weak: false, start: from.start, end: to.end };
}

function wordValue(token: Token | undefined, lexicon: Lexicon): number | null {
  if (token?.kind !== 'word') return null;
  const value = lexicon.number(token.word);
  return value === undefined ? null : Number(value);
}

function adjoins(text: string, before: Token | undefined, after: Token | undefined): boolean {
  return (
    before !== undefined && after !== undefined && /^[\s‐‑-]*$/u.test(text.slice(before.end, after.start))
  );
}

function monthAt(tokens: readonly Token[], i: number, lexicon: Lexicon): string | null {
  const token = tokens[i];
  const month = token && lexicon.month(token.word);
  if (!token || month === undefined) return null;
  if (lexicon.data.datesHaveCapitals && token.raw[0] === token.raw[0]?.toLowerCase()) return null;
  if (!month.endsWith('?')) return month;
  const beside = tokens[i - 1]?.kind === 'number' || tokens[i + 1]?.kind === 'number';
  return beside ? month.slice(0, -1) : null;
}

/** A minus sign: a dash before the digit, and no word, digit or closing mark right before it. */
function isNegative(text: string, start: number): boolean {
  return /(?:^|[\s([{«"“„])[-−–]$/u.test(text.slice(Math.max(0, start - 2), start));
}

function pushFact(
  text: string,
  tokens: readonly Token[],
  i: number,
  lexicon: Lexicon,
  shouted: boolean,
  facts: Fact[],
): void {
  const token = tokens[i];
  if (!token) return;
  const { kind, word, start, end } = token;
  const push = (fact: FactKind, key: string, weak = false): void => {
    facts.push({ kind: fact, key, weak, start, end });
  };
  if (kind === 'link') {
    push('link', word);
    return;
  }
  const day = lexicon.day(word);
  if (day !== undefined && !day.endsWith('?')) {
    push('day', day);
    return;
  }
  const modal = lexicon.modal(word);
  const isNumbered = word === 'no' && text[end] === '.' && tokens[i + 1]?.kind === 'number';
  if (lexicon.negation(word) && !isNumbered) push('negation', word);
  if (modal !== undefined) {
    push('modal', modal);
    return;
  }
  if (isNumeral(token)) {
    push('number', token.raw);
    return;
  }
  const name = nameAt(tokens, i, lexicon, shouted);
  if (name !== null) push('name', nameKey(token.raw), name === 'perhaps');
}

/** A Roman numeral of two letters or more. */
function isNumeral({ raw }: Token): boolean {
  return /^(?=[IVXLCDM]{2,7}$)M{0,3}(?:C[MD]|D?C{0,3})(?:X[CL]|L?X{0,3})(?:I[XV]|V?I{0,3})$/.test(raw);
}

/** A name without the mark of possession, and an abbreviation without its full stops. */
export function nameKey(raw: string): string {
  return raw.replaceAll('.', '').replace(/[’ʼ]/gu, "'").replace(/'s?$/u, '');
}

function nameAt(
  tokens: readonly Token[],
  i: number,
  lexicon: Lexicon,
  shouted: boolean,
): 'certain' | 'perhaps' | null {
  const { data } = lexicon;
  const token = tokens[i];
  if (!token || (token.raw === 'I' && lexicon.subtag === 'en')) return null;
  const titled =
    lexicon.titles.has(tokens[i - 1]?.word ?? '') && token.start - (tokens[i - 1]?.end ?? 0) === 1;
  if (data.capitals === 'none' && (titled || lexicon.isKnownName(token.word))) return 'certain';
  if (!isCapital(token.raw)) return null;
  if (titled) return 'certain';
  if (lexicon.isKnownName(nameKey(token.raw).toLocaleLowerCase(lexicon.subtag))) return 'certain';
  if (shouted) return 'perhaps';
  if (/\p{L}[\p{L}\p{M}]*\p{Lu}/u.test(token.raw)) return 'certain';
  if (data.capitals === 'nouns') return isPairOfNames(tokens, i, lexicon) ? 'certain' : null;
  return token.first ? 'perhaps' : 'certain';
}

/** Two words with capitals side by side, neither a common word by its ending: a title or a first name, and a name. */
function isPairOfNames(tokens: readonly Token[], i: number, lexicon: Lexicon): boolean {
  const can = (token: Token | undefined, next: Token | undefined): boolean =>
    wordValue(token, lexicon) === null &&
    token !== undefined &&
    next !== undefined &&
    !token.first &&
    next.start - token.end === 1 &&
    isCapital(next.raw);
  const [before, token, after] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  if (!token || lexicon.data.common?.test(token.raw)) return false;
  const [left, right] = [can(before, token) && isCapital(before?.raw ?? ''), can(token, after)];
  return left || right;
}

/** Whether all long words have capitals (a title, or text in capitals), so that they say nothing. No sentence has. */
function isShouted(text: string, tokens: readonly Token[], { data }: Lexicon): boolean {
  const words = tokens.filter(({ kind }) => kind === 'word');
  if (words.length > 1 && words.every(({ raw }) => raw === raw.toUpperCase())) return true;
  if (data.capitals !== undefined || /[.!?։]\P{L}*$/u.test(text.slice(-8))) return false;
  const long = words.filter(({ raw }) => raw.length > 4);
  return long.length > 1 && words.length > 2 && long.every(({ raw }) => isCapital(raw));
}

/** Where a negation takes two words, the second ones count only where the first is absent. */
function withoutPairs(
  facts: readonly Fact[],
  tokens: readonly Token[],
  { second }: Lexicon,
): readonly Fact[] {
  if (
    second.size === 0 ||
    facts.some(({ kind, key }) => kind === 'negation' && (key === 'ne' || key === "n'"))
  ) {
    return facts;
  }
  const alone = tokens.filter(({ word }) => second.has(word));
  return [
    ...facts,
    ...alone.map(({ word, start, end }): Fact => ({ kind: 'negation', key: word, weak: false, start, end })),
  ];
}
