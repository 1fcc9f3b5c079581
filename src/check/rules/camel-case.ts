import type { Found, PairRule } from '../rule.ts';
import { camelCasesOf } from '../words/capitals.ts';
import { formsOf, hasForm } from '../words/terms.ts';

/** An identifier with a capital within (`GitHub`) that the target lacks, or writes with other capitals. */
export const camelCase: PairRule = {
  id: 'camel-case',
  scope: 'pair',
  severity: 'info',
  check: ({ source, target }, settings) => {
    const names = new Set(camelCasesOf(source).map(({ text }) => text));
    if (names.size === 0) return [];
    const lower = target.plain.toLowerCase();
    return [...names].flatMap((name): Found[] => {
      if (target.plain.includes(name)) return [];
      const start = lower.indexOf(name.toLowerCase());
      if (start >= 0 && lower.length === target.plain.length) {
        const end = start + name.length;
        return [
          { values: { kind: 'case', name, found: target.plain.slice(start, end) }, at: { start, end } },
        ];
      }
      const forms = formsOf(settings, name, source.locale, target.locale);
      if (forms.some((form) => hasForm(target.plain, form))) return [];
      return [{ values: { kind: 'lost', name, found: '' } }];
    });
  },
};
