import type { Typography } from './type.ts';

/** Marks of Khmer. */
export const km: Typography = {
  quotes: ['«»', '“”', '‘’'],
  ellipsis: '…',
  dash: null,
  range: null,
  typewriter: true,
  unspaced: true,
  stop: '។៕.',
  colon: ':៖',
  loose: '។៕៖!?',
  stopless: true,
};
