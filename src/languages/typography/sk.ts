import type { Typography } from './type.ts';

/** Marks of Slovak. */
export const sk: Typography = {
  quotes: ['„“', '‚‘', '»«', '›‹'],
  ellipsis: '…',
  dash: '–',
  range: '–',
  abbreviations:
    'atď a pod č čl tj tzv napr resp r str sv odst písm ing mgr dr prof tis mil mld hod min kap obr z.z',
};
