import { escapeText } from '../xml/escape.ts';
import type { Splice } from '../xml/tag.ts';

/** The text of a unit that is being updated, between two offsets in the file. */
export type Slice = (from: number, to: number) => string;

/** An element, from the `<` of its start tag to the `>` of its end tag. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** White space before an element is looked at up to here. */
const INDENT_LIMIT = 200;

/** The line break and the white space that an element stands behind; empty where it begins no line. */
export function indentBefore(slice: Slice, start: number, from: number): string {
  const before = slice(Math.max(from, start - INDENT_LIMIT), start);
  return /\r?\n[ \t]*$/.exec(before)?.[0] ?? '';
}

/** Where the white space begins that stands before an element and right behind another tag; else where it begins itself. */
export function runBefore(slice: Slice, start: number, from: number): number {
  const before = slice(Math.max(from, start - INDENT_LIMIT - 1), start);
  const run = before.length - before.trimEnd().length;
  return before.at(-run - 1) === '>' ? start - run : start;
}

/** Takes out an element, and the white space that was put in before it. */
export function dropElement(slice: Slice, { start, end }: Span, from: number): Splice {
  const at = runBefore(slice, start, from);
  return { at, remove: end - at, insert: '' };
}

/** An element with text. */
export function element(name: string, attributes: string, text: string): string {
  return `<${name}${attributes}>${escapeText(text)}</${name}>`;
}

/** The prefix of a tag's name, with its colon. */
export function prefixOf(tag: string): string {
  return /^<([^\s/>:]+:)?/.exec(tag)?.[1] ?? '';
}

/** Moves the splices of a tag to where the tag stands. */
export function shifted(splices: readonly Splice[], by: number): Splice[] {
  return splices.map((splice) => ({ ...splice, at: splice.at + by }));
}

/** In the order of the text; an insertion stands before what is taken out at its place. */
export function inOrder(splices: readonly Splice[]): Splice[] {
  return splices.toSorted((one, other) => one.at - other.at || one.remove - other.remove);
}
