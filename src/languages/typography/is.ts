import type { Typography } from './type.ts';

/** Marks of Icelandic. */
export const icelandic: Typography = {
  quotes: ['„“', '‚‘', '“”', '„”'],
  ellipsis: '…',
  dash: '–',
  range: '–',
  abbreviations: 'o.s.frv osfrv o.fl ofl þ.e t.d tbl bls nr kr dr gr mgr sbr skv f.h e.h ca m.a',
};
