import { type Attributes, XmlFeed } from '../xml/feed.ts';
import { checkAttributes, checkMissing, place } from './check.ts';
import { Names, UNDECLARED } from './names.ts';
import { type Frame, isBlank, Node } from './node.ts';
import type { Report } from './report.ts';
import type { Element } from './rule.ts';
import type { Structure } from './structure.ts';

/** What a file is checked by; without a structure its root element has said all. */
export interface Setting {
  readonly structure: Structure | null;
  readonly report: Report;
}

/** Decides from the root element by which version a file is checked. `local` is its name without prefix. */
export type Settle = (root: Element, local: string, namespace: string | undefined, names: Names) => Setting;

/** Follows a file, checks its structure by the tables and calls the rules. Linear in the length of the file. */
export class Scan {
  readonly feed: XmlFeed;
  /** Known once the root element has been seen. */
  setting: Setting | null = null;
  private readonly names = new Names();
  private readonly frames: Frame[] = [];
  private readonly settle: Settle;
  /** The depth of the element that is left out with its content, or 0. */
  private leftOut = 0;
  /** The foreign elements that are open within such a one, the last the innermost. */
  private readonly foreign: Node[] = [];
  /** Whether what is left out is foreign, so that its elements are told of. */
  private telling = false;

  constructor(file: string, settle: Settle) {
    this.settle = settle;
    this.feed = new XmlFeed(file, {
      open: (name, attributes) => this.open(name, attributes),
      text: (text) => this.text(text),
      close: () => this.close(),
    });
  }

  private open(name: string, attributes: Attributes): void {
    const { depth } = this.feed;
    if (this.feed.declares()) this.names.declare(attributes, depth);
    if (depth === 1) this.openRoot(name, attributes);
    else if (this.leftOut === 0) this.openWithin(depth, name, attributes);
    else if (this.telling) this.tell(name, attributes);
  }

  private openWithin(depth: number, name: string, attributes: Attributes): void {
    const frame = this.frames[depth - 1] as Frame;
    frame.node.hasContent = true;
    const meant = this.names.element(name);
    const namespace = meant === '*' ? (this.names.namespaceOf(name) ?? '') : '';
    const node = new Node(meant, name, namespace, attributes, this.feed.place, frame.node);
    const { structure, report } = this.setting as Setting & { structure: Structure };
    const shape = place(frame, node, structure, report);
    if (shape === null) {
      this.leaveOut(depth, meant === '*', node);
      return;
    }
    this.enter(depth, node, shape);
    if (!frame.shape.streams) frame.node.add(node);
  }

  private openRoot(name: string, attributes: Attributes): void {
    const local = name.slice(name.indexOf(':') + 1);
    const root = new Node('xliff', name, '', attributes, this.feed.place, null);
    this.setting = this.settle(root, local, this.names.namespaceOf(name), this.names);
    const shape = this.setting.structure?.shapes.get('xliff');
    if (shape === undefined) {
      this.leftOut = 1;
      return;
    }
    this.feed.listen(true);
    this.enter(1, root, shape);
  }

  private enter(depth: number, node: Node, shape: Frame['shape']): void {
    const { structure, report } = this.setting as Setting & { structure: Structure };
    const frame = this.frames[depth];
    if (frame === undefined) {
      const counts = shape.spec.content.map(() => 0);
      this.frames[depth] = { node, shape, particle: 0, counts, modules: null, hasText: false };
    } else {
      frame.node = node;
      frame.shape = shape;
      frame.particle = 0;
      frame.modules = null;
      frame.hasText = false;
      for (let at = shape.spec.content.length - 1; at >= 0; at -= 1) frame.counts[at] = 0;
    }
    node.attributes = checkAttributes(node, shape, structure, report, this.names);
    for (const check of shape.opens) check(node, report);
  }

  private leaveOut(depth: number, foreign: boolean, node: Node): void {
    this.leftOut = depth;
    this.telling = foreign && (this.setting?.structure?.foreign.length ?? 0) > 0;
    this.feed.listen(false);
    if (this.telling) this.tellOf(node);
  }

  private tell(name: string, attributes: Attributes): void {
    const parent = this.foreign.at(-1) ?? null;
    const namespace = this.names.namespaceOf(name) ?? '';
    this.tellOf(new Node('*', name, namespace, attributes, this.feed.place, parent));
  }

  private tellOf(node: Node): void {
    const { structure, report } = this.setting as Setting & { structure: Structure };
    node.attributes = this.resolved(node.attributes);
    this.foreign.push(node);
    for (const check of structure.foreign) check(node, report);
  }

  private resolved(attributes: Attributes): Attributes {
    const resolved: Record<string, string> = Object.create(null);
    for (const name in attributes) {
      const meant = this.names.attribute(name);
      if (meant !== '' && meant !== UNDECLARED) resolved[meant] = attributes[name] ?? '';
    }
    return resolved;
  }

  private text(text: string): void {
    const { depth } = this.feed;
    const frame = this.frames[depth];
    if (frame === undefined || depth === 0) return;
    const { node, shape } = frame;
    if (shape.keepsText) {
      if (!shape.streams) node.add(text);
      if (!node.hasContent && !isBlank(text)) node.hasContent = true;
    } else if (!isBlank(text) && !frame.hasText) {
      // One problem for an element, in whatever pieces its text comes.
      frame.hasText = true;
      node.hasContent = true;
      this.setting?.report.report(node, 'text-misplaced', shape.spec.clause);
    }
  }

  private close(): void {
    const depth = this.feed.depth + 1;
    if (this.leftOut > 0) {
      if (this.telling) this.foreign.pop();
      if (this.leftOut === depth) {
        this.leftOut = 0;
        this.telling = false;
        if (depth > 1) this.feed.listen(true);
      }
    } else {
      const { report } = this.setting as Setting;
      const frame = this.frames[depth] as Frame;
      checkMissing(frame, report);
      for (const check of frame.shape.closes) check(frame.node, report);
    }
    this.names.leave(depth);
  }
}
