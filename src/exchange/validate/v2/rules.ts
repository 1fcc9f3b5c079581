import type { CreateRule } from '../rule.ts';
import { codes } from './codes-rule.ts';
import { extensionIds, uniqueIds, uniqueInUnit } from './ids.ts';
import { languages } from './languages.ts';
import { marks } from './marks.ts';
import { pairs } from './pairs.ts';
import { hasSegment, skeletonAndState, targetOrder } from './parts.ts';
import { noteReferences, references } from './references.ts';
import { editingHints } from './reorder.ts';
import { type UnitCheck, viewOf } from './unit.ts';

const UNIT_CHECKS: readonly UnitCheck[] = [
  hasSegment,
  uniqueInUnit,
  targetOrder,
  pairs,
  codes,
  editingHints,
  references,
];

const units: CreateRule = () => ({
  close: {
    unit: (element, context) => {
      const unit = viewOf(element);
      for (const check of UNIT_CHECKS) check(unit, context);
    },
  },
});

/** The rules of the core of XLIFF 2. */
export const RULES: readonly CreateRule[] = [
  uniqueIds,
  extensionIds,
  languages,
  skeletonAndState,
  marks,
  noteReferences,
  units,
];
