import { HexaplaError } from '../../model/error.ts';
import type { Attributes } from '../xml/feed.ts';
import type { PartReader } from './part.ts';
import { readPart } from './part.ts';
import { type Form, showNumber } from './xlsx-styles.ts';
import { unescapeCell } from './xlsx-text.ts';

/** A cell that is not empty. */
interface SheetCell {
  readonly text: string;
  /** Whether it holds an error, or a formula without a result. */
  readonly isError: boolean;
}

/** A row with its cells by column, from 0; rows count from 1. */
export interface SheetRow {
  readonly line: number;
  readonly cells: ReadonlyMap<number, SheetCell>;
}

/** What the cells of a sheet refer to. */
export interface Workbook {
  readonly file: string;
  readonly strings: readonly string[];
  readonly forms: readonly Form[];
  readonly from1904: boolean;
  /** UTF-16 units that cells may still hold. */
  left: number;
}

/** What the cells of a spreadsheet may hold: many can refer to one long string. */
export const TEXT_LIMIT: number = 1 << 26;

/** Columns beyond this one are not looked at. */
const COLUMN_LIMIT = 256;

/** The shared strings of a spreadsheet. */
export function stringsIn(bytes: Uint8Array | undefined, file: string): readonly string[] {
  const strings: string[] = [];
  if (bytes === undefined) return strings;
  const rich = new RichText();
  readPart(bytes, file, {
    open: (name) => {
      if (name === 'si') rich.start();
      else rich.open(name);
    },
    text: (text) => rich.hear(text),
    close: (name) => {
      if (name === 'si') strings.push(rich.finish());
      else rich.close(name);
    },
  });
  return strings;
}

/** The rows of a sheet that are not empty, in the order of the file. Error: `archive-invalid` where its texts are too long. */
export function rowsIn(bytes: Uint8Array, workbook: Workbook): SheetRow[] {
  const reader = new SheetReader(workbook);
  readPart(bytes, workbook.file, reader);
  return reader.rows;
}

/** Text in runs: what is read aloud beside East Asian words (`rPh`) is no part of it. */
class RichText {
  private text = '';
  private aloud = 0;
  private listening = false;

  start(): void {
    this.text = '';
    this.aloud = 0;
    this.listening = false;
  }

  open(name: string): void {
    if (name === 'rPh') this.aloud += 1;
    this.listening = name === 't' && this.aloud === 0;
  }

  hear(text: string): void {
    if (this.listening) this.text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.aloud -= 1;
    this.listening = false;
  }

  finish(): string {
    return unescapeCell(this.text);
  }
}

class SheetReader implements PartReader {
  readonly rows: SheetRow[] = [];
  private readonly workbook: Workbook;
  private readonly rich = new RichText();
  private line = 0;
  private column = -1;
  private cells: Map<number, SheetCell> = new Map();
  private type = 'n';
  private form: Form = 'number';
  private value = '';
  private hasFormula = false;
  private within: 'value' | 'inline' | null = null;

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  open(name: string, attributes: Attributes): void {
    if (this.within === 'inline') this.rich.open(name);
    else if (name === 'row') this.openRow(attributes);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'v') this.within = 'value';
    else if (name === 'f') this.hasFormula = true;
    else if (name === 'is') {
      this.within = 'inline';
      this.rich.start();
    }
  }

  private openRow(attributes: Attributes): void {
    const line = Number(attributes['r']);
    this.line = Number.isInteger(line) && line > 0 ? line : this.line + 1;
    this.column = -1;
    this.cells = new Map();
  }

  private openCell(attributes: Attributes): void {
    this.column = columnOf(attributes['r']) ?? this.column + 1;
    this.type = attributes['t'] ?? 'n';
    this.form = this.workbook.forms[Number(attributes['s'] ?? 0)] ?? 'number';
    this.value = '';
    this.hasFormula = false;
  }

  text(text: string): void {
    if (this.within === 'value') this.value += text;
    else if (this.within === 'inline') this.rich.hear(text);
  }

  close(name: string): void {
    if (name === 'is') this.value = this.rich.finish();
    else if (this.within === 'inline') this.rich.close(name);
    if (name === 'is' || name === 'v') this.within = null;
    else if (name === 'c') this.closeCell();
    else if (name === 'row' && this.cells.size > 0) this.rows.push({ line: this.line, cells: this.cells });
  }

  private closeCell(): void {
    if (this.column >= COLUMN_LIMIT) return;
    const isError = this.type === 'e' || (this.hasFormula && this.value === '');
    const text = this.shown();
    this.workbook.left -= text.length;
    if (this.workbook.left < 0) {
      throw new HexaplaError('archive-invalid', { reason: 'size' }, { file: this.workbook.file });
    }
    if (text !== '' || isError) this.cells.set(this.column, { text, isError });
  }

  private shown(): string {
    const { value, workbook } = this;
    switch (this.type) {
      case 's':
        return workbook.strings[Number(value.trim() === '' ? -1 : value)] ?? '';
      case 'inlineStr':
        return value;
      case 'str':
        return unescapeCell(value);
      case 'b':
        return value.trim() === '' ? '' : value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE';
      case 'd':
      case 'e':
        return value;
      default:
        return showNumber(value, this.form, workbook.from1904);
    }
  }
}

/** The column of a reference as `AB12`, from 0; null for none. */
function columnOf(reference: string | undefined): number | null {
  const letters = /^[A-Za-z]{1,3}/.exec(reference ?? '')?.[0];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
