import { direction } from '../model/locale.ts';
import type { PageInput } from './page.ts';
import type { CellView } from './page-cell.ts';
import type { PageContext } from './page-context.ts';
import { type CellState, type PageCounts, partsOf, SOUGHT, standingOf, stateOf } from './page-state.ts';
import { pickId, readerId, type StyledColumn, type StyledReader } from './style-choice.ts';

/** A language of the parallel edition, with what its cells share. */
export interface Column {
  readonly locale: string;
  readonly index: number;
  readonly name: string;
  readonly view: CellView;
  readonly counts: PageCounts;
  readonly source: boolean;
  readonly shown: boolean;
  /** The states of its texts that a page tells, the gravest first. */
  readonly states: readonly CellState[];
  /** What all its texts are, where that is one thing that its head can say: a machine's drafts, or no language. */
  readonly all: 'machine' | 'pseudo' | null;
}

/** How many columns a page shows at first. */
const SHOWN = 3;

/** The columns of a page, in the order of the document's locales. Linear in rows × locales. */
export function columnsOf(context: PageContext, viewOf: (locale: string) => CellView): Column[] {
  const { input } = context;
  const { locales, sourceLocale } = input.parallel;
  const shown = input.shown ?? locales.slice(0, SHOWN);
  return locales.map((locale, index) => {
    const source = locale === sourceLocale;
    const found = statesIn(input, locale);
    const [machine, pseudo] = [found.has('machine'), found.has('pseudo')];
    const others = [...found].some(
      (state) => state !== 'machine' && state !== 'pseudo' && state !== 'missing',
    );
    return {
      ...{ locale, index, source, name: input.names(locale, locale), view: viewOf(locale) },
      counts: standingOf(input, locale),
      shown: shown.includes(locale),
      states: SOUGHT.filter((state) => found.has(state)),
      all: others || machine === pseudo ? null : machine ? 'machine' : 'pseudo',
    };
  });
}

function statesIn({ parallel }: PageInput, locale: string): Set<CellState> {
  const found = new Set<CellState>();
  for (const row of parallel.rows) for (const { cell } of partsOf(row, locale)) found.add(stateOf(cell));
  found.delete(null);
  return found;
}

/** The class of a cell by the state of its text: short for what stands in thousands of cells, none for what all are. */
export function stateClass({ all }: Pick<Column, 'all'>, state: CellState): string {
  switch (state === all ? null : state) {
    case 'approved':
      return 'a';
    case 'unreviewed':
      return 't';
    case 'machine':
      return 'm';
    case 'pseudo':
      return 'p';
    case 'stale':
    case 'missing':
    case 'fallback':
      return `is-${state}`;
    default:
      return '';
  }
}

const SIGNS: Readonly<Record<string, string>> = {
  approved: '✓',
  unreviewed: '○',
  machine: '◇',
  pseudo: '◇',
};

/** What the style sheet has to know of a column: its names, and the words for states that no cell spells out itself. */
export function styledColumn({ input, readers }: PageContext): (column: Column) => StyledColumn {
  return ({ locale, index, name, states, all }) => {
    const say = (state: string): string => `${SIGNS[state]} ${input.words(locale, `page.state.${state}`)}`;
    const second = (reader: string): string => {
      const known = input.names(locale, reader);
      return known === name ? '' : known;
    };
    return {
      ...{ id: pickId(locale), index, locale, reader: input.uiLocale(locale), label: name },
      all: all === null ? null : say(all),
      names: Object.fromEntries(readers.map((reader) => [reader, second(reader)])),
      states: states.flatMap((state) =>
        state === 'approved' || state === 'unreviewed' ? [[stateClass({ all }, state), say(state)]] : [],
      ),
      sought: states.flatMap((state) => (state === null ? [] : [[state, stateClass({ all }, state)]])),
    };
  };
}

/** What the style sheet has to know of a language of the page's own words. */
export function styledReader(locale: string): StyledReader {
  return { id: readerId(locale), locale, dir: direction(locale) };
}
