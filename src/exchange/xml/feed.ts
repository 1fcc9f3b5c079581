import { SaxesParser } from 'saxes';
import { type ErrorValues, HexaplaError, type Place } from '../../model/error.ts';
import { LineCounter, type Position } from './place.ts';

/** An element's attributes by their names as written. */
export type Attributes = Readonly<Record<string, string>>;

/** Who follows a file as it is parsed; names are as written. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
}

/** What can be wrong with a file as XML. */
export type XmlErrorCode = 'xml-syntax' | 'xml-doctype' | 'xml-entity' | 'xml-depth' | 'xml-length';

/**
 * Levels of elements that a file may have. A file that Hexapla wrote has eight; the parser's time grows with the
 * square of the depth.
 */
const DEPTH_LIMIT = 256;

/** UTF-16 units that may pass without a `<`: all that has to be kept of a file at once. */
const LENGTH_LIMIT = 1 << 26;
/** Beyond this length, text without a `<` goes to the parser as it comes. */
const HELD_BACK = 1 << 20;

/** The entities that a file may refer to. */
// Without a prototype: the parser would look `&constructor;` up in the one it has.
export const ENTITIES: Record<string, string> = Object.assign(Object.create(null), {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
});

/** Beyond this length, nothing is a reference. */
const REFERENCE = 64;
/** An `&` that begins no reference, unless it stands in a comment, a section or an instruction, where it need not. */
const STRAY = /&(?![^\s&<;]{1,64};)/g;
/** The beginning of a reference, or of a surrogate pair, at the end of a piece. */
const UNFINISHED = /(?:&[^\s&<;]*|[\uD800-\uDBFF])$/;

/**
 * Parses XML 1.0 or 1.1 without document types, piece by piece, in memory that the file's length does not change. Each
 * piece is cut at its last `<`, so that the parser always has a tag whole. Errors: `xml-syntax`, `xml-doctype`,
 * `xml-entity`, `xml-depth`, `xml-length` (too much text without a tag), each with the place in `file`, and those that
 * the handler throws. Linear in the length of the file.
 */
export class XmlFeed {
  private readonly file: string;
  private readonly parser = new SaxesParser<{ position: false; xmlns: false }>({
    position: false,
    xmlns: false,
  });
  private readonly handler: XmlHandler;
  private readonly hear = (text: string): void => this.handler.text(text);
  private readonly lines = new LineCounter();
  /** What the parser works on, and its offset in the whole text. */
  private window = '';
  private base = 0;
  private carried = '';
  /** Offset of the last `<` of the windows before. */
  private lastTag = 0;
  private listening = false;
  private nextDeclaration = -1;
  /** For each depth, where the element begins that is or was last open there, its name and its attributes. */
  private readonly places: Position[] = [];
  private readonly names: string[] = [];
  private readonly attributes: Attributes[] = [];
  /** Elements that are open. */
  depth = 0;

  constructor(file: string, handler: XmlHandler) {
    this.file = file;
    this.handler = handler;
    const { parser } = this;
    parser.ENTITIES = ENTITIES;
    parser.on('error', (error) => this.fail(error.message));
    parser.on('doctype', () => this.refuse('xml-doctype', {}, this.tagStart));
    parser.on('opentag', (tag) => this.open(tag.name, tag.attributes));
    parser.on('closetag', (tag) => {
      this.depth -= 1;
      this.handler.close(tag.name);
    });
    parser.on('cdata', (text) => {
      if (this.listening) this.handler.text(text);
    });
  }

  /** Goes on with the next piece of the text. */
  write(text: string): void {
    const all = this.carried === '' ? text : this.carried + text;
    const cut = all.lastIndexOf('<');
    const held = cut === -1 ? all.length : all.length - cut;
    if (cut > 0 && held <= HELD_BACK) {
      this.carried = all.slice(cut);
      this.parse(all.slice(0, cut));
    } else if (held > HELD_BACK) {
      const end = all.length - (UNFINISHED.exec(all.slice(-REFERENCE))?.[0].length ?? 0);
      this.carried = all.slice(end);
      this.parse(all.slice(0, end));
    } else {
      this.carried = all;
    }
  }

  /** Parses a text that is there as a whole: nothing of it need be held back. */
  all(text: string): void {
    this.parse(text);
    this.parser.close();
  }

  /** Ends the text. */
  end(): void {
    if (this.carried !== '') this.parse(this.carried);
    this.carried = '';
    this.parser.close();
  }

  /** Whether the text that follows is wanted. Without a listener the parser copies none: most of a file is notes and indentation. */
  listen(wanted: boolean): void {
    if (wanted === this.listening) return;
    this.listening = wanted;
    if (wanted) this.parser.on('text', this.hear);
    else this.parser.off('text');
  }

  /** UTF-16 offset up to which the text has been parsed, between two pieces. */
  get parsed(): number {
    return this.base + this.window.length;
  }

  /** UTF-16 offset right after the tag that is being told. */
  get tagEnd(): number {
    return this.parser.position;
  }

  /** UTF-16 offset of the `<` of the tag that is being told. A `<` cannot stand within a tag, so the last one opens it. */
  get tagStart(): number {
    const found = this.window.lastIndexOf('<', this.parser.position - 1 - this.base);
    return found === -1 ? this.lastTag : this.base + found;
  }

