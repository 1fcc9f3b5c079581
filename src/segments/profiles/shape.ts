/**
 * What one language knows about its full stops. Every list is words apart by white space, without the last stop
 * and without inner white space (`т.д` stands for “т. д.”). A word in lower case also stands for its capitalised
 * and all-capital forms; one with a capital stands for itself alone.
 */
export interface ProfileData {
  /** Stand before what they belong to, so never end a sentence: `Dr.`, `г-н`, `ul.`, `e.g.`. */
  readonly before: string;
  /** Close an enumeration: end a sentence whenever a capital follows (`etc.`, `т. д.`, `usw.`). */
  readonly closing: string;
  /** May end a sentence: they do when the next word is one that opens sentences (`Inc.`, `a.m.`, `г.`). */
  readonly either: string;
  /** Stand before a number: no end before a digit or a Roman numeral (`No.`, `Art.`, `стр.`, months). */
  readonly number: string;
  /** Years, times and measures after a number (`1990 г.`, `6 p.m.`): end a sentence when its verb may stand before. */
  readonly measures?: string;
  /** Words that commonly open a sentence and are seldom a name: articles, pronouns, conjunctions, prepositions. */
  readonly openers: string;
  /** Words that with a number form the label of a paragraph: `Article 5.`, `Chapter IV.`. */
  readonly labels: string;
  /** A stop after a number of one or two digits may mean an ordinal (`3. Oktober`); the words before such a one. */
  readonly ordinals?: string;
  /** Verbs that tie a quotation to its speaker when the speaker's name comes first: `“Stop!” John said.` */
  readonly speech?: string;
  /** Marks that end a sentence in this language besides those that Unicode lists. */
  readonly stops?: string;
  /** The full stop `.` ends no sentence (Armenian, where it is a lesser pause). */
  readonly dotIsPause?: true;
}
