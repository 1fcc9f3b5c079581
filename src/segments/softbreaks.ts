import type { ParsedDocument } from '../model/block.ts';
import type { SoftBreaks } from '../model/catalogue.ts';

/** Lines shorter than this are never evidence of a right margin: verses and addresses are shorter. */
const NARROWEST_MARGIN = 40;
/** A line this much longer than the margin was not wrapped there. */
const OVERLONG = 1.25;

interface Line {
  readonly length: number;
  /** Length of the next line's first word; null for a paragraph's last line. */
  readonly next: number | null;
}

/**
 * Decides once for a document what its soft line breaks are: `space` where the author's editor wrapped the lines at a
 * margin, `boundary` where the breaks are meant (an address, one signatory a line). A document is wrapped when most of
 * its breaks stand where the next word would have crossed the margin, and most of its text is in lines that keep to
 * it. O(n log n) in the number of lines.
 */
export function detectSoftBreaks(parsed: ParsedDocument): SoftBreaks {
  const lines = linesOf(parsed);
  const broken = lines.filter((line) => line.next !== null);
  const margin =
    broken.map(({ length }) => length).sort((a, b) => a - b)[Math.floor(broken.length * 0.9)] ?? 0;
  if (margin < NARROWEST_MARGIN) return 'boundary';
  const full = broken.filter(({ length, next }) => length + 1 + (next ?? 0) >= margin * 0.85).length;
  const total = lines.reduce((sum, { length }) => sum + length, 0);
  const over = lines.reduce((sum, { length }) => (length > margin * OVERLONG ? sum + length : sum), 0);
  return full * 2 > broken.length && over * 2 < total ? 'space' : 'boundary';
}

function linesOf(parsed: ParsedDocument): Line[] {
  const lines: Line[] = [];
  for (const block of parsed.blocks) {
    if (block.form !== 'flow') continue;
    let start = block.start;
    const tokens = parsed.text.slice(start, block.end).includes('\n') ? block.inlines : [];
    for (const token of tokens) {
      if (token.kind !== 'soft' && token.kind !== 'hard') continue;
      if (token.kind === 'soft')
        lines.push({ length: token.start - start, next: firstWord(parsed.text, token.end) });
      start = token.end;
    }
    lines.push({ length: block.end - start, next: null });
  }
  return lines;
}

function firstWord(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start < 100 && !/\s/.test(text[end] ?? '')) end++;
  return end - start;
}
