import { HexaplaError } from '../../model/error.ts';

/** One entry of a PO file; lines count from 1. */
export interface PoEntry {
  /** Where its first keyword stands. */
  line: number;
  msgctxt: string | null;
  msgid: string | null;
  msgstr: string | null;
  plural: boolean;
  readonly flags: string[];
  readonly extracted: string[];
  readonly references: string[];
  readonly translator: string[];
}

type Field = 'msgctxt' | 'msgid' | 'msgid_plural' | 'msgstr';

/**
 * The entries of a PO file in order, with the header where there is one, without obsolete ones. `encoding` is that of
 * bytes that the text gives by number (`\303\251`), as `msgcat --escape` does. Error: `return-invalid` with the line of
 * what is not PO. Linear in the length of `text`.
 * https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
 */
export function readEntries(text: string, file: string, encoding = 'utf-8'): PoEntry[] {
  return new Lexer(text, file, encoding).run();
}

class Lexer {
  private readonly text: string;
  private readonly file: string;
  private readonly decode: (bytes: Uint8Array) => string;
  private readonly entries: PoEntry[] = [];
  private entry = emptyEntry();
  private field: Field | null = null;
  /** Strings of the field, joined when it ends: one text at a time would be copied for each. */
  private strings: string[] = [];
  private form = 0;
  private line = 0;

  constructor(text: string, file: string, encoding: string) {
    this.text = text;
    this.file = file;
    const decoder = new TextDecoder(encoding, { ignoreBOM: true });
    this.decode = (bytes) => decoder.decode(bytes);
  }

  run(): PoEntry[] {
    const { text } = this;
    for (let from = 0; from < text.length; ) {
      const found = text.indexOf('\n', from);
      const end = found === -1 ? text.length : found;
      this.line += 1;
      this.readLine(from, text.charCodeAt(end - 1) === 13 && end > from ? end - 1 : end, found === -1);
      from = end + 1;
    }
    this.endField();
    if (this.entry.msgstr === null && this.entry.line > 0) throw this.error('cut-off');
    this.endEntry();
    return this.entries;
  }

  private readLine(from: number, end: number, last: boolean): void {
    const { text } = this;
    let at = from;
    while (at < end) {
      const code = text.charCodeAt(at);
      if (code === 32 || code === 9 || code === 12 || code === 11) at += 1;
      else if (code === 35) {
        this.comment(text.slice(at + 1, end));
        return;
      } else if (code === 34) at = this.string(at + 1, end, last);
      else at = this.keyword(at, last);
    }
  }

  private comment(text: string): void {
    const kind = text.charAt(0);
    if (kind === '~') {
      // The comments before an obsolete entry are its own.
      this.endField();
      if (this.entry.line > 0) this.endEntry();
      this.entry = emptyEntry();
      return;
    }
    if (this.entry.line > 0 && this.field !== 'msgstr') {
      // Only tools that merge by lines leave one here; it says nothing of the text.
      return;
    }
    if (this.entry.line > 0) {
      this.endField();
      this.endEntry();
    }
    if (kind === ',') {
      for (const flag of text.slice(1).split(',')) this.entry.flags.push(flag.trim());
    } else if (kind === '.') this.entry.extracted.push(lead(text.slice(1)));
    else if (kind === ':') this.entry.references.push(lead(text.slice(1)));
    else if (kind !== '|' && kind !== '=') this.entry.translator.push(lead(text));
  }

  private keyword(at: number, last: boolean): number {
    KEYWORD.lastIndex = at;
    const found = KEYWORD.exec(this.text);
    if (found === null) throw this.error(last && isBegun(this.text.slice(at)) ? 'cut-off' : 'syntax');
    const field = found[1] as Field;
    this.endField();
    const { entry } = this;
    if (entry.msgstr !== null && field !== 'msgstr') this.endEntry();
    this.begin(field, found[2]);
    return KEYWORD.lastIndex;
  }

  private begin(field: Field, form: string | undefined): void {
    const { entry } = this;
    const wrong =
      field === 'msgctxt'
        ? entry.msgctxt !== null || entry.msgid !== null
        : field === 'msgid'
          ? entry.msgid !== null
          : entry.msgid === null;
    if (wrong || (field === 'msgstr' && entry.msgstr !== null && form === undefined)) {
      throw this.error('syntax');
    }
    if (entry.line === 0) entry.line = this.line;
    if (field === 'msgid_plural') entry.plural = true;
    this.field = field;
    this.form = Number(form ?? 0);
  }

  private string(from: number, end: number, last: boolean): number {
    if (this.field === null) throw this.error('syntax');
    const { text } = this;
    for (let at = from, start = from; ; at += 1) {
      if (at >= end) throw this.error(last ? 'cut-off' : 'syntax');
      const code = text.charCodeAt(at);
      if (code === 34) {
        this.strings.push(text.slice(start, at));
        return at + 1;
      }
      if (code !== 92) continue;
      this.strings.push(text.slice(start, at));
      start = this.escape(at, end);
      at = start - 1;
    }
  }

  /** Takes the escape at `at`, or the bytes that are escaped one after the other, and gives where it ends. */
  private escape(at: number, end: number): number {
    const { text } = this;
    const bytes: number[] = [];
    let next = at;
    for (;;) {
      BYTE.lastIndex = next;
      const [, octal, hex] = BYTE.exec(text) ?? [];
      if (octal === undefined && hex === undefined) break;
      bytes.push(Number.parseInt(octal ?? hex ?? '', octal === undefined ? 16 : 8) & 0xff);
      next = BYTE.lastIndex;
    }
    if (bytes.length > 0) {
      this.strings.push(this.decode(Uint8Array.from(bytes)));
      return next;
    }
    if (at + 1 >= end) return end;
    const char = text.charAt(at + 1);
    this.strings.push(char === '"' || char === '\\' ? char : (CONTROLS[char] ?? `\\${char}`));
    return at + 2;
  }

  private endField(): void {
    const { field, entry } = this;
    if (field === null) return;
    const text = this.strings.join('');
    this.strings = [];
    this.field = null;
    if (field === 'msgstr') {
      if (this.form === 0) entry.msgstr = text;
      else entry.msgstr ??= '';
    } else if (field !== 'msgid_plural') entry[field] = text;
  }

  private endEntry(): void {
    const { entry } = this;
    if (entry.line > 0 && entry.msgstr === null) throw this.error('syntax');
    if (entry.line > 0) this.entries.push(entry);
    this.entry = emptyEntry();
  }

  private error(reason: 'syntax' | 'cut-off'): HexaplaError {
    return new HexaplaError('return-invalid', { reason }, { file: this.file, line: this.line });
  }
}

const KEYWORD = /(msgctxt|msgid_plural|msgid|msgstr)(?:\[([0-9]{1,3})\])?(?=[\s"]|$)/y;
const BYTE = /\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{2}))/y;
const CONTROLS: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
};

function isBegun(rest: string): boolean {
  return rest !== '' && ['msgctxt', 'msgid_plural', 'msgstr'].some((word) => word.startsWith(rest));
}

function lead(text: string): string {
  return text.startsWith(' ') ? text.slice(1) : text;
}

function emptyEntry(): PoEntry {
  return {
    line: 0,
    msgctxt: null,
    msgid: null,
    msgstr: null,
    plural: false,
    flags: [],
    extracted: [],
    references: [],
    translator: [],
  };
}
