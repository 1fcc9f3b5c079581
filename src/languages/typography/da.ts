import type { Typography } from './type.ts';

/** Marks of Danish. */
export const da: Typography = {
  quotes: ['“”', '‘’', '»«', '›‹', '„“', '„”', '””', '’’', '«»'],
  ellipsis: '…',
  dash: '–',
  range: '–',
  abbreviations:
    'osv etc bl.a ca dr dvs evt f.eks fx hhv inkl jf kap kl m.fl m.m m.v maks mht mia min mio nr nr pct prof s stk st str tlf vedr art mfl mv',
};
