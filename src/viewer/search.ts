import {
  cellsOf,
  choiceOf,
  make,
  nameOf,
  numberOf,
  on,
  one,
  picks,
  piecesOf,
  type Row,
  rows,
  writtenIn,
} from './dom.ts';
import { cached, folder } from './fold.ts';
import { go, goBack } from './place.ts';
import { addressOf, keep } from './state.ts';
import { say } from './words.ts';

/** A text that can be searched. */
interface Entry {
  readonly row: Row;
  readonly cell: HTMLElement;
  readonly key: string;
}

/** A place where the words were found: units of the folded text. */
interface Hit extends Entry {
  readonly at: number;
  readonly size: number;
}

/** So many hits are listed and marked; all are counted. */
const MOST = 300;
/** What stands around a hit in the list: up to 40 signs in whole words, or fewer where words are not told apart. */
const BEFORE = /(^|\s).{0,40}$|.{0,9}$/su;
const AFTER = /^.{0,40}(?=\s|$)|^.{0,9}/su;
const PAUSE = 120;

const folderOf = cached(folder);
let entries: readonly Entry[] | undefined;

function find(words: string): Hit[] {
  // A source text that stands in for a translation is in its own column already.
  entries ??= rows.flatMap((row) =>
    cellsOf(row)
      .filter((cell) => !cell.matches('.is-fallback'))
      .map((cell) => ({ row, cell, key: folderOf(cell.lang)(writtenIn(cell)).key })),
  );
  const keyIn = cached((locale) => folderOf(locale)(words).key);
  const hits: Hit[] = [];
  for (const entry of entries) {
    const sought = keyIn(entry.cell.lang);
    const size = sought.length;
    const next = (from: number): number => (size > 0 ? entry.key.indexOf(sought, from) : -1);
    for (let at = next(0); at >= 0; at = next(at + size)) hits.push({ ...entry, at, size });
  }
  return hits;
}

function rangeOf(cell: HTMLElement, from: number, to: number): Range {
  const range = document.createRange();
  let passed = 0;
  for (const piece of piecesOf(cell)) {
    const end = passed + piece.length;
    if (from >= passed && from < end) range.setStart(piece, from - passed);
    if (to > passed && to <= end) range.setEnd(piece, to - passed);
    passed = end;
  }
  return range;
}

/** A hit in the list: its row's number, its language, and what stands around it. It is text, whatever it says. */
function item({ row, cell, at, size }: Hit): { line: HTMLElement; range: Range } {
  const { lang, dir } = cell;
  const text = writtenIn(cell);
  const { starts } = folderOf(lang)(text);
  const from = starts[at] ?? 0;
  const last = starts[at + size - 1] ?? 0;
  const to = starts.find((start) => start > last) ?? text.length;
  const [before = ''] = text.slice(0, from).match(BEFORE) ?? [];
  const [after = ''] = text.slice(to).match(AFTER) ?? [];
  const link = make(
    'a',
    { href: addressOf(row.id) },
    `${numberOf(row)} `,
    make('i', { lang }, nameOf(lang)),
    make('span', { lang, dir }, before, make('mark', {}, text.slice(from, to)), after),
  );
  on(link, 'click', (event) => {
    event.preventDefault();
    for (const pick of picks) pick.checked ||= choiceOf(pick) === lang;
    keep();
    go(row, lang);
  });
  return { line: make('li', {}, link), range: rangeOf(cell, from, to) };
}

/** The panel for searching. */
export interface Search {
  readonly open: () => void;
  readonly close: () => void;
  /** Searches again, where the panel is open. */
  readonly renew: () => void;
}

/** Makes the panel that searches all languages at once. */
export function makeSearch(): Search {
  const panel = one<HTMLDialogElement>('#js-find');
  const field = one<HTMLInputElement>('input', panel);
  const renew = (): void => {
    const asked = panel.open && field.value.trim();
    const hits = asked ? find(asked) : [];
    const items = hits.slice(0, MOST).map(item);
    one('ol', panel).replaceChildren(...items.map(({ line }) => line));
    one('output', panel).textContent = asked ? say('found', hits.length) : '';
    if (typeof Highlight === 'function')
      CSS.highlights.set('js-hit', new Highlight(...items.map(({ range }) => range)));
  };
  let timer = 0;
  on(field, 'input', () => {
    clearTimeout(timer);
    timer = setTimeout(renew, PAUSE);
  });
  const close = (): void => panel.close();
  on(panel, 'close', () => {
    renew();
    goBack();
  });
  on(panel, 'keydown', ({ key, isComposing }) => {
    if (key === 'Escape' && !isComposing) close();
  });
  const open = (): void => {
    panel.show();
    renew();
    field.focus();
    field.select();
  };
  return { open, close, renew };
}
