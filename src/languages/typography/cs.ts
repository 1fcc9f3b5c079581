import type { Typography } from './type.ts';

/** Marks of Czech. */
export const cs: Typography = {
  quotes: ['„“', '‚‘', '»«', '›‹'],
  ellipsis: '…',
  dash: '–',
  range: '–',
  abbreviations:
    'atd apod aj č čl tj tzv např mj resp př r str sv odst písm ing mgr dr prof tis mil mld hod min kap obr sb o s.r',
};
