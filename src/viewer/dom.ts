/** A row of the text: a line of the table, or an article of the continuous text. */
export type Row = HTMLElement;

/** All elements that a selector finds. */
export function all<E extends HTMLElement = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): E[] {
  return [...within.querySelectorAll<E>(selector)];
}

/** The first element that a selector finds, where there surely is one. */
export function one<E extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): E {
  return within.querySelector<E>(selector) as E;
}

/** Does something whenever an event reaches a target. */
export function on<K extends keyof HTMLElementEventMap>(
  target: EventTarget,
  type: K,
  act: (event: HTMLElementEventMap[K] & { readonly target: Element }) => void,
): void {
  target.addEventListener(type, act as EventListener);
}

/** The root element, which knows the document's languages. */
export const root: HTMLElement = document.documentElement;
/** The text itself, with all its languages. */
export const main: HTMLElement = one('main');

const ROW = 'tbody tr[id],article[id]';

/** The rows in document order. */
export const rows: readonly Row[] = all(ROW);

/** The check boxes that show a language, in the order of the columns. */
export const picks: readonly HTMLInputElement[] = columnOrder();

function columnOrder(): HTMLInputElement[] {
  const order = rows[0] ? cellsOf(rows[0]).map(({ lang }) => lang) : [];
  return all<HTMLInputElement>('.pick').sort(
    (a, b) => order.indexOf(choiceOf(a)) - order.indexOf(choiceOf(b)),
  );
}

/** What a choice stands for: its id has a letter and a dash before it. */
export function choiceOf({ id }: HTMLInputElement): string {
  return id.slice(2);
}

/** A row's texts, one a language. */
export function cellsOf(row: Row): HTMLElement[] {
  return all(':scope>[lang],.text>[lang],.names>[lang]', row);
}

/** What a row has in a language. */
export function cellOf(row: Row | undefined, locale: string): HTMLElement | undefined {
  return row && cellsOf(row).find(({ lang }) => lang === locale);
}

/** The row around a place in the text. */
export function rowOf(node: Node | null): Row | null | undefined {
  return (node instanceof Element ? node : node?.parentElement)?.closest<Row>(ROW);
}

/** The language of the text around a place; nothing outside of the texts. */
export function localeAt(node: Node): string | undefined {
  const row = rowOf(node);
  return row ? cellsOf(row).find((cell) => cell.contains(node))?.lang : undefined;
}

/** The languages that are shown, in the order of the columns. */
export function shown(): string[] {
  return picks.filter(({ checked }) => checked).map(choiceOf);
}

/** What a language calls itself. */
export function nameOf(locale: string): string {
  return one(`[for="l-${locale}"] [lang]`).textContent;
}

/** A row's number or numbers, as they are written beside it. */
export function numberOf(row: Row): string {
  return all(':scope>th a,.num a', row)
    .map(({ textContent }) => textContent)
    .join('–');
}

/** Whether a row has not been filtered away. */
export function isShown(row: Row): boolean {
  return getComputedStyle(row).display !== 'none';
}

/** The pieces of a cell that are its text: not what is said about it, nor numbers and markers. */
export function piecesOf(cell: HTMLElement): Text[] {
  const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  const pieces: Text[] = [];
  while (walk.nextNode()) {
    const piece = walk.currentNode as Text;
    if (!piece.parentElement?.closest('.mark,.d,details,.no,.marker,.label')) pieces.push(piece);
  }
  return pieces;
}

/** A cell's text as it stands in the page. */
export function writtenIn(cell: HTMLElement): string {
  return piecesOf(cell)
    .map(({ data }) => data)
    .join('');
}

/** Text as it is copied: in one line, without soft hyphens. */
export function plain(text: string): string {
  return text
    .replaceAll('\u00ad', '')
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .trim();
}

/** A row's text in a language as it is copied. */
export function textOf(row: Row | undefined, locale: string): string {
  const cell = cellOf(row, locale);
  return cell ? plain(writtenIn(cell)) : '';
}

/** An element with attributes and children; a child that is a string is text. */
export function make(
  name: string,
  attributes: Readonly<Record<string, string | null | undefined>>,
  ...children: readonly (Node | string)[]
): HTMLElement {
  const element = document.createElement(name);
  for (const key in attributes) if (attributes[key]) element.setAttribute(key, attributes[key]);
  element.append(...children);
  return element;
}