  /** The text of the tag that is being told, as far as it is still at hand. */
  get tag(): string {
    return this.window.slice(Math.max(0, this.tagStart - this.base), this.parser.position - this.base);
  }

  /** Where the element that is being opened begins. */
  get place(): Position {
    return this.places[this.depth] ?? { line: 1, column: 1 };
  }

  /** Where the tag that is being told begins. */
  placeOfTag(): Position {
    return this.lines.at(Math.max(0, this.tagStart));
  }

  /** Whether the element that is being opened may declare a namespace; to be asked once an element. */
  declares(): boolean {
    if (this.nextDeclaration === -1 || this.nextDeclaration >= this.parser.position) {
      return this.tagStart < this.base;
    }
    this.findDeclaration(this.parser.position - this.base);
    return true;
  }

  private findDeclaration(from: number): void {
    const found = this.window.indexOf('xmlns', from);
    this.nextDeclaration = found === -1 ? -1 : this.base + found;
  }

  private parse(window: string): void {
    const last = this.window.lastIndexOf('<');
    if (last !== -1) this.lastTag = this.base + last;
    this.base += this.window.length;
    this.window = window;
    this.lines.next(window);
    this.findDeclaration(0);
    if (this.base + window.length - this.lastTagSoFar() > LENGTH_LIMIT) {
      this.refuse('xml-length', { limit: LENGTH_LIMIT / (1 << 20) }, this.lastTagSoFar());
    }
    // The parser takes a lone surrogate and the character after it for one.
    const lone = isWellFormed(window) ? -1 : window.search(/[\uD800-\uDFFF]/u);
    this.parseReferences(lone === -1 ? window : window.slice(0, lone));
    if (lone !== -1) this.refuse('xml-syntax', { reason: 'character', element: '' }, this.base + lone);
  }

  // The parser would look for the end of a reference through all of the file.
  private parseReferences(window: string): void {
    let from = 0;
    STRAY.lastIndex = 0;
    for (let found = STRAY.exec(window); found !== null; found = STRAY.exec(window)) {
      this.parser.write(window.slice(from, found.index + 1));
      from = found.index + 1;
      if (!inReference(this.parser)) continue;
      this.refuse('xml-syntax', { reason: 'syntax', element: '' }, this.base + found.index);
    }
    this.parser.write(from === 0 ? window : window.slice(from));
  }

  private lastTagSoFar(): number {
    const last = this.window.lastIndexOf('<');
    return last === -1 ? this.lastTag : this.base + last;
  }

  private open(name: string, attributes: Attributes): void {
    this.depth += 1;
    const { depth } = this;
    if (depth > DEPTH_LIMIT) {
      this.depth = DEPTH_LIMIT;
      this.refuse('xml-depth', { limit: DEPTH_LIMIT }, this.tagStart);
    }
    this.places[depth] = this.lines.at(this.tagStart);
    this.names[depth] = name;
    this.attributes[depth] = attributes;
    this.handler.open(name, attributes);
  }

  // The parser has already left the element that it found unclosed, one level below.
  private fail(message: string): never {
    const unclosed = message === 'unexpected close tag.' || message.startsWith('unclosed tag');
    if (unclosed) {
      const level = message === 'unexpected close tag.' ? this.depth + 1 : this.depth;
      const values = { reason: 'unclosed', element: localName(this.names[level] ?? '') };
      throw new HexaplaError('xml-syntax', values, this.within(level, this.places[level]));
    }
    const at = Math.max(0, this.parser.position - 1);
    if (message === 'undefined entity.') this.refuse('xml-entity', {}, at);
    this.refuse('xml-syntax', { reason: reasonOf(message), element: '' }, at);
  }

  private refuse(code: XmlErrorCode, values: ErrorValues, at: number): never {
    throw new HexaplaError(code, values, this.within(this.depth, this.lines.at(Math.max(0, at))));
  }

  /** The unit and the segment whose elements are open, down to a level. */
  private within(level: number, position: Position = { line: 1, column: 1 }): Place {
    const place: { unit?: string; segment?: string } = {};
    for (let depth = 1; depth <= level; depth += 1) {
      const value = this.attributes[depth]?.['id'];
      const name = localName(this.names[depth] ?? '');
      if (value === undefined) continue;
      if (name === 'group' || name === 'unit') place.unit = value;
      if (name === 'trans-unit' || name === 'segment') place.segment = value;
    }
    return { file: this.file, ...position, ...place };
  }
}

// The parser does not tell what it is in; what a parser says that has just read an `&` in a text is asked of one.
const stateOf = (parser: object): unknown => ('state' in parser ? parser.state : undefined);
const IN_REFERENCE: unknown = stateOf(new SaxesParser({ fragment: true, position: false }).write('&'));

function inReference(parser: object): boolean {
  return stateOf(parser) === IN_REFERENCE;
}

// A method of strings from ES2024 on, and in every Node that Hexapla runs on; a search by expression takes ten times as long.
function isWellFormed(text: string & { isWellFormed?: () => boolean }): boolean {
  return text.isWellFormed?.() ?? !/[\uD800-\uDFFF]/u.test(text);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** What a message of the parser says is wrong, in one word. */
export function reasonOf(message: string): string {
  if (/^(?:unmatched|weird empty)/.test(message)) return 'unopened';
  if (/unexpected end|must contain a root/.test(message)) return 'cut-off';
  return /disallowed|malformed character/.test(message) ? 'character' : 'syntax';
}
