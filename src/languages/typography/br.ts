import type { Typography } from './type.ts';

/** Marks of Breton. */
export const br: Typography = {
  quotes: ['«»', '“”', '‹›', '‘’'],
  ellipsis: '…',
  dash: '–',
  range: null,
  abbreviations: 'h.a hag all',
  spaces: 'french',
};
