import type { Rule } from '../rule.ts';

/** Nothing to check: a project that names no locale to translate into. */
export const noLocales: Rule = {
  id: 'no-locales',
  check: () => [{ severity: 'error', segment: null, values: {} }],
};
