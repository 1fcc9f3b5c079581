import { type Forbidden, forbiddenOf, type Glossary, type GlossaryTerm, isForm } from '../model/glossary.ts';

/** A term as a file has it; its id may be anything, or empty. */
export interface GivenTerm extends GlossaryTerm {
  readonly id: string;
}

/** What a file says otherwise than the glossary, which keeps what it has. */
export interface TermConflict {
  readonly id: string;
  /** Null where it is no matter of a language. */
  readonly locale: string | null;
  readonly kind: 'forbidden' | 'allowed' | 'definition' | 'note' | 'form';
  readonly ours: string;
  readonly theirs: string;
}

/** What became of a glossary: ids in the order of the file, and each only once. */
export interface MergedTerms {
  readonly glossary: Glossary;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly unchanged: readonly string[];
  readonly conflicts: readonly TermConflict[];
}

/** What has to be known to merge terms. */
export interface MergeOptions {
  readonly sourceLocale: string;
  /** The project's locales: what a file says for `en-GB` is said for `en` where the project has only that. */
  readonly locales: readonly string[];
  /** An id for a new term that has none, which `taken` does not have. */
  readonly newId: (term: GivenTerm, taken: (id: string) => boolean) => string;
}

/**
 * Adds the terms of a file to a glossary: forms that are not there, after those that are, and what a term lacks.
 * Nothing is taken away or put in another order. A term of the file is the one of the glossary that has its id and a
 * form of the source in common with it, or else the only one that has. Linear.
 */
export function mergeTerms(ours: Glossary, theirs: readonly GivenTerm[], options: MergeOptions): MergedTerms {
  const glossary = new Map(Object.entries(ours));
  const byForm = new Map<string, Set<string>>();
  const note = (id: string, term: GlossaryTerm): void => {
    for (const form of sourceForms(term, options)) byForm.set(form, (byForm.get(form) ?? new Set()).add(id));
  };
  for (const [id, term] of glossary) note(id, term);
  const added = new Set<string>();
  const changed = new Set<string>();
  const seen = new Set<string>();
  const conflicts: TermConflict[] = [];
  for (const given of theirs) {
    const term = withoutWrong({ ...given, ...localised(given, options) }, conflicts);
    const id = sameTerm(term, glossary, byForm, options);
    const before = id === null ? null : (glossary.get(id) ?? null);
    const own = id ?? options.newId(term, (one) => glossary.has(one));
    const { merged, isChanged } = mergeTerm(own, before ?? { forms: {}, forbidden: {} }, term, conflicts);
    glossary.set(own, merged);
    note(own, merged);
    seen.add(own);
    if (before === null) added.add(own);
    else if (isChanged && !added.has(own)) changed.add(own);
  }
  const unchanged = [...seen].filter((id) => !added.has(id) && !changed.has(id));
  return {
    glossary: Object.fromEntries(glossary),
    added: [...added],
    changed: [...changed],
    unchanged,
    conflicts,
  };
}

/** A term without what cannot be a form, which is told. */
function withoutWrong(term: GivenTerm, conflicts: TermConflict[]): GivenTerm {
  const right = (locale: string, form: string): boolean => {
    if (isForm(form)) return true;
    conflicts.push({ id: term.id, locale, kind: 'form', ours: '', theirs: form });
    return false;
  };
  const forms = Object.entries(term.forms).map(([locale, list]) => [
    locale,
    list.filter((form) => right(locale, form)),
  ]);
  const forbidden = Object.entries(term.forbidden).map(([locale, list]) => [
    locale,
    list.filter((entry) => right(locale, forbiddenOf(entry).form)),
  ]);
  return { ...term, forms: Object.fromEntries(forms), forbidden: Object.fromEntries(forbidden) };
}

function sourceForms({ forms }: GlossaryTerm, { sourceLocale }: MergeOptions): string[] {
  return (forms[sourceLocale] ?? []).map(keyOf);
}

function keyOf(form: string): string {
  return form.normalize('NFC').toLowerCase().replaceAll('’', "'");
}

