import { type GlossaryTerm, inLocale, shownForms } from '../../model/glossary.ts';
import type { Found, PairRule } from '../rule.ts';
import { hasForm, type ReadForm, readForm } from '../terms/read.ts';
import { sourceTerms } from '../terms/source.ts';

/** A term of the glossary in the source, of which the target has no form. */
export const glossary: PairRule = {
  id: 'glossary',
  scope: 'pair',
  severity: 'warning',
  check: ({ source, target }, settings) => {
    const found = sourceTerms(settings.glossary, settings.sourceLocale)(source);
    if (found.length === 0) return NONE;
    const told = new Set<string>();
    return found.flatMap(({ written, terms }): Found[] => {
      const key = terms.map(({ id }) => id).join(' ');
      // Where one of several terms says nothing for the language, it may be that one.
      const forms = terms.map(({ term }) => (term.keep ? NOTHING : formsIn(term, target.locale)));
      if (told.has(key) || forms.some((list) => list.length === 0)) return [];
      told.add(key);
      const all = forms.flat();
      if (all.some((form) => hasForm(target, form))) return [];
      const expected = shownForms(all.map(({ form }) => form))
        .slice(0, SHOWN)
        .join(' / ');
      return [{ values: { term: written, expected } }];
    });
  },
};

const NONE: readonly Found[] = [];
const NOTHING: readonly ReadForm[] = [];
/** How many forms a finding names. */
const SHOWN = 3;

const read = new WeakMap<GlossaryTerm, Map<string, readonly ReadForm[]>>();

/** A term's forms in a locale, read once. */
function formsIn(term: GlossaryTerm, locale: string): readonly ReadForm[] {
  const byLocale = read.get(term) ?? new Map<string, readonly ReadForm[]>();
  read.set(term, byLocale);
  const known = byLocale.get(locale) ?? inLocale(term.forms, locale).map((form) => readForm(form, locale));
  byLocale.set(locale, known);
  return known;
}
