import { parse, postprocess, preprocess } from 'micromark';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import type { Event } from 'micromark-util-types';
import { decodeEscapes } from '../../src/blocks/markdown-characters.ts';
import { collapse, escapeFlat, type FlatBlock, image, openLink } from './flatten.ts';

/** A token of micromark with what stands in it. */
interface Node {
  readonly type: string;
  readonly text: string;
  readonly children: Node[];
  readonly inCell: boolean;
}

/** The leaf blocks of a text as micromark (GFM, front matter) sees them. */
export function flattenMicromark(text: string): FlatBlock[] {
  const events = postprocess(
    parse({ extensions: [gfm(), frontmatter()] })
      .document()
      .write(preprocess()(text, 'utf8', true)),
  );
  const root = treeOf(events);
  const addresses = new Map<string, string>();
  collectDefinitions(root, addresses);
  const out: FlatBlock[] = [];
  visit(root, addresses, out);
  return out;
}

function treeOf(events: readonly Event[]): Node {
  const root: Node = { type: 'root', text: '', children: [], inCell: false };
  const stack = [root];
  for (const [kind, token, context] of events) {
    if (kind === 'exit') stack.pop();
    else {
      const parent = stack.at(-1)!;
      const inCell = parent.inCell || parent.type === 'tableContent';
      const node: Node = {
        type: token.type,
        children: [],
        inCell,
        // Only where it is wanted: micromark's checks do not let every token be sliced.
        get text(): string {
          return context.sliceSerialize(token);
        },
      };
      parent.children.push(node);
      stack.push(node);
    }
  }
  return root;
}

function find(node: Node, type: string): Node | null {
  for (const child of node.children) {
    if (child.type === type) return child;
    const found = find(child, type);
    if (found) return found;
  }
  return null;
}

function labelKey(label: string): string {
  return collapse(label).toLowerCase().toUpperCase();
}

function collectDefinitions(node: Node, into: Map<string, string>): void {
  if (node.type === 'definition') {
    const key = labelKey(find(node, 'definitionLabelString')?.text ?? '');
    const address = find(node, 'definitionDestinationString')?.text ?? '';
    if (!into.has(key)) into.set(key, decodeEscapes(address));
  }
  for (const child of node.children) collectDefinitions(child, into);
}

function visit(node: Node, addresses: ReadonlyMap<string, string>, out: FlatBlock[]): void {
  const put = (name: string, content: readonly Node[]): void => {
    const inner = inlines(content, addresses);
    if (inner !== '') out.push(`${name}: ${inner}`);
  };
  if (node.type === 'paragraph') put('p', node.children);
  else if (node.type === 'atxHeading') {
    put(`h${find(node, 'atxHeadingSequence')!.text.length}`, find(node, 'atxHeadingText')?.children ?? []);
  } else if (node.type === 'setextHeading') {
    const mark = find(node, 'setextHeadingLineSequence')!.text.charAt(0);
    put(mark === '=' ? 'h1' : 'h2', find(node, 'setextHeadingText')?.children ?? []);
  } else if (node.type === 'table') visitTable(node, put);
  else for (const child of node.children) visit(child, addresses, out);
}

function visitTable(table: Node, put: (name: string, content: readonly Node[]) => void): void {
  const columns = find(table, 'tableHead')!.children.flatMap((row) =>
    row.type === 'tableRow' ? row.children.filter(({ type }) => type === 'tableHeader') : [],
  ).length;
  const rows = table.children.flatMap((part) => part.children).filter(({ type }) => type === 'tableRow');
  for (const row of rows) {
    const cells = row.children.filter(({ type }) => type === 'tableHeader' || type === 'tableData');
    for (const cell of cells.slice(0, columns)) put('cell', find(cell, 'tableContent')?.children ?? []);
  }
}

function inlines(nodes: readonly Node[], addresses: ReadonlyMap<string, string>): string {
  return nodes.map((node) => inline(node, addresses)).join('');
}

