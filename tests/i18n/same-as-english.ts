/** Texts that are rightly the same as in English, by language: international words, names of formats. */
const SAME: Readonly<Record<string, readonly string[]>> = {
  '*': ['page.kind.html', 'page.book.text', 'cli.column.milliseconds'],
  de: ['page.version'],
  fr: [
    'cli.column.commit',
    'cli.column.date',
    'cli.terms.kind.organisation',
    'report.source',
    'report.column.source',
    'cli.check.segments',
    'cli.column.document',
    'cli.column.segment',
    'cli.column.segments',
    'cli.column.source',
    'cli.import.codes',
    'note.column.source',
    'page.footnotes',
    'page.image.label',
    'page.kind.code',
    'page.kind.footnote',
    'page.status.source',
    'page.version',
  ],
  ro: [
    'cli.column.commit',
    'cli.column.document',
    'cli.column.segment',
    'cli.column.text',
    'page.status.source',
  ],
};

/** Whether a text may be the same as the English one. */
export function sameAsEnglish(locale: string, key: string): boolean {
  return [...(SAME['*'] ?? []), ...(SAME[locale] ?? [])].includes(key);
}
