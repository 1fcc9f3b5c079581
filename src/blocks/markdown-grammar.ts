import type { Tree } from '@lezer/common';
import {
  type BlockContext,
  type LeafBlock,
  type Line,
  type MarkdownConfig,
  type MarkdownParser,
  parser,
} from '@lezer/markdown';
import { HexaplaError } from '../model/error.ts';
import { readHtmlBlock } from './markdown-html-blocks.ts';
import { isBlankLine } from './markdown-line.ts';
import { LISTS, noteContent } from './markdown-lists.ts';
import { endsParagraph, readParagraph } from './markdown-paragraphs.ts';
import { readTable } from './markdown-tables.ts';

/** Containers (quotes, lists, list items, footnotes) may stand within one another this deep; lezer drops nodes beyond 2,500. */
export const MAX_BLOCK_DEPTH = 200;

/** Inlines are read later, when the document's definitions are known: here a block's text is passed over. */
const SKIP_INLINES: MarkdownConfig = {
  parseInline: [{ name: 'Skip', before: 'Escape', parse: (cx) => cx.end }],
};

const DEPTH: MarkdownConfig = {
  parseBlock: [{ name: 'Depth', before: 'IndentedCode', parse: beginBlock }],
};

function beginBlock(cx: BlockContext, line: Line): false {
  noteContent(cx, line);
  if (cx.depth > MAX_BLOCK_DEPTH) throw new TooDeep(cx.lineStart);
  return false;
}

/** Says where nesting went beyond the limit: the offset of a line. */
class TooDeep {
  readonly offset: number;
  constructor(offset: number) {
    this.offset = offset;
  }
}

const FOOTNOTE = /\[\^((?:[^\s[\]\\]|\\[^\s]){1,999})\]:[ \t]*/y;

const FOOTNOTES: MarkdownConfig = {
  defineNodes: [{ name: 'Footnote', block: true, composite: continueFootnote }, 'FootnoteMark'],
  parseBlock: [
    {
      name: 'Footnote',
      before: 'IndentedCode',
      parse: openFootnote,
    },
  ],
};

function footnoteMark(line: Line): { readonly label: number; readonly size: number } | null {
  if (line.next !== 91 || line.indent >= line.baseIndent + 4) return null;
  FOOTNOTE.lastIndex = line.pos;
  const match = FOOTNOTE.exec(line.text);
  return match && { label: match[1]!.length, size: match[0].length };
}

function openFootnote(cx: BlockContext, line: Line): false | null {
  const mark = footnoteMark(line);
  if (!mark) return false;
  const from = cx.lineStart + line.pos;
  cx.startComposite('Footnote', line.pos);
  cx.addElement(cx.elt('FootnoteMark', from, from + mark.label + 4));
  line.moveBase(line.pos + mark.size);
  return null;
}

function continueFootnote(_cx: BlockContext, line: Line): boolean {
  if (isBlankLine(line)) return true;
  if (line.indent < line.baseIndent + 4) return false;
  line.moveBaseColumn(line.baseIndent + 4);
  return true;
}

/** The engine takes a tab after `>` whole and takes `>` for a quote's mark where the indentation makes it text. */
const QUOTES: MarkdownConfig = {
  defineNodes: [{ name: 'Quote', block: true, composite: continueQuote }],
  parseBlock: [{ name: 'Blockquote', parse: openQuote }],
};

function openQuote(cx: BlockContext, line: Line): false | null {
  if (line.next !== 62) return false;
  const from = cx.lineStart + line.pos;
  cx.startComposite('Quote', line.pos);
  cx.addElement(cx.elt('QuoteMark', from, from + 1));
  passQuoteMark(line);
  return null;
}

function continueQuote(cx: BlockContext, line: Line): boolean {
  if (line.next !== 62 || line.indent >= line.baseIndent + 4) return false;
  const from = cx.lineStart + line.pos;
  line.addMarker(cx.elt('QuoteMark', from, from + 1));
  passQuoteMark(line);
  return true;
}

/** One column of white space belongs to the mark, be it a part of a tab. */
function passQuoteMark(line: Line): void {
  const next = line.text.charCodeAt(line.pos + 1);
  if (next === 9) line.moveBaseColumn(line.indent + 2);
  else line.moveBase(line.pos + (next === 32 ? 2 : 1));
}

const LEAVES: MarkdownConfig = {
  remove: ['LinkReference'],
  parseBlock: [
    { name: 'HTMLBlock', parse: readHtmlBlock },
    { name: 'SetextHeading', leaf: readParagraph },
    { name: 'Table', leaf: readTable, before: 'SetextHeading' },
  ],
  defineNodes: [{ name: 'Table', block: true }, 'TableHeader', 'TableRow', 'TableCell', 'TableDelimiter'],
};

type EndRule = (cx: BlockContext, line: Line, leaf: LeafBlock) => boolean;

/**
 * The engine can be given more rules for the end of a paragraph, but its own, which are too eager, cannot be
 * taken away by its published means; hence the assignment to a property that its types leave out.
 */
function withEndRules(grammar: MarkdownParser, rules: readonly EndRule[]): MarkdownParser {
  return Object.assign(grammar, { endLeafBlock: rules });
}

const GRAMMAR: MarkdownParser = withEndRules(
  parser.configure([DEPTH, FOOTNOTES, QUOTES, LISTS, LEAVES, SKIP_INLINES]),
  [endsParagraph, (_cx, line) => footnoteMark(line) !== null],
);

/**
 * The tree of a Markdown text's blocks, without inlines. Throws `markdown-depth` where containers nest deeper
 * than `MAX_BLOCK_DEPTH`; `lineAt` turns an offset into the line for the message.
 */
export function parseBlocks(text: string, lineAt: (offset: number) => number): Tree {
  try {
    return GRAMMAR.parse(text);
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    throw new HexaplaError('markdown-depth', { limit: MAX_BLOCK_DEPTH }, { line: lineAt(error.offset) });
  }
}
