/** Words, separated by spaces, each in lower case with a straight apostrophe. `kein*` stands for its longer forms too. */
export type Words = string;

/**
 * What a language says that turns a sentence's meaning, as data. Every part may be absent; the rules are the same for
 * all languages. Word lists err towards completeness: a word that is in them is never taken for a misspelling.
 */
export interface Language {
  /** The decimal mark; the other one of the two groups digits. */
  readonly decimal?: '.' | ',';
  /** Numbers in words, cardinal and ordinal. A one is weak: it is often an article, and is not missed. */
  readonly numbers?: Readonly<Record<number, Words>>;
  /** Number words that are as often something else, weak as a one. */
  readonly weak?: Words;
  /** Endings that a number word may carry. */
  readonly numberEndings?: Words;
  /** Numbers written as one word, as `vierundzwanzig`: which bases take which units, by what joined, in which order. */
  readonly fused?: Fused;
  /** Whether a number below twenty may follow any twenty, and twenty multiply: `soixante-dix`, `quatre-vingts`. */
  readonly byTwenties?: boolean;
  /** Words that join the parts of a number, and the members of a list. */
  readonly and?: Words;
  /** Words that may stand with those between the members of a list: `de la France et de l'Italie`. */
  readonly bridges?: Words;
  /** January to December. `mai?` is a month next to a number only. */
  readonly months?: readonly Words[];
  /** Monday to Sunday. */
  readonly days?: readonly Words[];
  /** Whether names of months and days have a capital letter. */
  readonly datesHaveCapitals?: boolean;
  readonly negations?: Words;
  /** Where a negation takes two words, the second ones: they count where the first is absent. */
  readonly secondNegations?: Words;
  /** Negations that stand right before what they negate. */
  readonly particles?: Words;
  /** Words that an affix negates, and those that only look so. */
  readonly negated?: RegExp;
  readonly notNegated?: RegExp;
  /** Prefixes and suffixes that turn a word into its opposite, where the edit has the word itself on the other side. */
  readonly opposites?: { readonly prefixes?: Words; readonly suffixes?: Words };
  /** Words of quantity, time and place and their contraries, as `least/most`. */
  readonly contraries?: Words;
  /** Whether the case of a name, and not its place, says who does what to whom. */
  readonly hasCases?: boolean;
  /** Modal verbs and their like, a line each with all forms; the first form stands for the verb. */
  readonly modals?: readonly Words[];
  /** Words that an affix makes modal. */
  readonly modal?: RegExp;
  /** Words written together, and what they stand for. */
  readonly contractions?: Readonly<Record<string, Words>>;
  /** Endings that are words of their own, as `n't`. */
  readonly clitics?: Readonly<Record<string, string>>;
  /** Words elided before an apostrophe, as `n'`. */
  readonly elided?: Words;
  /** What a capital letter says within a sentence: a name (by default), or a noun like any other. */
  readonly capitals?: 'names' | 'nouns' | 'none';
  /** Endings that a name may carry. */
  readonly nameEndings?: Words;
  /** Names (their stems) where capital letters do not tell; the names of countries are known besides. */
  readonly names?: Words;
  /** Titles that stand before a person's name, where capital letters do not tell. */
  readonly titles?: Words;
  /** Endings that no name has, where capital letters do not tell. */
  readonly common?: RegExp;
  /** Pairs of letters whose exchange is grammar and not a misspelling, as `aä`. */
  readonly alternations?: Words;
  /** Whether lower case follows rules of its own, as with `İ` and `ı`. */
  readonly ownCase?: boolean;
  /** Letters that are written in two ways, as `şș`: the first is read as the second. */
  readonly alike?: Words;
}

/** See `Language.fused`. The words are the first ones of their numbers. */
export interface Fused {
  readonly bases: readonly number[];
  readonly units: readonly number[];
  readonly by: string;
  readonly unitsFirst?: boolean;
}
