import type { Code, CodeNode, CodeType, Content } from '../../model/content.ts';
import { groupCode } from '../../model/group.ts';
import type { TransferSegment } from '../../model/transfer.ts';
import { asCodePoint, escapeAttribute, escapeText } from '../xml/escape.ts';

/** Content of XLIFF 2. `group` has more than one segment where the content is the one target of several. */
export function writeContent2(content: Content, group: readonly TransferSegment[]): string {
  let out = '';
  for (const node of content) {
    if (node.kind === 'text') out += escapeText(node.text, asCodePoint);
    else out += writeCode(node, group);
  }
  return out;
}

function writeCode(node: CodeNode, group: readonly TransferSegment[]): string {
  const named = group.length === 1 ? { index: 0, id: node.id } : groupCode(node.id);
  const segment = group[named.index] ?? group[0];
  const number = group[named.index] === undefined ? node.id : named.id;
  const code = segment?.codes[number];
  const id = `${escapeAttribute(segment?.id ?? '')}-${escapeAttribute(number)}`;
  const type = code === undefined ? UNKNOWN_TYPE : TYPES[code.type];
  if (node.children === null) return `<ph id="${id}${type}${shown(code)}/>`;
  return `<pc id="${id}${type}>${writeContent2(node.children, group)}</pc>`;
}

function shown(code: Code | undefined): string {
  if (code?.text === undefined) return '';
  const text = escapeAttribute(code.text);
  return ` disp="${text}" equiv="${text}"`;
}

// What follows an id, in pieces as long as can be: joining pieces is what writing costs. Of the prefix xlf there are
// only b, i, u, lb, pb and var: https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html#subtype
const UNKNOWN_TYPE = '" canCopy="no" canDelete="no"';
const TYPES: Record<CodeType, string> = {
  strong: `${UNKNOWN_TYPE} type="fmt" subType="xlf:b"`,
  emphasis: `${UNKNOWN_TYPE} type="fmt" subType="xlf:i"`,
  strikethrough: `${UNKNOWN_TYPE} type="fmt" subType="hexapla:strikethrough"`,
  link: `${UNKNOWN_TYPE} type="link"`,
  image: `${UNKNOWN_TYPE} type="image"`,
  code: `${UNKNOWN_TYPE} type="fmt" subType="hexapla:code"`,
  autolink: `${UNKNOWN_TYPE} type="link" subType="hexapla:autolink"`,
  html: `${UNKNOWN_TYPE} type="other" subType="hexapla:html"`,
  footnote: `${UNKNOWN_TYPE} type="other" subType="hexapla:footnote"`,
};
