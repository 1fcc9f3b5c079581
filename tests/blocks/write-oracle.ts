import { type Node, Parser } from 'commonmark';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { UnitNode } from '../../src/model/unit.ts';

/** The tree of content as one line: what a reader must find again. White space is collapsed. */
export function treeOf(nodes: readonly UnitNode[]): string {
  return tidy(nodes.map(branch).join(''));
}

function branch(node: UnitNode): string {
  if (node.kind === 'text') return encode(node.text);
  if (node.kind === 'gap') return node.gap === 'hard' ? '<hard>' : node.gap === 'none' ? '' : ' ';
  if (node.kind === 'notice') return '';
  const { type, href, text, parts } = node.code;
  if (node.children) {
    const inner = node.children.map(branch).join('');
    return type === 'link' ? `<link ${href}>${inner}</link>` : `<${type}>${inner}</${type}>`;
  }
  if (type === 'code') return `<code ${encode(text ?? '')}>`;
  if (type === 'image') return `<image ${href}>`;
  if (type === 'autolink') return `<link ${href}>${encode(text ?? '')}</link>`;
  return `<html ${encode(String(parts[0]))}>`;
}

function encode(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function tidy(tree: string): string {
  return tree.replace(/[\s]+/g, ' ').trim();
}

/** The inlines of the first block of `type` that commonmark.js finds, or what it found instead. */
export function commonmarkTree(markdown: string, type: string, count = 1): string {
  const root = new Parser().parse(markdown);
  let found: Node | null = null;
  let leaves = 0;
  const walker = root.walker();
  for (let step = walker.next(); step; step = walker.next()) {
    const { node, entering } = step;
    if (!entering) continue;
    if (['paragraph', 'heading', 'html_block', 'code_block', 'thematic_break'].includes(node.type)) {
      leaves++;
      found ??= node;
    }
  }
  if (leaves !== count || found?.type !== type) return `not one ${type}: ${leaves} ${found?.type}`;
  return tidy(inlines(found));
}

function inlines(parent: Node): string {
  let out = '';
  for (let node = parent.firstChild; node; node = node.next) {
    if (node.type === 'text') out += encode(node.literal ?? '');
    else if (node.type === 'softbreak') out += ' ';
    else if (node.type === 'linebreak') out += '<hard>';
    else if (node.type === 'code') out += `<code ${encode(node.literal ?? '')}>`;
    else if (node.type === 'html_inline') out += `<html ${encode(node.literal ?? '')}>`;
    else if (node.type === 'image') out += `<image ${node.destination}>`;
    else if (node.type === 'link') out += `<link ${node.destination}>${inlines(node)}</link>`;
    else if (node.type === 'emph') out += `<emphasis>${inlines(node)}</emphasis>`;
    else out += `<${node.type}>${inlines(node)}</${node.type}>`;
  }
  return out;
}

/** The inlines that micromark with GFM finds in the only paragraph (or what `within` names), from its HTML. */
export function micromarkTree(markdown: string, within: 'p' | 'h2' | 'td' | 'li' = 'p'): string {
  const html = micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  const tag = new RegExp(`<${within}(?: align="[a-z]+")?>([\\s\\S]*?)</${within}>`, 'g');
  const matches = [...html.matchAll(tag)];
  if (matches.length !== 1) return `not one ${within}: ${html}`;
  const rest = html
    .replace(tag, '')
    .replace(/<th>h<\/th>|<\/?(?:ul|ol|li|blockquote|table|thead|tbody|tr|th)>|\s/g, '');
  if (rest !== '') return `more than one ${within}: ${html}`;
  return tidy(
    (matches[0]?.[1] ?? '')
      .replace(/<br \/>\n?/g, '<hard>')
      .replace(/<(\/?)em>/g, '<$1emphasis>')
      .replace(/<(\/?)del>/g, '<$1strikethrough>')
      .replace(/<code>([^<]*)<\/code>/g, '<code $1>')
      .replace(/<img src="([^"]*)" alt="[^"]*"(?: title="[^"]*")? \/>/g, '<image $1>')
      .replace(/<a href="([^"]*)"(?: title="[^"]*")?>/g, '<link $1>')
      .replace(/<\/a>/g, '</link>')
      .replace(/<(kbd)>/g, '<html &lt;$1&gt;>'),
  );
}

/** Whether there is more than white space, codes left aside, and not only a code at the line's start. */
export function hasWords(nodes: readonly UnitNode[]): boolean {
  return nodes.some((node) => {
    if (node.kind === 'text') return node.text.trim() !== '';
    return node.kind === 'code' && node.children !== null && hasWords(node.children);
  });
}

/** The words of content without codes, white space collapsed. */
export function plainOf(nodes: readonly UnitNode[]): string {
  return tidy(nodes.map((node) => (node.kind === 'text' ? node.text : '')).join(''));
}

/** The value of the first attribute of that name, decoded, white space collapsed. */
export function attributeOf(html: string, name: string): string {
  const raw = new RegExp(` ${name}="([^"]*)"`).exec(html)?.[1] ?? `no ${name}: ${html}`;
  const names: Readonly<Record<string, string>> = { quot: '"', lt: '<', gt: '>', amp: '&' };
  return tidy(raw.replace(/&(quot|lt|gt|amp);/g, (_, entity: string) => names[entity] ?? ''));
}
