import type { Glossary, GlossaryTerm } from '../model/glossary.ts';
import type { TransferTerm } from '../model/transfer.ts';

/** The glossary's terms in a text, in the order in which they are first met, each once. */
export type TermFinder = (text: string) => readonly TransferTerm[];

/** A word of a form, and the words that may follow it. */
interface Step {
  readonly next: Map<string, Step>;
  term: TransferTerm | null;
}

/**
 * Finds the glossary's terms by their forms in the source language: whole words, the case of a word's first letter left
 * aside, the longest form where several begin at one word. Inflected forms are found where the glossary lists them, and no
 * others are guessed. One walk over the text's words. A locale without forms of its own takes those of the language.
 */
export function createTermFinder(glossary: Glossary, sourceLocale: string, targetLocale: string): TermFinder {
  const root: Step = { next: new Map(), term: null };
  for (const [id, term] of Object.entries(glossary)) {
    const made = termFor(id, term, sourceLocale, targetLocale);
    if (made !== null) for (const form of inLocale(term.forms, sourceLocale)) addForm(root, form, made);
  }
  if (root.next.size === 0) return () => [];
  return (text) => {
    const words = wordsOf(text);
    const found = new Map<string, TransferTerm>();
    for (let at = 0; at < words.length; ) {
      const { term, length } = longestAt(root, words, at);
      if (term !== null && !found.has(term.id)) found.set(term.id, term);
      at += length;
    }
    return [...found.values()];
  };
}

/** The glossary's terms with what they are called in a locale, in the glossary's order. */
export function termsOf(
  glossary: Glossary,
  sourceLocale: string,
  targetLocale: string,
): readonly TransferTerm[] {
  return Object.entries(glossary).flatMap(
    ([id, term]) => termFor(id, term, sourceLocale, targetLocale) ?? [],
  );
}

function termFor(id: string, term: GlossaryTerm, source: string, target: string): TransferTerm | null {
  const [name] = inLocale(term.forms, source);
  const translations = inLocale(term.forms, target);
  const forbidden = inLocale(term.forbidden, target);
  const { definition } = term;
  const isEmpty = translations.length === 0 && forbidden.length === 0 && definition === undefined;
  if (name === undefined || isEmpty) return null;
  return { id, term: name, ...(definition !== undefined && { definition }), translations, forbidden };
}

/** What is said for a locale, or for a wider one (`fr` for `fr-CA`). */
function inLocale(table: Readonly<Record<string, readonly string[]>>, locale: string): readonly string[] {
  for (let tag = locale; tag !== ''; tag = tag.slice(0, Math.max(0, tag.lastIndexOf('-')))) {
    if (Object.hasOwn(table, tag)) return table[tag] ?? [];
  }
  return [];
}

function addForm(root: Step, form: string, term: TransferTerm): void {
  const words = wordsOf(form);
  if (words.length === 0) return;
  let step = root;
  for (const word of words) {
    const next = step.next.get(word) ?? { next: new Map(), term: null };
    step.next.set(word, next);
    step = next;
  }
  step.term ??= term;
}

function longestAt(
  root: Step,
  words: readonly string[],
  at: number,
): { term: TransferTerm | null; length: number } {
  let term: TransferTerm | null = null;
  let length = 1;
  let step: Step | undefined = root;
  for (let index = at; index < words.length; index += 1) {
    step = step.next.get(words[index] ?? '');
    if (step === undefined) break;
    if (step.term === null) continue;
    term = step.term;
    length = index - at + 1;
  }
  return { term, length };
}

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;
const EACH = new RegExp(
  `${UNSPACED.source}|(?:(?!${UNSPACED.source})[\\p{L}\\p{M}\\p{N}])+|[^\\s\\p{L}\\p{M}\\p{N}]`,
  'gu',
);

/** Words with a small first letter, and marks; in scripts without spaces, characters. */
function wordsOf(text: string): string[] {
  const normal = text.normalize('NFC').replaceAll('’', "'");
  const words = normal.match(UNSPACED.test(normal) ? EACH : WORD) ?? [];
  return words.map(withSmallFirst);
}

function withSmallFirst(word: string): string {
  const code = word.charCodeAt(0);
  if (code < 65 || (code > 90 && code < 128)) return word;
  const [first = ''] = word;
  return first.toLowerCase() + word.slice(first.length);
}
