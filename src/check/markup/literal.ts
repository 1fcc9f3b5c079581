import type { Span } from '../../model/finding.ts';
import { SIGN } from '../chars.ts';
import { kindsOfText, perText, type Text } from '../text.ts';

/** Kinds of markup that can stand in a text as mere characters. */
export type LiteralKind =
  | 'link'
  | 'image'
  | 'footnote'
  | 'code'
  | 'strong'
  | 'emphasis'
  | 'strikethrough'
  | 'heading'
  | 'item'
  | 'quote'
  | 'html'
  | 'tag'
  | 'table';

/** Markup that stands in a text as characters, with its place in `plain`. */
export interface Literal extends Span {
  readonly kind: LiteralKind;
  readonly raw: string;
}

/** A text that has none of these has no markup. */
const SUSPECT = /[*`~[\]|]|__|<|^[ \t]*(?:#|[+>])|(?<![\p{L}\p{N}_])_[\p{L}\p{N}]/u;

/**
 * Each pattern is bounded, so that a hostile text costs no more than its length; behind it what a text must have one of for
 * the pattern to be tried.
 */
const PATTERNS: readonly (readonly [kind: LiteralKind, pattern: RegExp, has: readonly string[]])[] = [
  ['image', /!\[[^\][\n]{0,300}\](?:\([^()\s]{1,500}\)|\[[^\][\n]{0,100}\])/gu, ['![']],
  [
    'link',
    /(?<!!)\[[^\][\n]{1,300}\](?:\([^()\s]{1,500}(?:[ \t]"[^"\n]{0,200}")?\)|\[[^\][\n]{0,100}\])/gu,
    ['](', ']['],
  ],
  ['footnote', /\[\^[^\][\s]{1,50}\]/gu, ['[^']],
  ['code', /(?<![\p{L}\p{N}`])(`{1,3})(?!`)[^`\n]{1,300}\1(?![\p{L}\p{N}`])/gu, ['`']],
  [
    'strong',
    /\*\*(?!\*)|(?<![\p{L}\p{N}_])__(?=[\p{L}\p{N}])[^_\n]{1,300}__(?![\p{L}\p{N}_])/gu,
    ['**', '__'],
  ],
  [
    'emphasis',
    /(?<![\p{L}\p{N}*\\])\*(?=[^\s*])[^*\n]{0,300}[^\s*]\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_(?=[^\s_])[^_\n]{0,300}[^\s_]_(?![\p{L}\p{N}_])/gu,
    ['*', '_'],
  ],
  ['strikethrough', /~~(?=[^\s~])[^~\n]{1,300}~~/gu, ['~~']],
  ['heading', /^[ \t]{0,3}#{1,6}(?=[ \t])|[ \t]#{2,6}[ \t]*$/gu, ['#']],
  ['item', /^[ \t]{0,3}[*+](?=[ \t])/gu, ['*', '+']],
  ['quote', /^[ \t]{0,3}>(?=[ \t]?[^\s<>=\d])/gu, ['>']],
  ['table', /^[ \t]{0,3}\|[^\n]{1,500}\|[ \t]*$/gu, ['|']],
  [
    'html',
    /<\/?(?:a|b|i|u|s|p|br|hr|em|strong|span|div|sup|sub|mark|small|code|pre|font|img|ul|ol|li|h[1-6]|table|tr|td|th)(?:[\s/][^<>\n]{0,300})?>/giu,
    ['<'],
  ],
  ['tag', /<\/?[a-z]{0,3}\d{1,4}\/?>|\{\/?\d{1,4}\/?\}(?=[^\n]{0,500}\{\/)/giu, ['<', '{']],
];

const NONE: readonly Literal[] = [];

/** The markup that stands in a text as characters; what was markup in the document are codes and is not among them. */
export function literalsOf(text: Text): readonly Literal[] {
  return kindsOfText(text) & SIGN ? literalsIn(text) : NONE;
}

const literalsIn: (text: Text) => readonly Literal[] = perText(({ plain }) => {
  if (!SUSPECT.test(plain)) return NONE;
  const found: Literal[] = [];
  for (const [kind, pattern, has] of PATTERNS) {
    if (!has.some((mark) => plain.includes(mark))) continue;
    for (const { 0: raw, index } of plain.matchAll(pattern)) {
      found.push({ kind, raw, start: index, end: index + raw.length });
    }
  }
  return found;
});
