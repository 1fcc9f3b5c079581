import type { Typography } from './type.ts';

/** Marks of Hebrew. */
export const he: Typography = {
  quotes: ['””', '’’', '“”', '„”', '„“', '״״', '""', '‘’', '׳׳'],
  ellipsis: '…',
  dash: '–',
  range: null,
  abbreviations: 'וכו עמ מס פרופ רח טל גב ד"ר',
};
