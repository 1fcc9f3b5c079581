import type { Found, TextRule } from '../rule.ts';
import { forbiddenTerms } from '../terms/forbidden.ts';

/** A form that the glossary forbids in a language. */
export const forbidden: TextRule = {
  id: 'forbidden',
  scope: 'text',
  source: true,
  severity: 'warning',
  check: (text, { glossary, sourceLocale }) =>
    forbiddenTerms(
      glossary,
      text.locale,
      sourceLocale,
    )(text).map(({ at, use, entry }): Found => {
      const { severity, reason = 'none' } = entry;
      return {
        ...(severity && { severity }),
        values: { found: text.plain.slice(at.start, at.end), use: use ?? 'none', reason },
        at,
      };
    }),
};
