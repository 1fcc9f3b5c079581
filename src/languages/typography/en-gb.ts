import { en } from './en.ts';
import type { Typography } from './type.ts';

/** Marks of British English. */
export const enGB: Typography = {
  ...en,
  quotes: ['‘’', '“”'],
};
