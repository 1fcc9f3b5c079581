import type { Attributes } from '../xml/feed.ts';
import { isLeftOut, isOn, TextGatherer } from './docx-gather.ts';
import { type PartReader, readPart } from './part.ts';

/** A paragraph of a cell: its style's name in the file, and its text. */
interface WordParagraph {
  readonly style: string;
  readonly text: string;
}

/** A row: its cells by the column of the grid in which each begins. */
export interface WordRow {
  readonly line: number;
  readonly cells: ReadonlyMap<number, readonly WordParagraph[]>;
}

/** The text of a cell on one line: a space stands between paragraphs. */
export function cellText(paragraphs: readonly WordParagraph[] | undefined): string {
  return (paragraphs ?? [])
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join(' ');
}

/** A table's rows that were not deleted; tables within it are tables of their own if `isOurs`, else text of their cell. */
export type WordTable = readonly WordRow[];

/** The tables of a Word document, in the order in which they end. */
export function tablesIn(
  bytes: Uint8Array,
  file: string,
  isOurs: (table: WordTable) => boolean,
): WordTable[] {
  const reader = new TableReader(isOurs);
  readPart(bytes, file, reader);
  return reader.tables;
}

interface OpenTable {
  readonly rows: WordRow[];
  line: number;
  column: number;
  span: number;
  cells: Map<number, WordParagraph[]>;
  deleted: boolean;
  paragraphs: WordParagraph[];
}

class TableReader implements PartReader {
  readonly tables: WordTable[] = [];
  private readonly isOurs: (table: WordTable) => boolean;
  private readonly openTables: OpenTable[] = [];
  private readonly path: string[] = [];
  private readonly gatherer = new TextGatherer();
  /** For each content control that is open, whether it shows but a placeholder. */
  private readonly controls: boolean[] = [];
  private leftOut = 0;
  private style = '';
  /** Whether the mark of the paragraph was deleted, so that the next one goes on in it. */
  private isJoined = false;
  private joined = '';

  constructor(isOurs: (table: WordTable) => boolean) {
    this.isOurs = isOurs;
  }

  open(name: string, attributes: Attributes): void {
    const parent = this.path.at(-1) ?? '';
    this.path.push(name);
    if (this.leftOut > 0 || isLeftOut(name, parent)) {
      this.leftOut += 1;
      return;
    }
    this.openTable(name, parent, attributes);
    this.openParagraph(name, parent, attributes);
    this.gatherer.open(name, parent, attributes);
  }

  private openTable(name: string, parent: string, attributes: Attributes): void {
    const table = this.openTables.at(-1);
    if (name === 'w:tbl') {
      this.openTables.push({
        rows: [],
        line: 0,
        column: 0,
        span: 1,
        cells: new Map(),
        deleted: false,
        paragraphs: [],
      });
    } else if (table === undefined) return;
    else if (name === 'w:tr') {
      table.line += 1;
      table.column = 0;
      table.cells = new Map();
      table.deleted = false;
    } else if (name === 'w:tc') {
      table.paragraphs = [];
      table.span = 1;
    } else if (name === 'w:gridSpan' || name === 'w:gridBefore') {
      const span = Math.min(Math.max(Number(attributes['w:val'] ?? 1) || 1, 1), 256);
      if (name === 'w:gridSpan') table.span = span;
      else table.column += span;
    } else if (name === 'w:del' && parent === 'w:trPr') table.deleted = true;
  }

  private openParagraph(name: string, parent: string, attributes: Attributes): void {
    if (name === 'w:p') {
      this.style = '';
      this.isJoined = false;
    } else if (name === 'w:pStyle') this.style = attributes['w:val'] ?? '';
    else if (name === 'w:del' && parent === 'w:rPr') this.isJoined ||= this.path.at(-3) === 'w:pPr';
    else if (name === 'w:sdt') this.controls.push(false);
    else if (name === 'w:showingPlcHdr' && this.controls.length > 0 && isOn(attributes)) {
      if (this.controls.at(-1) === false) this.gatherer.setPlaceholder(true);
      this.controls[this.controls.length - 1] = true;
    }
  }

  text(text: string): void {
    if (this.leftOut === 0) this.gatherer.hear(text);
  }

  close(name: string): void {
    this.path.pop();
    if (this.leftOut > 0) {
      this.leftOut -= 1;
      return;
    }
    this.gatherer.close(name);
    if (name === 'w:p') this.closeParagraph();
    else if (name === 'w:sdt' && this.controls.pop()) this.gatherer.setPlaceholder(false);
    else if (name === 'w:tc') this.closeCell();
    else if (name === 'w:tr') this.closeRow();
    else if (name === 'w:tbl') this.closeTable();
  }

  private closeParagraph(): void {
    const text = this.joined + this.gatherer.takeParagraph();
    this.joined = this.isJoined ? text : '';
    if (!this.isJoined) this.openTables.at(-1)?.paragraphs.push({ style: this.style, text });
  }

  private closeCell(): void {
    const table = this.openTables.at(-1);
    this.gatherer.endCell();
    if (table === undefined) return;
    // What a deleted mark joined to the next cell's text, or stood around the paragraphs, is this cell's.
    const rest = this.joined + this.gatherer.takeParagraph();
    if (rest !== '') table.paragraphs.push({ style: this.style, text: rest });
    this.joined = '';
    if (table.column < 256) table.cells.set(table.column, table.paragraphs);
    table.column += table.span;
  }

  private closeRow(): void {
    const table = this.openTables.at(-1);
    if (table !== undefined && !table.deleted) table.rows.push({ line: table.line, cells: table.cells });
  }

  private closeTable(): void {
    const table = this.openTables.pop();
    if (table === undefined) return;
    const outer = this.openTables.at(-1);
    if (outer === undefined || this.isOurs(table.rows)) this.tables.push(table.rows);
    else {
      for (const { cells } of table.rows) {
        for (const paragraphs of cells.values()) {
          for (const paragraph of paragraphs) outer.paragraphs.push(paragraph);
        }
      }
    }
  }
}
