import type { Typography } from './type.ts';

/** Marks of English. */
export const en: Typography = {
  quotes: ['“”', '‘’'],
  ellipsis: '…',
  dash: '–',
  range: '–',
  abbreviations:
    'etc inc ltd co corp jr sr vs no nos vol vols al approx dept est fig figs gov gen sen rep rev hon prof dr mr mrs ms st ave blvd rd mt ft oz lb min max jan feb mar apr jun jul aug sept sep oct nov dec ed eds pp art cf ch sec para paras ibid bros assn a.m p.m',
};
