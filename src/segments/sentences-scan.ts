/** What the stop is: a full stop may be many things, a question mark ends; an ellipsis ends before a capital. */
export type StopKind = 'dot' | 'strong' | 'ellipsis';

/** What stands first after the stop, opening marks left out. A caseless letter, a symbol and an inline code are `other`. */
export type NextKind = 'upper' | 'lower' | 'digit' | 'other' | 'pause';

/** A place where a sentence may end. All numbers are UTF-16 offsets. */
export interface Stop {
  readonly kind: StopKind;
  /** The first mark of the run, the last stretch of marks in it, and its end with the closing marks after it. */
  readonly at: number;
  readonly last: number;
  readonly end: number;
  /** Start of what follows, and of the first word in it behind opening marks. */
  readonly next: number;
  readonly word: number;
  readonly nextKind: NextKind;
  /** Whether closing quotation marks or brackets follow the last mark. */
  readonly quoted: boolean;
  readonly bracketed: boolean;
  /** Whether a dash stands between the stop and the next word. */
  readonly dashed: boolean;
}

/** The marks of one language that can end a sentence, ready for searching. */
export interface Marks {
  readonly first: RegExp;
  readonly run: RegExp;
  readonly spaced: RegExp;
}

/**
 * What belongs to the sentence behind its last mark: closing quotation marks and brackets, marks of notes, smileys.
 * Straight quotation marks and those that some languages open with close here when no word follows at once.
 */
const CLOSERS = new RegExp(
  [
    '[\\p{Pe}\\p{Pf}]',
    '["\'“‘«‹](?![^\\s\\p{P}])',
    '[ \\u00a0\\u202f][»”](?![^\\s\\p{P}])',
    ' ?\\[\\d{1,3}\\]',
    '[¹²³⁰⁴-⁹]',
    '\\ufffc(?!\\S)',
    ' ?[:;]-?[)(DP](?!\\S)',
    ' ?(?!\\p{N})\\p{Emoji_Presentation}[\\p{Emoji_Modifier}\\ufe0f]*(?![\\p{L}\\p{N}\\u200d])',
  ].join('|'),
  'uy',
);
/** Japanese particles that take a quotation into the sentence. */
const QUOTING = /と|って|など/uy;
const SPACE = /\s+/uy;
const OPENING = /[\p{Ps}\p{Pi}\p{Pf}\p{Pd}\p{Zs}"'¿¡•·*#]*/uy;
/** Marks after which no white space is needed: they are full-width, or the script writes none. */
const WIDE = /[\u3002\uff01\uff1f\uff0e\uff61]/u;
/** A letter that begins a grapheme cluster: four count as letters and never do (see EXTENDS). */
const LETTER = /(?![\u0e33\u0eb3\uff9e\uff9f])\p{L}/uy;
const LABEL = /(?:\p{Ll}|[ivx]{1,4})\)/uy;
const CAMEL = /\p{Ll}\p{Lu}/uy;
/** Never begins a grapheme cluster (UAX #29, GB9 and GB9a): a boundary before it would cut one. */
const EXTENDS = /[\p{Grapheme_Extend}\p{M}\p{Emoji_Modifier}\u0e33\u0eb3]|\u200d/uy;

/** Prepares the search for the marks that Unicode calls sentence terminals, the ellipsis, and `extra` ones. */
export function marksOf(extra: string, dotIsPause: boolean): Marks {
  const set = `\\p{Sentence_Terminal}\\u2024\\u2025\\u2026${extra}`;
  const first = dotIsPause ? `(?:(?![.\\u2024])[${set}]|\\.{2,})` : `[${set}]`;
  return {
    first: new RegExp(first, 'gu'),
    run: new RegExp(`[${set}]+`, 'uy'),
    spaced: new RegExp(`[ \\u00a0\\u202f]([.!?\\u2026${extra}]+)(?![\\p{L}\\p{N}.!?\\u2026${extra}])`, 'uy'),
  };
}

