import type { Position } from '../xml/place.ts';
import { copied, KeySet } from './keys.ts';
import type { Problem, ProblemCode, ProblemValues, Version } from './problem.ts';
import type { Context, Element } from './rule.ts';

/** How many problems are kept; the others are counted. */
const KEPT = 1000;
/** How much of a value stands in a problem. */
const VALUE_LENGTH = 120;

interface Pending {
  readonly place: Position;
  readonly code: ProblemCode;
  readonly clause: string;
  readonly values: ProblemValues;
  readonly within: Within;
}

interface Within {
  readonly unit?: string;
  readonly segment?: string;
}

/** Collects the problems of a file, and the keys that elements declare and require. */
export class Report implements Context {
  readonly problems: Problem[] = [];
  total = 0;
  private readonly keys = new KeySet();
  private readonly pending: Map<string, Pending[]> = new Map();
  private readonly address: (fragment: string) => string;
  readonly version: Version;
  readonly root: Element;

  constructor(version: Version, root: Element, address: (fragment: string) => string) {
    this.version = version;
    this.root = root;
    this.address = address;
  }

  report(element: Element, code: ProblemCode, clause: string, values: ProblemValues = {}): void {
    this.total += 1;
    if (this.problems.length >= KEPT) return;
    this.keep(pendingOf(element, code, clause, values));
  }

  require(
    key: string,
    element: Element,
    code: ProblemCode,
    clause: string,
    values: ProblemValues = {},
  ): void {
    if (this.keys.has(key)) return;
    const waiting = this.pending.get(key);
    const pending = pendingOf(element, code, clause, values);
    if (waiting === undefined) this.pending.set(copied(key), [pending]);
    else waiting.push(pending);
  }

  declare(key: string): boolean {
    if (this.pending.size > 0) this.pending.delete(key);
    return this.keys.add(key);
  }

  /** Reports what is still required, and gives all problems in the order of the file. */
  finish(): Problem[] {
    for (const waiting of this.pending.values()) {
      for (const pending of waiting) {
        this.total += 1;
        if (this.problems.length < KEPT) this.keep(pending);
      }
    }
    this.pending.clear();
    return this.problems.sort((one, other) => one.line - other.line || one.column - other.column);
  }

  private keep({ place, code, clause, values, within }: Pending): void {
    this.problems.push({
      line: place.line,
      column: place.column,
      code,
      clause: this.address(clause),
      values,
      ...within,
    });
  }
}

function pendingOf(element: Element, code: ProblemCode, clause: string, values: ProblemValues): Pending {
  const all: Record<string, string | number> = { element: cut(element.written) };
  for (const [name, value] of Object.entries(values)) {
    all[name] = typeof value === 'string' ? cut(value) : value;
  }
  return { place: element.place, code, clause, values: all, within: withinOf(element) };
}

function withinOf(element: Element): Within {
  const within: { unit?: string; segment?: string } = {};
  for (let at: Element | null = element; at !== null; at = at.parent) {
    const id = at.attributes['id'];
    if (id === undefined) continue;
    if (at.name === 'segment' || at.name === 'ignorable') within.segment ??= cut(id);
    if (at.name === 'unit' || at.name === 'trans-unit') within.unit ??= cut(id);
  }
  return within;
}

function cut(text: string): string {
  return text.length <= VALUE_LENGTH ? copied(text) : `${text.slice(0, VALUE_LENGTH)}…`;
}
