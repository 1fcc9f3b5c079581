import { SaxesParser } from 'saxes';
import { type ErrorValues, HexaplaError, type Place } from '../../model/error.ts';
import { Namespaces } from './namespaces.ts';
import { LineCounter, type Position } from './place.ts';

/** An element's attributes by their names as written. */
export type Attributes = Readonly<Record<string, string>>;

/** Who follows a file as it is read. Names are those of the root's namespace, without prefix; other elements are `''`. */
export interface XmlReader {
  /** The root element; `namespace` is undefined when its prefix is not declared. */
  root(name: string, namespace: string | undefined, attributes: Attributes): void;
  /** An element; false leaves it and all within it out. */
  open(name: string, attributes: Attributes): boolean;
  /** Whether the text that follows is wanted; asked after each start and end of an element. */
  readonly listening: boolean;
  text(text: string): void;
  close(name: string): void;
}

/** Where the element that is being opened begins. */
export type Here = () => Position;

/**
 * Levels of elements that a file may have. A file that Hexapla wrote has eight; the parser's time grows with the
 * square of the depth.
 */
const DEPTH_LIMIT = 256;

// Without a prototype: the parser would look `&constructor;` up in the one it has.
const ENTITIES: Record<string, string> = Object.assign(Object.create(null), {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
});

/**
 * Reads XML 1.0 or 1.1 without document types. Errors: `xml-syntax`, `xml-doctype`, `xml-entity`, `xml-depth`, each
 * with the place in `file`, and those that the reader throws. Linear in the length of `text`.
 */
export function readXml(text: string, file: string, follow: (here: Here) => XmlReader): void {
  // The parser takes a lone surrogate and the character after it for one.
  if (!isWellFormed(text)) {
    const index = text.search(/[\uD800-\uDFFF]/u);
    const place = { file, ...new LineCounter(text).at(index) };
    throw new HexaplaError('xml-syntax', { reason: 'character', element: '' }, place);
  }
  new Reading(text, file, follow).run();
}

// A method of strings from ES2024 on, and in every Node that Hexapla runs on; a search by expression takes ten times as long.
function isWellFormed(text: string & { isWellFormed?: () => boolean }): boolean {
  return text.isWellFormed?.() ?? !/[\uD800-\uDFFF]/u.test(text);
}

class Reading {
  private readonly text: string;
  private readonly file: string;
  private readonly parser = new SaxesParser<{ position: false; xmlns: false }>({
    position: false,
    xmlns: false,
  });
  private readonly names = new Namespaces();
  private readonly reader: XmlReader;
  private readonly hear = (text: string): void => this.reader.text(text);
  private listening = false;
  private depth = 0;
  /** The depth of the element that is being left out, or 0. */
  private leftOut = 0;
  /** For each depth, the offset after the start tag that was last seen there, and its name without prefix. */
  private readonly opened: number[] = [];
  private readonly locals: string[] = [];
  /** Offset of the next `xmlns` in the text: elements before it declare nothing. */
  private nextDeclaration: number;

  constructor(text: string, file: string, follow: (here: Here) => XmlReader) {
    this.text = text;
    this.file = file;
    this.nextDeclaration = text.indexOf('xmlns');
    const lines = new LineCounter(text);
    this.reader = follow(() => lines.at(this.startOf(this.parser.position)));
  }

  run(): void {
    const { parser } = this;
    parser.ENTITIES = ENTITIES;
    parser.on('error', (error) => this.fail(error.message));
    parser.on('doctype', () =>
      this.refuse('xml-doctype', this.text.lastIndexOf('<!DOCTYPE', parser.position)),
    );
    parser.on('opentag', (tag) => this.open(tag.name, tag.attributes));
    parser.on('closetag', () => this.close());
    parser.on('cdata', (text) => {
      if (this.listening) this.reader.text(text);
    });
    parser.write(this.text).close();
  }

