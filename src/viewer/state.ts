import { all, choiceOf, picks, shown } from './dom.ts';

/** Choices of one among several: the names of the radio buttons are those in the address. */
const RADIOS = ['view', 'reader', 'filter'];
const STORE = 'hexapla';

/** What the address or the browser's memory said at first: what this page has no choice for is kept. */
let said = location.search;

function radios(name: string): HTMLInputElement[] {
  return all(`[name=${name}]`);
}

/** What of the reader's choices is not as the page came: the part of an address after `?`. */
export function query(): string {
  const choices = new URLSearchParams(said);
  const set = (key: string, changed: boolean, value: string): void =>
    changed ? choices.set(key, value) : choices.delete(key);
  set(
    'l',
    picks.some((pick) => pick.checked !== pick.defaultChecked),
    shown().join(),
  );
  for (const name of RADIOS) {
    const button = radios(name).find(({ checked }) => checked);
    if (button) set(name, !button.defaultChecked, choiceOf(button));
  }
  for (const box of all<HTMLInputElement>('#review')) {
    set('review', box.checked !== box.defaultChecked, box.checked ? '1' : '0');
  }
  return `${choices}`.replaceAll('%2C', ',');
}

/** What in an address says that it has something to say about the choices. */
export const CHOICES: RegExp = /\b(l|review|view|reader|filter)=/;

/** Makes choices as an address says; what it says nothing of is as the page came. */
export function apply(from: string): void {
  const choices = new URLSearchParams(from);
  said = from;
  const own = choices.get('l')?.split(',') ?? [];
  const known = picks.some((pick) => own.includes(choiceOf(pick)));
  for (const pick of picks) pick.checked = known ? own.includes(choiceOf(pick)) : pick.defaultChecked;
  for (const name of RADIOS) {
    const buttons = radios(name);
    const button =
      buttons.find((choice) => choiceOf(choice) === choices.get(name)) ??
      buttons.find(({ defaultChecked }) => defaultChecked);
    if (button) button.checked = true;
  }
  for (const box of all<HTMLInputElement>('#review')) {
    const value = choices.get('review');
    box.checked = value ? value === '1' : box.defaultChecked;
  }
}

/** The address of a row, or of the page, with the reader's choices. */
export function addressOf(id = ''): string {
  const url = new URL(location.href);
  url.search = query();
  url.hash = id;
  return url.href;
}

/** What this browser was told to remember; null where it was told nothing, or cannot. */
export function remembered(): string | null {
  try {
    return localStorage.getItem(STORE);
  } catch {
    return null;
  }
}

/** Remembers choices, or forgets them. */
export function remember(choices: string | null): void {
  try {
    if (choices === null) localStorage.removeItem(STORE);
    else localStorage.setItem(STORE, choices);
  } catch {
    // A browser may keep nothing for a page: then the address alone tells the choices.
  }
}

/** Writes the choices into the address and into the link to the other page with all languages. */
export function keep(): void {
  const search = query();
  try {
    history.replaceState(null, '', (search ? `?${search}` : location.pathname) + location.hash);
  } catch {
    // A page from a file may not change its address in every browser; links to copy have the choices all the same.
  }
  for (const link of all<HTMLAnchorElement>('.views a')) link.search = search;
}
