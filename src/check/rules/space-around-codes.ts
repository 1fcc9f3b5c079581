import { mayBegin, mayEnd } from '../../languages/endings.ts';
import type { CodeType } from '../../model/content.ts';
import { type CodeSpan, codeSpansOf } from '../markup/spans.ts';
import type { Found, Pair, PairRule } from '../rule.ts';
import { CODE } from '../text.ts';

/** Words that have run together at an inline code, and spaces that have come to stand inside one. */
export const spaceAroundCodes: PairRule = {
  id: 'space-around-codes',
  scope: 'pair',
  severity: 'warning',
  check: (pair) => {
    const before = codeSpansOf(pair.source);
    if (before.size === 0) return [];
    const after = codeSpansOf(pair.target);
    const findings: Found[] = [];
    for (const [id, own] of before) {
      const there = after.get(id);
      const type = pair.codes[id]?.type;
      if (!there || !type || type === 'html' || there.single !== own.single) continue;
      // A code around nothing is told by `structure` and `links`.
      if (pair.target.plain.slice(there.start, there.end).trim() === '') continue;
      for (const side of ['start', 'end'] as const) {
        const kind = faultAt(pair, own, there, side, type);
        if (kind) findings.push({ values: { kind, code: id }, at: placeOf(there, side) });
      }
    }
    return findings;
  },
};

type Side = 'start' | 'end';

function placeOf(span: CodeSpan, side: Side): { start: number; end: number } {
  const at = span[side];
  return span.single ? { start: span.start, end: span.end } : { start: Math.max(0, at - 1), end: at + 1 };
}

/** The characters on both sides of an end of a code: outside and inside of it. Empty at the text's ends. */
function edge(plain: string, { start, end, single }: CodeSpan, side: Side): { outer: string; inner: string } {
  const outer = side === 'start' ? charBefore(plain, start) : charAt(plain, end);
  if (single || start === end) return { outer, inner: CODE };
  return { outer, inner: side === 'start' ? charAt(plain, start) : charBefore(plain, end) };
}

function charAt(plain: string, at: number): string {
  const code = plain.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

function charBefore(plain: string, at: number): string {
  const low = plain.charCodeAt(at - 1);
  return at === 0
    ? ''
    : low >= 0xdc00 && low <= 0xdfff
      ? plain.slice(Math.max(0, at - 2), at)
      : (plain[at - 1] ?? '');
}

const LETTER = /^[\p{L}\p{M}\p{N}]$/u;
/** Scripts in which words need no space between them, and Korean, whose particles follow directly. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;

function faultAt(
  { source, target }: Pair,
  own: CodeSpan,
  there: CodeSpan,
  side: Side,
  type: CodeType,
): 'glued' | 'inside' | 'apart' | null {
  const was = edge(source.plain, own, side);
  const now = edge(target.plain, there, side);
  if (type === 'footnote') return noteFault(was.outer, now.outer, side);
  if (isSpace(now.inner)) return isSpace(was.inner) ? null : 'inside';
  const touches = isWordy(now.outer) && (there.single || isWordy(now.inner));
  const touched = isWordy(was.outer) && (own.single || isWordy(was.inner));
  if (!touches || touched || UNSPACED.test(now.outer + now.inner)) return null;
  const letters = side === 'end' ? run(target.plain, there.end) : runBefore(target.plain, there.start);
  const belongs = side === 'end' ? mayEnd(letters, target.subtag) : mayBegin(letters, target.subtag);
  return belongs ? null : 'glued';
}

/** The mark of a footnote stands close behind its word, and a space follows it where the next word does. */
function noteFault(was: string, now: string, side: Side): 'glued' | 'apart' | null {
  if (side === 'start') return isSpace(now) && was !== '' && !isSpace(was) ? 'apart' : null;
  return isWordy(now) && !isWordy(was) && !UNSPACED.test(now) ? 'glued' : null;
}

function isWordy(char: string): boolean {
  return LETTER.test(char);
}

function isSpace(char: string): boolean {
  return char !== '' && /\s/.test(char);
}

function run(plain: string, from: number): string {
  return /^[\p{L}\p{M}\p{N}]{0,24}/u.exec(plain.slice(from, from + 24))?.[0] ?? '';
}

function runBefore(plain: string, to: number): string {
  const slice = plain.slice(Math.max(0, to - 24), to);
  let at = slice.length;
  while (at > 0 && /[\p{L}\p{M}\p{N}]/u.test(slice[at - 1] ?? '')) at--;
  return slice.slice(at);
}