  private open(name: string, attributes: Attributes): void {
    this.depth += 1;
    if (this.depth > DEPTH_LIMIT) this.refuse('xml-depth', this.startOf(this.parser.position));
    this.opened[this.depth] = this.parser.position;
    if (this.leftOut > 0) return;
    if (this.nextDeclaration !== -1 && this.nextDeclaration < this.parser.position) {
      this.names.declare(attributes, this.depth);
      this.nextDeclaration = this.text.indexOf('xmlns', this.parser.position);
    }
    if (this.depth === 1) {
      const namespace = this.names.settle(name);
      this.locals[1] = this.names.local(name);
      this.reader.root(name.slice(name.indexOf(':') + 1), namespace, attributes);
      return;
    }
    const local = this.names.local(name);
    this.locals[this.depth] = local;
    if (!this.reader.open(local, attributes)) this.leftOut = this.depth;
    this.listen();
  }

  private close(): void {
    const { depth } = this;
    this.depth -= 1;
    if (this.leftOut > 0) {
      if (this.leftOut !== depth) return;
      this.leftOut = 0;
    } else if (depth > 1) {
      this.reader.close(this.locals[depth] ?? '');
    }
    this.listen();
    this.names.leave(depth);
  }

  // Without a listener the parser copies no text: most of a file is notes and indentation.
  private listen(): void {
    const wanted = this.leftOut === 0 && this.reader.listening;
    if (wanted === this.listening) return;
    this.listening = wanted;
    if (wanted) this.parser.on('text', this.hear);
    else this.parser.off('text');
  }

  // The parser has already left the element that it found unclosed, one level below.
  private fail(message: string): never {
    const unclosed = message === 'unexpected close tag.' || message.startsWith('unclosed tag');
    if (unclosed) {
      const level = message === 'unexpected close tag.' ? this.depth + 1 : this.depth;
      const end = this.opened[level] ?? 0;
      const start = this.startOf(end);
      const values = { reason: 'unclosed', element: nameOf(this.text.slice(start, end)) };
      throw this.error('xml-syntax', values, start, level);
    }
    const at = Math.max(0, this.parser.position - 1);
    if (message === 'undefined entity.') throw this.error('xml-entity', {}, at, this.depth);
    throw this.error('xml-syntax', { reason: reasonOf(message), element: '' }, at, this.depth);
  }

  private refuse(code: 'xml-doctype' | 'xml-depth', at: number): never {
    throw this.error(code, code === 'xml-depth' ? { limit: DEPTH_LIMIT } : {}, at, this.depth);
  }

  private error(
    code: 'xml-syntax' | 'xml-doctype' | 'xml-entity' | 'xml-depth',
    values: ErrorValues,
    at: number,
    level: number,
  ): HexaplaError {
    const place = {
      file: this.file,
      ...new LineCounter(this.text).at(Math.max(0, at)),
      ...this.within(level),
    };
    return new HexaplaError(code, values, place);
  }

  // The unit and the segment whose elements are open, read from the text itself: only errors ask.
  private within(level: number): Place {
    const place: { unit?: string; segment?: string } = {};
    for (let depth = 1; depth <= level; depth += 1) {
      const end = this.opened[depth] ?? 0;
      const tag = this.text.slice(this.startOf(end), end);
      const id = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(tag);
      const value = id?.[1] ?? id?.[2];
      const name = nameOf(tag);
      if (value === undefined) continue;
      if (name === 'group' || name === 'unit') place.unit = value;
      if (name === 'trans-unit' || name === 'segment') place.segment = value;
    }
    return place;
  }

  // A `<` cannot stand within a tag, so the last one before a tag's end opens it.
  private startOf(end: number): number {
    return Math.max(0, this.text.lastIndexOf('<', end - 1));
  }
}

function nameOf(tag: string): string {
  return /^<(?:[^\s:/>]*:)?([^\s/>]*)/.exec(tag)?.[1] ?? '';
}

function reasonOf(message: string): string {
  if (/^(?:unmatched|weird empty)/.test(message)) return 'unopened';
  if (/unexpected end|must contain a root/.test(message)) return 'cut-off';
  return /disallowed|malformed character/.test(message) ? 'character' : 'syntax';
}
