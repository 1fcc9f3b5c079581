import { type Content, formatContent, type Inline, plainText } from '../model/content.ts';
import { withoutForbidden } from './xml/escape.ts';

/**
 * A source's stored form as it is compared with a returned one: tools re-indent, so white space does not count, nor
 * does any beside a code; nor do the characters that XLIFF 1.2 cannot hold.
 */
export function comparableSource(stored: string): string {
  const text = withoutForbidden(stored.normalize('NFC')).replace(/\s+/gu, ' ');
  return text.replace(/ ?(<\/?[0-9]+\/?>) ?/g, '$1').trim();
}

/** Whether two targets in stored form say the same. A non-breaking space is not a space here: it is a translator's work. */
export function sameTarget(one: string, other: string): boolean {
  return one === other || comparableTarget(one) === comparableTarget(other);
}

function comparableTarget(stored: string): string {
  return withoutForbidden(stored.normalize('NFC'))
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/^ | $/g, '');
}

/**
 * A returned target as it is stored: a line break that a tool put in is a space, and there is none at the ends.
 * Control characters and halves of pairs, which XLIFF 2 can carry, are no text: U+FFFD stands for them. Everything else
 * is the translator's.
 */
export function cleanTarget(content: Content): Content {
  const inner = content.map(unwrap);
  const first = inner[0];
  if (first?.kind === 'text') inner[0] = { kind: 'text', text: first.text.replace(/^[ \t\r\n]+/, '') };
  const end = inner.length - 1;
  const last = inner[end];
  if (last?.kind === 'text') inner[end] = { kind: 'text', text: trimEnd(last.text) };
  return inner.filter((node) => node.kind === 'code' || node.text !== '');
}

// With the u flag, the range of surrogates matches lone ones only.
const NO_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\uD800-\uDFFF\uFFFE\uFFFF]/gu;

function unwrap(node: Inline): Inline {
  if (node.kind === 'code') {
    return node.children === null ? node : { ...node, children: node.children.map(unwrap) };
  }
  if (!/[\u0000-\u001f\u007f\uD800-\uDFFF\uFFFE\uFFFF]/.test(node.text)) return node;
  const text = node.text.replace(NO_TEXT, '\uFFFD');
  return { kind: 'text', text: text.replace(/[ \t\r\n]+/g, (run) => (/[^ ]/.test(run) ? ' ' : run)) };
}

// By hand: an expression that ends in `$` is tried at every space.
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\r\n'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Whether content has a letter of any script, outside its codes. */
export function hasLetters(content: Content): boolean {
  return /\p{L}/u.test(plainText(content));
}

/** The stored form of content, and whether every code number in it can be stored and stands once. */
export function storedForm(content: Content): {
  readonly text: string;
  readonly badCodes: readonly string[];
} {
  const seen = new Set<string>();
  const bad = new Set<string>();
  noteCodes(content, seen, bad);
  return { text: bad.size === 0 ? formatContent(content) : '', badCodes: [...bad] };
}

function noteCodes(content: Content, seen: Set<string>, bad: Set<string>): void {
  for (const node of content) {
    if (node.kind === 'text') continue;
    if (seen.has(node.id) || !/^[1-9][0-9]{0,8}$/.test(node.id)) bad.add(node.id);
    seen.add(node.id);
    if (node.children) noteCodes(node.children, seen, bad);
  }
}