/** The end of what `pattern` (sticky) matches at `at`, or `at`. */
function past(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** The same for as many matches as follow each other. */
function pastAll(pattern: RegExp, text: string, at: number): number {
  let end = at;
  for (let next = past(pattern, text, at); next > end; next = past(pattern, text, end)) end = next;
  return end;
}

/** Whether `pattern` (sticky) matches at `at`. */
function fits(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

interface Run {
  readonly last: number;
  readonly end: number;
  readonly marks: string;
  readonly closers: string;
}

/** The run of marks at `at` with the closing marks between and after them: `?!`, `. . .`, `!”.`, `.)`. */
function runAt(text: string, at: number, marks: Marks): Run {
  let end = past(marks.run, text, at);
  let tail = at;
  let closers = '';
  for (;;) {
    const closed = pastAll(CLOSERS, text, end);
    const again = past(marks.run, text, closed);
    const spaced = again > closed ? again : past(marks.spaced, text, closed);
    if (spaced === closed) {
      closers = text.slice(end, closed);
      return { last: tail, end: closed, marks: text.slice(tail, end), closers };
    }
    if (closed > end) tail = closed;
    end = spaced;
  }
}

function stopKind({ marks, last }: Run, at: number): StopKind {
  if (marks === '.') return last === at ? 'dot' : 'strong';
  const plain = marks.replace(/\s/gu, '');
  if (/[^.\u2024…‥]/u.test(plain)) return 'strong';
  if (plain.length > 1 || /[…‥]/u.test(plain)) return 'ellipsis';
  return last === at ? 'dot' : 'strong';
}

/** What kind of character stands at `at`. Georgian letters are lower case by Unicode, but have no case in a text. */
function kindAt(text: string, at: number): NextKind {
  const code = text.charCodeAt(at);
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x410 && code <= 0x42f) || (code >= 0x531 && code <= 0x556))
    return 'upper';
  if (code >= 0x30 && code <= 0x39) return 'digit';
  if (code >= 0x10d0 && code <= 0x10ff) return 'other';
  const mark = String.fromCodePoint(text.codePointAt(at) ?? 0x20);
  if (!/\p{Ll}/u.test(mark)) {
    if (/[\p{Lu}\p{Lt}]/u.test(mark)) return 'upper';
    if (/\p{N}/u.test(mark)) return 'digit';
    return /[,;:،؛、，；：՝]/u.test(mark) ? 'pause' : 'other';
  }
  return fits(LABEL, text, at) || fits(CAMEL, text, at) ? 'upper' : 'lower';
}

/** Whether a sentence can begin at `next` although no white space stands before it. */
function joined(text: string, run: Run, at: number): boolean {
  const last = run.marks.at(-1) ?? '';
  if (WIDE.test(last)) return true;
  if (last === '.' || last === '\u2024') return false;
  const after = text.slice(run.end, run.end + 2);
  if (/^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(after)) return true;
  const before = text.slice(Math.max(0, at - 2), at);
  if (/^\p{L}{2}$/u.test(before) && /^\p{Lu}\p{Ll}$/u.test(after)) return true;
  return /[^!-~…‥]/u.test(last) && /^\p{L}/u.test(after);
}

/** What follows most stops: one space and a letter. `undefined` where there is more to look at. */
function plainStop(text: string, at: number, marks: Marks): Stop | undefined {
  const end = past(marks.run, text, at);
  if (text.charCodeAt(end) !== 0x20 || !fits(LETTER, text, end + 1)) return undefined;
  const kind = stopKind({ last: at, end, marks: text.slice(at, end), closers: '' }, at);
  const none = { quoted: false, bracketed: false, dashed: false };
  return { kind, at, last: at, end, next: end + 1, word: end + 1, nextKind: kindAt(text, end + 1), ...none };
}

/** The stop whose marks begin at `at`; its `next` alone when no sentence can begin there. */
function stopAt(text: string, at: number, marks: Marks): Stop | number {
  const run = runAt(text, at, marks);
  const next = past(SPACE, text, run.end);
  if (next >= text.length || fits(EXTENDS, text, next)) return next;
  if (next === run.end && !joined(text, run, at)) return next;
  const word = past(OPENING, text, next);
  const { closers, last, end } = run;
  const quoted = closers !== '' && /[\p{Pi}\p{Pf}"'」』]/u.test(closers);
  const first = quoted && fits(QUOTING, text, next) ? 'pause' : kindAt(text, next);
  const nextKind = first === 'pause' ? first : kindAt(text, word);
  const bracketed = closers !== '' && /[)\]}）]/u.test(closers);
  const dashed = word > next && /\p{Pd}/u.test(text.slice(next, Math.min(word, next + 4)));
  return { kind: stopKind(run, at), at, last, end, next, word, nextKind, quoted, bracketed, dashed };
}

/**
 * The next place at or after `from` where a sentence may end, or `undefined` at the end of the text. Each character
 * is read a bounded number of times, so that a walk over the text is linear.
 */
export function stopAfter(text: string, from: number, marks: Marks): Stop | undefined {
  for (let at = from; at < text.length; ) {
    marks.first.lastIndex = at;
    const found = marks.first.exec(text);
    if (found === null) return undefined;
    const stop = plainStop(text, found.index, marks) ?? stopAt(text, found.index, marks);
    if (typeof stop !== 'number') return stop;
    at = stop;
  }
  return undefined;
}
