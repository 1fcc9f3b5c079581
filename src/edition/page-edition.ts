import { normalizeText, plainText } from '../model/content.ts';
import { htmlDocument, join, type Markup, NOTHING, tag, text } from '../model/html.ts';
import { direction } from '../model/locale.ts';
import { relativePath } from './html-url.ts';
import type { PageInput } from './page.ts';
import { changesSection } from './page-change.ts';
import { contentsMarkup } from './page-contents.ts';
import { frameLocale, languageMarks, type PageContext, pageContext, worded } from './page-context.ts';
import { briefWords, previousWords, provenanceWords } from './page-facts.ts';
import { flowMarkup } from './page-flow.ts';
import { footnoteReferences, footnoteSection } from './page-footnotes.ts';
import { headMarkup } from './page-head.ts';
import { placeBlocks } from './page-place.ts';
import { countCells, standingOf } from './page-state.ts';
import { findTitle, titleText } from './page-title.ts';
import { editionStyle } from './style-edition.ts';

/**
 * One language's edition as a page of its own: the structure of the source with the texts of `locale`, whatever is
 * missing, stale or in another language marked in words. The same input gives the same text. Linear.
 */
export function renderEdition(input: PageInput, locale: string): string {
  const outline = input.parsed.outline();
  const title = findTitle(input);
  const places = placeBlocks(outline, title.heading ? 1 : 2);
  const context = pageContext(input, [input.uiLocale(locale)], places);
  const references = footnoteReferences(context);
  const flow = {
    view: { context, locale, images: 'shown', footnote: references.refer } as const,
    titleBlock: title.heading ? null : title.block,
  };
  const body = flowMarkup(flow, outline);
  const notes = footnoteSection(flow, references, outline);
  const words = titleText(input, title, locale);
  const titleMarks = languageMarks(words.locale, locale);
  const head = headMarkup(input, {
    title: words.text,
    titleMarks,
    description: description(input, locale),
    style: editionStyle(locale, input.parallel.locales),
    images: true,
    path: input.paths.editions[locale] ?? null,
    locale,
  });
  const ownTitle = title.block === null ? tag('h1', titleMarks, text(words.text)) : NOTHING;
  return htmlDocument({ lang: locale, dir: direction(locale) }, head, [
    navigation(context, locale),
    tag(
      'main',
      {},
      banner(context, locale),
      notices(context, locale),
      contentsMarkup(context, title.block, locale),
      tag('article', { class: 'edition' }, ownTitle, body, notes),
      changesSection(context, locale),
    ),
    colophon(context, locale),
  ]);
}

function description(input: PageInput, locale: string): string | null {
  const rows = input.parallel.rows.filter(
    (row) => row.kind === 'frontMatter' && input.parsed.blocks[row.block]?.key === 'description',
  );
  const cells = rows.map((row) => row.cells[locale]);
  const whole = cells.every((cell) => cell && cell.status !== 'missing' && cell.textLocale === locale);
  if (cells.length === 0 || !whole) return null;
  return normalizeText(cells.map((cell) => plainText(cell?.content ?? [])).join(' '));
}

/** The other editions, each under its own name. */
function navigation(context: PageContext, locale: string): Markup {
  const { input } = context;
  const own = input.paths.editions[locale] ?? '';
  const items = Object.entries(input.paths.editions).flatMap(([other, path]) => {
    const name = text(input.names(other, other));
    const marks = languageMarks(other, locale);
    if (other === locale) return [tag('li', {}, tag('span', { 'aria-current': 'page' }, name))];
    if (path === undefined) return [];
    return [tag('li', {}, tag('a', { href: relativePath(own, path), hreflang: other, ...marks }, name))];
  });
  return tag(
    'nav',
    { 'aria-labelledby': 'languages' },
    worded(context, { tag: 'p', id: 'languages', class: 'vh', around: locale, locale }, 'page.languages'),
    tag('ul', {}, join(items, '\n')),
    parallelLink(context, locale, own),
  );
}

function parallelLink(context: PageContext, locale: string, own: string): Markup {
  const { parallel } = context.input.paths;
  if (parallel === null) return NOTHING;
  const words = worded(context, { tag: 'span', around: locale, locale }, 'page.parallel.link');
  return tag('p', {}, tag('a', { href: relativePath(own, parallel) }, words));
}

/** How far the translation is, and where it comes from. */
function banner(context: PageContext, locale: string): Markup {
  const { input, readers } = context;
  const reader = readers[0] ?? locale;
  const said = briefWords(input, locale, standingOf(input, locale), reader);
  const words = [...said, ...provenanceWords(input, locale, reader)].join(' · ');
  return tag('p', { class: 'banner', ...languageMarks(reader, locale) }, text(words));
}

/** What a reader must know before reading: drafts, gaps, and texts in another language. */
function notices(context: PageContext, locale: string): Markup {
  const { sourceLocale } = context.input.parallel;
  if (locale === sourceLocale) return NOTHING;
  const counts = countCells(context.input.parallel, locale);
  const previous = previousWords(context.input, locale, frameLocale(context));
  const { total } = counts;
  const say = (
    count: number,
    key: string,
    values: Readonly<Record<string, string | number>> = {},
  ): Markup[] =>
    count === 0
      ? []
      : [worded(context, { tag: 'p', around: locale, locale }, key, { count, total, ...values })];
  const language = context.input.names(sourceLocale, frameLocale(context));
  const around = languageMarks(frameLocale(context), locale);
  const lines = [
    ...(previous === null ? [] : [tag('p', around, text(previous))]),
    ...say(counts.pseudo, 'page.notice.pseudo'),
    ...say(counts.machine, counts.machine === total ? 'page.notice.machine.all' : 'page.notice.machine.some'),
    ...say(counts.missing - counts.fallback, 'page.notice.missing'),
    ...say(counts.fallback, 'page.notice.fallback', { language }),
    ...say(counts.stale, 'page.notice.stale'),
  ];
  return lines.length === 0 ? NOTHING : tag('div', { class: 'notice', role: 'note' }, join(lines, '\n'));
}

function colophon(context: PageContext, locale: string): Markup {
  const { parallel, version } = context.input;
  const place = { tag: 'p', around: locale, locale };
  const source = parallel.sourceLocale;
  const language = context.input.names(source, frameLocale(context));
  const from = locale === source ? [] : [worded(context, place, 'page.from', { language })];
  return tag('footer', {}, ...from, worded(context, place, 'page.version', { version }));
}
