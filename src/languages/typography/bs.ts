import type { Typography } from './type.ts';

/** Marks of Bosnian. */
export const bs: Typography = {
  quotes: ['„”', '‘’', '»«', '›‹', '„“', '«»'],
  ellipsis: '…',
  dash: '–',
  range: '–',
  abbreviations: 'itd npr g god dr prof str st br čl tzv sv tj sl tel ul',
};
