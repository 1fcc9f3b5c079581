import type { Words } from './language.ts';

/**
 * How a language says figures, as data, beyond what CLDR knows of it (the names of months, units and currencies, the
 * words for thousands and millions, the marks of digits). Every part may be absent. A word that ends in `*` stands for
 * its longer forms too.
 */
export interface FigureLanguage {
  /** Numbers in words, cardinal and ordinal, by their values. */
  readonly numbers?: Readonly<Record<number, Words>>;
  /** Words that join the parts of a number. */
  readonly and?: Words;
  /** What joins the parts of a number that is written as one word. */
  readonly joined?: Words;
  /** Forms of the months that CLDR does not have, January to December. */
  readonly months?: readonly Words[];
  /** Words and abbreviations after digits that multiply them. */
  readonly scales?: Readonly<Record<number, Words>>;
  /** Words that may stand between the parts of a date. */
  readonly dateWords?: Words;
  /** Words that say what a minus sign says. */
  readonly minus?: Words;
  /** Words before a number that is a name and not an amount: a section, a version. */
  readonly labels?: Words;
  /** Words for the percent sign; a `_` stands for a space. */
  readonly percent?: Words;
  /** Words after or before a time of day that put it before noon, and after. */
  readonly am?: Words;
  readonly pm?: Words;
  /** Decimal marks of the language's countries besides that of its own locale. */
  readonly decimals?: string;
  /** What is written joined before a number word or a month. */
  readonly prefixes?: RegExp;
  /** Words that say two by their form. */
  readonly dual?: RegExp;
  /** Calendars whose dates and years stand beside those of the Gregorian one. */
  readonly calendars?: readonly Calendar[];
  /** Currencies by their codes: words and abbreviations that CLDR does not have. */
  readonly currencies?: Readonly<Record<string, Words>>;
  /** Units by their CLDR names: words and abbreviations that CLDR does not have. */
  readonly units?: Readonly<Record<string, Words>>;
}

/** Calendars by their CLDR names. */
export type Calendar = 'gregory' | 'persian' | 'islamic' | 'buddhist' | 'roc';
