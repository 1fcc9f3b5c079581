import {
  all,
  cellOf,
  cellsOf,
  isShown,
  localeAt,
  main,
  numberOf,
  on,
  type Row,
  root,
  rowOf,
  rows,
  shown,
  textOf,
} from './dom.ts';
import { keep } from './state.ts';
import { tell } from './words.ts';

/** Where the reader is: a row, and the language in it. */
let here: Row | undefined;
let hereIn: string | undefined;

/** What is selected: rows, the language of the first, and the words where they are all in one text. */
let selected: {
  readonly rows: readonly Row[];
  readonly locale?: string | undefined;
  readonly words: string;
} = {
  rows: [],
  words: '',
};

/** What a reader has chosen to copy: what is selected, else the row where the reader is, else nothing. */
export interface Chosen {
  readonly rows: readonly Row[];
  readonly locale: string;
  readonly words: string;
}

/** What the reader has chosen. */
export function chosen(): Chosen {
  const any = selected.rows.length > 0;
  const own = any ? selected.rows : here ? [here] : [];
  const locale = (any ? selected.locale : hereIn) ?? shown()[0] ?? root.lang;
  return { rows: own, locale, words: selected.words || own.map((row) => textOf(row, locale)).join(' ') };
}

function stand(row: Row, locale: string | undefined): void {
  here?.classList.remove('js-here');
  row.classList.add('js-here');
  here = row;
  hereIn = locale;
}

/** Goes to a row, or to its text in a language: it gets the focus, comes into sight, and is told. */
export function go(row: Row, locale?: string): void {
  const everything = all<HTMLInputElement>('#f-all')[0];
  if (everything && !isShown(row)) {
    everything.checked = true;
    keep();
  }
  const target = (locale && cellOf(row, locale)) || row;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  stand(row, locale);
  tell('place', numberOf(row), numberOf(rows.at(-1) as Row).replace(/.*–/, ''));
}

/** Goes to the next row in a direction that fits, and stays at the end of the text. */
export function step(by: 1 | -1, fits: (row: Row) => boolean = () => true): void {
  const order = by > 0 ? rows : [...rows].reverse();
  const row = order.slice(here && order.indexOf(here) + 1).find((one) => isShown(one) && fits(one)) ?? here;
  if (row) go(row, hereIn);
}

/** Goes back to where the reader was in the text, if anywhere. */
export function goBack(): void {
  if (here) go(here, hereIn);
}

/** The next language in a direction, within the row where the reader is. */
export function turn(by: 1 | -1): void {
  const own = shown();
  const at = Math.max(own.indexOf(hereIn ?? ''), by > 0 ? -1 : 0);
  const row = here ?? rows.find(isShown);
  if (row) go(row, own.at((at + by) % own.length));
}

/** Whether a row has a text that is shown and is missing, outdated, or not in its language. */
export function isProblem(row: Row): boolean {
  const own = shown();
  return cellsOf(row).some(
    (cell) => own.includes(cell.lang) && cell.matches('.is-missing,.is-stale,.is-fallback'),
  );
}

function markSelected(): void {
  const selection = getSelection() as Selection;
  const range = selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  if (!range?.intersectsNode(main)) return;
  // What was selected stays chosen while the focus is on the tools.
  if (range.collapsed && !main.contains(document.activeElement)) return;
  const { startContainer: start, endContainer: end } = range;
  const found = range.collapsed ? [] : rows.filter((row) => range.intersectsNode(row));
  const locale = localeAt(start);
  // A selection of a whole paragraph ends at the beginning of the next text, without anything of it.
  const rest = range.cloneRange();
  while (locale && found[1]) {
    const last = found.at(-1) as Row;
    rest.setStart(cellOf(last, locale) as HTMLElement, 0);
    if (`${rest}`.trim() && textOf(last, locale)) break;
    rest.setEndBefore(last);
    found.pop();
  }
  for (const row of selected.rows) row.classList.remove('js-in');
  for (const row of found) row.classList.add('js-in');
  const within = found.length === 1 && locale && cellOf(found[0], locale)?.contains(end);
  selected = { rows: found, locale, words: within ? `${selection}` : '' };
}

/** While a text is selected with the mouse, the other languages stay out of it. */
export function selectOneLanguage(): void {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  on(document, 'pointerdown', ({ target, shiftKey }) => {
    if (shiftKey) return;
    const locale = localeAt(target);
    const other = `[lang]:not([lang="${locale}"])`;
    const rule = `tr>${other},.text>${other},.names>${other}{-webkit-user-select:none;user-select:none}`;
    sheet.replaceSync(locale ? rule : '');
  });
}

/** Keeps up with where the reader is: what has the focus, is clicked at, selected or addressed. */
export function followPlace(): void {
  const arrive = (node: Node | null): void => {
    const row = rowOf(node);
    if (row && node) stand(row, localeAt(node) ?? hereIn);
  };
  on(main, 'focusin', ({ target }) => arrive(target));
  on(main, 'click', ({ target }) => arrive(target));
  document.addEventListener('selectionchange', markSelected);
  for (const flow of all('.flow')) flow.tabIndex = -1;
  const follow = (): void => {
    const target = document.getElementById(location.hash.slice(1));
    const row = rowOf(target);
    // An address from before a choice does not tell it.
    keep();
    if (!row) return;
    arrive(target);
    if (isShown(row)) target?.scrollIntoView();
    else go(row);
  };
  addEventListener('popstate', follow);
  follow();
}
