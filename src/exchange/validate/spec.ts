/** What a value of an attribute may be; each type has its check and its clause in one table. */
export type DataType =
  | 'text'
  | 'nmtoken'
  | 'yes-no'
  | 'language'
  | 'positive-integer'
  | 'non-negative-integer'
  | 'decimal'
  | 'uri'
  | 'date-time'
  | { readonly oneOf: readonly string[] }
  | { readonly pattern: RegExp; readonly name: string };

/** One attribute of an element. */
export interface AttributeSpec {
  readonly type: DataType;
  readonly required?: true;
  /** The only value that the attribute may have here. */
  readonly fixed?: string;
}

/**
 * One place in an element's content: a choice between names, `min` to `max` times. Names of the core have no prefix,
 * those of a module have its usual one (`mtc:matches`), whatever the file uses; `*` is any element of a namespace that
 * is neither the core's nor a module's.
 */
export interface Particle {
  readonly names: readonly string[];
  readonly min: number;
  readonly max: number;
}

/** What an element may hold: its attributes by name (`xml:space`, `fs:fs` with the usual prefix), and its children in order. */
export interface ElementSpec {
  readonly attributes: Readonly<Record<string, AttributeSpec>>;
  /** Which attributes of other namespaces it may also have: of any namespace outside the standard, or of these modules. */
  readonly foreignAttributes: boolean;
  readonly content: readonly Particle[];
  /** Whether text may stand in it that is not white space. */
  readonly text?: true;
  /** The clause that defines the element, as `#unit`. */
  readonly clause: string;
}

/** The elements of one version of the standard, or of one module, by name. */
export type ElementTable = Readonly<Record<string, ElementSpec>>;
