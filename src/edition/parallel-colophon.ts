import { join, type Markup, tag, text } from '../model/html.ts';
import { relativePath } from './html-url.ts';
import { frameLocale, type PageContext } from './page-context.ts';
import { provenanceWords, statusWords } from './page-facts.ts';
import { forReaders, wordsForReaders } from './page-readers.ts';
import type { Column } from './parallel-column.ts';
import { nameMarks } from './parallel-frame.ts';

/**
 * How far each translation is, where it comes from, and where its own page stands; languages of which the same is to
 * be said share a line.
 */
export function colophonMarkup(
  context: PageContext,
  columns: readonly Column[],
  page: string | null,
): Markup {
  const around = frameLocale(context);
  const { input } = context;
  const groups = new Map<string, Column[]>();
  for (const column of columns) {
    const said = lineWords(context, column, around);
    groups.set(said, [...(groups.get(said) ?? []), column]);
  }
  const items = [...groups.values()].map((group) => {
    const [first] = group;
    const names = group.flatMap((column, index) => [
      ...(index === 0 ? [] : [text(' · ')]),
      editionName(context, column, page),
    ]);
    const status = forReaders(context, { tag: 'span', class: 'status', around }, (reader) =>
      text(first ? lineWords(context, first, reader) : ''),
    );
    return tag('li', {}, join([join(names), status], ' '));
  });
  return tag(
    'footer',
    {},
    wordsForReaders(context, { tag: 'h2', around }, 'page.parallel.about'),
    tag('ul', {}, join(items, '\n')),
    wordsForReaders(context, { tag: 'p', class: 'version', around }, 'page.version', () => ({
      version: input.version,
    })),
  );
}

function lineWords({ input }: PageContext, { locale, counts }: Column, reader: string): string {
  const status = statusWords(input, locale, counts, reader).join(' · ');
  return [status, ...provenanceWords(input, locale, reader)].join(' · ');
}

function editionName(context: PageContext, { locale, name }: Column, page: string | null): Markup {
  const { input } = context;
  const marks = nameMarks(locale, frameLocale(context));
  const to = input.paths.editions[locale];
  if (to === undefined || page === null) return tag('span', marks, text(name));
  return tag('a', { href: relativePath(page, to), hreflang: locale, ...marks }, text(name));
}
