import { HexaplaError } from '../../model/error.ts';
import { decodeXml } from '../xml/bytes.ts';
import { type Attributes, XmlFeed } from '../xml/feed.ts';

/** Who follows a part of an office file. Names and attributes have the prefixes of `PREFIXES`, whatever the file's are. */
export interface PartReader {
  open(name: string, attributes: Attributes): void;
  text(text: string): void;
  close(name: string): void;
}

const OFFICE = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';

/**
 * The namespaces that readers know, of both the transitional and the strict form (ISO/IEC 29500-1 and -4); in a
 * spreadsheet the main one has no prefix.
 */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['', ''],
  [`${OFFICE}/wordprocessingml/2006/main`, 'w:'],
  [`${STRICT}/wordprocessingml/main`, 'w:'],
  [`${OFFICE}/spreadsheetml/2006/main`, ''],
  [`${STRICT}/spreadsheetml/main`, ''],
  [`${OFFICE}/officeDocument/2006/relationships`, 'r:'],
  [`${STRICT}/officeDocument/relationships`, 'r:'],
  [`${OFFICE}/package/2006/relationships`, 'p:'],
  [`${OFFICE}/officeDocument/2006/custom-properties`, 'c:'],
  [`${STRICT}/officeDocument/customProperties`, 'c:'],
  [`${OFFICE}/officeDocument/2006/docPropsVTypes`, 'vt:'],
  [`${STRICT}/officeDocument/docPropsVTypes`, 'vt:'],
  [`${OFFICE}/markup-compatibility/2006`, 'mc:'],
  ['http://www.w3.org/XML/1998/namespace', 'xml:'],
]);

/**
 * Reads one XML part of an office file. Errors: those of `XmlFeed`, without a line, for nobody sees the lines of a part.
 * Linear in the length of `bytes`.
 */
export function readPart(bytes: Uint8Array, file: string, reader: PartReader): void {
  const names = new Names();
  let depth = 0;
  const feed: XmlFeed = new XmlFeed(file, {
    open: (name, attributes) => {
      depth += 1;
      if (feed.declares()) names.declare(attributes, depth);
      reader.open(names.known(name, false), names.knownAll(attributes));
    },
    text: (text) => reader.text(text),
    close: (name) => {
      reader.close(names.known(name, false));
      names.leave(depth);
      depth -= 1;
    },
  });
  try {
    feed.listen(true);
    feed.write(decodeXml(bytes, file));
    feed.end();
  } catch (error) {
    if (!(error instanceof HexaplaError)) throw error;
    throw new HexaplaError(error.code, error.values, { file });
  }
}

/** What the prefixes of a part stand for where it is being read. */
class Names {
  private readonly bindings: Map<string, string> = new Map();
  private readonly scopes: { depth: number; prefix: string; before: string | undefined }[] = [];
  private readonly elements: Map<string, string> = new Map();
  private readonly attributes: Map<string, string> = new Map();

  declare(attributes: Attributes, depth: number): void {
    for (const [name, uri] of Object.entries(attributes)) {
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
      const prefix = name.slice('xmlns:'.length);
      this.scopes.push({ depth, prefix, before: this.bindings.get(prefix) });
      this.bindings.set(prefix, uri.trim());
      this.elements.clear();
      this.attributes.clear();
    }
  }

  leave(depth: number): void {
    for (let scope = this.scopes.at(-1); scope?.depth === depth; scope = this.scopes.at(-1)) {
      this.scopes.pop();
      if (scope.before === undefined) this.bindings.delete(scope.prefix);
      else this.bindings.set(scope.prefix, scope.before);
      this.elements.clear();
      this.attributes.clear();
    }
  }

  /** The name with the prefix that readers know; with `?:` where they know none. */
  known(name: string, isAttribute: boolean): string {
    const found = isAttribute ? this.attributes : this.elements;
    const before = found.get(name);
    if (before !== undefined) return before;
    const colon = name.indexOf(':');
    const local = name.slice(colon + 1);
    // An attribute without a prefix is in no namespace, an element in the default one.
    const uri =
      colon === -1 ? (isAttribute ? '' : this.bindings.get('')) : this.bindings.get(name.slice(0, colon));
    const known = `${uri === undefined ? (colon === -1 ? '' : '?:') : (PREFIXES.get(uri) ?? '?:')}${local}`;
    found.set(name, known);
    return known;
  }

  knownAll(attributes: Attributes): Attributes {
    const known: Record<string, string> = Object.create(null);
    for (const name in attributes) known[this.known(name, true)] = attributes[name] ?? '';
    return known;
  }
}
