import { HexaplaError } from '../model/error.ts';
import {
  type Ability,
  type DelimiterRun,
  flanking,
  pairsAsMeant,
  runsOf,
  type Side,
} from './markdown-write-simulate.ts';
import { isControl } from './markdown-write-text.ts';
import type { Flat, Pair, TextToken, Token } from './markdown-write-tokens.ts';

/** Spans that touch others and are tried with each delimiter; beyond this many only the first guesses are tried. */
const MAX_TRIED = 8;

/**
 * Chooses the spans' delimiters, and the characters beside them that must be written as references, so that a
 * Markdown reader finds the spans as they are meant. The source's delimiters stay where they serve. Throws `shape`
 * where none do. `edge` is what stands around the content.
 */
export function settleEmphasis(flat: Flat, edge: Side): void {
  if (flat.pairs.length === 0) return;
  const plain = flat.tokens.filter((token) => token.kind !== 'raw' || token.role !== 'notice');
  const views = plain.length === flat.tokens.length ? [plain] : [flat.tokens, plain];
  const source = flat.pairs.map((pair) => pair.mark);
  for (const readers of ['all', 'commonmark'] as const) {
    for (const marks of assignments(flat.pairs, source, plain)) {
      flat.pairs.forEach((pair, index) => {
        pair.mark = marks[index] ?? pair.mark;
      });
      clearForced(flat.tokens);
      if (force(views, edge) && views.every((view) => readsAsMeant(view, edge, readers))) return;
    }
  }
  throw new HexaplaError('shape', { reason: 'nesting' });
}

function clearForced(tokens: readonly Token[]): void {
  for (const token of tokens) {
    if (token.kind !== 'text') continue;
    token.first = false;
    token.last = false;
  }
}

/** Delimiters to try, best first: the source's, those that differ from their neighbours', then all. */
function* assignments(
  pairs: readonly Pair[],
  source: readonly string[],
  tokens: readonly Token[],
): Generator<readonly string[]> {
  yield source;
  const own = new Map(pairs.map((pair, index) => [pair, source[index] ?? pair.mark]));
  for (const chosen of [keepApart(tokens, own), alternate(own)]) {
    yield pairs.map((pair) => chosen.get(pair) ?? pair.mark);
  }
  const touching = touchingPairs(tokens);
  const tried = pairs.filter((pair) => own.get(pair) !== '~' && (touching.has(pair) || pair.parent));
  if (tried.length > MAX_TRIED) return;
  for (let bits = 1; bits < 1 << tried.length; bits++) {
    yield pairs.map((pair) => {
      const mark = own.get(pair) ?? pair.mark;
      const at = tried.indexOf(pair);
      return at >= 0 && (bits >> at) & 1 ? other(mark) : mark;
    });
  }
}

function other(mark: string): string {
  return mark === '*' ? '_' : '*';
}

function touchingPairs(tokens: readonly Token[]): Set<Pair> {
  const found = new Set<Pair>();
  tokens.forEach((token, at) => {
    if (token.kind !== 'mark') return;
    if (tokens[at - 1]?.kind === 'mark' || tokens[at + 1]?.kind === 'mark') found.add(token.pair);
  });
  return found;
}

/** Gives each span a delimiter other than that of the span around it. */
function alternate(own: ReadonlyMap<Pair, string>): Map<Pair, string> {
  const chosen = new Map<Pair, string>();
  for (const [pair, mark] of own) {
    const around = pair.parent && chosen.get(pair.parent);
    chosen.set(pair, mark === '~' || !around || around === '~' ? mark : other(around));
  }
  return chosen;
}

/** Gives each span a delimiter other than those beside it, as far as two can do that. */
function keepApart(tokens: readonly Token[], own: ReadonlyMap<Pair, string>): Map<Pair, string> {
  const closings = new Map<Pair, number>();
  tokens.forEach((token, at) => {
    if (token.kind === 'mark' && !token.open) closings.set(token.pair, at);
  });
  const chosen = new Map<Pair, string>();
  tokens.forEach((token, at) => {
    if (token.kind !== 'mark' || !token.open) return;
    const before = tokens[at - 1];
    const after = tokens[(closings.get(token.pair) ?? -2) + 1];
    const left = before?.kind === 'mark' ? chosen.get(before.pair) : undefined;
    const right = after?.kind === 'mark' && !after.open ? chosen.get(after.pair) : undefined;
    const mark = own.get(token.pair) ?? token.pair.mark;
    const fits = [mark, other(mark)].find((choice) => choice !== left && choice !== right);
    chosen.set(token.pair, mark === '~' ? mark : (fits ?? (left === mark ? other(mark) : mark)));
  });
  return chosen;
}

/** Marks the characters that must become references; false where that does not help. */
function force(views: readonly (readonly Token[])[], edge: Side): boolean {
  const runs = views.map((view) => runsOf(view));
  for (let pass = 0; pass < 6; pass++) {
    let changed = false;
    for (const [index, view] of views.entries()) {
      for (const run of runs[index] ?? []) {
        const result = forceRun(view, run, edge);
        if (result === 'fails') return false;
        changed ||= result === 'changed';
      }
    }
    if (!changed) return true;
  }
  return false;
}

