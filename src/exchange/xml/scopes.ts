/** The namespace of the prefix `xml`, which no file has to declare. */
export const XML_NAMESPACE: string = 'http://www.w3.org/XML/1998/namespace';

interface Scope {
  readonly depth: number;
  readonly before: readonly (readonly [prefix: string, uri: string | undefined])[];
}

/** Which prefix stands for which namespace, element by element. https://www.w3.org/TR/xml-names/#scoping */
export class Scopes {
  private readonly bindings: Map<string, string> = new Map([['xml', XML_NAMESPACE]]);
  private readonly scopes: Scope[] = [];

  /** Takes in the declarations among an element's attributes; gives the namespaces that they name, none where there are none. */
  declare(attributes: Readonly<Record<string, string>>, depth: number): readonly string[] {
    const before: [string, string | undefined][] = [];
    const named: string[] = [];
    for (const name in attributes) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
      const prefix = name.slice('xmlns:'.length);
      const uri = (attributes[name] ?? '').trim();
      before.push([prefix, this.bindings.get(prefix)]);
      this.bindings.set(prefix, uri);
      named.push(uri);
    }
    if (before.length > 0) this.scopes.push({ depth, before });
    return named;
  }

  /** Forgets the declarations of the element that ends at `depth`; says whether it made any. */
  leave(depth: number): boolean {
    const scope = this.scopes.at(-1);
    if (scope?.depth !== depth) return false;
    this.scopes.pop();
    for (const [prefix, uri] of scope.before) {
      if (uri === undefined) this.bindings.delete(prefix);
      else this.bindings.set(prefix, uri);
    }
    return true;
  }

  /** The namespace of a prefix; undefined when it is not declared. */
  namespaceOfPrefix(prefix: string): string | undefined {
    return this.bindings.get(prefix);
  }

  /** The namespace of an element's name, empty where it has none; undefined when its prefix is not declared. */
  namespaceOf(name: string): string | undefined {
    const colon = name.indexOf(':');
    return colon === -1 ? (this.bindings.get('') ?? '') : this.bindings.get(name.slice(0, colon));
  }
}

/** A hostile file has names without end: so many are remembered, and the others worked out each time. */
const MOST_NAMES = 4096;

/** Remembers what a name means, while there is room. */
export function remember(names: Map<string, string>, name: string, meant: string): void {
  if (names.size < MOST_NAMES) names.set(name, meant);
}
