import { type Fold, FormTree, partsOf, tokensOf } from '../model/form-tree.ts';
import {
  citationForm,
  forbiddenOf,
  type Glossary,
  type GlossaryTerm,
  inLocale,
  isWhole,
  shownForms,
} from '../model/glossary.ts';
import type { TransferTerm } from '../model/transfer.ts';

/** The glossary's terms in a text, in the order in which they are first met, each once. */
export type TermFinder = (text: string) => readonly TransferTerm[];

/**
 * Finds the glossary's terms by their forms in the source language: whole words, the case of a word's first letter left
 * aside, the longest form where several begin at one word. Inflected forms are found where the glossary lists them or has
 * a pattern for them, and no others are guessed. One walk over the text's words. A locale without forms of its own takes
 * those of the language.
 */
export function createTermFinder(glossary: Glossary, sourceLocale: string, targetLocale: string): TermFinder {
  const tree = new FormTree<TransferTerm>();
  for (const [id, term] of Object.entries(glossary)) {
    const made = termFor(id, term, sourceLocale, targetLocale);
    if (made === null) continue;
    for (const form of inLocale(term.forms, sourceLocale)) tree.add(partsOf(form, withSmallFirst), made);
  }
  if (tree.isEmpty) return () => [];
  return (text) => {
    const found = new Map<string, TransferTerm>();
    for (const { values } of tree.longest(tokensOf(text, withSmallFirst))) {
      const [term] = values;
      if (term !== undefined && !found.has(term.id)) found.set(term.id, term);
    }
    return [...found.values()];
  };
}

/** The glossary's terms with what they are called in a locale, in the glossary's order; patterns are left out. */
export function termsOf(
  glossary: Glossary,
  sourceLocale: string,
  targetLocale: string,
): readonly TransferTerm[] {
  return Object.entries(glossary).flatMap(([id, term]) => {
    if (citationForm(inLocale(term.forms, sourceLocale)) === null) return [];
    return termFor(id, term, sourceLocale, targetLocale, true) ?? [];
  });
}

/**
 * A term as translators see it; what stays as it is, is its own translation. Null where nothing is said of it for the
 * language. Patterns are shown with `…` where there is no whole form, or left out where only whole forms will do.
 */
function termFor(
  id: string,
  term: GlossaryTerm,
  source: string,
  target: string,
  wholeOnly = false,
): TransferTerm | null {
  const shown = (forms: readonly string[]): readonly string[] =>
    wholeOnly ? forms.filter(isWhole) : shownForms(forms);
  const [name] = shownForms(inLocale(term.forms, source));
  const own = shown(inLocale(term.forms, target));
  const translations = own.length === 0 && term.keep && name !== undefined ? [name] : own;
  // Each is another word, so that none stands for the others.
  const forbidden = inLocale(term.forbidden, target).flatMap((entry) => shown([forbiddenOf(entry).form]));
  const { definition } = term;
  const isEmpty = translations.length === 0 && forbidden.length === 0 && definition === undefined;
  if (name === undefined || isEmpty) return null;
  return { id, term: name, ...(definition !== undefined && { definition }), translations, forbidden };
}

/** Words are compared with a small first letter, so that they are found at the start of a sentence too. */
const withSmallFirst: Fold = (token) => {
  const word = token.normalize('NFC').replaceAll('’', "'");
  const code = word.charCodeAt(0);
  if (code < 65 || (code > 90 && code < 128)) return word;
  const [first = ''] = word;
  return first.toLowerCase() + word.slice(first.length);
};
