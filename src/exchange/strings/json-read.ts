import { HexaplaError } from '../../model/error.ts';
import type { KeyPath, KeyStep, Resource, ResourceGroup, ResourceNode, ResourceStyle } from './tree.ts';

/** Levels of groups and arrays that a resource file may have: no interface needs more, and reading is by recursion. */
const DEPTH_LIMIT = 100;

const SPACE = /[ \t\r\n]*/y;
const QUOTED = /"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"/y;
const LITERAL = /(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)(?![^\s,\]}])/y;

/**
 * Reads a resource file: JSON (RFC 8259) whose top is an object, its order and its numbers kept. Error:
 * `resource-invalid` with the line. Linear in the length of `text`.
 */
export function readResource(text: string, file: string): Resource {
  return new Reading(text, file).run();
}

class Reading {
  private readonly text: string;
  private readonly file: string;
  private readonly twice: KeyPath[] = [];
  private readonly path: KeyStep[] = [];
  private at = 0;

  constructor(text: string, file: string) {
    this.text = text;
    this.file = file;
  }

  run(): Resource {
    if (this.text.startsWith('\uFEFF')) this.at = 1;
    const start = this.skip();
    const root = this.value();
    if (root.kind !== 'group') throw this.error('top', start);
    this.skip();
    if (this.at < this.text.length) throw this.error('syntax', this.at);
    return { root, style: styleOf(this.text), twice: this.twice };
  }

  private value(): ResourceNode {
    const start = this.at;
    if (this.path.length > DEPTH_LIMIT) throw this.error('depth', start);
    if (this.take('{')) return this.group();
    if (this.take('[')) return this.list();
    const quoted = this.match(QUOTED);
    if (quoted !== null) return { kind: 'text', text: JSON.parse(quoted) as string, raw: quoted };
    const literal = this.match(LITERAL);
    if (literal !== null) return { kind: 'literal', raw: literal };
    throw this.error('syntax', start);
  }

  private group(): ResourceGroup {
    const entries = new Map<string, ResourceNode>();
    this.skip();
    if (this.take('}')) return { kind: 'group', entries };
    do {
      const start = this.skip();
      const quoted = this.match(QUOTED);
      if (quoted === null) throw this.error('syntax', start);
      const key = JSON.parse(quoted) as string;
      this.path.push(key);
      if (entries.has(key)) this.twice.push([...this.path]);
      this.expect(':');
      this.skip();
      entries.set(key, this.value());
      this.path.pop();
      this.skip();
    } while (this.take(','));
    this.expect('}');
    return { kind: 'group', entries };
  }

  private list(): ResourceNode {
    const items: ResourceNode[] = [];
    this.skip();
    if (this.take(']')) return { kind: 'list', items };
    do {
      this.skip();
      this.path.push(items.length);
      items.push(this.value());
      this.path.pop();
      this.skip();
    } while (this.take(','));
    this.expect(']');
    return { kind: 'list', items };
  }

  private skip(): number {
    this.match(SPACE);
    return this.at;
  }

  private take(mark: string): boolean {
    if (this.text[this.at] !== mark) return false;
    this.at += 1;
    return true;
  }

  private expect(mark: string): void {
    const at = this.skip();
    if (!this.take(mark)) throw this.error('syntax', at);
  }

  private match(pattern: RegExp): string | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined) return null;
    this.at += found.length;
    return found;
  }

  private error(reason: 'syntax' | 'top' | 'depth', at: number): HexaplaError {
    const before = this.text.slice(0, at).split('\n');
    const place = { file: this.file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    return new HexaplaError('resource-invalid', { reason, limit: DEPTH_LIMIT }, place);
  }
}

/** How a file is laid out: its first indentation is one level's. */
function styleOf(text: string): ResourceStyle {
  const indented = /^\uFEFF?\s*\{[ \t]*(\r?\n)(?:[ \t]*\r?\n)*([ \t]*)/.exec(text);
  const body = text.trimEnd();
  return {
    indent: indented?.[2] ?? '',
    newline: text.includes('\r\n') ? '\r\n' : '\n',
    finalNewline: /^\r?\n/.test(text.slice(body.length)),
    mark: text.startsWith('\uFEFF'),
  };
}
