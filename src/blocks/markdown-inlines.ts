import {
  type Autolink,
  mailAt,
  readAngleAutolink,
  readBareAddress,
  readBareEmail,
} from './markdown-autolinks.ts';
import { characterReference, isEscapable } from './markdown-characters.ts';
import { codeContent, nextTicks, type Ticks } from './markdown-code-spans.ts';
import { cutRuns, joinRuns, pushRun, type RunList, readRun } from './markdown-delimiters.ts';
import { type Finder, finder, readInlineHtml } from './markdown-html.ts';
import { normalizeLabel, readLabel, readResource } from './markdown-links.ts';
import type { Bracket, InlineMark, References, Target } from './markdown-marks.ts';

/** Scans one block's text. All state of the scan, so that each construct is one function of it. */
interface Scan {
  readonly text: string;
  readonly cell: boolean;
  readonly references: References;
  readonly marks: InlineMark[];
  readonly runs: RunList;
  readonly brackets: Bracket[];
  readonly search: Finder;
  /** Brackets below this index cannot begin a link any more, because a link stands within them. */
  inactive: number;
  readonly ticks: Ticks;
}

const SPECIAL = /[\\`*_~[\]<&\n]|!\[/g;
const SPECIAL_OR_ADDRESS = /[\\`*_~[\]<&\n@]|!\[|:\/\/|www\./gi;
const ADDRESS = /@|:\/\/|www\./i;

/**
 * Finds the inline markup of a block's text, in which container marks are blanked. `cell` says that the text is a
 * table's cell. Near linear in the text's length, whatever it holds.
 */
export function scanInlines(text: string, cell: boolean, references: References): readonly InlineMark[] {
  const pattern = ADDRESS.test(text) ? SPECIAL_OR_ADDRESS : SPECIAL;
  const scan: Scan = {
    text,
    cell,
    references,
    marks: [],
    runs: { last: null },
    brackets: [],
    search: finder(text),
    inactive: 0,
    ticks: { places: null },
  };
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    pattern.lastIndex = readMark(scan, match.index, match[0].length);
  }
  joinRuns(scan.runs, null);
  return scan.marks;
}

/** Reads what begins at `at` and gives the place to go on from; `size` is that of what caught the eye. */
function readMark(scan: Scan, at: number, size: number): number {
  switch (scan.text.charCodeAt(at)) {
    case 92:
      return readEscape(scan, at);
    case 96:
      return readCodeSpan(scan, at);
    case 42:
    case 95:
    case 126:
      return addRun(scan, at);
    case 91:
      return readFootnote(scan, at) ?? openBracket(scan, at, false);
    case 33:
      return scan.text.charCodeAt(at + 2) === 94 && isFootnote(scan, at + 1)
        ? at + 1
        : openBracket(scan, at, true);
    case 93:
      return closeBracket(scan, at);
    case 60:
      return readAngle(scan, at);
    case 38:
      return readReference(scan, at);
    case 10:
      return readBreak(scan, at);
    default:
      return readBare(scan, at, size);
  }
}

function lastEnd(scan: Scan): number {
  return scan.marks.at(-1)?.end ?? 0;
}

function readEscape(scan: Scan, at: number): number {
  const next = scan.text.charCodeAt(at + 1);
  if (next === 10) {
    const end = skipIndent(scan.text, at + 2);
    scan.marks.push({ kind: 'break', start: at, end, hard: true });
    return end;
  }
  if (!isEscapable(next)) return at + 1;
  scan.marks.push({ kind: 'character', start: at, end: at + 2, text: scan.text.charAt(at + 1) });
  return at + 2;
}

function readReference(scan: Scan, at: number): number {
  const reference = characterReference(scan.text, at);
  if (!reference) return at + 1;
  const end = at + reference.length;
  scan.marks.push({ kind: 'character', start: at, end, text: reference.text });
  return end;
}

function skipIndent(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === 32 || text.charCodeAt(end) === 9) end++;
  return end;
}

function readBreak(scan: Scan, at: number): number {
  const { text } = scan;
  const floor = lastEnd(scan);
  let start = at;
  while (start > floor && (text.charCodeAt(start - 1) === 32 || text.charCodeAt(start - 1) === 9)) start--;
  const hard = at - start >= 2 && text.charCodeAt(at - 1) === 32 && text.charCodeAt(at - 2) === 32;
  const end = skipIndent(text, at + 1);
  scan.marks.push({ kind: 'break', start, end, hard });
  return end;
}

function readCodeSpan(scan: Scan, at: number): number {
  const { text } = scan;
  let open = at + 1;
  while (text.charCodeAt(open) === 96) open++;
  const size = open - at;
  const close = nextTicks(scan.ticks, text, size, open);
  if (close < 0) return open;
  const content = codeContent(text.slice(open, close), scan.cell);
  scan.marks.push({ kind: 'single', start: at, end: close + size, code: { type: 'code', text: content } });
  return close + size;
}

function addRun(scan: Scan, at: number): number {
  const run = readRun(scan.text, at);
  pushRun(scan.runs, run);
  scan.marks.push(run);
  return run.end;
}

function isFootnote(scan: Scan, at: number): boolean {
  return footnoteAt(scan, at) !== null;
}

