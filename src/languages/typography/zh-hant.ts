import type { Typography } from './type.ts';
import { zh } from './zh.ts';

/** Marks of Chinese in traditional characters. */
export const zhHant: Typography = {
  ...zh,
  quotes: ['「」', '『』', '“”', '‘’'],
};
