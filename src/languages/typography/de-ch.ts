import { de } from './de.ts';
import type { Typography } from './type.ts';

/** Marks of Swiss German. */
export const deCH: Typography = {
  ...de,
  quotes: ['«»', '‹›', '„“', '‚‘', '“”', '‘’', '»«'],
};
