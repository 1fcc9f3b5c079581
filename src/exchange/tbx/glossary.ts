import {
  type Forbidden,
  forbiddenOf,
  type Glossary,
  type GlossaryTerm,
  isWhole,
} from '../../model/glossary.ts';
import { canonicalLocale } from '../../model/locale.ts';
import type { GivenTerm } from '../terms-merge.ts';
import type { TbxTerm, TbxTerms } from './read.ts';

// What TBX-Basic has no place for, and does not come back from a file: patterns (a form with a star is no term), that a
// term stays as it is, what to say instead of a forbidden form, how severe it is, and the phrases in which it is fine.
// The reason why a form is forbidden travels as a note on it. A merge takes nothing away, so that a glossary that was
// sent out and taken in again has all that it had.

/** A glossary as the concepts of a termbase; all locales, or those that are asked for. */
export function termbaseOf(glossary: Glossary, locales: readonly string[] | null): TbxTerm[] {
  const isAsked = (locale: string): boolean => locales?.includes(locale) ?? true;
  return Object.entries(glossary).flatMap(([id, term]) => {
    const { definition, note, forms, forbidden } = term;
    const tags = [...new Set([...Object.keys(forms), ...Object.keys(forbidden)])].filter(isAsked);
    const told = tags.flatMap((tag): [string, TbxTerms][] => {
      const own = termsIn(term, tag);
      return own.preferred.length + own.forbidden.length === 0 ? [] : [[tag, own]];
    });
    if (told.length === 0) return [];
    const texts = { ...(definition !== undefined && { definition }), ...(note !== undefined && { note }) };
    return { id, ...texts, terms: Object.fromEntries(told) };
  });
}

function termsIn({ forms, forbidden }: GlossaryTerm, locale: string): TbxTerms {
  const not = (forbidden[locale] ?? []).map(forbiddenOf).filter(({ form }) => isWhole(form));
  const notes = not.flatMap(({ form, reason }) => (reason === undefined ? [] : [[form, reason] as const]));
  return {
    preferred: (forms[locale] ?? []).filter(isWhole),
    forbidden: not.map(({ form }) => form),
    ...(notes.length > 0 && { notes: Object.fromEntries(notes) }),
  };
}

/** The concepts of a termbase as terms; languages whose tag is none are left out. A star in a term is left out too. */
export function termsFrom(entries: readonly TbxTerm[]): GivenTerm[] {
  return entries.map(({ id, definition, note, terms }) => {
    const forms = new Map<string, readonly string[]>();
    const forbidden = new Map<string, readonly Forbidden[]>();
    for (const [tag, { preferred, forbidden: not, notes = {} }] of Object.entries(terms)) {
      const locale = canonicalLocale(tag);
      if (locale === null) continue;
      const clean = preferred.map(withoutStars).filter((form) => form !== '');
      if (clean.length > 0) forms.set(locale, [...(forms.get(locale) ?? []), ...clean]);
      const entriesOf = not.flatMap((text): Forbidden[] => {
        const form = withoutStars(text);
        const reason = Object.hasOwn(notes, text) ? notes[text] : undefined;
        return form === '' ? [] : [{ form, ...(reason !== undefined && { reason }) }];
      });
      if (entriesOf.length > 0) forbidden.set(locale, [...(forbidden.get(locale) ?? []), ...entriesOf]);
    }
    return {
      id,
      ...(definition && { definition }),
      ...(note && { note }),
      forms: Object.fromEntries(forms),
      forbidden: Object.fromEntries(forbidden),
    };
  });
}

/** In a termbase a star means nothing of what it means here. */
function withoutStars(text: string): string {
  return text.replaceAll('*', '').replace(/\s+/g, ' ').trim();
}
