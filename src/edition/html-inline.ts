import type { Code, Codes, Content, Inline } from '../model/content.ts';
import { type Markup, NOTHING, tag, text } from '../model/html.ts';
import { linkAddress } from './html-url.ts';

/** What the rest of the page knows about the codes of a segment. */
interface InlineContext {
  readonly codes: Codes;
  readonly image: (code: Code) => Markup;
  readonly footnote: (label: string) => Markup;
  /** The text of a link's title, when there is one in the same language. */
  readonly title: (code: Code) => string | null;
  /** Whether links are left out: in a heading that names something else, or within a link. */
  readonly linked?: boolean;
}

/** Elements of inline HTML that are shown as what they are, always without attributes. */
const HARMLESS = new Set([
  ...['abbr', 'b', 'cite', 'code', 'del', 'dfn', 'em', 'i', 'ins', 'kbd', 'mark', 'q'],
  ...['s', 'samp', 'small', 'strong', 'sub', 'sup', 'u', 'var'],
]);
const EMPTY = new Set(['br', 'wbr']);
const HTML_TAG = /^<(\/?)([a-z][a-z0-9-]*)(?=[\s/>])[\s\S]*>$/i;

/** Content as HTML. Codes that the catalogue does not know are left out, their text stays. */
export function inlineMarkup(content: Content, context: InlineContext): Markup {
  const ends = htmlPairs(content, context.codes);
  let at = 0;
  const until = (end: number): Markup[] => {
    const pieces: Markup[] = [];
    while (at < end) {
      const start = at;
      const node = content[at] as Inline;
      const close = ends.get(start);
      at += 1;
      if (close === undefined) {
        pieces.push(nodeMarkup(node, context));
        continue;
      }
      const children = until(close.index);
      at = close.index + 1;
      pieces.push(tag(close.name, {}, ...children));
    }
    return pieces;
  };
  return until(content.length).join('') as Markup;
}

function nodeMarkup(node: Inline, context: InlineContext): Markup {
  if (node.kind === 'text') return text(node.text);
  const code = context.codes[node.id];
  const inner = (within: InlineContext = context): Markup => inlineMarkup(node.children ?? [], within);
  switch (code?.type) {
    case 'strong':
      return tag('strong', {}, inner());
    case 'emphasis':
      return tag('em', {}, inner());
    case 'strikethrough':
      return tag('del', {}, inner());
    case 'link':
      return link(code, inner({ ...context, linked: true }), context);
    case 'autolink':
      return link(code, text(code.text ?? code.href ?? ''), context, 'auto');
    case 'code':
      return tag('code', { dir: 'auto', translate: 'no' }, text(code.text ?? ''));
    case 'image':
      return context.image(code);
    case 'footnote':
      return context.footnote(code.text ?? '');
    case 'html':
      return html(code, node, inner);
    default:
      return inner();
  }
}

/** A link whose text is its address has the class `auto`: print need not repeat it. */
function link(code: Code, inner: Markup, context: InlineContext, kind: 'auto' | null = null): Markup {
  const href = context.linked ? null : linkAddress(code.href);
  return href === null ? inner : tag('a', { href, class: kind, title: context.title(code) }, inner);
}

function html(code: Code, node: Inline, inner: () => Markup): Markup {
  const name = elementName(code);
  if (name && !name.closing && EMPTY.has(name.name)) return tag(name.name, {});
  if (node.kind === 'text' || node.children === null) return NOTHING;
  return name && HARMLESS.has(name.name) ? tag(name.name, {}, inner()) : inner();
}

function elementName(code: Code): { readonly name: string; readonly closing: boolean } | null {
  const markup = code.parts[0];
  const match = typeof markup === 'string' ? HTML_TAG.exec(markup.trim()) : null;
  return match ? { name: (match[2] ?? '').toLowerCase(), closing: match[1] === '/' } : null;
}

/**
 * Opening and closing tags that stand as single codes beside each other: the index of the opening one, and where
 * its element ends. A tag without a partner is no pair and is dropped; pairs never overlap.
 */
function htmlPairs(
  content: Content,
  codes: Codes,
): ReadonlyMap<number, { readonly index: number; readonly name: string }> {
  const pairs = new Map<number, { index: number; name: string }>();
  const open: { index: number; name: string }[] = [];
  content.forEach((node, index) => {
    if (node.kind === 'text' || node.children !== null) return;
    const code = codes[node.id];
    const element = code?.type === 'html' ? elementName(code) : null;
    if (!element || !HARMLESS.has(element.name)) return;
    if (!element.closing) open.push({ index, name: element.name });
    else if (open.at(-1)?.name === element.name) {
      pairs.set(open.pop()?.index ?? 0, { index, name: element.name });
    }
  });
  return pairs;
}
