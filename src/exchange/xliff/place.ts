/** A point in a text; both count from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Lines and columns of rising offsets in one text. All questions together are linear in the text's length. */
export class LineCounter {
  private readonly text: string;
  private line = 1;
  private lineStart = 0;
  private nextBreak: number;

  constructor(text: string) {
    this.text = text;
    this.nextBreak = breakAfter(text, 0);
  }

  /** Where `offset` stands. It may not be lower than in the question before. */
  at(offset: number): Position {
    while (this.nextBreak < offset) {
      this.line += 1;
      this.lineStart = this.nextBreak + 1;
      this.nextBreak = breakAfter(this.text, this.lineStart);
    }
    return { line: this.line, column: offset - this.lineStart + 1 };
  }
}

function breakAfter(text: string, from: number): number {
  const found = text.indexOf('\n', from);
  return found === -1 ? Number.POSITIVE_INFINITY : found;
}
