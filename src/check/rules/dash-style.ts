import { typographyOf } from '../../languages/typography.ts';
import { dashFaults } from '../marks/dashes.ts';
import type { TextRule } from '../rule.ts';
import { maskedOf } from '../text.ts';

/** Hyphens where the language has a dash: between words, and between the ends of a range of numbers. */
export const dashStyle: TextRule = {
  id: 'dash-style',
  scope: 'text',
  severity: 'info',
  check: (text) =>
    dashFaults(maskedOf(text), typographyOf(text.locale)).map(({ kind, own, at, fix }) => ({
      values: { kind, own },
      at,
      fix,
    })),
};
