import { type Change, differenceOf } from '../model/difference.ts';

/** What of the same text is told before and after each place of a change, in UTF-16 units. */
const AROUND = 40;

/**
 * What an edit took out and put in, as `[-200-]{+2000+}`, with a few words around each place; empty for equal texts.
 */
export function showChange(before: string, now: string): string {
  const changes = differenceOf(before, now);
  if (changes.every(({ kind }) => kind === 'same')) return '';
  return changes.map((change, at) => shown(change, at === 0, at === changes.length - 1)).join('');
}

function shown({ kind, text }: Change, isFirst: boolean, isLast: boolean): string {
  if (kind === 'removed') return `[-${text}-]`;
  if (kind === 'added') return `{+${text}+}`;
  if (isFirst) return tailOf(text);
  if (isLast) return headOf(text);
  return text.length > 2 * AROUND ? `${headOf(text)}${tailOf(text).slice(1)}` : text;
}

function headOf(text: string): string {
  if (text.length <= AROUND) return text;
  const cut = text.lastIndexOf(' ', AROUND);
  return `${text.slice(0, cut > 0 ? cut + 1 : AROUND)}…`;
}

function tailOf(text: string): string {
  if (text.length <= AROUND) return text;
  const cut = text.indexOf(' ', text.length - AROUND);
  return `…${text.slice(cut === -1 ? text.length - AROUND : cut)}`;
}
