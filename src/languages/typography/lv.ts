import type { Typography } from './type.ts';

/** Marks of Latvian. */
export const lv: Typography = {
  quotes: ['“”', '‘’', '„”', '„“', '«»'],
  ellipsis: '…',
  dash: '–',
  range: '–',
  abbreviations: 'u.c utt tml piem g gs lpp nr proc tūkst milj mljrd prof dr st sk art p t.i t.s tālr',
};
