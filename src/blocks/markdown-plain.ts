import type { SourceInline } from '../model/block.ts';
import { characterReference, isEscapable } from './markdown-characters.ts';

/** The range without white space at its ends. */
export function trimRange(text: string, from: number, to: number): { start: number; end: number } {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

function aroundBreak(text: string, at: number, floor: number): { start: number; end: number } {
  const blank = (index: number): boolean => text.charCodeAt(index) === 32 || text.charCodeAt(index) === 9;
  let [start, end] = [at, at + 1];
  while (start > floor && blank(start - 1)) start--;
  while (blank(end)) end++;
  return { start, end };
}

const PLAIN_SPECIAL = /[\\&\n]/g;

/** The tokens of a text that has escapes, character references and line breaks, but no other markup. */
export function readPlain(text: string, from: number, to: number, offset: number): SourceInline[] {
  const out: SourceInline[] = [];
  let at = from;
  const put = (start: number, end: number, decoded: string): void => {
    if (start > at)
      out.push({ kind: 'text', start: at + offset, end: start + offset, text: text.slice(at, start) });
    if (decoded !== '') out.push({ kind: 'text', start: start + offset, end: end + offset, text: decoded });
    else if (end > start) out.push({ kind: 'soft', start: start + offset, end: end + offset });
    at = end;
  };
  PLAIN_SPECIAL.lastIndex = from;
  for (let match = PLAIN_SPECIAL.exec(text); match && match.index < to; match = PLAIN_SPECIAL.exec(text)) {
    const start = match.index;
    const code = text.charCodeAt(start);
    if (code === 92) {
      if (start + 1 < to && isEscapable(text.charCodeAt(start + 1)))
        put(start, start + 2, text.charAt(start + 1));
    } else if (code === 38) {
      const reference = characterReference(text, start);
      if (reference) put(start, start + reference.length, reference.text);
    } else {
      const { start: before, end: after } = aroundBreak(text, start, at);
      put(before, after, '');
    }
    PLAIN_SPECIAL.lastIndex = Math.max(at, start + 1);
  }
  put(to, to, '');
  return out;
}
