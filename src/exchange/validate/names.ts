import { remember, Scopes, XML_NAMESPACE } from '../xml/scopes.ts';
import type { Standard } from './spec.ts';

/** What a name is when its prefix is not declared. */
export const UNDECLARED: string = '?';

/**
 * Names by what they mean, whatever their prefix: `unit` in the core, `mtc:match` in a module, `xml:lang`, `*` for a
 * foreign element, `*:` and the name for a foreign attribute. A name is resolved once while no declaration changes it.
 */
export class Names {
  private readonly scopes = new Scopes();
  private readonly elements: Map<string, string> = new Map();
  private readonly attributes: Map<string, string> = new Map();
  private readonly homes: Map<string, string> = new Map([[XML_NAMESPACE, 'xml:']]);

  /** From now on names of the standard are known; `core` is the namespace of its core in this file. */
  settle(standard: Standard, core: string): void {
    for (const module of standard.modules) {
      const uri = module.namespaces[standard.version];
      if (uri !== undefined) this.homes.set(uri, `${module.prefix}:`);
    }
    this.homes.set(core, '');
    this.forget();
  }

  /** Takes in the declarations among an element's attributes. */
  declare(attributes: Readonly<Record<string, string>>, depth: number): void {
    if (this.scopes.declare(attributes, depth).length > 0) this.forget();
  }

  /** Forgets the declarations of the element that ends at `depth`, if it made any. */
  leave(depth: number): void {
    if (this.scopes.leave(depth)) this.forget();
  }

  /** The namespace of an element's name; undefined when its prefix is not declared. */
  namespaceOf(name: string): string | undefined {
    return this.scopes.namespaceOf(name);
  }

  /** An element's name. */
  element(name: string): string {
    const known = this.elements.get(name);
    if (known !== undefined) return known;
    const uri = this.namespaceOf(name);
    const home = uri === undefined ? undefined : this.homes.get(uri);
    let meant = home === undefined ? '*' : home + name.slice(name.indexOf(':') + 1);
    if (uri === undefined) meant = UNDECLARED;
    remember(this.elements, name, meant);
    return meant;
  }

  /** An attribute's name; empty for a declaration of a namespace. */
  attribute(name: string): string {
    const known = this.attributes.get(name);
    if (known !== undefined) return known;
    const meant = this.meantBy(name);
    remember(this.attributes, name, meant);
    return meant;
  }

  private meantBy(name: string): string {
    const colon = name.indexOf(':');
    if (name === 'xmlns' || name.startsWith('xmlns:')) return '';
    if (colon === -1) return name;
    const uri = this.scopes.namespaceOfPrefix(name.slice(0, colon));
    if (uri === undefined) return UNDECLARED;
    const home = this.homes.get(uri);
    if (home === undefined) return `*:${name}`;
    // An attribute in the core's own namespace is not the attribute without a prefix.
    return (home || 'xliff:') + name.slice(colon + 1);
  }

  private forget(): void {
    this.elements.clear();
    this.attributes.clear();
  }
}
