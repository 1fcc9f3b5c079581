import type { ProblemCode, Version } from './problem.ts';
import type { CreateRule } from './rule.ts';

/** What a value of an attribute may be; each type has its check in `datatypes.ts`. */
export type DataType =
  | 'text'
  | 'nmtoken'
  | 'nmtokens'
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
  /** What a value outside the type is called, where the type's own name for it says too little. */
  readonly problem?: ProblemCode;
  /** The clause that defines the attribute, where it is not `#` and the attribute's name. */
  readonly clause?: string;
}

/**
 * One place in an element's content: a choice between names, `min` to `max` times. Names of the core have no prefix,
 * those of a module have its usual one (`mtc:matches`), whatever the file uses; `*` is any element of a namespace that
 * is neither the core's nor a module's, and any top element of a module that `ModuleSpec.places` lets in.
 */
export interface Particle {
  readonly names: readonly string[];
  readonly min: number;
  readonly max: number;
}

/** What an element may hold: its attributes by name (`xml:space`, `fs:fs` with the usual prefix), and its children in order. */
export interface ElementSpec {
  readonly attributes: Readonly<Record<string, AttributeSpec>>;
  /** Whether it may also have attributes of namespaces outside the standard. Those of modules: `ModuleSpec.attributes`. */
  readonly foreignAttributes: boolean;
  /** False where those may not be of XML's own namespace: `xml:lang` and its like. */
  readonly xmlAttributes?: false;
  /** Whether it may have attributes without a prefix that no table names: XLIFF 1.2, transitional. */
  readonly anyAttributes?: true;
  readonly content: readonly Particle[];
  /** Whether text may stand in it that is not white space. */
  readonly text?: true;
  /** Whether it can be as large as the file, so that its children are not kept for its end tag: file, group, body. */
  readonly streams?: true;
  /** The clause that defines the element, as `#unit`. */
  readonly clause: string;
}

/** The elements of one version of the standard, or of one module, by name. */
export type ElementTable = Readonly<Record<string, ElementSpec>>;

/** Where a module's element may stand in elements of the core and of other modules that hold `*`. */
export interface PlaceSpec {
  readonly parents: readonly string[];
  /** How many of them one parent may hold. */
  readonly max: number;
}

/** One module of XLIFF 2. Names in it have the module's usual prefix: `mtc:match`, `its:locQualityIssues`. */
export interface ModuleSpec {
  /** The usual prefix, which canonical names have. */
  readonly prefix: string;
  /** The namespace in each version that has the module; in the others it is as foreign as any. */
  readonly namespaces: Readonly<Partial<Record<Version, string>>>;
  /** The prefix that stands for it in fragment identifiers, when it has one: `mtc`. */
  readonly fragment: string | null;
  readonly elements: ElementTable;
  /** Its elements that stand in others': `mtc:matches` in `unit`. */
  readonly places: Readonly<Record<string, PlaceSpec>>;
  /** Its attributes for elements of the core and of other modules: `fs:fs`, and on which elements it may stand. */
  readonly attributes: Readonly<Record<string, AttributeSpec & { readonly on: readonly string[] }>>;
  readonly rules: readonly CreateRule[];
}

/** All that is known of one version of the standard. */
export interface Standard {
  readonly version: Version;
  readonly namespace: string;
  /** The elements of the core by name. */
  readonly elements: ElementTable;
  readonly modules: readonly ModuleSpec[];
  readonly rules: readonly CreateRule[];
  /** The address of a clause, from its fragment: `#unit`. */
  readonly clause: (fragment: string) => string;
}
