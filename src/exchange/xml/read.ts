import { type Attributes, XmlFeed } from './feed.ts';
import { Namespaces } from './namespaces.ts';
import type { Position } from './place.ts';

/** Who follows a file as it is read. Names are as `Namespaces.local` gives them: those of the root's namespace without prefix. */
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

/** Makes the one who follows a file; `feed` knows where in the text each tag stands, `names` the tools' attributes. */
export type Follow = (here: Here, feed: XmlFeed, names: Namespaces) => XmlReader;

/** Takes the pieces of a file, one after the other. */
export interface XmlPieces {
  write(text: string): void;
  end(): void;
}

/**
 * Reads XML 1.0 or 1.1 without document types. Errors: those of `XmlFeed`, each with the place in `file`, and those
 * that the reader throws. Linear in the length of `text`.
 */
export function readXml(text: string, file: string, follow: Follow): void {
  new Reading(file, follow).feed.all(text);
}

/** The same piece by piece, in memory that the file's length does not change. */
export function readXmlPieces(file: string, follow: Follow): XmlPieces {
  return new Reading(file, follow).feed;
}

class Reading {
  readonly feed: XmlFeed;
  private readonly names = new Namespaces();
  private readonly reader: XmlReader;
  /** The depth of the element that is being left out, or 0. */
  private leftOut = 0;
  /** For each depth, the name without prefix that was last seen there. */
  private readonly locals: string[] = [];

  constructor(file: string, follow: Follow) {
    this.feed = new XmlFeed(file, {
      open: (name, attributes) => this.open(name, attributes),
      text: (text) => this.reader.text(text),
      close: () => this.close(),
    });
    this.reader = follow(() => this.feed.place, this.feed, this.names);
  }

  private open(name: string, attributes: Attributes): void {
    if (this.leftOut > 0) return;
    const { depth } = this.feed;
    if (this.feed.declares()) this.names.declare(attributes, depth);
    if (depth === 1) {
      const namespace = this.names.settle(name);
      this.locals[1] = this.names.local(name);
      this.reader.root(name.slice(name.indexOf(':') + 1), namespace, attributes);
      return;
    }
    const local = this.names.local(name);
    this.locals[depth] = local;
    if (!this.reader.open(local, attributes)) this.leftOut = depth;
    this.listen();
  }

  private close(): void {
    const depth = this.feed.depth + 1;
    if (this.leftOut > 0) {
      if (this.leftOut !== depth) return;
      this.leftOut = 0;
    } else if (depth > 1) {
      this.reader.close(this.locals[depth] ?? '');
    }
    this.listen();
    this.names.leave(depth);
  }

  private listen(): void {
    this.feed.listen(this.leftOut === 0 && this.reader.listening);
  }
}
