/** What a key or an index is in a resource file's tree. */
export type KeyStep = string | number;

/** Where a text stands: keys, and indexes within arrays, from the top. */
export type KeyPath = readonly KeyStep[];

/**
 * A value of a resource file, in the order of the file. A plain JavaScript object would move keys that look like
 * numbers to the front and take `__proto__` for its own.
 */
export type ResourceNode = ResourceGroup | ResourceList | ResourceText | ResourceLiteral;

/** An object: its entries in the order of the file. */
export interface ResourceGroup {
  readonly kind: 'group';
  readonly entries: ReadonlyMap<string, ResourceNode>;
}

/** An array. */
export interface ResourceList {
  readonly kind: 'list';
  readonly items: readonly ResourceNode[];
}

/** A text; `raw` is how the file writes it, with its quotation marks, null for a new one. */
export interface ResourceText {
  readonly kind: 'text';
  readonly text: string;
  readonly raw: string | null;
}

/** A number, `true`, `false` or `null`, as the file writes it. */
export interface ResourceLiteral {
  readonly kind: 'literal';
  readonly raw: string;
}

/** How a resource file is laid out. */
export interface ResourceStyle {
  /** What one level is indented with; empty for a file on one line. */
  readonly indent: string;
  readonly newline: '\n' | '\r\n';
  readonly finalNewline: boolean;
  readonly mark: boolean;
}

/** A resource file, read. */
export interface Resource {
  readonly root: ResourceGroup;
  readonly style: ResourceStyle;
  /** Keys that an object has more than once: only the last of each counts. */
  readonly twice: readonly KeyPath[];
}

/** The layout of new files, and what an absent file holds. */
export const NEW_RESOURCE: Resource = {
  root: { kind: 'group', entries: new Map() },
  style: { indent: '  ', newline: '\n', finalNewline: true, mark: false },
  twice: [],
};

/** The top-level group that holds what is said about the file, not in it. */
export const META_KEY = '$meta';

/** A new text. */
export function newText(text: string): ResourceText {
  return { kind: 'text', text, raw: null };
}

/** The value at a path, or null. */
export function nodeAt(root: ResourceNode, path: KeyPath): ResourceNode | null {
  let node: ResourceNode | undefined = root;
  for (const step of path) {
    if (node?.kind === 'group' && typeof step === 'string') node = node.entries.get(step);
    else if (node?.kind === 'list' && typeof step === 'number') node = node.items[step];
    else return null;
  }
  return node ?? null;
}

/** The text at a path, or null where there is none. */
export function textAt(root: ResourceNode, path: KeyPath): string | null {
  const node = nodeAt(root, path);
  return node?.kind === 'text' ? node.text : null;
}
