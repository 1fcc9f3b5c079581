import { remember, Scopes } from './scopes.ts';

/** The namespaces of tools whose elements and attributes are told, and the prefix that they are told by. */
const TOOLS: ReadonlyMap<string, string> = new Map([
  ['http://sdl.com/FileTypes/SdlXliff/1.0', 'sdl'],
  ['MQXliff', 'mq'],
  ['http://www.memsource.com/mxlf/2.0', 'm'],
]);

/**
 * Which names belong to the namespace of the root element, or to a tool's that is known, whatever their prefix. Faster
 * than a parser that resolves every name and attribute: a name is resolved once while no declaration changes it.
 */
export class Namespaces {
  private readonly scopes = new Scopes();
  private readonly known: Map<string, string> = new Map();
  private home: string | undefined = '';
  /** Whether a tool's namespace has been declared anywhere so far. */
  private tools = false;

  /** Takes in the declarations among an element's attributes. */
  declare(attributes: Readonly<Record<string, string>>, depth: number): void {
    const named = this.scopes.declare(attributes, depth);
    if (named.length === 0) return;
    this.tools ||= named.some((uri) => TOOLS.has(uri));
    this.known.clear();
  }

  /** Forgets the declarations of the element that ends at `depth`, if it made any. */
  leave(depth: number): void {
    if (this.scopes.leave(depth)) this.known.clear();
  }

  /** The namespace of the root element, empty when it has none; from now on it is the one whose names are known. */
  settle(name: string): string | undefined {
    this.home = this.scopes.namespaceOf(name);
    return this.home;
  }

  /** A name without its prefix where it belongs to the root's namespace, `sdl:seg` for a tool's; empty for any other. */
  local(name: string): string {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const uri = this.scopes.namespaceOf(name);
    const bare = name.slice(name.indexOf(':') + 1);
    const tool = uri === undefined ? undefined : TOOLS.get(uri);
    const local = uri === this.home ? bare : tool === undefined ? '' : `${tool}:${bare}`;
    remember(this.known, name, local);
    return local;
  }

  /** An attribute in a tool's namespace, by its name as `mq:status`. */
  attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
    if (!this.tools) return undefined;
    for (const written in attributes) {
      if (written.includes(':') && this.local(written) === name) return attributes[written];
    }
    return undefined;
  }
}
