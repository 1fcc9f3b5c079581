import type { Finding } from '../model/finding.ts';
import type { Rule, Subject } from './rule.ts';
import { belowState } from './rules/below-state.ts';
import { empty } from './rules/empty.ts';
import { inlineCodes } from './rules/inline-codes.ts';
import { machineDrafts } from './rules/machine-drafts.ts';
import { missing } from './rules/missing.ts';
import { noLocales } from './rules/no-locales.ts';
import { opaque } from './rules/opaque.ts';
import { stale } from './rules/stale.ts';

/** The rules that look at a document and its locales, in the order of their findings. */
const RULES: readonly Rule[] = [missing, empty, stale, belowState, inlineCodes, machineDrafts, opaque];

/** The ids of all rules. */
export const RULE_IDS: readonly string[] = [...RULES, noLocales].map(({ id }) => id);

/** What the rules find in one document: the source first, then each locale in the given order. */
export function checkSubjects(source: Subject, locales: readonly Subject[]): Finding[] {
  const subjects = [source, ...locales];
  const nothing = locales.length === 0 ? findingsOf(noLocales, source) : [];
  return [...nothing, ...subjects.flatMap((subject) => RULES.flatMap((rule) => findingsOf(rule, subject)))];
}

function findingsOf(rule: Rule, { document, locale, ...rest }: Subject): Finding[] {
  return rule.check({ document, locale, ...rest }).map(({ severity, segment, values }) => ({
    rule: rule.id,
    severity,
    locale,
    document,
    segment,
    values,
  }));
}
