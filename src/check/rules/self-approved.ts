import { type PastTarget, reaches, type Target } from '../../model/catalogue.ts';
import type { EditionRule, Found } from '../rule.ts';

/** A target that its own translator approved, or that a machine made and nobody stands for. */
export const selfApproved: EditionRule = {
  id: 'self-approved',
  scope: 'edition',
  severity: 'info',
  check: ({ pairs }) =>
    pairs.flatMap(({ id, stored }) => approvalOf(stored).map((found) => ({ segment: id, ...found }))),
};

function approvalOf(target: Target): readonly Found[] {
  if (!isReviewed(target)) return [];
  const history: readonly PastTarget[] = [...(target.was ?? []).filter(({ of }) => of === undefined), target];
  const drafted = history.findLastIndex((one) => !isReviewed(one));
  const approvals = history.slice(drafted + 1);
  const draft = history[drafted];
  // What a machine made is its work as long as it has the same text.
  const byMachine = history.some(({ text, origin }) => text === target.text && origin === 'machine');
  const approvers = approvals.map(nameOf).filter((name) => name !== '');
  if (byMachine && approvers.length === 0)
    return [{ severity: 'warning', values: { kind: 'machine', by: '' } }];
  const translator = draft ? nameOf(draft) : '';
  if (translator === '' || approvers.length === 0 || approvers.some((name) => name !== translator)) return [];
  return [{ values: { kind: 'same', by: draft?.by ?? '' } }];
}

function isReviewed({ state }: PastTarget): boolean {
  return reaches(state, 'reviewed');
}

const names = new Map<string, string>();

/** A name as it is compared: case and white space aside. */
function nameOf({ by = '' }: PastTarget): string {
  let name = names.get(by);
  if (name === undefined) {
    name = by.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
    // People are few; what is not a person’s name need not be remembered.
    if (names.size < 1000) names.set(by, name);
  }
  return name;
}
