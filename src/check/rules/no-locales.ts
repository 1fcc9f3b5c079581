import type { AcrossRule } from '../rule.ts';

/** Nothing to check: a project that names no locale to translate into. */
export const noLocales: AcrossRule = {
  id: 'no-locales',
  scope: 'across',
  severity: 'error',
  judge: (_, { targetLocales, documents }) =>
    targetLocales.length > 0
      ? []
      : documents.map((document) => ({ document, locale: null, segment: null, values: {} })),
};
