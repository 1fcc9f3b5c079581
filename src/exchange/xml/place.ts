/** A point in a text; both count from 1, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Lines and columns of rising offsets in a text that is seen through one window after the other. All questions together
 * are linear in the text's length.
 */
export class LineCounter {
  private window: string;
  /** Offset of the window's start in the whole text. */
  private base = 0;
  private line = 1;
  private lineStart = 0;
  private nextBreak: number;

  constructor(window = '') {
    this.window = window;
    this.nextBreak = this.breakAfter(0);
  }

  /** Goes on to the window that follows right after the one before. */
  next(window: string): void {
    const end = this.base + this.window.length;
    this.advance(end);
    this.base = end;
    this.window = window;
    this.nextBreak = this.breakAfter(end);
  }

  /** Where `offset` stands. It may not be lower than in the question before. */
  at(offset: number): Position {
    this.advance(offset);
    return { line: this.line, column: offset - this.lineStart + 1 };
  }

  private advance(offset: number): void {
    while (this.nextBreak < offset) {
      this.line += 1;
      this.lineStart = this.nextBreak + 1;
      this.nextBreak = this.breakAfter(this.lineStart);
    }
  }

  private breakAfter(from: number): number {
    const found = this.window.indexOf('\n', from - this.base);
    return found === -1 ? Number.POSITIVE_INFINITY : this.base + found;
  }
}
