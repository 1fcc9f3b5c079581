import { canonicalLocale } from '../model/locale.ts';

/** A source locale as a folder shows it, and the path that shows it. */
export interface SeenLocale {
  readonly locale: string;
  readonly path: string;
}

/** Folders of which each language has one, by common practice. */
const LOCALE_FOLDERS = ['locales', 'locale', 'i18n', 'lang', 'languages', 'content', 'docs', 'translations'];

/** Files that tell about a project and are rarely what is to be translated. */
const ABOUT =
  /^(?:readme|changelog|changes|history|news|licen[cs]e|copying|notice|contributing|contributors|authors|code_of_conduct|security|support|todo)(?:[.\-_][\w-]+)*\.(?:md|markdown)$/i;

const MARKDOWN = /\.(?:md|markdown)$/i;

/** The Markdown files among paths (with `/`, below the project's root) that a person may mean. */
export function markdownFiles(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => MARKDOWN.test(path) && !/^(?:editions|handoff)\//.test(path));
}

/**
 * The source locales that Markdown files show: by a folder for each language (`locales/en/`, `en/`), by a file's name
 * (`statement.de.md`), by front matter (`lang: de`); the first of these that shows any, one entry a locale. `head`
 * gives the beginning of a file's text.
 */
export function seenLocales(files: readonly string[], head: (path: string) => string): readonly SeenLocale[] {
  const ways: ((path: string) => SeenLocale | null)[] = [
    byFolder,
    (path) => {
      const locale = localeInName(path);
      return locale === null ? null : { locale, path };
    },
    (path) => {
      const locale = localeInFrontMatter(head(path));
      return locale === null ? null : { locale, path };
    },
  ];
  for (const way of ways) {
    const found = new Map<string, SeenLocale>();
    for (const path of files) {
      const seen = way(path);
      if (seen && !found.has(seen.locale)) found.set(seen.locale, seen);
    }
    if (found.size > 0) return [...found.values()];
  }
  return [];
}

/**
 * The documents that a person may mean, as paths or patterns for the configuration; null where several answers are
 * equally good, or none is. What tells about the project (a README, a licence) is a document only where it is alone.
 */
export function guessDocuments(files: readonly string[], source: string): readonly string[] | null {
  const folders = new Set(
    files.flatMap((path) => {
      const seen = byFolder(path);
      return seen?.locale === source ? [seen.path] : [];
    }),
  );
  const [own, other] = [...folders];
  if (own !== undefined) return other === undefined ? [patternIn(files, own)] : null;
  const here = documentsIn(files, '', source);
  if (here.length > 0) return here;
  const below = new Set(files.flatMap((path) => (path.includes('/') ? [path.split('/')[0]] : [])));
  const [folder, second] = [...below];
  return folder === undefined || second !== undefined ? null : [patternIn(files, `${folder}/`)];
}

/** The files of one folder, without those of other languages, and without those about the project unless one is alone. */
function documentsIn(files: readonly string[], folder: string, source: string): readonly string[] {
  const all = files.filter((path) => path.startsWith(folder) && !path.slice(folder.length).includes('/'));
  const ours = all.filter((path) => (localeInName(path) ?? source) === source);
  const documents = ours.filter((path) => !ABOUT.test(path));
  return documents.length > 0 || files.length > 1 ? documents : ours;
}

/** A pattern for all the Markdown in a folder, and in those below it where there is any. */
function patternIn(files: readonly string[], folder: string): string {
  const inside = files.filter((path) => path.startsWith(folder)).map((path) => path.slice(folder.length));
  const [end = 'md', other] = [...new Set(inside.map((path) => path.slice(path.lastIndexOf('.') + 1)))];
  const last = `*.${other === undefined ? end : `{${end},${other}}`}`;
  return `${folder}${inside.some((path) => path.includes('/')) ? '**/' : ''}${last}`;
}

/** `locales/en/…` or `en/…`. */
function byFolder(path: string): SeenLocale | null {
  const names = path.split('/').slice(0, -1);
  const at = LOCALE_FOLDERS.includes(names[0]?.toLowerCase() ?? '') ? 1 : 0;
  const locale = knownLocale(names[at] ?? '');
  return locale === null ? null : { locale, path: `${names.slice(0, at + 1).join('/')}/` };
}

function localeInName(path: string): string | null {
  const [, tag = ''] = /\.([A-Za-z]{2}(?:[-_][A-Za-z0-9]{2,8})*)\.(?:md|markdown)$/i.exec(path) ?? [];
  return knownLocale(tag);
}

function localeInFrontMatter(text: string): string | null {
  const [, block = ''] = /^\uFEFF?---[ \t]*\r?\n([\s\S]{0,4000}?)\r?\n(?:---|\.\.\.)/.exec(text) ?? [];
  const [, tag = ''] =
    /^(?:lang|language|locale)[ \t]*:[ \t]*["']?([A-Za-z][A-Za-z0-9_-]{1,34})\b/m.exec(block) ?? [];
  return knownLocale(tag);
}

let names: Intl.DisplayNames | null = null;

/** The tag in canonical form where its language is one of two letters that has a name: `de`, `pt-BR`, not `md`. */
function knownLocale(tag: string): string | null {
  if (!/^[A-Za-z]{2}(?![A-Za-z])/.test(tag)) return null;
  const locale = canonicalLocale(tag.replaceAll('_', '-'));
  if (locale === null) return null;
  names ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  return names.of(new Intl.Locale(locale).language) === undefined ? null : locale;
}
