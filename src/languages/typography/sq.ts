import type { Typography } from './type.ts';

/** Marks of Albanian. */
export const sq: Typography = {
  quotes: ['«»', '“”', '„“', '„”', '‘’'],
  ellipsis: '…',
  dash: '–',
  range: null,
  abbreviations: 'etj dr prof nr p.sh sh f fq vitit',
};