function forceRun(tokens: readonly Token[], run: DelimiterRun, edge: Side): 'fine' | 'changed' | 'fails' {
  const opens = run.tokens.some((token) => token.open);
  const closes = run.tokens.some((token) => !token.open);
  const before = sidesAt(tokens, run.at - 1, 'end', edge);
  const after = sidesAt(tokens, run.at + run.tokens.length, 'start', edge);
  const serves = (left: readonly Side[], right: readonly Side[]): boolean =>
    left.every((b) =>
      right.every((a) => {
        const can = flanking(run.mark, b, a);
        return (!opens || can.open) && (!closes || can.close);
      }),
    );
  if (serves(before, after)) return 'fine';
  const left = textAt(tokens, run.at - 1);
  const right = textAt(tokens, run.at + run.tokens.length);
  const tries: [boolean, boolean][] = [
    [opens, !opens],
    [!opens, opens],
    [true, true],
  ];
  for (const [doLeft, doRight] of tries) {
    if ((doLeft && !left) || (doRight && !right)) continue;
    if (!serves(doLeft ? ['p'] : before, doRight ? ['p'] : after)) continue;
    if (doLeft && left) left.last = true;
    if (doRight && right) right.first = true;
    return 'changed';
  }
  return 'fails';
}

function textAt(tokens: readonly Token[], at: number): TextToken | null {
  const token = tokens[at];
  return token?.kind === 'text' ? token : null;
}

/** What readers may take the character at a token's end or start for; more than one where they differ. */
function sidesAt(tokens: readonly Token[], at: number, which: 'start' | 'end', edge: Side): readonly Side[] {
  const token = tokens[at];
  if (!token) return [edge];
  if (token.kind === 'mark') return ['p'];
  if (token.kind === 'raw') return sidesOf(which === 'end' ? lastOf(token.raw) : firstOf(token.raw));
  const character = which === 'end' ? lastOf(token.text) : firstOf(token.text);
  const whole = token.text.length === character.length;
  const forced =
    which === 'end' ? token.last || (whole && token.first) : token.first || (whole && token.last);
  if (forced || isControl(character)) return ['p'];
  // At a line's start such a text is written as references.
  return token.text.trim() === '' ? ['w', 'p'] : sidesOf(character);
}

/** The first character (code point) of a text that is not empty. */
export function firstOf(text: string): string {
  return String.fromCodePoint(text.codePointAt(0) ?? 0);
}

/** The last character (code point) of a text that is not empty. */
export function lastOf(text: string): string {
  const low = text.charCodeAt(text.length - 1);
  const pair = low >= 0xdc00 && low <= 0xdfff && text.length > 1;
  return text.slice(pair ? -2 : -1);
}

/**
 * Symbols count as punctuation since CommonMark 0.31 only, some readers look at UTF-16 units, and the rarer spaces
 * are not white space to all: such characters get every side that a reader may see.
 */
function sidesOf(character: string): readonly Side[] {
  if (/^[\p{Zs}\t\n\f\r]$/u.test(character)) return ['w'];
  if (/^\s$/u.test(character)) return ['w', 'l'];
  if (/^[!-/:-@[-`{-~]$/.test(character)) return ['p'];
  if (character.length === 1 && /^\p{P}$/u.test(character)) return ['p'];
  return /^[\p{P}\p{S}]$/u.test(character) ? ['p', 'l'] : ['l'];
}

/**
 * Tries the runs as the readers see them that we know of: by CommonMark's rules where the neighbours are read one way
 * or the other, and by micromark's, which lets a run do what it could if a delimiter beside it were a letter.
 */
function readsAsMeant(tokens: readonly Token[], edge: Side, readers: 'all' | 'commonmark'): boolean {
  const runs = runsOf(tokens);
  const able = (
    run: DelimiterRun,
    choose: (at: number, sides: readonly Side[]) => readonly Side[],
  ): Ability => {
    const next = run.at + run.tokens.length;
    const before = choose(run.at - 1, sidesAt(tokens, run.at - 1, 'end', edge));
    const after = choose(next, sidesAt(tokens, next, 'start', edge));
    const all = before.flatMap((b) => after.map((a) => flanking(run.mark, b, a)));
    return { open: all.some((can) => can.open), close: all.some((can) => can.close) };
  };
  const strict = [(run: DelimiterRun) => able(run, (_, sides) => sides.slice(0, 1))];
  strict.push((run) => able(run, (_, sides) => sides.slice(-1)));
  if (!strict.every((ability) => pairsAsMeant(runs, ability, false))) return false;
  if (readers === 'commonmark') return true;
  const loose = (run: DelimiterRun): Ability =>
    able(run, (at, sides) => (looksLikeMark(tokens[at], at < run.at) ? ['p', 'l'] : sides.slice(0, 1)));
  return pairsAsMeant(runs, loose, true);
}

function looksLikeMark(token: Token | undefined, before: boolean): boolean {
  if (token?.kind !== 'text') return token?.kind === 'mark';
  return /[*_~]/.test(before ? lastOf(token.text) : firstOf(token.text));
}
