import { pt } from './pt.ts';
import type { Typography } from './type.ts';

/** Marks of European Portuguese. */
export const ptPT: Typography = {
  ...pt,
  quotes: ['«»', '“”', '‘’'],
};
