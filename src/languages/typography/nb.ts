import type { Typography } from './type.ts';

/** Marks of Norwegian. */
export const nb: Typography = {
  quotes: ['«»', '‘’', '“”', '””', '„“', '„”', '’’', '‹›'],
  ellipsis: '…',
  dash: '–',
  range: '–',
  abbreviations:
    'osv etc bl.a ca dr dvs evt f.eks inkl jf kap kl m.fl m.m maks min mill mrd nr o.l pkt prof s st str tlf art mfl mv mm',
};
