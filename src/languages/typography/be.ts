import type { Typography } from './type.ts';

/** Marks of Belarusian. */
export const be: Typography = {
  quotes: ['«»', '„“', '“”', '„”'],
  ellipsis: '…',
  dash: '—',
  range: '–',
  abbreviations:
    'г гг і г.д ст стст т.зв т.п т.д інш др праф акад вул пр праз стар с млн млрд тыс руб напр гл п пп арт',
};
