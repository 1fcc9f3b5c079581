import type { Typography } from './type.ts';

/** Marks of Slovene. */
export const sl: Typography = {
  quotes: ['„“', '‚‘', '»«', '›‹', '«»'],
  ellipsis: '…',
  dash: '–',
  range: '–',
  abbreviations: 'itd ipd npr oz str št čl dr mag prof tj t.i tel ul sv ur tis mio mrd',
};
