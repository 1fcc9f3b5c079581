/** Where white space stands before marks: nowhere, as in France, or as in Canada. */
export type MarkSpaces = 'none' | 'french' | 'canadian';

/**
 * How a language writes its marks, as data. Marks are strings of single characters, the language's own first, then those
 * that are as good; a mark may stand in several classes. A language that says nothing of a class has the Latin mark.
 */
export interface Typography {
  readonly stop?: string;
  readonly question?: string;
  readonly exclamation?: string;
  readonly colon?: string;
  readonly semicolon?: string;
  readonly comma?: string;
  /** Foreign marks that are written for the language's own by mistake, each with the right one. */
  readonly foreign?: Readonly<Record<string, string>>;
  /** Marks among `foreign` that are so usual that they are worth a remark only. */
  readonly usual?: string;
  /** Marks within a word that make its sentence a question or an exclamation. */
  readonly inner?: { readonly question: string; readonly exclamation: string };
  /** Whether a sentence may end without a mark. */
  readonly stopless?: true;
  /** Words that may end a question which has a stop, as a regular expression's source. */
  readonly asking?: string;
  /** Whether questions and exclamations have a mark at their start too. */
  readonly inverted?: true;
  /** Whether words are written without spaces between them. */
  readonly unspaced?: true;
  /** Marks before which a space is as good as none. */
  readonly loose?: string;
  readonly spaces?: MarkSpaces;
  /** Opening and closing marks, as `“”`: for a quotation, for one within it, and others that are as good. */
  readonly quotes: readonly [outer: string, inner: string, ...accepted: string[]];
  /** Whether straight quotation marks are so usual that they are worth a remark only. */
  readonly typewriter?: true;
  /** Three dots; null where both forms are as good. */
  readonly ellipsis: string | null;
  /** The dash between words; null where the language says nothing of it. */
  readonly dash: string | null;
  /** The mark between the ends of a range of numbers; null where a hyphen is as good. */
  readonly range: string | null;
  /** Words that end with a dot, in lower case, without the dot, separated by spaces. */
  readonly abbreviations?: string;
}
