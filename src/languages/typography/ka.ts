import type { Typography } from './type.ts';

/** Marks of Georgian. */
export const ka: Typography = {
  quotes: ['„“', '«»', '“”', '‚‘'],
  ellipsis: '…',
  dash: '–',
  range: null,
  abbreviations: 'წ წწ ე.ი ა.შ მ.შ სხვ მაგ გვ იხ პროფ აკად ქ რ მუხ ათ მლნ მლრდ თ',
};