function footnoteAt(scan: Scan, at: number): { readonly label: string; readonly end: number } | null {
  if (scan.text.charCodeAt(at + 1) !== 94 || scan.references.footnotes.size === 0) return null;
  const read = readLabel(scan.text, at);
  if (!read || /\s/.test(read.label)) return null;
  const label = read.label.slice(1);
  return scan.references.footnotes.has(normalizeLabel(label)) ? { label, end: read.end } : null;
}

function readFootnote(scan: Scan, at: number): number | null {
  const found = footnoteAt(scan, at);
  if (!found) return null;
  scan.marks.push({
    kind: 'single',
    start: at,
    end: found.end,
    code: { type: 'footnote', text: found.label },
  });
  return found.end;
}

function openBracket(scan: Scan, at: number, image: boolean): number {
  const end = at + (image ? 2 : 1);
  const outer = scan.brackets.at(-1);
  if (outer) outer.inner = true;
  const bottom = scan.runs.last;
  const bracket: Bracket = {
    kind: 'bracket',
    start: at,
    end,
    image,
    bottom,
    inner: false,
    closedBy: -1,
    target: null,
  };
  scan.marks.push(bracket);
  scan.brackets.push(bracket);
  return end;
}

/** https://spec.commonmark.org/0.31.2/#look-for-link-or-image */
function closeBracket(scan: Scan, at: number): number {
  const bracket = scan.brackets.pop();
  if (!bracket) return at + 1;
  const active = bracket.image || scan.brackets.length >= scan.inactive;
  scan.inactive = Math.min(scan.inactive, scan.brackets.length);
  const found = active ? findTarget(scan, bracket, at) : null;
  if (!found) return at + 1;
  joinRuns(scan.runs, bracket.bottom);
  bracket.target = found.target;
  bracket.closedBy = scan.marks.length;
  scan.marks.push({ kind: 'bracketEnd', start: at, end: found.end });
  if (!bracket.image) scan.inactive = scan.brackets.length;
  return found.end;
}

function findTarget(scan: Scan, bracket: Bracket, at: number): { target: Target; end: number } | null {
  const { text, references } = scan;
  if (text.charCodeAt(at + 1) === 40) {
    const resource = readResource(text, at + 1);
    if (resource)
      return { target: { href: resource.href, title: resource.title, label: null }, end: resource.end };
  }
  const full = text.charCodeAt(at + 1) === 91 ? readLabel(text, at + 1) : null;
  const own = bracket.inner || at - bracket.end > 999 ? null : text.slice(bracket.end, at);
  const label = full && full.label !== '' ? full.label : own;
  if (label === null || references.definitions.size === 0) return null;
  const definition = references.definitions.get(normalizeLabel(label));
  if (!definition) return null;
  const written = label.replace(/\s+/g, ' ').trim();
  return { target: { href: definition.href, title: null, label: written }, end: full?.end ?? at + 1 };
}

function readAngle(scan: Scan, at: number): number {
  const autolink = readAngleAutolink(scan.text, at);
  if (autolink) return addAutolink(scan, autolink);
  const html = readInlineHtml(scan.text, at, scan.search);
  if (!html) return at + 1;
  scan.marks.push({ kind: 'tag', start: at, ...html });
  return html.end;
}

function addAutolink(scan: Scan, { start, end, href, text }: Autolink): number {
  scan.marks.push({ kind: 'single', start, end, code: { type: 'autolink', href, text } });
  return end;
}

function readBare(scan: Scan, at: number, size: number): number {
  const { text } = scan;
  if (scan.brackets.length > 0) return at + size;
  const mark = text.charCodeAt(at);
  let found: Autolink | null;
  if (mark === 64) found = readBareEmail(text, at, emailFloor(scan, at));
  else if (mark === 58) found = readScheme(scan, at);
  else found = readWww(scan, at);
  if (!found) return at + size;
  dropMarksFrom(scan, found.start);
  return addAutolink(scan, found);
}

/** A name that begins with `www.` may yet be that of a mail address. */
function readWww({ text }: Scan, at: number): Autolink | null {
  const before = at === 0 ? ' ' : text.charAt(at - 1);
  if (!/[\s(*_[\]~]/.test(before)) return null;
  const mail = before === '_' ? -1 : mailAt(text, at);
  return (mail < 0 ? null : readBareEmail(text, mail, at)) ?? readBareAddress(text, at, at);
}

function readScheme(scan: Scan, at: number): Autolink | null {
  const scheme = /https?$/i.exec(scan.text.slice(Math.max(lastEnd(scan), at - 5), at))?.[0];
  if (scheme === undefined) return null;
  const start = at - scheme.length;
  if (start > 0 && /[A-Za-z]/.test(scan.text.charAt(start - 1))) return null;
  return readBareAddress(scan.text, start, at + 3);
}

/** A mail address may hold `_`, which was taken for a mark of emphasis; nothing else that is a mark. */
function emailFloor(scan: Scan, at: number): number {
  for (let index = scan.marks.length - 1; index >= 0; index--) {
    const mark = scan.marks[index]!;
    if (mark.kind !== 'run' || mark.mark !== 95 || mark.end < at - 256) return mark.end;
  }
  return 0;
}

function dropMarksFrom(scan: Scan, start: number): void {
  for (let mark = scan.marks.at(-1); mark && mark.start >= start; mark = scan.marks.at(-1)) {
    scan.marks.pop();
    if (scan.runs.last === mark) cutRuns(scan.runs, scan.runs.last.before);
  }
}
