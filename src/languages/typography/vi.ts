import type { Typography } from './type.ts';

/** Marks of Vietnamese. */
export const vi: Typography = {
  quotes: ['“”', '‘’', '«»'],
  ellipsis: '…',
  dash: '–',
  range: null,
  abbreviations: 'v.v vv tp tr ths ts gs',
  typewriter: true,
};
