import type { Typography } from './type.ts';

/** Marks of Thai. */
export const th: Typography = {
  quotes: ['“”', '‘’'],
  ellipsis: '…',
  dash: null,
  range: null,
  typewriter: true,
  unspaced: true,
  stopless: true,
  loose: '!?',
};
