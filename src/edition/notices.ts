import { direction } from '../model/locale.ts';
import type { EditionCounts, SourceChanges } from '../model/publication.ts';
import { type Cell, fallbackReason } from '../model/row.ts';
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
  readonly counts: EditionCounts;
  readonly pseudo: boolean;
  readonly locale: string;
  readonly sourceLocale: string;
  /** The languages whose text is authentic. */
  readonly authentic: readonly string[];
}

/** What is told of an edition that stays in the place of a newer one. */
export interface PreviousFacts {
  readonly locale: string;
  /** The day of its publication. */
  readonly date: string;
  readonly since: SourceChanges | null;
}

type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The notice at the head of a Markdown edition, as a block quote; null where nothing needs saying. */
export function editionNotice(facts: NoticeFacts, words: NoticeWords): string | null {
  const { counts, pseudo, locale, authentic } = facts;
  const { fallback, segments: total } = counts;
  const say: Say = (key, values) => words.words(locale, key, values);
  const lines = [...(pseudo ? [say('page.notice.pseudo')] : machineLines(counts, say))];
  const language = words.uiLocale(locale);
  if (fallback > 0) {
    const source = words.names(facts.sourceLocale, language);
    lines.push(say('page.notice.fallback', { count: fallback, total, language: source }));
  }
  if (authentic.length > 0 && !authentic.includes(locale)) {
    const names = authentic.map((one) => words.names(one, language));
    const languages = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
    lines.push(say('page.notice.authenticText', { count: names.length, languages }));
  }
  return quoteOf(lines, language, locale);
}

/** What a machine had a hand in: drafts that nobody has reviewed, and the share of all that it made. */
function machineLines({ drafts, segments, origins, machineShare }: EditionCounts, say: Say): string[] {
  const lines: string[] = [];
  if (drafts > 0 && drafts === segments) lines.push(say('page.notice.machine.all'));
  else if (drafts > 0) lines.push(say('page.notice.machine.some', { count: drafts, total: segments }));
  if ((origins['machine'] ?? 0) > drafts)
    lines.push(say('page.notice.machine.share', { share: machineShare }));
  return lines;
}

/** The notice on an edition that stays while a newer one is not ready: its day, and how the source has moved on. */
export function previousNotice({ locale, date, since }: PreviousFacts, words: NoticeWords): string {
  const say: Say = (key, values) => words.words(locale, key, values);
  const lines = [say('page.notice.stays.edition', { date: dayText(date, words.uiLocale(locale)) })];
  if (since) {
    const { changed, meaning, added, removed } = since;
    lines.push(say('page.notice.stays.since', { changed, added, removed }));
    if (meaning > 0) lines.push(say('page.notice.stays.meaning', { count: meaning }));
  } else lines.push(say('page.notice.stays.pending'));
  return quoteOf(lines, words.uiLocale(locale), locale) ?? '';
}

/** A day (`YYYY-MM-DD`) as a locale writes it. It is a day of the calendar, the same in every time zone. */
export function dayText(date: string, locale: string): string {
  return dayFormat(locale).format(new Date(`${date}T00:00:00Z`));
}

const formats = new Map<string, Intl.DateTimeFormat>();

function dayFormat(locale: string): Intl.DateTimeFormat {
  const known = formats.get(locale);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  formats.set(locale, made);
  return made;
}

function quoteOf(lines: readonly string[], language: string, around: string): string | null {
  if (lines.length === 0) return null;
  return lines.map((line) => `> ${inLanguage(escapeHtml(line), language, around)}`).join('\n>\n');
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
