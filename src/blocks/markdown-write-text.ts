/** What stands around a text where it is written. */
export interface TextPlace {
  /** The characters that will stand before and after; empty at the content's ends. A notice stands as `<`. */
  readonly before: string;
  readonly after: string;
  /** Whether a block could begin here: at the content's first line, at a later one, or not at all. */
  readonly line: 'first' | 'later' | null;
  /** Whether white space here would stand at a line's start, or its end, where readers drop it. */
  readonly edgeStart: boolean;
  readonly edgeEnd: boolean;
  /** Whether the content of an ATX heading ends with this text. */
  readonly headingEnd: boolean;
  /** What a code before this text ends with, where `(` or `:` would go on with it. */
  readonly afterBracket: 'line' | 'inner' | null;
  readonly inLink: boolean;
  readonly firstForced: boolean;
  readonly lastForced: boolean;
  /** Whether the next code begins with `[`, so that a `!` before it would make an image. */
  readonly beforeBracket: boolean;
}

/** What holds for all texts of a unit. */
export interface TextRules {
  readonly care: 0 | 1;
  /** How `|` is to be written. */
  readonly pipes: 'escaped' | 'plain';
  readonly inCell: boolean;
  /** Whether the unit has at most one `~`, which then joins with nothing. */
  readonly loneTilde: boolean;
  readonly defined: (label: string) => boolean;
}

/** A character as a character reference. */
export function reference(character: string): string {
  if (character === '\u{a0}') return '&nbsp;';
  const code = character.codePointAt(0) ?? 0;
  return code < 128 ? `&#${code};` : `&#x${code.toString(16).toUpperCase()};`;
}

/** Writes for each place (UTF-16 offset) what stands there instead of so many characters. */
class Swaps {
  readonly #at = new Map<number, { readonly length: number; readonly by: string }>();

  set(offset: number, by: string, length = 1): void {
    this.#at.set(offset, { length, by });
  }

  has(offset: number): boolean {
    return this.#at.has(offset);
  }

