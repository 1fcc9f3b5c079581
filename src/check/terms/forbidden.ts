import type { Span } from '../../model/finding.ts';
import { type FormPart, FormTree, fitsPart, type Match, type Tokens } from '../../model/form-tree.ts';
import {
  citationForm,
  type Forbidden,
  forbiddenOf,
  type Glossary,
  type GlossaryTerm,
  inLocale,
  shownForms,
} from '../../model/glossary.ts';
import type { Text } from '../text.ts';
import {
  affixesIn,
  isWholeWords,
  isWrittenSo,
  type ReadForm,
  readForm,
  termTokensOf,
  writtenTokensOf,
} from './read.ts';

/** A forbidden form in a text. */
export interface FoundForbidden {
  readonly at: Span;
  readonly entry: Forbidden;
  /** What to say instead, where that is known. */
  readonly use: string | null;
}

/** A form that is forbidden, or (`entry` null) one that is allowed. */
interface Rated {
  readonly term: GlossaryTerm;
  readonly form: ReadForm;
  readonly entry: Forbidden | null;
  readonly use: string | null;
  /** Phrases in which it is fine. */
  readonly except: readonly (readonly FormPart[])[];
}

type Finder = (text: Text) => readonly FoundForbidden[];

const finders = new WeakMap<Glossary, Map<string, Finder>>();

/** Finds what a glossary forbids in texts of a locale. */
export function forbiddenTerms(glossary: Glossary, locale: string, sourceLocale: string): Finder {
  const made = finders.get(glossary) ?? new Map<string, Finder>();
  finders.set(glossary, made);
  const key = `${locale} ${sourceLocale}`;
  const known = made.get(key) ?? finderOf(glossary, locale, sourceLocale);
  made.set(key, known);
  return known;
}

const NONE: readonly FoundForbidden[] = [];

function finderOf(glossary: Glossary, locale: string, sourceLocale: string): Finder {
  const tree = new FormTree<Rated>();
  let any = false;
  for (const term of Object.values(glossary)) {
    const allowed = inLocale(term.forms, locale).map((form) => readForm(form, locale, term.keep));
    for (const form of allowed) tree.add(form.parts, { term, form, entry: null, use: null, except: [] });
    for (const one of inLocale(term.forbidden, locale)) {
      const rated = ratedOf(forbiddenOf(one), { term, allowed, locale, sourceLocale });
      tree.add(rated.form.parts, rated);
      any = true;
    }
  }
  if (!any) return () => NONE;
  const { stripped } = affixesIn(locale);
  return (text) => {
    const tokens = termTokensOf(text);
    const fits = ({ form }: Rated, from: number, to: number): boolean =>
      isWrittenSo(form, writtenTokensOf(text), from) && isWholeWords(text, tokens, from, to);
    const matches = tree.all(tokens, { others: stripped, fits });
    return matches.length === 0 ? NONE : judge(matches, tokens);
  };
}

function ratedOf(
  entry: Forbidden,
  given: { term: GlossaryTerm; allowed: readonly ReadForm[]; locale: string; sourceLocale: string },
): Rated {
  const { term, allowed, locale, sourceLocale } = given;
  const plain = readForm(entry.form, locale);
  // `Internet` may be forbidden and `internet` allowed: then their case counts.
  const form = allowed.some((one) => isSame(one.parts, plain.parts))
    ? readForm(entry.form, locale, true)
    : plain;
  const [best = null] = shownForms(allowed.map((one) => one.form));
  const kept = term.keep ? citationForm(inLocale(term.forms, sourceLocale)) : null;
  const except = (entry.exceptIn ?? []).map((phrase) => readForm(phrase, locale).parts);
  return { term, form, entry, use: entry.use ?? best ?? kept, except };
}

function isSame(one: readonly FormPart[], other: readonly FormPart[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ key, stem }, at) => key === other[at]?.key && stem === other[at]?.stem)
  );
}

function judge(matches: readonly Match<Rated>[], tokens: Tokens): readonly FoundForbidden[] {
  const found: FoundForbidden[] = [];
  let covered = 0;
  // The longest first where several begin at one word; what is within a longer one is that one's.
  const ordered = [...matches].sort((a, b) => a.from - b.from || b.to - a.to);
  for (const { from, to, values } of ordered) {
    if (to <= covered) continue;
    const rated = values.find((one) => isMeant(one, from, to, matches, tokens));
    if (!rated?.entry) continue;
    covered = to;
    const at = { start: tokens.starts[from] ?? 0, end: tokens.ends[to - 1] ?? 0 };
    found.push({ at, entry: rated.entry, use: rated.use });
  }
  return found;
}

/** Whether a forbidden form is meant where it stands: not as a part of an allowed one, or in a phrase where it is fine. */
function isMeant(
  { entry, term, form, except }: Rated,
  from: number,
  to: number,
  matches: readonly Match<Rated>[],
  tokens: Tokens,
): boolean {
  if (entry === null || (form.written !== null && isFirstCapital(form, tokens, from))) return false;
  const isAllowed = matches.some(
    (other) =>
      other.from <= from &&
      other.to >= to &&
      other.values.some(
        (one) => one.entry === null && (one.term !== term || other.to - other.from > to - from),
      ),
  );
  return !isAllowed && !except.some((parts) => isCovered(parts, tokens, from, to));
}

/** Whether a capital letter says nothing, for a sentence begins with it. */
function isFirstCapital({ form }: ReadForm, { keys }: Tokens, from: number): boolean {
  const isCapital = /^\p{Lu}\P{Lu}*$/u.test(form);
  return isCapital && (from === 0 || /^[.!?…։:"«»“”„]$/u.test(keys[from - 1] ?? ''));
}

/** Whether a phrase stands where it takes in the tokens from `from` to before `to`. */
function isCovered(parts: readonly FormPart[], { keys }: Tokens, from: number, to: number): boolean {
  for (let start = Math.max(0, to - parts.length); start <= from; start++) {
    if (parts.every((part, at) => fitsPart(part, keys[start + at] ?? ''))) return true;
  }
  return false;
}
