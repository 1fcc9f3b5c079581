import type { Position } from '../xml/place.ts';
import type { ProblemCode, ProblemValues, Version } from './problem.ts';

/** An element of a file that is being validated. */
export interface Element {
  /** `unit` for the core, `mtc:match` for a module whatever prefix the file uses, `*` for any other. */
  readonly name: string;
  /** The name in the file. */
  readonly written: string;
  /** The namespace of a foreign element; empty for all others. */
  readonly namespace: string;
  /** By name: `id`, `xml:lang`, `fs:fs` for modules, `*:` and the name in the file for others. Without declarations of namespaces. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Where its start tag begins. */
  readonly place: Position;
  readonly parent: Element | null;
  /**
   * What it holds, in order: elements, and text where its table lets text in (with CDATA). Known at its end tag; empty
   * for elements that stream (`ElementSpec.streams`) and for foreign ones.
   */
  readonly nodes: readonly (Element | string)[];
  /** Whether it holds an element, or text that is not white space; known at its end tag. */
  readonly hasContent: boolean;
}

/** What a rule may ask and say. */
export interface Context {
  readonly version: Version;
  readonly root: Element;
  /** Reports a problem at an element. `clause` is a fragment: `#matches`. `values` get `element` by themselves. */
  report(element: Element, code: ProblemCode, clause: string, values?: ProblemValues): void;
  /**
   * A reference to an id that may be anywhere in the file, or later: at the end, `report` is called as above unless
   * `found` was declared. Keys are free: `u f1 u1`.
   */
  require(key: string, element: Element, code: ProblemCode, clause: string, values?: ProblemValues): void;
  /** Tells that a key exists; false when it did before. */
  declare(key: string): boolean;
}

/** What is done at an element. */
export type Check = (element: Element, context: Context) => void;

/** A rule's checks, by the names of elements (`unit`, `mtc:match`). */
export interface Rule {
  /**
   * At the start tag: attributes and ancestors are known. `*` is called for foreign elements, and for every element
   * within one, which then is named `*` too.
   */
  readonly open?: Readonly<Record<string, Check>>;
  /** At the end tag: the content is known too. Of elements within foreign ones nothing is told. */
  readonly close?: Readonly<Record<string, Check>>;
  /** At the end of the file, for what needs all of it. */
  readonly end?: (context: Context) => void;
}

/** Makes a rule for one file; what it remembers is in its closure, and may not grow with the file but for ids. */
export type CreateRule = () => Rule;

/** The elements right within an element. */
export function childrenOf(element: Element, name?: string): Element[] {
  const found: Element[] = [];
  for (const node of element.nodes) {
    if (typeof node !== 'string' && (name === undefined || node.name === name)) found.push(node);
  }
  return found;
}

/** Calls `visit` for each element within an element, in the order of their start tags. */
export function walk(element: Element, visit: (element: Element) => void): void {
  for (const node of element.nodes) {
    if (typeof node === 'string') continue;
    visit(node);
    walk(node, visit);
  }
}

/** The nearest element around an element that has a name. */
export function ancestorOf(element: Element, name: string): Element | null {
  let at = element.parent;
  while (at !== null && at.name !== name) at = at.parent;
  return at;
}
