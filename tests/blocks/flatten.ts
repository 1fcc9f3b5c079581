import type { Block, ParsedDocument, SourceInline } from '../../src/model/block.ts';

/** A leaf block as one comparable line: its kind, then its text with codes in braces. */
export type FlatBlock = string;

const SHORT: Readonly<Record<string, string>> = {
  strong: 'b',
  emphasis: 'i',
  strikethrough: 's',
  link: 'a',
};

/** Our blocks in the form that the oracles' are brought to: sub-blocks within their codes, breaks as marks. */
export function flattenOurs(document: ParsedDocument): FlatBlock[] {
  return document.blocks
    .filter((block) => block.parent === null)
    .map((block) => `${label(block)}: ${flattenInlines(block.inlines, document.blocks)}`);
}

function label(block: Block): string {
  if (block.kind === 'heading') return `h${block.level}`;
  return block.kind === 'cell' ? 'cell' : 'p';
}

function flattenInlines(inlines: readonly SourceInline[], blocks: readonly Block[]): string {
  const names = new Map<number, SourceInline & { kind: 'close' }>();
  for (const token of inlines) if (token.kind === 'close') names.set(token.pair, token);
  return inlines.map((token) => flattenToken(token, names, blocks)).join('');
}

function flattenToken(
  token: SourceInline,
  closes: ReadonlyMap<number, SourceInline & { kind: 'close' }>,
  blocks: readonly Block[],
): string {
  switch (token.kind) {
    case 'text':
      return escapeFlat(token.text);
    case 'soft':
      return '⏎';
    case 'hard':
      return '⇩';
    case 'open': {
      const close = closes.get(token.pair)!;
      if (close.type === 'html') return `{html ${close.parts[0]}}`;
      return close.type === 'link' ? openLink(close.href!, titleOf(close, blocks)) : `{${SHORT[close.type]}}`;
    }
    case 'close':
      return token.type === 'html' ? `{html ${token.parts.slice(1).join('')}}` : `{/${SHORT[token.type]}}`;
    case 'single':
      return flattenSingle(token, blocks);
  }
}

function flattenSingle(token: SourceInline & { kind: 'single' }, blocks: readonly Block[]): string {
  if (token.type === 'code') return `{code ${token.text}}`;
  if (token.type === 'html') return `{html ${token.parts.join('')}}`;
  if (token.type === 'footnote') return `{fn ${token.text}}`;
  if (token.type === 'autolink') return `${openLink(token.href!, '')}${escapeFlat(token.text!)}{/a}`;
  const alt = token.parts.map((part) => (typeof part === 'number' ? blocks[part]! : null));
  const inner = alt.find((block) => block?.kind === 'alt');
  const text = inner ? plain(inner, blocks) : '';
  return image(token.href!, titleOf(token, blocks), text);
}

function titleOf(token: { readonly parts: readonly (string | number)[] }, blocks: readonly Block[]): string {
  const title = token.parts.flatMap((part) => (typeof part === 'number' ? [blocks[part]!] : []));
  const block = title.find((candidate) => candidate.kind === 'title');
  return block ? plain(block, blocks) : '';
}

function plain(block: Block, blocks: readonly Block[]): string {
  return block.inlines
    .map((token) => {
      if (token.kind === 'text') return token.text;
      if (token.kind === 'soft' || token.kind === 'hard') return ' ';
      if (token.kind !== 'single') return '';
      if (token.type === 'code' || token.type === 'autolink') return token.text!;
      const alt = token.parts.flatMap((part) => (typeof part === 'number' ? [blocks[part]!] : []));
      const inner = alt.find((candidate) => candidate.kind === 'alt');
      return inner ? plain(inner, blocks) : '';
    })
    .join('');
}

/** Text with our own marks made harmless. */
export function escapeFlat(text: string): string {
  return text.replace(/[{}]/g, '\\$&');
}

/** A link's beginning; a title of a link reference definition is not known to our reader, so none is compared. */
export function openLink(href: string, title: string): string {
  return `{a ${href}${title === '' ? '' : ` "${collapse(title)}"`}}`;
}

/** An image with its alternative text. */
export function image(href: string, title: string, alt: string): string {
  return `{img ${href}${title === '' ? '' : ` "${collapse(title)}"`} ${collapse(alt)}}`;
}

/** White space as one space, none at the ends. */
export function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
