const NAME = '[A-Za-z][A-Za-z0-9-]*';
const ATTRIBUTE = `[ \\t\\n]+[A-Za-z_:][A-Za-z0-9_.:-]*(?:[ \\t\\n]*=[ \\t\\n]*(?:[^\\s"'=<>\`]+|'[^']*'|"[^"]*"))?`;

/** An opening or closing tag as CommonMark defines it, without anchors: group 1 names the one, group 2 the other. */
export const TAG: string = `<(?:(${NAME})(?:${ATTRIBUTE})*[ \\t\\n]*/?|/(${NAME})[ \\t\\n]*)>`;
const TAG_AT = new RegExp(TAG, 'y');

/** An inline HTML construct. Comments, declarations and the like have no name. */
export interface InlineHtml {
  readonly end: number;
  readonly shape: 'open' | 'close' | 'void';
  /** In lower case. */
  readonly name: string;
}

/** Looks for terminators; remembers that one is not found any more, so that many openings cost one search. */
export interface Finder {
  readonly find: (terminator: string, from: number) => number;
}

/** A finder over one text whose questions come with rising offsets. */
export function finder(text: string): Finder {
  const absent = new Set<string>();
  return {
    find(terminator, from) {
      if (absent.has(terminator)) return -1;
      const at = text.indexOf(terminator, from);
      if (at < 0) absent.add(terminator);
      return at;
    },
  };
}

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** Reads inline HTML at `at` (a `<`), or null. https://spec.commonmark.org/0.31.2/#raw-html */
export function readInlineHtml(text: string, at: number, search: Finder): InlineHtml | null {
  const end = specialEnd(text, at, search);
  if (end !== null) return end < 0 ? null : { end, shape: 'void', name: '' };
  TAG_AT.lastIndex = at;
  const match = TAG_AT.exec(text);
  if (!match) return null;
  const tagEnd = at + match[0].length;
  if (match[2] !== undefined) return { end: tagEnd, shape: 'close', name: match[2].toLowerCase() };
  const name = match[1]!.toLowerCase();
  const single = VOID.has(name) || text.charCodeAt(tagEnd - 2) === 47;
  return { end: tagEnd, shape: single ? 'void' : 'open', name };
}

/** The end of a comment, instruction, declaration or CDATA; -1 where it is not closed; null where it is none. */
function specialEnd(text: string, at: number, search: Finder): number | null {
  const after = (terminator: string, from: number): number => {
    const found = search.find(terminator, from);
    return found < 0 ? -1 : found + terminator.length;
  };
  const next = text.charCodeAt(at + 1);
  if (next === 63) return after('?>', at + 2);
  if (next !== 33) return null;
  if (text.startsWith('<!-->', at)) return at + 5;
  if (text.startsWith('<!--->', at)) return at + 6;
  if (text.startsWith('<!--', at)) return after('-->', at + 4);
  if (text.startsWith('<![CDATA[', at)) return after(']]>', at + 9);
  return /[A-Za-z]/.test(text.charAt(at + 2)) ? after('>', at + 2) : -1;
}

/** Whether HTML shows letters to a reader: letters outside tags, comments, scripts and styles. Linear. */
export function hasVisibleLetters(html: string): boolean {
  let at = 0;
  const search = finder(html);
  while (at < html.length) {
    const open = html.indexOf('<', at);
    const text = html.slice(at, open < 0 ? html.length : open).replace(/&[#A-Za-z0-9]+;/g, ' ');
    if (/\p{L}/u.test(text)) return true;
    if (open < 0) return false;
    const end = hiddenEnd(html, open, search);
    if (end < 0) return false;
    at = end;
  }
  return false;
}

function hiddenEnd(html: string, at: number, search: Finder): number {
  const special = specialEnd(html, at, search);
  if (special !== null && special >= 0) return special;
  if (special !== null && html.startsWith('<!--', at)) return -1;
  const raw = /^<(script|style)(?![A-Za-z0-9-])/i.exec(html.slice(at, at + 8))?.[1];
  if (raw) {
    const closing = search.find(`</${raw}`, at);
    return closing < 0 ? -1 : closing + raw.length + 2;
  }
  const close = search.find('>', at);
  return close < 0 ? -1 : close + 1;
}
