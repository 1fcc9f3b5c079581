import type { Typography } from './type.ts';

/** Marks of Finnish. */
export const fi: Typography = {
  quotes: ['””', '’’', '»»', '››', '»«'],
  ellipsis: '…',
  dash: '–',
  range: '–',
  abbreviations:
    'jne ym yms esim eli n noin ks mm nk os puh s so ts tms v vrt prof tri mrd milj klo em ko art kpl',
};
