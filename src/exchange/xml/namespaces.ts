const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/** The namespaces of tools whose elements and attributes are told, and the prefix that they are told by. */
const TOOLS: ReadonlyMap<string, string> = new Map([
  ['http://sdl.com/FileTypes/SdlXliff/1.0', 'sdl'],
  ['MQXliff', 'mq'],
  ['http://www.memsource.com/mxlf/2.0', 'm'],
]);

interface Scope {
  readonly depth: number;
  readonly before: readonly (readonly [prefix: string, uri: string | undefined])[];
}

/**
 * Which names belong to the namespace of the root element, or to a tool's that is known, whatever their prefix. Faster than a parser that resolves
 * every name and attribute: a name is resolved once while no declaration changes it.
 */
export class Namespaces {
  private readonly bindings: Map<string, string> = new Map([['xml', XML_NAMESPACE]]);
  private readonly scopes: Scope[] = [];
  private readonly known: Map<string, string> = new Map();
  private home: string | undefined = '';
  /** Whether a tool's namespace has been declared anywhere so far. */
  private tools = false;

  /** Takes in the declarations among an element's attributes. */
  declare(attributes: Readonly<Record<string, string>>, depth: number): void {
    const before: [string, string | undefined][] = [];
    for (const name in attributes) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
      const prefix = name.slice('xmlns:'.length);
      before.push([prefix, this.bindings.get(prefix)]);
      const uri = (attributes[name] ?? '').trim();
      this.bindings.set(prefix, uri);
      this.tools ||= TOOLS.has(uri);
    }
    if (before.length === 0) return;
    this.scopes.push({ depth, before });
    this.known.clear();
  }

  /** Forgets the declarations of the element that ends at `depth`, if it made any. */
  leave(depth: number): void {
    const scope = this.scopes.at(-1);
    if (scope?.depth !== depth) return;
    this.scopes.pop();
    for (const [prefix, uri] of scope.before) {
      if (uri === undefined) this.bindings.delete(prefix);
      else this.bindings.set(prefix, uri);
    }
    this.known.clear();
  }

  /** The namespace of the root element, empty when it has none; from now on it is the one whose names are known. */
  settle(name: string): string | undefined {
    this.home = this.resolve(name);
    return this.home;
  }

  /** A name without its prefix where it belongs to the root's namespace, `sdl:seg` for a tool's; empty for any other. */
  local(name: string): string {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const uri = this.resolve(name);
    const bare = name.slice(name.indexOf(':') + 1);
    const tool = uri === undefined ? undefined : TOOLS.get(uri);
    const local = uri === this.home ? bare : tool === undefined ? '' : `${tool}:${bare}`;
    this.known.set(name, local);
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

  private resolve(name: string): string | undefined {
    const colon = name.indexOf(':');
    return colon === -1 ? (this.bindings.get('') ?? '') : this.bindings.get(name.slice(0, colon));
  }
}
