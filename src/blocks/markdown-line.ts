import type { BlockContext, Line } from '@lezer/markdown';

/** The engine's line, with the number of containers that it continues; left out of its published types. */
interface OpenLine extends Line {
  readonly depth: number;
}

/** Whether a line does not continue all the containers of the block before it. */
export function isLazy(cx: BlockContext, line: Line): boolean {
  return (line as OpenLine).depth < cx.depth;
}

/** Whether nothing is left of a line after its container marks. */
export function isBlankLine(line: Line): boolean {
  return line.pos >= line.text.length;
}
