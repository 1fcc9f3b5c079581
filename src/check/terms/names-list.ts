import type { Affixes } from '../../languages/affixes.ts';
import { lexiconOf } from '../../languages/lexicon.ts';
import { type FormPart, FormTree, fitsPart, type Tokens } from '../../model/form-tree.ts';
import { inLocale, shownForms } from '../../model/glossary.ts';
import type { Name, Names } from '../../model/names.ts';
import type { Text } from '../text.ts';
import {
  affixesIn,
  hasForm,
  isWholeWords,
  type ReadForm,
  readForm,
  termTokensOf,
  writtenTokensOf,
} from './read.ts';
import { areFormsOfOne, distanceOf, sharedStart } from './similar.ts';

/** A name of the project's list in a source. */
export interface ListedName {
  readonly id: string;
  readonly name: Name;
  /** As it is written there. */
  readonly written: string;
  /** The places of its tokens. */
  readonly from: number;
  readonly to: number;
}

interface Entry {
  readonly id: string;
  readonly name: Name;
  readonly form: ReadForm;
  readonly written: readonly string[];
}

type Finder = (text: Text) => readonly ListedName[];

const finders = new WeakMap<Names, Map<string, Finder>>();

/** Finds the names of the project's list in texts of the source language, inflected ones too. */
export function listedNames(names: Names, sourceLocale: string): Finder {
  const made = finders.get(names) ?? new Map<string, Finder>();
  finders.set(names, made);
  const known = made.get(sourceLocale) ?? finderOf(names, sourceLocale);
  made.set(sourceLocale, known);
  return known;
}

const NONE: readonly ListedName[] = [];

function finderOf(names: Names, locale: string): Finder {
  const tree = new FormTree<Entry>();
  const affixes = affixesIn(locale);
  const inflects = lexiconOf(locale).data.hasCases === true || lexiconOf(locale).data.capitals === 'none';
  for (const [id, name] of Object.entries(names)) {
    for (const written of inLocale(name.forms, locale)) {
      const form = readForm(written, locale);
      const exact = readForm(written, locale, true).written ?? [];
      const parts = inflects ? form.parts.map(stemmed) : form.parts;
      tree.add(parts, { id, name, form, written: exact });
    }
  }
  if (tree.isEmpty) return () => NONE;
  const known = new WeakMap<Text, readonly ListedName[]>();
  return (text) => {
    const found = known.get(text) ?? find(tree, text, affixes);
    known.set(text, found);
    return found;
  };
}

/** A word of a name as a stem under which all of its forms are found; whether they are is looked at then. */
function stemmed({ key, stem }: FormPart): FormPart {
  const isWord = !stem && key.length > 3 && /^\p{L}/u.test(key);
  return isWord ? { key: key.slice(0, Math.max(3, Math.ceil(key.length / 2))), stem: true } : { key, stem };
}

function find(tree: FormTree<Entry>, text: Text, affixes: Affixes): readonly ListedName[] {
  const tokens = termTokensOf(text);
  const fits = ({ form, written }: Entry, from: number, to: number): boolean =>
    form.parts.every((part, at) => {
      const key = tokens.keys[from + at] ?? '';
      return fitsPart(part, key) || affixes.stripped(key).includes(part.key) || isForm(part, key, affixes);
    }) &&
    hasCapitals(written, writtenTokensOf(text), from) &&
    isWholeWords(text, tokens, from, to);
  return tree.longest(tokens, { others: affixes.stripped, fits }).flatMap(({ from, to, values: [entry] }) => {
    if (!entry) return [];
    const written = text.plain.slice(tokens.starts[from], tokens.ends[to - 1]);
    return { id: entry.id, name: entry.name, written, from, to };
  });
}

/** Whether each word has a capital letter where the list has one: `turkey` is no country. */
function hasCapitals(written: readonly string[], { keys }: Tokens, from: number): boolean {
  return written.every((word, at) => !/^\p{Lu}/u.test(word) || /^\p{Lu}/u.test(keys[from + at] ?? ''));
}

function isForm(part: FormPart, key: string, affixes: Affixes): boolean {
  return !part.stem && key.length > 2 && /^\p{L}/u.test(part.key) && areFormsOfOne(part.key, key, affixes);
}

/**
 * Whether a target has one of a name's forms, inflected as the language does it: a listed form itself, or all of its
 * words anywhere in the text, each as it stands or with another ending, or as a word that is made of it.
 */
export function hasName(target: Text, forms: readonly ReadForm[]): boolean {
  if (forms.some((form) => hasForm(target, form))) return true;
  const affixes = affixesIn(target.locale);
  const tokens = termTokensOf(target);
  const written = writtenTokensOf(target);
  return forms.some(({ parts }) =>
    parts.every((part) =>
      tokens.keys.some((key, at) => {
        if (fitsPart(part, key) || isForm(part, key, affixes)) return true;
        if (affixes.stripped(key).some((other) => fitsPart(part, other) || isForm(part, other, affixes)))
          return true;
        return isMadeOf(part, key, written.keys, at);
      }),
    ),
  );
}

/** Marks after which a capital letter says nothing. */
const SENTENCE_MARK = /^[.!?…։:"“”„«»]$/u;

/** Whether a word in small letters is made of a name, as an adjective is: `бакинский` of `Баку`. */
function isMadeOf(
  { key: name, stem }: FormPart,
  key: string,
  written: readonly string[],
  at: number,
): boolean {
  if (stem || name.length < 3 || key.length <= name.length) return false;
  const isSmall = /^\p{Ll}/u.test(written[at] ?? '');
  const isFirst = at === 0 || SENTENCE_MARK.test(written[at - 1] ?? '');
  if (!isSmall && !(isFirst && key.length > name.length + 1)) return false;
  return sharedStart(name, key) >= Math.max(3, Math.ceil(0.6 * name.length));
}

/** The word of a target that is most like an expected name, and its place; null where none is like it. */
export function likeIn(target: Text, forms: readonly ReadForm[]): { start: number; end: number } | null {
  const { keys, starts, ends } = termTokensOf(target);
  let best: { start: number; end: number } | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { parts } of forms) {
    for (const { key: wanted } of parts) {
      const most = Math.floor(wanted.length / 3);
      if (wanted.length < 4) continue;
      for (const [at, key] of keys.entries()) {
        const distance = key === wanted ? most + 1 : distanceOf(wanted, key, most);
        if (distance > most || distance >= least) continue;
        least = distance;
        best = { start: starts[at] ?? 0, end: ends[at] ?? 0 };
      }
    }
  }
  return best;
}

const read = new WeakMap<Name, Map<string, readonly ReadForm[]>>();

/** A name's forms in a locale, read once. */
export function nameForms(name: Name, locale: string): readonly ReadForm[] {
  const byLocale = read.get(name) ?? new Map<string, readonly ReadForm[]>();
  read.set(name, byLocale);
  const known = byLocale.get(locale) ?? inLocale(name.forms, locale).map((form) => readForm(form, locale));
  byLocale.set(locale, known);
  return known;
}

/** What a name should be called in a locale, for people. */
export function expectedName(forms: readonly ReadForm[]): string {
  return shownForms(forms.map(({ form }) => form))
    .slice(0, 3)
    .join(' / ');
}
