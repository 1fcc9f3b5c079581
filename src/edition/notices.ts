import { direction } from '../model/locale.ts';
import { type Cell, fallbackReason, type Progress } from '../model/row.ts';
import type { Words } from './page.ts';

/** The words of a page, the language that they are really in, and the names of languages. */
export interface NoticeWords {
  readonly words: Words;
  readonly uiLocale: (locale: string) => string;
  /** The name of a language in another; its own name when both are the same. */
  readonly names: (locale: string, inLocale: string) => string;
}

/** What a notice at the head of an edition tells. */
export interface NoticeFacts {
  readonly progress: Progress;
  /** Segments that show the source text. */
  readonly fallback: number;
  readonly pseudo: boolean;
  readonly locale: string;
  readonly sourceLocale: string;
}

/** The notice at the head of a Markdown edition, as a block quote; null where nothing needs saying. */
export function editionNotice(facts: NoticeFacts, words: NoticeWords): string | null {
  const { progress, fallback, pseudo, locale } = facts;
  const { machine: count, segments: total } = progress;
  const say = (key: string, values?: Record<string, string | number>): string =>
    words.words(locale, key, values);
  const lines: string[] = [];
  if (pseudo) lines.push(say('page.notice.pseudo'));
  else if (count > 0 && count === total) lines.push(say('page.notice.machine.all'));
  else if (count > 0) lines.push(say('page.notice.machine.some', { count, total }));
  if (fallback > 0) {
    const language = words.names(facts.sourceLocale, words.uiLocale(locale));
    lines.push(say('page.notice.fallback', { count: fallback, total, language }));
  }
  if (lines.length === 0) return null;
  const quote = lines.map((line) => `> ${inLanguage(escapeHtml(line), words.uiLocale(locale), locale)}`);
  return quote.join('\n>\n');
}

/** The marks around a text in another language inside an edition's Markdown: `lang`, `dir` and visible words. */
export function fallbackMarks(
  cell: Cell,
  { words, uiLocale, names }: NoticeWords,
): { before: string; after: string } {
  const { locale, textLocale } = cell;
  const values = { language: names(textLocale, uiLocale(locale)), reason: fallbackReason(cell) };
  const mark = escapeHtml(words(locale, 'page.mark.fallback', values));
  return {
    before: `<span lang="${textLocale}" dir="${direction(textLocale)}">`,
    after: `</span> <small>(${inLanguage(mark, uiLocale(locale), locale)})</small>`,
  };
}

function inLanguage(html: string, language: string, around: string): string {
  return language === around ? html : `<span lang="${language}" dir="${direction(language)}">${html}</span>`;
}

/** Text for the inside of Markdown's HTML: nothing in it is markup, not even a table's pipe. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"'|*_`~[\]\\]/g, (char) => `&#${char.charCodeAt(0)};`);
}
