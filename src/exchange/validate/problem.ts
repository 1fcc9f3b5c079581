import type { ModuleCode } from './modules/codes.ts';
import type { CoreCode } from './v2/codes.ts';
import type { OldCode } from './v12/codes.ts';

/** A version of the standard. */
export type Version = '1.2' | '2.0' | '2.1' | '2.2';

/** What can be wrong with elements and attributes, whatever they mean; told by the tables. */
export type StructureCode =
  | 'root-unknown'
  | 'version-missing'
  | 'version-unknown'
  | 'version-namespace'
  | 'prefix-undeclared'
  | 'element-unknown'
  | 'element-misplaced'
  | 'element-order'
  | 'element-repeated'
  | 'element-missing'
  | 'element-foreign'
  | 'text-misplaced'
  | 'attribute-unknown'
  | 'attribute-missing'
  | 'attribute-misplaced'
  | 'attribute-foreign'
  | 'value-not-listed'
  | 'value-fixed'
  | 'value-malformed'
  | 'language-malformed'
  | 'nmtoken-malformed'
  | 'number-malformed'
  | 'uri-malformed'
  | 'date-malformed';

/** The closed list of what the validation says. The words are in `locales/`, under `validate`. */
export type ProblemCode = StructureCode | CoreCode | ModuleCode | OldCode;

/** What a problem's text is filled with. */
export type ProblemValues = Readonly<Record<string, string | number>>;

/** One breach of the standard. Lines and columns count from 1; columns are UTF-16 units. */
export interface Problem {
  readonly line: number;
  readonly column: number;
  readonly code: ProblemCode;
  /** The address of the clause that is broken, in the file's own version of the standard. */
  readonly clause: string;
  readonly values: ProblemValues;
  readonly unit?: string;
  readonly segment?: string;
}

/** What the validation of a file found. */
export interface Validation {
  /** What the file says of itself: `2.1`; null when it says nothing that is known. */
  readonly version: string | null;
  /** In the order of the file, up to a limit. */
  readonly problems: readonly Problem[];
  /** How many there are in all. */
  readonly total: number;
}
