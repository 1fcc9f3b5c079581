/**
 * A text that comes in pieces, by offsets in the whole of it: what has come and has not been taken. Every question is
 * about what lies near its end, so that all together are linear in the text's length.
 */
export class TextQueue {
  private pieces: string[] = [];
  /** Offset of each piece in the whole text. */
  private starts: number[] = [];
  private length = 0;
  /** Offset up to which the text has been taken. */
  taken = 0;

  push(text: string): void {
    if (text === '') return;
    this.pieces.push(text);
    this.starts.push(this.length);
    this.length += text.length;
  }

  /** The text between two offsets, neither of which has been taken. */
  slice(from: number, to: number): string {
    let at = this.pieces.length - 1;
    while (at > 0 && (this.starts[at] ?? 0) > from) at -= 1;
    let out = '';
    for (; at < this.pieces.length && (this.starts[at] ?? 0) < to; at += 1) out += this.part(at, from, to);
    return out;
  }

  /** Takes the text up to an offset. */
  take(to: number): string {
    let out = '';
    let at = 0;
    while (at < this.pieces.length && (this.starts[at] ?? 0) < to) {
      out += this.part(at, this.taken, to);
      at += 1;
    }
    const last = at - 1;
    // The piece in which the offset lies stays.
    const gone = last >= 0 && (this.starts[last] ?? 0) + (this.pieces[last] ?? '').length > to ? last : at;
    this.taken = Math.max(this.taken, to);
    if (gone > 0) {
      this.pieces = this.pieces.slice(gone);
      this.starts = this.starts.slice(gone);
    }
    return out;
  }

  /** All that is left. */
  rest(): string {
    return this.take(this.length);
  }

  private part(at: number, from: number, to: number): string {
    const start = this.starts[at] ?? 0;
    return (this.pieces[at] ?? '').slice(Math.max(0, from - start), to - start);
  }
}
