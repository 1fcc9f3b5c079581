import { js2xliff, jsToXliff12, xliff2js, xliff12ToJs } from 'xliff';

/** The two versions of XLIFF that the library writes and reads differently. */
export type XliffKind = '1.2' | '2.0';

/** The formats that string files are written in. */
export type StringsFormat = 'xliff-1.2' | 'xliff-2.0';
export const STRINGS_FORMATS: readonly StringsFormat[] = ['xliff-1.2', 'xliff-2.0'];

/** An inline element as the library has it: one key, its type, with its attributes and its `contents`. */
export type XliffInline = Readonly<Record<string, XliffElement>>;

export type XliffElement = { readonly contents?: XliffValue } & Readonly<Record<string, unknown>>;

/** The content of a source or target as the library has it. */
export type XliffValue = string | XliffInline | readonly (string | XliffInline)[];

export interface XliffUnit {
  readonly source?: XliffValue;
  readonly target?: XliffValue;
  readonly note?: readonly string[];
  readonly additionalAttributes?: Readonly<Record<string, string>>;
}

/** A file as the library has it. */
export interface XliffTree {
  readonly sourceLanguage: string;
  readonly targetLanguage?: string;
  readonly resources: Readonly<Record<string, Readonly<Record<string, XliffUnit>>>>;
}

// The library writes indentation into the texts that have inline elements, unless it writes none at all.
const ON_ONE_LINE = { indent: '' };

/** Writes a tree; the library escapes nothing in attributes but quotation marks, and undoes `&amp;` in texts. */
export function writeTree(tree: XliffTree, kind: XliffKind): string {
  let xml = '';
  const done = (error: unknown, text?: string): void => {
    if (error) throw error;
    xml = text ?? '';
  };
  if (kind === '1.2') jsToXliff12(tree, ON_ONE_LINE, done);
  else js2xliff(tree, { ...ON_ONE_LINE, targetXliffVersion: '2.0' }, done);
  return xml;
}

/** Reads a tree from XML that is known to be well formed. */
export function readTree(xml: string, kind: XliffKind): XliffTree {
  let tree: XliffTree | undefined;
  const done = (error: unknown, read?: XliffTree): void => {
    if (error) throw error;
    tree = read;
  };
  if (kind === '1.2') xliff12ToJs(xml, { captureSpacesBetweenElements: true }, done);
  else xliff2js(xml, {}, done);
  if (tree === undefined) throw new Error('the library reads at once');
  return tree;
}
