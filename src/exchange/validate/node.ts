import type { Attributes } from '../xml/feed.ts';
import type { Position } from '../xml/place.ts';
import type { Element } from './rule.ts';
import type { Shape } from './structure.ts';

const NONE: readonly never[] = [];

/** An element while it is read. */
export class Node implements Element {
  readonly name: string;
  readonly written: string;
  readonly namespace: string;
  attributes: Attributes;
  readonly place: Position;
  readonly parent: Node | null;
  nodes: readonly (Element | string)[] = NONE;
  hasContent = false;

  constructor(
    name: string,
    written: string,
    namespace: string,
    attributes: Attributes,
    place: Position,
    parent: Node | null,
  ) {
    this.name = name;
    this.written = written;
    this.namespace = namespace;
    this.attributes = attributes;
    this.place = place;
    this.parent = parent;
  }

  /** Takes an element or a piece of text in as the last of its content; pieces of one text are one. */
  add(node: Element | string): void {
    if (this.nodes === NONE) {
      this.nodes = [node];
      return;
    }
    const nodes = this.nodes as (Element | string)[];
    const last = nodes.length - 1;
    if (typeof node === 'string' && typeof nodes[last] === 'string') nodes[last] += node;
    else nodes.push(node);
  }
}

/** How far the content of an open element has come. There is one for each depth, used again and again. */
export interface Frame {
  node: Node;
  shape: Shape;
  particle: number;
  /** How often each particle has been met. */
  readonly counts: number[];
  /** How many of each module's elements there are. */
  modules: Map<string, number> | null;
  /** Whether text where none may stand has been reported. */
  hasText: boolean;
}

/** Whether a text is white space of XML and nothing else. */
export function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit !== 32 && unit !== 10 && unit !== 9 && unit !== 13) return false;
  }
  return true;
}
