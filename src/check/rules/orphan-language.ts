import type { AcrossRule, FoundAcross, ProjectFacts } from '../rule.ts';

/** A language of the project that has no catalogue: of any document, or of some. */
export const orphanLanguage: AcrossRule = {
  id: 'orphan-language',
  scope: 'across',
  severity: 'error',
  judge: (_, project) => project.targetLocales.flatMap((locale) => absences(project, locale)),
};

function absences({ documents, absent, required }: ProjectFacts, locale: string): readonly FoundAcross[] {
  const lacking = absent.filter((one) => one.locale === locale).map(({ document }) => document);
  if (lacking.length === 0 || documents.length === 0) return [];
  // A language that the project does not need may be as unfinished as it is.
  const severity = required && !required.includes(locale) ? ({ severity: 'warning' } as const) : {};
  const found = { ...severity, locale, segment: null };
  if (lacking.length === documents.length) {
    return [{ ...found, document: '', values: { kind: 'all', count: documents.length, language: locale } }];
  }
  return lacking.map((document) => ({
    ...found,
    document,
    values: { kind: 'some', count: 1, language: locale },
  }));
}
