import type { Block, ParsedDocument, SourceInline } from '../../src/model/block.ts';

type Report = (problem: string) => void;

/** What the model promises of every document and this one breaks, in words; nothing where all is well. */
export function brokenInvariants(document: ParsedDocument): string[] {
  const problems: string[] = [];
  let last = 0;
  document.blocks.forEach((block, index) => {
    const report = (problem: string): void => {
      problems.push(`block ${index} at ${block.start}: ${problem}`);
    };
    if (block.start < last) report('stands before the block before it');
    last = block.start;
    checkExtent(document.text, block, report);
    checkTokens(document.text, block, report);
    checkPairs(block, report);
    checkSubBlocks(document.blocks, block, index, report);
  });
  return problems;
}

function checkExtent(text: string, { start, end, form }: Block, report: Report): void {
  if (end <= start || end > text.length) report('has no extent in the text');
  const ends = text.charAt(start) + text.charAt(end - 1);
  if (form !== 'yaml' && /[ \t\n]/.test(ends)) report('has white space at its ends');
}

function checkTokens(text: string, { start, end, inlines }: Block, report: Report): void {
  let at = start;
  for (const token of inlines) {
    if (token.start !== at || token.end <= token.start) report(`hole or overlap at ${at}`);
    at = token.end;
    checkToken(token, text.slice(token.start, token.end), report);
  }
  if (at !== end) report('tokens end elsewhere than the block');
}

function checkToken(token: SourceInline, raw: string, report: Report): void {
  if (token.kind === 'soft' && !/^[ \t]*\n[ \t>]*$/.test(raw)) report(`soft break ${JSON.stringify(raw)}`);
  if (token.kind !== 'text') return;
  if (token.text === '') report('empty text');
  const equal = token.text.length === raw.length;
  if (equal && (token.text !== raw || raw.includes('\n'))) report(`text ${JSON.stringify(raw)}`);
  if (!equal && !/^(?:\\[\s\S]|&[#A-Za-z0-9]+;$|''$)/.test(raw)) report(`decoded ${JSON.stringify(raw)}`);
}

function checkPairs({ inlines }: Block, report: Report): void {
  const open: number[] = [];
  const seen = new Set<number>();
  for (const token of inlines) {
    if (token.kind === 'open') {
      if (seen.has(token.pair)) report(`pair ${token.pair} twice`);
      seen.add(token.pair);
      open.push(token.pair);
    } else if (token.kind === 'close') {
      if (open.pop() !== token.pair) report(`pair ${token.pair} is not nested`);
      if (token.parts.length < 2) report(`pair ${token.pair} lacks a part`);
    }
  }
  if (open.length > 0) report('a pair is left open');
}

function checkSubBlocks(blocks: readonly Block[], block: Block, index: number, report: Report): void {
  if ((block.parent !== null) !== (block.kind === 'alt' || block.kind === 'title')) report('parent');
  for (const token of block.inlines) {
    if (token.kind !== 'close' && token.kind !== 'single') continue;
    for (const part of token.parts) {
      if (typeof part === 'string') {
        if (part.includes('\n')) report('a line break in a part');
        continue;
      }
      const inner = blocks[part];
      const within = inner && inner.parent === index && inner.start >= token.start && inner.end <= token.end;
      if (!within) report(`sub-block ${part}`);
    }
  }
}
