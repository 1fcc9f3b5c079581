import type { Typography } from './type.ts';

/** Marks of Serbian. */
export const sr: Typography = {
  quotes: ['„”', '‘’', '»«', '„“', '«»', '’’', '‚’', '‚‘'],
  ellipsis: '…',
  dash: '–',
  range: '–',
  abbreviations:
    'итд идр нпр г год др проф стр ст бр чл тзв св мил тј i dr itd npr g god dr prof str st br čl tzv sv tj',
};
