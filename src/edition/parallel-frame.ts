import { join, type Markup, NOTHING, spaced, tag, text } from '../model/html.ts';
import { relativePath } from './html-url.ts';
import { contentsMarkup } from './page-contents.ts';
import { directionOf, frameLocale, type PageContext, worded } from './page-context.ts';
import { byName, FOR_OTHERS, forReaders, isIn, wordsForReaders } from './page-readers.ts';
import { SOUGHT } from './page-state.ts';
import type { Column } from './parallel-column.ts';
import { pickId, readerId } from './style-choice.ts';

/** Which of the two pages with all languages this is: the table, or the same as continuous text. */
export type Kind = 'table' | 'flow';

/** What the page is, what a reader must know first, and the choices of languages, of the view and of what is shown. */
export function mastMarkup(
  context: PageContext,
  columns: readonly Column[],
  kind: Kind,
  title: number | null,
): Markup {
  const around = frameLocale(context);
  const pieces = [
    readerChoice(context),
    wordsForReaders(context, { tag: 'h1', around }, 'page.parallel.title', () => ({ count: columns.length })),
    notice(context, columns),
    columnChoice(context, columns),
    viewChoice(context, columns, kind),
    filterChoice(context, columns),
    contentsMarkup(context, title),
  ];
  return tag(
    'header',
    { class: 'mast' },
    join(
      pieces.filter((piece) => piece !== NOTHING),
      '\n',
    ),
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
      nameMarks(reader, around),
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

function notice(context: PageContext, columns: readonly Column[]): Markup {
  const around = frameLocale(context);
  const targets = columns.filter((column) => !column.source);
  const machine = targets.filter((column) => column.counts.machine > 0).length;
  const pseudo = targets.filter((column) => column.counts.pseudo > 0).length;
  const say = (count: number, key: string): Markup[] =>
    count === 0
      ? []
      : [wordsForReaders(context, { tag: 'p', around }, key, () => ({ count, total: targets.length }))];
  const lines = [
    ...say(machine, allMachine(columns) ? 'page.parallel.machine.all' : 'page.parallel.machine.some'),
    ...say(pseudo, 'page.parallel.pseudo'),
  ];
  return lines.length === 0 ? NOTHING : tag('div', { class: 'notice', role: 'note' }, ...lines);
}

function allMachine(columns: readonly Column[]): boolean {
  const targets = columns.filter((column) => !column.source);
  return targets.every(({ counts }) => counts.machine > 0 && counts.machine === counts.translated);
}

/** Checkboxes and labels are siblings without wrappers: the style sheet counts the checked ones. */
function columnChoice(context: PageContext, columns: readonly Column[]): Markup {
  const around = frameLocale(context);
  const byLocale = new Map(columns.map((column) => [column.locale, column]));
  const choices = byName(context.input, [...byLocale.keys()], around).map((locale) => {
    const id = pickId(locale);
    const name = byLocale.get(locale)?.name ?? locale;
    const own = tag('span', nameMarks(locale, around), text(name));
    const second = forReaders(context, { tag: 'span', class: 'second', around }, (reader) =>
      secondName(context, locale, reader),
    );
    const checked = byLocale.get(locale)?.shown === true;
    return join(
      [
        tag('input', { type: 'checkbox', class: 'pick', id, checked }),
        tag('label', { for: id }, spaced([own, second])),
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

/** How the languages are laid out, and whether each text tells its state; the other page is a link. */
function viewChoice(context: PageContext, columns: readonly Column[], kind: Kind): Markup {
  const around = frameLocale(context);
  const label = (input: Markup, key: string): Markup =>
    tag('label', {}, input, text(' '), wordsForReaders(context, { tag: 'span', around }, key));
  const radio = (view: string): Markup =>
    label(
      tag('input', { type: 'radio', name: 'view', id: `v-${view}`, checked: view === 'columns' }),
      `page.view.${view}`,
    );
  const review = { type: 'checkbox', id: 'review', checked: context.input.review === true };
  const told = columns.some(({ states }) => states.length > 0);
  return tag(
    'fieldset',
    { class: 'views' },
    wordsForReaders(context, { tag: 'legend', around }, 'page.view.label'),
    join(
      [
        ...(kind === 'table' ? ['columns', 'rows', 'one'].map(radio) : []),
        ...(told ? [label(tag('input', review), 'page.review')] : []),
        otherPage(context, kind),
      ].filter((piece) => piece !== NOTHING),
      '\n',
    ),
  );
}

function otherPage(context: PageContext, kind: Kind): Markup {
  const { parallel, interleaved = null } = context.input.paths;
  if (parallel === null || interleaved === null) return NOTHING;
  const href = kind === 'table' ? relativePath(parallel, interleaved) : relativePath(interleaved, parallel);
  const key = kind === 'table' ? 'page.view.flow' : 'page.view.table';
  return tag('a', { href }, wordsForReaders(context, { tag: 'span', around: frameLocale(context) }, key));
}

/** Rows by the state of their texts, where there are several states. */
function filterChoice(context: PageContext, columns: readonly Column[]): Markup {
  const around = frameLocale(context);
  const found = new Set(columns.flatMap(({ states }) => states));
  if (found.size < 2) return NOTHING;
  const choices = ['all', ...SOUGHT.filter((state) => found.has(state))].map((state) =>
    tag(
      'label',
      {},
      tag('input', { type: 'radio', name: 'filter', id: `f-${state}`, checked: state === 'all' }),
      text(' '),
      wordsForReaders(context, { tag: 'span', around }, `page.state.${state}`),
    ),
  );
  return tag(
    'fieldset',
    { class: 'filter' },
    wordsForReaders(context, { tag: 'legend', around }, 'page.filter'),
    join(choices, '\n'),
  );
}

/** `lang` of a language's own name, and `dir` where the text around runs the other way. */
export function nameMarks(locale: string, around: string): { lang: string; dir: string | null } {
  const dir = directionOf(locale);
  return { lang: locale, dir: dir === directionOf(around) ? null : dir };
}

/** The name by which a reader knows a language, where that is not the one it calls itself. */
function secondName({ input }: PageContext, locale: string, reader: string): Markup {
  const name = input.names(locale, reader);
  return name === input.names(locale, locale) ? NOTHING : text(name);
}

/**
 * The heads of the columns: the language under its own name, and what kind of text stands below it. The style sheet
 * adds the reader's name for it.
 */
export function columnHeads(context: PageContext, columns: readonly Column[]): Markup[] {
  const known = allMachine(columns);
  return columns.map((column) => columnHead(context, column, known));
}

/** What is so of all translations stands above the table in the reader's language: a head then says it in its own. */
function columnHead(context: PageContext, column: Column, known: boolean): Markup {
  const { locale, name } = column;
  const { input } = context;
  const own = input.uiLocale(locale);
  const spoken = isIn(own, locale);
  const others = context.readers.filter((reader) => !spoken || reader !== own);
  const place = { tag: 'span', class: FOR_OTHERS, around: locale, readers: others };
  const attributes = { scope: 'col', role: 'columnheader', lang: locale, dir: directionOf(locale) };
  return tag(
    'th',
    { ...attributes, abbr: name, 'data-all': column.all },
    spaced([
      tag('span', { class: 'name' }, text(name)),
      forReaders(context, place, (reader) =>
        known && spoken ? NOTHING : columnStatus(context, column, reader, reader),
      ),
      spoken ? columnStatus(context, column, own, locale) : NOTHING,
    ]),
  );
}

function columnStatus(context: PageContext, column: Column, locale: string, around: string): Markup {
  const { counts, source, all } = column;
  const place = { tag: 'small', locale, around };
  if (source) return worded(context, place, 'page.status.source');
  if (counts.pseudo > 0) return worded(context, place, 'page.mark.pseudo');
  if (counts.machine === 0) return NOTHING;
  if (all === 'machine') return worded(context, place, 'page.mark.machine');
  return worded(context, place, 'page.status.machine', { count: counts.machine });
}
