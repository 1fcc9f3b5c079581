import type { Typography } from './type.ts';

/** Marks of Croatian. */
export const hr: Typography = {
  quotes: ['„”', '‘’', '»«', '›‹', '„“', '‚‘', '‚’', '«»'],
  ellipsis: '…',
  dash: '–',
  range: '–',
  abbreviations: 'itd npr g god dr prof str st br čl tzv sv tj sl i.e mil mlrd tel ul',
};
