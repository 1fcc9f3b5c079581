import type { Block, SourceCode, SourceInline } from '../model/block.ts';
import type { Code, CodePart, Codes, Content, Inline } from '../model/content.ts';

/**
 * The content of a block that has no segments (an image alone in its paragraph, say), straight from the document.
 * `unitOf` gives the unit of a block that stands inside a code. Linear in the block's length.
 */
export function sourceContent(
  block: Block,
  unitOf: (block: number) => string | undefined,
): { readonly content: Content; readonly codes: Codes } {
  const codes: Record<string, Code> = {};
  const root: Inline[] = [];
  const stack: { readonly pair: number; readonly nodes: Inline[] }[] = [{ pair: -1, nodes: root }];
  let next = 1;
  const add = (node: Inline): void => void stack.at(-1)?.nodes.push(node);
  const define = (source: SourceCode): string => {
    const id = String(next);
    next += 1;
    codes[id] = codeOf(source, unitOf);
    return id;
  };
  for (const inline of block.inlines) {
    if (inline.kind === 'open') stack.push({ pair: inline.pair, nodes: [] });
    else if (inline.kind === 'close') closePair(stack, inline, define, add);
    else if (inline.kind === 'single') add({ kind: 'code', id: define(inline), children: null });
    else add({ kind: 'text', text: inline.kind === 'text' ? inline.text : ' ' });
  }
  return { content: root, codes };
}

function closePair(
  stack: { readonly pair: number; readonly nodes: Inline[] }[],
  inline: Extract<SourceInline, { kind: 'close' }>,
  define: (source: SourceCode) => string,
  add: (node: Inline) => void,
): void {
  if (stack.at(-1)?.pair !== inline.pair) return;
  const children = stack.pop()?.nodes ?? [];
  add({ kind: 'code', id: define(inline), children });
}

function codeOf(source: SourceCode, unitOf: (block: number) => string | undefined): Code {
  const parts = source.parts.map((part): CodePart => {
    if (typeof part === 'string') return part;
    const unit = unitOf(part);
    return unit === undefined ? '' : { unit };
  });
  return {
    type: source.type,
    parts,
    ...(source.href === undefined ? {} : { href: source.href }),
    ...(source.text === undefined ? {} : { text: source.text }),
  };
}
