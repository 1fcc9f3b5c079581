import type { ResourceGroup, ResourceNode, ResourceStyle } from './tree.ts';

/** A resource file's text in a layout. Texts and numbers that were read are written as they were. */
export function writeResource(root: ResourceGroup, style: ResourceStyle): string {
  const end = style.finalNewline ? style.newline : '';
  return `${style.mark ? '\uFEFF' : ''}${formatNode(root, style, style.newline)}${end}`;
}

/** `line` is the line break with the indentation that a closing bracket has here. */
function formatNode(node: ResourceNode, style: ResourceStyle, line: string): string {
  if (node.kind === 'literal') return node.raw;
  if (node.kind === 'text') return node.raw ?? JSON.stringify(node.text);
  const inner = line + style.indent;
  const colon = style.indent === '' ? ':' : ': ';
  const [open, close, parts] =
    node.kind === 'list'
      ? ['[', ']', node.items.map((item) => formatNode(item, style, inner))]
      : [
          '{',
          '}',
          [...node.entries].map(
            ([key, value]) => `${JSON.stringify(key)}${colon}${formatNode(value, style, inner)}`,
          ),
        ];
  if (parts.length === 0) return open + close;
  if (style.indent === '') return open + parts.join(',') + close;
  return `${open}${inner}${parts.join(`,${inner}`)}${line}${close}`;
}
