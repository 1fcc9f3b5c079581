import { th } from './th.ts';
import type { Typography } from './type.ts';

/** Marks of Lao. */
export const lo: Typography = {
  ...th,
  quotes: ['“”', '‘’'],
};
