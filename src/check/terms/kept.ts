import type { Span } from '../../model/finding.ts';
import { FormTree } from '../../model/form-tree.ts';
import { type Glossary, type GlossaryTerm, inLocale, isWhole } from '../../model/glossary.ts';
import type { CheckSettings } from '../rule.ts';
import { CODE, createText, maskedOf, type Text } from '../text.ts';
import {
  affixesIn,
  hasForm,
  isWholeWords,
  type ReadForm,
  readForm,
  termTokensOf,
  writtenTokensOf,
} from './read.ts';

/** A text that stays as it is: its words as they are written, and the term of the glossary that says so. */
export interface Kept {
  readonly text: string;
  readonly form: ReadForm;
  readonly written: readonly string[];
  readonly term: GlossaryTerm | null;
}

type Finder = (text: Text) => readonly Kept[];
type Settings = Pick<CheckSettings, 'glossary' | 'keep' | 'sourceLocale'>;

const finders = new WeakMap<Glossary, WeakMap<CheckSettings['keep'], Map<string, Finder>>>();

/** Finds what stays as it is in texts of the source language: whole words, in the case in which they are listed. */
export function keptTerms({ glossary, keep, sourceLocale }: Settings): Finder {
  const byKeep = finders.get(glossary) ?? new WeakMap<CheckSettings['keep'], Map<string, Finder>>();
  finders.set(glossary, byKeep);
  const byLocale = byKeep.get(keep) ?? new Map<string, Finder>();
  byKeep.set(keep, byLocale);
  const known = byLocale.get(sourceLocale) ?? finderOf({ glossary, keep, sourceLocale });
  byLocale.set(sourceLocale, known);
  return known;
}

const NONE: readonly Kept[] = [];

function finderOf({ glossary, keep, sourceLocale }: Settings): Finder {
  const tree = new FormTree<Kept>();
  const add = (text: string, term: GlossaryTerm | null): void => {
    const form = readForm(text.trim(), sourceLocale, true);
    if (!isTold(text) || form.written === null) return;
    // In the tree they are as they are written: their case counts.
    tree.add(
      form.written.map((key) => ({ key, stem: false })),
      { text: text.trim(), form, written: form.written, term },
    );
  };
  for (const text of keep.texts) add(text, null);
  for (const term of Object.values(glossary)) {
    if (term.keep) for (const form of inLocale(term.forms, sourceLocale).filter(isWhole)) add(form, term);
  }
  if (tree.isEmpty) return () => NONE;
  const known = new WeakMap<Text, readonly Kept[]>();
  return (text) => {
    const found = known.get(text) ?? find(tree, text);
    known.set(text, found);
    return found;
  };
}

/** Whether a text has letters outside of addresses, for which other rules care. */
function isTold(text: string): boolean {
  return /\p{L}/u.test(maskedOf(createText('und', [{ kind: 'text', text }])).replaceAll(CODE, ''));
}

function find(tree: FormTree<Kept>, text: Text): readonly Kept[] {
  const tokens = writtenTokensOf(text);
  const fits = (_: Kept, from: number, to: number): boolean => isWholeWords(text, tokens, from, to);
  return tree.longest(tokens, { fits }).flatMap(({ values: [kept] }) => kept ?? []);
}

/** What may follow a name in languages whose endings are not known. */
const SHORT_ENDING = /^\p{Ll}{1,4}$/u;

/**
 * Whether a target has a kept text as it is written, an ending of its language behind it and a preposition before it,
 * where the language writes these in one word; or a form that the glossary allows in this language.
 */
export function standsIn(target: Text, { written, term }: Kept): boolean {
  const { keys } = writtenTokensOf(target);
  const { stripped, endings } = affixesIn(target.locale);
  const isEnding = (rest: string): boolean => (endings ? endings.has(rest) : SHORT_ENDING.test(rest));
  const isLast = (key: string, word: string): boolean =>
    key.startsWith(word) && /^\p{Ll}*$/u.test(key.slice(word.length)) && isEnding(key.slice(word.length));
  const fits = (key: string, at: number): boolean => {
    const word = written[at] ?? '';
    return key === word || (at === written.length - 1 && isLast(key, word));
  };
  for (let from = 0; from <= keys.length - written.length; from++) {
    const isHere = written.every((_, at) => {
      const key = keys[from + at] ?? '';
      return fits(key, at) || (at === 0 && stripped(key).some((other) => fits(other, at)));
    });
    if (isHere) return true;
  }
  return inOwnForm(target, term);
}

function inOwnForm(target: Text, term: GlossaryTerm | null): boolean {
  if (term === null) return false;
  return inLocale(term.forms, target.locale).some((form) => hasForm(target, readForm(form, target.locale)));
}

/** Where a target has a kept text in another case, or with other marks between its words; null where it does not. */
export function alteredIn(target: Text, { form }: Kept): Span | null {
  const { keys, starts, ends } = termTokensOf(target);
  const words = form.parts.map(({ key }) => key).filter((key) => /[\p{L}\p{N}]/u.test(key));
  for (let from = 0; from < keys.length; from++) {
    let at = from;
    let word = 0;
    for (; word < words.length && at < keys.length; at++) {
      if (keys[at] === words[word]) word++;
      else if (word === 0 || /[\p{L}\p{N}]/u.test(keys[at] ?? '')) break;
    }
    if (word === words.length && word > 0) return { start: starts[from] ?? 0, end: ends[at - 1] ?? 0 };
  }
  return null;
}
