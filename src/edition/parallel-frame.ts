import { join, type Markup, NOTHING, tag, text } from './html.ts';
import { relativePath } from './html-url.ts';
import { directionOf, languageMarks, nameOf, type PageContext, worded } from './page-context.ts';
import type { PageCounts } from './page-count.ts';
import { type Column, frameLocale } from './parallel-row.ts';

/** A column and what there is to say about its language. */
export interface CountedColumn extends Column {
  readonly counts: PageCounts;
  readonly source: boolean;
  readonly shown: boolean;
}

/** The element id of the checkbox that shows a column. */
export function pickId(locale: string): string {
  return `l-${locale}`;
}

/** What the page is, what a reader must know first, and the choice of columns. */
export function mastMarkup(context: PageContext, columns: readonly CountedColumn[]): Markup {
  const around = frameLocale(context);
  const { version } = context.input;
  return tag(
    'header',
    { class: 'mast' },
    worded(context, { tag: 'h1', around }, 'page.parallel.title', { count: columns.length }),
    tag(
      'p',
      { class: 'lead' },
      worded(context, { tag: 'span', around }, 'page.parallel.lead'),
      text(' '),
      worded(context, { tag: 'span', class: 'version', around }, 'page.version', { version }),
    ),
    notice(context, columns),
    chooser(context, columns),
  );
}

function notice(context: PageContext, columns: readonly CountedColumn[]): Markup {
  const around = frameLocale(context);
  const targets = columns.filter((column) => !column.source);
  const machine = targets.filter((column) => column.counts.machine > 0).length;
  const pseudo = targets.filter((column) => column.counts.pseudo > 0).length;
  const say = (count: number, key: string): Markup[] =>
    count === 0 ? [] : [worded(context, { tag: 'p', around }, key, { count, total: targets.length })];
  const all = targets.every(({ counts }) => counts.machine === counts.translated);
  const lines = [
    ...say(
      machine,
      machine === targets.length && all ? 'page.parallel.machine.all' : 'page.parallel.machine.some',
    ),
    ...say(pseudo, 'page.parallel.pseudo'),
  ];
  return lines.length === 0 ? NOTHING : tag('div', { class: 'notice', role: 'note' }, ...lines);
}

/** Checkboxes and labels are siblings without wrappers: the style sheet counts the checked ones. */
function chooser(context: PageContext, columns: readonly CountedColumn[]): Markup {
  const around = frameLocale(context);
  const choices = columns.map((column) => {
    const id = pickId(column.locale);
    return join(
      [
        tag('input', { type: 'checkbox', class: 'pick', id, checked: column.shown }),
        tag('label', { for: id }, languageName(context, column)),
      ],
      '\n',
    );
  });
  return tag(
    'fieldset',
    { class: 'columns' },
    worded(context, { tag: 'legend', around }, 'page.parallel.choose'),
    join(choices, '\n'),
    worded(context, { tag: 'p', class: 'none', around }, 'page.parallel.none'),
  );
}

/** A language under its own name, and under the one that the reader knows. */
function languageName(context: PageContext, column: Column): Markup {
  const { locale, name } = column;
  const own = tag('span', { class: 'name', lang: locale, dir: directionOf(locale) }, text(name));
  const second = nameOf(context, locale);
  if (second === name) return own;
  return join([own, tag('span', { class: 'second' }, text(second))], ' ');
}

/** The head of a column: the language, and what kind of text stands below it. */
export function columnHead(context: PageContext, column: CountedColumn): Markup {
  const { locale, name, index } = column;
  const frame = frameLocale(context);
  const second = nameOf(context, locale);
  const marks = languageMarks(frame, locale);
  const parts = [
    tag('span', { class: 'name' }, text(name)),
    ...(second === name ? [] : [tag('span', { class: 'second', ...marks }, text(second))]),
    columnStatus(context, column),
  ];
  const attributes = {
    scope: 'col',
    role: 'columnheader',
    lang: locale,
    dir: directionOf(locale),
    abbr: name,
  };
  return tag(
    'th',
    { ...attributes, class: `c c${index}` },
    join(
      parts.filter((part) => part !== NOTHING),
      ' ',
    ),
  );
}

function columnStatus(context: PageContext, column: CountedColumn): Markup {
  const { counts, source, locale } = column;
  const place = { tag: 'span', class: 'status', around: locale };
  if (source) return worded(context, place, 'page.status.source');
  if (counts.pseudo > 0) return worded(context, place, 'page.mark.pseudo');
  if (counts.machine === 0) return NOTHING;
  if (!column.mixed) return worded(context, place, 'page.mark.machine');
  return worded(context, place, 'page.status.machine', { count: counts.machine });
}

/** How far each translation is, and where its own page stands. */
export function colophonMarkup(context: PageContext, columns: readonly CountedColumn[]): Markup {
  const around = frameLocale(context);
  const items = columns.map((column) => tag('li', {}, editionName(context, column), status(context, column)));
  return tag(
    'footer',
    {},
    worded(context, { tag: 'h2', around }, 'page.parallel.about'),
    tag('ul', {}, join(items, '\n')),
  );
}

function editionName(context: PageContext, column: CountedColumn): Markup {
  const { paths } = context.input;
  const to = paths.editions[column.locale];
  const name = languageName(context, column);
  if (to === undefined || paths.parallel === null) return name;
  return tag('a', { href: relativePath(paths.parallel, to), hreflang: column.locale }, name);
}

function status(context: PageContext, { counts, source }: CountedColumn): Markup {
  const around = frameLocale(context);
  const say = (count: number, key: string): Markup[] =>
    count === 0 ? [] : [worded(context, { tag: 'span', around }, key, { count, total: counts.total })];
  const facts = source
    ? [worded(context, { tag: 'span', around }, 'page.status.source')]
    : [
        worded(context, { tag: 'span', around }, 'page.status.translated', {
          count: counts.translated,
          total: counts.total,
        }),
        ...say(counts.machine, 'page.status.machine'),
        ...say(counts.unreviewed, 'page.status.unreviewed'),
        ...say(counts.stale, 'page.status.stale'),
        ...say(counts.missing, 'page.status.missing'),
      ];
  return join(facts.map((fact) => join([text(' · '), fact])));
}
