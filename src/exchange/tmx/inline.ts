import type { CodeNode, CodeType, Content } from '../../model/content.ts';
import type { ContentBuilder } from '../xliff/content.ts';
import { escapeAttribute, escapeText } from '../xml/escape.ts';
import type { Attributes } from '../xml/feed.ts';

/** The type of a code, by its number. */
export type TypeOf = (id: string) => CodeType | undefined;

/**
 * Content as TMX has it: a pair is `bpt` and `ept`, a single code `ph`. `x` matches a code with its like in the other
 * languages, `i` the two ends of a pair. What is shown for a code is its tag in stored form, never native markup.
 * https://www.gala-global.org/tmx-14b#ContentMarkup_Section
 */
export function writeSeg(content: Content, typeOf: TypeOf): string {
  let out = '';
  for (const node of content) out += node.kind === 'text' ? escapeText(node.text) : writeCode(node, typeOf);
  return out;
}

function writeCode({ id, children }: CodeNode, typeOf: TypeOf): string {
  const number = escapeAttribute(id);
  const shown = escapeText(id);
  const code = typeOf(id);
  if (children === null) {
    const type = code === undefined ? '' : ` type="${SINGLE_TYPES[code]}"`;
    return `<ph x="${number}"${type}>&lt;${shown}/&gt;</ph>`;
  }
  const type = code === undefined ? '' : ` type="${PAIR_TYPES[code]}"`;
  const start = `<bpt i="${number}" x="${number}"${type}>&lt;${shown}&gt;</bpt>`;
  return `${start}${writeSeg(children, typeOf)}<ept i="${number}">&lt;/${shown}&gt;</ept>`;
}

// Pairs and single codes have lists of their own; the rest is `x-`.
const OTHER_TYPES: Record<CodeType, string> = {
  strong: 'x-strong',
  emphasis: 'x-emphasis',
  strikethrough: 'x-strikethrough',
  link: 'x-link',
  image: 'x-image',
  code: 'x-code',
  autolink: 'x-autolink',
  html: 'x-html',
  footnote: 'x-footnote',
};
const PAIR_TYPES: Record<CodeType, string> = {
  ...OTHER_TYPES,
  strong: 'bold',
  emphasis: 'italic',
  link: 'link',
};
const SINGLE_TYPES: Record<CodeType, string> = { ...OTHER_TYPES, image: 'image', footnote: 'fnote' };

/**
 * An inline element of a `seg` opens. Native code, and with it the texts within (`sub`), is left out; `hi` is only its
 * text. Gives whether to read what is within.
 */
export function openInline(content: ContentBuilder, name: string, attributes: Attributes): boolean {
  const { i, x } = attributes;
  const id = x ?? i;
  switch (name) {
    case 'hi':
      return true;
    case 'bpt':
      content.start(id, i ?? id ?? '');
      return false;
    case 'ept':
      content.end(i ?? id ?? '');
      return false;
    case 'it':
      if (attributes['pos'] === 'end') content.end(id ?? '', id ?? '');
      else content.start(id, id ?? '');
      return false;
    case 'ph':
    case 'ut':
      content.single(id);
      return false;
    default:
      content.fail('element');
      return false;
  }
}
