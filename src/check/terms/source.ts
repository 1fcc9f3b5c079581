import { type FormPart, FormTree } from '../../model/form-tree.ts';
import { type Glossary, type GlossaryTerm, inLocale } from '../../model/glossary.ts';
import type { Text } from '../text.ts';
import {
  affixesIn,
  isInCompound,
  isShouted,
  isWholeWords,
  isWrittenSo,
  type ReadForm,
  readForm,
  termTokensOf,
  writtenTokensOf,
} from './read.ts';

/** A term that stands in a source: what is written there, and every term of the glossary that is called so. */
export interface SourceTerm {
  readonly written: string;
  readonly terms: readonly { readonly id: string; readonly term: GlossaryTerm }[];
}

/** A form of a term in the source language. */
interface Entry {
  readonly id: string;
  readonly term: GlossaryTerm;
  readonly form: ReadForm;
  /** Whether it is not in the glossary, but the plural of what is. */
  readonly guessed: boolean;
}

type Finder = (text: Text) => readonly SourceTerm[];

const finders = new WeakMap<Glossary, Map<string, Finder>>();

/** Finds the terms of a glossary in texts of the source language; what it finds in a text is remembered. */
export function sourceTerms(glossary: Glossary, sourceLocale: string): Finder {
  const made = finders.get(glossary) ?? new Map<string, Finder>();
  finders.set(glossary, made);
  const known = made.get(sourceLocale);
  if (known) return known;
  const finder = remembered(finderOf(glossary, sourceLocale));
  made.set(sourceLocale, finder);
  return finder;
}

function remembered(find: Finder): Finder {
  const known = new WeakMap<Text, readonly SourceTerm[]>();
  return (text) => {
    const found = known.get(text) ?? find(text);
    known.set(text, found);
    return found;
  };
}

const NONE: readonly SourceTerm[] = [];

function finderOf(glossary: Glossary, locale: string): Finder {
  const tree = new FormTree<Entry>();
  for (const [id, term] of Object.entries(glossary)) {
    for (const written of inLocale(term.forms, locale)) {
      const form = readForm(written, locale, term.keep);
      tree.add(form.parts, { id, term, form, guessed: false });
      if (term.keep) continue;
      for (const plural of pluralsOf(form, locale))
        tree.add(plural.parts, { id, term, form: plural, guessed: true });
    }
  }
  if (tree.isEmpty) return () => NONE;
  const { stripped } = affixesIn(locale);
  return (text) => {
    const tokens = termTokensOf(text);
    const fits = ({ form }: Entry, from: number, to: number): boolean =>
      (form.written === null || (!isShouted(text) && isWrittenSo(form, writtenTokensOf(text), from))) &&
      !isInCompound(tokens, from, to) &&
      isWholeWords(text, tokens, from, to);
    const found = tree.longest(tokens, { others: stripped, fits });
    if (found.length === 0) return NONE;
    return found.map(({ from, to, values }): SourceTerm => {
      const sure = values.filter(({ guessed }) => !guessed);
      const written = text.plain.slice(tokens.starts[from], tokens.ends[to - 1]);
      return { written, terms: sure.length > 0 ? sure : values };
    });
  };
}

/** The plurals of an English form: `s`, `es`, `ies`. (A possessive is the word itself, with a mark after it.) */
function pluralsOf({ form, parts, written }: ReadForm, locale: string): ReadForm[] {
  const last = parts.at(-1);
  if (!/^en\b/i.test(locale) || !last || last.stem || !/^[a-z]{2,}$/.test(last.key)) return [];
  return pluralEndings(last.key).map(([cut, ending]) => {
    const end = (word: string): string => word.slice(0, word.length - cut) + ending;
    const changed: FormPart[] = [...parts.slice(0, -1), { key: end(last.key), stem: false }];
    return { form, parts: changed, written: written && [...written.slice(0, -1), end(written.at(-1) ?? '')] };
  });
}

function pluralEndings(word: string): readonly (readonly [number, string])[] {
  if (/[^aeiou]y$/.test(word)) return [[1, 'ies']];
  if (/(?:[sxz]|[cs]h)$/.test(word)) return word.endsWith('ss') || !word.endsWith('s') ? [[0, 'es']] : [];
  return word.endsWith('o')
    ? [
        [0, 's'],
        [0, 'es'],
      ]
    : [[0, 's']];
}