function inline(node: Node, addresses: ReadonlyMap<string, string>): string {
  const inner = (): string => inlines(node.children, addresses);
  switch (node.type) {
    case 'data':
      return escapeFlat(node.text);
    case 'lineEnding':
      return '⏎';
    case 'characterEscape':
    case 'characterReference':
      return escapeFlat(decodeEscapes(node.text));
    case 'hardBreakTrailing':
    case 'hardBreakEscape':
      return '⇩';
    case 'emphasis':
      return `{i}${inner()}{/i}`;
    case 'strong':
      return `{b}${inner()}{/b}`;
    case 'strikethrough':
      return `{s}${inner()}{/s}`;
    case 'codeText':
      return `{code ${codeText(node)}}`;
    case 'htmlText':
      return /^<br[\s/>]/i.test(node.text) ? '⇩' : `{html ${node.text.replace(/\n[ \t]*/g, ' ')}}`;
    case 'autolink':
      return autolink(node);
    case 'literalAutolink':
      return literalAutolink(node.text, node.children[0]!.type);
    case 'gfmFootnoteCall':
      return `{fn ${find(node, 'gfmFootnoteCallString')!.text}}`;
    case 'link':
    case 'image':
      return linkOrImage(node, addresses);
    case 'taskListCheck':
    case 'linePrefix':
    case 'lineSuffix':
    case 'emphasisSequence':
    case 'strongSequence':
    case 'strikethroughSequence':
    case 'tableCellDivider':
    case 'blockQuotePrefix':
    case 'listItemIndent':
    case 'gfmFootnoteDefinitionIndent':
      return '';
    default:
      return node.children.length > 0 ? inner() : node.type === 'whitespace' ? node.text : `{?${node.type}}`;
  }
}

/** In a table's cell a pipe is written `\\|` even in code. */
function codeText(node: Node, cell = node.inCell): string {
  return node.children
    .map((part) => {
      if (part.type === 'lineEnding') return ' ';
      return part.type === 'codeTextData' ? part.text.replaceAll('\\|', cell ? '|' : '\\|') : '';
    })
    .join('');
}

function autolink(node: Node): string {
  const email = find(node, 'autolinkEmail');
  const shown = email ?? find(node, 'autolinkProtocol')!;
  return `${openLink(email ? `mailto:${shown.text}` : shown.text, '')}${escapeFlat(shown.text)}{/a}`;
}

function literalAutolink(text: string, type: string): string {
  const scheme = type === 'literalAutolinkEmail' ? 'mailto:' : type === 'literalAutolinkWww' ? 'http://' : '';
  return `${openLink(scheme + text, '')}${escapeFlat(text)}{/a}`;
}

function linkOrImage(node: Node, addresses: ReadonlyMap<string, string>): string {
  const label = find(node, 'labelText');
  const resource = node.children.find(({ type }) => type === 'resource');
  const reference = node.children.find(({ type }) => type === 'reference');
  const written = (reference && find(reference, 'referenceString')?.text) || (label?.text ?? '');
  const address = resource
    ? decodeEscapes(find(resource, 'resourceDestinationString')?.text ?? '')
    : (addresses.get(labelKey(written)) ?? '?');
  const title = resource ? decodeEscapes(find(resource, 'resourceTitleString')?.text ?? '') : '';
  if (node.type === 'image') return image(address, title, plain(label?.children ?? []));
  return `${openLink(address, title)}${inlines(label?.children ?? [], addresses)}{/a}`;
}

function plain(nodes: readonly Node[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'data') return node.text;
      if (/^(?:lineEnding|hardBreak)/.test(node.type)) return ' ';
      if (/^character/.test(node.type)) return decodeEscapes(node.text);
      if (node.type === 'codeText') return codeText(node);
      if (node.type === 'htmlText' || node.type === 'resource' || node.type === 'reference') return '';
      if (node.type === 'autolink') return node.text.slice(1, -1);
      if (node.type === 'literalAutolink') return node.text;
      return plain(node.children);
    })
    .join('');
}
