import type { Typography } from './type.ts';

/** Marks of Lithuanian. */
export const lt: Typography = {
  quotes: ['„“', '‚‘', '„”', '«»', '‘’', '»«'],
  ellipsis: '…',
  dash: '–',
  range: '–',
  abbreviations: 'ir kt t.t pan m d val str g pvz nr proc tūkst mln mlrd doc prof dr pr pav sk šv tel žr vnt',
};
