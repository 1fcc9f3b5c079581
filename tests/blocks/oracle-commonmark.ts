import { type Node, Parser } from 'commonmark';
import { collapse, escapeFlat, type FlatBlock, image, openLink } from './flatten.ts';

/** The leaf blocks of a text as commonmark.js sees them; a text without an inline is left out, as ours is. */
export function flattenCommonmark(text: string): FlatBlock[] {
  const walker = new Parser().parse(text).walker();
  const out: FlatBlock[] = [];
  for (let event = walker.next(); event; event = walker.next()) {
    const { node, entering } = event;
    if (!entering || (node.type !== 'paragraph' && node.type !== 'heading')) continue;
    const inner = children(node);
    if (inner !== '') out.push(`${node.type === 'heading' ? `h${node.level}` : 'p'}: ${inner}`);
  }
  return out;
}

function children(node: Node): string {
  let out = '';
  for (let child = node.firstChild; child; child = child.next) out += flatten(child);
  return out;
}

function flatten(node: Node): string {
  switch (node.type) {
    case 'text':
      return escapeFlat(node.literal ?? '');
    case 'softbreak':
      return '⏎';
    case 'linebreak':
      return '⇩';
    case 'emph':
      return `{i}${children(node)}{/i}`;
    case 'strong':
      return `{b}${children(node)}{/b}`;
    case 'code':
      return `{code ${node.literal}}`;
    case 'html_inline':
      return /^<br[\s/>]/i.test(node.literal ?? '')
        ? '⇩'
        : `{html ${(node.literal ?? '').replace(/\n/g, ' ')}}`;
    case 'link':
      return `${openLink(node.destination ?? '', node.title ?? '')}${children(node)}{/a}`;
    case 'image':
      return image(node.destination ?? '', node.title ?? '', plain(node));
    default:
      return `{${node.type}}`;
  }
}

function plain(node: Node): string {
  let out = '';
  for (let child = node.firstChild; child; child = child.next) {
    if (child.type === 'softbreak' || child.type === 'linebreak') out += ' ';
    else if (child.type !== 'html_inline') out += child.firstChild ? plain(child) : (child.literal ?? '');
  }
  return collapse(out);
}
