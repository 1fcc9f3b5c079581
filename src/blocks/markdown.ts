import type { Tree } from '@lezer/common';
import type { Block, Opaque, OutlineNode, ParsedDocument, SourceInline } from '../model/block.ts';
import { HexaplaError } from '../model/error.ts';
import { type FrontMatter, findFrontMatter, readFrontMatter } from './front-matter.ts';
import { parseBlocks } from './markdown-grammar.ts';
import { scanInlines } from './markdown-inlines.ts';
import { blankMarks, type Leaf, surveyTree } from './markdown-leaves.ts';
import type { References } from './markdown-marks.ts';
import { outlineOf } from './markdown-outline.ts';
import { writeTokens } from './markdown-tokens.ts';

/** Which front-matter values are translated: keys, with dots for nesting. */
export interface MarkdownOptions {
  readonly frontMatter: readonly string[];
}

/**
 * Takes a Markdown document apart: CommonMark 0.31 with GFM tables, strikethrough, task lists and autolinks,
 * footnotes and YAML front matter. `text` has `\n` line breaks and no byte order mark. Near linear in its length.
 * Throws `markdown-depth`, with the line, where containers or spans nest too deep.
 */
export function readMarkdown(text: string, options: MarkdownOptions): ParsedDocument {
  const matter = findFrontMatter(text);
  const survey = surveyTree(text, parseBody(text, matter));
  const front = matter ? readFrontMatter(text, matter, options.frontMatter) : { blocks: [], opaque: [] };
  const blocks: Block[] = [...front.blocks];
  for (const leaf of survey.leaves) addBlock(blocks, text, leaf, survey);
  const opaque: Opaque[] = [...front.opaque, ...survey.opaque];
  return { text, blocks, opaque, outline: once(() => outline(text, matter, blocks)) };
}

/** The tree is made again for the outline: few need one, and kept trees are what costs memory. */
function outline(text: string, matter: FrontMatter | null, blocks: readonly Block[]): OutlineNode[] {
  const body = outlineOf(text, parseBody(text, matter), blocks);
  return matter ? [{ type: 'frontMatter', start: 0, end: matter.end, children: [] }, ...body] : body;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Front matter is one blank line to the grammar, so that offsets stay. */
function parseBody(text: string, matter: FrontMatter | null): Tree {
  const source = matter ? `${' '.repeat(matter.end - 1)}\n${text.slice(matter.end)}` : text;
  return parseBlocks(source, (offset) => lineAt(text, offset));
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** A block without inline markup: its one token is made when somebody asks, for most of a document is such blocks. */
class PlainBlock implements Block {
  readonly kind: Block['kind'];
  readonly form: Block['form'];
  readonly start: number;
  readonly end: number;
  readonly parent: null = null;
  declare readonly level?: number;
  private readonly document: string;

  constructor({ kind, form, start, end, level }: Leaf, document: string) {
    this.kind = kind;
    this.form = form;
    this.start = start;
    this.end = end;
    this.document = document;
    if (level > 0) this.level = level;
  }

  get inlines(): readonly SourceInline[] {
    const { start, end } = this;
    return start === end ? [] : [{ kind: 'text', start, end, text: this.document.slice(start, end) }];
  }
}

/** Keeps a block's place while the blocks within its codes are added. */
const PENDING: Block = { kind: 'paragraph', form: 'flow', start: 0, end: 0, inlines: [], parent: null };

function addBlock(blocks: Block[], text: string, leaf: Leaf, references: References): void {
  const { kind, form, start, end, level } = leaf;
  const source = { text: blankMarks(text, start, end, leaf.marks), offset: start };
  const marks = scanInlines(source.text, form === 'cell', references);
  if (marks.length === 0) {
    blocks.push(new PlainBlock(leaf, text));
    return;
  }
  const index = blocks.length;
  blocks.push(PENDING);
  try {
    const inlines = writeTokens(source, marks, blocks);
    const block: Block = { kind, form, start, end, inlines, parent: null };
    blocks[index] = level > 0 ? { ...block, level } : block;
  } catch (error) {
    throw error instanceof HexaplaError ? error.at({ line: lineAt(text, start) }) : error;
  }
}
