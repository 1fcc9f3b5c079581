import type { Typography } from './type.ts';

/** Marks of Russian. */
export const ru: Typography = {
  quotes: ['«»', '„“'],
  ellipsis: '…',
  dash: '—',
  range: '–',
  abbreviations:
    'г гг в вв др пр т.д т.п т.е т.к т.н н.э тыс руб коп млн млрд проф акад доц ул просп пер обл р-н с стр п пп ст см напр ред изд гл рис табл чел экз им мин сек час долл кв св',
};
