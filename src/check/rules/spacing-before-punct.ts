import { typographyOf } from '../../languages/typography.ts';
import { frenchFaults, hardSpaceCount } from '../marks/french.ts';
import { extraSpaces, type SpaceFault } from '../marks/spaces.ts';
import type { EditionRule, FoundInEdition } from '../rule.ts';
import { maskedOf, type Text } from '../text.ts';

/** Commas of all scripts. */
const SLIGHT = ',،、，՝';

/** White space before marks: none in most languages, one that does not break in French. */
export const spacingBeforePunct: EditionRule = {
  id: 'spacing-before-punct',
  scope: 'edition',
  severity: 'warning',
  check: ({ pairs }) => {
    const faults = pairs.flatMap(({ id, target }) => faultsOf(target).map((fault) => ({ id, fault })));
    const breaking = faults.filter(({ fault }) => fault.kind === 'breaking').length;
    // An edition that has ordinary spaces throughout follows a habit: one remark each, and one run of the fixes.
    const isHabit =
      breaking > 0 && pairs.reduce((sum, { target }) => sum + hardSpaceCount(target.plain), 0) < breaking;
    return faults.map(({ id, fault }): FoundInEdition => {
      const { kind, mark, at, fix } = fault;
      // A space before a comma is a slip of the keyboard: no reader takes it for anything else.
      const isSlight = (isHabit && kind === 'breaking') || (kind === 'extra' && SLIGHT.includes(mark));
      const severity = isSlight ? ({ severity: 'info' } as const) : {};
      return { segment: id, ...severity, values: { kind, mark }, at, fix };
    });
  },
};

function faultsOf(text: Text): SpaceFault[] {
  const { spaces = 'none', loose = '' } = typographyOf(text.locale);
  const masked = maskedOf(text);
  if (spaces === 'none') return extraSpaces(masked, loose, false);
  const asked = spaces === 'french' ? '?!;:' : ':';
  return [...frenchFaults(masked, spaces), ...extraSpaces(masked, asked + loose, spaces === 'canadian')];
}