  apply(text: string): string {
    let out = '';
    let from = 0;
    for (const [offset, { length, by }] of [...this.#at].sort((a, b) => a[0] - b[0])) {
      out += text.slice(from, offset) + by;
      from = offset + length;
    }
    return out + text.slice(from);
  }
}

/** Writes text so that a Markdown reader finds nothing but text: as little as possible is escaped. Linear. */
export function writeText(text: string, place: TextPlace, rules: TextRules): string {
  const swaps = new Swaps();
  if (rules.care === 1) escapePunctuation(text, rules, swaps);
  else {
    escapeMarks(text, place, rules, swaps);
    escapeLineStart(text, place, swaps);
    escapeAddresses(text, place, swaps);
    if (place.headingEnd) escapeTrailingHashes(text, swaps);
    if (place.beforeBracket && text.endsWith('!')) swaps.set(text.length - 1, '\\!');
    if (place.afterBracket && text.startsWith('(')) swaps.set(0, '\\(');
    if (place.afterBracket === 'line' && text.startsWith(':')) swaps.set(0, '\\:');
  }
  escapeControls(text, swaps);
  escapeEdges(text, place, swaps);
  return swaps.apply(text);
}

const PUNCTUATION = /[!-/:-@[-`{-~]/g;

function escapePunctuation(text: string, rules: TextRules, swaps: Swaps): void {
  for (const { 0: mark, index } of text.matchAll(PUNCTUATION)) {
    swaps.set(index, mark === '`' || (mark === '\\' && rules.inCell) ? reference(mark) : `\\${mark}`);
  }
}

const MARKS = /\\|`|\*+|_+|~+|<|&|\[|\]|\|/g;

function escapeMarks(text: string, place: TextPlace, rules: TextRules, swaps: Swaps): void {
  if (!/[\\`*_~<&[\]|]/.test(text)) return;
  for (const { 0: run, index } of text.matchAll(MARKS)) {
    if (swaps.has(index)) continue;
    const end = index + run.length;
    const next = charAfter(text, end, place);
    const backslash = (): void => {
      for (let at = index; at < end; at++) swaps.set(at, `\\${text.charAt(at)}`);
    };
    if (run === '`') swaps.set(index, '&#96;');
    else if (run === '\\') {
      if (next === '' || /[!-/:-@[-`{-~\n]/.test(next)) swaps.set(index, rules.inCell ? '&#92;' : '\\\\');
    } else if (run === '<') {
      if (/[A-Za-z/!?]/.test(next) || (end === text.length && /\S/.test(next))) backslash();
    } else if (run === '&') {
      if (formsReference(text, index, place.after)) swaps.set(index, '&amp;');
    } else if (run === '|') {
      if (rules.pipes === 'escaped') backslash();
    } else if (run === ']') {
      if (place.inLink) backslash();
    } else if (run === '[') {
      if (!staysText(text, index, place, rules)) backslash();
    } else if (!inert(text, index, end, place, rules)) backslash();
  }
}

/** The character that will stand before `at`, where some are written as references. */
function charBefore(text: string, at: number, place: TextPlace): string {
  if (at === 0) return place.before;
  const from = at - (isLow(text, at - 1) ? 2 : 1);
  const character = text.slice(from, at);
  const dropped = place.edgeStart && /\s/.test(character) && text.slice(0, from).trim() === '';
  return dropped || isControl(character) || (from === 0 && place.firstForced) ? ';' : character;
}

/** The character that will stand at `at`, where some are written as references. */
function charAfter(text: string, at: number, place: TextPlace): string {
  if (at >= text.length) return place.after;
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const end = at + character.length;
  const dropped = place.edgeEnd && /\s/.test(character) && text.slice(end).trim() === '';
  return dropped || isControl(character) || (end === text.length && place.lastForced) ? '&' : character;
}

function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff;
}

const REFERENCE = /&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{0,40})(;|$)/y;

function formsReference(text: string, at: number, after: string): boolean {
  REFERENCE.lastIndex = at;
  const end = REFERENCE.exec(text)?.[1];
  if (end === undefined) return text.length === at + 1 && after === '<';
  return end === ';' || after === '<' || after === ';';
}

/** Whether a run of `*`, `_` or `~` opens and closes nothing, whatever else stands in the unit. */
function inert(text: string, start: number, end: number, place: TextPlace, rules: TextRules): boolean {
  const mark = text.charAt(start);
  if (mark === '~' && rules.loneTilde) return true;
  const before = charBefore(text, start, place);
  const next = charAfter(text, end, place);
  const lineStart = start === 0 && place.line !== null;
  if (/^[ \t\n]?$/.test(before) && /^[ \t\n]?$/.test(next))
    return !lineStart && (mark !== '~' || end - start < 2);
  if (mark !== '_') return false;
  return /^[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]$/u.test(next);
}

const BRACKETED = /\[(!?[\p{L}\p{N}.,…’' -]{1,200})\]/uy;

/** Whether `[…]` cannot be a link: nothing that would make it one follows, and no definition has that label. */
function staysText(text: string, at: number, place: TextPlace, rules: TextRules): boolean {
  if (place.inLink) return false;
  BRACKETED.lastIndex = at;
  const match = BRACKETED.exec(text);
  const label = match?.[1];
  if (!match || label === undefined || label.trim() === '') return false;
  const end = at + match[0].length;
  const next = end < text.length ? text.charAt(end) : place.after;
  if (next === '(' || next === '[' || next === ':' || next === '<') return false;
  if (at === 0 && place.line && /^[ xX]$/.test(label)) return false;
  return !rules.defined(label);
}

const LINE_START =
  /^(?:(#{1,6})(?=[ \t]|$)|(>)|([-+*])(?=[ \t]|$)|([0-9]{1,9})[.)](?=[ \t]|$)|([-=|:])(?=[-=|: \t]*$))/;

/** A marker that would begin a block, a line that would end the paragraph as a heading or begin a table's rows. */
function escapeLineStart(text: string, place: TextPlace, swaps: Swaps): void {
  if (place.line === null) return;
  const match = LINE_START.exec(text);
  if (!match) return;
  const at = match[4] === undefined ? 0 : match[4].length;
  swaps.set(at, `\\${text.charAt(at)}`);
}

const ADDRESS = /(?:https?|ftp):(?=\/\/)|(?:mailto|xmpp):(?=\S)|www\.(?=\S)|[A-Za-z0-9._+-]@(?=\S)/gi;

/** Keeps readers that look for bare addresses from finding one. */
function escapeAddresses(text: string, place: TextPlace, swaps: Swaps): void {
  if (/[:@]|www/i.test(text)) {
    for (const match of text.matchAll(ADDRESS)) {
      const at = match.index + match[0].length - 1;
      swaps.set(at, `\\${text.charAt(at)}`);
    }
  }
  if (text.startsWith('@') && /[A-Za-z0-9._+-]/.test(place.before)) swaps.set(0, '\\@');
}

function escapeTrailingHashes(text: string, swaps: Swaps): void {
  const run = /(?:^|[ \t])(#+)$/.exec(text)?.[1];
  if (run === undefined) return;
  for (let at = text.length - run.length; at < text.length; at++) swaps.set(at, '\\#');
}

const CONTROL = /[\u0001-\u0008\u000a-\u001f\u007f]/;
const CONTROLS = new RegExp(CONTROL.source, 'g');

/** Whether a character is a line break or another control character, which is always written as a reference. */
export function isControl(character: string): boolean {
  return CONTROL.test(character);
}

function escapeControls(text: string, swaps: Swaps): void {
  if (!CONTROL.test(text)) return;
  for (const { 0: mark, index } of text.matchAll(CONTROLS)) swaps.set(index, reference(mark));
}

/** White space that readers would drop, and characters that must not look like letters beside a delimiter. */
function escapeEdges(text: string, place: TextPlace, swaps: Swaps): void {
  const swap = (at: number, character: string): void => swaps.set(at, reference(character), character.length);
  if (place.edgeStart)
    for (let at = 0; at < text.length && isSpace(text, at); at++) swap(at, text.charAt(at));
  if (place.edgeEnd) {
    for (let at = text.length - 1; at >= 0 && isSpace(text, at); at--) swap(at, text.charAt(at));
  }
  if (place.firstForced) swap(0, String.fromCodePoint(text.codePointAt(0) ?? 0));
  if (!place.lastForced) return;
  const from = text.length - (isLow(text, text.length - 1) ? 2 : 1);
  swap(from, text.slice(from));
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text.charAt(at));
}
