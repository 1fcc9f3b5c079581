import type { Typography } from './type.ts';

/** Marks of Polish. */
export const pl: Typography = {
  quotes: ['„”', '«»', '»«', '‚’', '‘’'],
  ellipsis: '…',
  dash: '–',
  range: '–',
  abbreviations:
    'itd itp np nr art ust pkt poz r w ul tys mln mld prof dr mgr inż tzw tzn m.in ok godz min wyd zob por św pt ww cd',
};
