import { join, type Markup, tag, text } from '../model/html.ts';
import type { Words } from './page.ts';

/** The texts that the script of a parallel page shows, by the last part of their key. */
const KEYS = [
  ...[
    'tools',
    'search',
    'link',
    'cite',
    'copy',
    'keys',
    'close',
    'copied',
    'failed',
    'query',
    'found',
    'place',
  ],
  ...['sentences', 'whole', 'only', 'table', 'where', 'step', 'problem', 'columns', 'leave', 'help', 'use'],
  'remember',
];

/** Places of values in some texts, which the script fills. */
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  found: { count: '{0}' },
  place: { from: '{0}', total: '{1}' },
  sentences: { from: '{0}' },
  only: { language: '{0}' },
  table: { format: '{0}' },
};

/** What the keys do, by the key of its text. */
const SHORTCUTS: readonly (readonly [keys: string, text: string])[] = [
  ['j k', 'step'],
  ['n p', 'problem'],
  ['[ ]', 'columns'],
  ['/', 'search'],
  ['Esc', 'leave'],
  ['?', 'help'],
];

/** What has been written: pages of one build say the same to the same readers. */
const WRITTEN = new WeakMap<Words, Map<string, Markup>>();

/**
 * The elements that the script of a parallel page puts before the text (a bar of buttons and three dialogs), and its
 * words in the languages of the page's readers: a template, so that nobody sees it without the script. The words are a
 * line for the locales and one for each text, its key first and tabs between the languages; a text that is the same as
 * the first language's is left empty. Elements with `data-w` say the text of that key, with `data-v` in its place.
 */
export function scriptWords(words: Words, locales: readonly string[]): Markup {
  const written = WRITTEN.get(words) ?? new Map<string, Markup>();
  WRITTEN.set(words, written);
  const id = locales.join();
  const found = written.get(id) ?? write(words, locales);
  written.set(id, found);
  return found;
}

function write(words: Words, locales: readonly string[]): Markup {
  const lines = KEYS.map((key) => {
    const said = locales.map((locale) =>
      words(locale, `page.script.${key}`, VALUES[key]).replace(/\s+/g, ' '),
    );
    return [key, ...said.map((one, index) => (index > 0 && one === said[0] ? '' : one))];
  });
  const table = [['', ...locales], ...lines].map((line) => line.join('\t')).join('\n');
  const first = new Map(lines.map(([key = '', one = '']) => [key, one]));
  const say: Say = (name, key, more = {}) =>
    tag(
      name,
      { ...more, 'data-w': key },
      text((first.get(key) ?? '').replace('{0}', () => more['data-v'] ?? '')),
    );
  return tag(
    'template',
    { id: 'js' },
    ...[tag('p', {}, text(table)), bar(say), searchPanel(say), copyDialog(say), keysDialog(say)],
  );
}

/** An element that says a text, in the first language until the script knows better. */
type Say = (name: string, key: string, more?: Readonly<Record<string, string>>) => Markup;

function button(say: Say, key: string, does: string, more: Readonly<Record<string, string>> = {}): Markup {
  return say('button', key, { type: 'button', 'data-do': does, ...more });
}

function dialog(say: Say, name: string, title: string, ...content: readonly Markup[]): Markup {
  const heading = say('h2', title, { id: `${name}-title` });
  const attributes = { class: 'js', id: name, 'aria-labelledby': `${name}-title` };
  return tag('dialog', attributes, button(say, 'close', 'close'), heading, ...content);
}

function checkBox(say: Say, key: string, id: string): Markup {
  return tag('label', {}, tag('input', { type: 'checkbox', id }), text(' '), say('span', key));
}

function bar(say: Say): Markup {
  const buttons = ['search', 'link', 'cite', 'copy', 'keys'].map((key) => button(say, key, key));
  return tag('section', { class: 'js js-bar' }, tag('output', { id: 'js-told' }), ...buttons);
}

function searchPanel(say: Say): Markup {
  return dialog(
    say,
    'js-find',
    'search',
    say('label', 'query', { for: 'js-words' }),
    tag('input', { type: 'search', id: 'js-words', autocomplete: 'off', spellcheck: 'false' }),
    tag('output', { for: 'js-words' }),
    tag('ol', {}),
  );
}

function copyDialog(say: Say): Markup {
  const formats = ['TSV', 'Markdown', 'HTML'].map((format) =>
    button(say, 'table', format.toLowerCase(), { 'data-v': format }),
  );
  const only = button(say, 'only', 'only');
  return dialog(say, 'js-copy', 'copy', tag('p', {}), checkBox(say, 'whole', 'js-whole'), only, ...formats);
}

function keysDialog(say: Say): Markup {
  const list = SHORTCUTS.map(([keys, does]) => {
    const signs = keys.split(' ').map((key) => tag('kbd', {}, text(key)));
    return tag('div', {}, tag('dt', {}, join(signs, ' ')), say('dd', does));
  });
  return dialog(
    say,
    'js-keys',
    'keys',
    say('p', 'where'),
    tag('dl', {}, ...list),
    checkBox(say, 'use', 'js-use'),
    checkBox(say, 'remember', 'js-keep'),
  );
}
