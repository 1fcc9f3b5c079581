import { direction } from '../model/locale.ts';
import type { Progress } from '../model/row.ts';
import type { Words } from './page.ts';

/** The words of a page and the language that they are really in. */
export interface NoticeWords {
  readonly words: Words;
  readonly uiLocale: (locale: string) => string;
}

/**
 * The notice at the head of a Markdown edition, as a block quote; null where nothing needs saying. `fallback` is the
 * number of segments that show the source text.
 */
export function editionNotice(
  progress: Progress,
  fallback: number,
  pseudo: boolean,
  locale: string,
  { words, uiLocale }: NoticeWords,
): string | null {
  const lines: string[] = [];
  const { machine: count, segments: total } = progress;
  if (pseudo) lines.push(words(locale, 'page.notice.pseudo'));
  else if (count > 0 && count === total) lines.push(words(locale, 'page.notice.machine.all'));
  else if (count > 0) lines.push(words(locale, 'page.notice.machine.some', { count, total }));
  if (fallback > 0) lines.push(words(locale, 'page.notice.fallback', { count: fallback, total }));
  if (lines.length === 0) return null;
  return lines.map((line) => `> ${inLanguage(escapeHtml(line), uiLocale(locale), locale)}`).join('\n>\n');
}

/** The marks around a text in another language inside an edition's Markdown: `lang`, `dir` and visible words. */
export function fallbackMarks(
  textLocale: string,
  locale: string,
  { words, uiLocale }: NoticeWords,
): { before: string; after: string } {
  const mark = inLanguage(escapeHtml(words(locale, 'page.mark.fallback')), uiLocale(locale), locale);
  return {
    before: `<span lang="${textLocale}" dir="${direction(textLocale)}">`,
    after: `</span> <small>(${mark})</small>`,
  };
}

function inLanguage(html: string, language: string, around: string): string {
  return language === around ? html : `<span lang="${language}" dir="${direction(language)}">${html}</span>`;
}

/** Text for the inside of Markdown's HTML: nothing in it is markup, not even a table's pipe. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"'|*_`~[\]\\]/g, (char) => `&#${char.charCodeAt(0)};`);
}
