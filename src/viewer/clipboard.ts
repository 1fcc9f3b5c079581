import {
  all,
  cellOf,
  rows as everyRow,
  main,
  make,
  nameOf,
  numberOf,
  on,
  one,
  plain,
  type Row,
  shown,
  textOf,
} from './dom.ts';
import type { Chosen } from './place.ts';
import { addressOf } from './state.ts';
import { reader, tell } from './words.ts';

/** What goes into the clipboard: text, and where it has a form also HTML. */
interface Flavours {
  readonly text: string;
  readonly html?: string;
}

/** Puts something into the clipboard, and tells whether it is there. */
export async function put({ text, html }: Flavours): Promise<void> {
  const flavours: Record<string, string> = { 'text/plain': text, ...(html && { 'text/html': html }) };
  let done: boolean;
  try {
    // A browser that takes only blobs here goes the other way: https://www.w3.org/TR/clipboard-apis/#clipboarditem
    await navigator.clipboard.write([new ClipboardItem(flavours)]);
    done = true;
  } catch {
    done = putBySelection(flavours);
  }
  tell(done ? 'copied' : 'failed');
}

/** Where there is no clipboard to write to, as in pages from files in some browsers: by a command to copy. */
function putBySelection(flavours: Readonly<Record<string, string>>): boolean {
  let done = false;
  const write = (event: ClipboardEvent): void => {
    event.preventDefault();
    for (const type in flavours) event.clipboardData?.setData(type, flavours[type] as string);
    done = true;
  };
  const selection = getSelection() as Selection;
  const before = selection.rangeCount && selection.getRangeAt(0).cloneRange();
  // Some browsers copy only where something is selected.
  selection.selectAllChildren(one('h1'));
  addEventListener('copy', write);
  document.execCommand('copy');
  removeEventListener('copy', write);
  selection.removeAllRanges();
  if (before) selection.addRange(before);
  return done;
}

/** A text as HTML with its own language and direction. */
function marked(
  name: string,
  row: Row | undefined,
  locale: string,
  words = textOf(row, locale),
): HTMLElement {
  const cell = cellOf(row, locale);
  const own = (cell && all('.foreign', cell)[0]) ?? cell;
  return make(name, { lang: own?.lang, dir: own?.dir }, words);
}

/** The texts in one language, a paragraph a row. */
export function onlyLanguage(rows: readonly Row[], locale: string): Flavours {
  const own = rows.map((row) => marked('p', row, locale)).filter((one) => one.textContent);
  return {
    text: own.map((one) => one.textContent).join('\n'),
    html: own.map((one) => one.outerHTML).join('\n'),
  };
}

/** A field of a table that a spreadsheet does not take for a formula: https://owasp.org/www-community/attacks/CSV_Injection */
function field(words: string): string {
  const safe = words.replace(/^(?=[=+\-@＝＋－＠])/, "'");
  return safe[0] === '"' ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function grid(rows: readonly Row[]): string[][] {
  const locales = shown();
  return [
    ['', ...locales.map(nameOf)],
    ...rows.map((row) => [numberOf(row), ...locales.map((locale) => textOf(row, locale))]),
  ];
}

/** The rows in the languages that are shown, with tabs between them. */
export function tabbed(rows: readonly Row[]): Flavours {
  return {
    text: grid(rows)
      .map((line) => line.map(field).join('\t'))
      .join('\n'),
  };
}

/** The same as a Markdown table; what is a sign of Markdown stays what it is. */
export function markdown(rows: readonly Row[]): Flavours {
  const lines = grid(rows).map((line) => line.map((words) => words.replace(/[\\`*_[\]<>|&~$#]/g, '\\$&')));
  lines.splice(
    1,
    0,
    (lines[0] ?? []).map(() => '---'),
  );
  return { text: lines.map((line) => `| ${line.join(' | ')} |`).join('\n') };
}

/** The same as an HTML table with languages and directions, and as text with tabs. */
export function table(rows: readonly Row[]): Flavours {
  const locales = shown();
  const heads = locales.map((locale) => make('th', { scope: 'col', lang: locale }, nameOf(locale)));
  const lines = rows.map((row) =>
    make(
      'tr',
      {},
      make('th', { scope: 'row' }, numberOf(row)),
      ...locales.map((locale) => marked('td', row, locale)),
    ),
  );
  const html = make('table', {}, make('tr', {}, make('td', {}), ...heads), ...lines).outerHTML;
  return { ...tabbed(rows), html };
}

/** Words with their source: title, version, language and address. */
export function citation({ rows, locale, words }: Chosen): Flavours {
  const [row] = rows;
  const { title: original = '', source = '' } = main.dataset;
  const heading = everyRow.find((one) => textOf(one, source) === plain(original));
  const title = textOf(heading, locale) || original;
  const version = all(`.version [lang="${reader()}"]`)[0] ?? one('.version');
  const address = addressOf(row?.id);
  const text = plain(words);
  const facts = ` · ${nameOf(locale)} · ${plain(version.textContent).replace(/[.。։।]$/, '')} · `;
  const line = make(
    'p',
    {},
    marked('cite', heading, locale, title),
    facts,
    make('a', { href: address }, address),
  );
  return {
    text: `${text && `${text}\n`}${title}${facts}${address}`,
    html: (text && marked('blockquote', row, locale, text).outerHTML) + line.outerHTML,
  };
}

/** What a reader copies by hand has no soft hyphens either. */
export function cleanCopies(): void {
  on(document, 'copy', (event) => {
    const words = `${getSelection()}`;
    if (!words.includes('\u00ad')) return;
    event.clipboardData?.setData('text/plain', words.replaceAll('\u00ad', ''));
    event.preventDefault();
  });
}
