import { join, type Markup, NOTHING, tag, text } from './html.ts';
import { relativePath } from './html-url.ts';
import { directionOf, frameLocale, type PageContext, worded } from './page-context.ts';
import type { PageCounts } from './page-count.ts';
import { byName, FOR_OTHERS, forReaders, isIn, wordsForReaders } from './page-readers.ts';
import type { Column } from './parallel-row.ts';

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

/** The element id of the radio button that chooses the language of the page's own words. */
export function readerId(reader: string): string {
  return `u-${reader}`;
}

/** What the page is, what a reader must know first, and the choice of the reader's language and of columns. */
export function mastMarkup(context: PageContext, columns: readonly CountedColumn[]): Markup {
  const around = frameLocale(context);
  const { version, words } = context.input;
  const lead = (reader: string): Markup =>
    join([
      text(`${words(reader, 'page.parallel.lead')} `),
      tag('span', { class: 'version' }, text(words(reader, 'page.version', { version }))),
    ]);
  return tag(
    'header',
    { class: 'mast' },
    readerChoice(context),
    wordsForReaders(context, { tag: 'h1', around }, 'page.parallel.title', () => ({
      count: columns.length,
    })),
    forReaders(context, { tag: 'p', class: 'lead', around }, lead),
    notice(context, columns),
    columnChoice(context, columns),
  );
}

/** Radio buttons under the names that the languages call themselves, where there is more than one to choose from. */
function readerChoice(context: PageContext): Markup {
  const { readers, input } = context;
  if (readers.length < 2) return NOTHING;
  const around = frameLocale(context);
  const choices = byName(input, readers, around).map((reader) =>
    tag(
      'label',
      { lang: reader, dir: directionOf(reader) },
      tag('input', { type: 'radio', name: 'reader', id: readerId(reader), checked: reader === around }),
      text(` ${input.names(reader, reader)}`),
    ),
  );
  return tag(
    'fieldset',
    { class: 'readers' },
    wordsForReaders(context, { tag: 'legend', around }, 'page.parallel.readers'),
    join(choices, '\n'),
  );
}

function notice(context: PageContext, columns: readonly CountedColumn[]): Markup {
  const around = frameLocale(context);
  const targets = columns.filter((column) => !column.source);
  const machine = targets.filter((column) => column.counts.machine > 0).length;
  const pseudo = targets.filter((column) => column.counts.pseudo > 0).length;
  const say = (count: number, key: string): Markup[] =>
    count === 0
      ? []
      : [wordsForReaders(context, { tag: 'p', around }, key, () => ({ count, total: targets.length }))];
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
function columnChoice(context: PageContext, columns: readonly CountedColumn[]): Markup {
  const around = frameLocale(context);
  const choices = columns.map(({ locale, name, shown }) => {
    const id = pickId(locale);
    const own = tag('span', { class: 'name', lang: locale, dir: directionOf(locale) }, text(name));
    const second = forReaders(context, { tag: 'span', class: 'second', around }, (reader) =>
      secondName(context, locale, reader),
    );
    const label = second === NOTHING ? own : join([own, second], ' ');
    return join(
      [
        tag('input', { type: 'checkbox', class: 'pick', id, checked: shown }),
        tag('label', { for: id }, label),
      ],
      '\n',
    );
  });
  return tag(
    'fieldset',
    { class: 'columns' },
    wordsForReaders(context, { tag: 'legend', around }, 'page.parallel.choose'),
    join(choices, '\n'),
    wordsForReaders(context, { tag: 'p', class: 'none', around }, 'page.parallel.none'),
  );
}

/** The name by which a reader knows a language, where that is not the one it calls itself. */
function secondName({ input }: PageContext, locale: string, reader: string): Markup {
  const name = input.names(locale, reader);
  return name === input.names(locale, locale) ? NOTHING : text(name);
}

/** The head of a column: the language, and what kind of text stands below it, in that language and in the reader's. */
export function columnHead(context: PageContext, column: CountedColumn): Markup {
  const { locale, name, index } = column;
  const { input } = context;
  const own = input.uiLocale(locale);
  const spoken = isIn(own, locale);
  const others = context.readers.filter((reader) => !spoken || reader !== own);
  const place = { tag: 'span', class: `second ${FOR_OTHERS}`, around: locale, readers: others };
  const parts = [
    tag('span', { class: 'name' }, text(name)),
    forReaders(context, place, (reader) =>
      spaced([secondName(context, locale, reader), columnStatus(context, column, reader, reader)]),
    ),
    spoken ? columnStatus(context, column, own, locale) : NOTHING,
  ];
  const attributes = { scope: 'col', role: 'columnheader', lang: locale, dir: directionOf(locale) };
  return tag('th', { ...attributes, abbr: name, class: `c${index}` }, spaced(parts));
}

function spaced(pieces: readonly Markup[]): Markup {
  return join(
    pieces.filter((piece) => piece !== NOTHING),
    ' ',
  );
}

function columnStatus(context: PageContext, column: CountedColumn, locale: string, around: string): Markup {
  const { counts, source, mixed } = column;
  const place = { tag: 'small', locale, around };
  if (source) return worded(context, place, 'page.status.source');
  if (counts.pseudo > 0) return worded(context, place, 'page.mark.pseudo');
  if (counts.machine === 0) return NOTHING;
  if (!mixed) return worded(context, place, 'page.mark.machine');
  return worded(context, place, 'page.status.machine', { count: counts.machine });
}

/** How far each translation is, and where its own page stands; languages that are equally far share a line. */
export function colophonMarkup(context: PageContext, columns: readonly CountedColumn[]): Markup {
  const around = frameLocale(context);
  const groups = new Map<string, CountedColumn[]>();
  for (const column of columns) {
    const far = column.source ? 'source' : JSON.stringify(column.counts);
    groups.set(far, [...(groups.get(far) ?? []), column]);
  }
  const items = [...groups.values()].map((group) => {
    const [first] = group;
    const names = group.flatMap((column, index) => [
      ...(index === 0 ? [] : [text(' · ')]),
      editionName(context, column),
    ]);
    const status = forReaders(context, { tag: 'span', class: 'status', around }, (reader) =>
      text(first ? statusWords(context, first, reader) : ''),
    );
    return tag('li', {}, join([join(names), status], ' '));
  });
  return tag(
    'footer',
    {},
    wordsForReaders(context, { tag: 'h2', around }, 'page.parallel.about'),
    tag('ul', {}, join(items, '\n')),
  );
}

function editionName({ input }: PageContext, { locale, name }: CountedColumn): Markup {
  const { editions, parallel } = input.paths;
  const own = tag('span', { class: 'name', lang: locale, dir: directionOf(locale) }, text(name));
  const to = editions[locale];
  if (to === undefined || parallel === null) return own;
  return tag('a', { href: relativePath(parallel, to), hreflang: locale }, own);
}

function statusWords({ input }: PageContext, { counts, source }: CountedColumn, reader: string): string {
  const say = (key: string, count: number): string[] =>
    count === 0 ? [] : [input.words(reader, key, { count, total: counts.total })];
  if (source) return input.words(reader, 'page.status.source');
  const { translated: count, total } = counts;
  return [
    input.words(reader, 'page.status.translated', { count, total }),
    ...say('page.status.machine', counts.machine),
    ...say('page.status.unreviewed', counts.unreviewed),
    ...say('page.status.stale', counts.stale),
    ...say('page.status.missing', counts.missing),
  ].join(' · ');
}
