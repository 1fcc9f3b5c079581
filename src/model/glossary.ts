import type { Severity } from './finding.ts';

/** What a term may not be called, with what more is known of it. */
export interface Forbidden {
  /** As forms are written: words, each with its inflections where it ends in `*`. */
  readonly form: string;
  /** What to say instead, where it is not the term's first form. */
  readonly use?: string;
  readonly reason?: string;
  /** Where it is not that of the rule. */
  readonly severity?: Severity;
  /** Phrases in which it is fine, as in the name of an organisation or in somebody's words. */
  readonly exceptIn?: readonly string[];
}

/**
 * A term of the project: what it means, what it is called, and what it may not be called, by locale. A word of a form
 * that ends in `*` stands for all words that begin so: `прав* человека`.
 */
export interface GlossaryTerm {
  readonly definition?: string;
  /** For whoever uses the term. */
  readonly note?: string;
  /** Whether it stays as it is in every language, in the case in which it is written here. */
  readonly keep?: true;
  /** Best first. */
  readonly forms: Readonly<Record<string, readonly string[]>>;
  readonly forbidden: Readonly<Record<string, readonly (string | Forbidden)[]>>;
}

/** The project's terms by their ids. */
export type Glossary = Readonly<Record<string, GlossaryTerm>>;

/** A forbidden form with all that may be said of it. */
export function forbiddenOf(entry: string | Forbidden): Forbidden {
  return typeof entry === 'string' ? { form: entry } : entry;
}

/** Whether a text can be a form: a star stands only at the end of a word, and not all is left open. */
export function isForm(text: string): boolean {
  return /[^\s*]/u.test(text) && !/\*[\p{L}\p{M}\p{N}*]/u.test(text);
}

/** A form with nothing left open: no word of it stands for several. */
export function isWhole(form: string): boolean {
  return !form.includes('*');
}

/** The form that names a term or a name: the first whole one. Null where all are patterns, or there is none. */
export function citationForm(forms: readonly string[]): string | null {
  return forms.find(isWhole) ?? null;
}

/** Forms as people read them: the whole ones; where there are none, patterns, with `…` for what they leave open. */
export function shownForms(forms: readonly string[]): readonly string[] {
  const whole = forms.filter(isWhole);
  return whole.length > 0 ? whole : forms.map((form) => form.replaceAll('*', '…'));
}

const scripts = new Map<string, string | undefined>();

/** The script in which a locale is written, by CLDR's likely subtags. */
function scriptOf(locale: string): string | undefined {
  if (!scripts.has(locale)) scripts.set(locale, new Intl.Locale(locale).maximize().script);
  return scripts.get(locale);
}

/**
 * What a table says for a locale, or for a wider one in the same script: `fr` for `fr-CA`, but not `sr` for `sr-Latn`.
 * Nothing where it has neither.
 */
export function inLocale<T>(table: Readonly<Record<string, readonly T[]>>, locale: string): readonly T[] {
  for (let tag = locale; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    if (Object.hasOwn(table, tag) && (tag === locale || scriptOf(tag) === scriptOf(locale))) {
      return table[tag] ?? [];
    }
  }
  return [];
}
