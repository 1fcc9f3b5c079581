import { join, type Markup, NOTHING, tag, text } from '../model/html.ts';
import type { PageInput } from './page.ts';
import { directionOf, languageMarks, type PageContext } from './page-context.ts';

/** Whether words are in the language that they were asked for, and not in one that stands in for it. */
export function isIn(words: string, locale: string): boolean {
  return new Intl.Locale(words).language === new Intl.Locale(locale).language;
}

/**
 * The languages that a parallel page offers for its own words: that of `first` and then those of the document's
 * languages that there are words in, by the names that they call themselves, in the order of `first`.
 */
export function readersOf(input: PageInput, first: string): readonly string[] {
  const { uiLocale, parallel } = input;
  const others = parallel.locales.filter((locale) => isIn(uiLocale(locale), locale)).map(uiLocale);
  return [
    first,
    ...byName(
      input,
      [...new Set(others)].filter((locale) => locale !== first),
      first,
    ),
  ];
}

/** Languages by the names that they call themselves, in the order of `collation`. */
export function byName({ names }: PageInput, locales: readonly string[], collation: string): string[] {
  const { compare } = new Intl.Collator(collation);
  return [...locales].sort((a, b) => compare(names(a, a), names(b, b)));
}

/** Where a text for readers stands. */
interface ReaderPlace {
  readonly tag: string;
  /** The locale of the text around it. */
  readonly around: string;
  readonly class?: string;
  readonly id?: string;
  /** The readers that it is written for; all of the page's unless given. */
  readonly readers?: readonly string[];
}

/** The class of an element whose children are one text in several languages: the style sheet shows one of them. */
const SAME_TEXT = 'u';
/** The class of what a column says for readers of other languages: those of its own have it in the text beside. */
export const FOR_OTHERS = 'o';

/**
 * A text for the readers of a page: once for each language that they may choose, side by side, with `lang`, and `dir`
 * where it is not that of the text around; only once where it is the same for all. A reader for whom it is empty has none.
 */
export function forReaders(
  context: PageContext,
  place: ReaderPlace,
  write: (reader: string) => Markup,
): Markup {
  const { around, readers = context.readers } = place;
  const texts = readers.map((reader) => ({ reader, markup: write(reader) }));
  const [first] = texts;
  if (!first) return NOTHING;
  const attributes = { id: place.id, class: place.class };
  if (texts.every(({ markup }) => markup === first.markup)) {
    if (first.markup === NOTHING) return NOTHING;
    return tag(place.tag, { ...attributes, ...languageMarks(first.reader, around) }, first.markup);
  }
  const children = texts
    .filter(({ markup }) => markup !== NOTHING)
    .map(({ reader, markup }) => {
      const dir = directionOf(reader);
      // The shortest element for words in another language: there are hundreds in a page.
      return tag('i', { lang: reader, dir: dir === directionOf(around) ? null : dir }, markup);
    });
  const names = place.class === undefined ? SAME_TEXT : `${place.class} ${SAME_TEXT}`;
  return tag(place.tag, { ...attributes, class: names }, join(children, ' '));
}

/** A page text for each of the readers. */
export function wordsForReaders(
  context: PageContext,
  place: ReaderPlace,
  key: string,
  values: (reader: string) => Readonly<Record<string, string | number>> | undefined = () => undefined,
): Markup {
  return forReaders(context, place, (reader) => text(context.input.words(reader, key, values(reader))));
}
