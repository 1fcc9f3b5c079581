import type { Block, ParsedDocument, SourceCode, SourceInline } from '../../src/model/block.ts';

/**
 * A document's blocks as lines to read: `kind: content`. In the content `⟨raw=text⟩` is decoded text, `↵` a soft and
 * `⇩` a hard break, `<0>` opens the code of pair 0, `</0 type part·part →href>` closes it; a number among the
 * parts is a block; `<type …>` is a single code, with what it shows in quotation marks.
 */
export function printBlocks({ text, blocks }: ParsedDocument): string[] {
  return blocks.map(
    (block) => `${head(block)}: ${block.inlines.map((token) => print(text, token)).join('')}`,
  );
}

function head({ kind, form, level, parent, key }: Block): string {
  const plain = form === 'flow' || form === kind || form === 'yaml';
  return [
    kind,
    level ?? '',
    plain ? '' : ` ${form}`,
    parent === null ? '' : ` in ${parent}`,
    key ? ` ${key}` : '',
  ].join('');
}

function print(text: string, token: SourceInline): string {
  const raw = text.slice(token.start, token.end);
  switch (token.kind) {
    case 'text':
      return token.text === raw ? raw : `⟨${raw}=${token.text}⟩`;
    case 'soft':
      return '↵';
    case 'hard':
      return '⇩';
    case 'open':
      return `<${token.pair}>`;
    case 'close':
      return `</${token.pair} ${code(token)}>`;
    case 'single':
      return `<${code(token)}>`;
  }
}

function code({ type, parts, href, text }: SourceCode): string {
  const facts = [
    type,
    parts.join('·'),
    href === undefined ? '' : `→${href}`,
    text === undefined ? '' : `"${text}"`,
  ];
  return facts.filter((fact) => fact !== '').join(' ');
}