/** Forms under the locales that the project has. */
function localised(
  { forms, forbidden }: GlossaryTerm,
  { locales }: MergeOptions,
): Pick<GlossaryTerm, 'forms' | 'forbidden'> {
  const known = new Set(locales);
  const localeFor = (tag: string): string => {
    for (let wider = tag; wider !== ''; wider = wider.slice(0, Math.max(0, wider.lastIndexOf('-')))) {
      if (known.has(wider)) return wider;
    }
    return tag;
  };
  const moved = <T>(table: Readonly<Record<string, readonly T[]>>): Record<string, readonly T[]> => {
    const out = new Map<string, readonly T[]>();
    for (const [tag, list] of Object.entries(table)) {
      const locale = localeFor(tag);
      out.set(locale, [...(out.get(locale) ?? []), ...list]);
    }
    return Object.fromEntries(out);
  };
  return { forms: moved(forms), forbidden: moved(forbidden) };
}

function sameTerm(
  given: GivenTerm,
  glossary: ReadonlyMap<string, GlossaryTerm>,
  byForm: ReadonlyMap<string, ReadonlySet<string>>,
  options: MergeOptions,
): string | null {
  const forms = sourceForms(given, options);
  const sharing = new Set(forms.flatMap((form) => [...(byForm.get(form) ?? [])]));
  if (glossary.has(given.id) && (sharing.has(given.id) || forms.length === 0)) return given.id;
  const [only] = sharing;
  return sharing.size === 1 && only !== undefined ? only : null;
}

/** Adds to a term what it lacks; what the other says otherwise goes to `conflicts`. */
export function mergeTerm(
  id: string,
  ours: GlossaryTerm,
  theirs: GlossaryTerm,
  conflicts: TermConflict[],
): { merged: GlossaryTerm; isChanged: boolean } {
  let isChanged = false;
  const said = (kind: 'definition' | 'note'): Partial<GlossaryTerm> => {
    const [own, other] = [ours[kind], theirs[kind]];
    if (other === undefined || own === other) return own === undefined ? {} : { [kind]: own };
    if (own !== undefined) {
      conflicts.push({ id, locale: null, kind, ours: own, theirs: other });
      return { [kind]: own };
    }
    isChanged = true;
    return { [kind]: other };
  };
  const texts = { ...said('definition'), ...said('note') };
  const forms = new Map(Object.entries(ours.forms));
  const forbidden = new Map(Object.entries(ours.forbidden));
  for (const [locale, list] of Object.entries(theirs.forms)) {
    const not = (forbidden.get(locale) ?? []).map((entry) => forbiddenOf(entry).form);
    const fresh = list.filter((form) => !has(forms.get(locale) ?? [], form));
    for (const form of fresh.filter((one) => has(not, one))) {
      conflicts.push({ id, locale, kind: 'forbidden', ours: form, theirs: form });
    }
    isChanged =
      push(
        forms,
        locale,
        fresh.filter((one) => !has(not, one)),
      ) || isChanged;
  }
  for (const [locale, list] of Object.entries(theirs.forbidden)) {
    const allowed = forms.get(locale) ?? [];
    const known = (forbidden.get(locale) ?? []).map((entry) => forbiddenOf(entry).form);
    const fresh = list.filter((entry) => !has(known, forbiddenOf(entry).form));
    for (const { form } of fresh.map(forbiddenOf).filter((one) => has(allowed, one.form))) {
      conflicts.push({ id, locale, kind: 'allowed', ours: form, theirs: form });
    }
    const free = fresh.filter((entry) => !has(allowed, forbiddenOf(entry).form)).map(shortest);
    isChanged = push(forbidden, locale, free) || isChanged;
  }
  const keep = ours.keep ?? theirs.keep;
  isChanged ||= keep !== ours.keep;
  const merged = {
    ...texts,
    ...(keep && { keep }),
    forms: Object.fromEntries(forms),
    forbidden: Object.fromEntries(forbidden),
  };
  return { merged, isChanged };
}

/** Case tells two forms apart; how an apostrophe is typed does not. */
function has(forms: readonly string[], form: string): boolean {
  const key = (text: string): string => text.normalize('NFC').replaceAll('’', "'");
  return forms.some((one) => key(one) === key(form));
}

function push<T>(table: Map<string, readonly T[]>, locale: string, more: readonly T[]): boolean {
  const known = table.get(locale) ?? [];
  const fresh = more.filter((one, at) => more.findIndex((other) => sameEntry(one, other)) === at);
  if (fresh.length > 0) table.set(locale, [...known, ...fresh]);
  return fresh.length > 0;
}

function sameEntry(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function shortest(entry: string | Forbidden): string | Forbidden {
  return typeof entry !== 'string' && Object.keys(entry).length === 1 ? entry.form : entry;
}
