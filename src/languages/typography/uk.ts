import type { Typography } from './type.ts';

/** Marks of Ukrainian. */
export const uk: Typography = {
  quotes: ['«»', '„“', '“”', '„”', '‘’'],
  ellipsis: '…',
  dash: '—',
  range: '–',
  abbreviations:
    'р рр ст тис млн млрд грн коп ін т.д т.п т.зв проф акад доц вул просп пров обл с м п пп див напр ред вид гл розд',
};
