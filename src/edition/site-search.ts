import { join, tag, text } from '../model/html.ts';
import { relativePath } from './html-url.ts';
import { directionOf } from './page-context.ts';
import { sitePage } from './site-frame.ts';
import { type SiteInput, sitePath } from './site-model.ts';
import { SEARCH_SCRIPT } from './site-search-script.ts';
import { searchStyle } from './site-style.ts';

/**
 * A search over all texts in all languages. It loads the scripts that hold them once somebody looks for something, so
 * it works from `file://` and asks no server. Without script the page says so, and leads to the index.
 */
export function renderSearch(input: SiteInput, reader: string, readers: readonly string[]): string {
  const { words } = input;
  const say = (key: string): string => words(reader, `page.site.search.${key}`);
  const path = sitePath('search', reader, readers);
  const index = tag(
    'a',
    { href: relativePath(path, sitePath('index', reader, readers)) },
    text(words(reader, 'page.site.to.index')),
  );
  return sitePage(input, reader, readers, {
    page: 'search',
    title: say('title'),
    style: searchStyle([...input.locales, ...readers]),
    script: scriptFor(input, reader, path),
    main: [
      tag(
        'form',
        { role: 'search', hidden: true },
        tag('label', { for: 'q' }, text(say('label'))),
        tag('input', { id: 'q', name: 'q', type: 'search', autocomplete: 'off', spellcheck: 'false' }),
        tag('button', { type: 'submit' }, text(say('submit'))),
      ),
      tag('p', { role: 'status' }),
      tag('ol', { class: 'js-hits' }),
      tag('noscript', {}, tag('p', {}, join([text(say('script')), index], ' '))),
    ],
  });
}

/** What the script says, in the page's language: it knows no words and no languages by itself. */
function scriptFor({ documents, locales, names, words }: SiteInput, reader: string, path: string): string {
  const say = (key: string, values?: Readonly<Record<string, string | number>>): string =>
    words(reader, `page.site.search.${key}`, values);
  const settings = {
    reader,
    scripts: documents.flatMap(({ search }) => (search === null ? [] : [relativePath(path, search)])),
    languages: Object.fromEntries(
      locales.map((locale) => [locale, [names(locale, locale), names(locale, reader), directionOf(locale)]]),
    ),
    words: {
      ...{
        none: say('none'),
        loading: say('loading'),
        failed: say('failed'),
        parallel: words(reader, 'page.parallel.link'),
      },
      // Plural forms cannot be told without the message's grammar, so the numbers stand apart from the words.
      found: say('found'),
      first: say('first'),
      machine: words(reader, 'page.mark.machine'),
      pseudo: words(reader, 'page.mark.pseudo'),
      stale: words(reader, 'page.state.stale'),
    },
  };
  const json = JSON.stringify(settings).replaceAll('<', '\\u003c');
  return `(()=>{const settings=${json};\n${SEARCH_SCRIPT}})();`;
}
