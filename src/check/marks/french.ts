import type { Edit } from '../../model/finding.ts';
import { isEmoticon, type SpaceFault } from './spaces.ts';

const NBSP = '\u00a0';
const NNBSP = '\u202f';

/** Marks that ask for a space before them, in France and in Canada. */
const MARKS = { french: /[?!;:»%]/g, canadian: /[:»%]/g } as const;
const HAS = /[?!;:»%«]/;
const SPACE = /[ \t\u2009\u2002-\u2008\u200a]/;
const HARD = new RegExp(`[${NBSP}${NNBSP}]`);
/** What may follow a mark that ends something: else it stands within a word, a time, an address. */
const END = /[\s\uFFFC)\]}»”"’'›,.;:!?…\u00a0\u202f*–—-]|$/y;
/** Marks and brackets after which no space is asked for: `(?)`, `?!`, `…!`. */
const NO_SPACE_AFTER = /[([{?!;:…“‘‹«\n/*_-]/;
/** A straight mark that opens. */
const STRAIGHT_OPEN = /(?:^|[\s([])["']$/;
const INVISIBLE = /[\u200b-\u200f\u2060-\u2064\ufeff]/;

/** Where the marks of French text, addresses masked, lack their no-break space. Both widths of it are right. */
export function frenchFaults(masked: string, spaces: 'french' | 'canadian'): SpaceFault[] {
  if (!HAS.test(masked)) return [];
  const faults: SpaceFault[] = [];
  for (const { 0: mark, index } of masked.matchAll(MARKS[spaces])) {
    const fault = beforeMark(masked, mark, index);
    if (fault) faults.push(fault);
  }
  for (const { index } of masked.matchAll(/«/g)) {
    const fault = afterOpening(masked, index);
    if (fault) faults.push(fault);
  }
  return faults.sort((a, b) => a.at.start - b.at.start);
}

function beforeMark(masked: string, mark: string, index: number): SpaceFault | null {
  if (mark !== '»' && !isEnd(masked, index + 1)) return null;
  let start = index;
  while (start > 0 && SPACE.test(masked.charAt(start - 1))) start--;
  const before = masked.charAt(start - 1);
  if (before === '' || before === '\n' || HARD.test(before) || INVISIBLE.test(before)) return null;
  if (
    mark === '»'
      ? before === '«'
      : NO_SPACE_AFTER.test(before) || STRAIGHT_OPEN.test(masked.slice(Math.max(0, start - 2), start))
  )
    return null;
  if (mark === '%' && !/[\d\uFFFC)]/.test(before)) return null;
  const at = { start, end: index + 1 };
  if (start === index) {
    if (mark === ';' && /&\w{1,10}$/.test(masked.slice(Math.max(0, index - 11), index))) return null;
    return { kind: 'missing', mark, at, fix: [{ start, end: start, text: spaceFor(mark) }] };
  }
  if (isEmoticon(masked, index)) return null;
  return { kind: 'breaking', mark, at, fix: replaced(start, index, spaceFor(mark)) };
}

function afterOpening(masked: string, index: number): SpaceFault | null {
  let end = index + 1;
  while (SPACE.test(masked.charAt(end))) end++;
  const after = masked.charAt(end);
  if (after === '' || after === '\n' || after === '»' || HARD.test(after) || INVISIBLE.test(after))
    return null;
  const at = { start: index, end };
  if (end > index + 1) return { kind: 'breaking', mark: '«', at, fix: replaced(index + 1, end, NBSP) };
  return { kind: 'missing', mark: '«', at, fix: [{ start: end, end, text: NBSP }] };
}

/** A run of spaces as one: an edit a character, so that none reaches across a code. */
function replaced(start: number, end: number, text: string): Edit[] {
  const edits: Edit[] = [{ start, end: start + 1, text }];
  for (let at = start + 1; at < end; at++) edits.push({ start: at, end: at + 1, text: '' });
  return edits;
}

function spaceFor(mark: string): string {
  return mark === ':' || mark === '»' || mark === '%' ? NBSP : NNBSP;
}

function isEnd(masked: string, at: number): boolean {
  END.lastIndex = at;
  return END.test(masked);
}

/** How many marks of a text have a space that does not break beside them. */
export function hardSpaceCount(plain: string): number {
  return plain.match(/[\u00a0\u202f][?!;:»%]|«[\u00a0\u202f]/g)?.length ?? 0;
}
